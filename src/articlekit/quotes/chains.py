"""Quoted regions that are one quotation, since it runs on over paragraphs."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articlekit.quotes.lines import Lines
from articlekit.quotes.marks import Region
from articlekit.quotes.speakers import Place, place


class Chain(NamedTuple):
    """Regions that run on over paragraphs; mostly just one."""

    regions: tuple[Region, ...]
    first: Place
    last: Place


def chains(lines: Lines) -> Iterator[Chain]:
    """Yield the regions of the text, those that run on together."""
    pending: list[tuple[Region, Place]] = []
    for number, regions in lines.regions.items():
        line = lines.line(number)
        for region, index in zip(regions, line.quotes, strict=True):
            if pending and not region.continued:
                yield _chain(pending)
                pending = []
            spot = place(lines.text, (region.start, region.end), (number, index))
            pending.append((region, spot))
            if not region.runs_on:
                yield _chain(pending)
                pending = []
    if pending:
        yield _chain(pending)


def _chain(pending: Sequence[tuple[Region, Place]]) -> Chain:
    return Chain(tuple(r for r, _ in pending), pending[0][1], pending[-1][1])
