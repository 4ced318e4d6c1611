"""The typed blocks of an article's body.

Every block has `text`, `links` and `line`. `line` is the line of the page's
source where the block begins; it takes no part in equality.
"""

from enum import StrEnum
from typing import Final

import attrs

from articlekit.model.moment import Moment
from articlekit.model.spans import Span


@attrs.frozen
class Link:
    """A link inside a block.

    Attributes:
        url: Absolute address.
        span: The linked words, as a range of the block's text.
    """

    url: str
    span: Span


class NoteKind(StrEnum):
    """What a note beside the text is."""

    CORRECTION = "correction"
    EDITOR = "editor"
    DISCLAIMER = "disclaimer"


def _line() -> int | None:
    line: int | None = attrs.field(default=None, eq=False, kw_only=True)
    return line


def _links() -> tuple[Link, ...]:
    return attrs.field(default=(), kw_only=True)


@attrs.frozen
class Paragraph:
    """A paragraph of running text.

    Attributes:
        text: The text, white space folded.
        links: Links in the text, in order.
        line: Line of the page's source, or None.
    """

    text: str
    links: tuple[Link, ...] = _links()
    line: int | None = _line()


@attrs.frozen
class Heading:
    """A sub-heading inside the text.

    Attributes:
        text: The heading.
        level: 1 to 6.
        links: Links in the heading, in order.
        line: Line of the page's source, or None.
    """

    text: str
    level: int = 2
    links: tuple[Link, ...] = _links()
    line: int | None = _line()


@attrs.frozen
class ListBlock:
    """A list inside the text.

    Attributes:
        items: Texts of the items in order, those of nested lists after theirs.
        ordered: Whether the items are numbered.
        levels: Depth of each item, 0 for the outermost; empty where no list is
            nested.
        links: Links in the items, as ranges of `text`.
        line: Line of the page's source, or None.
    """

    items: tuple[str, ...]
    ordered: bool = False
    levels: tuple[int, ...] = ()
    links: tuple[Link, ...] = _links()
    line: int | None = _line()

    @property
    def text(self) -> str:
        """The items, one a line, without bullets."""
        return "\n".join(self.items)


@attrs.frozen
class BlockQuote:
    """A quotation set off from the text.

    Attributes:
        text: The quotation; its paragraphs are parted by a newline.
        pull: Whether it only repeats words of the text (a pull quote).
        cite: Absolute address of the source that the page names, or None.
        links: Links in the quotation, in order.
        line: Line of the page's source, or None.
    """

    text: str
    pull: bool = False
    cite: str | None = None
    links: tuple[Link, ...] = _links()
    line: int | None = _line()


@attrs.frozen
class Table:
    """A table of data.

    Attributes:
        rows: Texts of the cells, row by row.
        links: Links in the cells, as ranges of `text`.
        line: Line of the page's source, or None.
    """

    rows: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...] = _links()
    line: int | None = _line()

    @property
    def text(self) -> str:
        """The rows, one a line, cells parted by a tab."""
        return "\n".join("\t".join(row) for row in self.rows)


@attrs.frozen
class Figure:
    """The place of a picture in the text.

    Attributes:
        image: Index into `Article.images`.
        links: Always empty.
        line: Line of the page's source, or None.
    """

    image: int
    links: tuple[Link, ...] = _links()
    line: int | None = _line()

    @property
    def text(self) -> str:
        """Always empty: caption and credit belong to the image."""
        return ""


@attrs.frozen
class Embed:
    """Foreign content set into the text.

    Attributes:
        kind: What it is: "video", "audio", "tweet", "instagram", "map", ... or
            "other".
        url: Absolute address, or None.
        text: Text that stands in the page for it; may be empty.
        links: Links in that text.
        line: Line of the page's source, or None.
    """

    kind: str
    url: str | None = None
    text: str = ""
    links: tuple[Link, ...] = _links()
    line: int | None = _line()


@attrs.frozen
class Note:
    """A remark of the newsroom about the text.

    Attributes:
        text: The remark.
        kind: Correction, editor's note or disclaimer.
        links: Links in the remark, in order.
        line: Line of the page's source, or None.
    """

    text: str
    kind: NoteKind = NoteKind.EDITOR
    links: tuple[Link, ...] = _links()
    line: int | None = _line()


@attrs.frozen
class LiveEntry:
    """One entry of a live blog.

    Attributes:
        moment: When it was published, or None.
        blocks: The entry's blocks in order.
        links: Always empty; the blocks hold theirs.
        line: Line of the page's source, or None.
    """

    moment: Moment | None
    blocks: "tuple[EntryBlock, ...]"
    links: tuple[Link, ...] = _links()
    line: int | None = _line()

    @property
    def text(self) -> str:
        """The running text of the blocks, one a line."""
        return "\n".join(filter(None, map(running_text, self.blocks)))


BLOCK_TYPES: Final = {
    "paragraph": Paragraph,
    "heading": Heading,
    "list": ListBlock,
    "block-quote": BlockQuote,
    "table": Table,
    "figure": Figure,
    "embed": Embed,
    "note": Note,
    "live-entry": LiveEntry,
}

EntryBlock = (
    Paragraph | Heading | ListBlock | BlockQuote | Table | Figure | Embed | Note
)
Block = EntryBlock | LiveEntry


def running_text(block: Block) -> str:
    """Return what *block* adds to `Article.text`; empty where it adds nothing."""
    if isinstance(block, Figure | Embed | Note):
        return ""
    if isinstance(block, BlockQuote) and block.pull:
        return ""
    return block.text
