"""One extractor over the pages of one corpus, in a process of its own.

usage: python -m benchmarks.worker EXTRACTOR [CORPUS OUT.jsonl] [--split S] [--dump HOW]

Writes one JSON line a page with what was found, the CPU time it took and the CPU time
of lxml's build of the same bytes, taken just before; prints one JSON object that sums
up. Without a corpus it only imports the extractor. It needs nothing but the standard
library, lxml and the extractor.
"""

import argparse
import json
import logging
import resource
import sys
import time
import warnings
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from benchmarks.corpora import page_bytes, page_url, read_pages
from benchmarks.dumps import DUMPS
from benchmarks.extractors import FACTORIES, Extractor, Fields, decode
from benchmarks.records import Record

ERROR_LENGTH: Final = 300


def main(argv: list[str]) -> int:
    """Run the command line; returns the exit code."""
    options = _parser().parse_args(argv)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    start = time.process_time()
    extract = FACTORIES[options.extractor]()
    total: Fields = {"import_seconds": time.process_time() - start}
    if options.corpus:
        total |= _write(extract, options)
    total["peak_mb"] = peak_memory()
    total["versions"] = dict(_versions(options.package))
    sys.stdout.write(json.dumps(total) + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.worker")
    parser.add_argument("extractor", choices=tuple(FACTORIES))
    parser.add_argument("corpus", nargs="?", type=Path)
    parser.add_argument("out", nargs="?", type=Path)
    parser.add_argument("--split")
    parser.add_argument("--dump", choices=tuple(DUMPS))
    parser.add_argument("--package", action="append", default=[])
    return parser


def _versions(packages: list[str]) -> Iterator[tuple[str, str]]:
    for name in packages:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "working copy"


def _write(extract: Extractor, options: argparse.Namespace) -> Fields:
    """Write a line for each page; returns their number and that of the failures."""
    pages = read_pages(options.corpus, split=options.split)
    build = FACTORIES["lxml-parse"]()
    errors = 0
    with options.out.open("w", encoding="utf-8") as sink:
        for number, page in enumerate(pages):
            given = _given(options.corpus, page, options.dump)
            if number == 0:  # lazy imports and compiled patterns are not a page's cost
                _timed(build, given, None)
                _timed(extract, given, page_url(page))
            line = _line(page, _timed(build, given, None)[1])
            found, line["seconds"], error = _timed(extract, given, page_url(page))
            errors += error is not None
            line |= {"error": error, **found}
            sink.write(json.dumps(line, default=str) + "\n")
    return {"pages": len(pages), "errors": errors}


def _given(corpus: Path, page: Record, dump: str | None) -> bytes | str:
    raw = page_bytes(corpus, page)
    return DUMPS[dump](decode(raw)) if dump else raw


def _line(page: Record, build: float) -> Fields:
    return {"corpus": page.get("corpus"), "id": page["id"], "build": build}


def _timed(
    run: Extractor, page: bytes | str, url: str | None
) -> tuple[Fields, float, str | None]:
    """What a run found, the CPU time it took, and its error."""
    found: Fields = {}
    error = None
    start = time.process_time()
    try:
        found = run(page, url)
    except Exception as problem:  # a peer may raise anything
        error = f"{type(problem).__name__}: {problem}"[:ERROR_LENGTH]
    return found, time.process_time() - start, error


def peak_memory() -> float:
    """Most resident memory so far, in MB.

    Linux hands a parent's peak on to its children in `getrusage`; the kernel's own
    account of this process is asked first.
    """
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = next(x for x in status.splitlines() if x.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
