"""Comparing strings: folding, words, shingles, overlap, one-to-one matching."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote, urlsplit

Counts = tuple[int, int, int]
"""True positives, false positives, false negatives."""

Shingle = tuple[str, ...]

MATCH: Final = 0.7
"""Share of words that must agree for two credits or captions to be the same."""

_WORD: Final = re.compile(r"\w+")
_SINGLE_MARKS: Final = re.compile("[‘’‚‛`´]")
_DOUBLE_MARKS: Final = re.compile("[“”„‟«»]")
_DASHES: Final = re.compile("[‐-―−]")
_UNSPACED: Final = r"\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\u3040-\u30ff"
_WORD_OR_SIGN: Final = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")


def plain_words(text: str) -> list[str]:
    """Runs of word characters, as they stand."""
    return _WORD.findall(text)


def shingles(text: str, size: int = 4) -> Counter[Shingle]:
    """Runs of *size* words with their counts; a shorter text is one run."""
    words = plain_words(text)
    starts = range(max(1, len(words) - size + 1)) if words else range(0)
    return Counter(tuple(words[i : i + size]) for i in starts)


def fold(text: str) -> str:
    """A string without case, extra white space and the forms of marks and dashes."""
    text = _DASHES.sub("-", _DOUBLE_MARKS.sub('"', _SINGLE_MARKS.sub("'", text)))
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def folded_words(text: str) -> list[str]:
    """Folded words; each sign of a script written without spaces is one."""
    return _WORD_OR_SIGN.findall(fold(text))


def f1(tp: float, fp: float, fn: float) -> float:
    """F1 of counts; 1 where nothing was wanted and nothing found."""
    return 2 * tp / (2 * tp + fp + fn) if tp + fp + fn else 1.0


def overlap(one: Sequence[str], other: Sequence[str]) -> float:
    """F1 of the words that two lists share."""
    both = sum((Counter(one) & Counter(other)).values())
    return 2 * both / (len(one) + len(other)) if both else 0.0


def match(true: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> Counts:
    """Match lists of words one to one, best pairs first."""
    pairs = sorted(
        (
            (overlap(wanted, got), i, j)
            for i, wanted in enumerate(true)
            for j, got in enumerate(found)
        ),
        reverse=True,
    )
    used: set[int] = set()
    taken: set[int] = set()
    for value, i, j in pairs:
        if value >= MATCH and i not in used and j not in taken:
            used.add(i)
            taken.add(j)
    return len(used), len(found) - len(used), len(true) - len(used)


def file_name(url: str) -> str:
    """Last part of an address's path, unquoted, without case."""
    path = unquote(urlsplit(url).path).rstrip("/")
    return path.rsplit("/", 1)[-1].casefold()
