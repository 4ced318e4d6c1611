"""Points in time as a page prints them."""

from datetime import date, datetime
from enum import StrEnum

import attrs


class Precision(StrEnum):
    """How exactly a page states a time."""

    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class Zone(StrEnum):
    """How the time zone of a moment is known."""

    KNOWN = "known"
    ASSUMED = "assumed"
    UNKNOWN = "unknown"


@attrs.frozen
class Moment:
    """A date or time, with how exact it is and how it was printed.

    Attributes:
        value: A `date` where the precision is a day, else a `datetime`: aware
            where the zone is known or assumed, naive where it is unknown. None
            where *raw* could not be read (e.g. "2 hours ago" without `now`).
        precision: How exactly the page states it.
        zone: Whether the page names the zone (known), a hint or a profile does
            (assumed), or nobody does (unknown).
        raw: The text as printed.
    """

    value: datetime | date | None
    precision: Precision = Precision.DAY
    zone: Zone = Zone.UNKNOWN
    raw: str = ""
