"""How sure it is that words in marks are speech, in languages read by word order."""

import re
from collections.abc import Sequence
from typing import Final

from articlekit.model.quote import QuoteKind
from articlekit.quotes.readers.spaced import Word

LONG: Final = 24
SHORT: Final = 3
# How many words before a quotation may deny that it is one.
_NEAR: Final = 4
_CERTAIN: Final = 0.95
_LIKELY: Final = 0.9


def is_within(patterns: Sequence[re.Pattern[str]], letters: str, place: int) -> bool:
    """Whether one of *patterns* fits words near *place* and the one there."""
    for each in patterns:
        match = each.search(letters, max(0, place - _NEAR))
        while match and match.start() <= place:
            if place < match.end():
                return True
            match = each.search(letters, match.end())
    return False


def sure(size: int, *, named: bool, title: bool) -> float:
    """Return how sure it is that words beside a verb of saying are speech."""
    if named:
        return 0.0 if title else _CERTAIN
    return _LIKELY if size > SHORT else 0.0


def kind_of(ahead: Sequence[Word], behind: Sequence[Word]) -> QuoteKind:
    """Tell a whole quotation from a fragment inside of reported speech."""
    last = ahead[-1].letter if ahead else ""
    if not ahead or last in ":,-VU.Q":
        return QuoteKind.DIRECT
    said = bool(behind) and behind[0].letter in "VU,"
    return QuoteKind.DIRECT if said and last not in "SP" else QuoteKind.MIXED
