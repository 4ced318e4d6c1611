"""What a possible speaker's letters say: the keys into the learned weights.

A letter stands for one thing seen (how far, what lies between, how the quotation
begins); some letters together make one key. The letters are kept with the sum of their
weights, so that each combination is summed only once.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

# From how many words on a distance counts as further.
_DISTANCES: Final = (0, 1, 2, 4, 8, 15)
# How many stretches between pairs and regions are kept with their letters.
_KEPT: Final = 20_000


class Nears(dict[str, str]):
    """Classes between a pair and its region to two letters: how far, what parts them."""

    def __missing__(self, between: str) -> str:
        """Describe *between*, and keep that."""
        letters = distance(len(between)) + _between(between)
        if len(self) < _KEPT:
            self[between] = letters
        return letters


@cache
def nears() -> Nears:
    """Return the letters of what stands between: a memo."""
    return Nears()


def distance(count: int) -> str:
    """Return the letter for a number of words."""
    return "012359z"[bisect_left(_DISTANCES, count)]


def keys_of_nobody(letters: str) -> tuple[str, ...]:
    """Return the keys of "nobody says this" near one region."""
    how, before, begins, end, size = tuple(letters)
    return (
        how,
        "0a" + begins + end + size,
        "0b" + before + begins,
        "0c" + before + size,
    )


def keys_of_inherited(letters: str) -> tuple[str, ...]:
    """Return the keys of "the speaker of the quotation before"."""
    away, gap, cue, shape, before = (
        letters[1],
        letters[2:4],
        letters[4],
        letters[5:8],
        letters[8],
    )
    how, end, alone, kind, name = tuple(letters[9:])
    return (
        "=" + away,
        "=a" + away + gap + cue,
        "=b" + away + shape,
        "=c" + away + before + shape[0],
        "=d" + away + how + end,
        "=e" + away + alone + gap,
        "=f" + away + kind + cue,
        "=g" + away + name + cue + before,
    )


def keys_of_pair(letters: str) -> tuple[str, ...]:
    """Return the feature keys that the letters of `_near` make."""
    how, near, other, side, gap, kind, letter, edge, begins, end, size = tuple(letters)
    position = how + near + other
    return (
        "h" + position,
        "i" + how + letter + side + gap,
        "j" + how + letter + edge + other,
        "k" + how + near + edge + begins + side,
        "l" + position + end,
        "m" + how + kind + near,
        "n" + how + letter + begins + end + size,
        "o" + position + letter + side,
        "p" + how + edge + end + letter,
    )


def _between(classes: str) -> str:
    """Return the letter of what most parts a pair from its region."""
    for letter in ".QVg:":
        if letter in classes:
            return "V" if letter == "g" else letter
    return "0"


KEYS: Final[Mapping[str, Callable[[str], tuple[str, ...]]]] = {
    "0": keys_of_nobody,
    "=": keys_of_inherited,
}
