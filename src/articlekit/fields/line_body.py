"""Runs of lines -> which of them are the body of the article."""

from collections.abc import Sequence
from typing import Final

from articlekit.fields.line_kinds import LineKind
from articlekit.fields.line_marks import Run
from articlekit.fields.line_runs import TERMINAL
from articlekit.text.phrases import asks_for_more, is_place_holder

_NEVER: Final = frozenset(
    {LineKind.CREDIT, LineKind.UPDATED, LineKind.TITLE, LineKind.TAGS}
)
_NOT_BODY: Final = _NEVER | {
    LineKind.DATE, LineKind.ALSO_READ, LineKind.ASIDE, LineKind.CAPTION, LineKind.BYLINE,
}  # fmt: skip
_LIKELY: Final = 0.38
_SURE: Final = 0.8
_DOUBTFUL: Final = 0.3
_WIDEST_GAP: Final = 3
_SENTENCE: Final = 20
_LONG_SENTENCE: Final = 80
_NEXT_SENTENCE: Final = 40
_ITEMS: Final = frozenset({"bullet", "ordered"})
_COLONS: Final = frozenset(":：")
_HARDLY: Final = 0.05
_REACH: Final = 5
_SMALL_PAGE: Final = 60
_MERE_ARTICLE: Final = 20
_LONG, _MIDDLE = 150, 60
_WIDE_FACTOR: Final = 0.6


def choose_body(
    runs: Sequence[Run], kinds: Sequence[LineKind], found: Sequence[float]
) -> list[bool]:
    """Choose the runs that make up the body.

    Args:
        runs: Runs of lines in order.
        kinds: What each is by its own words.
        found: How likely the model finds each.

    Returns:
        For each run whether it is chosen. Where the model finds nothing, the
        stretch with the most sentences is taken.
    """
    chosen = [
        value > (_SURE if kind in _NOT_BODY else _LIKELY) and kind not in _NEVER
        for kind, value in zip(kinds, found, strict=True)
    ]
    if not any(chosen):
        return _by_sentences(runs, kinds)
    _fill_gaps(chosen, kinds, found)
    _take_lists(chosen, (runs, kinds), found)
    if len(runs) <= _SMALL_PAGE:
        _reach(chosen, (runs, kinds), found)
    _go_on(chosen, (runs, kinds), found)
    _drop_teasers(chosen, runs, kinds)
    return chosen


def _fill_gaps(
    chosen: list[bool], kinds: Sequence[LineKind], found: Sequence[float]
) -> None:
    """Choose the few doubtful runs that stand between chosen ones."""
    last = None
    for at, is_chosen in enumerate(list(chosen)):
        if not is_chosen:
            continue
        if last is not None and 1 < at - last <= _WIDEST_GAP + 1:
            gap = range(last + 1, at)
            if all(found[i] > _DOUBTFUL and kinds[i] not in _NOT_BODY for i in gap):
                chosen[last + 1 : at] = [True] * len(gap)
        last = at


def _take_lists(
    chosen: list[bool],
    lines: tuple[Sequence[Run], Sequence[LineKind]],
    found: Sequence[float],
) -> None:
    """Choose the items of a list that a chosen line with a colon announces."""
    runs, kinds = lines
    announced = False
    for at, run in enumerate(runs):
        item = run.mark in _ITEMS and kinds[at] not in _NOT_BODY
        announced = announced and item and found[at] > _HARDLY
        chosen[at] = chosen[at] or announced
        announced = announced or (chosen[at] and run.text[-1] in _COLONS)


def _go_on(
    chosen: list[bool],
    lines: tuple[Sequence[Run], Sequence[LineKind]],
    found: Sequence[float],
) -> None:
    """Choose doubtful sentences that follow a chosen run at once."""
    runs, kinds = lines
    for at in range(1, len(chosen)):
        if chosen[at - 1] and not chosen[at] and found[at] > _DOUBTFUL:
            whole = runs[at].text[-1] in TERMINAL and len(runs[at].text) >= _SENTENCE
            chosen[at] = whole and kinds[at] not in _NOT_BODY


def _reach(
    chosen: list[bool],
    lines: tuple[Sequence[Run], Sequence[LineKind]],
    found: Sequence[float],
) -> None:
    """Choose long sentences soon after chosen runs, and what stands between.

    Only on small pages: whoever copied them has left most of the rest out. Where
    there is hardly more than an article, a shorter sentence goes on with it.
    """
    runs, kinds = lines
    least = _NEXT_SENTENCE if len(runs) <= _MERE_ARTICLE else _LONG_SENTENCE
    last = None
    for at, run in enumerate(runs):
        if chosen[at]:
            last = at
        elif kinds[at] in _NOT_BODY:
            last = None
        elif last is not None and at - last <= _REACH:
            enough = least if at - last == 1 else _LONG_SENTENCE
            whole = run.text[-1] in TERMINAL and _size(run.text) >= enough
            if whole and not run.mark and found[at] > _HARDLY:
                chosen[last + 1 : at + 1] = [True] * (at - last)
                last = at


def _drop_teasers(
    chosen: list[bool], runs: Sequence[Run], kinds: Sequence[LineKind]
) -> None:
    """Drop lines without an end that stand under a heading for other stories."""
    under = False
    for at, run in enumerate(runs):
        ends = run.text[-1] in TERMINAL
        under = kinds[at] is LineKind.ALSO_READ or (under and not ends)
        if under and chosen[at] and not ends:
            chosen[at] = False


def drop_service(chosen: list[bool], runs: Sequence[Run]) -> None:
    """Drop what stands for content that did not load, and service lines at the end.

    Args:
        chosen: For each run whether it is text; changed in place. Nothing is dropped
            that would leave no text.
        runs: Runs of lines in order.
    """
    kept = [at for at, is_chosen in enumerate(chosen) if is_chosen]
    dropped = [at for at in kept if is_place_holder(runs[at].text)]
    last = [at for at in kept if at not in dropped][1:]
    while last and asks_for_more(runs[last[-1]].text):
        dropped.append(last.pop())
    if len(dropped) < len(kept):
        for at in dropped:
            chosen[at] = False


def _by_sentences(runs: Sequence[Run], kinds: Sequence[LineKind]) -> list[bool]:
    weights = [_weight(r, k) for r, k in zip(runs, kinds, strict=True)]
    first, last = _best_stretch(weights)
    return [
        first <= at < last and kind not in _NOT_BODY for at, kind in enumerate(kinds)
    ]


def _weight(run: Run, kind: LineKind) -> float:
    """Return how much a run speaks for body (positive) or against it."""
    if kind in _NOT_BODY:
        return -0.6
    size = _size(run.text)
    ends = run.text[-1] in TERMINAL
    if size >= _LONG:
        return 3.0 if ends else 1.0
    if size >= _MIDDLE:
        return 1.6 if ends else -0.5
    return -0.2 if ends else -1.0


def _size(text: str) -> float:
    """Return the length of a text; a sign of a dense script counts for more."""
    return max(len(text), len(text.encode("utf-8", "replace")) * _WIDE_FACTOR)


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
