"""A card in pieces: stretches of its text with what the markup says about them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import Final

from articlekit.headlines.cards import Card
from articlekit.reading.page import Mark, Page, TextBlock

_ROLES: Final = (
    ("hidden", re.compile(r"sr-only|visually|screen-?reader|assistive|u-hidden")),
    ("credit", re.compile(r"credit|caption|copyright|photographer")),
    ("date", re.compile(r"date|time(?!line)|\bago\b|publish|posted|timeago|datum|fecha|\bhour")),
    ("author", re.compile(r"author|byline|writer|columnist|contributor|autor|auteur")),
    ("count", re.compile(r"comment|count(?!r)|\brank|ranking-|views|duration|reading|readtime|number")),
    ("badge", re.compile(r"badge|premium|\blive|paywall|\bplus\b|icon|exclusive|sponsor|\bflag\b")),
    ("summary", re.compile(r"summary|teaser-?text|\blead\b|desc|excerpt|dek\b|deck\b|standfirst|blurb|abstract|intro|snippet|subtitle|subhead")),
    ("category", re.compile(r"kicker|categor|section-?(?:name|label|title)|eyebrow|overline|topic|rubri|\btag|label|supertitle|pretitle|surtitre|antetitulo|volanta|roofline|spitzmarke")),
    ("title", re.compile(r"title|headline|heading|titre|titul|titel|titolo|\bhed\b")),
)  # fmt: skip
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TELLING: Final = _HEADINGS | {"figcaption"}
_WIDE_ROLES: Final = frozenset(("author", "date", "credit"))
_MOST_BLOCKS: Final = 2
# What a card shows of its story stands at its start.
_MOST_READ: Final = 64
_LONGEST_KEY: Final = 200
_MOST_MARKS: Final = 16
_CUTTING: Final = frozenset(
    ("credit", "date", "author", "count", "badge", "category", "hidden", "summary")
)
_start = attrgetter("start")
_Cut = tuple[int, int, str, Mark | None, str]


class Piece:
    """A stretch of a card's text.

    Attributes:
        text: The text.
        role: What the markup says it is: title, category, date, author,
            summary, badge, count, credit, hidden, or "".
        heading: Whether it stands in an h-tag.
        linked: Whether it links to the story.
        mark: The mark that it comes from, or None.
        order: Its place in the card.
        href: Where else it leads to, or "".
    """

    __slots__ = ("heading", "href", "linked", "mark", "order", "role", "text")

    def __init__(self, text: str, role: str, order: int) -> None:
        """Make a piece that is neither linked nor a heading."""
        self.text = text
        self.role = role
        self.order = order
        self.heading = self.linked = False
        self.mark: Mark | None = None
        self.href = ""


def role_of(key: str) -> str:
    """Return what the words of *key* say an element is for, or ""."""
    return _role_of(key) if len(key) <= _LONGEST_KEY else _first_role(key)


def _first_role(key: str) -> str:
    for role, pattern in _ROLES:
        if pattern.search(key):
            return role
    return ""


@lru_cache(maxsize=4_096)
def _role_of(key: str) -> str:
    """Return the role of a key; the pages of a site repeat them."""
    return _first_role(key)


class Cutter:
    """Takes the cards of one page apart."""

    def __init__(self, page: Page) -> None:
        """Prepare for the cards of *page*."""
        self.page = page
        self.roles: dict[str, str] = {"": ""}
        self.known: dict[int, tuple[int, int]] = {-1: (-1, -1)}

    def role(self, key: str) -> str:
        """Return the role of a key; pages repeat them a lot."""
        found = self.roles.get(key)
        if found is None:
            found = self.roles[key] = role_of(key)
        return found

    def pieces(self, card: Card) -> list[Piece]:
        """Return the pieces of a card in order, never empty ones."""
        if whole := _whole_block(self.page, card):
            return [whole]
        floor = card.box if card.box >= 0 else card.parent
        marks = [link.mark for link in card.links]
        out: list[Piece] = []
        blocks = self.page.blocks
        for index in range(
            card.first, min(card.last, card.first + _MOST_READ, len(blocks))
        ):
            block = blocks[index]
            within = _bounds(card, index, len(block.text))
            role, heading = self.box_role(block, floor)
            for start, end, own, mark, href in self.cuts(block, index, marks, within):
                first, last = max(start, within[0]), min(end, within[1])
                text = block.text[first:last].strip()
                if text:
                    piece = Piece(text, own or role, len(out))
                    piece.heading, piece.mark, piece.href = heading, mark, href
                    piece.linked = _is_covered(marks, index, first, last)
                    out.append(piece)
        return out

    def box_role(self, block: TextBlock, floor: int) -> tuple[str, bool]:
        """Return role and heading of a block from the boxes up to *floor*.

        Only a box that holds little else says what a block is.
        """
        boxes, box = self.page.boxes, block.box
        if box <= floor:
            return "", False
        heading, caption = self.around(box)
        if caption > floor:
            return "credit", heading > floor
        role = ""
        while box > floor and not role:
            size = boxes.last[box] - boxes.first[box]
            if size > _MOST_BLOCKS:
                break
            found = "date" if boxes.tag[box] == "time" else self.role(boxes.key[box])
            role = found if size == 1 or found in _WIDE_ROLES else ""
            box = boxes.parent[box]
        return role, heading > floor

    def around(self, box: int) -> tuple[int, int]:
        """Return the nearest h-tag and caption around *box* or at it; -1 is none."""
        tags, parent, known = self.page.boxes.tag, self.page.boxes.parent, self.known
        path: list[int] = []
        while box not in known:
            path.append(box)
            box = parent[box]
        found = known[box]
        for inner in reversed(path):
            if (tag := tags[inner]) in _TELLING:
                caption = tag == "figcaption"
                found = (found[0], inner) if caption else (inner, found[1])
            known[inner] = found
        return found

    def cuts(
        self, block: TextBlock, index: int, story: list[Mark], within: tuple[int, int]
    ) -> Iterable[_Cut]:
        """Return what `split` yields; most blocks have nothing to cut out."""
        if block.marks and (block.marks != story or any(m.key for m in story)):
            return self.split(block, index, story, within)
        return ((0, len(block.text), "", None, ""),)

    def split(
        self, block: TextBlock, index: int, story: list[Mark], within: tuple[int, int]
    ) -> Iterator[_Cut]:
        """Yield start, end, role, mark and foreign address of parts of a block."""
        at = 0
        for mark in _marks_near(block.marks, *within):
            start, end = mark.start, mark.end
            if start < at or mark.last != index or end <= start or mark.own >= 0:
                continue
            role = "date" if mark.tag == "time" else self.role(mark.key)
            href = (
                mark.attrs.get("href", "")
                if mark.tag == "a" and mark not in story
                else ""
            )
            if (
                role == "title"
                and mark.tag != "a"
                and 0 < end - start < len(block.text)
            ):
                pass
            elif not href and (role not in _CUTTING or _holds(mark, story)):
                continue
            if start > at:
                yield at, start, "", None, ""
            yield start, end, role, mark, href
            at = end
        if at < len(block.text):
            yield at, len(block.text), "", None, ""


def _whole_block(page: Page, card: Card) -> Piece | None:
    """Return the piece of a card that is one link and nothing else, else None."""
    mark = card.links[0].mark
    if card.last - card.first != 1 or mark.first != mark.last or len(card.links) > 1:
        return None
    block = page.blocks[card.first]
    if (
        card.start
        or mark.start > 0
        or mark.end < len(block.text)
        or len(block.marks) > 1
    ):
        return None
    piece = Piece(block.text, "", 0)
    piece.linked, piece.mark = True, mark
    return piece


def _marks_near(marks: list[Mark], low: int, high: int) -> list[Mark]:
    """Return the marks of a block that may cut a part of it.

    Of a block with many, those that begin in the part or a few marks before.
    """
    if len(marks) <= _MOST_MARKS:
        return marks
    first = bisect_left(marks, low, key=_start)
    return marks[max(0, first - _MOST_MARKS) : bisect_left(marks, high, key=_start)]


def _holds(mark: Mark, story: list[Mark]) -> bool:
    """Say whether a link to the story stands inside an element."""
    return any(
        mark.first <= m.first and (mark.start <= m.start and m.end <= mark.end)
        for m in story
        if m.first == m.last == mark.first and m is not mark
    )


def _bounds(card: Card, index: int, length: int) -> tuple[int, int]:
    """Return which part of a block belongs to a card."""
    if card.box >= 0:
        return card.start if index == card.first else 0, length
    low = high = -1
    for link in card.links:
        mark = link.mark
        if mark.first <= index <= mark.last:
            start = mark.start if mark.first == index else 0
            low = start if low < 0 else min(low, start)
            high = max(high, mark.end if mark.last == index else length)
    return (0, length) if low < 0 else (low, high)


def _is_covered(marks: list[Mark], index: int, start: int, end: int) -> bool:
    """Say whether one of *marks* covers most of a stretch of a block."""
    least = (end - start) // 2
    for mark in marks:
        if mark.first <= index <= mark.last:
            low = mark.start if mark.first == index else 0
            high = mark.end if mark.last == index else end
            if min(high, end) - max(low, start) > least:
                return True
    return False
