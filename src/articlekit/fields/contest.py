"""The contest that decides each field.

A field module lists candidates in a fixed order. Candidates of the same key
stand for the same value and support each other: the more of them, the surer.
The value with the highest joint confidence is taken; vetoed ones cannot win.
What lost is kept as evidence.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
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


Judged = tuple[Candidate[T], Hashable, str | None]
"""A candidate with its key and the code of its veto."""


@attrs.frozen
class Finding(Generic[T]):
    """What a contest came to.

    Attributes:
        value: The value taken, or None.
        evidence: All candidates: the one taken first, then those that support
            it, then the others in order.
        confidence: Joint confidence of the value taken; 0 without one.
        judged: The candidates with keys and vetoes, for a contest with more of
            them.
    """

    value: T | None = None
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 0.0
    judged: Sequence[Judged[T]] = attrs.field(default=(), eq=False, repr=False)


Veto = Callable[[Candidate[T]], str | None]


def _judged(
    candidates: Iterable[Candidate[T]], vetoes: tuple[Veto[T], ...]
) -> list[Judged[T]]:
    """Give each candidate its key and the code of its veto."""
    judged: list[Judged[T]] = []
    for candidate in candidates:
        code = candidate.veto
        if code is None and vetoes:
            code = next(filter(None, (veto(candidate) for veto in vetoes)), None)
        key = candidate.value if candidate.key is None else candidate.key
        judged.append((candidate, key, code))
    return judged


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
    judged = _judged(candidates, vetoes)
    doubt: dict[Hashable, float] = {}
    for candidate, key, code in judged:
        if code is None:
            doubt[key] = doubt.get(key, 1.0) * (1.0 - candidate.confidence)
    if not doubt:
        vetoed = [_evidence(field, c, c.confidence, code) for c, _, code in judged]
        return Finding(None, tuple(vetoed), 0.0, judged)
    best = min(doubt, key=doubt.__getitem__) if len(doubt) > 1 else next(iter(doubt))
    confidence = 1.0 - doubt[best]
    won = [c for c, key, code in judged if code is None and key == best]
    first = won[0]
    if prefer is not None and len(won) > 1:
        first = max(won, key=lambda c: prefer(c.value))
    taken = [_evidence(field, first, round(confidence, 3), None)]
    lost: list[Evidence] = []
    for candidate, key, code in judged:
        if code is not None or key != best:
            sure = candidate.confidence
            lost.append(_evidence(field, candidate, sure, code or OUTRANKED))
        elif candidate is not first:
            taken.append(_evidence(field, candidate, candidate.confidence, None))
    return Finding(first.value, (*taken, *lost), confidence, judged)


def _evidence(
    field: str, candidate: Candidate[T], sure: float, rejected: str | None
) -> Evidence:
    """Tell of one candidate what became of it."""
    raw = candidate.raw[:_RAW_LENGTH]
    return Evidence(field, candidate.origin, candidate.locator, raw, sure, rejected)
