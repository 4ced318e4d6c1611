"""Speed: articlekit's CPU time by that of lxml's build of the same bytes."""

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import attrs
from lxml import etree

import articlekit
from articlekit.errors import InputError
from articlekit.model import Article
from benchmarks import generate
from benchmarks.corpora import page_bytes, page_url, read_pages
from benchmarks.costs import Cost, cost
from benchmarks.plot import Point, chart
from benchmarks.report import Section
from benchmarks.tables import Cells, table

SIZES: Final = (
    10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000,
)  # fmt: skip
"""Sizes of the generated pages, in characters."""

PICTURE: Final = "cost-per-byte.svg"

ALWAYS: Final = frozenset({"url", "status", "warnings", "evidence"})
"""Attributes that every parse sets; they cannot be asked for or are no work."""

Way = Callable[[bytes, str | None], object]


@attrs.frozen
class Sample:
    """CPU seconds of one page: lxml's build, and each way to parse it."""

    build: float
    ways: Mapping[str, float]


def ways() -> Mapping[str, Way]:
    """What is timed: name -> parse."""
    names = tuple(field.name for field in attrs.fields(Article))
    no_quotes = tuple(n for n in names if n != "quotes" and n not in ALWAYS)
    return {
        "whole parse": _parse(None),
        "without quotes": _parse(no_quotes),
        "title and published": _parse(("title", "published")),
    }


def _parse(fields: Sequence[str] | None) -> Way:
    return lambda page, url: articlekit.parse(page, url=url, fields=fields)


def build(page: bytes) -> object:
    """Lxml's own build of a tree."""
    return etree.fromstring(page, etree.HTMLParser(huge_tree=True))


def timed(run: Callable[[], object], rounds: int) -> float:
    """CPU seconds of a call, the best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best


def sample(page: bytes, url: str | None, *, rounds: int) -> Sample | None:
    """Times of a page; ``None`` where it is refused or lxml finds no element."""
    try:
        built = timed(lambda: build(page), rounds)
        taken = {
            name: timed(lambda way=way: way(page, url), rounds)  # type: ignore[misc]
            for name, way in ways().items()
        }
    except (InputError, etree.XMLSyntaxError):
        return None
    return Sample(built, taken)


def measure_corpora(
    corpora: Path, chosen: Sequence[str], *, rounds: int
) -> dict[str, list[Sample]]:
    """Samples of every page, by corpus; pages that are refused are left out."""
    found: dict[str, list[Sample]] = {}
    for name in chosen:
        sys.stderr.write(f"speed: {name}\n")
        corpus = corpora / name
        pages = read_pages(corpus)
        if not found and pages:  # lazy imports and lexicons are not a page's cost
            sample(page_bytes(corpus, pages[0]), page_url(pages[0]), rounds=1)
        taken = (
            sample(page_bytes(corpus, p), page_url(p), rounds=rounds) for p in pages
        )
        found[name] = [one for one in taken if one]
    return found


def report(corpora: Path, chosen: Sequence[str], *, rounds: int) -> Section:
    """The speed section: saved pages by corpus, and generated pages by size."""
    by_corpus = measure_corpora(corpora, chosen, rounds=rounds)
    rows: list[tuple[str, Cells]] = []
    everything = [one for samples in by_corpus.values() for one in samples]
    for name, samples in (*by_corpus.items(), ("all", everything)):
        rows += list(_rows(name, samples))
    sizes = _by_size(rounds)
    text = (
        "CPU time divided by that of `etree.fromstring(page, "
        "etree.HTMLParser(huge_tree=True))`; the best of "
        f"{rounds} rounds of each, page by page in one process.\n\n"
        f"{table(rows, 'pages')}\n"
        "Generated pages, by size:\n\n"
        f"{table([_size_row(size, one) for size, one in sizes], 'size')}\n"
        f"![CPU time a byte, by the size of the page]({PICTURE})\n"
    )
    return Section("speed", "Speed", text, {PICTURE: _picture(sizes)})


def _rows(name: str, samples: Sequence[Sample]) -> Iterator[tuple[str, Cells]]:
    for way in ways():
        spent = cost((one.ways[way], one.build) for one in samples)
        if spent:
            yield f"{name}: {way}", _cells(spent)


def _cells(spent: Cost) -> Cells:
    return {
        "pages": str(spent.pages),
        "ms a page": f"{spent.milliseconds:.2f}",
        "times lxml's build": f"{spent.ratio:.2f}",
        "median page": f"{spent.p50:.2f}",
        "p99 page": f"{spent.p99:.2f}",
        "worst page": f"{spent.worst:.1f}",
    }


def _by_size(rounds: int) -> list[tuple[int, Sample]]:
    """Samples of generated pages, with their sizes in bytes."""
    pages = [generate.page(size).encode() for size in SIZES]
    samples = [(len(page), sample(page, None, rounds=rounds)) for page in pages]
    return [(size, one) for size, one in samples if one]


def _size_row(size: int, found: Sample) -> tuple[str, Cells]:
    cells = {
        "lxml's build, ms": f"{1000 * found.build:.1f}",
        "ns a byte": f"{1e9 * found.ways['whole parse'] / size:.1f}",
    }
    ratios = {way: f"{spent / found.build:.2f}" for way, spent in found.ways.items()}
    return f"{size / 1000:,.0f} KB", cells | ratios


def _picture(sizes: Sequence[tuple[int, Sample]]) -> str:
    """The cost of a byte over the size of the page; flat is linear time."""
    lines: dict[str, list[Point]] = {
        "lxml's build": [(size, 1e9 * one.build / size) for size, one in sizes]
    }
    for way in ways():
        lines[way] = [(size, 1e9 * one.ways[way] / size) for size, one in sizes]
    return chart(lines, x="bytes of the page", y="ns of CPU time a byte")
