"""Regular expressions of rules, checked when a rule is built."""

import re
from typing import Final, Protocol

import attrs

from articlekit.errors import RuleError

LONGEST_TEXT: Final = 2_000
"""Characters of a text that patterns look at."""
_OPENS, _CLOSES, _ENDLESS = "(", ")", "*+"
# What matters for nesting: escapes and classes are one thing each.
_TOKEN: Final = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{\d*,\}|\{\d*(?:,\d+)?\}|[()*+?]|[^\\\[(){*+?]+|.",
    re.DOTALL,
)


def compiled(pattern: str, *, rule: str) -> re.Pattern[str]:
    """Compile *pattern*.

    Args:
        pattern: A regular expression of `re`.
        rule: The rule as written, for the error.

    Raises:
        RuleError: It is no regular expression, matches the empty text, or
            repeats something that is itself repeated without an end, which can
            take exponential time.
    """
    try:
        found = re.compile(pattern)
    except re.error as error:
        place = "" if error.pos is None else f" at {error.pos}"
        raise RuleError(None, rule, f"{error.msg}{place}") from error
    if found.fullmatch(""):
        raise RuleError(None, rule, "the pattern matches the empty text")
    if (at := _nested_repeat(pattern)) is not None:
        reason = (
            f"a repeat inside a repeat without end at {at}; give one of them a bound"
        )
        raise RuleError(None, rule, reason)
    return found


def _nested_repeat(pattern: str) -> int | None:
    """Return where a group that repeats without end is itself so repeated.

    A part that some other text has to follow in each round (a separator) makes
    such a pattern harmless; it is refused all the same, since a bound says the
    same thing.
    """
    endless = [False]  # for each open group: whether it holds an endless repeat
    closed = False  # whether the group that ends right here does
    for token in _TOKEN.finditer(pattern):
        text = token[0]
        repeats = text in _ENDLESS or (text[0] == "{" and text[-2:] == ",}")
        if repeats and closed:
            return token.start()
        closed = False
        if repeats:
            endless[-1] = True
        elif text == _OPENS:
            endless.append(False)
        elif text == _CLOSES and len(endless) > 1:
            closed = endless.pop()
            endless[-1] = endless[-1] or closed
    return None


class _Patterned(Protocol):
    @property
    def pattern(self) -> str: ...


def _of(rule: _Patterned) -> re.Pattern[str]:
    return compiled(rule.pattern, rule=str(rule))


COMPILED: Final = attrs.Factory(_of, takes_self=True)
"""Default of the attribute of a rule that holds its `pattern` compiled."""
