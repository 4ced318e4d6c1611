"""The other stories that an HTML page lists."""

from collections.abc import Iterator

from articlekit.headlines.addresses import Targets
from articlekit.headlines.cards import Card, find_cards
from articlekit.headlines.items import Draft, ItemReader, cut_ranks
from articlekit.headlines.judge import Judge
from articlekit.headlines.lists import StoryList, find_lists
from articlekit.headlines.names import block_kind
from articlekit.model.headline import HeadlineItem, ListKind
from articlekit.reading.page import Page
from articlekit.rules.hints import Hints
from articlekit.text.urls import page_base


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
    targets = Targets(page_base(page.url, page.base))
    lists = find_lists(
        page, find_cards(page, targets, body), body=body, language=language
    )
    own = targets.key_of(page.url) if page.url else None
    judge = Judge(page, body, own)
    reader = ItemReader(page, hints, targets)
    items: list[HeadlineItem] = []
    for block in _blocks(lists):
        drafts = [d for g in block for d in _once(reader, judge.stories(g))]
        if drafts:
            cut_ranks(drafts)
            name = heading.text if (heading := block[0].heading) else None
            inside = judge.start < drafts[0].card.first < judge.end
            kind = ListKind.INLINE if inside else block_kind(name, language)
            before = len(items)
            items += [
                reader.item(draft, name, kind, (before + place, place))
                for place, draft in enumerate(drafts, 1)
            ]
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


def _once(reader: ItemReader, cards: list[Card]) -> Iterator[Draft]:
    """Yield what the cards of a list show, each story once."""
    seen: set[str] = set()
    for card in cards:
        if card.key not in seen and (draft := reader.read(card)):
            seen.add(card.key)
            yield draft
