"""Times that a page prints as a distance from now."""

import re
from datetime import datetime, timedelta
from functools import cache
from typing import NamedTuple, cast

from articlekit.text.lexicons import table

_NUMBER = re.compile(r"\d{1,4}")
# "an hour ago", "vor einer Stunde": the whole form must fit, so these are no traps.
_ONE = re.compile(
    r"(?<!\S)(?:an?|one|eine[rmn]?|une?|un[ao]?|uma?|e[tn]|één|een|yhden|jeden|jedn[aąu]"
    r"|egy|один|одну|одна|едина?|един|ένα|μία|μια|bir|se(?=jam|hari|minggu))(?!\S)"
)
_GLUE = re.compile(r"[\s.,:()\[\]|·•]+")
_UNITS = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
    "month": timedelta(days=30),
    "year": timedelta(days=365),
}
_FINE = frozenset({"second", "minute", "hour"})
_LONGEST = 60


class Distance(NamedTuple):
    """How long ago something was; *fine* where hours or less are printed."""

    ago: timedelta
    fine: bool
    end: int


@cache
def _patterns() -> dict[str, str]:
    """Map printed forms, with "#" for the number, to units of time."""
    data = cast("dict[str, dict[str, list[str]]]", table("ago"))
    return {
        form.replace(" ", ""): unit
        for units in data.values()
        for unit, forms in units.items()
        for form in forms
    }


@cache
def _day_words() -> dict[str, int]:
    """Map words such as "yesterday" to days ago."""
    data = cast("dict[str, dict[str, list[str]]]", table("days"))
    return {
        word.casefold(): int(number)
        for part in data.values()
        for number, forms in part.items()
        for word in forms
    }


def _counted(text: str) -> Distance | None:
    """Read "2 hours ago" and "an hour ago" in any language of the table."""
    number = _NUMBER.search(text)
    if number:
        return _around(text, number, int(number[0]))
    found = (_around(text, word, 1) for word in _ONE.finditer(text))
    return next(filter(None, found), None)


def _around(text: str, number: re.Match[str], count: int) -> Distance | None:
    """Read the words that stand around a number."""
    before, after = text[: number.start()].split(), text[number.end() :].split()
    table = _patterns()
    for left in range(min(3, len(before)) + 1):
        head = "".join(before[len(before) - left :]) if left else ""
        for right in range(min(4, len(after)) + 1):
            form = f"{head}#{''.join(after[:right])}".rstrip(".,;|")
            if unit := table.get(form):
                return Distance(count * _UNITS[unit], unit in _FINE, len(text))
    return None


_FEW_WORDS = 3


def _worded(text: str) -> Distance | None:
    """Read "yesterday" or "just now" in any language of the table."""
    table = _day_words()
    words = _GLUE.split(text)
    dated = any(map(str.isdigit, text))
    if len(words) > _FEW_WORDS and not dated:
        return None  # prose: "Now it is here."
    # Behind two other words it may be one of another language: "Was geht hier?"
    for word in words[: 4 if dated else 2]:
        days = table.get(word)
        if days is not None:
            return Distance(
                timedelta(days=days), fine=False, end=text.find(word) + len(word)
            )
    whole = _GLUE.sub(" ", text).strip()
    if whole in table:
        return Distance(
            timedelta(days=table[whole]), fine=table[whole] == 0, end=len(text)
        )
    return None


def find_distance(text: str) -> Distance | None:
    """Read a distance from now.

    Args:
        text: A text in lower case, white space folded.

    Returns:
        The distance, or None where the text states none.
    """
    if len(text) > _LONGEST:
        return None
    return _counted(text) or _worded(text)


def before(now: datetime, distance: Distance) -> datetime | None:
    """Return the moment that is *distance* before *now*, None before year 1."""
    try:
        return now - distance.ago
    except OverflowError:
        return None
