"""Printed dates and times -> `Moment`."""

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta, tzinfo

import attrs

from articlekit.model import Moment, Precision, Zone
from articlekit.text.clock import Clock, find_clock
from articlekit.text.printed import Day, Reading, find_day
from articlekit.text.relative import before, find_distance
from articlekit.text.zones import find_zone, named_zone, offset_zone

_ISO = re.compile(
    r"\s*(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:(?:T|\s{1,2}|T\s)(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,:]\d{1,9})?)?)?(?![\d:])",
)
_ISO_EXACT = re.compile(
    r"([12]\d{3})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|([+-])(\d\d):?(\d\d)?))?$"
)
_COMPACT = re.compile(
    r"\s*(\d{4})(\d\d)(\d\d)(?:[T\s-]?(\d\d):?(\d\d):?(\d\d)?(?:\.\d{1,9})?)?(?=Z|[+-]|\s|$)"
)
# Years of the Thai calendar, which some sites write to their data.
_BUDDHIST = re.compile(r"2[56]\d\d-\d\d-\d\d")
_BUDDHA = 543
_EPOCH = re.compile(r"\s*(\d{9,10})(\d{3})?(?:\.\d{1,9})?\s*$")
_DOT_INSIDE = re.compile(r"(?<=[^\s\d.])\.(?=[^\s\d.])")
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
_AFTERNOON = re.compile(r"\s?p\.?m\b\.?", re.IGNORECASE)
_ODD_DATE = re.compile(r"\d{5}|\d\D{1,12}\d{4}|\d{4}\D{1,12}\d")
_MOST_GAPS = 4
_LONGEST, _LONGEST_ODD, _GAP = 240, 48, 24
_FUTURE = timedelta(hours=26)  # a naive time may be ahead by its zone
_FIRST_YEAR, _LAST_YEAR = 1600, 2200


@attrs.frozen
class _Context:
    """What the caller knows about a raw date."""

    reading: Reading
    zone: tzinfo | None
    now: datetime | None


def read_moment(
    raw: str,
    *,
    language: str | None = None,
    timezone: str | tzinfo | None = None,
    now: datetime | None = None,
    day_first: bool | None = None,
    year: int | None = None,
) -> Moment:
    """Read the first date, and the time beside it, in a short text.

    Args:
        raw: ISO 8601 and what resembles it, RFC 2822, seconds or milliseconds
            of the epoch, a date printed in words or numbers, or a distance
            ("2 hours ago").
        language: BCP 47 tag of the text; decides about months and order.
        timezone: The zone to assume where none is printed: a `tzinfo`, an IANA
            name or an offset.
        now: The time of reading. Without it a distance has no value.
        day_first: Whether 3/4/2020 is in April; None leaves it to *language*.
        year: The year of a date that is printed without one.

    Returns:
        The moment. Its value is None where nothing could be read, or where it
        lies after *now*.
    """
    if _BUDDHIST.match(raw):
        moment = _exact(f"{int(raw[:4]) - _BUDDHA}{raw[4:]}")
        moment = attrs.evolve(moment, raw=raw) if moment else None
    else:
        moment = _exact(raw)
    if moment is not None:
        return (
            attrs.evolve(moment, value=None)
            if now and is_after(moment, now)
            else moment
        )
    today = (now + timedelta(hours=14)).date() if now else None
    reading = Reading(language=language, day_first=day_first, today=today, year=year)
    moment = _read(raw, _Context(reading, named_zone(timezone), now))
    if now and moment.value and is_after(moment, now):
        return attrs.evolve(moment, value=None)
    return moment


def _exact(raw: str) -> Moment | None:
    """Read a complete ISO 8601 time with its zone, or a day: what data mostly hold."""
    match = _ISO_EXACT.match(raw)
    if match is None:
        return None
    year, month, day, hour, minute, second, sign, ahead, minutes = match.groups()
    try:
        if hour is None:
            return Moment(date(int(year), int(month), int(day)), raw=raw)
        zone: tzinfo = UTC
        if sign:
            offset = timedelta(hours=int(ahead), minutes=int(minutes or 0))
            zone = offset_zone(-offset if sign == "-" else offset)
        value = datetime(
            int(year),
            int(month),
            int(day),
            int(hour),
            int(minute),
            int(second or 0),
            0,
            zone,
        )
    except ValueError:
        return None
    return Moment(
        value, Precision.SECOND if second else Precision.MINUTE, Zone.KNOWN, raw
    )


def is_after(moment: Moment, now: datetime) -> bool:
    """Say whether a moment lies in the future of *now*, whatever its zone.

    Args:
        moment: The moment.
        now: Naive times count as UTC.
    """
    value, here = moment.value, now if now.tzinfo else now.replace(tzinfo=UTC)
    if value is None:
        return False
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    if value.tzinfo:
        return value > here + timedelta(minutes=5)
    return value.replace(tzinfo=UTC) > here + _FUTURE


def _read(raw: str, context: _Context) -> Moment:
    """Try the readings in the order of their cost."""
    fast = _ISO.match(raw) or _COMPACT.match(raw)
    if fast and (moment := _from_groups(raw, fast, context)):
        return moment
    if (epoch := _EPOCH.match(raw)) and (moment := _from_epoch(raw, epoch)):
        return moment
    text = _plain(raw)
    if not text:
        return Moment(None, raw=raw)
    day = find_day(text, context.reading)
    if day:
        return _with_clock(raw, text, day, context)
    return _from_distance(raw, text, context) or _from_dateutil(raw, text, context)


def _plain(raw: str) -> str:
    """Fold white space, compatibility forms, digits and dots inside of words."""
    text = " ".join(raw[:_LONGEST].split())
    if text.isascii():
        return text
    text = _DOT_INSIDE.sub("", unicodedata.normalize("NFKC", text))
    return _FOREIGN_DIGIT.sub(lambda digit: str(int(digit[0])), text)


def _from_groups(raw: str, match: re.Match[str], context: _Context) -> Moment | None:
    """Build a moment from year, month, day, hour, minute, second."""
    year, month, day, hour, minute, second = match.groups()
    if not _FIRST_YEAR < int(year) < _LAST_YEAR:
        return None
    try:
        if hour is None:
            return Moment(date(int(year), int(month), int(day)), raw=raw)
        value = datetime(
            int(year),
            int(month),
            int(day),
            int(hour) % 24,
            int(minute),
            int(second or 0),
        )
    except ValueError:
        return None
    precision = Precision.SECOND if second else Precision.MINUTE
    after = _AFTERNOON.match(raw, match.end())
    if after and value.hour < 12:
        value += timedelta(hours=12)
    end = after.end() if after else match.end()
    return _zoned(Moment(value, precision, raw=raw), raw, end, context)


def _from_epoch(raw: str, match: re.Match[str]) -> Moment | None:
    """Read seconds or milliseconds since 1970."""
    value = datetime.fromtimestamp(int(match[1]), UTC)
    return Moment(value, Precision.SECOND, Zone.KNOWN, raw)


def _zoned(moment: Moment, text: str, end: int, context: _Context) -> Moment:
    """Give a naive time the zone that stands after it, or the assumed one."""
    value = moment.value
    if not isinstance(value, datetime):
        return moment
    zone = find_zone(text, end, value)
    if zone:
        there = value.replace(tzinfo=zone)
        return Moment(there, moment.precision, Zone.KNOWN, moment.raw)
    if context.zone:
        return attrs.evolve(
            moment, value=value.replace(tzinfo=context.zone), zone=Zone.ASSUMED
        )
    return moment


def _near_clock(text: str, day: Day) -> Clock | None:
    """Find the time that belongs to a day: after it, else before it."""
    clock = find_clock(text, day.end, day.end + _GAP)
    if clock and not any(c.isdigit() for c in text[day.end : clock.start]):
        return clock
    clock = find_clock(text[: day.start], 0, day.start)
    if clock and not any(c.isdigit() for c in text[clock.end : day.start]):
        return clock
    return None


def _with_clock(raw: str, text: str, day: Day, context: _Context) -> Moment:
    """Add the time of day to a calendar day."""
    clock = _near_clock(text, day)
    if not clock:
        return Moment(day.value, raw=raw)
    return _timed(raw, text, day.value, clock=clock, context=context)


def _timed(
    raw: str, text: str, day: date, *, clock: Clock, context: _Context
) -> Moment:
    """Join a day and a time of day."""
    value = datetime(
        day.year, day.month, day.day, clock.hour, clock.minute, clock.second or 0
    )
    precision = Precision.MINUTE if clock.second is None else Precision.SECOND
    return _zoned(Moment(value, precision, raw=raw), text, clock.end, context)


def _from_distance(raw: str, text: str, context: _Context) -> Moment | None:
    """Read "2 hours ago", "yesterday, 10:30"."""
    distance = find_distance(text.casefold())
    if not distance:
        return None
    if context.now is None:
        return Moment(None, raw=raw)
    here = (
        context.now.astimezone(context.zone)
        if context.now.tzinfo and context.zone
        else context.now
    )
    then = before(here, distance)
    if then is None:
        return Moment(None, raw=raw)
    if distance.fine:
        zone = Zone.KNOWN if then.tzinfo else Zone.UNKNOWN
        return Moment(
            then.replace(second=0, microsecond=0), Precision.MINUTE, zone, raw
        )
    clock = find_clock(text, 0, len(text))
    return (
        _timed(raw, text, then.date(), clock=clock, context=context)
        if clock
        else Moment(then.date(), raw=raw)
    )


def _from_dateutil(raw: str, text: str, context: _Context) -> Moment:
    """Ask dateutil, for odd but short forms; a part that it invents is refused."""
    if (
        len(text) > _LONGEST_ODD
        or not _ODD_DATE.search(text)
        or text.count(" ") > _MOST_GAPS
    ):
        return Moment(None, raw=raw)
    from dateutil import parser

    first, second = datetime(2000, 1, 1), datetime(2003, 2, 2, 1, 1)
    try:
        a = parser.parse(text, default=first, ignoretz=True)
        b = parser.parse(text, default=second, ignoretz=True)
    except (ValueError, OverflowError, TypeError):
        return Moment(None, raw=raw)
    if a.date() != b.date():
        return Moment(None, raw=raw)
    if a.time() != b.time():
        return Moment(a.date(), raw=raw)
    return _zoned(Moment(a, Precision.MINUTE, raw=raw), text, len(text), context)
