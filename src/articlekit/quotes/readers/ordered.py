"""Which reader a language has besides the learned pairs."""

import re
from typing import Final

from articlekit.model.quote import Quote
from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.marks import Marked, Region
from articlekit.quotes.readers.particles import find_by_phrases, way_for
from articlekit.quotes.readers.patterns import find_by_patterns, patterns_for
from articlekit.quotes.readers.spaced import Order, order_for
from articlekit.quotes.readers.spoken import find_spoken

# How long the words are that say who speaks behind a forgotten mark.
_TAIL: Final = 60


def is_ordered(lexicon: Lexicon) -> bool:
    """Whether the language has readers of its own instead of learned pairs."""
    which = (lexicon.language, lexicon.verbs)
    return any(each(*which) is not None for each in (order_for, way_for, patterns_for))


def with_ends(text: str, marked: Marked, order: Order) -> Marked:
    """End speech whose closing mark was forgotten before its verb of saying."""
    unclosed = order.unclosed
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
    return region._replace(end=told.start(), outer_end=told.start(), closed=True)


def find_by_order(text: str, marked: Marked, lexicon: Lexicon) -> list[Quote] | None:
    """Return the quotations of *text*; None if its language is read another way."""
    which = (lexicon.language, lexicon.verbs)
    order = order_for(*which)
    if order is not None:
        return find_spoken(text, with_ends(text, marked, order), order)
    way = way_for(*which)
    if way is not None:
        return find_by_phrases(text, marked, way)
    patterns = patterns_for(*which)
    return find_by_patterns(text, marked, patterns) if patterns else None
