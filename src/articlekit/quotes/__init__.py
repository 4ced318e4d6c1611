"""Running text to quotes: who said what.

Read in this order: `marks` pairs quotation marks into regions, `tokens` turns what
stands between them into a string of word classes, `mentions` finds who could speak,
`links` pairs them with verbs, `speakers` picks one pair, `speech` tells words of
somebody from titles and labels, and `resolve` follows "he" and "the statement" back to
a name. `find` is the order of work.
"""

from articlekit.quotes.find import find_quotes
from articlekit.quotes.stated import Stated, stated_quotes

__all__ = ["Stated", "find_quotes", "stated_quotes"]
