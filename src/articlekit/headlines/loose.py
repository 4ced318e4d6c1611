"""Dates and teasers that stand beside their titles, without a box around both.

Old pages print title, date and teaser one after the other in one box, and
`dl` lists do so by design. A card takes in what stands between it and the next
one where a date stands there for most cards of a list.
"""

from itertools import pairwise
from typing import Final

from articlekit.headlines.cards import Card
from articlekit.headlines.small import has_digit, is_date
from articlekit.reading.page import Page

_MOST_BETWEEN: Final = 3
_LEAST: Final = 2
_SHARE: Final = 0.75


def take_loose(page: Page, cards: list[Card], body: frozenset[int] | set[int]) -> None:
    """Extend the cards of a list over the loose blocks that belong to them.

    Args:
        page: An HTML page.
        cards: Cards of stories in one box, in order.
        body: Indices of the blocks of the article's body.
    """
    gaps = [(one.last, other.first) for one, other in pairwise(cards)]
    dates = [_date_in(page, low, high, body) for low, high in gaps]
    found = sum(at is not None for at in dates)
    if found < max(_LEAST - 1, _SHARE * len(gaps)) or len(cards) < _LEAST:
        return
    if any(card.box < 0 for card in cards):
        return
    first = cards[0].first - 1
    before = first >= 0 and first not in body and _is_date(page, first)
    for card, (_, high), at in zip(cards, gaps, dates, strict=False):
        if at is not None:
            card.last = at if before else high
    for card, (_, high), at in zip(cards[1:], gaps, dates, strict=True):
        if at is not None and before:
            card.first = at if at < high else card.first
    if before:
        cards[0].first = first
    else:
        _take_last(page, cards[-1], body)


def _take_last(page: Page, card: Card, body: frozenset[int] | set[int]) -> None:
    """Extend the last card of a list over the date right behind it."""
    at = card.last
    if at < len(page.blocks) and at not in body and _is_date(page, at):
        card.last += 1


def _date_in(
    page: Page, low: int, high: int, body: frozenset[int] | set[int]
) -> int | None:
    """Return the one block between two cards that is a date, or None."""
    if not 0 < high - low <= _MOST_BETWEEN or not body.isdisjoint(range(low, high)):
        return None
    return next((at for at in range(low, high) if _is_date(page, at)), None)


def _is_date(page: Page, at: int) -> bool:
    text = page.blocks[at].text
    return has_digit(text) and is_date(text)
