"""How likely each block of a page is part of the body.

Two looks. The first sums weights of what a block is like and of the words on
the boxes around it. The second, for what may be text, runs a few small trees
over the first scores of the neighbours, see `context`. The weights are data,
made by `training/body`.
"""

import json
from collections.abc import Callable, Iterable
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Final

import attrs

from articlekit.body.context import (
    BESIDE,
    CANDIDATE,
    CERTAIN,
    REJECTED,
    Surroundings,
)
from articlekit.body.features import Context, first_sums
from articlekit.body.keys import WHOLE_PAGE, words_of_key
from articlekit.body.measures import Kinds, Measures, may_be_text
from articlekit.reading.page import Boxes, Page

_Tree = tuple[tuple[int, ...], tuple[float, ...], tuple[int, ...], tuple[int, ...]]


def _read_tree(columns: list[list[float]]) -> _Tree:
    features, values, left, right = columns
    return (
        tuple(map(int, features)),
        tuple(values),
        tuple(map(int, left)),
        tuple(map(int, right)),
    )


_SCALE: Final = 1_000  # weights have three digits


@attrs.frozen(eq=False)
class Weights:
    """What training found.

    Attributes:
        near: Weight of a word on a block's box or the one around it.
        far: Weight of a word on a box further out.
        features: Weights of the features of `first_sums`.
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
        known = frozenset((*self.near, *self.far))
        near, far = self.near.get, self.far.get
        # Whole numbers, so that the order of a set does not show in a sum.
        pairs = {
            word: (round(near(word, 0.0) * _SCALE), round(far(word, 0.0) * _SCALE))
            for word in known
        }

        of_word = pairs.get

        @lru_cache(maxsize=2_048)
        def weigh(key: str) -> tuple[float, float]:
            closely = widely = 0
            for word in words_of_key(key):
                if pair := of_word(word):
                    closely += pair[0]
                    widely += pair[1]
            return closely / _SCALE, widely / _SCALE

        return weigh

    @cached_property
    def of_kinds(self) -> Callable[[int], float]:
        """Weight of the kinds of box that a box stands in."""

        @lru_cache(maxsize=1_024)
        def weigh(kinds: int) -> float:
            return sum([w for k, w in enumerate(self.flags) if kinds >> k & 1])

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


def _box_scores(
    boxes: Boxes, needed: Iterable[int], *, kinds: Kinds, weights: Weights
) -> dict[int, float]:
    """Score boxes by the words and kinds of the boxes around them.

    Args:
        boxes: The page's boxes.
        needed: Which of them; a third of the boxes is ever asked for.
        kinds: Which kinds of box they stand in, already found.
        weights: The weights.

    Returns:
        A score for each of the boxes needed.
    """
    tags, keys, parents = boxes.tag, boxes.key, boxes.parent
    of_key, of_kinds, flags = weights.of_key, weights.of_kinds, kinds.known
    scores: dict[int, float] = {}
    # For a box: near weight of its own words, far weights of the boxes around
    # it, and the same with its own.
    known: dict[int, tuple[float, float, float]] = {-1: (0.0, 0.0, 0.0)}
    for needed_box in needed:
        if needed_box in scores:
            continue
        path: list[int] = []
        box = needed_box
        while box not in known:
            path.append(box)
            box = parents[box]
        near, outer, inner = known[box]
        while path:
            box = path.pop()
            key = keys[box]
            outer = inner
            near = 0.0
            if key and tags[box] not in WHOLE_PAGE:
                near, far = of_key(key)
                inner += far
            known[box] = (near, outer, inner)
        around, outer, _ = known[parents[needed_box]]
        scores[needed_box] = near + around + outer + of_kinds(flags[needed_box])
    return scores


def first_scores(
    page: Page, measures: Measures, context: Context, *, kinds: Kinds, weights: Weights
) -> list[float]:
    """Score each block for itself, as a log of odds."""
    scores = [REJECTED] * len(page.blocks)
    indices = may_be_text(page, measures, kinds)
    around = [page.blocks[index].box for index in indices]
    by_box = _box_scores(page.boxes, around, kinds=kinds, weights=weights)
    sums = first_sums(
        page, measures, context, weights=weights.features, indices=indices
    )
    for index, box, own in zip(indices, around, sums, strict=True):
        scores[index] = by_box[box] + own
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


def second_scores(around: Surroundings, weights: Weights) -> list[float]:
    """Score the blocks that may be text by what stands around them.

    The first look's word stands where a second one would hardly change it: a
    block far from being text, or surely text and beside such blocks.
    """
    grow = weights.forest
    first = around.scores
    ends = (REJECTED, *first, REJECTED)
    scores = [*first]
    for index in [i for i, z in enumerate(first) if z > CANDIDATE]:
        if first[index] < CERTAIN or min(ends[index], ends[index + 2]) < BESIDE:
            scores[index] = grow(around.of(index))
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
    around = Surroundings(page, measures, first, context=context, kinds=kinds)
    return second_scores(around, weights)
