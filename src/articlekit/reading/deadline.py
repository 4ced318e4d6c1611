"""The time that a parse may take."""

from time import monotonic

from articlekit.errors import LimitError


class Deadline:
    """A bound in time, checked between stages and in long loops."""

    __slots__ = ("_end", "_seconds", "_start")

    def __init__(self, seconds: float) -> None:
        """Start the clock; *seconds* from now is too late."""
        self._seconds = seconds
        self._start = monotonic()
        self._end = self._start + seconds

    def check(self) -> None:
        """Raise where the time is over.

        Raises:
            LimitError: The limit is named "deadline".
        """
        now = monotonic()
        if now > self._end:
            raise LimitError("deadline", self._seconds, now - self._start)
