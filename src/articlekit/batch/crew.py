"""Several processes that share the pages of a batch.

Each is given a handful of pages and tells the result of one after the other, so it is
known which page it was at when it hung or died: that one alone has failed, the rest of
the handful goes to another process.
"""

import sys
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from typing import Final, TypeAlias, cast

import attrs

from articlekit.batch.process import News, NewsKind, WorkerProcess, listen
from articlekit.batch.values import BatchPage, Failed, FailureKind, Result
from articlekit.batch.work import Numbered
from articlekit.errors import WorkerError
from articlekit.text.foreign import Failure, attempt

# A handful: few enough to be shared fairly and to be held in memory, and enough for
# the process not to wait for us after each page.
_MOST_PAGES: Final = 16
_MOST_CHARACTERS: Final = 1 << 20
# How many pages may be taken after the oldest that is not done, a process.
_AHEAD: Final = 4 * _MOST_PAGES

_KINDS: Final = {NewsKind.LATE: FailureKind.TIMEOUT, NewsKind.FAILED: FailureKind.ERROR}

# Once one has begun, so many in a row may fail to, as where memory is short.
_MOST_TRIES: Final = 3

# The usual cause: the new process runs the script anew, and with it this call.
_GUARD: Final = '; does the script begin under `if __name__ == "__main__":`?'

Outcome: TypeAlias = tuple[int, Result]


class _Line:
    """The pages that wait: those that were taken back, then those of the caller."""

    def __init__(self, pages: Iterator[Numbered]) -> None:
        self._pages = pages
        self._back: deque[Numbered] = deque()
        self._taken = 0
        self._trouble: Failure | None = None

    def handful(self, most: int, last: int) -> deque[Numbered]:
        """Take pages, at most so many and none after the number *last*."""
        taken: deque[Numbered] = deque()
        room = _MOST_CHARACTERS
        while len(taken) < most and room > 0:
            page = self._next(last)
            if page is None:
                break
            taken.append(page)
            room -= _length(page)
        return taken

    def take_back(self, pages: Iterable[Numbered]) -> None:
        """Put pages before all others."""
        self._back.extendleft(reversed(tuple(pages)))

    def oldest(self) -> int:
        """Return the lowest number that may still be taken."""
        return min((page.number for page in self._back), default=self._taken)

    def check(self) -> None:
        """Raise what the caller's pages raised."""
        if self._trouble:
            raise self._trouble.error

    def _next(self, last: int) -> Numbered | None:
        if self._back:
            return self._back.popleft()
        if self._trouble or self._taken > last:
            return None
        found = attempt(lambda pages: next(pages, None), self._pages)
        if isinstance(found, Failure):
            self._trouble = found
            return None
        self._taken += found is not None
        return found


def _length(numbered: Numbered) -> int:
    return len(numbered.page.source) if isinstance(numbered.page, BatchPage) else 0


@attrs.define(eq=False)
class _Lane:
    """One process, and the pages in its hands.

    Attributes:
        process: The process.
        pages: What it was given and has not told of; it is at the first.
        given: How many it was given, these among them.
        has_begun: Whether it has taken any.
    """

    process: WorkerProcess
    pages: deque[Numbered]
    given: int = attrs.Factory(lambda self: len(self.pages), takes_self=True)
    has_begun: bool = False


@attrs.define(eq=False)
class Crew:
    """Processes that share pages; each is started when there is a page for it.

    Attributes:
        work: What makes the work of each, packed.
        size: The most processes at a time.
        seconds: How long one page may take.
        is_ordered: Whether none may be far ahead of the others.
        tries_again: Whether the page that lost a process is read without profiles.
    """

    work: bytes
    size: int
    seconds: float
    is_ordered: bool
    tries_again: bool
    _lanes: list[_Lane] = attrs.field(factory=list[_Lane], init=False)
    _tries: int = attrs.field(default=1, init=False)

    def read(self, pages: Iterator[Numbered]) -> Generator[Outcome, None, None]:
        """Yield the result of each page with its number, as they are ready.

        Raises:
            WorkerError: A process cannot even begin.
        """
        line = _Line(pages)
        outcomes: list[Outcome] = []
        try:
            while True:
                self._share(line)
                yield from outcomes
                if not self._busy:
                    break
                outcomes = self._hear(line)
            line.check()
        finally:
            for lane in self._lanes:
                lane.process.kill()

    @property
    def _busy(self) -> tuple[_Lane, ...]:
        return tuple(lane for lane in self._lanes if lane.pages)

    def _share(self, line: _Line) -> None:
        """Give pages to all who wait, and start processes while there are more."""
        for lane in tuple(self._lanes):
            if not lane.pages:
                lane.pages = self._handful(line, lane.given)
                lane.given += len(lane.pages)
                self._send(lane, line)
        while len(self._lanes) < self.size and (pages := self._handful(line, 0)):
            process = WorkerProcess(self.work, seconds=self.seconds)
            self._lanes.append(_Lane(process, pages))

    def _handful(self, line: _Line, given: int) -> deque[Numbered]:
        """Take the next pages for a process: one at first, then more and more."""
        last = sys.maxsize
        if self.is_ordered:
            oldest = min(
                line.oldest(), *(lane.pages[0].number for lane in self._busy), last
            )
            last = oldest + _AHEAD * self.size
        return line.handful(min(given + 1, _MOST_PAGES), last)

    def _send(self, lane: _Lane, line: _Line) -> None:
        if lane.pages and not lane.process.send(tuple(lane.pages)):
            self._drop(lane, line)

    def _drop(self, lane: _Lane, line: _Line) -> None:
        """End a process; its pages go back."""
        lane.process.kill()
        self._lanes.remove(lane)
        line.take_back(lane.pages)
        lane.pages.clear()

    def _hear(self, line: _Line) -> list[Outcome]:
        busy = self._busy
        listen(lane.process for lane in busy)
        return [outcome for lane in busy for outcome in self._news_of(lane, line)]

    def _news_of(self, lane: _Lane, line: _Line) -> Iterator[Outcome]:
        while lane.pages and (news := lane.process.news()):
            if news.kind is NewsKind.TOLD:
                yield lane.pages.popleft().number, cast("Result", news.value)
            elif news.kind is NewsKind.READY:
                lane.has_begun = True
                self._tries = _MOST_TRIES
                self._send(lane, line)
            elif news.kind is not NewsKind.ENDED:
                if lane.has_begun:
                    yield from self._hit(lane, news)
                else:
                    self._check_start(news)
                self._drop(lane, line)

    def _hit(self, lane: _Lane, news: News) -> Iterator[Outcome]:
        """Give up the page that a lost process was at, or have it read again."""
        hit = lane.pages.popleft()
        if self.tries_again and hit.lost is None:
            lane.pages.appendleft(attrs.evolve(hit, lost=str(news.value)))
        else:
            yield _failed(hit, news)

    def _check_start(self, news: News) -> None:
        """Raise where a process could not begin, and others do no better."""
        self._tries -= 1
        if self._tries <= 0:
            hint = _GUARD if news.kind is NewsKind.DIED else ""
            raise WorkerError("start", f"{news.value}{hint}")


def _failed(hit: Numbered, news: News) -> Outcome:
    """Return the result of the page that a process was at when it was lost."""
    kind = _KINDS.get(news.kind, FailureKind.CRASH)
    return hit.number, Failed(hit.key, kind, kind.value, str(news.value))
