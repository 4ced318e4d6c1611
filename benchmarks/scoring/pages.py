"""Scores of a page, and of many together."""

import statistics
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

import attrs

from benchmarks.records import Record, record_of, records_of, text_of, texts_of
from benchmarks.scoring.bodies import score_body, score_marks
from benchmarks.scoring.moments import days, same_minute, when
from benchmarks.scoring.words import Counts, f1, file_name, fold, folded_words, match

Scores = dict[str, float]

EMPTY: Final[Mapping[str, object]] = {
    "text": "",
    "title": None,
    "authors": [],
    "published": None,
    "images": [],
    "lead_image": None,
    "dek": None,
}
"""What a page without an answer is taken to have found, field by field."""


@attrs.frozen
class PageScore:
    """Scores of one page.

    Attributes:
        shares: Score -> value between 0 and 1, to be averaged.
        counts: Score -> counts, to be added up.
    """

    shares: Mapping[str, float] = attrs.field(factory=dict)
    counts: Mapping[str, Counts] = attrs.field(factory=dict)


def score_page(page: Record, found: Record) -> PageScore:
    """Score what was found on a page; only what both sides state counts."""
    suspect = record_of(page, "suspect")
    if "all" in suspect:
        return PageScore()
    truth = record_of(page, "truth")
    shares: Scores = {}
    counts: dict[str, Counts] = {}
    for field, scores in _FIELDS.items():
        if field in found:
            for name, value in scores(truth, found, suspect):
                if isinstance(value, tuple):
                    counts[name] = value
                else:
                    shares[name] = value
    return PageScore(shares, counts)


_Named = Iterator[tuple[str, float | Counts]]


def _body(truth: Record, found: Record, suspect: Record) -> _Named:
    text, dek = text_of(found, "text"), text_of(found, "dek")
    stated = "body" in truth or "body_text" in truth
    if stated and "body" not in suspect and "body_text" not in suspect:
        yield from score_body(truth, text=text, dek=dek).items()
    if "with" in truth:
        yield "marks", score_marks(truth, text)


def _title(truth: Record, found: Record, suspect: Record) -> _Named:
    true = text_of(truth, "title")
    if true and "title" not in suspect:
        yield "title", fold(true) == fold(text_of(found, "title"))


def _authors(truth: Record, found: Record, suspect: Record) -> _Named:
    stated = truth.get("authors") or "authors" in texts_of(truth, "stated_empty")
    if stated and "authors" not in suspect:
        true = {fold(name) for name in texts_of(truth, "authors")}
        got = {fold(name) for name in texts_of(found, "authors")}
        yield "authors", true == got
        yield "names", (len(true & got), len(got - true), len(true - got))


def _published(truth: Record, found: Record, suspect: Record) -> _Named:
    stated = text_of(truth, "published")
    true, got = when(stated), when(found.get("published"))
    if true is None or "published" in suspect:
        return
    yield "date", bool(got and days(true) & days(got))
    if "T" in stated and not _is_day(true):
        yield "time", bool(got and same_minute(true, got))


def _is_day(moment: datetime) -> bool:
    """Whether a day was written as its midnight."""
    return moment.tzinfo is None and (moment.hour, moment.minute) == (0, 0)


def _lead_image(truth: Record, found: Record, suspect: Record) -> _Named:
    true = text_of(truth, "lead_image")
    if true and "lead_image" not in suspect:
        yield "image", file_name(true) == file_name(text_of(found, "lead_image"))


def _images(truth: Record, found: Record, suspect: Record) -> _Named:
    if "images" in suspect:
        return
    for field in ("credit", "caption"):
        # an empty label means unlabelled, not none
        true = list(_image_words(truth, field))
        if true:
            yield f"{field}s", match(true, list(_image_words(found, field)))


def _image_words(record: Record, field: str) -> Iterator[list[str]]:
    for image in records_of(record, "images"):
        if image.get(field):
            yield folded_words(" ".join(texts_of(image, field)))


_FIELDS: Final[Mapping[str, Callable[[Record, Record, Record], _Named]]] = {
    "text": _body,
    "title": _title,
    "authors": _authors,
    "published": _published,
    "lead_image": _lead_image,
    "images": _images,
}


def score_corpus(pages: Iterable[Record], lines: Iterable[Record]) -> Scores:
    """Scores of an extractor over a corpus.

    Args:
        pages: The pages of the corpus, with their truth.
        lines: What the worker wrote, a line a page; a page without one found nothing.

    Returns:
        Score -> value; a score that does not apply is left out.
    """
    found = {line["id"]: line for line in lines}
    offers = {key for line in found.values() if not line.get("error") for key in line}
    fields = {key: value for key, value in EMPTY.items() if key in offers}
    return summarise(
        [score_page(page, _answer(found.get(page["id"], {}), fields)) for page in pages]
    )


def _answer(line: Record, fields: Mapping[str, object]) -> Record:
    return {key: line.get(key, empty) for key, empty in fields.items()}


def summarise(rows: Sequence[PageScore]) -> Scores:
    """Scores over pages: means of shares, F1 of added counts."""
    total: dict[str, float | None] = {
        key: _mean(rows, key) for key in ("P", "R", "exact", "paragraphs")
    }
    precision, recall = total["P"], total["R"]
    if precision and recall:
        total["body"] = 2 * precision * recall / (precision + recall)
    bodies = [row.shares["body"] for row in rows if "body" in row.shares]
    total["median"] = statistics.median(bodies) if bodies else None
    marks = _pooled(rows, "marks")
    total["marks"] = marks[0] / marks[1] if marks and marks[1] else None
    for key in ("title", "authors", "date", "time", "image"):
        total[key] = _mean(rows, key)
    for key in ("names", "credits", "captions"):
        counts = _pooled(rows, key)
        total[key] = f1(*counts) if counts else None
    return {key: value for key, value in total.items() if value is not None}


def _mean(rows: Iterable[PageScore], key: str) -> float | None:
    values = [float(row.shares[key]) for row in rows if key in row.shares]
    return statistics.mean(values) if values else None


def _pooled(rows: Iterable[PageScore], key: str) -> Counts | None:
    counts = [row.counts[key] for row in rows if key in row.counts]
    if not counts:
        return None
    return (
        sum(c[0] for c in counts),
        sum(c[1] for c in counts),
        sum(c[2] for c in counts),
    )
