"""Tests of the judging of bad input."""

import time
from pathlib import Path

import pytest
from benchmarks import mutations, robust

from articlekit.errors import EmptyInputError

PAGE = (
    b"<html><body><h1>Mill sold</h1><p>The mill was sold on Friday.</p></body></html>"
)


CASE = mutations.Case("half:mill/a", PAGE)


def raising(problem: BaseException) -> robust.Parse:
    """A parse that raises this."""

    def parse(_page: bytes | str, _url: str | None) -> str:
        raise problem

    return parse


def test_statuses_are_answers() -> None:
    """A parse that answers in time is no failure."""
    found = robust.check(CASE, lambda _page, _url: "ok")
    assert ("ok", None) == (found.answer, found.failure)


def test_input_errors_are_answers() -> None:
    """A refusal of bad input is no failure."""
    found = robust.check(CASE, raising(EmptyInputError()))
    assert ("EmptyInputError", None) == (found.answer, found.failure)


@pytest.mark.parametrize("problem", [KeyError("mill"), RecursionError(), MemoryError()])
def test_other_errors_are_failures(problem: Exception) -> None:
    """Anything else is a failure that says what it was and where it came from."""
    found = robust.check(CASE, raising(problem))
    assert found.failure is not None
    assert type(problem).__name__ in found.failure
    assert "test_robust.py" in found.failure


def test_a_slow_parse_is_a_failure() -> None:
    """A parse over fifty times the build, and over the floor, fails."""

    def slow(_page: bytes | str, _url: str | None) -> str:
        end = time.process_time() + 4 * robust.FLOOR
        while time.process_time() < end:
            pass
        return "ok"

    found = robust.check(CASE, slow)
    assert found.failure is not None
    assert "slow" in found.failure


def test_a_hang_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A parse that does not end is a failure of its own."""

    def hang(_page: bytes | str, _url: str | None) -> str:
        while True:
            pass

    monkeypatch.setattr(robust, "HANG", 0.05)
    found = robust.check(CASE, hang)
    assert found.failure is not None
    assert "HangError" in found.failure


def test_failures_are_told_and_saved(tmp_path: Path) -> None:
    """The reader gets the id at once, and the input in a file."""
    told: list[str] = []
    fail = raising(KeyError())
    tally = robust.run([CASE], parse=fail, save=tmp_path, told=told.append)
    assert (1, 1) == (tally.cases, len(tally.failures))
    assert "half:mill/a" in told[0]
    assert PAGE == (tmp_path / "half_mill_a.bytes").read_bytes()


def test_summary_names_the_slowest() -> None:
    """The slowest inputs are listed by their ratio."""
    tally = robust.Tally()
    for name, seconds in (("fast", 0.001), ("slow", 0.004)):
        tally.add(robust.Outcome(name, 10, seconds, 0.001, "ok"))
    text = robust.summary(tally)
    assert text.index("| slow |") < text.index("| fast |")
