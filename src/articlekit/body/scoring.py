"""How likely each block of a page is part of the body.

Two looks. The first sums weights of what a block is like and of the words on
the boxes around it. The second, for what may be text, runs a few small trees
over the first scores of the neighbours, see `context`. The weights are data,
made by `training/body`.
"""

import json
from collections.abc import Callable
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Final

import attrs

from articlekit.body.context import CANDIDATE, Surroundings
from articlekit.body.features import (
    Context,
    Kinds,
    Measures,
    active,
    extras,
    key_tokens,
    may_be_text,
)
from articlekit.reading.page import Boxes, Page

_NO_WORDS: Final = (0.0, 0.0)
_LONGEST_KEY: Final = 400
REJECTED: Final = -9.0
"""Score of a block that got no second look."""

_Tree = tuple[tuple[int, ...], tuple[float, ...], tuple[int, ...], tuple[int, ...]]


def _read_tree(columns: list[list[float]]) -> _Tree:
    features, values, left, right = columns
    return (
        tuple(map(int, features)),
        tuple(values),
        tuple(map(int, left)),
        tuple(map(int, right)),
    )


@attrs.frozen(eq=False)
class Weights:
    """What training found.

    Attributes:
        near: Weight of a word on a block's box or the one around it.
        far: Weight of a word on a box further out.
        features: Weights of the features of `active`.
        flags: Weights of the kinds of box around a block.
        trees: For each tree the features, thresholds (values in leaves), left
            and right children of its nodes; a feature of -1 is a leaf.
        start: What the trees' values are added to.
    """

    near: dict[str, float]
    far: dict[str, float]
    features: list[float]
    flags: list[float]
    trees: tuple[_Tree, ...]
    start: float

    @cached_property
    def forest(self) -> Callable[[tuple[float, ...]], float]:
        """The trees as one function of a row of numbers."""
        return compile_trees(self)

    @cached_property
    def of_key(self) -> Callable[[str], tuple[float, float]]:
        """Near and far weight of a box's key; pages of a site share their keys."""
        near, far = self.near.get, self.far.get

        @lru_cache(maxsize=2_048)
        def weigh(key: str) -> tuple[float, float]:
            tokens = key_tokens(key)
            return (
                sum([near(token, 0.0) for token in tokens]),
                sum([far(token, 0.0) for token in tokens]),
            )

        return weigh

    @classmethod
    def from_json(cls, text: str) -> "Weights":
        """Read the data file."""
        data = json.loads(text)
        return cls(
            near=data["near"],
            far=data["far"],
            features=data["features"],
            flags=data["flags"],
            trees=tuple(_read_tree(tree) for tree in data["trees"]),
            start=data["start"],
        )


@cache
def load_weights() -> Weights:
    """Read the shipped weights, once."""
    path = files("articlekit.body").joinpath("data", "blocks.json")
    return Weights.from_json(path.read_text("utf-8"))


class _BoxScores:
    """Scores of boxes by the words and kinds of the boxes around them.

    Found on demand: only a third of the boxes is ever asked for.
    """

    __slots__ = ("_boxes", "_flags", "_kinds", "_known", "_weights")

    def __init__(self, boxes: Boxes, kinds: Kinds, weights: Weights) -> None:
        self._boxes = boxes
        self._kinds = kinds
        self._weights = weights
        self._flags: dict[int, float] = {}
        # For a box: near and far weight of its own words, and the far weights
        # of the boxes around the one around it.
        self._known: dict[int, tuple[float, float, float]] = {-1: (0.0, 0.0, 0.0)}

    def __getitem__(self, box: int) -> float:
        """Return the score of *box*."""
        known = self._known
        near, _, outer = known.get(box) or self._words(box)
        kinds = self._kinds[box]
        if kinds not in self._flags:
            flags = enumerate(self._weights.flags)
            self._flags[kinds] = sum(w for k, w in flags if kinds >> k & 1)
        return near + known[self._boxes.parent[box]][0] + outer + self._flags[kinds]

    def _words(self, box: int) -> tuple[float, float, float]:
        known, parents, keys = self._known, self._boxes.parent, self._boxes.key
        of_key = self._weights.of_key
        path: list[int] = []
        while box not in known:
            path.append(box)
            box = parents[box]
        for box in reversed(path):
            parent = parents[box]
            outer = known[parent][2]
            if parent >= 0:
                outer += known[parents[parent]][1]
            key = keys[box]
            near, far = of_key(key[:_LONGEST_KEY]) if key else _NO_WORDS
            known[box] = (near, far, outer)
        return known[path[0]]


def first_scores(
    page: Page, measures: Measures, context: Context, *, kinds: Kinds, weights: Weights
) -> list[float]:
    """Score each block for itself, as a log of odds."""
    scores = [REJECTED] * len(page.blocks)
    by_box = _BoxScores(page.boxes, kinds, weights)
    weight = weights.features.__getitem__
    for index in may_be_text(page, measures, kinds):
        features = active(page, index, measures, context)
        scores[index] = by_box[page.blocks[index].box] + sum(map(weight, features))
    return scores


def _as_source(tree: _Tree, node: int = 0) -> str:
    """Write a tree as nested conditions on the row *r*."""
    features, values, left, right = tree
    if features[node] < 0:
        return repr(values[node])
    yes, no = _as_source(tree, left[node]), _as_source(tree, right[node])
    return f"({yes} if r[{features[node]:d}] <= {values[node]!r} else {no})"


def compile_trees(weights: Weights) -> Callable[[tuple[float, ...]], float]:
    """Turn the trees into one function, three times as fast as walking them.

    The source is made of the numbers of our own data file and nothing else.
    """
    terms = " + ".join([repr(weights.start), *map(_as_source, weights.trees)])
    function: Callable[[tuple[float, ...]], float] = eval(  # noqa: S307
        f"lambda r: {terms}", {"__builtins__": {}}
    )
    return function


def second_scores(
    page: Page,
    around: Surroundings,
    context: Context,
    *,
    kinds: Kinds,
    weights: Weights,
) -> list[float]:
    """Score the blocks that may be text by what stands around them."""
    grow = weights.forest
    scores = [REJECTED] * len(page.blocks)
    for index, first in enumerate(around.scores):
        if first > CANDIDATE:
            row = (*around.of(index), *extras(page, index, context, kinds))
            scores[index] = grow(row)
    return scores


def score_blocks(page: Page, *, title: str | None, stated: str) -> list[float]:
    """Score the blocks of *page*.

    Args:
        page: The page.
        title: Its title, where it is known.
        stated: The text that the page's structured data gives as its body, or
            an empty string.

    Returns:
        For each block a log of odds that it is part of the body.
    """
    weights = load_weights()
    kinds = Kinds(page.boxes)
    measures = Measures(page)
    context = Context(page, title, stated)
    first = first_scores(page, measures, context, kinds=kinds, weights=weights)
    around = Surroundings(page, measures, first)
    return second_scores(page, around, context, kinds=kinds, weights=weights)
