"""Stretches of chosen lines -> which of them belong to another story or a notice.

A line alone may look like any article's; a whole stretch shows whether it is
the main one, how far from that it stands, and what lies between.
"""

from collections.abc import Sequence
from itertools import groupby
from math import log
from typing import Final

import attrs

from articlekit.fields.line_features import OWN_NAMES
from articlekit.fields.line_kinds import LineKind
from articlekit.fields.line_marks import Run

_LONGEST: Final = 1_200.0
_BESIDE: Final = (-1, 1, -2, 2)
_NOTHING: Final = (-1.0,) * 6
_ENDS, _CAPITALS, _DIGITS, _COPIES = (
    OWN_NAMES.index(name) for name in ("ends_sentence", "capitals", "digits", "copies")
)
_HEAD: Final = frozenset({LineKind.DATE, LineKind.UPDATED, LineKind.BYLINE})
_KINDS: Final = (
    LineKind.DATE, LineKind.UPDATED, LineKind.BYLINE, LineKind.CREDIT, LineKind.CAPTION,
    LineKind.ALSO_READ, LineKind.ASIDE,
)  # fmt: skip


@attrs.frozen(eq=False)
class Lines:
    """What the runs of a page are like, one value a run.

    Attributes:
        runs: Runs of lines in order.
        kinds: What each is by its own words.
        sizes: Their lengths.
        own: Rows of `own_features`.
        found: How likely each is body.
        told: Share of each run's longer words that the body has, too.
    """

    runs: Sequence[Run]
    kinds: Sequence[LineKind]
    sizes: Sequence[float]
    own: Sequence[Sequence[float]]
    found: Sequence[float]
    told: Sequence[float]


@attrs.frozen(eq=False)
class _Stretch:
    first: int
    last: int
    is_body: bool
    size: float
    found: float
    told: float
    also_read: bool
    dated: bool

    def beside(self) -> tuple[float, ...]:
        """Return what its neighbours look at."""
        return (
            log(self.last - self.first), log(self.size + 1), self.found,
            float(self.also_read), float(self.dated), self.told,
        )  # fmt: skip


def _stretches(chosen: Sequence[bool], lines: Lines) -> list[_Stretch]:
    found: list[_Stretch] = []
    first = 0
    for is_body, group in groupby(chosen):
        last = first + sum(1 for _ in group)
        span = range(first, last)
        sizes = [min(lines.sizes[at], _LONGEST) for at in span]
        size = sum(sizes)
        kinds = lines.kinds[first:last]
        scores = zip(sizes, lines.found[first:last], strict=True)
        told = zip(sizes, lines.told[first:last], strict=True)
        found.append(
            _Stretch(
                first,
                last,
                is_body,
                size,
                sum(part * value for part, value in scores) / (size + 1),
                sum(part * value for part, value in told) / (size + 1),
                LineKind.ALSO_READ in kinds,
                not _HEAD.isdisjoint(kinds),
            )
        )
        first = last
    return found


def segment_rows(
    chosen: Sequence[bool], lines: Lines
) -> list[tuple[int, int, list[float]]]:
    """Count what tells stretches of the article from others.

    Args:
        chosen: For each run whether it is taken for body.
        lines: The page.

    Returns:
        For each stretch of chosen runs its first run, the run after its last,
        and its features. Empty where nothing is chosen.
    """
    stretches = _stretches(chosen, lines)
    bodies = [part for part in stretches if part.is_body]
    if not bodies:
        return []
    main = max(bodies, key=lambda part: part.size)
    whole = sum(part.size for part in bodies) + 1.0
    page = [main.size / whole, log(len(stretches))]
    before = 0.0
    rows: list[tuple[int, int, list[float]]] = []
    for at, part in enumerate(stretches):
        if not part.is_body:
            continue
        row = [part.size / whole, before / whole, *_place(part, main, len(chosen))]
        row += page
        row += _inside(part, lines)
        for step in _BESIDE:
            near = at + step
            row += stretches[near].beside() if 0 <= near < len(stretches) else _NOTHING
        rows.append((part.first, part.last, row))
        before += part.size
    return rows


def _place(part: _Stretch, main: _Stretch, total: int) -> list[float]:
    """Tell where a stretch stands on the page and beside the main one."""
    away = 0
    if part.first > main.first:
        away = part.first - main.last
    elif part.first < main.first:
        away = part.last - main.first
    return [
        float(part is main), float(away), part.first / total,
        (total - part.last) / total, log(total),
    ]  # fmt: skip


def _inside(part: _Stretch, lines: Lines) -> list[float]:
    """Count what the runs of a stretch are like."""
    span = range(part.first, part.last)
    count = len(span)
    runs = [lines.runs[at] for at in span]
    own = [lines.own[at] for at in span]
    found = lines.found[part.first : part.last]
    kinds = lines.kinds[part.first : part.last]
    return [
        *part.beside(),
        max(found),
        min(found),
        max(lines.told[part.first : part.last]),
        sum(1 for run in runs if run.mark == "heading") / count,
        sum(1 for run in runs if run.mark in {"bullet", "ordered"}) / count,
        sum(1 for run in runs if run.mark == "quote") / count,
        sum(min(run.gap, 3) for run in runs) / count,
        *(sum(row[k] for row in own) / count for k in (_ENDS, _CAPITALS, _DIGITS)),
        sum(1 for row in own if row[_COPIES] > 0) / count,
        float(runs[0].mark == "heading"),
        log(lines.sizes[part.first] + 1),
        float(min(runs[0].gap, 4)),
        *(log(1 + sum(1 for kind in kinds if kind is k)) for k in _KINDS),
    ]
