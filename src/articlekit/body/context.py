"""What stands around a block: numbers for the second look at it.

The first look scores each block for itself. The second one sees the scores of
its neighbours, how the boxes around it did, and whether it is made like the
blocks that are surely text.
"""

# ruff: noqa: FURB136 - a call costs more than a comparison, once a block

from bisect import bisect_left
from itertools import accumulate
from typing import Final

from articlekit.body.features import Context, ending_of, tag_of
from articlekit.body.measures import (
    IN_ASIDE,
    IN_FIGURE,
    Form,
    Kinds,
    Measures,
)
from articlekit.reading.page import Page

WINDOW: Final = 4
"""Neighbours on each side that are looked at."""
CANDIDATE: Final = -2.0
"""Blocks that score lower at first get no second look."""
CERTAIN, BESIDE = 3.0, 1.0
"""Nor do blocks that score higher, and whose neighbours score so much."""
REJECTED: Final = -9.0
"""Score of a block that was not looked at."""
_SURE: Final = 1.5
_LONG: Final = 70
_SHARE: Final = 0.6
_BEST: Final = 10
# Trees learn nothing beyond what they have seen: very long pages are capped.
_FAR, _MANY, _MUCH, _LONGEST = 20, 8, 4_000, 1_000
_PADDING: Final = (REJECTED,) * WINDOW
_NONE: Final = (0, 0)

_Outer = tuple[int, int, int, int, int, int, tuple[float, ...], tuple[float, ...]]


class Surroundings:
    """The page as the first look left it.

    Attributes:
        scores: First score of each block, a log of odds.
    """

    def __init__(
        self,
        page: Page,
        measures: Measures,
        scores: list[float],
        *,
        context: Context,
        kinds: Kinds,
    ) -> None:
        """Take the first *scores* of the blocks of *page*."""
        self.scores = scores
        self._blocks, self._boxes = page.blocks, page.boxes
        self._measures, self._context, self._kinds = measures, context, kinds
        self._padded = (*_PADDING, *scores, *_PADDING)
        self._lengths = (*measures.lengths, 0)  # what stands before the first, too
        self._find_sure()
        self._sum_blocks()
        self._main = self._main_box()
        self._count_forms()
        self._by_parent: dict[int, _Outer] = {}

    def _find_sure(self) -> None:
        """Find the likely blocks, and the long ones that are surely text."""
        scores, lengths = self.scores, self._lengths
        self._likely = [i for i, z in enumerate(scores) if z > 0]
        self._sure = [
            i for i in self._likely if scores[i] > _SURE and lengths[i] > _LONG
        ]
        self._best = max(scores, default=0.0)
        long = [z for z, n in zip(scores, lengths, strict=False) if n > _LONG]
        long.sort(reverse=True)
        best = long[:_BEST]
        self._median = best[len(best) // 2] if best else 0.0

    def _sum_blocks(self) -> None:
        """Sum text and likely text up to each block.

        A box spans a range of blocks, so the sum of any box is a difference.
        """
        lengths = self._measures.lengths
        good = [0] * len(lengths)
        for index in self._likely:
            good[index] = lengths[index]
        self._text_before = (0, *accumulate(lengths))
        self._good_before = (0, *accumulate(good))
        self._total = self._good_before[-1] or 1

    def _sums_in(self, box: int) -> tuple[int, int]:
        """Return the length of the likely text and of all the text in *box*."""
        first, last = self._boxes.first[box], self._boxes.last[box]
        good, text = self._good_before, self._text_before
        return good[last] - good[first], text[last] - text[first]

    def _main_box(self) -> int:
        """Return the smallest box that holds most of the likely text.

        Whichever it is, the block in the middle of that text stands in it.
        """
        if not self._likely:
            return 0
        middle = bisect_left(self._good_before, self._total / 2) - 1
        around = self._boxes.around(self._blocks[middle].box)
        enough = _SHARE * self._total
        return next(box for box in around if self._sums_in(box)[0] >= enough)

    def _count_forms(self) -> None:
        """Count the likely text by the form and the parent of its boxes."""
        parents, m = self._boxes.parent, self._measures
        self._of_form: dict[Form, int] = {}
        self._of_parent: dict[int, int] = {}
        for index in self._likely:
            box, length = self._blocks[index].box, m.lengths[index]
            parent, form = parents[box], m.form_of(box)
            self._of_form[form] = self._of_form.get(form, 0) + length
            self._of_parent[parent] = self._of_parent.get(parent, 0) + length

    def _around(self, a1: int) -> _Outer:
        """Return what the blocks have in common whose boxes stand in box *a1*."""
        parents, total = self._boxes.parent, self._total
        a2 = max(parents[a1], 0)
        a3 = max(parents[a2], 0)
        good1, text1 = self._sums_in(a1)
        good2, text2 = self._sums_in(a2)
        good3, text3 = self._sums_in(a3)
        shares = (good1 / total, good2 / total, good3 / total)
        own = self._measures.own.get(a1, 0) / self._measures.total
        rest = (min(total, _MUCH), self._of_parent.get(a1, 0), own)
        return good1, text1 + 1, good2, text2 + 1, good3, text3 + 1, shares, rest

    def of(self, index: int) -> tuple[float, ...]:
        """Return the numbers of one block, in a fixed order."""
        m, boxes, total = self._measures, self._boxes, self._total
        block, score, lengths = self._blocks[index], self.scores[index], self._lengths
        box, length, main = block.box, lengths[index], self._main
        a1 = max(boxes.parent[box], 0)
        around = self._by_parent.get(a1)
        if around is None:
            around = self._by_parent[a1] = self._around(a1)
        good1, text1, good2, text2, good3, text3, shares, (much, near, own) = around
        mine = length if score > 0 else 0
        form = m.form_of(box)
        formed = m.by_form.get(form, _NONE)[0]
        return (
            *self._padded[index : index + 2 * WINDOW + 1],
            length if length < _LONGEST else _LONGEST,
            m.linked_bins[index],
            lengths[index - 1],
            lengths[index + 1],
            (good1 - mine) / (text1 - length),
            (good2 - mine) / (text2 - length),
            (good3 - mine) / (text3 - length),
            (near - mine) / total,
            (self._of_form.get(form, 0) - mine) / total,
            *shares,
            boxes.first[main] <= index < boxes.last[main],
            boxes.depth[box] - boxes.depth[main],
            *self._beside_sure(index),
            much,
            score - self._best,
            score - self._median,
            formed / m.total,
            own,
            *self._of_itself(index),
        )

    def _beside_sure(self, index: int) -> tuple[int, int, int, int]:
        """Count the sure blocks on both sides, and the ways to the outer ones."""
        sure = self._sure
        if not sure:
            return -99, -99, 0, 0
        at = bisect_left(sure, index)
        behind = len(sure) - at
        return (
            _within(index - sure[0]),
            _within(sure[-1] - index),
            at if at < _MANY else _MANY,
            behind if behind < _MANY else _MANY,
        )

    def _of_itself(self, index: int) -> tuple[float, ...]:
        """Return what the second look wants to know of the block itself."""
        block, context = self._blocks[index], self._context
        text, seen = block.text, self._measures.seen[block.text]
        kinds = self._kinds[block.box]
        return (
            tag_of(block.tag),
            ending_of(text),
            context.stated_bin(text),
            block.bold_chars / len(text),
            seen if seen < 3 else 3,
            kinds & IN_FIGURE > 0,
            kinds & IN_ASIDE > 0,
            index - context.title_block if context.title_block >= 0 else -1,
        )


def _within(number: int) -> int:
    return max(-_FAR, min(number, _FAR))
