"""When the article was published and last changed."""

import re
from datetime import date, datetime, timedelta, timezone
from typing import Final

import attrs

from articlekit.fields.clues import Clues
from articlekit.fields.contest import Candidate, Finding, decide
from articlekit.fields.date_lines import (
    Source,
    dates_anywhere,
    distances,
    from_lines,
)
from articlekit.fields.date_sources import date_sources
from articlekit.fields.title import headline_block
from articlekit.model import Moment, Precision, Zone
from articlekit.text.clock import find_clock
from articlekit.text.dates import is_after, read_moment
from articlekit.text.lexicons import primary
from articlekit.text.relative import find_distance

_EPOCH_DAY, _FIRST_YEAR = (1970, 1, 1), 1700
_DOUBTFUL: Final = 0.15
_LONGEST_CLOCK = 24
_WIDEST_ZONE, _SECOND = timedelta(hours=14), timedelta(seconds=1)
_URL_YEAR: Final = re.compile(r"/((?:19|20)\d\d)[/_-]")
_DAY_FIRST_HOSTS: Final = (
    ".uk",
    ".au",
    ".in",
    ".ie",
    ".nz",
    ".za",
    ".ng",
    ".ke",
    ".pk",
    ".sg",
    ".my",
    ".bd",
    ".lk",
    ".gh",
)
_AMERICAN: Final = frozenset(("en-us", "en-ca", "en-ph"))


def _day_first(clues: Clues) -> bool | None:
    """Say how the site writes 3/4/2020, as far as language and host tell."""
    tag = (clues.language or "").casefold()
    if primary(tag) not in {"en", ""}:
        return None
    if tag in _AMERICAN:
        return False
    return True if clues.host.endswith(_DAY_FIRST_HOSTS) else None


def _read(clues: Clues, sources: list[Source]) -> list[Candidate[Moment]]:
    """Read all raw dates."""
    hints, day_first = clues.hints, _day_first(clues)
    match = _URL_YEAR.search(clues.address or "")
    year = int(match[1]) if match else None
    found: list[Candidate[Moment]] = []
    known: dict[str, Moment] = {}
    for raw, origin, locator, confidence, _ in sources:
        moment = known.get(raw)
        if moment is None:
            moment = known[raw] = read_moment(
                raw,
                language=clues.language,
                timezone=hints.timezone,
                now=hints.now,
                day_first=day_first,
                year=year,
            )
        found.append(Candidate(moment, origin, locator, raw, confidence))
    return found


def _veto(candidate: Candidate[Moment], now: datetime | None) -> str | None:
    """Say what speaks against a date."""
    value = candidate.value.value
    if value is None:
        return "date-unreadable"
    if value.year <= _EPOCH_DAY[0]:
        if (value.year, value.month, value.day) == _EPOCH_DAY:
            return "date-is-epoch"
        if value.year < _FIRST_YEAR:
            return "date-too-old"
    return "date-in-future" if now and is_after(candidate.value, now) else None


def _localised(candidates: list[Candidate[Moment]]) -> list[Candidate[Moment]]:
    """Give a time in UTC the zone in which the page prints the same time.

    A page that says "22:04 UTC" to machines and "00:04" on the next day to its
    readers tells both the instant and the clock, so its zone is known.
    """
    clocks = [
        c.value.value
        for c in candidates
        if isinstance(c.value.value, datetime) and c.value.value.tzinfo is None
    ]
    return [_in_zone_of(c, clocks) for c in candidates] if clocks else candidates


def _in_zone_of(
    candidate: Candidate[Moment], clocks: list[datetime]
) -> Candidate[Moment]:
    """Move one candidate to the zone of a wall clock that shows its instant."""
    value = candidate.value.value
    if not isinstance(value, datetime) or value.utcoffset() != timedelta(0):
        return candidate
    for clock in clocks:
        ahead = clock.replace(second=0) - value.replace(
            tzinfo=None, second=0, microsecond=0
        )
        whole = ahead % timedelta(minutes=30) == timedelta(0)
        if whole and ahead and abs(ahead) <= _WIDEST_ZONE:
            local = attrs.evolve(
                candidate.value, value=value.astimezone(timezone(ahead))
            )
            return candidate._replace(value=local)
    return candidate


def _keyed(
    candidates: list[Candidate[Moment]], now: datetime | None
) -> list[Candidate[Moment]]:
    """Judge dates; those of one day, and one instant in two zones, are the same."""
    instants: dict[int, int] = {}
    keyed: list[Candidate[Moment]] = []
    for candidate in candidates:
        moment, origin, locator, raw, confidence, _, _ = candidate
        key: int | str = raw
        if moment.value:
            key = day = moment.value.toordinal()
            minute = _instant(moment.value)
            if minute is not None:
                key = instants.setdefault(minute, day)
        veto = _veto(candidate, now)
        keyed.append(Candidate(moment, origin, locator, raw, confidence, key, veto))
    return keyed


def _instant(value: date) -> int | None:
    """Return the minute of an instant; None where the zone is unknown."""
    ahead = value.utcoffset() if isinstance(value, datetime) else None
    if ahead is None or not isinstance(value, datetime):
        return None
    clock = (value.toordinal() * 24 + value.hour) * 60 + value.minute
    return clock * 60 - ahead // _SECOND


def _exactness(moment: Moment) -> float:
    """Prefer a time to a day, a known zone to an unknown one."""
    value = moment.value
    if not isinstance(value, datetime):
        return 0.0
    midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
    local = value.tzinfo is not None and value.utcoffset() != timedelta(0)
    return (0.5 if midnight else 2.0) + (moment.zone is not Zone.UNKNOWN) + 0.5 * local


def _one(
    clues: Clues, field: str, candidates: list[Candidate[Moment]]
) -> Finding[Moment]:
    """Decide one of the two dates."""
    now = clues.hints.now
    found = decide(field, _keyed(_localised(candidates), now), prefer=_exactness)
    if found.value is not None:
        return found
    raws = (c.value for c in candidates if c.origin != "meta")
    unread = next((moment for moment in raws if _is_distance(moment.raw)), None)
    return attrs.evolve(found, value=unread and attrs.evolve(unread, value=None))


def _is_distance(raw: str) -> bool:
    """Say whether a raw date is a distance from now."""
    return find_distance(" ".join(raw.casefold().split())) is not None


def _is_usable(candidate: Candidate[Moment], now: datetime | None) -> bool:
    """Say whether a date can be the article's."""
    return candidate.confidence > _DOUBTFUL and _veto(candidate, now) is None


def find_dates(clues: Clues) -> tuple[Finding[Moment], Finding[Moment]]:
    """Find when the article was published, and when it was last changed.

    Args:
        clues: The page.

    Returns:
        Both dates; neither is ever a copy of the other. A date that is only
        printed as a distance from now has no value without `Hints.now`.
    """
    sources = date_sources(clues)
    candidates = _read(clues, sources)
    if not any(_is_usable(c, clues.hints.now) for c in candidates):
        head = headline_block(clues)
        sources += from_lines(clues, head)
        sources += distances(clues, head)
        sources += dates_anywhere(clues, head)
        candidates = _read(clues, sources)
    first = [c for c, s in zip(candidates, sources, strict=True) if not s.later]
    later = [c for c, s in zip(candidates, sources, strict=True) if s.later]
    published = _one(clues, "published", first)
    later = _on_same_day(later, published.value)
    return published, _one(clues, "modified", later)


def _on_same_day(
    candidates: list[Candidate[Moment]], published: Moment | None
) -> list[Candidate[Moment]]:
    """Read a bare time as one of the day of publishing: "3 May, 6:00, updated 11:34"."""
    day = published.value if published else None
    if not isinstance(day, datetime) or day.utcoffset() == timedelta(0):
        return candidates
    return [
        c if c.value.value else c._replace(value=_later_that_day(c.value, day))
        for c in candidates
    ]


def _later_that_day(moment: Moment, day: datetime) -> Moment:
    """Give a time without a day the day, where it is not before that day's time."""
    raw = moment.raw
    clock = find_clock(raw, 0, _LONGEST_CLOCK) if len(raw) <= _LONGEST_CLOCK else None
    if clock is None or any(map(str.isdigit, raw[: clock.start] + raw[clock.end :])):
        return moment
    value = day.replace(
        hour=clock.hour, minute=clock.minute, second=clock.second or 0, microsecond=0
    )
    if value < day:
        return moment
    exact = Precision.MINUTE if clock.second is None else Precision.SECOND
    known = Zone.UNKNOWN if value.tzinfo is None else Zone.ASSUMED
    return Moment(value, exact, known, raw)
