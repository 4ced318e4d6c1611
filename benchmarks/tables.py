"""Markdown tables."""

from collections.abc import Mapping, Sequence
from typing import Final

Cells = Mapping[str, str]

HEADINGS: Final[Mapping[str, str]] = {
    "body": "body F1",
    "P": "body P",
    "R": "body R",
    "median": "median page",
    "exact": "word for word",
    "paragraphs": "paragraph F1",
    "marks": "segments",
    "title": "title",
    "authors": "authors",
    "names": "names F1",
    "date": "day",
    "time": "minute",
    "image": "lead picture",
    "credits": "credit F1",
    "captions": "caption F1",
}
"""Score -> how a table calls it; the order of the columns."""


def table(rows: Sequence[tuple[str, Cells]], first: str) -> str:
    """A table with a column for every key that a row has.

    Args:
        rows: Name of a row and its cells; the first row that has a column decides
            where it stands.
        first: Heading of the column of names.

    Returns:
        Lines of Markdown, with a newline at the end; empty cells where a row lacks
        the column.
    """
    columns = list(dict.fromkeys(key for _, cells in rows for key in cells))
    lines = [
        _line([first, *columns]),
        _line(["---", *("---:" for _ in columns)]),
        *(_line([name, *(cells.get(c, "") for c in columns)]) for name, cells in rows),
    ]
    return "".join(f"{line}\n" for line in lines)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def score_cells(scores: Mapping[str, float]) -> Cells:
    """The cells of a row of scores, in the order of the headings."""
    known = {HEADINGS[key]: scores[key] for key in HEADINGS if key in scores}
    others = {key: value for key, value in scores.items() if key not in HEADINGS}
    return {key: f"{value:.3f}" for key, value in (known | others).items()}
