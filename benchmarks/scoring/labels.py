"""Scores against hand-made labels: headline lists, picture credits, article extras.

A label file holds one object a page, found again by corpus and id. A page may be
``hashed``: its ``form`` then holds digests of the labels, so that they can be compared
but not read.
"""

import statistics
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import attrs

from benchmarks.records import Record, read_lines, record_of, records_of, text_of
from benchmarks.scoring.forms import (
    Code,
    CreditForm,
    ExtrasForm,
    ItemForm,
    hashed,
    plain,
)
from benchmarks.scoring.moments import days, same_minute, when
from benchmarks.scoring.words import MATCH, Counts, f1, overlap

Scores = dict[str, float]
Label = tuple[Record, Record]
"""A labelled page and what was found on it."""

ITEM_FIELDS: Final = ("title", "category", "block", "published")


@attrs.frozen
class LabelScore:
    """Scores of one table row: which labels, of how many pages."""

    name: str
    pages: int
    scores: Scores


def score_labels(
    folder: Path, split: str, lines: Iterable[Record]
) -> tuple[LabelScore, ...]:
    """Score an extractor's answers against a folder of labels.

    Args:
        folder: Holds ``headlines.SPLIT.jsonl`` and its like.
        split: Which labels.
        lines: What the worker wrote, over all the corpora that the labels name.

    Returns:
        A row for each kind of label, headlines also by kind of page; empty where the
        folder holds no labels.
    """
    found = {(line.get("corpus"), line["id"]): line for line in lines}
    rows = []
    for name, pages, score in _groups(folder, split):
        if pages:
            labels = [(p, found.get((p["corpus"], p["id"]), {})) for p in pages]
            rows.append(LabelScore(name, len(pages), score(labels)))
    return tuple(rows)


def _groups(
    folder: Path, split: str
) -> Iterator[tuple[str, Sequence[Record], Callable[[Sequence[Label]], Scores]]]:
    headlines = read_lines(folder / f"headlines.{split}.jsonl")
    yield "headlines", headlines, score_headlines
    for kind in ("article", "listing"):
        pages = [page for page in headlines if page.get("page_kind") == kind]
        yield f"headlines of {kind}s", pages, score_headlines
    yield "credits", read_lines(folder / f"credits.{split}.jsonl"), score_credits
    yield "extras", read_lines(folder / f"extras.{split}.jsonl"), score_extras


def _code(page: Record) -> Code:
    return hashed if page.get("hashed") else plain


def _items(page: Record) -> list[ItemForm]:
    if page.get("hashed"):
        return [ItemForm.read(form) for form in records_of(page, "form")]
    return [
        ItemForm.of(_in_block(item, block), plain)
        for block in records_of(page, "blocks")
        for item in records_of(block, "items")
    ]


def _in_block(item: Record, block: Record) -> Record:
    optional = block.get("optional") or item.get("optional")
    return {**item, "block": block.get("name"), "optional": optional}


def score_headlines(labels: Sequence[Label]) -> Scores:
    """Items found, and the share of their parts that are equal."""
    total: Counts = (0, 0, 0)
    pages: list[float] = []
    kept: dict[str, list[bool]] = {field: [] for field in ITEM_FIELDS}
    for page, found in labels:
        code = _code(page)
        got = [ItemForm.of(item, code) for item in records_of(found, "headlines")]
        pairs, counts = _pair_items(_items(page), got)
        total = _added(total, counts)
        pages.append(f1(*counts))
        for true, hit in pairs:
            for field, hits in kept.items():
                if getattr(true, field):
                    hits.append(getattr(hit, field) == getattr(true, field))
    tp, fp, fn = total
    scores = {
        "precision": tp / max(1, tp + fp),
        "recall": tp / max(1, tp + fn),
        "F1": f1(*total),
    }
    scores["page F1"] = statistics.mean(pages)
    return scores | {key: _share(hits) for key, hits in kept.items() if hits}


def _pair_items(
    true: Iterable[ItemForm], found: Iterable[ItemForm]
) -> tuple[list[tuple[ItemForm, ItemForm]], Counts]:
    """Pairs of counted items, and the counts; optional items cost nothing."""
    true, left = list(true), list(found)
    pairs = []
    for item in sorted(true, key=lambda item: item.optional):
        hit = _find(item, left)
        if hit is None:
            continue
        left.remove(hit)
        if not item.optional:
            pairs.append((item, hit))
    wanted = sum(not item.optional for item in true)
    return pairs, (len(pairs), len(left), wanted - len(pairs))


def _find(item: ItemForm, found: Sequence[ItemForm]) -> ItemForm | None:
    """The finding that is this item: by address and title, address, or title."""
    same_url = [f for f in found if item.url and f.url == item.url]
    both = [f for f in same_url if f.title == item.title]
    same_title = [f for f in found if item.title and f.title == item.title]
    return next(iter((*both, *same_url, *same_title)), None)


def _images(page: Record) -> list[CreditForm]:
    if page.get("hashed"):
        return [CreditForm.read(form) for form in records_of(page, "form")]
    return [CreditForm.of(image, plain) for image in records_of(page, "images")]


def score_credits(labels: Sequence[Label]) -> Scores:
    """F1 over credits and captions; share of captions found without their credit."""
    credit: Counts = (0, 0, 0)
    caption: Counts = (0, 0, 0)
    exact: list[bool] = []
    for page, found in labels:
        code = _code(page)
        true = _images(page)
        got = [CreditForm.of(image, code) for image in records_of(found, "images")]
        credit = _added(credit, _match(true, got, lambda form: form.credit))
        caption = _added(caption, _match(true, got, lambda form: form.caption))
        have = {form.exact for form in got}
        exact += [t.exact in have for t in true if t.caption and not t.optional]
    return {
        "credit F1": f1(*credit),
        "caption F1": f1(*caption),
        "caption exact": _share(exact),
    }


def _match(
    true: Iterable[CreditForm],
    found: Iterable[CreditForm],
    words: Callable[[CreditForm], tuple[str, ...]],
) -> Counts:
    """Best pairs first; optional labels absorb findings at no cost."""
    labels = [form for form in true if words(form)]
    texts = [words(form) for form in found if words(form)]
    pairs = sorted(
        (
            (overlap(words(label), text), not label.optional, i, j)
            for i, label in enumerate(labels)
            for j, text in enumerate(texts)
        ),
        reverse=True,
    )
    used: set[int] = set()
    taken: set[int] = set()
    hits = 0
    for value, counted, i, j in pairs:
        if value >= MATCH and i not in used and j not in taken:
            used.add(i)
            taken.add(j)
            hits += counted
    wanted = sum(not label.optional for label in labels)
    return hits, len(texts) - len(taken), wanted - hits


def _extras(page: Record) -> ExtrasForm:
    if page.get("hashed"):
        return ExtrasForm.read(record_of(page, "form"))
    return ExtrasForm.of(page, plain)


def score_extras(labels: Sequence[Label]) -> Scores:
    """Share of pages with an equal value; an empty label expects none."""
    hits: dict[str, list[bool]] = {}
    for page, found in labels:
        true = _extras(page)
        answer = {**found, "agency": found.get("agencies") or []}
        got = ExtrasForm.of(answer, _code(page))
        for name, hit in _extra_hits(true, got, found):
            hits.setdefault(name, []).append(hit)
    return {name: _share(values) for name, values in hits.items()}


def _extra_hits(
    true: ExtrasForm, got: ExtrasForm, found: Record
) -> Iterator[tuple[str, bool]]:
    yield "agency", bool(set(true.agency) & set(got.agency))
    yield "place", got.place[0] in true.place
    yield "authors", got.authors[0] in true.authors
    for field in ("section", "kicker", "dek"):
        yield field, getattr(got, field)[0] in getattr(true, field)
    yield from _moment_hits("published", true.published, found)
    yield from _moment_hits("modified", true.modified, found)


def _moment_hits(
    field: str, values: Sequence[str], found: Record
) -> Iterator[tuple[str, bool]]:
    accepted = [moment for moment in map(when, values) if moment]
    got = when(text_of(found, field))
    if accepted:
        yield (
            f"{field} day",
            bool(got and any(days(a) & days(got) for a in accepted)),
        )
    if accepted and "T" in values[0]:
        yield (
            f"{field} minute",
            bool(got and any(same_minute(a, got) for a in accepted)),
        )


def _share(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits) if hits else 0.0


def _added(one: Counts, other: Counts) -> Counts:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]
