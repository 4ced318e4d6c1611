"""Runs of lines -> which of them is the title."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from articlekit.fields.line_kinds import LineKind
from articlekit.fields.line_runs import Run
from articlekit.text.spaces import same_key

_LOOKED_AT: Final = 60
_LONGEST: Final = 300
_SHORTEST_KEY: Final = 8
_OF_BODY: Final = 3_000


def choose_title(
    runs: Sequence[Run], kinds: Sequence[LineKind], body: Sequence[bool]
) -> int | None:
    """Choose the run that is the title.

    Args:
        runs: Runs of lines in order.
        kinds: What each is by its own words.
        body: Whether each belongs to the body.

    Returns:
        Its index, or None where no run may be a title.
    """
    start = next((at for at, chosen in enumerate(body) if chosen), len(runs))
    for at in range(start):
        if kinds[at] is LineKind.TITLE:
            return at
    places: list[int] = [*range(min(1, start)), *range(max(1, start - _LOOKED_AT), start)]
    places = [at for at in places if _may_be(runs[at], kinds[at])]
    if not places:
        return None
    first = same_key(runs[0].text[:_LONGEST])
    told = _words_of_body(runs, body)
    scores = [_score(runs[at], start - at, first if at else "", told) for at in places]
    return places[scores.index(max(scores))]


def _may_be(run: Run, kind: LineKind) -> bool:
    return (
        kind in {LineKind.PLAIN, LineKind.ALSO_READ, LineKind.BYLINE}
        or run.mark == "heading"
    ) and len(run.text) <= _LONGEST


def _words_of_body(runs: Sequence[Run], body: Sequence[bool]) -> Counter[str]:
    text = " ".join(run.text for run, chosen in zip(runs, body, strict=True) if chosen)
    return Counter(word for word in text[:_OF_BODY].casefold().split() if len(word) > 3)


def _score(run: Run, distance: int, first: str, told: Counter[str]) -> float:
    """Return how much a run looks like a title."""
    key = same_key(run.text)
    score = {1: 4.0, 2: 1.0}.get(run.level, 0.0) if run.mark == "heading" else 0.0
    if len(key) >= _SHORTEST_KEY and first.startswith(key):
        score += 4
    elif len(key) >= _SHORTEST_KEY * 2 and key in first:
        score += 2
    words = run.text.casefold().split()
    long = [word for word in words if len(word) > 3]
    if long:
        score += 2 * sum(1 for word in long if word in told) / (len(long) + 1)
    score += 1.0 if 4 <= len(words) <= 22 or len(key) > 18 else -2.0
    if run.text[-1] in ".。|":
        score -= 1
    if run.mark in {"bullet", "ordered"}:
        score -= 1.5
    return score - 0.06 * distance
