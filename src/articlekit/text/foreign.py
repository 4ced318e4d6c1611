"""The one place where code of other people runs.

A broken rule, profile or language of a plugin never ends a parse: whatever it raises
comes back as a value. Code that never returns is stopped by whoever runs the parse in a
process of its own.
"""

from collections.abc import Callable
from typing import TypeVar

import attrs

T = TypeVar("T")
R = TypeVar("R")


@attrs.frozen
class Failure:
    """What foreign code raised.

    Attributes:
        error: The exception.
    """

    error: BaseException

    @property
    def reason(self) -> str:
        """Its type and message."""
        return f"{type(self.error).__name__}: {self.error}"


def attempt(function: Callable[[T], R], argument: T) -> R | Failure:
    """Call *function* with *argument*; return what it returns, or what it raises."""
    try:
        return function(argument)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - this is the one place
        return Failure(error)
