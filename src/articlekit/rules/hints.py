"""What a caller knows about a page beside its bytes."""

from datetime import datetime
from typing import Final

import attrs


@attrs.frozen(kw_only=True)
class Hints:
    """What a caller knows about a page.

    Attributes:
        url: Address of the page.
        content_type: The HTTP header of that name.
        language: BCP 47 tag.
        timezone: IANA name or offset of the zone that the page's times are in
            where it names none.
        now: The moment that relative dates are counted from and no date may be
            after. Never taken from the system's clock.
    """

    url: str | None = None
    content_type: str | None = None
    language: str | None = None
    timezone: str | None = None
    now: datetime | None = None


NO_HINTS: Final = Hints()
