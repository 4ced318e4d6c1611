"""The seconds that are left for a page."""

import time

import attrs

from articlekit.errors import FetchTimeoutError


@attrs.define
class Clock:
    """Seconds that are left for a page.

    Attributes:
        url: The address that is being fetched, for the error.
        seconds: How many there were.
        started: When counting began.
    """

    url: str
    seconds: float
    started: float = attrs.Factory(time.monotonic)

    def wait(self, most: float | None = None) -> float:
        """Return the seconds to wait now, at most *most*.

        Raises:
            FetchTimeoutError: None are left.
        """
        left = self.started + self.seconds - time.monotonic()
        if left <= 0:
            raise FetchTimeoutError(self.url, self.seconds)
        return left if most is None else min(left, most)
