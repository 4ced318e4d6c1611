"""Cards -> lists: which cards stand together, and under which heading."""

import re
from typing import Final

from articlekit.headlines.cards import Card, width_of
from articlekit.headlines.names import NOT_STORIES, name_kind
from articlekit.reading.page import Page

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TITLED: Final = re.compile(
    r"title|titul|titel|titre|titolo|heading|header|headline|label|caption"
)
_TAB_TAGS: Final = frozenset(("li", "button", "label", "a", "span", "div"))
_WIDEST: Final = 64
_MOST_STEPS: Final = 6
_LONG_TEXT: Final = 130
_BRANCH: Final = 3
_SURE, _LIKELY, _WEAK = 3, 2, 1


class Heading:
    """The name that stands over cards.

    Attributes:
        text: As shown.
        block: Index of its block.
        kind: Key of the word lists that hold it, or None.
        tagged: Whether it is an h-tag.
        scope: The box that it holds for.
    """

    __slots__ = ("block", "kind", "scope", "tagged", "text")

    def __init__(self, text: str, block: int, kind: str | None) -> None:
        """Make a heading whose reach is not known yet."""
        self.text = text
        self.block = block
        self.kind = kind
        self.tagged = False
        self.scope = -1


class StoryList:
    """Cards that stand together.

    Attributes:
        cards: The cards in order.
        heading: What stands over them, or None.
        parent: The box around them.
    """

    __slots__ = ("cards", "heading", "parent")

    def __init__(self, parent: int, heading: Heading | None) -> None:
        """Make an empty list."""
        self.parent = parent
        self.heading = heading
        self.cards: list[Card] = []


class Headings:
    """Finds the heading over a card."""

    def __init__(
        self, page: Page, body: frozenset[int] | set[int], language: str | None
    ) -> None:
        """Prepare for the cards of one page."""
        self.page = page
        self.body = body
        self.language = language
        self.seen: dict[int, tuple[int, Heading] | None] = {}

    def over(
        self, card: Card, last: Card | None, inherited: Heading | None
    ) -> Heading | None:
        """Return the heading over *card*, or None.

        Args:
            card: The card.
            last: The card before it.
            inherited: The heading of that card.
        """
        floor = last.last if last else 0
        found = self.before(card, floor)
        if found:
            return found
        boxes = self.page.boxes
        if (
            inherited
            and boxes.first[inherited.scope] <= card.first < boxes.last[inherited.scope]
        ):
            return inherited
        return None

    def before(self, card: Card, floor: int) -> Heading | None:
        """Look for a heading in the blocks between *floor* and *card*."""
        best: Heading | None = None
        rank = 0
        at, stop = card.first - 1, max(floor, card.first - 1 - _MOST_STEPS)
        while at >= stop:
            if len(self.page.blocks[at].text) > _LONG_TEXT:
                break
            found = self.judge(at)
            if found and found[0] > rank and self.reaches(found[1], card):
                rank, best = found
            if rank == _SURE:
                break
            at -= 1
        return best

    def judge(self, block: int) -> tuple[int, Heading] | None:
        """Say how sure it is that *block* is a heading."""
        if block not in self.seen:
            self.seen[block] = self.look(block)
        return self.seen[block]

    def look(self, at: int) -> tuple[int, Heading] | None:
        """Look at a block that may be a heading."""
        block, boxes = self.page.blocks[at], self.page.boxes
        text = block.text
        if width_of(text) > _WIDEST:
            return None
        heading = Heading(text, at, name_kind(text, self.language))
        box, titled = block.box, False
        for _ in range(_BRANCH):
            if box < 0 or boxes.last[box] - boxes.first[box] > _BRANCH:
                break
            heading.tagged = heading.tagged or boxes.tag[box] in _HEADINGS
            titled = titled or bool(_TITLED.search(boxes.key[box]))
            box = boxes.parent[box]
        known = heading.kind is not None
        if at in self.body and not known:
            return None
        if heading.tagged or (known and heading.kind != "other"):
            return _SURE, heading
        if titled or known:
            return _LIKELY, heading
        return (_WEAK, heading) if block.bold_chars == len(text) else None

    def reaches(self, heading: Heading, card: Card) -> bool:
        """Say whether *card* stands in the reach of *heading*, and note it."""
        boxes = self.page.boxes
        branch = box = self.page.blocks[heading.block].box
        while box >= 0 and boxes.last[box] <= card.first:
            branch, box = box, boxes.parent[box]
        heading.scope = max(box, 0)
        if branch == box:
            return True
        return boxes.last[branch] - heading.block <= _BRANCH


def find_lists(
    page: Page,
    cards: list[Card],
    *,
    body: frozenset[int] | set[int],
    language: str | None,
) -> list[StoryList]:
    """Put cards together that stand in one box under one heading.

    Args:
        page: The page.
        cards: Its cards in order.
        body: Indices of the blocks of the article's body.
        language: BCP 47 tag of the page.

    Returns:
        Lists in the order of their first cards.
    """
    headings = Headings(page, body, language)
    lists: list[StoryList] = []
    last: Card | None = None
    heading: Heading | None = None
    for card in cards:
        heading = headings.over(card, last, heading)
        here = lists[-1] if lists else None
        if here is None or here.parent != card.parent or here.heading is not heading:
            here = StoryList(card.parent, heading)
            lists.append(here)
        here.cards.append(card)
        last = card
    return lists


def is_unwanted(heading: Heading | None) -> bool:
    """Say whether a heading stands over something else than stories."""
    return heading is not None and heading.kind == NOT_STORIES
