"""Running workers: which interpreter, which corpus, what it wrote."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import attrs

from benchmarks.costs import Cost, cost, line_times
from benchmarks.envs import environment
from benchmarks.peers import Peer
from benchmarks.records import Record, number_of, read_lines, record_of, whole_of

ROOT: Final = Path(__file__).resolve().parent.parent
IMPORT_RUNS: Final = 3


class WorkerFailure(Exception):  # noqa: N818 - the worker's fault, not the caller's
    """A worker ended without a result."""


@attrs.frozen
class Contestant:
    """An extractor with the interpreter that runs it.

    Attributes:
        name: What tables call it.
        extractor: Key in `benchmarks.extractors.FACTORIES`.
        python: The interpreter of its environment.
        package: The distribution whose version counts.
    """

    name: str
    extractor: str
    python: Path
    package: str


@attrs.frozen
class Run:
    """What a contestant did on a corpus.

    Attributes:
        name: The contestant's.
        corpus: Name of the corpus.
        lines: One a page.
        errors: How many pages raised.
        peak_mb: Most resident memory of the process.
        versions: Distribution -> version, in the contestant's environment.
    """

    name: str
    corpus: str
    lines: tuple[Record, ...]
    errors: int
    peak_mb: float
    versions: Record

    @property
    def cost(self) -> Cost | None:
        """CPU time by lxml's build."""
        return cost(line_times(self.lines))


def ours() -> tuple[Contestant, ...]:
    """Articlekit, in this interpreter: without profiles, and as it comes."""
    python = Path(sys.executable)
    return (
        Contestant("articlekit, generic", "articlekit-generic", python, "articlekit"),
        Contestant("articlekit", "articlekit", python, "articlekit"),
    )


def contestant(peer: Peer, envs: Path) -> Contestant:
    """A peer, its environment made if need be."""
    python = environment(envs, peer)
    return Contestant(peer.name, peer.extractor, python, peer.distribution)


def run_corpus(
    who: Contestant,
    corpus: Path,
    out: Path,
    *,
    options: Sequence[str] = (),
    reuse: bool = False,
) -> Run:
    """Run a contestant over a corpus in a process of its own.

    Args:
        who: The contestant.
        corpus: Folder of the corpus.
        out: Where the worker's lines go; its summary lies beside it.
        options: More options for the worker.
        reuse: Take what an earlier run left there.

    Returns:
        The run.

    Raises:
        WorkerFailure: The worker ended without a result.
    """
    summary = out.with_suffix(".sum.json")
    if not (reuse and out.exists() and summary.exists()):
        out.parent.mkdir(parents=True, exist_ok=True)
        total = work(who, str(corpus.absolute()), str(out.absolute()), *options)
        summary.write_text(json.dumps(total), encoding="utf-8")
    total = json.loads(summary.read_text(encoding="utf-8"))
    return Run(
        name=who.name,
        corpus=corpus.name,
        lines=read_lines(out),
        errors=whole_of(total, "errors"),
        peak_mb=number_of(total, "peak_mb"),
        versions=record_of(total, "versions"),
    )


def import_seconds(who: Contestant) -> float:
    """CPU time of a contestant's import in a fresh interpreter, the best of a few."""
    runs = (number_of(work(who), "import_seconds") for _ in range(IMPORT_RUNS))
    return min(runs)


def work(who: Contestant, *arguments: str) -> Record:
    """Run one worker and return what it sums up.

    Raises:
        WorkerFailure: It ended without a result.
    """
    packages = (f"--package={name}" for name in (who.package, "lxml"))
    command = [str(who.python), "-m", "benchmarks.worker", who.extractor]
    command += [*arguments, *packages]
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    # compiled modules are kept, as they are where a package is installed
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        command,
        env={**env, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise WorkerFailure(f"{who.name}: {done.stderr.strip()[-500:]}")
    total: Record = json.loads(done.stdout.splitlines()[-1])
    return total
