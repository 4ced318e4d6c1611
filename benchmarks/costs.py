"""What an extraction costs: CPU time by that of lxml's build, memory, import."""

from collections.abc import Iterable, Sequence

import attrs

from benchmarks.records import Record, number_of


@attrs.frozen
class Cost:
    """CPU time over pages.

    Attributes:
        pages: How many pages.
        milliseconds: Mean of a page.
        ratio: Total time by the total of lxml's builds of the same bytes.
        p50: Median of the pages' own ratios.
        p99: 99th percentile of the pages' own ratios.
        worst: Highest of the pages' own ratios.
    """

    pages: int
    milliseconds: float
    ratio: float
    p50: float
    p99: float
    worst: float


def cost(times: Iterable[tuple[float, float]]) -> Cost | None:
    """The cost of pages.

    Args:
        times: Seconds of the extraction and of the build, a pair a page.

    Returns:
        The cost; ``None`` without a page.
    """
    pairs = [(seconds, build) for seconds, build in times if build > 0]
    if not pairs:
        return None
    total = sum(seconds for seconds, _ in pairs)
    ratios = sorted(seconds / build for seconds, build in pairs)
    return Cost(
        pages=len(pairs),
        milliseconds=1000 * total / len(pairs),
        ratio=total / sum(build for _, build in pairs),
        p50=percentile(ratios, 0.5),
        p99=percentile(ratios, 0.99),
        worst=ratios[-1],
    )


def percentile(ordered: Sequence[float], share: float) -> float:
    """The value below which a share of an ordered, non-empty sequence lies."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def line_times(lines: Iterable[Record]) -> list[tuple[float, float]]:
    """Seconds and build seconds of the worker's lines."""
    return [(number_of(line, "seconds"), number_of(line, "build")) for line in lines]
