"""Tests of comparing dates."""

from datetime import date, datetime

import pytest
from benchmarks.scoring.moments import days, same_minute, when


def moment(text: str) -> datetime:
    """The moment of a text that has one."""
    found = when(text)
    assert found is not None
    return found


@pytest.mark.parametrize("value", [None, "", "yesterday", "2024-13-01", 5.5])
def test_when_refuses_what_is_no_iso_date(value: object) -> None:
    """Anything but an ISO string gives no moment."""
    assert when(value) is None


def test_days_hold_the_day_in_utc_too() -> None:
    """Late in the evening west of Greenwich, it is the next day in UTC."""
    late = moment("2024-03-05T23:30:00-05:00")
    assert {date(2024, 3, 5), date(2024, 3, 6)} == days(late)


def test_same_minute_compares_zones() -> None:
    """Equal instants in two zones are the same minute, other instants are not."""
    true = moment("2024-03-05T09:30:10+01:00")
    assert same_minute(true, moment("2024-03-05T08:30:59Z"))
    assert not same_minute(true, moment("2024-03-05T09:30:10Z"))


def test_same_minute_without_zone_compares_the_clock() -> None:
    """A truth without a zone is compared with what the clock showed."""
    assert same_minute(moment("2024-03-05T09:30"), moment("2024-03-05T09:30:30+05:30"))
