"""What stands around a block: numbers for the second look at it.

The first look scores each block for itself. The second one sees the scores of
its neighbours, how the boxes around it did, and whether it is made like the
blocks that are surely text.
"""

from bisect import bisect_left
from itertools import accumulate
from typing import Final

from articlekit.body.features import Measures
from articlekit.reading.page import Page

WINDOW: Final = 4
"""Neighbours on each side that are looked at."""
CANDIDATE: Final = -3.2
"""Blocks that score lower at first get no second look."""
_SURE: Final = 1.5
_LONG: Final = 70
_SHARE: Final = 0.6
# Trees learn nothing beyond what they have seen: very long pages are capped.
_FAR, _MANY, _MUCH = 20, 8, 4_000
_PADDING: Final = (-9.0,) * WINDOW


class Surroundings:
    """The page as the first look left it.

    Attributes:
        scores: First score of each block, a log of odds.
        likely: Indices of blocks that are more likely text than not.
        sure: Indices of long blocks that are surely text.
        main: Index of the smallest box that holds most of the sure text.
    """

    def __init__(self, page: Page, measures: Measures, scores: list[float]) -> None:
        """Take the first *scores* of the blocks of *page*."""
        self.page = page
        self.measures = measures
        self.scores = scores
        self.padded = (*_PADDING, *scores, *_PADDING)
        lengths = measures.lengths
        self.likely = [i for i, z in enumerate(scores) if z > 0]
        self.sure = [i for i in self.likely if scores[i] > _SURE and lengths[i] > _LONG]
        self.first = self.sure[0] if self.sure else -1
        self.last = self.sure[-1] if self.sure else -1
        self.best = max(scores, default=0.0)
        self.median = self._median_of_best()
        self._sum_blocks()
        self.main = self._main_box()
        self._count_forms()

    def _median_of_best(self) -> float:
        """Return the score that the better half of the ten best blocks reach."""
        lengths = self.measures.lengths
        long = sorted(
            (z for i, z in enumerate(self.scores) if lengths[i] > _LONG), reverse=True
        )[:10]
        return long[len(long) // 2] if long else 0.0

    def _sum_blocks(self) -> None:
        """Sum text and likely text up to each block.

        A box spans a range of blocks, so the sum of any box is a difference.
        """
        lengths, scores = self.measures.lengths, self.scores
        good = [n if z > 0 else 0 for n, z in zip(lengths, scores, strict=True)]
        self.text_before = (0, *accumulate(lengths))
        self.good_before = (0, *accumulate(good))
        self.total = self.good_before[-1] or 1

    def _good_in(self, box: int) -> int:
        """Return the length of the likely text in *box*."""
        boxes, before = self.page.boxes, self.good_before
        return before[boxes.last[box]] - before[boxes.first[box]]

    def _share_in(self, box: int, mine: int, length: int) -> float:
        """Return which share of the other text in *box* is likely."""
        boxes = self.page.boxes
        first, last = boxes.first[box], boxes.last[box]
        good = self.good_before[last] - self.good_before[first]
        text = self.text_before[last] - self.text_before[first]
        return (good - mine) / (text - length + 1)

    def _main_box(self) -> int:
        """Return the smallest box that holds most of the likely text.

        Whichever it is, the block in the middle of that text stands in it.
        """
        if not self.likely:
            return 0
        middle = bisect_left(self.good_before, self.total / 2) - 1
        around = self.page.boxes.around(self.page.blocks[middle].box)
        return next(b for b in around if self._good_in(b) >= _SHARE * self.total)

    def _count_forms(self) -> None:
        """Count the likely text by the form and the parent of its boxes."""
        boxes, m = self.page.boxes, self.measures
        self.by_form: dict[tuple[str, str, str], int] = {}
        self.by_parent: dict[int, int] = {}
        for index in self.likely:
            length, form = m.lengths[index], m.forms[index]
            self.by_form[form] = self.by_form.get(form, 0) + length
            parent = boxes.parent[self.page.blocks[index].box]
            self.by_parent[parent] = self.by_parent.get(parent, 0) + length

    def _beside_sure(self, index: int) -> tuple[int, int, int, int]:
        """Count the sure blocks on both sides and the way to the nearest."""
        sure = self.sure
        at = bisect_left(sure, index)
        here = at < len(sure) and sure[at] == index
        behind = len(sure) - at
        to_last = 0 if here else index - sure[at - 1] if at else _FAR
        to_next = sure[at] - index if behind else _FAR
        return (
            min(at, _MANY),
            min(behind, _MANY),
            min(to_last, _FAR),
            min(to_next, _FAR),
        )

    def of(self, index: int) -> tuple[float, ...]:
        """Return the numbers of one block, in a fixed order."""
        page, m = self.page, self.measures
        boxes = page.boxes
        block = page.blocks[index]
        a1 = max(boxes.parent[block.box], 0)
        a2 = max(boxes.parent[a1], 0)
        a3 = max(boxes.parent[a2], 0)
        total = self.total
        length = m.lengths[index]
        score = self.scores[index]
        mine = length if score > 0 else 0
        form = self.by_form.get(m.forms[index], 0)
        formed, alike = m.by_form.get(m.forms[index], (0, 0))
        near = self.by_parent.get(a1, 0)
        main = self.main
        inside = boxes.first[main] <= index < boxes.last[main]
        return (
            *self.padded[index : index + 2 * WINDOW + 1],
            min(length, 1000),
            m.linked_bins[index],
            m.lengths[index - 1] if index else 0,
            m.lengths[index + 1] if index + 1 < len(m.lengths) else 0,
            self._share_in(block.box, mine, length),
            self._share_in(a1, mine, length),
            self._share_in(a2, mine, length),
            self._share_in(a3, mine, length),
            (near - mine) / total,
            (form - mine) / total,
            self._good_in(a1) / total,
            self._good_in(a2) / total,
            self._good_in(a3) / total,
            inside,
            boxes.depth[block.box] - boxes.depth[main],
            boxes.parent[block.box] == main or a1 == main,
            _within(index - self.first, _FAR) if self.first >= 0 else -99,
            _within(self.last - index, _FAR) if self.last >= 0 else -99,
            *self._beside_sure(index),
            min(total, _MUCH),
            score - self.best,
            score - self.median,
            formed / m.total,
            min(alike, _MANY),
            m.own[a1] / m.total,
        )


def _within(number: int, bound: int) -> int:
    return max(-bound, min(number, bound))
