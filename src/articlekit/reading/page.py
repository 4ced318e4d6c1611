"""The page as flat columns: what one walk leaves behind.

The parser's events go straight into these columns; there is no tree, and everything
after the walk works on the columns. Who needs a tree after all, as the selectors of
a source profile do, builds one from `Page.source`: an element's place among all
elements of it is the ordinal of its box, mark or picture.

- **Boxes** are the block-level elements in document order, as parallel lists
  (`Boxes`). Box 0 is the root. A box knows its parent and the range of blocks
  that stand in it.
- **Blocks** are the runs of text between block-level boundaries, in document
  order, white space folded, never empty.
- **Marks** are elements worth knowing about inside or around text: links, times,
  classed inline elements, and every element with microdata or RDFa attributes.
  A mark is a range from (block, offset) to (block, offset), so a link around a
  whole card and a link inside a sentence look the same.
- **Pictures** and **media** stand beside the text, each with its place in it.

On a text page the blocks are the lines that hold anything, all in box 0.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final, Literal

import attrs

from articlekit.reading.lines import SourceLines
from articlekit.reading.stated import Record
from articlekit.reading.structured import Structured

HIDDEN: Final = ":hidden"
"""The word that a box's key holds where the page hides the box."""

_NONE: Final[tuple[int, int]] = (0, 0)


class Boxes:
    """Block-level elements as parallel lists; index 0 is the root.

    Attributes:
        tag: Tag names, lower case.
        key: Words of class, id, role, itemprop and the like, lower case, with
            one space before and after each; `HIDDEN` where it is hidden.
        parent: Index of the box around it; -1 for the root.
        depth: Number of boxes around it.
        first: Index of the first block that stands in it.
        last: Index after the last block that stands in it.
        ordinal: Index of its element among all elements of the page, in the order
            of their start tags. A tree of the same source has them in this order.
    """

    __slots__ = ("depth", "first", "key", "last", "ordinal", "parent", "tag")

    def __init__(self) -> None:
        """Make empty columns."""
        self.tag: list[str] = []
        self.key: list[str] = []
        self.parent: list[int] = []
        self.depth: list[int] = []
        self.first: list[int] = []
        self.last: list[int] = []
        self.ordinal: list[int] = []

    def __len__(self) -> int:
        """Return the number of boxes."""
        return len(self.tag)

    def fill_depths(self) -> None:
        """Compute the depths, once all boxes are known."""
        depth = self.depth = [0] * len(self.tag)
        for box, parent in enumerate(self.parent):
            if parent >= 0:
                depth[box] = depth[parent] + 1

    def around(self, box: int) -> Iterator[int]:
        """Yield *box* and the boxes around it, innermost first."""
        while box >= 0:
            yield box
            box = self.parent[box]

    def find(self, box: int, tags: frozenset[str]) -> int:
        """Return *box* or the nearest box around it with one of *tags*, or -1."""
        while box >= 0 and self.tag[box] not in tags:
            box = self.parent[box]
        return box


class Mark:
    """An element that carries meaning, as a range of the blocks' text.

    Attributes:
        tag: Tag name, lower case.
        key: Words as in `Boxes.key`, or "".
        attrs: All attributes of the element.
        box: Index of the box around it.
        own: Index of its own box where it is a block-level element, else -1.
        first: Index of the block where it begins.
        start: Offset in that block's text.
        last: Index of the block where it ends.
        end: Offset in that block's text where it ends, exclusive.
        pictures: Range of the pictures inside it, as (first, last).
        ordinal: Index of the element among all elements: see `Boxes.ordinal`.
    """

    __slots__ = (
        "attrs", "box", "end", "first", "key", "last", "ordinal", "own", "pictures",
        "start", "tag",
    )  # fmt: skip

    def __init__(  # noqa: PLR0917 - keywords would cost a third more, per mark
        self, tag: str, key: str, attrs_: Mapping[str, str], box: int, own: int = -1
    ) -> None:
        """Make a mark whose range is not known yet: *first* is -1."""
        self.tag = tag
        self.key = key
        self.attrs = attrs_
        self.box = box
        self.own = own
        self.first = -1
        self.pictures: tuple[int, int] = _NONE

    # Set by the walk, the last three when the text around them is folded.
    ordinal: int
    start: int
    last: int
    end: int


class TextBlock:
    """A run of text between block-level boundaries.

    Attributes:
        text: The text, white space folded, never empty.
        tag: Tag of the box that it stands in.
        box: Index of that box.
        marks: Marks that begin in it, in order.
        link_chars: How many of its characters are linked.
        bold_chars: How many of its characters are bold, roughly.
        breaks: Offsets in the text where a line break stands.
        gap: On a text page: blank lines before it; else 0.
        line: On a text page: number of its line from 1; else 0.
    """

    __slots__ = (
        "bold_chars", "box", "breaks", "gap", "line", "link_chars", "marks", "tag", "text",
    )  # fmt: skip

    def __init__(self, text: str, tag: str, box: int) -> None:
        """Make a block without marks."""
        self.text = text
        self.tag = tag
        self.box = box
        self.marks: list[Mark] = []
        self.link_chars = 0
        self.bold_chars = 0
        self.breaks: tuple[int, ...] = ()
        self.gap = 0
        self.line = 0

    @property
    def links(self) -> list[Mark]:
        """Links that begin in it, in order."""
        return [mark for mark in self.marks if mark.tag == "a"]


@attrs.define(eq=False)
class Picture:
    """A picture element of the page.

    Attributes:
        attrs: All attributes of the element.
        sources: Attributes of the `source` elements that go with it.
        key: Words as in `Boxes.key`.
        box: Index of the box that it stands in.
        block: Index of the block that follows it.
        link: The innermost link around it, or None.
        ordinal: Index of the element among all elements: see `Boxes.ordinal`.
    """

    attrs: Mapping[str, str]
    sources: tuple[Mapping[str, str], ...]
    key: str
    box: int
    block: int
    link: Mark | None
    ordinal: int


@attrs.define(eq=False)
class Media:
    """A frame, video, audio or other embedded thing.

    Attributes:
        tag: Tag name.
        attrs: All attributes of the element.
        sources: Addresses of `source` elements inside it.
        box: Index of the box that it stands in.
        block: Index of the block that follows it.
    """

    tag: str
    attrs: Mapping[str, str]
    sources: tuple[str, ...]
    box: int
    block: int


@attrs.define(eq=False)
class HeadLink:
    """A `link` element.

    Attributes:
        rel: Relation, lower case.
        href: Address as written.
        attrs: All attributes of the element.
    """

    rel: str
    href: str
    attrs: Mapping[str, str]


@attrs.define(eq=False)
class Page:
    """What was read of a page.

    Attributes:
        kind: "html" or "text".
        url: Address that the caller gave, or None.
        base: Address that relative links count from, or None.
        title_tag: Text of the title element, or None.
        language: Declared language as written, or None.
        metas: Contents of meta elements by lower-case name, in order.
        head_links: The link elements, in order.
        boxes: Block-level elements.
        blocks: Runs of text.
        marks: All marks in order of their start tags.
        props: Those of elements with microdata or RDFa attributes.
        pictures: Pictures in order.
        media: Frames, videos and the like in order.
        structured: JSON-LD, microdata and app state; read on first use.
        warnings: Codes of what went wrong while reading.
        source: The HTML in UTF-8 that the columns were read from, for selectors.
        lines: Finds the lines of blocks in it; None on a text page.
        record: What a text page states of itself by labels, or None.
    """

    kind: Literal["html", "text"]
    url: str | None
    base: str | None = None
    title_tag: str | None = None
    language: str | None = None
    metas: dict[str, list[str]] = attrs.field(factory=dict[str, list[str]])
    head_links: list[HeadLink] = attrs.field(factory=list[HeadLink])
    boxes: Boxes = attrs.field(factory=Boxes)
    blocks: list[TextBlock] = attrs.field(factory=list[TextBlock])
    marks: list[Mark] = attrs.field(factory=list[Mark])
    props: list[Mark] = attrs.field(factory=list[Mark])
    pictures: list[Picture] = attrs.field(factory=list[Picture])
    media: list[Media] = attrs.field(factory=list[Media])
    structured: Structured = attrs.field(factory=Structured)
    warnings: list[str] = attrs.field(factory=list[str])
    source: bytes = attrs.field(default=b"", repr=False)
    lines: SourceLines | None = attrs.field(default=None, repr=False)
    record: Record | None = attrs.field(default=None, repr=False)

    def line_of(self, index: int) -> int | None:
        """Return the line of the source where block *index* begins, or None.

        On an HTML page it is looked for when asked: markup or a character
        reference in its first words can hide it.
        """
        block = self.blocks[index]
        if block.line or self.lines is None:
            return block.line or None
        return self.lines.find(index, block.text)

    @cached_property
    def links(self) -> tuple[Mark, ...]:
        """The links with an address, in order."""
        return tuple(m for m in self.marks if m.tag == "a" and m.attrs.get("href"))

    def meta(self, *names: str) -> str | None:
        """Return the first content that one of *names* has, or None."""
        for name in names:
            if found := self.metas.get(name):
                return found[0]
        return None

    def text_of(self, mark: Mark) -> str:
        """Return the text that *mark* covers, blocks joined by a space."""
        if mark.first >= len(self.blocks):
            return ""
        if mark.first == mark.last:
            return self.blocks[mark.first].text[mark.start : mark.end].strip()
        pieces = [self.blocks[mark.first].text[mark.start :]]
        pieces += [b.text for b in self.blocks[mark.first + 1 : mark.last]]
        if mark.last < len(self.blocks):
            pieces.append(self.blocks[mark.last].text[: mark.end])
        return " ".join(filter(None, map(str.strip, pieces)))

    def text_in(self, box: int) -> str:
        """Return the text that stands in *box*, blocks joined by a space."""
        blocks = self.blocks[self.boxes.first[box] : self.boxes.last[box]]
        return " ".join(b.text for b in blocks)
