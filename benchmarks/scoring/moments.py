"""Comparing dates and times."""

from datetime import UTC, date, datetime


def when(value: object) -> datetime | None:
    """The moment that an ISO string names; ``None`` where it names none."""
    if not value:
        return None
    try:
        return datetime.fromisoformat(str(value))
    except ValueError:
        return None


def days(moment: datetime) -> frozenset[date]:
    """The day of a moment in its own zone and in UTC."""
    if moment.tzinfo is None:
        return frozenset({moment.date()})
    return frozenset({moment.date(), moment.astimezone(UTC).date()})


def same_minute(true: datetime, found: datetime) -> bool:
    """Equal to the minute.

    A truth without a zone is compared with the wall clock that was found.
    """
    if true.tzinfo and found.tzinfo:
        true, found = true.astimezone(UTC), found.astimezone(UTC)
    return _clock(true) == _clock(found)


def _clock(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0, tzinfo=None)
