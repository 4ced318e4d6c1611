"""Calendar days as pages print them, in any language of the months table."""

import re
import unicodedata
from datetime import date
from typing import NamedTuple

import attrs

from articlekit.text.lexicons import primary
from articlekit.text.months import month_number

_YEAR_FIRST = re.compile(
    r"(?<!\d)([12]\d{3})\s?[-/.年년\u2010-\u2013]\s?(\d{1,2})\s?[-/.月월\u2010-\u2013]\s?(\d{1,2})(?!\d)",
)
_YEAR_LAST = re.compile(
    r"(?<![\d.])(\d{1,2})\s?([-/.\u2010-\u2013])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d:])",
)
_ERA = re.compile(
    r"(令和|平成|昭和|民國|民国)\s?(\d{1,3}|元)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})"
)
_NUMERALS = re.compile(
    r"([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_MONTH_DAY = re.compile(r"(?<!\d)(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_VIETNAMESE = re.compile(
    r"(?<!\d)(\d{1,2})\s?(?:tháng|thg)\s?(\d{1,2})[\s,/-]{0,3}(?:năm\s)?(\d{4})",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.(?!\s?\d)")
_WORD = re.compile(r"[^\W\d_][^\s\d.,;:/()|\[\]·•–—-]{1,24}")
_TWO_WORDS = re.compile(r"\s([^\s\d.,;:/()|]{2,12})")
_DAY_BEFORE = re.compile(
    r"(?<!\d)(?<!\d:)(\d{1,2})(?:[\s.,/º°ª-]|de|of|d['’]|st|nd|rd|th|er|ère|ter|a|м){0,6}$",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"(?<!\d)([12]\d{3})(?:[\s.,/-]|ko|m|г|gada|оны){0,4}$", re.IGNORECASE
)
_YEAR_AFTER = re.compile(
    r"(?:[\s.,/'’-]|del?\b|г|of|[^\W\d_]{1,3}\b){0,5}([12]\d{3})(?!\d)", re.IGNORECASE
)
_DAY_AFTER = re.compile(r"[\s.,/-]{0,3}(\d{1,2})(?![\d:])")
_SHORT_YEAR = re.compile(r"[\s.,/'’-]{1,3}(\d{2})(?![\d:.])")
_YEAR_AFTER_CLOCK = re.compile(
    r"\s?\d{1,2}:\d\d(?::\d\d)?\s?(?:[A-Z]{1,4}\s)?([12]\d{3})(?!\d)"
)
_HAN_DIGITS = "〇一二三四五六七八九"
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
_MONTHS, _CENTURY, _PIVOT = 12, 100, 70
_BUDDHIST = (2400, 2700, 543)
_PERSIAN = (1300, 1500)
_JALALI_MONTHS = {
    "فروردین": 1, "اردیبهشت": 2, "خرداد": 3, "تیر": 4, "مرداد": 5, "شهریور": 6,
    "مهر": 7, "آبان": 8, "آذر": 9, "دی": 10, "بهمن": 11, "اسفند": 12,
}  # fmt: skip


class Day(NamedTuple):
    """A calendar day in a text."""

    value: date
    start: int
    end: int


@attrs.frozen
class Reading:
    """How doubtful days are to be read.

    Attributes:
        language: BCP 47 tag of the text, or None.
        day_first: Whether 3/4/2020 is in April; None where nobody knows.
        today: The day of the reading, or None; decides about missing years.
        year: The year where none is printed, or None.
    """

    language: str | None = None
    day_first: bool | None = None
    today: date | None = None
    year: int | None = None


def _from_persian(year: int, month: int, day: int) -> date | None:
    """Turn a day of the solar Hijri calendar into a Gregorian one."""
    cycle, in_cycle = divmod(year - 979, 33)
    days = 365 * (year - 979) + cycle * 8 + (in_cycle + 3) // 4
    days += 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    try:
        return date.fromordinal(date(1600, 3, 20).toordinal() + days + day - 1)
    except (ValueError, OverflowError):
        return None


def make_day(year: int, month: int, day: int) -> date | None:
    """Build a day, or None where there is no such day.

    Args:
        year: A Gregorian year, a Buddhist one (2400 to 2699) or a Persian one
            (1300 to 1499); two digits are taken as 1970 to 2069.
        month: The month.
        day: The day.
    """
    if year < _CENTURY:
        year += 2000 if year < _PIVOT else 1900
    elif _BUDDHIST[0] <= year < _BUDDHIST[1]:
        year -= _BUDDHIST[2]
    elif _PERSIAN[0] <= year < _PERSIAN[1]:
        return _from_persian(year, month, day)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _without_year(month: int, day: int, reading: Reading) -> date | None:
    """Give a day without year the one that fits."""
    if reading.year:
        return make_day(reading.year, month, day)
    if not reading.today:
        return None
    this = make_day(reading.today.year, month, day)
    if this and this <= reading.today:
        return this
    return make_day(reading.today.year - 1, month, day)


def _is_day_first(mark: str, reading: Reading) -> bool:
    """Decide how 3/4/2020 is meant."""
    if reading.day_first is not None:
        return reading.day_first
    if mark == ".":
        return True
    tag = (reading.language or "").replace("_", "-").casefold()
    return (
        primary(tag) != "en"
        if tag not in {"en-gb", "en-au", "en-in", "en-ie", "en-nz"}
        else True
    )


def _year_last(match: re.Match[str], reading: Reading) -> date | None:
    """Read 3/4/2020 or 4/3/2020."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    day_first = make_day(year, second, first)
    month_first = make_day(year, first, second)
    if _is_day_first(match[2], reading):
        best, other = day_first, month_first
    else:
        best, other = month_first, day_first
    if best and other and reading.today and best > reading.today >= other:
        return other
    return best or other


def _numeric(text: str, reading: Reading) -> Day | None:
    """Find the first day that is printed in numbers only."""
    found: list[Day] = []
    if match := _YEAR_FIRST.search(text):
        _add(found, make_day(int(match[1]), int(match[2]), int(match[3])), match)
    if match := _YEAR_LAST.search(text):
        _add(found, _year_last(match, reading), match)
    if match := _VIETNAMESE.search(text):
        _add(found, make_day(int(match[3]), int(match[2]), int(match[1])), match)
    if "年" in text and (match := _NUMERALS.search(text)):
        year, month, day = (_han_number(group) for group in match.groups())
        _add(found, make_day(year, month, day), match)
    if match := _ERA.search(text):
        year = 1 if match[2] == "元" else int(match[2])
        _add(
            found, make_day(_ERAS[match[1]] + year, int(match[3]), int(match[4])), match
        )
    return min(found, key=lambda day: day.start, default=None)


def _han_number(text: str) -> int:
    """Read a number in Han numerals: "二〇二四" digit by digit, "二十三" by tens."""
    tens, ten, ones = text.replace("零", "〇").rpartition("十")
    digits = "".join(str(_HAN_DIGITS.index(char)) for char in ones)
    if not ten:
        return int(digits)
    return 10 * (_HAN_DIGITS.index(tens) if tens else 1) + int(digits or 0)


def _add(found: list[Day], value: date | None, match: re.Match[str]) -> None:
    """Keep a day where there is one."""
    if value:
        found.append(Day(value, match.start(), match.end()))


def _month_of(
    text: str, word: re.Match[str], reading: Reading
) -> tuple[int, int] | None:
    """Say which month a word names, and where its name ends."""
    form = unicodedata.normalize("NFKC", word[0]).casefold().replace("i\u0307", "i")
    if form[0] == "ב":  # Hebrew "in" is written as one word with the month
        form = form[1:]
    if month := _JALALI_MONTHS.get(form):
        return month, word.end()
    for name in (form, form.partition("'")[2] or form.partition("’")[2]):
        if name and (month := month_number(name, reading.language)):
            return month, word.end()
    if form in {"كانون", "تشرين"} and (second := _TWO_WORDS.match(text, word.end())):
        two = month_number(f"{form} {second[1]}", reading.language)
        return (two, second.end()) if two else None
    return None


def _around(text: str, word: re.Match[str], reading: Reading) -> Day | None:
    """Read the day and year that stand around the name of a month."""
    named = _month_of(text, word, reading)
    if not named:
        return None
    month, end = named
    start = max(0, word.start() - 24)
    left = text[start : word.start()]
    day_left, day_right = _DAY_BEFORE.search(left), _DAY_AFTER.match(text, end)
    if day_right:
        stop = day_right.end()
        after_right = _YEAR_AFTER.match(text, stop) or _YEAR_AFTER_CLOCK.match(
            text, stop
        )
        year_left = _YEAR_BEFORE.search(left)
        if after_right or year_left or not day_left:
            year = after_right or year_left
            value = _dated(year, month, int(day_right[1]), reading)
            begin = (
                start + year_left.start()
                if year_left and not after_right
                else word.start()
            )
            if after_right and after_right.re is _YEAR_AFTER:
                stop = after_right.end()
            return Day(value, begin, stop) if value else None
    if day_left:
        year = _YEAR_AFTER.match(text, end) or _SHORT_YEAR.match(text, end)
        value = _dated(year, month, int(day_left[1]), reading)
        return (
            Day(value, start + day_left.start(), year.end() if year else end)
            if value
            else None
        )
    return None


def _dated(
    year: re.Match[str] | None, month: int, day: int, reading: Reading
) -> date | None:
    """Build a day whose year may be missing."""
    if year:
        return make_day(int(year[1]), month, day)
    return _without_year(month, day, reading)


def _named(text: str, reading: Reading) -> Day | None:
    """Find the first day whose month is a word."""
    for word in _WORD.finditer(text):
        if day := _around(text, word, reading):
            return day
    return None


def _yearless(text: str, reading: Reading) -> Day | None:
    """Find a day printed in numbers without its year."""
    if not (reading.year or reading.today):
        return None
    for pattern, month, day in ((_MONTH_DAY, 1, 2), (_DOTTED, 2, 1)):
        match = pattern.search(text)
        value = match and _without_year(int(match[month]), int(match[day]), reading)
        if match and value:
            return Day(value, match.start(), match.end())
    return None


def find_day(text: str, reading: Reading) -> Day | None:
    """Find the first calendar day in a text.

    Args:
        text: A short text, white space folded, compatibility forms folded.
        reading: How doubtful days are to be read.

    Returns:
        The day that stands first, or None.
    """
    numeric, named = _numeric(text, reading), _named(text, reading)
    if numeric and named:
        return min(numeric, named, key=lambda day: day.start)
    return numeric or named or _yearless(text, reading)
