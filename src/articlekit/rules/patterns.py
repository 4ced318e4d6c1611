"""Regular expressions of rules, checked when a rule is built."""

import re
from typing import Final, Protocol

import attrs

from articlekit.errors import RuleError

LONGEST_TEXT: Final = 2_000
"""Characters of a text that patterns look at."""
_FEW: Final = 5
"""Rounds that something may take which matches in several ways."""
_TOKEN: Final = re.compile(
    r"(?P<one>\\.|\[\^?\]?(?:\\.|[^\]\\])*\])"
    r"|(?P<open>\((?:\?(?:P?<\w+>|P=|<?[=!]|[:>#]|[a-zA-Z-]+[:)]))?)"
    r"|(?P<close>\))|(?P<either>\|)"
    r"|(?P<repeat>[*+?]|\{\d*,?\d*\})[?+]?"
    r"|.",
    re.DOTALL,
)
_BOUNDS: Final = {"*": (0, None), "+": (1, None), "?": (0, 1)}


def compiled(pattern: str, *, rule: str) -> re.Pattern[str]:
    """Compile *pattern*.

    Args:
        pattern: A regular expression of `re`.
        rule: The rule as written, for the error.

    Raises:
        RuleError: It is no regular expression, matches the empty text, or
            repeats something that can match in several ways, which can take
            exponential time.
    """
    try:
        found = re.compile(pattern)
    except re.error as error:
        place = "" if error.pos is None else f" at {error.pos}"
        raise RuleError(None, rule, f"{error.msg}{place}") from error
    if found.fullmatch(""):
        raise RuleError(None, rule, "the pattern matches the empty text")
    if (at := _ambiguous_repeat(pattern)) is not None:
        reason = f"at {at} something is repeated that can match in several ways"
        hint = f"repeat a class such as [a-z ], or at most {_FEW} times"
        raise RuleError(None, rule, f"{reason}; {hint}")
    return found


def _bounds(repeat: str) -> tuple[int, int | None]:
    """Return the fewest and most rounds of a repeat; None is without end."""
    if repeat in _BOUNDS:
        return _BOUNDS[repeat]
    low, comma, high = repeat[1:-1].partition(",")
    fewest = int(low or 0)
    return fewest, (int(high) if high else None) if comma else fewest


def _ambiguous_repeat(pattern: str) -> int | None:
    """Return where a group is repeated that can match in several ways, or None.

    Such a pattern may try all ways of all rounds, which are more than can be
    counted. A text that has to follow in each round may make it harmless; it is
    refused all the same, since that cannot be told from the pattern's form.
    """
    several = [False]  # for each open group
    closed = False  # whether the group that ends right here can match in several
    for token in _TOKEN.finditer(pattern):
        kind, ended, closed = token.lastgroup, closed, False
        if kind == "open" and not token[0].endswith(")"):
            several.append(False)
        elif kind == "close" and len(several) > 1:
            closed = several.pop()
            several[-1] = several[-1] or closed
        elif kind == "either":
            several[-1] = True
        elif kind == "repeat" and token[0] != "{}":
            fewest, most = _bounds(token["repeat"])
            if ended and (most is None or most > _FEW):
                return token.start()
            several[-1] = several[-1] or fewest != most
    return None


class _Patterned(Protocol):
    @property
    def pattern(self) -> str: ...


def _of(rule: _Patterned) -> re.Pattern[str]:
    return compiled(rule.pattern, rule=str(rule))


COMPILED: Final = attrs.Factory(_of, takes_self=True)
"""Default of the attribute of a rule that holds its `pattern` compiled."""
