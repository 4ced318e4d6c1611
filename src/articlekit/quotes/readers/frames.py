"""A quotation with the text that may speak of it, and what that tells."""

import re
from typing import Final, NamedTuple

from articlekit.quotes.marks import Marked, Region
from articlekit.quotes.readers.phrases import Phrase, Sentence

# How long the words are that say who speaks behind a forgotten mark.
_TAIL: Final = 120


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


def with_ends(text: str, marked: Marked, unclosed: re.Pattern[str] | None) -> Marked:
    """End speech whose closing mark was forgotten where somebody is said to speak."""
    if unclosed is None or all(region.closed for region in marked.regions):
        return marked
    return marked._replace(
        regions=tuple(_ended(text, each, unclosed) for each in marked.regions)
    )


def _ended(text: str, region: Region, unclosed: re.Pattern[str]) -> Region:
    if region.closed or region.runs_on:
        return region
    tail = max(region.start + 1, region.end - _TAIL)
    told = unclosed.search(text, tail, region.end)
    if told is None:
        return region
    return region._replace(end=told.start(), outer_end=told.start())
