"""Links -> cards: the smallest parts of a page that show one story each.

A link *claims* the boxes around it. A box claimed for two targets is shared;
the outermost box that only one target claims is that target's card. Links that
say little (sections, authors, comments) claim nothing, so they stay in the card
of the story that they stand with.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from articlekit.headlines.addresses import OTHER, UNKNOWN, Target, Targets
from articlekit.reading.page import Mark, Page

_SHARED: Final = -1
# Addresses and the numbers of licences are no titles.
_NO_TITLE: Final = re.compile(r"^https?:|\d{8}")
_WIDE: Final = "\u2e7f"
_MOST_BLOCKS: Final = 14
_MIN_WIDTH: Final = 14
_LEAST_WIDE: Final = _MIN_WIDTH // 2
_MOST_LINKS: Final = 8
_MIDDLE_WIDTH: Final = 22
_LONG_WIDTH: Final = 28
_SHARE_OF_BLOCK: Final = 0.6


class Link:
    """A link that may lead to a story.

    Attributes:
        mark: The mark of the page.
        text: Its text.
        target: What its address says.
        width: Width of the text; wide characters count twice.
        pictured: Whether a picture stands in it.
    """

    __slots__ = ("mark", "pictured", "target", "text", "width")

    def __init__(self, mark: Mark, text: str, width: int, target: Target) -> None:
        """Make a link."""
        self.mark = mark
        self.text = text
        self.width = width
        self.target = target
        self.pictured = mark.pictures[1] > mark.pictures[0]


class Card:
    """A part of the page that shows one story.

    Attributes:
        key: Key of the story's address.
        links: The links that lead there, in order.
        box: Its outermost box, or -1 where it is a part of a shared box.
        parent: The shared box around it.
        first: Index of its first block.
        last: Index after its last block.
        start: Where it begins in its first block.
    """

    __slots__ = ("box", "first", "key", "last", "links", "parent", "start")

    def __init__(self, link: Link, box: int, parent: int) -> None:
        """Make a card of one link."""
        self.key = link.target.key
        self.links = [link]
        self.box = box
        self.parent = parent
        self.start = 0
        self.first = link.mark.first
        self.last = link.mark.last + (link.mark.end > 0)


def width_of(text: str) -> int:
    """Return the width of *text*, wide characters counted twice."""
    if text.isascii() or not text or max(text) <= _WIDE:
        return len(text)
    return len(text) + sum(c > _WIDE for c in text)


def find_links(page: Page, targets: Targets) -> Iterator[Link]:
    """Yield the links that may lead to stories, in order.

    Args:
        page: An HTML page.
        targets: Reads its addresses.
    """
    blocks = page.blocks
    for mark in page.links:
        start, end = mark.start, mark.end
        low, high = mark.pictures
        if mark.first == mark.last and start < end and low == high:
            # Most links of a page are the few words of a menu; they go first.
            if end - start < _LEAST_WIDE:
                continue
            text = blocks[mark.first].text[start:end].strip()
            if len(text) < _MIN_WIDTH and (
                text.isascii() or width_of(text) < _MIN_WIDTH
            ):
                continue
        else:
            text = page.text_of(mark)
        target = targets.read(mark.attrs["href"])
        if target is not None and _claims(page, mark, text, target):
            yield Link(mark, text, width_of(text), target)


def _claims(page: Page, mark: Mark, text: str, target: Target) -> bool:
    """Say whether a link may lead to a story and claim the boxes around it."""
    pictured = mark.pictures[1] > mark.pictures[0]
    if not text:
        return target.kind != OTHER or (pictured and target.local)
    width = width_of(text)
    if target.kind == OTHER:
        wide = width >= _LONG_WIDTH
    elif target.kind == UNKNOWN:
        wide = width >= _MIDDLE_WIDTH or (pictured and width >= _MIN_WIDTH)
    else:
        wide = width >= _MIN_WIDTH or pictured
    return wide and not _is_inline(page, mark, text) and not _NO_TITLE.search(text)


def _is_inline(page: Page, mark: Mark, text: str) -> bool:
    """Say whether a link stands in the running text of a paragraph."""
    if mark.first != mark.last or mark.first >= len(page.blocks):
        return False
    block = page.blocks[mark.first]
    if len(text) >= _SHARE_OF_BLOCK * len(block.text):
        return False
    rest = len(block.text) - block.link_chars
    return rest > len(text) and rest > _LONG_WIDTH


def find_cards(
    page: Page, targets: Targets, body: frozenset[int] | set[int]
) -> list[Card]:
    """Find the cards of a page in order.

    Args:
        page: An HTML page.
        targets: Reads its addresses.
        body: Indices of the blocks of the article's body.

    Returns:
        Cards of everything that may be a story; the page itself included.
    """
    parent = page.boxes.parent
    owner: dict[int, str | int] = {}
    links = list(find_links(page, targets))
    for link in links:
        _claim(link, owner, parent)
    return list(_merged(_card_of(page, link, owner, body) for link in links))


def _claim(link: Link, owner: dict[int, str | int], parent: list[int]) -> None:
    """Claim the boxes around *link* for its target."""
    box, key = link.mark.box, link.target.key
    while box >= 0:
        held = owner.get(box)
        if held is None:
            owner[box] = key
        elif held == _SHARED:
            return
        elif held != key:
            owner[box] = _SHARED
        box = parent[box]


def _card_of(
    page: Page,
    link: Link,
    owner: dict[int, str | int],
    body: frozenset[int] | set[int],
) -> Card:
    """Return the card of *link*: the outermost box that it has for itself."""
    boxes, box, card = page.boxes, link.mark.box, -1
    while box >= 0 and owner[box] != _SHARED and _is_small(page, box, body):
        card, box = box, boxes.parent[box]
    made = Card(link, card, box)
    if card >= 0:
        made.first, made.last = boxes.first[card], boxes.last[card]
    return made


def _is_small(page: Page, box: int, body: frozenset[int] | set[int]) -> bool:
    """Say whether a box may be a card: few blocks, none of them of the body.

    A paragraph of the body that is little but a link may be one too.
    """
    first, last = page.boxes.first[box], page.boxes.last[box]
    if last - first > _MOST_BLOCKS:
        return False
    return last - first <= 1 or body.isdisjoint(range(first, last))


def _merged(cards: Iterable[Card]) -> Iterator[Card]:
    """Join the neighbours that lead to one story."""
    last: Card | None = None
    for card in cards:
        if last and last.key == card.key and last.parent == card.parent:
            if len(last.links) < _MOST_LINKS:
                last.links += card.links
            last.first = min(last.first, card.first)
            last.last = max(last.last, card.last)
            if last.box != card.box:
                last.box = (
                    max(last.box, card.box) if -1 in {last.box, card.box} else last.box
                )
        else:
            if last:
                yield last
            last = card
    if last:
        yield last
