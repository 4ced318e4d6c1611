"""Links -> cards: the smallest parts of a page that show one story each.

A link *claims* the boxes around it. A box claimed for two targets is shared;
the outermost box that only one target claims is that target's card. Links that
say little (sections, authors, comments) claim nothing, so they stay in the card
of the story that they stand with.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from articlekit.headlines.addresses import OTHER, STORY, UNKNOWN, is_foreign, path_kind
from articlekit.reading.page import Mark, Page
from articlekit.text.urls import absolute, host_of, page_base, page_key

_SHARED: Final = -1
_WIDE: Final = "\u2e7f"
_MOST_BLOCKS: Final = 14
_MIN_WIDTH: Final = 14
_MIDDLE_WIDTH: Final = 22
_LONG_WIDTH: Final = 28
_SHARE_OF_BLOCK: Final = 0.6


class Link:
    """A link with what its address and text say.

    Attributes:
        mark: The mark of the page.
        text: Its text.
        url: Absolute address.
        key: What all addresses of the target have in common.
        kind: What the address says: STORY, UNKNOWN or OTHER.
        local: Whether it leads to the page's own site.
        width: Width of the text; wide characters count twice.
    """

    __slots__ = ("key", "kind", "local", "mark", "text", "url", "width")

    def __init__(self, mark: Mark, text: str) -> None:
        """Make a link whose address is not looked at yet."""
        self.mark = mark
        self.text = text
        self.width = width_of(text)
        self.url = self.key = ""
        self.kind = OTHER
        self.local = True


class Card:
    """A part of the page that shows one story.

    Attributes:
        key: Key of the story's address.
        links: The links that lead there, in order.
        box: Its outermost box, or -1 where it is a part of a shared box.
        parent: The shared box around it.
        first: Index of its first block.
        last: Index after its last block.
        minor: Links in it that lead elsewhere: section, author, comments.
    """

    __slots__ = ("box", "first", "key", "last", "links", "minor", "parent")

    def __init__(self, link: Link, box: int, parent: int) -> None:
        """Make a card of one link."""
        self.key = link.key
        self.links = [link]
        self.minor: list[Link] = []
        self.box = box
        self.parent = parent
        self.first = link.mark.first
        self.last = link.mark.last + (link.mark.end > 0)


def width_of(text: str) -> int:
    """Return the width of *text*, wide characters counted twice."""
    if text.isascii() or not text or max(text) <= _WIDE:
        return len(text)
    return len(text) + sum(c > _WIDE for c in text)


class Reader:
    """The links of a page, told apart."""

    def __init__(self, page: Page, body: frozenset[int] | set[int]) -> None:
        """Prepare to read *page*, whose article stands in the blocks *body*."""
        self.page = page
        self.body = body
        self.base = page_base(page.url, page.base)
        self.host = host_of(page.url or self.base)
        self.key = page_key(page.url) if page.url else ""
        self.kinds: dict[str, tuple[str, str, int, bool] | None] = {}

    def resolve(self, href: str) -> tuple[str, str, int, bool] | None:
        """Return address, key, kind and whether it is local; None for no page."""
        url = absolute(self.base, href)
        if url is None:
            return None
        key = page_key(url)
        host, _, path = key.partition("/")
        local = host == self.host or not self.host
        if not local and is_foreign(host):
            return None
        return url, key, path_kind(path), local

    def links(self) -> Iterator[Link]:
        """Yield the links that lead to a page, in order."""
        page, kinds = self.page, self.kinds
        for mark in page.links:
            href = mark.attrs["href"]
            if href[0] == "#":
                continue
            if href not in kinds:
                kinds[href] = self.resolve(href)
            known = kinds[href]
            if known:
                link = Link(mark, page.text_of(mark))
                link.url, link.key, link.kind, link.local = known
                yield link

    def claims(self, link: Link) -> bool:
        """Say whether *link* may lead to a story and claim the boxes around it."""
        mark = link.mark
        pictured = mark.pictures[1] > mark.pictures[0]
        if not link.text:
            return link.kind != OTHER or (pictured and link.local)
        if self.is_inline(link):
            return False
        if link.kind == OTHER:
            return link.width >= _LONG_WIDTH
        if link.kind == UNKNOWN:
            return link.width >= _MIDDLE_WIDTH or (
                pictured and link.width >= _MIN_WIDTH
            )
        return link.width >= _MIN_WIDTH or pictured

    def is_inline(self, link: Link) -> bool:
        """Say whether *link* stands in the running text of a paragraph."""
        mark = link.mark
        if mark.first != mark.last or mark.first >= len(self.page.blocks):
            return False
        block = self.page.blocks[mark.first]
        if len(link.text) >= _SHARE_OF_BLOCK * len(block.text):
            return False
        rest = len(block.text) - block.link_chars
        return rest > len(link.text) and rest > _LONG_WIDTH


def find_cards(page: Page, body: frozenset[int] | set[int]) -> list[Card]:
    """Find the cards of a page in order.

    Args:
        page: An HTML page.
        body: Indices of the blocks of the article's body.

    Returns:
        Cards of everything that may be a story; the page itself included.
    """
    reader = Reader(page, body)
    parent = page.boxes.parent
    owner: dict[int, str | int] = {}
    major: list[Link] = []
    minor: list[Link] = []
    for link in reader.links():
        if reader.claims(link):
            major.append(link)
            _claim(link, owner, parent)
        else:
            minor.append(link)
    cards = list(_merged(_card_of(page, link, owner, body) for link in major))
    _give_minor(cards, minor, owner, parent)
    return cards


def _claim(link: Link, owner: dict[int, str | int], parent: list[int]) -> None:
    """Claim the boxes around *link* for its target."""
    box, key = link.mark.box, link.key
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


def _give_minor(
    cards: list[Card],
    minor: list[Link],
    owner: dict[int, str | int],
    parent: list[int],
) -> None:
    """Hand the links that claim nothing to the cards they stand in."""
    by_box = {card.box: card for card in cards if card.box >= 0}
    for link in minor:
        box, card = link.mark.box, -1
        while box >= 0 and owner.get(box, "") != _SHARED:
            card, box = box, parent[box]
        if found := by_box.get(card):
            found.minor.append(link)


__all__ = ["OTHER", "STORY", "UNKNOWN", "Card", "Link", "find_cards", "width_of"]
