"""What the rules of a profile say of the lists of other stories."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, cast

import attrs

from articlekit.fields.line_marks import Run
from articlekit.fields.line_roles import LineRoles
from articlekit.headlines.addresses import Targets
from articlekit.headlines.cards import Card, find_cards
from articlekit.headlines.items import Draft, ItemReader, cut_ranks
from articlekit.headlines.lines import read_list
from articlekit.model import Evidence, HeadlineItem, ListKind
from articlekit.profiles.blocks import selected
from articlekit.profiles.guide import ORIGIN
from articlekit.profiles.rulebook import Rulebook
from articlekit.reading.page import Page
from articlekit.rules.blocks import BlockRule, StoryBlock
from articlekit.rules.modes import Add, Veto
from articlekit.rules.profile import bare
from articlekit.text.urls import page_base

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_Key = tuple[str, str | None]


class _Stories:
    """The lists of a page while rules change them."""

    def __init__(self, guide: Rulebook, body: Collection[int]) -> None:
        self.guide = guide
        self.page: Page = guide.view.page
        self.body = body
        self.rules = guide.rules.get("headlines", ())

    def blocks(self, rule: BlockRule) -> set[int]:
        """Return the blocks that a rule selects, and note it where there are any."""
        found = selected(self.guide.view, rule)
        if found:
            count = f"headlines: {len(found)} blocks"
            evidence = Evidence("headlines", ORIGIN, str(rule), count)
            self.guide.evidence.append(evidence)
        return found

    def given(self) -> Iterator[tuple[StoryBlock, bool, set[int]]]:
        """Yield the lists that rules name: whether they are added, and their blocks."""
        for rule in self.rules:
            if not isinstance(rule, Veto):
                block = cast("StoryBlock", bare(rule))
                blocks = self.blocks(block.within)
                if blocks:
                    yield block, isinstance(rule, Add), blocks

    def barred(self) -> set[int]:
        """Return the blocks that rules in `veto` select."""
        found: set[int] = set()
        for rule in self.rules:
            inner = cast("BlockRule", bare(rule))
            if isinstance(rule, Veto):
                found |= self.blocks(inner)
        return found


def _merged(
    items: Sequence[HeadlineItem],
    lists: Iterable[tuple[bool, list[HeadlineItem]]],
    barred: frozenset[_Key],
) -> tuple[HeadlineItem, ...]:
    """Put the lists that rules name in the place of the others, or behind them."""
    found = list(lists)
    kept = [] if any(not added for added, _ in found) else list(items)
    known = {_key(item) for item in kept}
    new = (item for _, own in found for item in own if _key(item) not in known)
    left = [item for item in (*kept, *new) if _key(item) not in barred]
    return tuple(attrs.evolve(item, rank=rank) for rank, item in enumerate(left, 1))


def _key(item: HeadlineItem) -> _Key:
    return item.title, item.url


# HTML pages


def guided_stories(
    guide: Rulebook, items: tuple[HeadlineItem, ...], body: Collection[int]
) -> tuple[HeadlineItem, ...]:
    """Return the other stories of an HTML page as rules have them.

    Args:
        guide: The rules and their page.
        items: The stories that were found without rules.
        body: Indices of the blocks of the body.
    """
    if "headlines" not in guide.rules:
        return items
    stories = _Stories(guide, body)
    given = list(stories.given())
    named = {at for _, _, blocks in given for at in blocks}
    page = stories.page
    targets = Targets(page_base(page.url, page.base))
    reader = ItemReader(page, guide.hints, targets)
    cards = find_cards(page, targets, frozenset(set(body) - named))
    lists = [
        (added, _items(reader, _within(cards, blocks), block, blocks))
        for block, added, blocks in given
    ]
    barred = stories.barred()
    unwanted = (reader.read(card) for card in _within(cards, barred))
    keys = frozenset(
        _key(reader.item(draft, None, ListKind.OTHER, (1, 1)))
        for draft in unwanted
        if draft
    )
    return _merged(items, lists, keys)


def _within(cards: Iterable[Card], blocks: set[int]) -> Iterator[Card]:
    return (card for card in cards if card.first in blocks)


def _items(
    reader: ItemReader, cards: Iterable[Card], block: StoryBlock, blocks: set[int]
) -> list[HeadlineItem]:
    """Read the items of one list, each story once."""
    unique: dict[str, Draft] = {}
    for card in cards:
        if card.key not in unique and (draft := reader.read(card)):
            unique[card.key] = draft
    drafts = list(unique.values())
    cut_ranks(drafts)
    name = block.name or _heading(reader.page, blocks)
    return [
        reader.item(draft, name, block.kind, (place, place))
        for place, draft in enumerate(drafts, 1)
    ]


def _heading(page: Page, blocks: set[int]) -> str | None:
    """Return the first heading that stands in *blocks*, or None."""
    texts = (page.blocks[at] for at in sorted(blocks))
    return next((b.text for b in texts if b.tag in _HEADINGS and not b.links), None)


# Plain-text pages


def guided_line_stories(
    guide: Rulebook, items: tuple[HeadlineItem, ...], roles: LineRoles
) -> tuple[HeadlineItem, ...]:
    """Return the other stories of a text page as rules have them.

    Args:
        guide: The rules and their page.
        items: The stories that were found without rules.
        roles: The lines of the page.
    """
    if "headlines" not in guide.rules:
        return items
    stories = _Stories(guide, ())
    lists = [
        (added, _lines(guide, roles, block, blocks))
        for block, added, blocks in stories.given()
    ]
    barred = stories.barred()
    texts = {run.text for run in roles.runs if not barred.isdisjoint(_own(run))}
    keys = frozenset(_key(item) for item in items if item.title in texts)
    return _merged(items, lists, keys)


def _own(run: Run) -> range:
    return range(run.first, run.last)


def _lines(
    guide: Rulebook, roles: LineRoles, block: StoryBlock, blocks: set[int]
) -> list[HeadlineItem]:
    """Read the items of one list; its first line is its name where none is given."""
    runs = [at for at, run in enumerate(roles.runs) if not blocks.isdisjoint(_own(run))]
    name = block.name
    if name is None and runs:
        name = roles.runs[runs[0]].text
        runs = runs[1:]
    return read_list(roles, runs, (name, block.kind), guide.hints)
