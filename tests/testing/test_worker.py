"""Work in a process of its own."""

import os
import time
from collections.abc import Callable

import pytest

from articlekit.errors import WorkerError
from articlekit.testing.worker import Worker

Tell = Callable[[str], None]


def double(number: int, tell: Tell) -> int:
    """Return twice the number."""
    tell("doubling")
    return 2 * number


def sleep(seconds: float, tell: Tell) -> None:
    """Take a quick step, and then a long one."""
    tell("quick")
    tell("slow")
    time.sleep(seconds)


def die(code: int, tell: Tell) -> None:
    """End the process."""
    tell("last words")
    os._exit(code)


def fail(reason: str, tell: Tell) -> None:
    """Raise an error."""
    tell("failing")
    raise ValueError(reason)


def test_result_comes_back() -> None:
    """What the function returns is returned."""
    assert 42 == Worker(double, 30)(21)


def test_hanging_step() -> None:
    """A step that takes too long is ended, and named."""
    start = time.monotonic()
    with pytest.raises(WorkerError, match=r"^slow: did not end within 2 s$"):
        Worker(sleep, 2)(100.0)
    assert time.monotonic() - start < 90


def test_process_that_dies() -> None:
    """A process that ends by itself is told with its last step."""
    with pytest.raises(WorkerError, match="last words: the process ended"):
        Worker(die, 30)(3)


def test_error() -> None:
    """What the function raises is told, without a traceback."""
    with pytest.raises(WorkerError, match="failing: ValueError: no reason"):
        Worker(fail, 30)("no reason")
