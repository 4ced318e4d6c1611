"""What a single line says about itself: a byline, a date, a credit, an aside.

Only the words of the line count here, by the word lists; where it stands on
the page is judged elsewhere.
"""

from enum import StrEnum
from functools import cache, lru_cache
from typing import Final, cast

from articlekit.fields.line_tags import tags_in
from articlekit.text.late import late
from articlekit.text.lexicons import table

_LONGEST: Final = 240
_LONGEST_BYLINE: Final = 140
_LONGEST_DATE: Final = 90
_MOST_WORDS: Final = 11
_WORDS_OF_SENTENCE: Final = 6
_WIDE_STOPS: Final = frozenset("。！？｡")
_LONGEST_WIDE_DATE: Final = 20
_NO_DATE: Final = frozenset("©—–@#")
_COLONS: Final = late(r"\s{0,2}[:：=＝|]\s{0,2}")
_YEAR: Final = late(r"(?<!\d)(?:1[89]|20|2[45]|1[34])\d\d(?!\d)")
_DAY: Final = late(
    r"(?<!\d)\d{1,2}(?:[./-]\d{1,2}[./-]\d{2,4}|\s?[月월]|[:.h]\d\d)(?!\d)"
)
_WORD: Final = late(r"[^\W\d_]+")
_DIGIT: Final = late(r"\d")
_AGENCY_PHOTO: Final = late(
    r"\b(?:Photo|Foto|Image)\s?/|/\s?(?:Getty|AFP|AP|Reuters|dpa)\b"
)
_SIGN: Final = ("©", "(©", "(c)", "📷", "📸")
_BRACKETED: Final = late(
    r"[(\[（［【]([^()\[\]（）［］【】]{2,90})[)\]）］】]\s?[.。]?$"
)
_LABELLED: Final = late(
    r"[.!?…”’\")]\s([^\W\d_]{3,20}(?: [^\W\d_]{2,9})?):\s[^:]{2,60}$"
)
_TAKEN_BY: Final = late("＝[^＝。]{1,40}(?:撮影|提供)$")
_LONGEST_CREDIT: Final = 100


class LineKind(StrEnum):
    """What a line seems to be, by its own words."""

    PLAIN = "plain"
    TITLE = "title"
    DATE = "date"
    UPDATED = "updated"
    BYLINE = "byline"
    CREDIT = "credit"
    CAPTION = "caption"
    ALSO_READ = "also-read"
    ASIDE = "aside"
    TAGS = "tags"


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the words of all languages in one list of the lines' lexicon.

    Args:
        name: "also_read", "updated", "published", "title" or "aside".

    Returns:
        The words, case folded.
    """
    lists = cast("dict[str, dict[str, list[str]]]", table("lines"))[name]
    return frozenset(w.casefold() for words in lists.values() for w in words)


@cache
def byline_labels() -> frozenset[str]:
    """Return the words before authors' names in all languages, case folded."""
    labels = cast("dict[str, dict[str, list[str]]]", table("bylines"))["labels"]
    words = (w.rstrip("^:").casefold() for part in labels.values() for w in part)
    return frozenset(words)


@cache
def _credit_labels() -> frozenset[str]:
    languages = cast("dict[str, dict[str, list[str]]]", table("credits/labels"))
    return frozenset(
        word.casefold().rstrip("/: ")
        for groups in languages.values()
        for words in groups.values()
        for word in words
    )


@lru_cache(maxsize=32)
def head_of(text: str) -> tuple[str, str]:
    """Split a line at its first colon.

    Args:
        text: One line.

    Returns:
        What stands before the colon, case folded, and what stands after it;
        the second is empty where there is no colon near the start.
    """
    found = _COLONS.search(text, 0, 48)
    if not found or not found.start():
        return text.casefold() if len(text) <= _LONGEST else "", ""
    return text[: found.start()].casefold().lstrip("([（【"), text[found.end() :]


def has_date(text: str) -> bool:
    """Return whether a short line may hold a date or time in figures."""
    if len(text) > _LONGEST_DATE or text[0] in _NO_DATE or not _DIGIT.search(text):
        return False
    if text[-1] in _WIDE_STOPS and len(text) > _LONGEST_WIDE_DATE:
        return False
    words = len(_WORD.findall(text))
    if words > _MOST_WORDS or (words >= _WORDS_OF_SENTENCE and text[-1] in ".!?"):
        return False
    return bool(_YEAR.search(text) or _DAY.search(text))


def has_year(text: str) -> bool:
    """Return whether a year in figures stands in a line."""
    return bool(_YEAR.search(text, 0, _LONGEST))


def is_credit(text: str) -> bool:
    """Return whether a whole line is the credit of a picture."""
    if len(text) > _LONGEST_BYLINE:
        return False
    if text.startswith(_SIGN):
        return len(text) > len("(c) ") and not has_date(text[:12])
    head, rest = head_of(text)
    if rest and head in _credit_labels():
        return head not in byline_labels() and len(rest.split()) <= 12
    inner = _BRACKETED.fullmatch(text)
    return bool(inner and (_AGENCY_PHOTO.search(inner[1]) or is_credit(inner[1])))


def ends_with_credit(text: str) -> bool:
    """Return whether a line ends with a credit, as captions do."""
    tail = max(0, len(text) - _LONGEST_CREDIT)
    found = _BRACKETED.search(text, tail)
    if not found or not found.start():
        return _ends_with_label(text, tail)
    return bool(_AGENCY_PHOTO.search(found[1])) or is_credit(found[1])


def _ends_with_label(text: str, tail: int) -> bool:
    """Return whether a credit without brackets follows the caption's last stop."""
    found = _LABELLED.search(text, tail)
    if found:
        return found[1].casefold() in _credit_labels()
    return bool(_TAKEN_BY.search(text, tail))


def _starts_with_label(text: str, labels: frozenset[str]) -> str | None:
    """Return what follows the label that *text* starts with, or None."""
    head, rest = head_of(text)
    if rest and head in labels:
        return rest
    words = text.split(maxsplit=4)
    for count in range(min(4, len(words) - 1), 0, -1):
        if " ".join(words[:count]).casefold().rstrip(":") in labels:
            return text.split(maxsplit=count)[-1]
    return None


def is_byline(text: str) -> bool:
    """Return whether a line starts like a byline and goes on with a name."""
    if len(text) > _LONGEST_BYLINE or text[-1] in "?!":
        return False
    rest = _starts_with_label(text, byline_labels())
    if not rest or len(rest.split()) > 14:
        return False
    return rest[0].isupper() or not rest[0].isascii()


def _is_updated(text: str) -> bool:
    return _starts_with_label(text, words_of("updated")) is not None


def _is_published(text: str) -> bool:
    """Return whether a line that is not too long begins with the label of a date."""
    if len(text) > _LONGEST_BYLINE or text[-1] in ".!?":
        return False
    return (
        _starts_with_label(text, words_of("published") | words_of("updated"))
        is not None
    )


def label_end(text: str, labels: frozenset[str]) -> tuple[int, int] | None:
    """Find the first of *labels* as whole words of a line.

    Args:
        text: One line.
        labels: Case-folded words or groups of words.

    Returns:
        Where the label begins and ends, or None.
    """
    words = [(m.start(), m.end()) for m in _WORD.finditer(text, 0, _LONGEST)]
    for at, (start, _) in enumerate(words):
        for _, end in reversed(words[at : at + 3]):
            if text[start:end].casefold() in labels:
                return start, end
    return None


def kind_of(text: str) -> LineKind:
    """Tell what a line is by its own words.

    Args:
        text: One line, white space folded, not empty.

    Returns:
        The kind; `PLAIN` where nothing speaks for another.
    """
    if len(text) <= _LONGEST:
        for judge in (_by_head, _by_form):
            if (kind := judge(text)) is not LineKind.PLAIN:
                return kind
    return LineKind.CAPTION if ends_with_credit(text) else LineKind.PLAIN


def _by_head(text: str) -> LineKind:
    """Judge by what stands before the first colon, or by all of a short line."""
    head, rest = head_of(text)
    if head in words_of("aside") and not rest:
        return LineKind.ASIDE
    if rest and head in words_of("title"):
        return LineKind.TITLE
    if head in words_of("also_read"):
        return LineKind.ALSO_READ
    return LineKind.TAGS if rest and tags_in(text) else LineKind.PLAIN


def _by_form(text: str) -> LineKind:
    if is_credit(text):
        return LineKind.CREDIT
    if has_date(text) or (has_year(text) and _is_published(text)):
        return LineKind.UPDATED if _is_updated(text) else LineKind.DATE
    return LineKind.BYLINE if is_byline(text) else LineKind.PLAIN
