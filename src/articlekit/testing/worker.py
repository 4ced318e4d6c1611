"""Work in a process of its own: a function that never returns is stopped there."""

from collections.abc import Callable
from typing import Generic, TypeVar, cast

import attrs

from articlekit.batch.process import NewsKind, Tell, Work, WorkerProcess, packed
from articlekit.errors import WorkerError

_T = TypeVar("_T")
_A = TypeVar("_A")


@attrs.frozen
class Worker(Generic[_A, _T]):
    """Runs a function in a fresh process, and ends the process where it hangs.

    Attributes:
        work: A function of a module. It is called with an argument, and with what
            to call with the name of each step before it is taken.
        seconds: How long one step may take.
    """

    work: Callable[[_A, Callable[[str], None]], _T]
    seconds: float

    def __call__(self, argument: _A) -> _T:
        """Return what the function returns.

        Args:
            argument: Anything that pickles.

        Raises:
            WorkerError: A step took too long, or the process died.
        """
        process = WorkerProcess(packed(self._made), seconds=self.seconds)
        try:
            return self._result(process, argument)
        finally:
            process.kill()

    def _made(self) -> Work:
        """Return the work; this runs in the process."""
        return cast("Callable[[object, Tell], object]", self.work)

    def _result(self, process: WorkerProcess, argument: _A) -> _T:
        step = "start"
        while True:
            news = process.next_news()
            if news.kind is NewsKind.ENDED:
                return cast("_T", news.value)
            if news.kind is NewsKind.TOLD:
                step = str(news.value)
            elif news.kind is not NewsKind.READY:
                raise WorkerError(step, str(news.value))
            else:
                process.send(argument)
