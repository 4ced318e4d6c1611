"""The other stories that an HTML page lists."""

from collections.abc import Iterator

import attrs

from articlekit.headlines.cards import Card, find_cards
from articlekit.headlines.items import read_item, without_ranks
from articlekit.headlines.judge import Judge
from articlekit.headlines.lists import StoryList, find_lists
from articlekit.headlines.names import block_kind
from articlekit.model.headline import HeadlineItem, ListKind
from articlekit.reading.page import Page
from articlekit.rules.hints import Hints
from articlekit.text.urls import page_key


def find_headlines(
    page: Page, *, body: frozenset[int] | set[int], hints: Hints
) -> tuple[HeadlineItem, ...]:
    """Find the other stories that a page shows as stories.

    Args:
        page: An HTML page.
        body: Indices of the blocks of the article's body; may be empty.
        hints: What the caller knows.

    Returns:
        Items in the order of the page, each once a list, ranks from 1.
    """
    language = hints.language or page.language
    lists = find_lists(page, find_cards(page, body), body=body, language=language)
    judge = Judge(page, body)
    own = page_key(page.url) if page.url else ""
    items: list[HeadlineItem] = []
    for block in _blocks(lists):
        kept = [
            c for g in block for c in g.cards if c.key != own and judge.is_story(g, c)
        ]
        found = [i for c in _once(kept) if (i := read_item(page, c, hints))]
        heading = block[0].heading
        name = heading.text if heading else None
        items += _placed(
            without_ranks(found), name, block_kind(name, language), len(items)
        )
    return tuple(items)


def _blocks(lists: list[StoryList]) -> Iterator[list[StoryList]]:
    """Put the lists together that stand under one heading."""
    block: list[StoryList] = []
    for group in lists:
        if block and (group.heading is None or group.heading is not block[0].heading):
            yield block
            block = []
        block.append(group)
    if block:
        yield block


def _once(cards: list[Card]) -> Iterator[Card]:
    """Yield the first card of each story."""
    seen: set[str] = set()
    for card in cards:
        if card.key not in seen:
            seen.add(card.key)
            yield card


def _placed(
    items: list[HeadlineItem], name: str | None, kind: ListKind, before: int
) -> list[HeadlineItem]:
    """Give items their list and their places."""
    return [
        attrs.evolve(
            item, block=name, block_kind=kind, rank=before + place, block_rank=place
        )
        for place, item in enumerate(items, 1)
    ]
