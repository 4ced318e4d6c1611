"""Robustness: nothing but `InputError`, and no page out of proportion to its build."""

import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final

import attrs
from lxml import etree

import articlekit
from articlekit.errors import InputError
from benchmarks.mutations import Case
from benchmarks.report import Section
from benchmarks.tables import table

FLOOR: Final = 0.005
"""Seconds that a parse may take however small the page."""

FACTOR: Final = 50
"""How many times its build a page may cost."""

HANG: Final = 60.0
"""Seconds after which a parse is given up."""

RETRIES: Final = 3
SLOWEST: Final = 10


Parse = Callable[[bytes | str, str | None], str]
"""Parses a page with its address; returns what to count it under."""


def parse(page: bytes | str, url: str | None) -> str:
    """Articlekit's whole parse; the article's status."""
    return str(articlekit.parse(page, url=url).status)


class HangError(BaseException):
    """A parse was given up; no ``except Exception`` may swallow it."""


@attrs.frozen
class Outcome:
    """What became of one input.

    Attributes:
        name: The case's id.
        size: Bytes of the input.
        seconds: CPU time of the parse.
        build: CPU time of lxml's build of the same bytes.
        answer: The article's status, or the name of the `InputError`.
        failure: What went wrong, with the last lines of our own code; else ``None``.
    """

    name: str
    size: int
    seconds: float
    build: float
    answer: str
    failure: str | None = None

    @property
    def ratio(self) -> float:
        """Time of the parse by that of the build, tiny builds taken as the floor's."""
        return self.seconds / max(self.build, FLOOR / FACTOR)


@attrs.define
class Tally:
    """Outcomes, added up as they come."""

    answers: Counter[str] = attrs.field(factory=Counter)
    failures: list[Outcome] = attrs.field(factory=list)
    slowest: list[Outcome] = attrs.field(factory=list)
    cases: int = 0

    def add(self, outcome: Outcome) -> None:
        """Take one outcome in."""
        self.cases += 1
        self.answers[outcome.answer] += 1
        if outcome.failure:
            self.failures.append(outcome)
        self.slowest.append(outcome)
        self.slowest.sort(key=lambda one: -one.ratio)
        del self.slowest[SLOWEST:]


def check(case: Case, parse: Parse = parse) -> Outcome:
    """Parse one input and judge it.

    A time over the limit is measured again a few times, and the least counts: another
    process may have been in the way.
    """
    outcome = _once(case, parse)
    for _ in range(RETRIES):
        if outcome.failure or not _too_slow(outcome):
            return outcome
        again = _once(case, parse)
        outcome = min(outcome, again, key=lambda one: one.ratio)
    limit = max(FACTOR * outcome.build, FLOOR)
    said = f"slow: {1000 * outcome.seconds:.1f} ms, allowed {1000 * limit:.1f} ms"
    return attrs.evolve(outcome, failure=said) if _too_slow(outcome) else outcome


def _too_slow(outcome: Outcome) -> bool:
    return outcome.seconds > max(FACTOR * outcome.build, FLOOR)


def _once(case: Case, parse: Parse) -> Outcome:
    built = _seconds(lambda: _build(case.markup))
    answer, failure = "", None
    start = time.process_time()
    try:
        with _time_limit(HANG):
            answer = parse(case.page, case.url)
    except InputError as problem:
        answer = type(problem).__name__
    except (Exception, HangError) as problem:
        answer = type(problem).__name__
        failure = _told(problem)
    seconds = time.process_time() - start
    return Outcome(case.name, len(case.raw), seconds, built, answer, failure)


def _seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def _build(raw: bytes) -> None:
    try:
        etree.fromstring(raw, etree.HTMLParser(huge_tree=True))
    except etree.XMLSyntaxError:  # nothing in it that lxml would call an element
        return


def _told(problem: BaseException) -> str:
    frames = traceback.extract_tb(problem.__traceback__)[-4:]
    where = " < ".join(
        f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames[::-1]
    )
    return f"{type(problem).__name__}: {str(problem)[:200]} ({where})"


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise `HangError` inside after some seconds, where the system can.

    By the clock on the wall: a timer of CPU time makes Linux count that time in ticks.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return
    previous = signal.signal(signal.SIGALRM, _give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


def _give_up(_number: int, _frame: FrameType | None) -> None:
    raise HangError(f"no answer after {HANG:.0f} s")


def run(
    cases: Iterable[Case],
    *,
    parse: Parse = parse,
    save: Path | None = None,
    told: Callable[[str], object] = sys.stdout.write,
) -> Tally:
    """Check every case; failures are told as they come.

    Args:
        cases: The inputs.
        parse: What is tried.
        save: Folder for the inputs that failed.
        told: Takes the lines for the reader.

    Returns:
        The outcomes.
    """
    tally = Tally()
    for case in cases:
        outcome = check(case, parse)
        tally.add(outcome)
        if outcome.failure:
            told(f"FAILED {case.name} ({outcome.size} bytes): {outcome.failure}\n")
            if save:
                _save(case, save)
        if tally.cases % 1000 == 0:
            sys.stderr.write(f"{tally.cases} cases, {len(tally.failures)} failures\n")
    return tally


def _save(case: Case, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    suffix = "bytes" if isinstance(case.page, bytes) else "str"
    name = case.name.replace("/", "_").replace(":", "_")
    (folder / f"{name}.{suffix}").write_bytes(case.raw)


def summary(tally: Tally) -> str:
    """What a run came to, for a terminal and for the page of figures."""
    answers = ", ".join(f"{name} {n}" for name, n in tally.answers.most_common())
    rows = [
        (
            one.name,
            {
                "bytes": str(one.size),
                "build, ms": f"{1000 * one.build:.2f}",
                "parse, ms": f"{1000 * one.seconds:.2f}",
                "ratio": f"{one.ratio:.1f}",
            },
        )
        for one in tally.slowest
    ]
    return (
        f"{tally.cases} inputs, {len(tally.failures)} failures. Answers: {answers}.\n\n"
        f"The slowest by their build (builds under {1e6 * FLOOR / FACTOR:.0f} µs count "
        f"as that):\n\n{table(rows, 'input')}"
    )


def section(tally: Tally, *, mutations: int, seed: int) -> Section:
    """The robustness section."""
    text = (
        "Every page of the collections (the broken ones too), its plain-text dump, its "
        f"first half, and {mutations:,} mutations (bytes flipped, cut, repeated, "
        f"spliced, inserted; seed {seed}). A failure is any exception but `InputError`, "
        f"or a parse over {FACTOR} times lxml's build of the same bytes (of a dump: "
        f"of the page that it was made of) and over {1000 * FLOOR:.0f} ms.\n\n{summary(tally)}"
    )
    return Section("robust", "Robustness", text)
