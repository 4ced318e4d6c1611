"""Command line of the benchmarks.

usage: python -m benchmarks --corpora DIR [options]          articlekit and its peers
       python -m benchmarks speed --corpora DIR [options]    time by lxml's own build
       python -m benchmarks robust --corpora DIR [options]   bad input by the thousand
       python -m benchmarks quotes --quotes DIR [options]    quotations and speakers

Exit codes: 0 measured, 1 a robustness failure, 2 wrong use or nothing to measure.
"""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

import attrs

from benchmarks import corpora
from benchmarks.compare import (
    Plan,
    Runner,
    choose_dumps,
    compare,
    compare_dumps,
    compare_labels,
)
from benchmarks.envs import EnvironmentFailure
from benchmarks.peers import choose
from benchmarks.report import Section, keep, write
from benchmarks.runs import WorkerFailure, contestant, ours

MEASURED: Final = 0
FAILED: Final = 1
WRONG_USE: Final = 2

QUOTE_PROJECTS: Final = ("PolNeAR", "WikiNews in German with attributed speech", "ADAQ")
"""Who publishes articles with annotated quotations."""


class NothingToMeasure(Exception):  # noqa: N818 - an ending, told to the user
    """There is no corpus; the message names who publishes some."""


def main(argv: Sequence[str]) -> int:
    """Run a mode; returns the exit code."""
    mode = argv[0] if argv and argv[0] in MODES else COMPARE
    options = _parser(mode).parse_args(argv[1:] if argv and argv[0] in MODES else argv)
    try:
        return MODES[mode](options)
    except (NothingToMeasure, ValueError, EnvironmentFailure, WorkerFailure) as problem:
        sys.stderr.write(f"{problem}\n")
        return WRONG_USE


def _parser(mode: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"python -m benchmarks {'' if mode == COMPARE else mode}".rstrip(),
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--out", type=Path, default=Path("docs/benchmarks.md"))
    parser.add_argument("--envs", type=Path, default=Path(".bench-envs"))
    parser.add_argument("--split", help="only pages of this split")
    if mode == "quotes":
        parser.add_argument("--quotes", type=Path, help="folder of annotated articles")
        parser.add_argument("--folds", type=Path, help="weights by fold, 0 to 3")
        return parser
    parser.add_argument("--corpora", type=Path, help="folder of corpora")
    parser.add_argument("--corpus", help="names, by commas; all if left out")
    _ADDERS[mode](parser)
    return parser


def _add_compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--peers", default="all", help="names, by commas; all or none")
    parser.add_argument("--dump", default="", help="bs4,inscriptis,html2text")
    parser.add_argument("--labels", type=Path, help="folder of hand-made labels")
    parser.add_argument(
        "--reuse", action="store_true", help="keep what earlier runs of peers left"
    )


def _add_speed(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rounds", type=int, default=3, help="the best round counts")


def _add_robust(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--mutations", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dump", default="bs4", help="bs4,inscriptis,html2text")
    parser.add_argument("--only", help="the id of one input, to run it again")
    parser.add_argument("--save", type=Path, help="folder for inputs that fail")


def _chosen(options: argparse.Namespace) -> tuple[str, ...]:
    """The corpora to measure.

    Raises:
        NothingToMeasure: There is none.
    """
    present = corpora.names(options.corpora) if options.corpora else ()
    wanted = options.corpus.split(",") if options.corpus else present
    missing = [name for name in wanted if name not in present]
    if not present or missing:
        projects = "\n".join(f"  {n}: {p}" for n, p in corpora.PROJECTS.items())
        said = f"no corpus {', '.join(missing)}" if missing else "no corpus"
        raise NothingToMeasure(
            f"{said} (--corpora DIR). Saved pages with labels are published by\n{projects}"
        )
    return tuple(wanted)


def _finish(options: argparse.Namespace, *sections: Section) -> None:
    folder = options.envs / "sections"
    keep(sections, folder)
    write(options.out, folder, corpora.PROJECTS.values())
    for section in sections:
        sys.stdout.write(f"{section.title}\n\n{section.text}\n")


def _compare(options: argparse.Namespace) -> int:
    chosen = _chosen(options)
    dumps, peers = choose_dumps(options.dump), choose(options.peers)

    runner = Runner(
        corpora=options.corpora,
        runs=options.envs / "runs",
        split=options.split,
        reuse=options.reuse,
    )
    mine = Plan(runner, chosen, ours()[:1])
    theirs = tuple(contestant(peer, options.envs) for peer in peers)
    _finish(options, *compare(attrs.evolve(mine, contestants=(*ours(), *theirs))))
    if dumps:
        _finish(options, compare_dumps(mine, dumps))
    if options.labels:
        _finish(options, compare_labels(mine, options.labels))
    return MEASURED


def _speed(options: argparse.Namespace) -> int:
    from benchmarks import speed

    chosen = _chosen(options)
    _finish(options, speed.report(options.corpora, chosen, rounds=options.rounds))
    return MEASURED


def _robust(options: argparse.Namespace) -> int:
    from benchmarks import mutations, robust

    sources = mutations.read_sources(options.corpora, _chosen(options))
    if options.only:
        case = mutations.by_name(sources, options.only, seed=options.seed)
        tally = robust.run([case], save=options.save)
        sys.stdout.write(robust.summary(tally))
        return FAILED if tally.failures else MEASURED
    cases = mutations.cases(
        sources,
        dumps=choose_dumps(options.dump),
        mutations=options.mutations,
        seed=options.seed,
    )
    tally = robust.run(cases, save=options.save)
    _finish(
        options,
        robust.section(tally, mutations=options.mutations, seed=options.seed),
    )
    return FAILED if tally.failures else MEASURED


def _quotes(options: argparse.Namespace) -> int:
    if not options.quotes or not any(options.quotes.glob("*.jsonl")):
        projects = ", ".join(QUOTE_PROJECTS)
        raise NothingToMeasure(f"no articles (--quotes DIR); published by {projects}")
    from benchmarks import speech_run

    _finish(options, speech_run.report(options.quotes, options.split, options.folds))
    return MEASURED


COMPARE: Final = "compare"
MODES: Final[Mapping[str, Callable[[argparse.Namespace], int]]] = {
    COMPARE: _compare,
    "speed": _speed,
    "robust": _robust,
    "quotes": _quotes,
}
_ADDERS: Final[Mapping[str, Callable[[argparse.ArgumentParser], None]]] = {
    COMPARE: _add_compare,
    "speed": _add_speed,
    "robust": _add_robust,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
