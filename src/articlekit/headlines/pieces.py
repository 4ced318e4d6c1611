"""A card in pieces: stretches of its text with what the markup says about them."""

import re
from collections.abc import Iterator
from typing import Final

import attrs

from articlekit.headlines.cards import Card
from articlekit.reading.page import HIDDEN, Mark, Page, TextBlock

_ROLES: Final = (
    ("hidden", re.compile(r"sr-only|visually|screen-?reader|assistive|:hidden|u-hidden")),
    ("credit", re.compile(r"credit|caption|copyright|photographer")),
    ("date", re.compile(r"date|time(?!line)|\bago\b|publish|posted|timeago|datum|fecha|\bhour")),
    ("author", re.compile(r"author|byline|writer|columnist|contributor|autor|auteur")),
    ("count", re.compile(r"comment|count(?!r)|\brank|ranking-|views|duration|reading|readtime|number")),
    ("badge", re.compile(r"badge|premium|\blive|paywall|\bplus\b|icon|exclusive|sponsor|\bflag\b")),
    ("summary", re.compile(r"summary|teaser-?text|\blead\b|desc|excerpt|dek\b|deck\b|standfirst|abstract|intro|snippet|subtitle|subhead")),
    ("category", re.compile(r"kicker|categor|section-?(?:name|label|title)|eyebrow|overline|topic|rubri|\btag|label|supertitle|pretitle|surtitre|antetitulo|volanta|roofline|spitzmarke")),
    ("title", re.compile(r"title|headline|heading|titre|titul|titel|titolo|\bhed\b")),
)  # fmt: skip
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_WIDE_ROLES: Final = frozenset(("author", "date", "credit"))
_MOST_BLOCKS: Final = 2
_CUTTING: Final = frozenset(
    ("credit", "date", "author", "count", "badge", "category", "hidden", "summary")
)


@attrs.define(eq=False)
class Piece:
    """A stretch of a card's text.

    Attributes:
        text: The text.
        role: What the markup says it is: title, category, date, author,
            summary, badge, count, hidden, or "".
        heading: Whether it stands in an h-tag.
        linked: Whether it links to the story.
        mark: The mark that it comes from, or None.
        order: Its place in the card.
        href: Where else it leads to, or "".
    """

    text: str
    role: str
    heading: bool
    linked: bool
    order: int
    mark: Mark | None = None
    href: str = ""


def role_of(key: str) -> str:
    """Return what the words of *key* say an element is for, or ""."""
    if key:
        for role, pattern in _ROLES:
            if pattern.search(key):
                return role
    return ""


def _box_role(page: Page, block: TextBlock, floor: int) -> tuple[str, bool]:
    """Return role and heading of a block from the boxes up to *floor*.

    Only a box that holds little else says what a block is.
    """
    boxes, box = page.boxes, block.box
    role, heading = "", False
    while box > floor:
        tag, size = boxes.tag[box], boxes.last[box] - boxes.first[box]
        if tag in _HEADINGS:
            heading = True
        if tag == "figcaption":
            role = "credit"
        elif not role and size <= _MOST_BLOCKS:
            found = "date" if tag == "time" else role_of(boxes.key[box])
            role = found if size == 1 or found in _WIDE_ROLES else ""
        box = boxes.parent[box]
    return role, heading


def _cuts(block: TextBlock, index: int) -> Iterator[tuple[int, int, str, Mark]]:
    """Yield the stretches of a block that its marks set apart."""
    for mark in block.marks:
        if mark.last != index or mark.end <= mark.start or mark.own >= 0:
            continue
        role = "date" if mark.tag == "time" else role_of(mark.key)
        if mark.tag == "a" or role:
            yield mark.start, mark.end, role, mark


def _split(
    block: TextBlock, index: int, story: set[Mark]
) -> Iterator[tuple[int, int, str, Mark | None, str]]:
    """Yield start, end, role, mark and foreign address of parts of a block."""
    at = 0
    for start, end, role, mark in _cuts(block, index):
        foreign = (
            mark.attrs.get("href", "") if mark.tag == "a" and mark not in story else ""
        )
        if start < at or not (foreign or role in _CUTTING):
            continue
        if start > at:
            yield at, start, "", None, ""
        yield start, end, role, mark, foreign
        at = end
    if at < len(block.text):
        yield at, len(block.text), "", None, ""


def pieces_of(page: Page, card: Card) -> list[Piece]:
    """Take a card apart.

    Args:
        page: The page.
        card: One of its cards.

    Returns:
        Its pieces in order, never empty ones.
    """
    floor = card.box if card.box >= 0 else card.parent
    story = {link.mark for link in card.links}
    out: list[Piece] = []
    for index in range(card.first, min(card.last, len(page.blocks))):
        block = page.blocks[index]
        low, high = _bounds(card, index, block)
        role, heading = _box_role(page, block, floor)
        for start, end, own, mark, href in _split(block, index, story):
            start, end = max(start, low), min(end, high)
            text = block.text[start:end].strip()
            if text:
                linked = any(_covers(m, index, start, end) for m in story)
                piece = Piece(text, own or role, heading, linked, len(out), mark, href)
                out.append(piece)
    return out


def _bounds(card: Card, index: int, block: TextBlock) -> tuple[int, int]:
    """Return which part of a block belongs to a card."""
    if card.box >= 0:
        return 0, len(block.text)
    marks = [k.mark for k in card.links]
    low = min(
        m.start if m.first == index else 0 for m in marks if m.first <= index <= m.last
    )
    high = max(
        m.end if m.last == index else len(block.text)
        for m in marks
        if m.first <= index <= m.last
    )
    return low, high


def _covers(mark: Mark, index: int, start: int, end: int) -> bool:
    """Say whether *mark* covers most of a stretch of a block."""
    if not mark.first <= index <= mark.last:
        return False
    low = mark.start if mark.first == index else 0
    high = mark.end if mark.last == index else end
    return min(high, end) - max(low, start) > (end - start) // 2


__all__ = ["HIDDEN", "Piece", "pieces_of", "role_of"]
