"""The article as a whole."""

from enum import StrEnum
from functools import cached_property

import attrs

from articlekit.model.blocks import Block, running_text
from articlekit.model.evidence import Evidence
from articlekit.model.headline import HeadlineItem
from articlekit.model.image import Image, ImageCredit
from articlekit.model.moment import Moment
from articlekit.model.people import Author, Dateline
from articlekit.model.portable import Portable
from articlekit.model.quote import Quote


class ArticleKind(StrEnum):
    """What a page is."""

    ARTICLE = "article"
    LIVE_BLOG = "live-blog"
    VIDEO = "video"
    GALLERY = "gallery"
    LISTING = "listing"
    OTHER = "other"


class Access(StrEnum):
    """Who may read the whole text."""

    FREE = "free"
    METERED = "metered"
    PAID = "paid"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """What became of the parse.

    OK: an article with a body. PARTIAL: some of it is missing (a wall, a cut
    page). EMPTY: no content. BLOCKED: a consent, captcha or bot wall, or a page
    that is empty without scripts. NOT_ARTICLE: a front page or other page.
    """

    OK = "ok"
    PARTIAL = "partial"
    EMPTY = "empty"
    BLOCKED = "blocked"
    NOT_ARTICLE = "not-article"


@attrs.frozen(kw_only=True)
class Article(Portable):
    """A news page as values.

    What the page lacks, or what was not asked for, is None or ().

    Attributes:
        url: Address that the caller gave, or None.
        canonical_url: Address that the page names as its own, or None.
        site_name: Name of the site, or None.
        language: BCP 47 tag, or None.
        kind: What the page is.
        status: What became of the parse.
        warnings: Codes of what went wrong on the way, sorted, each once.
        title: Headline without the site's name, or None.
        kicker: Line above the headline, or None.
        dek: Standfirst below the headline, or None.
        byline: Line that names the authors, as printed, or None.
        authors: Who wrote it, in order.
        agencies: Names of the wire services credited for the text.
        dateline: Place, agency and date that open the text, or None.
        published: When it was first published, or None.
        modified: When it was last changed, or None; never copied from
            *published*.
        section: Section or category, or None.
        tags: Keywords, in order.
        access: Who may read the whole text.
        truncated: Whether the page holds only a part of the text; None where it
            was not asked for.
        body: Typed blocks in order.
        images: The article's pictures in order.
        quotes: Quotations in order of their start, as ranges of `text`.
        headlines: Other stories listed on the page, in order.
        evidence: Where the values came from and what was passed over; takes no
            part in equality.
    """

    url: str | None = None
    canonical_url: str | None = None
    site_name: str | None = None
    language: str | None = None
    kind: ArticleKind | None = None
    status: Status = Status.OK
    warnings: tuple[str, ...] = ()
    title: str | None = None
    kicker: str | None = None
    dek: str | None = None
    byline: str | None = None
    authors: tuple[Author, ...] = ()
    agencies: tuple[str, ...] = ()
    dateline: Dateline | None = None
    published: Moment | None = None
    modified: Moment | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    access: Access | None = None
    truncated: bool | None = None
    body: tuple[Block, ...] = ()
    images: tuple[Image, ...] = ()
    quotes: tuple[Quote, ...] = ()
    headlines: tuple[HeadlineItem, ...] = ()
    evidence: tuple[Evidence, ...] = attrs.field(default=(), eq=False, repr=False)

    @cached_property
    def text(self) -> str:
        """The running text: blocks joined by one newline."""
        return "\n".join(filter(None, map(running_text, self.body)))

    @cached_property
    def image_credits(self) -> tuple[ImageCredit, ...]:
        """The credits of the pictures that have one, in order."""
        return tuple(image.credit for image in self.images if image.credit)

    def why(self, field: str) -> tuple[Evidence, ...]:
        """Say where the value of *field* came from.

        Args:
            field: Name of an attribute.

        Returns:
            What was taken first, then what was passed over with the code of
            the veto; empty where the page had nothing.

        Raises:
            ValueError: *field* is no attribute of `Article`.
        """
        if field not in FIELD_NAMES:
            message = f"Article has no field {field!r}"
            raise ValueError(message)
        found = [e for e in self.evidence if e.field == field]
        return tuple(sorted(found, key=lambda e: e.rejected is not None))


FIELD_NAMES = tuple(a.name for a in attrs.fields(Article))
