"""Times of day as pages print them."""

import re
from typing import NamedTuple

_CLOCK = re.compile(
    r"(?<![\d:.,/-])(\d{1,2})\s?(?:[:hHH時시点點՝]|\.(?=\d\d(?!\d)))\s?(\d{2})(?!\d)"
    r"(?:\s?[:分분m]\s?(\d{2})(?!\d)(?:\.\d{1,9})?)?",
)
_HOUR = re.compile(
    r"(?<![\d:.,/-])(\d{1,2})\s?(?=[ap]\.?\s?m\b|uhr\b|h\b|[時시点點])", re.IGNORECASE
)
_AFTER = re.compile(
    r"\s{0,2}(?:([ap])\.?\s?m\b\.?|([πμ])\.?\s?μ\b\.?|(ص|صباحا|م|مساء)(?!\w)|uhr\b|hrs\b|[h分분時시])?",
    re.IGNORECASE,
)
_MORNING = re.compile(r"(?:午前|上午|오전|凌晨|早上)\s?$")
_EVENING = re.compile(r"(?:午後|下午|오후|晚上|晩上)\s?$")
_NOON, _HOURS, _SIXTY = 12, 24, 60


class Clock(NamedTuple):
    """A time of day in a text; *second* is None where none is printed."""

    hour: int
    minute: int
    second: int | None
    start: int
    end: int


def _half_of_day(hour: int, mark: str | None) -> int:
    """Apply "a" or "p" to an hour."""
    if mark == "p" and hour < _NOON:
        return hour + _NOON
    if mark == "a" and hour == _NOON:
        return 0
    return hour


def _mark(text: str, match: re.Match[str], after: re.Match[str] | None) -> str | None:
    """Say whether morning ("a") or evening ("p") is printed beside a time."""
    if after and after.lastindex:
        found = after[after.lastindex].casefold()
        return "a" if found[0] in "aπص" else "p"
    before = text[max(0, match.start() - 4) : match.start()]
    if _EVENING.search(before):
        return "p"
    return "a" if _MORNING.search(before) else None


def _clock(text: str, match: re.Match[str]) -> Clock | None:
    """Check a match and read what stands beside it."""
    after = _AFTER.match(text, match.end())
    groups: list[str] = list(match.groups())
    minute = int(groups[1]) if len(groups) > 1 else 0
    second = int(groups[2]) if len(groups) > 1 and groups[2] else None
    hour = _half_of_day(int(groups[0]), _mark(text, match, after))
    if hour == _HOURS and minute == 0:
        hour = 0
    if hour >= _HOURS or minute >= _SIXTY or (second or 0) >= _SIXTY:
        return None
    end = after.end() if after else match.end()
    return Clock(hour, minute, second, match.start(), end)


def find_clock(text: str, start: int, end: int) -> Clock | None:
    """Find the first time of day in a part of a text.

    Args:
        text: The text as printed.
        start: Where to begin.
        end: Where the time must begin at the latest.

    Returns:
        The time, or None.
    """
    for pattern in (_CLOCK, _HOUR):
        match = pattern.search(text, start, min(len(text), end + 12))
        if match and match.start() <= end:
            return _clock(text, match)
    return None
