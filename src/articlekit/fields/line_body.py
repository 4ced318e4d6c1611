"""Runs of lines -> which of them are the body of the article."""

from collections.abc import Sequence
from typing import Final

from articlekit.fields.line_kinds import LineKind
from articlekit.fields.line_runs import TERMINAL, Run

_NOT_BODY: Final = frozenset(
    {
        LineKind.DATE,
        LineKind.UPDATED,
        LineKind.CREDIT,
        LineKind.ALSO_READ,
        LineKind.ASIDE,
        LineKind.CAPTION,
        LineKind.BYLINE,
    }
)


def _weight(run: Run, kind: LineKind) -> float:
    """Return how much a run speaks for body (positive) or against it."""
    if kind in _NOT_BODY:
        return -0.6
    size = len(run.text) if run.text.isascii() else len(run.text.encode()) * 0.6
    ends = run.text[-1] in TERMINAL
    if size >= 150:
        return 3.0 if ends else 1.0
    if size >= 60:
        return 1.6 if ends else -0.5
    return -0.2 if ends else -1.0


def choose_body(
    runs: Sequence[Run], kinds: Sequence[LineKind]
) -> tuple[list[bool], list[float]]:
    """Choose the runs that make up the body.

    Args:
        runs: Runs of lines in order.
        kinds: What each is by its own words.

    Returns:
        For each run whether it is chosen, and the score.
    """
    weights = [_weight(r, k) for r, k in zip(runs, kinds, strict=True)]
    first, last = _best_stretch(weights)
    chosen = [
        first <= at < last and kinds[at] not in _NOT_BODY for at in range(len(runs))
    ]
    return chosen, [float(c) for c in chosen]


def _best_stretch(weights: Sequence[float]) -> tuple[int, int]:
    """Return the range with the greatest sum."""
    best, found, total, start = 0.0, (0, 0), 0.0, 0
    for at, weight in enumerate(weights):
        if total <= 0:
            total, start = 0.0, at
        total += weight
        if total > best:
            best, found = total, (start, at + 1)
    return found
