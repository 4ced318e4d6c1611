"""Many pages, each to a result of its own."""

import multiprocessing
import os
from collections.abc import Collection, Generator, Iterable, Iterator
from contextlib import closing

from articlekit.api import Profiles
from articlekit.batch.crew import Crew, Outcome
from articlekit.batch.process import packed
from articlekit.batch.values import BatchPage, Failed, Result
from articlekit.batch.work import Numbered, Reading
from articlekit.extract import wanted_fields
from articlekit.profiles.installed import InstalledProfiles
from articlekit.rules.limits import DEFAULT_LIMITS, Limits


def parse_many(
    pages: Iterable[BatchPage | Failed],
    *,
    workers: int | None = None,
    timeout: float = 30.0,
    ordered: bool = True,
    retry_without_profiles: bool = True,
    profiles: Profiles = None,
    fields: Collection[str] | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Generator[Result, None, None]:
    """Parse many pages, each to a `Parsed` or a `Failed`; none ends the batch.

    Pages are taken as they are needed, so there may be more than memory holds. The
    processes end with the generator: when it is exhausted, closed, or left by an
    exception.

    Args:
        pages: The pages; a `Failed` among them is passed on in its place.
        workers: How many processes parse; None is one for each processor we may
            use, 0 is none but this one, where a page that never ends cannot be
            stopped. They are started afresh, so a script that uses them begins its
            work under `if __name__ == "__main__":`.
        timeout: Seconds that one page may take until its process is stopped;
            `math.inf` for any time.
        ordered: Whether results come in the order of the pages, or as they are
            ready. In order, one slow page can hold up the others.
        retry_without_profiles: Whether a page that hangs or crashes is read once
            more, without profiles. Its article then has the warning
            "profile-stopped"; it has failed where that ends no better.
        profiles: As for `articlekit.parse`; functions in them have to be those of a
            module, so that they can be found in another process.
        fields: As for `articlekit.parse`.
        limits: As for `articlekit.parse`.

    Returns:
        One result a page. What *pages* itself raises is raised after the results
        of the pages before.

    Raises:
        ValueError: *workers* or *timeout* is out of range, or *fields* names no
            attribute of `Article`.
        ProfileConflictError: Two of *profiles* claim one host.
        ProfileError: *profiles* cannot travel to another process.
        WorkerError: While results are taken: a process cannot even begin.
        TypeError: While results are taken: one of *pages* is something else.
    """
    if not timeout > 0:
        raise ValueError(f"timeout is a number of seconds above 0, not {timeout}")
    wanted_fields(fields)
    reading = Reading(
        _lookup(profiles),
        fields=None if fields is None else tuple(fields),
        limits=limits,
    )
    size = _size(workers)
    numbered = _numbered(pages)
    if not size:
        return _here(reading, numbered)
    crew = Crew(
        packed(reading.work),
        size,
        timeout,
        is_ordered=ordered,
        tries_again=retry_without_profiles and profiles != (),
    )
    outcomes = crew.read(numbered)
    return _in_order(outcomes) if ordered else _as_ready(outcomes)


def _size(workers: int | None) -> int:
    """Return how many processes are wanted."""
    if workers is not None and workers < 0:
        raise ValueError(f"workers is a number of processes, not {workers}")
    if workers != 0 and multiprocessing.current_process().daemon:
        raise ValueError("this process may start no others; use workers=0")
    if workers is not None:
        return workers
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _lookup(profiles: Profiles) -> Profiles:
    """Return *profiles* so that their table of hosts is built once."""
    if not profiles or isinstance(profiles, InstalledProfiles):
        return profiles
    from articlekit.profiles.registry import Registry

    return Registry.of(profiles)


def _numbered(pages: Iterable[BatchPage | Failed]) -> Iterator[Numbered]:
    for number, page in enumerate(pages):
        if not isinstance(page, BatchPage | Failed):
            raise TypeError(f"page {number} is no BatchPage but {type(page).__name__}")
        yield Numbered(number, page)


def _here(reading: Reading, pages: Iterable[Numbered]) -> Generator[Result, None, None]:
    """Yield the results of pages that this process reads."""
    for page in pages:
        yield reading.read(page)


def _as_ready(
    outcomes: Generator[Outcome, None, None],
) -> Generator[Result, None, None]:
    with closing(outcomes):
        for _, result in outcomes:
            yield result


def _in_order(
    outcomes: Generator[Outcome, None, None],
) -> Generator[Result, None, None]:
    """Hold each result back until those of all pages before are out."""
    held: dict[int, Result] = {}
    wanted = 0
    with closing(outcomes):
        for number, result in outcomes:
            held[number] = result
            while wanted in held:
                yield held.pop(wanted)
                wanted += 1
