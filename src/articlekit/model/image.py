"""Pictures of an article and their credits."""

from enum import StrEnum

import attrs

from articlekit.model.portable import Portable


class CreditStatus(StrEnum):
    """How a picture came to the page."""

    WIRE = "wire"
    STAFF = "staff"
    HANDOUT = "handout"
    COURTESY = "courtesy"
    FILE = "file"
    POOL = "pool"
    STOCK = "stock"
    SOCIAL = "social"
    SCREENSHOT = "screenshot"
    AI = "ai"
    UNKNOWN = "unknown"


class ImageKind(StrEnum):
    """What a picture is."""

    PHOTO = "photo"
    ILLUSTRATION = "illustration"
    GRAPHIC = "graphic"
    SCREENSHOT = "screenshot"
    VIDEO = "video"


@attrs.frozen
class ImageCredit(Portable):
    """Who made and who supplied a picture.

    Attributes:
        raw: The credit as printed, with label, sign and brackets.
        text: The same without label, sign and brackets; words of provenance
            ("courtesy of") stay.
        photographers: Names of people, in order.
        agencies: Names of agencies and other suppliers, in order.
        via: Distributors, nearest to the page last.
        status: How the picture came to the page.
        kind: What the picture is.
        license: Licence as printed, or None.
        year: Year of the copyright notice, or None.
        confidence: 0 to 1: that this is a credit and split rightly.
    """

    raw: str
    text: str
    photographers: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    status: CreditStatus = CreditStatus.UNKNOWN
    kind: ImageKind = ImageKind.PHOTO
    license: str | None = None
    year: int | None = None
    confidence: float = 1.0


@attrs.frozen
class Image(Portable):
    """A picture of the article.

    Attributes:
        url: Absolute address of the largest version, or None on a text page.
        alt: Alternative text, or None.
        caption: Caption without the credit, or None.
        credit: Who made and supplied it, or None.
        is_lead: Whether it is the picture that opens the article.
        width: In pixels where the page says so, or None.
        height: In pixels where the page says so, or None.
        block: Index into `Article.body` of its `Figure`, or None where it
            stands above the text or the text's place is unknown.
    """

    url: str | None
    alt: str | None = None
    caption: str | None = None
    credit: ImageCredit | None = None
    is_lead: bool = False
    width: int | None = None
    height: int | None = None
    block: int | None = None
