"""Runs of text: pieces become blocks, and the marks in them find their places.

The walk appends pieces of text, and a place holder (NUL, which no page can hold)
for each start or end of a mark and each line break. At a boundary all of it is
folded once.
"""

import re
from typing import Final

from articlekit.reading.page import Boxes, Mark, Page, TextBlock

_OPENING: Final = frozenset(" ([{«“„‘¿¡「『（【")
_LONGEST_MARK: Final = 6
_NOTE_MARK: Final = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3}|[a-z])[\])]?")
_BEFORE_WORDS: Final = _OPENING | frozenset("/#-–—|\0")
_SOFT_HYPHEN: Final = "\xad"
_CLOSING: Final = frozenset(",.;:!?)]}»”’%…、。，！？：；）」』】،؛؟")


class Run:
    """The run of text that is being read, and the columns that it ends up in.

    Attributes:
        pieces: The text since the last boundary; never white space alone.
        events: What the place holders stand for: a mark, twice, or None for a
            line break.
        box: Index of the box that stands open.
        bold: Characters of it that are bold.
    """

    __slots__ = (
        "_blank", "_counted_links", "_open_links", "_tags", "blocks", "bold", "box", "boxes",
        "events", "marks", "page", "pictures", "pieces",
    )  # fmt: skip

    def __init__(self, page: Page) -> None:
        """Begin with the empty columns of *page*."""
        self.page = page
        self.boxes: Boxes = page.boxes
        self._tags = page.boxes.tag
        self.blocks: list[TextBlock] = page.blocks
        self.marks: list[Mark] = page.marks
        self.pictures = page.pictures
        self.pieces: list[str] = []
        self.events: list[Mark | None] = []
        self.box = 0
        self.bold = 0
        self._open_links: list[tuple[Mark, int]] = []
        self._counted_links = 0
        self._blank = 0

    def data(self, text: str) -> None:
        """Add text; white space that nothing stands before is nothing."""
        if self.pieces or not text.isspace():
            self.pieces.append(text)

    def open_mark(self, mark: Mark) -> None:
        """Begin *mark* at the end of the text so far."""
        self.marks.append(mark)
        self.pieces.append("\0")
        self.events.append(mark)
        if mark.tag == "a":
            self._open_links.append((mark, len(self.pictures)))

    def close_mark(self, mark: Mark) -> None:
        """End *mark* at the end of the text so far."""
        self.pieces.append("\0")
        self.events.append(mark)
        if mark.tag == "a":
            first = self._open_links.pop()[1]
            if first < len(self.pictures):
                mark.pictures = (first, len(self.pictures))

    def innermost_link(self) -> Mark | None:
        """Return the link that stands open, or None."""
        return self._open_links[-1][0] if self._open_links else None

    def line_break(self) -> None:
        """Note a line break; two in a row end the block."""
        pieces, events = self.pieces, self.events
        if events and events[-1] is None:
            while pieces[-1].isspace():
                pieces.pop()
            self._blank = min(self._blank, len(pieces))
            if pieces[-1] == "\0":
                self.flush()
                return
        pieces.append("\0")
        events.append(None)

    def is_pending(self) -> bool:
        """Return whether there is text that will become a block."""
        pieces, at = self.pieces, self._blank
        while at < len(pieces) and not pieces[at].strip("\0 \t\r\n\f"):
            at += 1
        self._blank = at  # looked at once, or many pictures take quadratic time
        return at < len(pieces)

    def flush(self) -> None:
        """Make a block of the text so far."""
        text = "".join(self.pieces)
        if _SOFT_HYPHEN in text:  # where a word may be parted, no part of it
            text = text.replace(_SOFT_HYPHEN, "")
        text = " ".join(text.split())
        self.pieces.clear()
        events = self.events
        if not events:
            if text:
                block = self._new_block(text)
                if self._counted_links:
                    block.link_chars = len(text)
        elif (
            len(events) == 2
            and (mark := events[0]) is events[1]
            and mark is not None
            and text[0] == text[-1] == "\0"  # nothing beside it
        ):
            self._flush_mark(text[1:-1].strip(" "), mark)
            events.clear()
        else:
            self._flush_events(text, events)
            events.clear()
        self.bold = self._blank = 0

    def _new_block(self, text: str) -> TextBlock:
        """Append a block in the current box."""
        block = TextBlock(text, self._tags[self.box], self.box)
        if self.bold:
            block.bold_chars = min(self.bold, len(text))
        self.blocks.append(block)
        return block

    def _flush_mark(self, text: str, mark: Mark) -> None:
        """Make a block of one mark, the form of most links of a page."""
        mark.first = mark.last = len(self.blocks)
        mark.start = 0
        mark.end = len(text)
        if text:
            block = self._new_block(text)
            block.marks.append(mark)
            if mark.tag == "a" or self._counted_links:
                block.link_chars = len(text)

    def _flush_events(self, folded: str, events: list[Mark | None]) -> None:
        """Make a block of a text that holds marks, and place the marks."""
        here = len(self.blocks)
        text, linked, breaks = self._place(folded, events)
        if not text:
            return
        block = self._new_block(text)
        block.link_chars = min(linked, len(text))
        if breaks:
            block.breaks = tuple(at for at in breaks if at < len(text))
        seen = [m for m in events if m is not None and m.first == here]
        block.marks = list(dict.fromkeys(seen))

    def _place(
        self, folded: str, events: list[Mark | None]
    ) -> tuple[str, int, list[int]]:
        """Take the place holders out of *folded* and set the marks' ends.

        Returns:
            The text, its linked characters, and the offsets of line breaks.
        """
        here = len(self.blocks)
        breaks: list[int] = []
        counted = self._counted_links
        ended = False  # a mark ends right here
        pieces = iter(folded.split("\0"))
        text = next(pieces)
        linked = len(text) if counted else 0
        for mark, piece in zip(events, pieces, strict=True):
            if mark is None:
                if text:
                    if text[-1] != " ":
                        text += " "
                    breaks.append(len(text))
                ended = False
            elif mark.first < 0:
                if (
                    ended
                    and text
                    and text[-1] not in _OPENING
                    and piece[:1] not in _CLOSING
                ):
                    text += " "  # two elements side by side: two words
                mark.first = here
                mark.start = len(text)
                ended = False
                if mark.tag == "a":
                    counted += 1
            else:
                if mark.tag == "a" and mark.first == here and _is_note(mark, text):
                    linked -= len(text) - mark.start
                    text = text[: mark.start]
                mark.last = here
                mark.end = len(text)
                ended = True
                if mark.tag == "a":
                    counted -= 1
            if piece:
                if piece[0] == " " and (not text or text[-1] == " "):
                    piece = piece[1:]
                text += piece
                ended = False
                if counted:
                    linked += len(piece)
        self._counted_links = counted
        return text.rstrip(" "), linked, breaks


def _is_note(mark: Mark, text: str) -> bool:
    """Return whether a link right behind a word is the mark of a note below."""
    if not mark.start or len(text) - mark.start > _LONGEST_MARK:
        return False
    if text[mark.start - 1] in _BEFORE_WORDS or "#" not in mark.attrs.get("href", ""):
        return False
    return _NOTE_MARK.fullmatch(text, mark.start) is not None
