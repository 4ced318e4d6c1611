"""Typed values from saved news pages, HTML or plain text.

    article = articlekit.parse(page, url="https://example.com/story")
    article.title, article.authors, article.published, article.text
    article.quotes, article.images, article.headlines
    article.why("published")

Nothing here touches the network or keeps a state.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from articlekit.api import (
    parse,
    parse_byline,
    parse_credit,
    parse_headlines,
    parse_html,
    parse_text,
)
from articlekit.errors import (
    ArticlekitError,
    DecodingError,
    EmptyInputError,
    InputError,
    LimitError,
    MissingExtraError,
    ProfileConflictError,
    ProfileError,
    RuleError,
    UnknownProfileError,
)
from articlekit.model import (
    Access,
    Article,
    ArticleKind,
    Author,
    AuthorKind,
    BlockQuote,
    CreditStatus,
    Dateline,
    Embed,
    Evidence,
    Figure,
    Heading,
    HeadlineItem,
    HeadlineList,
    Image,
    ImageCredit,
    ImageKind,
    Link,
    ListBlock,
    ListKind,
    LiveEntry,
    Mention,
    Moment,
    Note,
    NoteKind,
    Paragraph,
    Precision,
    Quote,
    QuoteKind,
    Span,
    Status,
    Table,
    Zone,
)
from articlekit.rules import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:  # few callers need them, and they take long to import
    from articlekit.profiles.registry import Registry
    from articlekit.quotes import find_quotes
    from articlekit.rules.profile import Profile

__version__ = "0.1.0"

__all__ = [
    "DEFAULT_LIMITS",
    "Access",
    "Article",
    "ArticleKind",
    "ArticlekitError",
    "Author",
    "AuthorKind",
    "BlockQuote",
    "CreditStatus",
    "Dateline",
    "DecodingError",
    "Embed",
    "EmptyInputError",
    "Evidence",
    "Figure",
    "Heading",
    "HeadlineItem",
    "HeadlineList",
    "Image",
    "ImageCredit",
    "ImageKind",
    "InputError",
    "LimitError",
    "Limits",
    "Link",
    "ListBlock",
    "ListKind",
    "LiveEntry",
    "Mention",
    "MissingExtraError",
    "Moment",
    "Note",
    "NoteKind",
    "Paragraph",
    "Precision",
    "Profile",
    "ProfileConflictError",
    "ProfileError",
    "Quote",
    "QuoteKind",
    "Registry",
    "RuleError",
    "Span",
    "Status",
    "Table",
    "UnknownProfileError",
    "Zone",
    "__version__",
    "find_quotes",
    "parse",
    "parse_byline",
    "parse_credit",
    "parse_headlines",
    "parse_html",
    "parse_text",
]


_LATE: Final = {
    "Profile": "articlekit.rules.profile",
    "Registry": "articlekit.profiles.registry",
    "find_quotes": "articlekit.quotes",
}


def __getattr__(name: str) -> object:
    """Import what takes long and not all need, when it is asked for."""
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return cast("object", getattr(import_module(_LATE[name]), name))


def __dir__() -> list[str]:
    """Return the public names, imported or not."""
    return sorted({*globals(), *__all__})
