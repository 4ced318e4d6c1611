"""How a line of a text page is like the page's address, first line and other lines.

The words of a headline come again elsewhere: in the address, in the document's
title, in a trail of sections, in "Share ..." lines.
"""

import unicodedata
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote

import attrs

from articlekit.fields.line_marks import Run
from articlekit.text.late import late
from articlekit.text.spaces import same_key
from articlekit.text.urls import path_of

_WORD: Final = late(r"[^\W_]+")
_WIDE: Final = late(
    "[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\u3040-\u30ff\u0e00-\u0e7f]"
)
_MARKS: Final = late("[\u0300-\u036f]")
# Signs that no decomposition takes apart, as addresses spell them.
_SIGNS: Final = str.maketrans({
    "ß": "ss", "ø": "o", "ł": "l", "ı": "i", "đ": "d", "æ": "ae", "œ": "oe", "’": "",
    "'": "",
})  # fmt: skip
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_LONGEST: Final = 300
_LEAST_WORDS: Final = 3
_SHORTEST_KEY: Final = 10
_MOST_KEYS: Final = 200_000
_UNKNOWN: Final = (-1.0, -1.0)


@attrs.frozen(eq=False)
class Likeness:
    """What the lines of a page are compared with.

    Attributes:
        slug: Words of the address's longest part; empty where it has no words.
        head: Words of the page's first line.
        keys: Keys of the page's shorter lines, each between line breaks.
    """

    slug: frozenset[str]
    head: frozenset[str]
    keys: str


def likeness_of(runs: Sequence[Run], url: str | None) -> Likeness:
    """Read what the lines of a page are compared with.

    Args:
        runs: Runs of lines in order.
        url: Address of the page, if known.
    """
    keys = [same_key(run.text) for run in runs if len(run.text) <= _LONGEST]
    joined = "\n".join(keys)[:_MOST_KEYS]
    return Likeness(slug_words(url), _words(runs[0].text), f"\n{joined}\n")


def slug_words(url: str | None) -> frozenset[str]:
    """Return the words of the part of an address that has most of them.

    Args:
        url: Address of the page, or None.

    Returns:
        The words without accents; empty where no part has three.
    """
    path = unquote(path_of(url))
    parts = [
        [word for word in _plain(part).replace("_", "-").split("-") if word.isalpha()]
        for part in path.rpartition(".html")[0].split("/") + path.split("/")
    ]
    best = max(parts, key=len)
    return frozenset(best) if len(best) >= _LEAST_WORDS else frozenset()


def _plain(text: str) -> str:
    """Return *text* in small letters without accents."""
    text = text.casefold().translate(_SIGNS)
    if text.isascii():
        return text
    return _MARKS.sub("", unicodedata.normalize("NFKD", text))


def _words(text: str) -> frozenset[str]:
    """Return the words of a line; pairs of signs in scripts without spaces."""
    text = text[:_LONGEST].casefold()
    if not text.isascii() and _WIDE.search(text):
        return frozenset(text[at : at + 2] for at in range(len(text) - 1))
    return frozenset(word for word in _WORD.findall(text) if len(word) > 1)


def likeness_features(text: str, page: Likeness) -> list[float]:
    """Count how one line is like address, first line and other lines.

    Args:
        text: The line.
        page: What it is compared with.

    Returns:
        Share of the address's words that it has, share of its words that the
        address has (both -1 for an address without words); the same two for
        the first line; then, as counts, the lines that end, begin and go on
        on both sides with it.
    """
    words = _words(text)
    both = len(words & page.head)
    return [
        *(_slug_shares(text, page.slug) if page.slug else _UNKNOWN),
        both / (len(words) + 1),
        both / (len(page.head) + 1),
        *_others(same_key(text), page.keys),
    ]


def _slug_shares(text: str, slug: frozenset[str]) -> tuple[float, float]:
    text = text[:_LONGEST].casefold()
    words = _WORD.findall(_plain(text))
    found = {word for word in words if word in slug}
    if not text.isascii():
        found.update(w for w in _WORD.findall(text.translate(_UMLAUTS)) if w in slug)
    return len(found) / len(slug), len(found) / (len(words) + 1)


def _others(key: str, keys: str) -> tuple[float, float, float]:
    if len(key) < _SHORTEST_KEY:
        return 0.0, 0.0, 0.0
    found = keys.count(key)
    if found <= 1:  # itself
        return 0.0, 0.0, float(found)
    same = keys.count(f"\n{key}\n")
    last, first = keys.count(f"{key}\n") - same, keys.count(f"\n{key}") - same
    return float(min(last, 3)), float(min(first, 3)), float(min(found, 9))
