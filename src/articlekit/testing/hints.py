"""Which elements of a page hold what was found: rules to begin with."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, cast

from articlekit.testing.golden import GoldenPage
from articlekit.testing.redact import soup_of
from articlekit.text.spaces import fold_spaces

if TYPE_CHECKING:
    from bs4 import Tag

_FIELDS: Final = ("title", "kicker", "dek", "byline", "section")
_LEFT_OUT: Final = frozenset(
    ("html", "head", "body", "title", "script", "style", "meta")
)
# Names that a build tool made: they change with the next release of the site.
_MADE: Final = re.compile(r"\d{2}|[a-z][A-Z].*\d|_\w*\d|__|--|^(?:css|sc|jsx?)-|[^\w-]")
_LONGEST: Final = 1_000


def selectors_of(page: GoldenPage) -> Mapping[str, str]:
    """Return rules that find on *page* what was found without them.

    Args:
        page: A golden page of HTML; one of plain text has none.

    Returns:
        For each field of one text, the rule as written: css("h1.headline").
    """
    soup = soup_of(page.content)
    wanted = {
        _key(page.expected[field]): field
        for field in _FIELDS
        if isinstance(page.expected.get(field), str)
    }
    found: dict[str, str] = {}
    for tag in soup.find_all(name=True):
        text = _text_of(tag)
        field = wanted.get(text) if text else None
        if field and tag.name not in _LEFT_OUT and tag.name.isalnum():
            selector = _selector(tag)
            if soup.select_one(selector) is tag:
                found.setdefault(field, f'css("{selector}")')
    return {field: found[field] for field in _FIELDS if field in found}


def _key(value: object) -> str:
    return fold_spaces(str(value))


def _text_of(tag: "Tag") -> str:
    """Return the text of a small element; large ones hold no single field."""
    pieces: list[str] = []
    size = 0
    for piece in tag.stripped_strings:
        size += len(piece)
        if size > _LONGEST:
            return ""
        pieces.append(piece)
    return fold_spaces(" ".join(pieces))


def _selector(tag: "Tag") -> str:
    classes = cast("list[str] | None", tag.get("class")) or []
    lasting = [name for name in classes if not _MADE.search(name)]
    return ".".join((tag.name, *lasting[:2]))
