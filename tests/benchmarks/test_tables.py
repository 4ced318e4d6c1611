"""Tests of tables, costs and the page of figures."""

from pathlib import Path

import pytest
from benchmarks.costs import cost
from benchmarks.report import Section, keep, write
from benchmarks.tables import score_cells, table


def test_table_has_every_column_once() -> None:
    """Rows may lack a column; its cell is empty."""
    rows = [("x", {"b": "1"}), ("y", {"a": "2", "b": "3"})]
    expected = "| n | b | a |\n| --- | ---: | ---: |\n| x | 1 |  |\n| y | 3 | 2 |\n"
    assert expected == table(rows, "n")


def test_score_cells_keep_the_order_of_columns() -> None:
    """The body's F1 stands first, whatever came first in the scores."""
    cells = score_cells({"title": 0.5, "own": 1.0, "body": 0.25})
    assert [("body F1", "0.250"), ("title", "0.500"), ("own", "1.000")] == list(
        cells.items()
    )


def test_cost_divides_totals() -> None:
    """The ratio is total by total; percentiles are of the pages' own ratios."""
    found = cost([(2.0, 1.0), (30.0, 3.0), (1.0, 0.0)])
    assert found is not None
    assert (2, 8.0, 10.0) == (found.pages, found.ratio, found.worst)
    assert 16_000 == pytest.approx(found.milliseconds)


def test_cost_of_nothing() -> None:
    """Without pages there is no cost."""
    assert cost([]) is None


def test_page_holds_all_kept_sections(tmp_path: Path) -> None:
    """A later run replaces its own section and leaves the others."""
    kept, out = tmp_path / "kept", tmp_path / "docs" / "page.md"
    keep([Section("speed", "Speed", "slow"), Section("scores", "Scores", "high")], kept)
    keep([Section("speed", "Speed", "fast")], kept)
    write(out, kept, ["someone/pages"])
    text = out.read_text(encoding="utf-8")
    assert text.index("high") < text.index("fast")
    assert "slow" not in text
    assert "- someone/pages" in text
