"""What stands around a block: numbers for the second look at it.

The first look scores each block for itself. The second one sees the scores of
its neighbours, how the boxes around it did, and whether it is made like the
blocks that are surely text.
"""

from typing import Final

from articlekit.body.features import Measures
from articlekit.reading.page import Page

WINDOW: Final = 4
"""Neighbours on each side that are looked at."""
CANDIDATE: Final = -4.5
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
        self.sure = [
            i for i, z in enumerate(scores) if z > _SURE and lengths[i] > _LONG
        ]
        self.first = self.sure[0] if self.sure else -1
        self.last = self.sure[-1] if self.sure else -1
        self.best = max(scores, default=0.0)
        self.median = self._median_of_best()
        self._sum_boxes()
        self.main = self._main_box()
        self._count_forms()
        self._number_sure()

    def _median_of_best(self) -> float:
        """Return the score that the better half of the ten best blocks reach."""
        lengths = self.measures.lengths
        long = sorted(
            (z for i, z in enumerate(self.scores) if lengths[i] > _LONG), reverse=True
        )[:10]
        return long[len(long) // 2] if long else 0.0

    def _sum_boxes(self) -> None:
        """Sum text and likely text below each box."""
        boxes, lengths = self.page.boxes, self.measures.lengths
        text = [0.0] * len(boxes)
        good = [0.0] * len(boxes)
        for index, block in enumerate(self.page.blocks):
            length = lengths[index]
            text[block.box] += length
            if self.scores[index] > 0:
                good[block.box] += length
        for box in range(len(boxes) - 1, 0, -1):
            parent = boxes.parent[box]
            text[parent] += text[box]
            good[parent] += good[box]
        self.text, self.good = text, good

    def _main_box(self) -> int:
        """Return the smallest box that holds most of the likely text."""
        boxes, good = self.page.boxes, self.good
        wanted = _SHARE * good[0]
        main = 0
        if wanted:
            for box in range(len(boxes)):
                if good[box] >= wanted and boxes.depth[box] >= boxes.depth[main]:
                    main = box
        return main

    def _count_forms(self) -> None:
        """Count the likely text by the form and the parent of its boxes."""
        boxes, lengths = self.page.boxes, self.measures.lengths
        self.by_form: dict[tuple[str, str, str], float] = {}
        self.by_parent: dict[int, float] = {}
        for index, block in enumerate(self.page.blocks):
            if self.scores[index] > 0:
                length = lengths[index]
                form = self.measures.forms[index]
                self.by_form[form] = self.by_form.get(form, 0) + length
                parent = boxes.parent[block.box]
                self.by_parent[parent] = self.by_parent.get(parent, 0) + length

    def _number_sure(self) -> None:
        """For each block, count the sure ones before it and find the nearest."""
        total = len(self.page.blocks)
        self.sure_before = [0] * (total + 1)
        self.next_sure = [99] * (total + 1)
        is_sure = bytearray(total)
        for index in self.sure:
            is_sure[index] = 1
        for index in range(total):
            self.sure_before[index + 1] = self.sure_before[index] + is_sure[index]
        distance = 99
        for index in range(total - 1, -1, -1):
            distance = 0 if is_sure[index] else min(distance + 1, 99)
            self.next_sure[index] = distance
        self.last_sure = [99] * (total + 1)
        distance = 99
        for index in range(total):
            distance = 0 if is_sure[index] else min(distance + 1, 99)
            self.last_sure[index] = distance

    def of(self, index: int) -> tuple[float, ...]:
        """Return the numbers of one block, in a fixed order."""
        page, m = self.page, self.measures
        boxes = page.boxes
        block = page.blocks[index]
        a1 = max(boxes.parent[block.box], 0)
        a2 = max(boxes.parent[a1], 0)
        a3 = max(boxes.parent[a2], 0)
        total = self.good[0] or 1.0
        good, text = self.good, self.text
        length = m.lengths[index]
        score = self.scores[index]
        mine = length if score > 0 else 0
        form = self.by_form.get(m.forms[index], 0.0)
        formed, alike = m.by_form.get(m.forms[index], (0, 0))
        near = self.by_parent.get(a1, 0.0)
        main = self.main
        inside = boxes.first[main] <= index < boxes.last[main]
        return (
            *self.padded[index : index + 2 * WINDOW + 1],
            min(length, 1000),
            m.linked_bins[index],
            m.lengths[index - 1] if index else 0,
            m.lengths[index + 1] if index + 1 < len(m.lengths) else 0,
            (good[block.box] - mine) / (text[block.box] - length + 1),
            (good[a1] - mine) / (text[a1] - length + 1),
            (good[a2] - mine) / (text[a2] - length + 1),
            (good[a3] - mine) / (text[a3] - length + 1),
            (near - mine) / total,
            (form - mine) / total,
            good[a1] / total,
            good[a2] / total,
            good[a3] / total,
            inside,
            boxes.depth[block.box] - boxes.depth[main],
            boxes.parent[block.box] == main or a1 == main,
            _within(index - self.first, _FAR) if self.first >= 0 else -99,
            _within(self.last - index, _FAR) if self.last >= 0 else -99,
            min(self.sure_before[index], _MANY),
            min(len(self.sure) - self.sure_before[index], _MANY),
            min(self.last_sure[index], _FAR),
            min(self.next_sure[index], _FAR),
            min(total, _MUCH),
            score - self.best,
            score - self.median,
            formed / m.total,
            min(alike, _MANY),
            m.own[a1] / m.total,
        )


def _within(number: int, bound: int) -> int:
    return max(-bound, min(number, bound))
