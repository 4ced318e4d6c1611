"""Runs of lines -> which of them is the title."""

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import Final

import attrs

from articlekit.fields.line_features import TEXT_COUNT, likely_stretch
from articlekit.fields.line_kinds import LineKind, head_of
from articlekit.fields.line_runs import Run
from articlekit.text.late import late
from articlekit.text.spaces import same_key

_RANK: Final = late(r"\d{1,3}[.)]\s+")
_BARS: Final = late(r"\s[|–—·•»«:-]{1,2}\s")
_MOST_NAME_WORDS: Final = 4
_WHOLE_PAGE: Final = 30
_MOST_PIECES: Final = 8
_LOOKED_AT: Final = 70
_INTO_BODY: Final = 4
_START_UNKNOWN: Final = 40
_LONGEST: Final = 300
_SHORTEST: Final = 4
_SHORTEST_KEY: Final = 6
_SURE_KEY: Final = 10
_TITLE_LIKE: Final = (25, 160)
_BETWEEN: Final = 40
_AROUND: Final = (-2, -1, 1, 2, 3)
_NOTHING: Final = (-1.0,) * 6
_DATES: Final = (LineKind.DATE, LineKind.UPDATED)
_NEVER: Final = (LineKind.CREDIT, LineKind.CAPTION)
_KINDS: Final = (
    LineKind.DATE, LineKind.UPDATED, LineKind.BYLINE, LineKind.CREDIT, LineKind.CAPTION,
    LineKind.ALSO_READ, LineKind.ASIDE,
)  # fmt: skip


@attrs.frozen(eq=False)
class TitleView:
    """What the choice of a title looks at.

    Attributes:
        runs: Runs of lines in order.
        kinds: What each is by its own words.
        sizes: Their lengths.
        body: How likely each is body.
        start: Index of the run where the body seems to begin.
        places: Indices of the candidates.
        told: Share of each run's longer words that the body has, too.
        own: Rows of `own_features`.
    """

    runs: Sequence[Run]
    kinds: Sequence[LineKind]
    sizes: Sequence[float]
    body: Sequence[float]
    start: int
    places: list[int]
    told: list[float]
    own: Sequence[Sequence[float]]


def title_view(
    runs: Sequence[Run],
    kinds: Sequence[LineKind],
    sizes: Sequence[float],
    *,
    body: Sequence[float],
    told: list[float],
    own: Sequence[Sequence[float]],
) -> TitleView:
    """Find the candidates: the first line, and those before the body begins."""
    start, end = likely_stretch(body, sizes)
    if start == end:
        start = min(len(runs), _START_UNKNOWN)
    low = max(0, start - _LOOKED_AT)
    places = [0] if low else []
    places += range(low, min(len(runs), start + _INTO_BODY))
    places = [
        at
        for at in places
        if sizes[at] >= _SHORTEST
        and len(runs[at].text) <= _LONGEST
        and kinds[at] not in _NEVER
    ]
    return TitleView(runs, kinds, sizes, body, start, places, told, own)


def title_features(view: TitleView) -> list[list[float]]:
    """Count what tells a title from other lines.

    Args:
        view: What `title_view` made of the page.

    Returns:
        One row a candidate.
    """
    runs = view.runs
    copies = Counter(run.text for run in runs)
    keys = {at: same_key(runs[at].text) for at in view.places}
    head = same_key(runs[0].text[: _LONGEST * 2])
    tops = [
        at for at, run in enumerate(runs) if run.mark == "heading" and run.level == 1
    ]
    best = max((view.told[at] for at in view.places if at), default=0.0)
    titled = any(
        at and len(key) >= _SURE_KEY and head.startswith(key)
        for at, key in keys.items()
    )
    page = [
        float(titled),
        log(1 + len(tops)),
        sum(1 for run in runs if run.gap) / len(runs),
        log(1 + len(runs)),
    ]
    rows: list[list[float]] = []
    for at in view.places:
        run = runs[at]
        relation = _relation(keys[at], head) if at else 0.0
        row = [
            relation,
            len(keys[at]) / (len(head) + 1) if relation else 0.0,
            view.told[at] - best,
            float(bool(tops) and at == tops[0]),
            log(copies[run.text]),
        ]
        row += _place_features(view, at)
        row += view.own[at][:TEXT_COUNT]
        row += (float(view.kinds[at] is kind) for kind in _KINDS)
        rows.append(row + _around_features(view, at) + page)
    return rows


def _relation(key: str, head: str) -> float:
    """Return how a line stands in the page's first line, the document's title."""
    if len(key) < _SHORTEST_KEY or key not in head:
        return 0.0
    if key == head:
        return 4.0
    if not head.startswith(key):
        return 2.0
    return 3.0 if len(key) >= _SURE_KEY else 1.0


def _place_features(view: TitleView, at: int) -> list[float]:
    run = view.runs[at]
    heading = run.mark == "heading"
    return [
        log(1 + max(0, view.start - at)),
        float(max(0, at - view.start + 1)),
        view.body[at],
        view.told[at],
        float(at == 0),
        log(1 + at),
        float(heading),
        float(run.level) if heading else 0.0,
        float(run.mark == "bullet"),
        float(run.mark == "ordered"),
        float(min(run.gap, 3)),
    ]


def _around_features(view: TitleView, at: int) -> list[float]:
    """Count what stands near a candidate, and between it and the body."""
    row: list[float] = []
    for step in _AROUND:
        near = at + step
        row += _near_features(view, near) if 0 <= near < len(view.runs) else _NOTHING
    between = range(at + 1, min(view.start, at + 1 + _BETWEEN))
    low, high = _TITLE_LIKE
    rivals = sum(
        1
        for b in between
        if low <= view.sizes[b] <= high and view.told[b] >= view.told[at]
    )
    row += (log(1 + rivals), max((view.told[b] for b in between), default=0.0))
    return row


def _near_features(view: TitleView, near: int) -> tuple[float, ...]:
    kind = view.kinds[near]
    return (
        log(1 + view.sizes[near]),
        view.body[near],
        float(kind is LineKind.BYLINE),
        float(kind in _DATES),
        view.told[near],
        float(view.runs[near].gap),
    )


def title_end(runs: Sequence[Run], at: int) -> int:
    """Return the index after the last run of a title that begins at *at*.

    Where markup cut the title into lines, the document's title, which is the
    first line of such a page, says how it goes on.
    """
    head = same_key(runs[0].text[: _LONGEST * 2])
    key, end = same_key(runs[at].text), at + 1
    if not at or len(key) < _SHORTEST_KEY or not head.startswith(key):
        return end
    while end < min(len(runs), at + _MOST_PIECES):
        piece = same_key(runs[end].text)
        if not piece or not head.startswith(key + piece):
            break
        key, end = key + piece, end + 1
    return end


def title_words(
    runs: Sequence[Run], kinds: Sequence[LineKind], place: tuple[int, int]
) -> str:
    """Return the words of a title without label, rank and the site's name."""
    first, last = place
    text = " ".join(run.text for run in runs[first:last])
    if kinds[first] is LineKind.TITLE:
        return head_of(text)[1]
    if runs[first].mark == "ordered" and _follows_ranked(runs, first):
        return _RANK.sub("", text, count=1)
    if first == 0 and len(runs) > _WHOLE_PAGE:
        return _without_site(text)
    return text


def _follows_ranked(runs: Sequence[Run], at: int) -> bool:
    """Return whether the run is the next item after a numbered one."""
    above = runs[at - 1] if at else None
    return (
        above is not None
        and above.mark == "ordered"
        and above.level == runs[at].level - 1
    )


def _without_site(text: str) -> str:
    """Drop the site's name, which is short, from the end of a document's title."""
    found = list(_BARS.finditer(text))
    if not found:
        return text
    last = found[-1]
    name = text[last.end() :]
    short = len(name.split()) <= _MOST_NAME_WORDS and len(name) < last.start()
    return text[: last.start()] if short else text


def labelled_title(kinds: Sequence[LineKind], start: int) -> int | None:
    """Return the run above the body that says "Subject:" or the like, or None."""
    places = (at for at in range(start) if kinds[at] is LineKind.TITLE)
    return next(places, None)
