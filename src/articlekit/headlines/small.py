"""Small texts that say by themselves what they are: dates, counts, badges, bylines."""

import re
from functools import cache, lru_cache
from typing import Final, cast

from articlekit.headlines.cards import width_of
from articlekit.headlines.names import folded
from articlekit.pictures.captions import is_credit_line
from articlekit.text.agencies import is_agency
from articlekit.text.dates import read_moment
from articlekit.text.lexicons import table
from articlekit.text.months import month_number
from articlekit.text.relative import find_distance

LONGEST: Final = 60
"""No small text is longer."""
LONGEST_WORDS: Final = 34
"""No badge, "more" or date without a digit is longer."""

_DIGIT: Final = re.compile(r"\d")
_CLOCK: Final = re.compile(r"\d{1,2}[:h]\d{2}(?: ?[ap]\.?m\.?)?", re.IGNORECASE)
_AGO: Final = re.compile(
    r"(?:\d{1,3} ?[a-z]{1,7}[ ,]{0,2}){1,3} ?ago(?: ?[|·•-].{0,20})?", re.IGNORECASE
)
_DATED: Final = re.compile(r"(?:\d{4}|\d{1,2})[./-]\d{1,2}(?:[./-]\d{1,4})?(?: |$)")
_MONTH: Final = re.compile(r"([^\W\d_]{3,14})(?: de| del)? (?:19|20)\d\d")
_WIDE_MONTH: Final = re.compile(r"(?:19|20)\d\d ?[年년] ?\d{1,2} ?[月월]")
_ANY_YEAR: Final = 2_000
_BETWEEN: Final = re.compile(
    r",| ?[/|&;·•] | (?:and|und|et|y|e|och|og|en|ja|i|ve|и|та) "
)
_COUNT: Final = re.compile(
    r"[#(]{0,2}\d[\d.,:\u00a0 ]{0,12}(?:[KkMm]\b)?[)+ ]{0,2}(\D{0,34})"
)
_COUNTED: Final = re.compile(r"([^\d()]{1,34})[( ]{0,2}\d[\d.,]{0,8}[)]?")
_ARROWS: Final = ("›", "»", ">", "→", "+", "▸", "►")
_CREDIT_MARKS: Final = ("/", "©", "(c)", "(C)")
_LONGEST_DISTANCE: Final = 24
_QUOTES: Final = frozenset("\"'“”„«»‘’")
_LONGEST_NAME: Final = 44
_MOST_NAMES: Final = 4


@cache
def _words() -> tuple[dict[str, str], frozenset[str], frozenset[str], frozenset[str]]:
    """Return badges by word, noise, words of counts, and words before a name."""
    data = table("headlines/words")
    badges = cast("dict[str, list[str]]", data["badges"])
    by_word = {
        folded(w) or w: badge for badge in reversed(badges) for w in badges[badge]
    }
    lists = cast("dict[str, list[str]]", data)
    counts = frozenset((*lists["counts"], *lists["readingtime"]))
    return by_word, frozenset(lists["noise"]), counts, frozenset(lists["by"])


def has_digit(text: str) -> bool:
    """Say whether a digit of any script stands in *text*."""
    return _DIGIT.search(text) is not None


def badge_of(text: str) -> str | None:
    """Return the badge that a short text is, or None."""
    if len(text) > LONGEST_WORDS:
        return None
    return _words()[0].get(folded(text) or text)


def is_more(text: str) -> bool:
    """Say whether a text is "more", "updated" or the like."""
    return (
        len(text) <= LONGEST_WORDS and text.strip(" .:|›»>").casefold() in _words()[1]
    )


@cache
def _noise() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return words that head nothing, and what they begin with."""
    data = cast("dict[str, list[str]]", table("headlines/words"))
    return frozenset(data["noise"]), tuple(data["noise_starts"])


def is_noise(text: str) -> bool:
    """Say whether a text is "see all", "advertisement" or the like."""
    words, starts = _noise()
    key = text.strip(" .:-–—|×✕").casefold()
    return (
        not (key[:1].isalpha() or any(map(str.isalpha, key)))
        or key in words
        or key.startswith(starts)
        or text.endswith(_ARROWS)
    )


def is_distance(text: str) -> bool:
    """Say whether a short text is a distance from now, such as "2 hours ago"."""
    if text[:1].isdigit() and _AGO.fullmatch(text):
        return True
    return len(text) <= _LONGEST_DISTANCE and _is_short_distance(text.casefold())


@lru_cache(maxsize=2_048)
def _is_short_distance(text: str) -> bool:
    """Say whether a text in lower case is a distance; pages repeat them."""
    return find_distance(text) is not None


def is_date(text: str, share: int = 5) -> bool:
    """Say whether a short text is a date, a time or a distance from now.

    Args:
        text: A piece of a card.
        share: One in so many characters has to be a digit at least.
    """
    if len(text) > LONGEST:
        return False
    if not _DIGIT.search(text):
        return len(text) <= _LONGEST_DISTANCE and is_distance(text)
    if _CLOCK.fullmatch(text) or is_distance(text):
        return True
    digits = len(_DIGIT.findall(text))
    if digits * share < len(text):
        return False
    return (
        _DATED.match(text) is not None
        or read_moment(text, year=_ANY_YEAR).value is not None
    )


def is_month(text: str) -> bool:
    """Say whether a text is a month and a year, as archives list them."""
    if len(text) > _LONGEST_DISTANCE or not _DIGIT.search(text):
        return False
    if found := _MONTH.fullmatch(text):
        return month_number(found[1].casefold()) is not None
    return _WIDE_MONTH.fullmatch(text) is not None


def is_count(text: str) -> bool:
    """Say whether a text is a number of comments, a rank, or a reading time."""
    found = _COUNT.fullmatch(text) or _COUNTED.fullmatch(text)
    if found is None:
        return False
    word = found[1].strip(" ().:").casefold()
    if not word:
        return ":" not in text and _DATED.match(text) is None
    return word in _words()[2]


def is_byline(text: str) -> bool:
    """Say whether a text is "by" and two to four words that begin with capitals."""
    first, *names = text.split(" ", _MOST_NAMES + 1)
    return (
        1 < len(names) <= _MOST_NAMES
        and all(name[:1].isupper() for name in names)
        and first.casefold() in _words()[3]
    )


def is_source(label: str) -> bool:
    """Say whether a label names an agency, or who took a picture."""
    if is_agency(label):
        return True
    return any(mark in label for mark in _CREDIT_MARKS) and is_credit_line(label)


def names_in(text: str) -> tuple[str, ...]:
    """Return the names that a short byline states, without "by".

    Several are told apart by commas, slashes and "and"; beside full names, a
    single word (a place, a role) is none.
    """
    words = text.split()
    while words and words[0].casefold().rstrip(":") in _words()[3]:
        words = words[1:]
    rest = " ".join(words).strip(" |·•,/-")
    if width_of(rest) > LONGEST or is_date(rest):
        return ()
    names = [name for part in _BETWEEN.split(rest) if (name := part.strip())]
    full = [name for name in names if " " in name]
    return tuple(
        n for n in full or names if width_of(n) <= _LONGEST_NAME and n[0] not in _QUOTES
    )
