"""What is measured of a page before its blocks are scored."""

import re
from bisect import bisect_right as _bin
from collections import Counter
from typing import Final

from articlekit.reading.page import HIDDEN, Boxes, Page

_FLAGS: Final = {
    tag: 1 << index
    for index, group in enumerate(
        (
            "article", "main", "aside", "nav", "header", "footer", "figure figcaption",
            "form fieldset", "table", "ul ol dl", "blockquote", "noscript", "section",
            "dialog", "button label",
        )
    )
    for tag in group.split()
}  # fmt: skip
_HIDDEN_FLAG: Final = 1 << 15
_ASIDE_ROLE: Final = " complementary "
FLAG_COUNT: Final = 16
_OUTSIDE: Final = _FLAGS["nav"] | _FLAGS["dialog"]
_FOOTER: Final = _FLAGS["footer"]
IN_FIGURE: Final = _FLAGS["figure"]
IN_LIST: Final = _FLAGS["ul"]
IN_ASIDE: Final = _FLAGS["aside"]

# Lengths count a character of scripts without spaces as two and a half.
_WIDE: Final = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_LENGTHS: Final = (12, 25, 45, 80, 140, 240, 420)
LENGTH_BINS: Final = len(_LENGTHS) + 1
_SAMPLED: Final = 20
_SHORTEST_TEXT, _LONG_TEXT = 45, 80
_LINKED_SHARES: Final = (0.0, 0.15, 0.4, 0.9)
_MOSTLY_LINKED, _ALL_LINKED = 3, 4
_SHORT_LINK, _SHORT_FOOTER = 100, 60
_LEAST_OUTSIDE: Final = 0.3
_CONTROLS: Final = frozenset(("button", "label", "form"))

Form = tuple[str, str, str]
"""What a block is made like: tag and keys of its box and of the box around it."""


class Kinds:
    """Which kinds of box each box stands in, itself included; found on demand.

    Only a third of the boxes are ever asked for.

    Attributes:
        known: Flags by box, as far as they were asked for.
    """

    __slots__ = ("_boxes", "known")

    def __init__(self, boxes: Boxes) -> None:
        """Begin with nothing known."""
        self._boxes = boxes
        self.known: dict[int, int] = {-1: 0}

    def __getitem__(self, box: int) -> int:
        """Return the flags of *box*."""
        known, parents = self.known, self._boxes.parent
        path: list[int] = []
        while box not in known:
            path.append(box)
            box = parents[box]
        flags = known[box]
        tags, keys, kind_of = self._boxes.tag, self._boxes.key, _FLAGS.get
        while path:
            box = path.pop()
            flags |= kind_of(tags[box], 0)
            if key := keys[box]:
                if HIDDEN in key:
                    flags |= _HIDDEN_FLAG
                if _ASIDE_ROLE in key:
                    flags |= IN_ASIDE
            known[box] = flags
        return flags


def length_of(text: str) -> int:
    """Return the length of *text* in characters of a script with spaces."""
    if text.isascii():
        return len(text)
    wide = sum(map(len, _WIDE.findall(text)))
    return len(text) + wide + wide // 2


def _lengths(texts: list[str]) -> list[int]:
    """Return the length of each text, see `length_of`."""
    sample = "".join([text[:_SAMPLED] for text in texts])
    wide = not sample.isascii() and _WIDE.search(sample)
    return list(map(length_of if wide else len, texts))


class Measures:
    """What is measured of a page before its blocks are scored.

    Attributes:
        texts: Text of each block.
        lengths: Length of each block, see `length_of`.
        length_bins: Bin of each length.
        linked_bins: Bin of each block's share of linked characters.
        own: Running text by the box around the box of its block.
        counts: For each such box, how many of those blocks are long.
        by_form: Running text and number of long blocks of each form. Paragraphs
            that each have a wrapper of their own have no parent in common, but a
            form.
        total: Running text of the page.
        seen: How often each text stands on the page.
    """

    __slots__ = (
        "_forms", "_page", "by_form", "counts", "length_bins", "lengths",
        "linked_bins", "own", "seen", "texts", "total",
    )  # fmt: skip

    def __init__(self, page: Page) -> None:
        """Measure *page*."""
        blocks = page.blocks
        self._page = page
        self._forms: dict[int, Form] = {}
        self.texts = texts = [block.text for block in blocks]
        self.lengths = _lengths(texts)
        self.length_bins = [_bin(_LENGTHS, length) for length in self.lengths]
        self.linked_bins = [
            _bin(_LINKED_SHARES, block.link_chars / len(block.text))
            if block.link_chars
            else 0
            for block in blocks
        ]
        self.seen = Counter(texts)
        self._sum_text()

    def _sum_text(self) -> None:
        """Sum the running text by parent and by form."""
        blocks, parents, linked = (
            self._page.blocks,
            self._page.boxes.parent,
            self.linked_bins,
        )
        self.own: dict[int, int] = {}
        self.counts: dict[int, int] = {}
        self.by_form: dict[Form, tuple[int, int]] = {}
        self.total = 0
        for index, length in enumerate(self.lengths):
            if length < _SHORTEST_TEXT or linked[index] >= _MOSTLY_LINKED:
                continue
            box = blocks[index].box
            parent, form, long = parents[box], self.form_of(box), length > _LONG_TEXT
            self.total += length
            self.own[parent] = self.own.get(parent, 0) + length
            self.counts[parent] = self.counts.get(parent, 0) + long
            text, count = self.by_form.get(form, _NONE)
            self.by_form[form] = (text + length, count + long)
        self.total = self.total or 1

    def form_of(self, box: int) -> Form:
        """Return the form of the blocks in *box*."""
        form = self._forms.get(box)
        if form is None:
            boxes = self._page.boxes
            form = (boxes.tag[box], boxes.key[box], boxes.key[boxes.parent[box]])
            self._forms[box] = form
        return form


_NONE: Final = (0, 0)


def may_be_text(page: Page, measures: Measures, kinds: Kinds) -> list[int]:
    """Return the blocks that are worth a look, in order.

    Left out are navigation, buttons, and short links beside other links: two
    thirds of a usual page, and hardly ever part of a text. Where navigation
    seems to hold nearly all text, its tag was never closed and says nothing.
    """
    found = _outside_of(_OUTSIDE, page, measures, kinds)
    lengths, linked = measures.lengths, measures.linked_bins
    running = sum([lengths[i] for i in found if linked[i] < _MOSTLY_LINKED])
    if running < _LEAST_OUTSIDE * measures.total:
        return _outside_of(_FLAGS["dialog"], page, measures, kinds)
    return found


def _outside_of(kind: int, page: Page, measures: Measures, kinds: Kinds) -> list[int]:
    lengths, blocks, known = measures.lengths, page.blocks, kinds.known
    linked = [*measures.linked_bins, 0]
    found: list[int] = []
    for index, length in enumerate(lengths):
        if (
            length < _SHORT_LINK
            and linked[index] == _ALL_LINKED
            and max(linked[index - 1], linked[index + 1]) >= _MOSTLY_LINKED
        ):
            continue
        block = blocks[index]
        if block.tag in _CONTROLS:
            continue
        box = block.box
        flags = known[box] if box in known else kinds[box]
        if flags & kind or (flags & _FOOTER and length < _SHORT_FOOTER):
            continue
        found.append(index)
    return found
