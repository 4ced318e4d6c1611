"""Patterns that are compiled when they are first used.

A class of East Asian letters takes a millisecond to compile, so the modules that
read bylines, datelines and names would make up a third of the library's import.
"""

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "split", "sub")


class _Late:
    """Stands in for a pattern until one of its methods is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        """Compile the pattern and keep its methods, so that this runs only once."""
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update((each, getattr(compiled, each)) for each in _METHODS)
        return getattr(compiled, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what works as the compiled *pattern* and is compiled on first use.

    Args:
        pattern: A regular expression.
        flags: As for `re.compile`.

    Returns:
        An object with the methods of a compiled pattern. Only code of this
        library uses it: it is no `re.Pattern` for `isinstance`, nor is it the
        `re` of its matches.
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))
