"""The figures of the model card: out-of-fold outputs scored by corpus and language.

    python -m training.body.card --corpora DIR --out OUT

OUT is what `training.body.folds` wrote.
"""

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean

from benchmarks.scoring.bodies import score_body, score_marks

from training.body.pages import CORPORA

Row = dict[str, float]
_FEWEST = 5


def scored_pages(corpora: Path, out: Path, name: str) -> Iterator[tuple[str, Row]]:
    """Yield language and scores of each page of a corpus."""
    lines = (out / f"{name}.jsonl").read_text("utf-8").splitlines()
    found = {row["id"]: row for row in map(json.loads, lines)}
    for line in (corpora / name / "pages.jsonl").read_text("utf-8").splitlines():
        page = json.loads(line)
        suspect, truth = page.get("suspect") or {}, page["truth"]
        if page.get("broken") or {"all", "body", "body_text"} & set(suspect):
            continue
        row = found.get(page["id"], {})
        text, dek = row.get("text") or "", row.get("dek") or ""
        language = (page.get("lang") or row.get("language") or "?").partition("-")[0]
        if "with" in truth:
            right, all_of_them, _ = score_marks(truth, text)
            both = score_marks(truth, f"{dek} {text}")[0]
            yield language, {"right": right, "all": all_of_them, "with_dek": both}
        else:
            yield language, score_body(truth, text=text, dek=dek)


def cells(rows: list[Row]) -> list[str]:
    """Return the cells of a row of the table."""
    if "all" in rows[0]:
        total = sum(row["all"] for row in rows)
        shares = (
            sum(row[key] for row in rows) / total for key in ("right", "with_dek")
        )
        plain, with_dek = shares
        return [f"{plain:.3f} ({with_dek:.3f})", "", ""]
    part = {
        key: mean(row[key] for row in rows if key in row)
        for key in ("P", "R", "exact", "paragraphs")
        if any(key in row for row in rows)
    }
    f1 = 2 * part["P"] * part["R"] / (part["P"] + part["R"])
    paragraphs = f"{part['paragraphs']:.3f}" if "paragraphs" in part else ""
    return [f"{f1:.3f}", f"{part['exact']:.2f}", paragraphs]


def table(groups: dict[str, list[Row]], head: str) -> str:
    """Return a table with a line for each group of pages."""
    lines = [
        f"| {head} | pages | F1 | exact | paragraphs |",
        "| --- " + "| ---: " * 4 + "|",
    ]
    for name, rows in groups.items():
        lines.append(" | ".join([f"| {name}", str(len(rows)), *cells(rows)]) + " |")
    return "\n".join(lines)


def grouped(
    pages: list[tuple[str, Row]], name: Callable[[str], str]
) -> dict[str, list[Row]]:
    """Group the scores of pages by language; rare languages go together."""
    languages = [language for language, _ in pages]
    groups: dict[str, list[Row]] = {}
    for language, row in pages:
        rare = languages.count(language) < _FEWEST
        groups.setdefault(name("others" if rare else language), []).append(row)
    return dict(sorted(groups.items(), key=lambda item: -len(item[1])))


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    pages = {n: list(scored_pages(options.corpora, options.out, n)) for n in CORPORA}
    print(
        table(
            {n: [row for _, row in found] for n, found in pages.items()}, "collection"
        )
    )
    whole = [page for n in CORPORA[:-1] for page in pages[n]]
    print("\n" + table(grouped(whole, str), "language, whole bodies"))
    print("\n" + table(grouped(pages[CORPORA[-1]], str), "language, segments"))


if __name__ == "__main__":
    main()
