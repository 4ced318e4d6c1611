"""Scores of a page's running text."""

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from benchmarks.records import Record, numbers_of, text_of, texts_of
from benchmarks.scoring.words import Shingle, f1, plain_words, shingles

MAX_OPTIONAL = 6
"""More optional paragraphs than these are taken all or none."""


@attrs.frozen
class Reading:
    """One acceptable form of the body; `paragraphs` is ``None`` where unknown."""

    text: str
    paragraphs: tuple[str, ...] | None = None

    @classmethod
    def of(cls, paragraphs: Sequence[str]) -> "Reading":
        """The reading that holds these paragraphs."""
        return cls("\n".join(paragraphs), tuple(paragraphs))


@attrs.frozen
class _Text:
    """A text with its shingles, which several readings are compared with."""

    text: str
    shingles: Counter[Shingle]


def readings(truth: Record) -> Iterator[Reading]:
    """Each acceptable reading of the body."""
    if "body_text" in truth:
        yield Reading(text_of(truth, "body_text"))
        return
    body, summary = texts_of(truth, "body"), texts_of(truth, "summary")
    for drop in _drops(truth):
        paragraphs = tuple(p for i, p in enumerate(body) if i not in drop)
        yield Reading.of(paragraphs)
        if summary:
            yield Reading.of((*summary, *paragraphs))


def _drops(truth: Record) -> list[frozenset[int]]:
    """Sets of paragraphs, by number, that may be missing."""
    optional = sorted(numbers_of(truth, "body_optional"))
    drops = [frozenset[int](), frozenset(optional)]
    if len(optional) <= MAX_OPTIONAL:
        drops = [
            frozenset(n for bit, n in enumerate(optional) if mask >> bit & 1)
            for mask in range(2 ** len(optional))
        ]
    headings = numbers_of(truth, "body_headings")
    return drops + [drop | headings for drop in drops] if headings else drops


def score_body(truth: Record, *, text: str, dek: str) -> dict[str, float]:
    """Scores of the reading that suits best.

    Args:
        truth: What the corpus says.
        text: The text found.
        dek: The dek found, which may stand before the text or not.

    Returns:
        ``body`` (F1), ``exact``, and ``P``, ``R``, ``paragraphs`` where defined.
    """
    found = [
        _Text(t, shingles(t))
        for t in (text, f"{dek}\n{text}" if dek else None)
        if t is not None
    ]
    rows = (_score(reading, t) for reading in readings(truth) for t in found)
    return max(rows, key=lambda row: row["body"])


def _score(reading: Reading, found: _Text) -> dict[str, float]:
    true = shingles(reading.text)
    tp = sum((true & found.shingles).values())
    fp, fn = sum(found.shingles.values()) - tp, sum(true.values()) - tp
    row: dict[str, float] = {
        "body": f1(tp, fp, fn),
        "exact": plain_words(reading.text) == plain_words(found.text),
    }
    if tp + fp:
        row["P"] = tp / (tp + fp)
    if tp + fn:
        row["R"] = tp / (tp + fn)
    if reading.paragraphs is not None:
        row["paragraphs"] = _paragraph_f1(reading.paragraphs, found.text)
    return row


def _paragraph_f1(paragraphs: Sequence[str], found: str) -> float:
    true = Counter(" ".join(p.split()) for p in paragraphs)
    got = Counter(" ".join(p.split()) for p in found.split("\n") if p.strip())
    both = sum((true & got).values())
    return f1(both, sum(got.values()) - both, sum(true.values()) - both)


def score_marks(truth: Record, text: str) -> tuple[int, int, int]:
    """Segments rightly present or absent, all segments, 0."""
    body = " ".join(text.split())
    hits = [" ".join(s.split()) in body for s in texts_of(truth, "with")]
    hits += [" ".join(s.split()) not in body for s in texts_of(truth, "without")]
    return sum(hits), len(hits), 0
