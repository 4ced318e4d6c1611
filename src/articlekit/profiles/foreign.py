"""Rules and plugins of other people, called so that they end no parse.

Whatever it raises becomes a `RuleError`, which the caller turns into a warning:
a broken rule or plugin never ends a parse. Only a limit that the parse itself set
goes through. Code that never returns is stopped by whoever runs the parse in a
process of its own.
"""

from collections.abc import Callable
from typing import TypeVar

from articlekit.errors import LimitError, RuleError
from articlekit.rules.writing import written
from articlekit.text.foreign import Failure, attempt

T = TypeVar("T")
R = TypeVar("R")


def call_foreign(function: Callable[[T], R], argument: T) -> R:
    """Call *function* with *argument*.

    Raises:
        LimitError: The function ran into a limit of the parse.
        RuleError: The function raised anything else, or tried to end the process.
    """
    found = attempt(function, argument)
    if not isinstance(found, Failure):
        return found
    if isinstance(found.error, LimitError):
        raise found.error
    raise RuleError(None, written(function), found.reason) from found.error
