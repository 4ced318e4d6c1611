"""A process of its own for work that may never return, and what is heard of it.

It is started afresh ("spawn"), so it is safe beside threads, and ends with us. Whatever
becomes of it is news for whoever listens: what it tells, that it died, that it is late.
"""

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from multiprocessing.connection import Connection, wait
from typing import Final, TypeAlias, cast

import attrs

from articlekit.errors import ProfileError
from articlekit.text.foreign import Failure, attempt

# Seconds in which a process has to begin: what it imports is nobody's fault.
_LEAST_START: Final = 60.0
# Seconds that the system may take to say how a process ended.
_LAST_WORDS: Final = 5.0

Tell: TypeAlias = Callable[[object], None]
Work: TypeAlias = Callable[[object, Tell], object]
"""What is done with each argument that is sent: a function of a module, or an object of
one that can be called. What it tells on its way is heard at once."""


class NewsKind(Enum):
    """What is heard of a process."""

    READY = "ready"
    TOLD = "told"
    ENDED = "ended"
    FAILED = "failed"
    DIED = "died"
    LATE = "late"


@attrs.frozen
class News:
    """One thing that is heard of a process.

    Attributes:
        kind: READY once it may be sent something; TOLD while it works; ENDED when
            the work is done and it may be sent more. After FAILED (the work raised),
            DIED or LATE nothing more comes.
        value: What was told or returned; of the last three the reason, as text.
    """

    kind: NewsKind
    value: object = None


def packed(what: object) -> bytes:
    """Return *what* as it travels to another process.

    Raises:
        ProfileError: It cannot; what holds profiles may hold nameless functions.
    """
    try:
        return pickle.dumps(what)
    except (pickle.PicklingError, AttributeError, TypeError, RecursionError) as error:
        reason = f"cannot travel between processes: {error}; name functions in a module"
        raise ProfileError(reason) from error


class WorkerProcess:
    """A process that does one kind of work, on what it is sent, one after the other."""

    def __init__(self, work: bytes, *, seconds: float) -> None:
        """Start it.

        Args:
            work: What makes the `Work`, packed; it runs in the process, before
                anything is timed.
            seconds: How long it may be silent while it works.
        """
        self._seconds = seconds
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(work, theirs), daemon=True)
        try:
            self._process.start()
        finally:
            theirs.close()
        self.until = time.monotonic() + max(seconds, _LEAST_START)

    @property
    def places(self) -> tuple[object, ...]:
        """Where it shows that there is news."""
        return (self._pipe, self._process.sentinel)

    def send(self, argument: object) -> bool:
        """Give it something to do; it has to be waiting.

        Returns:
            False where it had died before, so that nothing was begun.
        """
        try:
            self._pipe.send(argument)
        except OSError:
            return False
        self.until = time.monotonic() + self._seconds
        return True

    def news(self) -> News | None:
        """Return what it has to say, or what has become of it; None for nothing new."""
        if self._pipe.poll():
            return self._received()
        if not self._process.is_alive():
            # What it said between our two questions counts, too.
            return self._received() if self._pipe.poll() else self._died()
        if time.monotonic() >= self.until:
            return News(NewsKind.LATE, f"did not end within {self._seconds:g} s")
        return None

    def next_news(self) -> News:
        """Wait for its news."""
        while True:
            listen((self,))
            if news := self.news():
                return news

    def kill(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.join()
        self._pipe.close()
        self._process.close()

    def _received(self) -> News:
        try:
            kind, value = cast("tuple[NewsKind, object]", self._pipe.recv())
        except (EOFError, OSError):
            return self._died()
        if kind is NewsKind.TOLD:
            self.until = time.monotonic() + self._seconds
        return News(kind, value)

    def _died(self) -> News:
        self._process.join(_LAST_WORDS)
        return News(NewsKind.DIED, _ending(self._process.exitcode))


def listen(processes: Iterable[WorkerProcess]) -> None:
    """Wait until one of *processes* has news; being late is news, too."""
    listed = tuple(processes)
    seconds = min(each.until for each in listed) - time.monotonic()
    places = [place for each in listed for place in each.places]
    wait(
        cast("list[int]", places),
        None if seconds == float("inf") else max(0.0, seconds),
    )


def _ending(code: int | None) -> str:
    """Say how a process ended that has this exit code; None is none yet."""
    if code is None:
        return "the process closed its pipe"
    if code >= 0:
        return f"the process ended by itself, with code {code}"
    known = {int(each): each.name for each in signal.Signals}
    return f"the process was ended by {known.get(-code, f'signal {-code}')}"


def _serve(made: bytes, pipe: "Connection[object, object]") -> None:
    """Work until the pipe is closed: what runs in the process itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it will end it
    sys.stdout = sys.stderr  # results may go where rules of other people print
    threading.Thread(target=_end_with_parent, daemon=True).start()

    def told(what: object) -> None:
        pipe.send((NewsKind.TOLD, what))

    work = attempt(_made, made)
    if isinstance(work, Failure):
        pipe.send((NewsKind.FAILED, work.reason))
        return
    pipe.send((NewsKind.READY, None))
    for argument in _arguments(pipe):
        found = attempt(lambda given: work(given, told), argument)
        if isinstance(found, Failure):
            pipe.send((NewsKind.FAILED, found.reason))
        else:
            pipe.send((NewsKind.ENDED, found))


def _made(packed_work: bytes) -> Work:
    make = cast("Callable[[], Work]", pickle.loads(packed_work))  # noqa: S301 - our own
    work = make()
    gc.freeze()  # what was loaded stays, so it need not be looked at again: 5 % of time
    return work


def _arguments(pipe: "Connection[object, object]") -> Iterator[object]:
    while True:
        try:
            yield pipe.recv()
        except EOFError:
            return


def _end_with_parent() -> None:
    """Wait for the end of the process that started us, which may come unforeseen."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
