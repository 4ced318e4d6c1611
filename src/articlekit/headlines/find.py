"""The other stories that an HTML page lists."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import Final

from articlekit.headlines.addresses import OTHER, STORY, Targets
from articlekit.headlines.cards import Card, find_cards
from articlekit.headlines.items import Draft, ItemReader, cut_ranks, cut_times
from articlekit.headlines.judge import Judge
from articlekit.headlines.lists import StoryList, find_lists
from articlekit.headlines.loose import take_loose
from articlekit.headlines.names import NOT_STORIES, block_kind
from articlekit.model.headline import HeadlineItem, ListKind
from articlekit.reading.page import Page
from articlekit.rules.hints import Hints
from articlekit.text.urls import page_base

_LEAST_BEHIND: Final = 2
_NEAR: Final = 8
_LEAST_STORIES: Final = 3
_MOST_OF: Final = 0.75
_SLUG_WORDS: Final = 3


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
    body_order = sorted(body)
    items: list[HeadlineItem] = []
    seen: set[tuple[str, ...]] = set()
    for block in _blocks(lists):
        drafts: list[Draft] = []
        counts = Counter[str]()
        for group in block:
            cards = judge.stories(group)
            take_loose(page, cards, body)
            counts.update(card.key for card in cards)
            drafts += _once(reader, cards)
        drafts = _alike(_single(drafts, counts))
        if drafts and not _is_copy(seen, block[0], drafts):
            cut_ranks(drafts)
            cut_times(drafts)
            name = _name_of(block[0])
            inside = _is_inside(drafts, body_order)
            kind = ListKind.INLINE if inside else block_kind(name, language)
            before = len(items)
            items += [
                reader.item(draft, name, kind, (before + place, place))
                for place, draft in enumerate(drafts, 1)
            ]
    return tuple(items)


def _single(drafts: list[Draft], counts: Counter[str]) -> list[Draft]:
    """Drop what comes back beside several stories and is none: their section."""
    if len(counts) == counts.total():
        return drafts
    return [
        draft
        for draft in drafts
        if counts[draft.card.key] == 1 or draft.card.links[0].target.kind == STORY
    ]


def _alike(drafts: list[Draft]) -> list[Draft]:
    """Drop what leads to no story by its address, in a list of stories."""
    kinds = [draft.card.links[0].target.kind for draft in drafts]
    if kinds.count(STORY) < max(_LEAST_STORIES, _MOST_OF * len(kinds)):
        return drafts
    return [
        draft
        for draft, kind in zip(drafts, kinds, strict=True)
        if kind != OTHER or _may_be_one(draft.card)
    ]


def _may_be_one(card: Card) -> bool:
    """Say whether a card may show a story, whatever its address says."""
    pictured = any(link.pictured for link in card.links)
    return pictured or card.key.count("-") >= _SLUG_WORDS


def _is_copy(seen: set[tuple[str, ...]], group: StoryList, drafts: list[Draft]) -> bool:
    """Say whether a list with this name and these stories was there before.

    Pages hold a list once for narrow screens and once for wide ones.
    """
    name = group.heading.text if group.heading else ""
    key = (name, *(draft.card.key for draft in drafts))
    copy = key in seen and len(drafts) > 1
    seen.add(key)
    return copy


def _name_of(group: StoryList) -> str | None:
    """Return the name of a list; a word such as "Search" is one in an h-tag only."""
    heading = group.heading
    if heading is None or (heading.kind == NOT_STORIES and not heading.tagged):
        return None
    return heading.text


def _is_inside(drafts: list[Draft], body: list[int]) -> bool:
    """Say whether stories stand between paragraphs of the body."""
    first, last = drafts[0].card.first, drafts[-1].card.last
    before, after = bisect_left(body, first), bisect_left(body, last)
    if before == 0 or len(body) - after < _LEAST_BEHIND:
        return False
    return body[after] - last <= _NEAR


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
