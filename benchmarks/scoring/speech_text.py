"""Spans and names in the quote scores."""

import bisect
import re
from collections.abc import Mapping
from typing import Final

import attrs

Span = tuple[int, int]

TITLES: Final = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sen",
        "senator",
        "rep",
        "representative",
        "gov",
        "governor",
        "president",
        "vice",
        "secretary",
        "judge",
        "justice",
        "gen",
        "general",
        "lt",
        "lieutenant",
        "col",
        "colonel",
        "sgt",
        "capt",
        "captain",
        "maj",
        "major",
        "adm",
        "admiral",
        "rev",
        "reverend",
        "pastor",
        "father",
        "bishop",
        "archbishop",
        "cardinal",
        "pope",
        "rabbi",
        "imam",
        "sir",
        "dame",
        "lord",
        "lady",
        "king",
        "queen",
        "prince",
        "princess",
        "mayor",
        "chancellor",
        "minister",
        "prime",
        "premier",
        "speaker",
        "chairman",
        "chairwoman",
        "chair",
        "congressman",
        "congresswoman",
        "attorney",
        "director",
        "former",
        "ex",
        "hon",
        "rt",
        "sheriff",
        "detective",
        "officer",
        "inspector",
        "sergeant",
        "chief",
        "deputy",
        "coach",
        "ambassador",
        "herr",
        "frau",
        "doktor",
        "bundeskanzler",
        "bundeskanzlerin",
        "kanzlerin",
        "kanzler",
        "ministerin",
        "präsident",
        "präsidentin",
        "then",
        "late",
        "the",
        "a",
        "an",
        "republican",
        "democratic",
        "democrat",
        "gop",
        "sens",
        "reps",
        "govs",
        "drs",
    ]
)
"""Words before a name that are no part of it."""

SUFFIXES: Final = frozenset(["jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"])

PRONOUNS: Final[Mapping[str, frozenset[str]]] = {
    "en": frozenset(
        [
            "he",
            "she",
            "they",
            "it",
            "i",
            "we",
            "you",
            "him",
            "her",
            "them",
            "us",
            "me",
            "his",
            "hers",
            "their",
            "theirs",
            "its",
            "our",
            "my",
            "your",
            "who",
            "whom",
            "which",
            "whose",
            "himself",
            "herself",
            "themselves",
            "someone",
            "somebody",
            "anyone",
            "everyone",
            "nobody",
            "one",
            "that",
            "this",
            "those",
            "these",
            "others",
            "some",
            "many",
            "most",
            "both",
            "another",
        ]
    ),
    "de": frozenset(
        [
            "er",
            "sie",
            "es",
            "ihm",
            "ihr",
            "ihn",
            "ihnen",
            "ihre",
            "ihrer",
            "sein",
            "seine",
            "seiner",
            "seinen",
            "ich",
            "wir",
            "dieser",
            "diese",
            "dieses",
            "jener",
            "jene",
            "der",
            "die",
            "das",
            "man",
            "deren",
            "dessen",
            "welcher",
            "welche",
            "mir",
            "mich",
            "uns",
            "letzterer",
            "letztere",
        ]
    ),
}
"""Language -> words that stand for a person without naming one."""

_WORD: Final = re.compile(r"\w+(?:[’'\-]\w+)*")
_LINE_BREAKS: Final = re.compile(r"[\r\n]+")
_POSSESSIVE: Final = re.compile(r"'s\b|(?<=s)'(?=\s|$)")
_NAME_WORD: Final = re.compile(r"[\w\-]+(?:'\w+)?")
_APPOSITION: Final = re.compile(r"\s*[,(;:]|\s+(?:who|which|whose|that)\s")


def word_spans(text: str) -> list[Span]:
    """Spans of the words of a text."""
    return [found.span() for found in _WORD.finditer(text)]


def units(text: str, start: int, end: int) -> list[Span]:
    """A span cut at line breaks, each part without outer signs, empty parts left out."""
    parts = (_trim(text, *part) for part in _lines(text, start, end))
    return [(a, b) for a, b in parts if b > a]


def _trim(text: str, start: int, end: int) -> Span:
    end, start = min(end, len(text)), max(start, 0)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _lines(text: str, start: int, end: int) -> list[Span]:
    parts = []
    here = start
    for found in _LINE_BREAKS.finditer(text[start:end]):
        parts.append((here, start + found.start()))
        here = start + found.end()
    return [(a, b) for a, b in (*parts, (here, end)) if a < b]


def norm_name(name: str | None) -> str:
    """A name without case, possessive, signs, leading titles and suffixes."""
    if not name:
        return ""
    text = name.replace("’", "'").replace("\u00a0", " ")
    words = _NAME_WORD.findall(_POSSESSIVE.sub("", text).casefold())
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    while len(words) > 1 and words[-1] in SUFFIXES:
        words = words[:-1]
    return " ".join(words) or text.casefold().strip()


def last_word(name: str | None) -> str:
    """Last word of a normalised name; empty without one."""
    return norm_name(name).rsplit(" ", 1)[-1]


def without_apposition(name: str) -> str:
    """A name up to its first comma, bracket or relative clause."""
    return _APPOSITION.split(name.strip())[0] if name else ""


def compatible(one: str, other: str) -> bool:
    """Whether two normalised names can be one person's."""
    a, b = one.split(), other.split()
    if not a or not b or a[-1] != b[-1]:
        return False
    if len(a) == 1 or len(b) == 1 or set(a) <= set(b) or set(b) <= set(a):
        return True
    return _same_first_name(a[0], b[0])


def _same_first_name(a: str, b: str) -> bool:
    if a[0] != b[0]:
        return False
    initial = len(a.strip(".")) == 1 or len(b.strip(".")) == 1
    return initial or a.startswith(b) or b.startswith(a)


def contains_name(phrase: str, name: str, limit: int = 12) -> bool:
    """Whether a phrase of few words holds the whole name, word for word."""
    a, b = norm_name(phrase).split(), norm_name(name).split()
    if len(b) < 2 or len(a) > limit:
        return False
    return any(a[i : i + len(b)] == b for i in range(len(a) - len(b) + 1))


@attrs.frozen
class WordIndex:
    """The words of a text, to be found by where they stand."""

    spans: tuple[Span, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "WordIndex":
        """The index of a text."""
        spans = tuple(word_spans(text))
        return cls(spans, tuple(start for start, _ in spans))

    def within(self, span: Span) -> range:
        """Numbers of the words that overlap a span."""
        start, end = span
        first = bisect.bisect_left(self.starts, start)
        if first and self.spans[first - 1][1] > start:
            first -= 1
        last = first
        while last < len(self.spans) and self.spans[last][0] < end:
            last += 1
        return range(first, last)


def range_f1(one: range, other: range) -> float:
    """F1 of the words that two runs share."""
    if not one or not other:
        return 0.0
    both = min(one.stop, other.stop) - max(one.start, other.start)
    return 2 * both / (len(one) + len(other)) if both > 0 else 0.0
