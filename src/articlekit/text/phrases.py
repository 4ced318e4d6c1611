"""Words of the house: how lines begin and end that are no part of a text."""

from collections.abc import Iterator
from functools import cache
from typing import Final, cast

from articlekit.text.lexicons import table

_LETTERS, _LONGEST = 2, 60
_MARKS: Final = " \t-–—•:.…·*|[]()<>【】+"
_ENDS: Final = ' .!»”"'


def asks_for_more(text: str) -> bool:
    """Return whether a line asks to follow, subscribe or write, or names helpers."""
    if _begins(text, "openings"):
        return True
    return text[-_LONGEST:].casefold().rstrip(_ENDS).endswith(_endings())


def is_place_holder(text: str) -> bool:
    """Return whether a block stands for content that a reader has to allow."""
    return _begins(text, "place_holders")


def is_interruption(text: str) -> bool:
    """Return whether a short line names an advertisement, or says where the text goes on.

    A word alone has to be all of it; more words may be followed by others.
    """
    if len(text) > _LONGEST:
        return False
    line = text.casefold().strip(_MARKS)
    found = _openings("interruptions").get(line[:_LETTERS], ())
    return line in found or line.startswith(tuple(p for p in found if " " in p))


def _begins(text: str, name: str) -> bool:
    start = text[:_LONGEST].casefold()
    return start.startswith(_openings(name).get(start[:_LETTERS], ()))


@cache
def _openings(name: str) -> dict[str, tuple[str, ...]]:
    """Return how lines of a kind begin, by their first letters."""
    found: dict[str, list[str]] = {}
    for phrase in _phrases(name):
        found.setdefault(phrase[:_LETTERS], []).append(phrase)
    return {start: tuple(phrases) for start, phrases in found.items()}


@cache
def _endings() -> tuple[str, ...]:
    """Return how lines that name helpers end."""
    return tuple(_phrases("endings"))


def _phrases(name: str) -> Iterator[str]:
    """Yield the phrases of all languages in one list, case folded."""
    lists = cast("dict[str, dict[str, list[str]]]", table("below"))[name]
    return (phrase for phrases in lists.values() for phrase in phrases)
