"""Which reader a language has besides the learned pairs."""

from articlekit.model.quote import Quote
from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.marks import Marked
from articlekit.quotes.readers.frames import with_ends
from articlekit.quotes.readers.particles import find_by_phrases, way_for
from articlekit.quotes.readers.patterns import find_by_patterns, patterns_for
from articlekit.quotes.readers.spaced import order_for
from articlekit.quotes.readers.spoken import find_spoken


def is_ordered(lexicon: Lexicon) -> bool:
    """Whether the language has readers of its own instead of learned pairs."""
    which = (lexicon.language, lexicon.verbs)
    return any(each(*which) is not None for each in (order_for, way_for, patterns_for))


def find_by_order(text: str, marked: Marked, lexicon: Lexicon) -> list[Quote] | None:
    """Return the quotations of *text*; None if its language is read another way."""
    which = (lexicon.language, lexicon.verbs)
    order = order_for(*which)
    if order is not None:
        return find_spoken(text, with_ends(text, marked, order.unclosed), order)
    way = way_for(*which)
    if way is not None:
        return find_by_phrases(text, marked, way)
    patterns = patterns_for(*which)
    return find_by_patterns(text, marked, patterns) if patterns else None
