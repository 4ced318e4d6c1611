"""What stands between a verb of saying and one who may be its subject, as a letter."""

import re
from functools import cache
from typing import Final

# What may stand between a speaker and the verb after it, named by the group.
_LEFT: Final = re.compile(
    r"(?P<a>[AbT]{0,6})"
    r"|(?P<b>,[Ab]{0,4})"
    r"|(?P<d>_?\([^)]{0,12}\)[Ab,]{0,4})"
    r"|(?P<c>[Pp][^,.QVvKk;:]{0,20})"
    r"|(?P<e>[^.Q;:]{0,3},[^.Q;:]{0,40},[Ab]{0,4})"
    r"|(?P<j>,[DGrRPpMNBwJ#LEe,]{1,16})"
    r"|(?P<f>,?[WPp]?W[^.Q]{0,40})"
    r"|(?P<q>.{0,60}Q.{0,60})"
    r"|(?P<g>[^.]{0,40}C[Ab]{0,4})"
    r"|(?P<h>[^.]{0,40},[Ab]{0,4})"
    r"|(?P<s>[^.]{0,40}S[^.]{0,40})"
    r"|(?P<i>.{0,90})"
)
# What may stand between a verb and the speaker behind it.
_RIGHT: Final = re.compile(
    r"(?P<a>)|(?P<b>[bA-]{1,6})|(?P<c>[wXb#D]{1,4})|(?P<d>b{0,2}P.{0,3})|(?P<f>,.{0,4})"
)
# How many gaps are kept with their letters, and how long they are.
_KEPT: Final = 20_000
_LONG: Final = 60


class _Gaps(dict[str, str]):
    """Classes between a speaker and a verb to the letter of the group they match."""

    def __init__(self, pattern: re.Pattern[str], other: str) -> None:
        super().__init__()
        self.pattern = pattern
        self.other = other

    def __missing__(self, between: str) -> str:
        """Match *between*, and keep the letter; "" where nothing may stand."""
        match = self.pattern.fullmatch(between)
        letter = (match.lastgroup if match else None) or self.other
        if len(self) < _KEPT and len(between) < _LONG:
            self[between] = letter
        return letter


@cache
def gaps_on(side: str) -> _Gaps:
    """Return the letters of what stands on one side of a verb: a memo."""
    return _Gaps(_LEFT, "i") if side == "L" else _Gaps(_RIGHT, "")
