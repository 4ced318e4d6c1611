"""A quotation with the text that may speak of it, and what that tells."""

import re
from typing import NamedTuple

from articlekit.quotes.marks import Region
from articlekit.quotes.readers.phrases import Phrase, Sentence


class Said(NamedTuple):
    """What the words around a quotation tell of it."""

    level: float
    phrase: Phrase | None = None
    near: bool = True
    cue: tuple[int, int] | None = None
    joins: bool = False


class Frame(NamedTuple):
    """A quotation with the text that may speak of it."""

    first: Region
    last: Region
    sentence: Sentence
    number: int
    floor: int
    ceiling: int
    alone: bool


def cue_of(match: re.Match[str]) -> tuple[int, int] | None:
    """Return where the word of saying stands, whichever group holds it."""
    return match.span(match.lastgroup) if match.lastgroup else None
