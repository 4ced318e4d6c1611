"""How likely each block of a page is part of the body.

Two looks. The first sums weights of what a block is like and of the words on
the boxes around it. The second, for what may be text, runs a few small trees
over the first scores of the neighbours, see `context`. The weights are data,
made by `training/body`.
"""

import json
from functools import cache
from importlib.resources import files
from typing import Final

import attrs

from articlekit.body.context import CANDIDATE, Surroundings
from articlekit.body.features import (
    Context,
    Measures,
    active,
    box_flags,
    extras,
    key_tokens,
)
from articlekit.reading.page import Boxes, Page

REJECTED: Final = -9.0
"""Score of a block that got no second look."""

_Tree = tuple[tuple[int, ...], tuple[float, ...], tuple[int, ...], tuple[int, ...]]


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

    @classmethod
    def from_json(cls, text: str) -> "Weights":
        """Read the data file."""
        data = json.loads(text)
        return cls(
            near=data["near"],
            far=data["far"],
            features=data["features"],
            flags=data["flags"],
            trees=tuple(tuple(map(tuple, tree)) for tree in data["trees"]),
            start=data["start"],
        )


@cache
def load_weights() -> Weights:
    """Read the shipped weights, once."""
    path = files("articlekit.body").joinpath("data", "blocks.json")
    return Weights.from_json(path.read_text("utf-8"))


def _box_scores(boxes: Boxes, flags: list[int], weights: Weights) -> list[float]:
    """Score each box by the words and kinds of the boxes around it."""
    known: dict[str, tuple[float, float]] = {"": (0.0, 0.0)}
    by_flags: dict[int, float] = {}
    near: list[float] = []
    far: list[float] = []
    inherited: list[float] = []
    out: list[float] = []
    for box, key in enumerate(boxes.key):
        own = known.get(key)
        if own is None:
            own = known[key] = _key_scores(key, weights)
        parent = boxes.parent[box]
        near.append(own[0])
        far.append(own[1])
        around = near[parent] if parent >= 0 else 0.0
        outer = boxes.parent[parent] if parent >= 0 else -1
        inherited.append(
            inherited[parent] + far[outer] if outer >= 0 else 0.0
        )
        kinds = flags[box]
        score = by_flags.get(kinds)
        if score is None:
            score = by_flags[kinds] = _flag_score(kinds, weights)
        out.append(own[0] + around + inherited[box] + score)
    return out


def _key_scores(key: str, weights: Weights) -> tuple[float, float]:
    tokens = key_tokens(key)
    near, far = weights.near, weights.far
    return sum(near.get(t, 0.0) for t in tokens), sum(far.get(t, 0.0) for t in tokens)


def _flag_score(kinds: int, weights: Weights) -> float:
    return sum(w for k, w in enumerate(weights.flags) if kinds >> k & 1)


def first_scores(
    page: Page, measures: Measures, context: Context, weights: Weights
) -> list[float]:
    """Score each block for itself, as a log of odds."""
    flags = box_flags(page.boxes)
    by_box = _box_scores(page.boxes, flags, weights)
    weight = weights.features.__getitem__
    return [
        by_box[block.box] + sum(map(weight, active(page, index, measures, context)))
        for index, block in enumerate(page.blocks)
    ]


def _grow(tree: _Tree, row: tuple[float, ...]) -> float:
    features, values, left, right = tree
    node = 0
    while (feature := features[node]) >= 0:
        node = left[node] if row[feature] <= values[node] else right[node]
    return values[node]


def second_scores(
    page: Page, around: Surroundings, context: Context, weights: Weights
) -> list[float]:
    """Score the blocks that may be text by what stands around them."""
    trees, start = weights.trees, weights.start
    flags = box_flags(page.boxes)
    scores = []
    for index, first in enumerate(around.scores):
        if first <= CANDIDATE:
            scores.append(REJECTED)
            continue
        row = (*around.of(index), *extras(page, index, context, flags))
        scores.append(start + sum(_grow(tree, row) for tree in trees))
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
    measures = Measures(page)
    context = Context(page, title, stated)
    first = first_scores(page, measures, context, weights)
    around = Surroundings(page, measures, first)
    return second_scores(page, around, context, weights)


