"""Links -> cards: the smallest parts of a page that show one story each.

A link *claims* the boxes around it. A box claimed for two targets is shared;
the outermost box that only one target claims is that target's card. Links that
say little (sections, authors, comments) claim nothing, so they stay in the card
of the story that they stand with.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from articlekit.headlines.addresses import OTHER, STORY, UNKNOWN, Target, Targets
from articlekit.reading.page import Mark, Page, TextBlock

_SHARED: Final = -1
# Addresses and the numbers of licences are no titles.
_ADDRESSES: Final = ("http:", "https:")
_NUMBER: Final = re.compile(r"\d{8}")
_WIDE: Final = re.compile("[\u2e80-\U0010ffff]")
_MOST_BLOCKS: Final = 14
# A link around more blocks than this was never closed.
_MOST_LINKED: Final = 64
_MIN_WIDTH: Final = 14
_LEAST_WIDE: Final = _MIN_WIDTH // 2
_MOST_LINKS: Final = 8
_LONG_WIDTH: Final = 28
# How wide the text has to be, by kind of target: without and with a picture.
_LEAST_WIDTHS: Final = {
    OTHER: (_LONG_WIDTH, _LONG_WIDTH),
    UNKNOWN: (22, _MIN_WIDTH),
    STORY: (_MIN_WIDTH, 0),
}
_SHARE_OF_BLOCK: Final = 0.6


class Link:
    """A link that may lead to a story.

    Attributes:
        mark: The mark of the page.
        target: What its address says.
        width: Width of the text; wide characters count twice.
        pictured: Whether a picture stands in it.
    """

    __slots__ = ("mark", "pictured", "target", "width")

    def __init__(
        self,
        mark: Mark,
        width: int,
        target: Target,
        pictured: bool,  # noqa: FBT001
    ) -> None:
        """Make a link."""
        self.mark = mark
        self.width = width
        self.target = target
        self.pictured = pictured


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
    if text.isascii():
        return len(text)
    return len(text) + len(_WIDE.findall(text))


def find_links(page: Page, targets: Targets) -> list[Link]:
    """Find the links that may lead to stories, in order.

    The tests go from cheap to dear: most links of a page are the few words of
    a menu, or stand in running text.

    Args:
        page: An HTML page.
        targets: Reads its addresses.
    """
    blocks, count, read = page.blocks, len(page.blocks), targets.read
    found: list[Link] = []
    for mark in page.links:
        at = mark.first
        low, high = mark.pictures
        if at == mark.last and at < count:
            block, length = blocks[at], mark.end - mark.start
            # Without a text it may be a link that is stretched over its card.
            if 0 < length < _MIN_WIDTH and low == high and _is_short(block, length):
                continue
            text = block.text[mark.start : mark.end].strip()
            if text and _is_inline(block, len(text)):
                continue
        elif mark.last - at <= _MOST_LINKED:
            text = page.text_of(mark)
        else:
            continue
        plain = text and text.isascii()
        width = len(text) if plain else width_of(text or _label(mark))
        if text and low == high and width < _MIN_WIDTH:
            continue
        target = read(mark.attrs["href"])
        if target and _may_lead(target, text, width, low < high):
            found.append(Link(mark, width, target, low < high))
    return found


def _label(mark: Mark) -> str:
    """Return what a link without a text is called for those who cannot see it."""
    return mark.attrs.get("aria-label") or mark.attrs.get("title") or ""


def _is_short(block: TextBlock, length: int) -> bool:
    """Say whether a link of a few letters is too short, wide ones counted twice."""
    return length < _LEAST_WIDE or block.text.isascii()


def _may_lead(target: Target, text: str, width: int, pictured: bool) -> bool:  # noqa: FBT001
    """Say whether a link with this text and target may lead to a story."""
    if not text:
        return target.kind != OTHER or (pictured and target.local)
    return width >= _LEAST_WIDTHS[target.kind][pictured] and not (
        text.startswith(_ADDRESSES) or _NUMBER.search(text)
    )


def _is_inline(block: TextBlock, length: int) -> bool:
    """Say whether a link of this length stands in the running text of a paragraph."""
    rest = len(block.text) - block.link_chars
    if rest <= length or rest <= _LONG_WIDTH:
        return False
    return length < _SHARE_OF_BLOCK * len(block.text)


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
    owners = Owners(page, body)
    links = find_links(page, targets)
    for link in links:
        owners.claim(link.mark.box, link.target.key)
    return list(_merged(map(owners.card_of, links)))


class Owners:
    """Which boxes of a page one story has for itself."""

    def __init__(self, page: Page, body: frozenset[int] | set[int]) -> None:
        """Prepare for the links of *page*."""
        self.boxes = page.boxes
        self.body = body
        self.owner: dict[int, str | int] = {-1: _SHARED}
        self.known: dict[int, tuple[int, int]] = {}

    def claim(self, box: int, key: str) -> None:
        """Claim *box* and the boxes around it for the target *key*.

        What stands around a box that was claimed for it, or is shared, has
        been dealt with.
        """
        owner, parent = self.owner, self.boxes.parent
        while (held := owner.get(box)) != key and held != _SHARED:
            owner[box] = key if held is None else _SHARED
            box = parent[box]

    def card_of(self, link: Link) -> Card:
        """Return the card of *link*: the outermost box that it has for itself."""
        box = link.mark.box
        outermost, around = self.known.get(box) or self.outermost(box)
        made = Card(link, outermost, around)
        if outermost >= 0:
            boxes = self.boxes
            made.first, made.last = boxes.first[outermost], boxes.last[outermost]
        return made

    def outermost(self, box: int) -> tuple[int, int]:
        """Return the outermost box that may be a card (or -1), and its parent."""
        path: list[int] = []
        while box not in self.known and self.owner[box] != _SHARED and self.fits(box):
            path.append(box)
            box = self.boxes.parent[box]
        found = self.known.get(box) or (path[-1] if path else -1, box)
        self.known.update(dict.fromkeys(path, found))
        return found

    def fits(self, box: int) -> bool:
        """Say whether a box may be a card: few blocks, none of them of the body.

        A paragraph of the body that is little but a link may be one too.
        """
        first, last = self.boxes.first[box], self.boxes.last[box]
        if last - first > _MOST_BLOCKS:
            return False
        return last - first <= 1 or self.body.isdisjoint(range(first, last))


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
