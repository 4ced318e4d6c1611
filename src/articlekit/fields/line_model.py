"""The learned model of text pages: how likely each run is body, and which is title.

Four parts, all read from one data file that `training/lines` makes. A linear
part looks at a run, its neighbours and its words; trees look at it again with
the linear part's opinion of the runs around; other trees judge whole stretches
of chosen runs; others weigh the candidates for the title.
"""

import json
from collections.abc import Callable, Sequence
from functools import cache, cached_property
from importlib.resources import files
from math import exp
from operator import mul
from typing import Final, cast

import attrs

from articlekit.fields.line_features import (
    long_words_of,
    near_features,
    own_features,
    sizes_of,
    span_features,
    told_shares,
)
from articlekit.fields.line_kinds import LineKind
from articlekit.fields.line_marks import Run
from articlekit.fields.line_segments import Lines, segment_rows
from articlekit.fields.line_title import labelled_title, title_features, title_view
from articlekit.text.late import late

_TOKEN: Final = late(r"[^\W\d_]+")
_READ: Final = 400
DOUBTED: Final = 0.4
"""Stretches that are less likely by this than the likeliest one are dropped."""
BESIDE: Final = (-2, -1, 1, 2)
"""Places of the neighbours that the linear part looks at."""
BESIDE_OWN: Final = (0, 2, 6, 16, 28, 21)
"""Which of their features it looks at."""

_PLACES: Final = tuple(enumerate(BESIDE))

_Tree = tuple[list[int], list[float], list[int], list[int], list[float]]


@attrs.frozen(eq=False)
class Forest:
    """Trees whose values add up to a logit.

    Attributes:
        base: What the sum begins with.
        trees: For each tree the columns asked (-1 at a leaf), the thresholds,
            the nodes on the left and right, and the values of the leaves.
    """

    base: float
    trees: tuple[_Tree, ...]

    @cached_property
    def _sum(self) -> Callable[[Sequence[float]], float]:
        """The trees as one function, which is faster than walking them.

        The source is made of the numbers of our own data file and nothing else.
        """
        terms = " + ".join([repr(self.base), *map(_as_source, self.trees)])
        function: Callable[[Sequence[float]], float] = eval(  # noqa: S307
            f"lambda r: {terms}", {"__builtins__": {}}
        )
        return function

    def probability(self, row: Sequence[float]) -> float:
        """Return the probability that the trees give to one row of features."""
        return logistic(self._sum(row))


@attrs.frozen(eq=False)
class LineModel:
    """The weights.

    Attributes:
        bias: Constant of the linear part.
        own: Its weights for a run's own features.
        beside: Its weights for the neighbours' features, place by place.
        words: Its weights for words; "^" stands before a first word.
        floor: Runs that the linear part gives less than this are not body.
        body: Trees for the body.
        title: Trees for the title.
        segment: Trees for stretches of the body.
    """

    bias: float
    own: list[float]
    beside: list[list[float]]
    words: dict[str, float]
    floor: float
    body: Forest
    title: Forest
    segment: Forest


def _as_source(tree: _Tree, node: int = 0) -> str:
    """Write a tree as nested conditions on the row *r*."""
    columns, limits, lefts, rights, values = tree
    if columns[node] < 0:
        return repr(float(values[node]))
    yes, no = _as_source(tree, lefts[node]), _as_source(tree, rights[node])
    return f"({yes} if r[{columns[node]:d}] <= {limits[node]!r} else {no})"


def logistic(value: float) -> float:
    """Return the probability of a logit."""
    if value < -30:
        return 0.0
    return 1.0 / (1.0 + exp(-value))


@cache
def load_model() -> LineModel:
    """Read the weights that ship with the package."""
    path = files("articlekit.fields") / "data" / "lines.json"
    data = json.loads(path.read_text("utf-8"))
    data = cast("dict[str, object]", data)
    linear = cast("dict[str, object]", data["linear"])
    return LineModel(
        cast("float", linear["bias"]),
        cast("list[float]", linear["own"]),
        cast("list[list[float]]", linear["beside"]),
        cast("dict[str, float]", linear["words"]),
        cast("float", data["floor"]),
        _forest(data["body"]),
        _forest(data["title"]),
        _forest(data["segment"]),
    )


def _forest(data: object) -> Forest:
    parts = cast("dict[str, object]", data)
    trees = cast("list[list[list[float]]]", parts["trees"])
    return Forest(
        cast("float", parts["base"]),
        tuple(cast("_Tree", tuple(tree)) for tree in trees),
    )


def tokens_of(text: str) -> tuple[str, ...]:
    """Return the words that the linear part looks up for a run, each once.

    They stand in order, so that their weights are summed in the same way each time.
    """
    text = text[:_READ]
    if text.isascii():
        words = _TOKEN.findall(text.lower())
    else:
        words = [word.casefold() for word in _TOKEN.findall(text)]
    return tuple(dict.fromkeys([*words, "^" + words[0]])) if words else ()


def first_guess(
    runs: Sequence[Run], own: Sequence[Sequence[float]], model: LineModel
) -> list[float]:
    """Return the linear part's probability that each run is body."""
    total = len(runs)
    beside = [_beside(row, model.beside) for row in own]
    missing = [-sum(part) for part in model.beside]
    weights = model.words
    guess: list[float] = []
    weights_own = model.own
    for at, run in enumerate(runs):
        value = model.bias + sum(map(mul, weights_own, own[at]))
        for place, step in _PLACES:
            near = at + step
            value += beside[near][place] if 0 <= near < total else missing[place]
        value += sum([weights[w] for w in tokens_of(run.text) if w in weights])
        guess.append(logistic(value))
    return guess


def _beside(row: Sequence[float], weights: Sequence[Sequence[float]]) -> list[float]:
    """Return what a run adds to the runs beside it, place by place."""
    a, b, c, d, e, f = [row[column] for column in BESIDE_OWN]
    return [
        a * u + b * v + c * w + d * x + e * y + f * z for u, v, w, x, y, z in weights
    ]


class LineScores:
    """What the model says of the runs of one page.

    Attributes:
        runs: Runs of lines in order.
        kinds: What each is by its own words.
        sizes: Their lengths.
        body: How likely each is part of the body.
    """

    def __init__(self, runs: Sequence[Run], kinds: Sequence[LineKind]) -> None:
        """Score the runs of a page."""
        self.runs = runs
        self.kinds = kinds
        self.sizes = sizes_of(runs)
        self._own = own_features(runs, kinds, self.sizes)
        self._words = long_words_of(runs)
        self.body = self._score()

    def _score(self) -> list[float]:
        model = load_model()
        own = self._own
        guess = first_guess(self.runs, own, model)
        told = told_shares(self._words, guess)
        spans = span_features(guess, self.sizes)
        return [
            model.body.probability(near_features(own, guess, told, at) + spans[at])
            if value > model.floor
            else 0.0
            for at, value in enumerate(guess)
        ]

    @cached_property
    def _told(self) -> list[float]:
        return told_shares(self._words, self.body)

    def drop_segments(self, chosen: list[bool]) -> None:
        """Take the stretches that seem to be no part of the article out of *chosen*.

        They are measured by the likeliest one, which stays in any case.

        Args:
            chosen: For each run whether it is taken for body; changed in place.
        """
        lines = Lines(
            self.runs, self.kinds, self.sizes, self._own, self.body, self._told
        )
        weigh = load_model().segment.probability
        judged = [(weigh(row), a, b) for a, b, row in segment_rows(chosen, lines)]
        best = max((value for value, _, _ in judged), default=0.0)
        for value, first, last in judged:
            if value < best * DOUBTED:
                chosen[first:last] = [False] * (last - first)

    def title(self, url: str | None = None) -> int | None:
        """Choose the run that is the title.

        Args:
            url: Address of the page, if known.

        Returns:
            Its index, or None where no run may be a title.
        """
        view = title_view(
            self.runs,
            self.kinds,
            self.sizes,
            body=self.body,
            told=self._told,
            own=self._own,
            url=url,
        )
        labelled = labelled_title(self.runs, self.kinds, view.start)
        if labelled is not None or not view.places:
            return labelled
        weigh = load_model().title.probability
        found = [weigh(row) for row in title_features(view)]
        return view.places[found.index(max(found))]
