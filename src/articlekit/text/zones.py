"""Time zones as pages print them: abbreviations and offsets."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

# Minutes east of UTC. Where an abbreviation has several meanings, the one that
# news pages use most.
_MINUTES = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "UT": 0,
    "BST": 60, "CET": 60, "MEZ": 60, "WAT": 60, "WEST": 60,
    "CEST": 120, "MESZ": 120, "EET": 120, "SAST": 120, "CAT": 120,
    "EEST": 180, "MSK": 180, "EAT": 180, "TRT": 180, "МСК": 180,
    "GST": 240, "PKT": 300, "IST": 330, "NPT": 345, "BDT": 360, "WIB": 420,
    "ICT": 420, "WITA": 480, "SGT": 480, "HKT": 480, "MYT": 480, "PHT": 480,
    "AWST": 480, "WIT": 540, "JST": 540, "KST": 540, "ACST": 570, "AEST": 600,
    "ACDT": 630, "AEDT": 660, "NZST": 720, "NZDT": 780,
    "NST": -210, "NDT": -150, "AST": -240, "ADT": -180, "BRT": -180, "ART": -180,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360,
    "PST": -480, "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600,
}  # fmt: skip
# Names that leave open whether summer time is kept: standard minutes.
_AMERICAN = {"ET": -300, "CT": -360, "MT": -420, "PT": -480}
_SUMMER_FIRST, _SUMMER_LAST = 3, 11

_OFFSET = re.compile(r"\s{0,2}([+\-−])(\d{1,2}):?(\d{2})?(?!\d)")
_NAME = re.compile(r"[\s(,]{0,3}([A-ZМСК]{1,4})(?![^\W\d_])")
_MOST_MINUTES = 14 * 60


def _american(name: str, when: datetime) -> int:
    """Return the offset of a name such as "ET" on a day."""
    sundays_gone = (when.day - when.isoweekday() % 7 + 6) // 7
    if when.month == _SUMMER_FIRST:
        summer = sundays_gone >= 2 and when.day > when.isoweekday() % 7
    elif when.month == _SUMMER_LAST:
        summer = when.day < 7 and when.day <= when.isoweekday() % 7 - 1
    else:
        summer = _SUMMER_FIRST < when.month < _SUMMER_LAST
    return _AMERICAN[name] + 60 * summer


def _offset(match: re.Match[str]) -> tzinfo | None:
    """Turn a match of `_OFFSET` into a zone."""
    sign, hours, minutes = match.groups()
    east = int(hours) * 60 + int(minutes or 0)
    if east > _MOST_MINUTES:
        return None
    return timezone(timedelta(minutes=east if sign == "+" else -east))


@lru_cache(maxsize=64)
def offset_zone(ahead: timedelta) -> timezone:
    """Return the zone that is *ahead* of UTC.

    Raises:
        ValueError: *ahead* is a day or more.
    """
    return timezone(ahead) if ahead else UTC


def find_zone(text: str, start: int, when: datetime) -> tzinfo | None:
    """Read the zone that stands in *text* right after a time.

    Args:
        text: The text as printed.
        start: Index after the time.
        when: The time itself, which decides about summer time.

    Returns:
        A fixed offset, or None if no zone stands there.
    """
    name = _NAME.match(text, start)
    word = name[1] if name else ""
    if name and (word in _MINUTES or word in _AMERICAN):
        start = name.end()
    offset = _OFFSET.match(text, start)
    if offset and (zone := _offset(offset)):
        return zone
    if word in _AMERICAN:
        return timezone(timedelta(minutes=_american(word, when)))
    if word in _MINUTES:
        minutes = _MINUTES[word]
        return timezone(timedelta(minutes=minutes)) if minutes else UTC
    return None


def named_zone(name: str | tzinfo | None) -> tzinfo | None:
    """Return the zone that a caller names.

    Args:
        name: An IANA name ("Asia/Kolkata"), an offset ("+05:30"), an
            abbreviation, a `tzinfo`, or None.

    Returns:
        The zone, or None where the name is unknown.
    """
    if name is None or isinstance(name, tzinfo):
        return name
    fixed = find_zone(name, 0, datetime(2000, 1, 1))
    return fixed or _from_database(name)


def _from_database(name: str) -> tzinfo | None:
    """Look up an IANA name."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        return None
