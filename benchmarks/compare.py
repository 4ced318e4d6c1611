"""The comparison: articlekit and its peers over corpora, dumps and labels."""

import statistics
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import attrs

from benchmarks.corpora import names, read_pages
from benchmarks.dumps import DUMPS
from benchmarks.records import Record
from benchmarks.report import Section
from benchmarks.runs import Contestant, Run, import_seconds, run_corpus
from benchmarks.scoring.labels import score_labels
from benchmarks.scoring.pages import score_corpus
from benchmarks.tables import Cells, score_cells, table

LABELLED: Final = (
    "aeb",
    "atf",
    "fundus_fixtures",
    "trafi_eval",
    "readability_js",
    "newspaper4k",
    "listings",
)
"""The corpora that the hand-made labels are about."""


@attrs.frozen
class Runner:
    """Runs a contestant over a corpus, the same one only once.

    Attributes:
        corpora: Folder of the corpora.
        runs: Where the workers' lines are kept.
        split: Only pages of this split.
        reuse: Keep what an earlier run of a peer left.
    """

    corpora: Path
    runs: Path
    split: str | None = None
    reuse: bool = False
    _done: dict[tuple[str, ...], Run] = attrs.field(factory=dict, eq=False, init=False)

    def run(self, who: Contestant, corpus: str, dump: str = "html") -> Run:
        """The run of a contestant over the pages of a corpus, or over dumps of them."""
        key = (who.name, corpus, dump)
        if key not in self._done:
            sys.stderr.write(f"{' '.join(key)}\n")
            self._done[key] = self._fresh(who, corpus, dump)
        return self._done[key]

    def _fresh(self, who: Contestant, corpus: str, dump: str) -> Run:
        options = [f"--split={self.split}"] if self.split else []
        options += [f"--dump={dump}"] if dump in DUMPS else []
        return run_corpus(
            who,
            self.corpora / corpus,
            self.runs / dump / who.name / f"{corpus}.jsonl",
            options=options,
            reuse=self.reuse and who.package != "articlekit",
        )

    def pages(self, corpus: str) -> tuple[Record, ...]:
        """The pages of a corpus that are scored."""
        return read_pages(self.corpora / corpus, split=self.split)


@attrs.frozen
class Plan:
    """What is measured.

    Attributes:
        runner: Runs the contestants.
        chosen: Names of the corpora.
        contestants: Who takes part.
    """

    runner: Runner
    chosen: tuple[str, ...]
    contestants: tuple[Contestant, ...]


def compare(plan: Plan) -> tuple[Section, ...]:
    """Run every contestant over every corpus, one process at a time.

    Returns:
        The sections of scores, of costs and of versions.
    """
    runs = [plan.runner.run(who, c) for c in plan.chosen for who in plan.contestants]
    scores = "\n".join(_corpus_table(plan, corpus, runs) for corpus in plan.chosen)
    versions = {run.name: run.versions for run in runs}
    known = [
        (name, {k: str(v) for k, v in versions[name].items()}) for name in versions
    ]
    return (
        Section("scores", "Scores by corpus", scores),
        Section("costs", "Costs", table(list(_costs(plan, runs)), "extractor")),
        Section("versions", "Versions", _versions(known)),
    )


def _corpus_table(plan: Plan, corpus: str, runs: Iterable[Run]) -> str:
    pages = plan.runner.pages(corpus)
    rows: list[tuple[str, Cells]] = []
    for run in runs:
        if run.corpus == corpus:
            scores = score_corpus(pages, run.lines)
            if scores:
                rows.append((run.name, _with_errors(score_cells(scores), run)))
    return f"### {corpus} ({len(pages)} pages)\n\n{table(rows, 'extractor')}"


def _with_errors(cells: Cells, run: Run) -> Cells:
    return {**cells, "errors": str(run.errors)} if run.errors else cells


def _costs(plan: Plan, runs: Iterable[Run]) -> Iterator[tuple[str, Cells]]:
    """Costs over all the corpora, a row a contestant."""
    by_name: dict[str, list[Run]] = defaultdict(list)
    for run in runs:
        by_name[run.name].append(run)
    for who in plan.contestants:
        mine = by_name[who.name]
        pages = [line for run in mine for line in run.lines]
        total = attrs.evolve(mine[0], lines=tuple(pages)).cost if mine else None
        if total:
            yield (
                who.name,
                {
                    "ms a page": f"{total.milliseconds:.1f}",
                    "times lxml's build": f"{total.ratio:.1f}",
                    "p99 page": f"{total.p99:.0f}",
                    "import s": f"{import_seconds(who):.2f}",
                    "peak MB": f"{max(run.peak_mb for run in mine):.0f}",
                    "errors": str(sum(run.errors for run in mine)),
                },
            )


def _versions(rows: Sequence[tuple[str, dict[str, str]]]) -> str:
    cells = [
        (name, {"version": next(iter(found.values())), "lxml": found.get("lxml", "")})
        for name, found in rows
    ]
    return table(cells, "extractor")


def compare_dumps(plan: Plan, dumps: Sequence[str]) -> Section:
    """Articlekit over plain-text dumps of the pages: each way, and their mean."""
    parts = []
    for corpus in plan.chosen:
        pages = plan.runner.pages(corpus)
        rows: list[tuple[str, Cells]] = []
        for who in plan.contestants:
            scores = [
                score_corpus(pages, plan.runner.run(who, corpus, how).lines)
                for how in dumps
            ]
            rows += [
                (f"{who.name}, {how}", score_cells(found))
                for how, found in zip(dumps, scores, strict=True)
            ]
            rows.append((f"{who.name}, mean", score_cells(_mean(scores))))
        parts.append(f"### {corpus} as text\n\n{table(rows, 'extractor')}")
    return Section("dumps", "Plain-text dumps of the same pages", "\n".join(parts))


def _mean(scores: Sequence[dict[str, float]]) -> dict[str, float]:
    keys = [key for key in scores[0] if all(key in found for found in scores)]
    return {key: statistics.mean(found[key] for found in scores) for key in keys}


def compare_labels(plan: Plan, labels: Path) -> Section:
    """Articlekit's headline lists, credits and extras against hand-made labels."""
    present = [name for name in LABELLED if name in names(plan.runner.corpora)]
    rows = defaultdict(list)
    for who in plan.contestants:
        runs = [plan.runner.run(who, corpus) for corpus in present]
        lines = [line for run in runs for line in run.lines]
        for score in score_labels(labels, plan.runner.split or "dev", lines):
            name = f"{score.name} ({score.pages} pages)"
            rows[name].append((who.name, score_cells(score.scores)))
    parts = [
        f"### {name}\n\n{table(found, 'extractor')}" for name, found in rows.items()
    ]
    return Section("labels", "Hand-made labels", "\n".join(parts))


def choose_dumps(chosen: str) -> tuple[str, ...]:
    """The dumps of a comma-separated list; empty for an empty one.

    Raises:
        ValueError: A name is unknown.
    """
    wanted = tuple(name for name in chosen.split(",") if name)
    unknown = [name for name in wanted if name not in DUMPS]
    if unknown:
        raise ValueError(f"no dump named {', '.join(unknown)}: {', '.join(DUMPS)}")
    return wanted
