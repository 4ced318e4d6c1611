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
    ("kicker", re.compile(r"kicker|eyebrow|overline|supertitle|pretitle|surtitre|antetitulo|volanta|occhiello|roofline|spitzmarke|dachzeile|chapeu|cintillo|sobretitulo|nadtytul|vinheta")),
    ("category", re.compile(r"categor|section-?(?:name|label|title)|topic|rubri|\btag|label")),
    ("title", re.compile(r"title|headline|heading|titre|titul|titel|titolo|\bhed\b")),
)  # fmt: skip
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TELLING: Final = _HEADINGS | {"figcaption"}
_WIDE_ROLES: Final = frozenset(("author", "date", "credit"))
_OPENING: Final = frozenset("([（【")
_AROUND: Final = " ()[]（）【】"
_SEPARATORS: Final = frozenset(":|·•–—-()[]（）【】>»：｜丨/")
_LONGEST_SMALL: Final = 40
_LONGEST_BADGE: Final = 12
_DIGIT_SHARE: Final = 5
_MOST_BLOCKS: Final = 2
# What a card shows of its story stands at its start.
_MOST_READ: Final = 64
_LONGEST_KEY: Final = 200
_MOST_MARKS: Final = 16
_LEAST_MARKS: Final = 2
_CUTTING: Final = frozenset(
    (
        "credit",
        "date",
        "author",
        "count",
        "badge",
        "category",
        "kicker",
        "hidden",
        "summary",
    )
)
_start = attrgetter("start")
_Cut = tuple[int, int, str, Mark | None, str]


class Piece:
    """A stretch of a card's text.

    Attributes:
        text: The text.
        role: What the markup says it is: title, category, kicker, date, author,
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

    def role(self, key: str) -> str:
        """Return the role of a key; pages repeat them a lot."""
        found = self.roles.get(key)
        if found is None:
            found = self.roles[key] = role_of(key)
        return found

    def pieces(self, card: Card) -> list[Piece]:
        """Return the pieces of a card in order, never empty ones."""
        floor = card.box if card.box >= 0 else card.parent
        marks = [link.mark for link in card.links]
        out: list[Piece] = []
        blocks = self.page.blocks
        for index in range(
            card.first, min(card.last, card.first + _MOST_READ, len(blocks))
        ):
            block = blocks[index]
            low, high = _bounds(card, index, len(block.text))
            role, heading = self.box_role(block.box, floor)
            for start, end, own, mark, href in self.cuts(
                block, index, marks, (low, high)
            ):
                first, last = max(start, low), min(end, high)
                if text := block.text[first:last].strip():
                    piece = Piece(text, own or role, len(out))
                    piece.heading, piece.mark, piece.href = heading, mark, href
                    piece.linked = _is_covered(marks, index, first, last)
                    out.append(piece)
        return out

    def box_role(self, box: int, floor: int) -> tuple[str, bool]:
        """Return role and heading of a block from its *box* up to *floor*."""
        tags, parent = self.page.boxes.tag, self.page.boxes.parent
        heading, at = False, box
        while at > floor:
            if (tag := tags[at]) in _TELLING:
                if tag == "figcaption":
                    return "credit", heading
                heading = True
            at = parent[at]
        return self.near_role(box, floor), heading

    def near_role(self, box: int, floor: int) -> str:
        """Return the role that the boxes around a block give it, up to *floor*.

        Only a box that holds little else says what a block is.
        """
        boxes, roles = self.page.boxes, self.roles
        while box > floor:
            size = boxes.last[box] - boxes.first[box]
            if size > _MOST_BLOCKS:
                break
            if boxes.tag[box] == "time":
                return "date"
            key = boxes.key[box]
            found = roles[key] if key in roles else self.role(key)
            if found and (size == 1 or found in _WIDE_ROLES):
                return found
            box = boxes.parent[box]
        return ""

    def cuts(
        self, block: TextBlock, index: int, story: list[Mark], within: tuple[int, int]
    ) -> Iterable[_Cut]:
        """Return what `split` yields; most blocks have nothing to cut out."""
        marks = block.marks
        if not marks:
            return ((0, len(block.text), "", None, ""),)
        edges = _edges(story, index, block.text)
        if marks != story or any(m.key for m in story):
            found = self.split(block, index, story, within)
            return _cut_at(found, edges, block.text) if edges else found
        whole = (0, len(block.text), "", None, "")
        return _cut_at((whole,), edges, block.text) if edges else (whole,)

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


def _edges(story: list[Mark], index: int, text: str) -> list[int]:
    """Return where links to the story begin and end in the text of a block, in order.

    Only where marks, digits or another link stand on the other side: sites link
    parts of a title as well.
    """
    found: set[int] = set()
    behind = 0
    for mark in story:
        if not mark.first == mark.last == index or mark.start >= mark.end:
            continue
        before, after = text[behind : mark.start].strip(), text[mark.end :].strip()
        if (behind and not before) or _is_apart(before, before[-1:]):
            found.add(mark.start)
        if _is_apart(after, after[:1]):
            found.add(mark.end)
        behind = mark.end
    return sorted(edge for edge in found if 0 < edge < len(text))


def _is_apart(text: str, nearest: str) -> bool:
    """Say whether a text is no part of the title that its *nearest* letter is at."""
    if not nearest:
        return False
    if nearest in _SEPARATORS or not any(map(str.isalnum, text)):
        return True
    if text.isupper() and text.isascii() and len(text) <= _LONGEST_BADGE:
        return True
    digits = sum(map(str.isdigit, text[:_LONGEST_SMALL]))
    return digits > 0 and len(text) <= min(_LONGEST_SMALL, _DIGIT_SHARE * digits)


def _cut_at(cuts: Iterable[_Cut], edges: list[int], text: str) -> Iterator[_Cut]:
    """Cut what nothing else tells apart where links to the story begin and end.

    Brackets around what stands beside a link are left out.
    """
    for cut in cuts:
        at, end, role, mark, href = cut
        if role or mark:
            yield cut
            continue
        for edge in (*(e for e in edges if at < e < end), end):
            low, high = at, edge
            if text[low:high].strip()[:1] in _OPENING:
                inner = text[low:high].strip(_AROUND)
                low = text.find(inner, low) if inner else high
                high = low + len(inner)
            yield low, high, "", None, href
            at = edge


def whole_text(page: Page, card: Card) -> str | None:
    """Return the text of a card that is one link and nothing else, else None."""
    if card.last - card.first != 1 or card.start or len(card.links) > 1:
        return None
    mark, block = card.links[0].mark, page.blocks[card.first]
    if mark.start or mark.first != mark.last or mark.end < len(block.text):
        return None
    return block.text if len(block.marks) < _LEAST_MARKS else None


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
