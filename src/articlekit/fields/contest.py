"""The contest that decides each field.

A field module lists candidates in a fixed order. Candidates of the same key
stand for the same value and support each other: the more of them, the surer.
The value with the highest joint confidence is taken; vetoed ones cannot win.
What lost is kept as evidence.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, NamedTuple, TypeVar

import attrs

from articlekit.model import Evidence

T = TypeVar("T")

OUTRANKED = "outranked"
_RAW_LENGTH = 300


class Candidate(NamedTuple, Generic[T]):
    """A value that a field may have.

    Attributes:
        value: The value, ready to be taken.
        origin: Kind of source, as in `Evidence.origin`.
        locator: Where in that source.
        raw: The words found there.
        confidence: How sure this source alone is, 0 to 1.
        key: What makes two values the same; None takes the value itself.
        veto: Code of what speaks against it, or None.
    """

    value: T
    origin: str
    locator: str
    raw: str
    confidence: float
    key: Hashable = None
    veto: str | None = None


@attrs.frozen
class Finding(Generic[T]):
    """What a contest came to.

    Attributes:
        value: The value taken, or None.
        evidence: All candidates: the one taken first, then those that support
            it, then the others in order.
        confidence: Joint confidence of the value taken; 0 without one.
    """

    value: T | None = None
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 0.0


Veto = Callable[[Candidate[T]], str | None]


def _evidence(field: str, candidate: Candidate[T], confidence: float, code: str | None) -> Evidence:
    """Turn a candidate into evidence."""
    raw = candidate.raw[:_RAW_LENGTH]
    return Evidence(field, candidate.origin, candidate.locator, raw, round(confidence, 3), code)


def decide(
    field: str,
    candidates: Iterable[Candidate[T]],
    *,
    vetoes: tuple[Veto[T], ...] = (),
    prefer: Callable[[T], float] | None = None,
) -> Finding[T]:
    """Pick one value.

    Args:
        field: Name of the field, for the evidence.
        candidates: In a fixed order; on equal terms the first wins.
        vetoes: Functions that return the code of a veto, or None.
        prefer: Says which of the values of the surest key is taken, the highest;
            without it the first is.

    Returns:
        One value of the surest key, with evidence.
    """
    judged = [(c, c.veto or next(filter(None, (v(c) for v in vetoes)), None)) for c in candidates]
    doubt: dict[Hashable, float] = {}
    for candidate, code in judged:
        if code is None:
            key = candidate.value if candidate.key is None else candidate.key
            doubt[key] = doubt.get(key, 1.0) * (1.0 - candidate.confidence)
    if not doubt:
        return Finding(None, tuple(_evidence(field, c, c.confidence, code) for c, code in judged))
    best = min(doubt, key=lambda key: doubt[key])
    return _finding(field, judged, best, confidence=1.0 - doubt[best], prefer=prefer)


def _finding(
    field: str,
    judged: list[tuple[Candidate[T], str | None]],
    best: Hashable,
    *,
    confidence: float,
    prefer: Callable[[T], float] | None,
) -> Finding[T]:
    """Sort the candidates by what became of them."""
    won: list[Candidate[T]] = []
    lost: list[Evidence] = []
    for candidate, code in judged:
        key = candidate.value if candidate.key is None else candidate.key
        if code is None and key == best:
            won.append(candidate)
        else:
            lost.append(_evidence(field, candidate, candidate.confidence, code or OUTRANKED))
    first = won[0] if prefer is None else max(won, key=lambda c: prefer(c.value))
    taken = [_evidence(field, first, confidence, None)]
    taken += [_evidence(field, c, c.confidence, None) for c in won if c is not first]
    return Finding(first.value, (*taken, *lost), confidence)
