"""Lines of the source: where the text of a block stands in it.

libxml2 does not say where in the source its events come from, and hardly any block
is asked for its line. So a line is found when it is asked for. The parser takes the
source piece by piece, and it is known how many blocks there were at each piece: the
first words of a block are looked for only where it must stand.
"""

import re
from bisect import bisect_right
from typing import Final

_HEAD: Final = 20
_WORD: Final = re.compile(r"[^\W_]{3,20}")
_LOOKED_AT: Final = 100
_MOST_PLACES: Final = 8
_AHEAD: Final = 20_000
"""Bytes that the parser takes before it reads them, at most."""
_LONGEST: Final = 20_000


class SourceLines:
    """Finds the lines of blocks in the source of a page, in their order.

    Attributes:
        offsets: Where each piece of the source begins that the parser took.
        blocks: How many blocks there were when it took that piece.
    """

    __slots__ = ("_at", "_line", "_source", "blocks", "offsets")

    def __init__(self, source: bytes) -> None:
        """Hold the source of a page, in UTF-8."""
        self._source = source
        self._at, self._line = 0, 1  # of the block found last
        self.offsets: list[int] = []
        self.blocks: list[int] = []

    def find(self, index: int, text: str) -> int | None:
        """Return the line where a block begins.

        Args:
            index: Index of the block.
            text: Its text.

        Returns:
            The line from 1; None where its text cannot be found as it was written.
        """
        # All pieces up to this one were asked for before the block was complete.
        piece = bisect_right(self.blocks, index)
        if not piece:
            return None
        low = self.offsets[piece - 1] - _AHEAD - min(4 * len(text), _LONGEST)
        high = self.offsets[piece] if piece < len(self.offsets) else len(self._source)
        at = self._place(text, max(low, 0), high)
        if at < 0:
            return None
        if at < self._at:
            self._line -= self._source.count(b"\n", at, self._at)
        else:
            self._line += self._source.count(b"\n", self._at, at)
        self._at = at
        return self._line

    def _place(self, text: str, low: int, high: int) -> int:
        """Return where a text begins, or -1."""
        head = text[:_HEAD].encode()
        start = max(low, self._at)  # most often behind the last one that was asked for
        at = self._search(head, start, high)
        if at < 0 and (match := _WORD.search(text, 0, _LOOKED_AT)):
            # A tag or a character reference may stand between its first words.
            word = match.group().encode()
            at = self._search(word, start, high)
            if at < 0 and start > low:
                at = self._search(word, low, start)
        return at

    def _search(self, needle: bytes, low: int, high: int) -> int:
        """Return where *needle* stands between tags, or -1."""
        source = self._source
        at = low
        for _ in range(_MOST_PLACES):
            at = source.find(needle, at, high)
            if at < 0:
                break
            tag = source.rfind(b"<", low, at)
            if tag < 0 or source.find(b">", tag, at) >= 0:
                return at
            at += 1
        return -1
