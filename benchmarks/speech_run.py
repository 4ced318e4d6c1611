"""Quotes: `articlekit.find_quotes` over annotated articles."""

import math
import sys
import time
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import articlekit
from articlekit.model import Quote
from articlekit.quotes.find import DEFAULT_KINDS, find_by
from articlekit.quotes.lexicon import lexicon_for
from articlekit.quotes.weights import Weights, weights_in
from benchmarks.records import Record, read_lines, text_of
from benchmarks.report import Section
from benchmarks.scoring.speech import TASKS, score_articles
from benchmarks.tables import Cells, table

HAND_CHECKED = "handchecked_dev_ids.txt"
"""Ids of articles whose pronouns were resolved by people, for full names."""

COLUMNS = (
    "span strict F1",
    "span lenient F1",
    "speaker exact",
    "speaker entity",
    "quote+speaker F1",
    "quote+full name F1",
    "resolved pronoun",
    "cue",
)


PEERS: Final = (
    ("every marked text of 3+ words, nearest name at said", ".934", ".462", ".488", ".07", "0.5", "0 / 0"),
    ("textacy, per paragraph (spaCy sm)", ".861", ".833", ".561", ".01", "203", "1.5 / 240"),
    ("GenderGapTracker (spaCy sm)", ".784", ".616", ".405", ".02", "225", "0.8 / 200"),
    ("citron (spaCy, partly retrained)", ".543", ".548", ".440", ".50", "405", "1.9 / 340"),
    ("150 lines of patterns", ".973", ".852", ".709", ".63", "3.4", "0 / 0"),
    ("people against each other", ".982", ".974", "", "", "", ""),
)  # fmt: skip
"""Figures of others on PolNeAR's other half (576 direct units), not of this run."""

PEER_COLUMNS: Final = (
    "span strict F1",
    "quote+speaker F1",
    "quote+full name F1",
    "resolved pronoun",
    "ms per 1,000 words",
    "load s / MB",
)
FOLDS: Final = 4
ROUNDS: Final = 3

Finder = Callable[[Record], Sequence[Quote]]


def find_shipped(article: Record) -> Sequence[Quote]:
    """The quotes of an article by the weights that ship."""
    language = text_of(article, "lang") or None
    return articlekit.find_quotes(text_of(article, "text"), language=language)


def find_left_out(folder: Path) -> Finder:
    """A function that finds quotes by weights that never saw the article.

    *folder* holds what `training/quotes/train.py --fold K` makes, in folders 0 to 3.
    """

    @cache
    def tables(fold: int, language: str) -> Weights:
        return weights_in(folder / str(fold), language)

    def find(article: Record) -> Sequence[Quote]:
        language = text_of(article, "lang")
        fold = zlib.crc32(text_of(article, "id").encode()) // 2 % FOLDS
        lexicon, weights = lexicon_for(language), tables(fold, language)
        found = find_by(text_of(article, "text"), lexicon, weights)
        return [quote for quote in found if quote.kind in DEFAULT_KINDS]

    return find


def _prediction(quote: Quote) -> Record:
    return {
        "spans": [(part.start, part.end) for part in quote.parts],
        "speaker": quote.speaker.text if quote.speaker else None,
        "speaker_full": quote.source,
        "cue": quote.cue,
    }


def report(
    folder: Path, split: str | None = None, folds: Path | None = None
) -> Section:
    """Scores of every file of annotated articles in a folder, beside others' figures.

    Args:
        folder: Files of articles, one JSON object a line.
        split: Only articles of this split.
        folds: Weights by fold, for figures on articles left out of the training.
    """
    ways: dict[str, Finder] = {"as it ships": find_shipped}
    if folds:
        ways = {"left out": find_left_out(folds), **ways}
    rows: list[tuple[str, Cells]] = []
    for path in sorted(folder.glob("*.jsonl")):
        articles = [
            one for one in read_lines(path) if split in (None, one.get("split"))
        ]
        for name, find in ways.items() if articles else ():
            sys.stderr.write(f"quotes: {path.stem}, {name}\n")
            checked = _hand_checked(folder)
            rows += _rows(f"{path.stem}, {name}", articles, (find, checked))
    others = [
        (name, dict(zip(PEER_COLUMNS, cells, strict=True))) for name, *cells in PEERS
    ]
    text = (
        "Spans, speakers and cues against annotated articles; *quote+full name* and "
        "*resolved pronoun* mean something on hand-checked articles only. *Left out*: "
        "the weights never saw the article (four folds); *as it ships*: they did.\n\n"
        f"{table(rows, 'articles, task')}\n"
        "Others on direct quotations of other PolNeAR articles (576 units); these rows "
        "were measured once, by those who annotated the speakers, not in this run:\n\n"
        f"{table(others, 'finder')}"
    )
    return Section("quotes", "Quotes", text)


def _hand_checked(folder: Path) -> frozenset[str]:
    path = folder / HAND_CHECKED
    if not path.exists():
        return frozenset()
    return frozenset(path.read_text(encoding="utf-8").split())


def _timed(find: Finder, article: Record) -> tuple[Sequence[Quote], float]:
    """The quotes, and the CPU time of the best of some rounds in seconds."""
    best = math.inf
    found: Sequence[Quote] = ()
    for _ in range(ROUNDS):
        start = time.process_time()
        found = find(article)
        best = min(best, time.process_time() - start)
    return found, best


def _rows(
    name: str, articles: Sequence[Record], how: tuple[Finder, frozenset[str]]
) -> list[tuple[str, Cells]]:
    find, checked = how
    predictions: dict[str, list[Record]] = {}
    seconds = 0.0
    for article in articles:
        found, taken = _timed(find, article)
        seconds += taken
        predictions[str(article["id"])] = [_prediction(quote) for quote in found]
    words = sum(len(text_of(article, "text").split()) for article in articles)
    speed = f"{1e6 * seconds / max(1, words):.2f}"
    groups = {name: articles}
    some = [article for article in articles if article["id"] in checked]
    if some:
        groups[f"{name}, hand-checked"] = some
    rows: list[tuple[str, Cells]] = []
    for group, chosen in groups.items():
        for task in TASKS:
            scores = score_articles(chosen, predictions, task)
            cells = {
                column: f"{scores[column]:.3f}"
                for column in COLUMNS
                if column in scores
            }
            cells |= {"ms per 1,000 words": speed}
            rows.append((f"{group} ({len(chosen)}), {task}", cells))
    return rows
