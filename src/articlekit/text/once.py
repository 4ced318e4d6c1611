"""Attributes that are computed on first use.

`functools.cached_property` takes a lock before Python 3.12, which costs more than
most of what the stages and lookups of a page compute. They live in one thread.
"""

from collections.abc import Callable
from typing import Generic, Self, TypeVar, overload

S = TypeVar("S")
T = TypeVar("T")


class once(Generic[S, T]):  # noqa: N801 - it stands where `property` does
    """A `functools.cached_property` without its lock."""

    def __init__(self, make: Callable[[S], T]) -> None:
        """Take the method that computes the attribute."""
        self.make = make
        self.name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, instance: None, owner: type[S]) -> Self: ...

    @overload
    def __get__(self, instance: S, owner: type[S]) -> T: ...

    def __get__(self, instance: S | None, owner: type[S]) -> T | Self:
        """Compute the attribute and keep it in the instance's own dict."""
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.make(instance)
        return value
