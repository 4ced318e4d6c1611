"""Quotes: `articlekit.find_quotes` over annotated articles."""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

import articlekit
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


def find(article: Record) -> list[Record]:
    """The quotes of an article, as predictions."""
    language = text_of(article, "lang") or None
    return [
        {
            "spans": [(part.start, part.end) for part in quote.parts],
            "speaker": quote.speaker.text if quote.speaker else None,
            "speaker_full": quote.source,
            "cue": quote.cue,
        }
        for quote in articlekit.find_quotes(text_of(article, "text"), language=language)
    ]


def report(folder: Path, split: str | None = None) -> Section:
    """Scores of every file of annotated articles in a folder."""
    rows: list[tuple[str, Cells]] = []
    for path in sorted(folder.glob("*.jsonl")):
        articles = [
            one for one in read_lines(path) if split in (None, one.get("split"))
        ]
        if articles:
            sys.stderr.write(f"quotes: {path.stem}\n")
            rows += _rows(path.stem, articles, _hand_checked(folder))
    text = (
        "Spans, speakers and cues against annotated articles; *quote+full name* and "
        "*resolved pronoun* mean something on hand-checked articles only.\n\n"
        f"{table(rows, 'articles, task')}"
    )
    return Section("quotes", "Quotes", text)


def _hand_checked(folder: Path) -> frozenset[str]:
    path = folder / HAND_CHECKED
    if not path.exists():
        return frozenset()
    return frozenset(path.read_text(encoding="utf-8").split())


def _rows(
    name: str, articles: Sequence[Record], checked: frozenset[str]
) -> list[tuple[str, Cells]]:
    predictions: dict[str, list[Record]] = {}
    start = time.process_time()
    for article in articles:
        predictions[str(article["id"])] = find(article)
    seconds = time.process_time() - start
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
