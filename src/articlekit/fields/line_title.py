"""Runs of lines -> which of them is the title."""

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import Final

import attrs

from articlekit.fields.line_features import OWN_NAMES, TEXT_COUNT, likely_stretch
from articlekit.fields.line_kinds import LineKind, head_of
from articlekit.fields.line_likeness import likeness_features, likeness_of
from articlekit.fields.line_marks import Run
from articlekit.text.late import late
from articlekit.text.spaces import same_key

_RANK: Final = late(r"\d{1,3}[.)]\s+")
_BARS: Final = late(r"\s[|–—·•»«:-]{1,2}\s")
_LOOSE_COLON: Final = late(r"(?<=\w)\s:(?=\s)")
_CLOSERS: Final = ".!?…\"'”’»)]」』！？"
_MEDIA: Final = late(
    r"(?i)\s[\[(](?:watch|listen|videos?|v[ií]d[eé]os?|photos?|fotos?|audio|bilder)[\])]$"
)
_TIGHT_COLON: Final = late(r"(?<=\w):(?=\s)")
_PROSE: Final = 600
_MOST_NAME_WORDS: Final = 4
_WHOLE_PAGE: Final = 30
_MOST_PIECES: Final = 8
_LOOKED_AT: Final = 70
_INTO_BODY: Final = 4
_START_UNKNOWN: Final = 40
_LONGEST: Final = 300
_NEAR: Final = 20
_SHORTEST, _SHORTEST_FAR = 8, 22
_SHORTEST_KEY: Final = 6
_SURE_KEY: Final = 10
_TITLE_LIKE: Final = (25, 160)
_BETWEEN: Final = 40
_AROUND: Final = (-2, -1, 1, 2, 3)
_MORE_OWN: Final = tuple(
    OWN_NAMES.index(name) for name in ("bars", "address", "sign", "question")
)
_ITEMS: Final = ("bullet", "ordered")
_FAR: Final = 20
_LINES_ABOVE: Final = 5
_COMPARED: Final = (0, 1, 2, 3)
_NOTHING: Final = (-1.0,) * 8
_DATES: Final = (LineKind.DATE, LineKind.UPDATED)
_NEVER: Final = frozenset({
    LineKind.CREDIT, LineKind.CAPTION, LineKind.ASIDE, LineKind.ALSO_READ,
    LineKind.UPDATED,
})  # fmt: skip
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
        url: Address of the page, if known.
    """

    runs: Sequence[Run]
    kinds: Sequence[LineKind]
    sizes: Sequence[float]
    body: Sequence[float]
    start: int
    places: list[int]
    told: list[float]
    own: Sequence[Sequence[float]]
    url: str | None


def title_view(
    runs: Sequence[Run],
    kinds: Sequence[LineKind],
    sizes: Sequence[float],
    *,
    body: Sequence[float],
    told: list[float],
    own: Sequence[Sequence[float]],
    url: str | None = None,
) -> TitleView:
    """Find the candidates: the first line, and those before the body begins."""
    start, end = likely_stretch(body, sizes)
    if start == end:
        start = min(len(runs), _START_UNKNOWN)
    low = max(0, start - _LOOKED_AT)
    places = [0] if low else []
    places += range(low, min(len(runs), start + _INTO_BODY))
    near = start - _NEAR
    places = [
        at
        for at in places
        if sizes[at] >= (_SHORTEST if at >= near or not at else _SHORTEST_FAR)
        and len(runs[at].text) <= _LONGEST
        and kinds[at] not in _NEVER
    ]
    return TitleView(runs, kinds, sizes, body, start, places, told, own, url)


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
    likeness = likeness_of(runs, view.url)
    alike = [likeness_features(runs[at].text, likeness) for at in view.places]
    if view.places[:1] == [0]:
        # An address is often made of the document's title: no news there.
        alike[0][:2] = [-1.0, -1.0]
    most = [max(column) for column in zip(*alike, strict=True)] if alike else []
    ahead = _ahead(view)
    rows: list[list[float]] = []
    for at, like in zip(view.places, alike, strict=True):
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
        row += like
        row += (like[k] - most[k] for k in _COMPARED)
        row += _ends_features(keys, at)
        row += (view.own[at][k] for k in _MORE_OWN)
        row += ahead[at]
        rows.append(row + _around_features(view, at) + page)
    return rows


def _ends_features(keys: dict[int, str], at: int) -> tuple[float, float]:
    """Tell whether a candidate ends, and begins, with another one."""
    key = keys[at]
    others = [other for other in keys.values() if _SURE_KEY <= len(other) < len(key)]
    return (
        float(any(key.endswith(other) for other in others)),
        float(any(key.startswith(other) for other in others)),
    )


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
        float(view.runs[near].mark in _ITEMS),
        float(view.runs[near].mark == "heading"),
    )


def _ahead(view: TitleView) -> dict[int, list[float]]:
    """Count for each candidate what stands below it and right above.

    How far the next byline and the next date are, how many lines before the body
    may be titles, how many are long; how long the lines above are in the mean.
    """
    found: dict[int, list[float]] = {}
    byline = dated = _FAR
    likely = long = 0
    low, high = _TITLE_LIKE
    places = frozenset(view.places)
    below = [at for at in view.places if at]
    for at in range(max(below, default=-1), min(below, default=0) - 1, -1):
        if at in places:
            above = view.sizes[max(0, at - _LINES_ABOVE) : at]
            found[at] = [
                log(1 + byline), log(1 + dated), log(1 + likely), log(1 + long),
                log(1 + sum(above) / (len(above) + 1)),
            ]  # fmt: skip
        kind = view.kinds[at]
        byline = 0 if kind is LineKind.BYLINE else min(_FAR, byline + 1)
        dated = 0 if kind in _DATES else min(_FAR, dated + 1)
        if at < view.start:
            likely += low <= view.sizes[at] <= high
            long += view.sizes[at] > high
    if 0 in places and 0 not in found:
        found[0] = [-1.0] * 5
    return found


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


def title_start(runs: Sequence[Run], at: int) -> int:
    """Return the first run of a title of which *at* may be the second piece.

    So it is where the document's title begins with the line above and goes on
    with this one.
    """
    if at < 2 or runs[at].gap:
        return at
    head = same_key(runs[0].text[: _LONGEST * 2])
    above, key = same_key(runs[at - 1].text), same_key(runs[at].text)
    if len(key) < _SHORTEST_KEY or len(above) < _SHORTEST_KEY or head.startswith(key):
        return at
    return at - 1 if head.startswith(above + key) else at


def title_words(
    runs: Sequence[Run], kinds: Sequence[LineKind], place: tuple[int, int]
) -> str:
    """Return the words of a title without label, rank and the site's name.

    Nor does a word in brackets at its end, such as "(video)", belong to it.
    """
    text = _MEDIA.sub("", _title_words(runs, kinds, place))
    return _LOOSE_COLON.sub(":", text) if _is_loose(runs, text) else text


def _is_loose(runs: Sequence[Run], text: str) -> bool:
    """Return whether a title's colon stands apart, as hardly one in the text does.

    So it is where markup divides the kicker from the rest; French text has a
    space before each colon.
    """
    if not _LOOSE_COLON.search(text):
        return False
    prose = [run.text[:_PROSE] for run in runs if len(run.text) >= _TITLE_LIKE[0] * 4]
    loose = sum(len(_LOOSE_COLON.findall(part)) for part in prose)
    return sum(len(_TIGHT_COLON.findall(part)) for part in prose) > loose


def _title_words(
    runs: Sequence[Run], kinds: Sequence[LineKind], place: tuple[int, int]
) -> str:
    first, last = place
    text = " ".join(run.text for run in runs[first:last])
    if last - first > 1:
        return _as_in_head(runs[0].text[: _LONGEST * 2], text)
    if kinds[first] is LineKind.TITLE:
        return head_of(text)[1]
    if runs[first].mark == "ordered" and _follows_ranked(runs, first):
        return _RANK.sub("", text, count=1)
    if first == 0 and len(runs) > _WHOLE_PAGE:
        return _without_site(text)
    return text


def _as_in_head(head: str, text: str) -> str:
    """Return a title of several pieces as the document's title spells it."""
    key = same_key(text)
    ends = (size for size in range(len(head) + 1) if same_key(head[:size]) == key)
    end = next(ends, None)
    if end is None:
        return text
    rest = head[end:]
    return head[:end] + rest[: len(rest) - len(rest.lstrip(_CLOSERS))]


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


def labelled_title(
    runs: Sequence[Run], kinds: Sequence[LineKind], start: int
) -> int | None:
    """Return the run above the body that says "Subject:" or the like, or None.

    Where the story's own headline comes again below the letter's head, that one
    is returned.
    """
    label = next((at for at in range(start) if kinds[at] is LineKind.TITLE), None)
    if label is None:
        return None
    words = same_key(head_of(runs[label].text)[1])
    below = range(label + 1, start)
    return next((at for at in below if same_key(runs[at].text) == words), label)
