"""Work in a process of its own: a function that never returns is stopped there."""

import multiprocessing
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import Final, Generic, TypeVar, cast

import attrs

from articlekit.errors import ArticlekitError, RuleError
from articlekit.profiles.foreign import call_foreign

_T = TypeVar("_T")
_A = TypeVar("_A")
_START: Final = "start"
_END: Final = "\0end"
_FAILED: Final = "\0failed"

# Seconds in which a process has to begin: what it imports is nobody's fault.
_LEAST_START: Final = 60.0

Work = Callable[[_A, Callable[[str], None]], _T]
"""What is done: a module's function of an argument, and of what to call with the name
of each step before it is taken."""


@attrs.define(eq=False, str=False)
class WorkerError(ArticlekitError):
    """A worker process that was stopped, or ended by itself.

    Attributes:
        step: The step that it had begun.
        reason: What became of it.
    """

    step: str
    reason: str

    def __str__(self) -> str:
        """Return the message."""
        return f"{self.step}: {self.reason}"


@attrs.frozen
class Worker(Generic[_A, _T]):
    """Runs a function in a fresh process, and ends the process where it hangs.

    Attributes:
        work: A function of a module.
        seconds: How long one step may take.
    """

    work: Work[_A, _T]
    seconds: float

    def __call__(self, argument: _A) -> _T:
        """Return what the function returns.

        Args:
            argument: Anything that pickles.

        Raises:
            WorkerError: A step took too long, or the process died.
        """
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=_run, args=(self.work, argument, theirs), daemon=True
        )
        process.start()
        theirs.close()
        try:
            return self._wait(ours)
        finally:
            process.kill()
            process.join()
            ours.close()

    def _wait(self, pipe: "Connection[object, object]") -> _T:
        last = _START
        for step, result in _messages(pipe, self.seconds):
            if step == _END:
                return cast("_T", result)
            if step == _FAILED:
                raise WorkerError(last, str(result))
            last = step
        raise AssertionError  # the messages end with a result or an error


def _messages(
    pipe: "Connection[object, object]", seconds: float
) -> Iterator[tuple[str, object]]:
    step = _START
    while True:
        if not pipe.poll(max(seconds, _LEAST_START) if step == _START else seconds):
            raise WorkerError(step, f"did not end within {seconds:g} s")
        try:
            step, result = cast("tuple[str, object]", pipe.recv())
        except EOFError:
            reason = "the process ended without a word"
            raise WorkerError(step, reason) from None
        yield step, result


def _run(work: Work[_A, _T], argument: _A, pipe: "Connection[object, object]") -> None:
    def told(step: str) -> None:
        pipe.send((step, None))

    try:
        result = call_foreign(lambda given: work(given, told), argument)
    except RuleError as error:
        pipe.send((_FAILED, error.reason))
    else:
        pipe.send((_END, result))
