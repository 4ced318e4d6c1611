"""From chosen blocks of the page to the typed blocks of the body."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

import attrs

from articlekit.body.flow import HEADINGS
from articlekit.body.links import links_of
from articlekit.body.live import Entry
from articlekit.body.measures import length_of
from articlekit.model import (
    Block,
    BlockQuote,
    Heading,
    Link,
    ListBlock,
    Note,
    NoteKind,
    Paragraph,
    Table,
)
from articlekit.model.spans import Span
from articlekit.reading.page import Page

_LISTS: Final = frozenset(("ul", "ol", "dl"))
_ITEMS: Final = frozenset(("li", "dt", "dd"))
_CELLS: Final = frozenset(("td", "th"))
_QUOTES: Final = frozenset(("blockquote",))
_ENDS: Final = frozenset(("article", "main", "section", "body"))
_PARTS: Final = dict.fromkeys(_ITEMS, "list") | dict.fromkeys(_CELLS, "table")
_WHOLES: Final = dict.fromkeys(_LISTS, "list") | {"table": "table"}
_BULLETS: Final = frozenset("•·‣▪■●○◆►▶※✓✔-–—*・")
_BULLETS_ALONE: Final = frozenset("•‣▪■●○◆►▶※✓✔・")
"""Those that text follows without a space."""
_LONG_LINE: Final = 90
_MANY_CELLS: Final = 2
_LONGEST_CELL: Final = 200


@attrs.frozen(eq=False)
class Body:
    """The body of a page.

    Attributes:
        blocks: Typed blocks in order.
        places: For each of them the index of the page's block it begins with.
        chosen: Indices of the page's blocks that it is made of.
        entries: Entries of a live blog, as ranges of the page's blocks.
    """

    blocks: tuple[Block, ...] = ()
    places: tuple[int, ...] = ()
    chosen: frozenset[int] = frozenset()
    entries: tuple[Entry, ...] = ()


_NO_NOTES: Final[Mapping[int, NoteKind]] = {}


class _Group:
    """Chosen blocks that become one block of the body."""

    __slots__ = ("box", "indices", "kind")

    def __init__(self, kind: str, box: int, index: int) -> None:
        self.kind = kind
        self.box = box
        self.indices = [index]


_ALONE: Final = dict.fromkeys(HEADINGS, "heading") | dict.fromkeys(_QUOTES, "quote")
_TELLING: Final = frozenset((*HEADINGS, *_QUOTES, *_ENDS, *_PARTS, *_WHOLES))
_Kind = tuple[str, int]


def _kind_of(page: Page, box: int, known: dict[int, _Kind]) -> _Kind:
    """Return what a block is part of, and the box that holds all of that.

    Args:
        page: The page.
        box: The box of the block.
        known: What was found for boxes before, to be filled.
    """
    boxes = page.boxes
    if boxes.tag[box] not in _TELLING and boxes.parent[box] >= 0:
        box = boxes.parent[box]  # the same for all plain blocks in a box
    if box not in known:
        known[box] = _find_kind(page, box)
    return known[box]


def _find_kind(page: Page, start: int) -> _Kind:
    boxes = page.boxes
    inner = ""
    found = ("paragraph", -1)
    for box in boxes.around(start):
        tag = boxes.tag[box]
        if tag in _ALONE:
            return _ALONE[tag], box
        if tag in _ENDS:
            break
        if tag in _PARTS:
            inner = inner or _PARTS[tag]
        elif _WHOLES.get(tag) == inner != "":
            found = (inner, box)  # the outermost one of lists in lists
            if inner == "table":
                break
    return found


def _groups(
    page: Page, chosen: Sequence[int], marked: Mapping[int, str]
) -> Iterator[_Group]:
    group: _Group | None = None
    known: dict[int, _Kind] = {}
    for index in chosen:
        box = page.blocks[index].box
        if index in marked:
            kind, box = marked[index], page.boxes.parent[box]
        else:
            kind, box = _kind_of(page, box, known)
        same = group and box >= 0 and (group.kind, group.box) == (kind, box)
        if group and same:
            group.indices.append(index)
            continue
        if group:
            yield group
        group = _Group(kind, box, index)
    if group:
        yield group


def assemble(
    page: Page,
    chosen: Sequence[int],
    *,
    notes: Mapping[int, NoteKind] = _NO_NOTES,
    pulls: Collection[int] = (),
    entries: tuple[Entry, ...] = (),
) -> Body:
    """Make the body of a page out of some of its blocks.

    Args:
        page: The page.
        chosen: Indices of the blocks, in order.
        notes: Which of them are notes, and of what kind.
        pulls: Which of them are pull quotes.
        entries: Entries of a live blog that they belong to.
    """
    blocks: list[Block] = []
    places: list[int] = []
    marked = dict.fromkeys(pulls, "pull") | {i: str(kind) for i, kind in notes.items()}
    for group in _groups(page, chosen, marked):
        for block in _MAKERS[group.kind](page, group):
            blocks.append(block)
            places.append(group.indices[0])
    return Body(tuple(blocks), tuple(places), frozenset(chosen), entries)


def _paragraphs(page: Page, group: _Group) -> Iterator[Block]:
    (index,) = group.indices
    block = page.blocks[index]
    line = page.line_of(index)
    if not block.breaks:
        links = links_of(page, [(index, 0, 0)]) if block.marks else ()
        yield Paragraph(block.text, links=links, line=line)
        return
    for start, end in _lines(block.text, block.breaks):
        links = links_of(page, [(index, 0, start)]) if block.marks else ()
        kept = tuple(link for link in links if link.span.end <= end - start)
        yield Paragraph(block.text[start:end], links=kept, line=line)


def _lines(text: str, breaks: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Part a block at its line breaks, where the lines are paragraphs."""
    edges = (0, *breaks, len(text))
    lines = list(pairwise(edges))
    if breaks and (
        length_of(text) > _LONG_LINE * len(lines) or _are_items(text, breaks)
    ):
        for start, end in lines:
            stripped = end - len(text[start:end]) + len(text[start:end].rstrip())
            if stripped > start:
                yield start, stripped
    else:
        yield 0, len(text)


def _are_items(text: str, breaks: tuple[int, ...]) -> bool:
    """Return whether each line behind a break begins with a bullet or a dash."""
    return all(text[at : at + 2].strip() in _BULLETS for at in breaks) or all(
        text[at : at + 1] in _BULLETS_ALONE for at in breaks
    )


def _headings(page: Page, group: _Group) -> Iterator[Block]:
    text, links = _joined(page, group.indices, " ")
    level = int(page.boxes.tag[group.box][1])
    yield Heading(text, level, links=links, line=page.line_of(group.indices[0]))


def _quotes(page: Page, group: _Group) -> Iterator[Block]:
    text, links = _joined(page, group.indices, "\n")
    yield BlockQuote(text, links=links, line=page.line_of(group.indices[0]))


def _pulls(page: Page, group: _Group) -> Iterator[Block]:
    text, links = _joined(page, group.indices, "\n")
    line = page.line_of(group.indices[0])
    yield BlockQuote(text, pull=True, links=links, line=line)


def _notes(page: Page, group: _Group) -> Iterator[Block]:
    text, links = _joined(page, group.indices, "\n")
    line = page.line_of(group.indices[0])
    yield Note(text, NoteKind(group.kind), links=links, line=line)


def _joined(
    page: Page, indices: Sequence[int], separator: str
) -> tuple[str, tuple[Link, ...]]:
    """Join the texts of some blocks, and move their links along."""
    at = 0
    pieces: list[tuple[int, int, int]] = []
    for index in indices:
        pieces.append((index, at, 0))
        at += len(page.blocks[index].text) + len(separator)
    text = separator.join(page.blocks[i].text for i in indices)
    return text, links_of(page, pieces)


def _by_box(
    page: Page, indices: Sequence[int], tags: frozenset[str]
) -> dict[int, list[int]]:
    """Group blocks by the nearest box with one of *tags*."""
    rows: dict[int, list[int]] = {}
    for index in indices:
        box = page.boxes.find(page.blocks[index].box, tags)
        rows.setdefault(box, []).append(index)
    return rows


def _lists(page: Page, group: _Group) -> Iterator[Block]:
    items: list[str] = []
    links: list[Link] = []
    depths: list[int] = []
    at = 0
    for box, indices in _by_box(page, group.indices, _ITEMS).items():
        text, found = _joined(page, indices, " ")
        items.append(text)
        links += (_moved(link, at) for link in found)
        depths.append(sum(page.boxes.tag[b] in _LISTS for b in page.boxes.around(box)))
        at += len(text) + 1
    lowest = min(depths)
    levels = tuple(d - lowest for d in depths) if max(depths) > lowest else ()
    yield ListBlock(
        tuple(items),
        ordered=page.boxes.tag[group.box] == "ol",
        levels=levels,
        links=tuple(links),
        line=page.line_of(group.indices[0]),
    )


def _moved(link: Link, offset: int) -> Link:
    return Link(link.url, Span(link.span.start + offset, link.span.end + offset))


def _tables(page: Page, group: _Group) -> Iterator[Block]:
    rows = [
        tuple(_by_box(page, row, _CELLS).values())
        for row in _by_box(page, group.indices, frozenset(("tr",))).values()
    ]
    if _is_layout(page, rows):
        for index in group.indices:
            yield from _paragraphs(page, _Group("paragraph", -1, index))
        return
    lines: list[tuple[str, ...]] = []
    links: list[Link] = []
    at = 0
    for row in rows:
        cells: list[str] = []
        for cell in row:
            text, found = _joined(page, cell, " ")
            links += (_moved(link, at) for link in found)
            cells.append(text)
            at += len(text) + 1
        lines.append(tuple(cells))
    yield Table(tuple(lines), links=tuple(links), line=page.line_of(group.indices[0]))


def _is_layout(page: Page, rows: list[tuple[list[int], ...]]) -> bool:
    """Return whether a table only places text on the page."""
    widest = max(map(len, rows))
    longest = max(
        len(page.blocks[i].text) for row in rows for cell in row for i in cell
    )
    return widest < _MANY_CELLS or longest > _LONGEST_CELL


_MAKERS: Final[Mapping[str, Callable[[Page, _Group], Iterator[Block]]]] = {
    "paragraph": _paragraphs,
    "heading": _headings,
    "quote": _quotes,
    "list": _lists,
    "table": _tables,
    "pull": _pulls,
} | dict.fromkeys(map(str, NoteKind), _notes)
