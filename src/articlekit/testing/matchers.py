r"""Matchers: what to expect of a value without writing it out.

A matcher is a value of Python and a form of JSON, so that golden pages can hold it:

    contains("ferry", "pump")     {"$contains": ["ferry", "pump"]}
    matches(r"\d+ pounds")        {"$matches": "\\d+ pounds"}
    count(3), count(least=2)      {"$count": 3}, {"$count": {"least": 2}}
    approx(0.9, within=0.05)      {"$approx": 0.9, "within": 0.05}
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final, cast

import attrs

_SHOWN: Final = 60


@attrs.frozen
class Contains:
    """Text that holds each of some pieces, or a list that holds each of some values.

    Attributes:
        pieces: What is looked for.
    """

    pieces: tuple[object, ...]

    def explain(self, found: object) -> str | None:
        """Say why *found* does not match, or None."""
        from articlekit.testing.comparing import is_like

        if isinstance(found, str):
            missing = [each for each in self.pieces if str(each) not in found]
        elif isinstance(found, Sequence):
            items = cast("Sequence[object]", found)
            missing = [
                each
                for each in self.pieces
                if not any(is_like(each, item) for item in items)
            ]
        else:
            return f"neither text nor a list: {shown(found)}"
        return f"lacks {', '.join(map(shown, missing))}" if missing else None

    def to_json(self) -> dict[str, object]:
        """Return the form in JSON."""
        return {"$contains": list(self.pieces)}


@attrs.frozen
class Matches:
    """Text in which a pattern is found.

    Attributes:
        pattern: A regular expression; it may match anywhere.
    """

    pattern: str

    def __attrs_post_init__(self) -> None:
        """Check the pattern."""
        re.compile(self.pattern)

    def explain(self, found: object) -> str | None:
        """Say why *found* does not match, or None."""
        if not isinstance(found, str):
            return f"no text: {shown(found)}"
        if re.search(self.pattern, found):
            return None
        return f"{self.pattern!r} is not in {shown(found)}"

    def to_json(self) -> dict[str, object]:
        """Return the form in JSON."""
        return {"$matches": self.pattern}


@attrs.frozen
class Count:
    """A list of some length; what is missing counts as empty.

    Attributes:
        least: How many there are at least.
        most: How many at most, or None for no bound.
    """

    least: int
    most: int | None

    def explain(self, found: object) -> str | None:
        """Say why *found* does not match, or None."""
        if found is not None and not isinstance(found, Sequence):
            return f"no list: {shown(found)}"
        size = len(cast("Sequence[object]", found)) if found else 0
        if self.least <= size and (self.most is None or size <= self.most):
            return None
        return f"has {size}, expected {self._wanted()}"

    def _wanted(self) -> str:
        if self.least == self.most:
            return str(self.least)
        return f"{self.least} or more" if self.most is None else f"up to {self.most}"

    def to_json(self) -> dict[str, object]:
        """Return the form in JSON."""
        if self.least == self.most:
            return {"$count": self.least}
        bounds = {"least": self.least, "most": self.most}
        return {"$count": {k: v for k, v in bounds.items() if v is not None}}


@attrs.frozen
class Approx:
    """A number near another.

    Attributes:
        value: The number.
        within: How far away it may be.
    """

    value: float
    within: float

    def explain(self, found: object) -> str | None:
        """Say why *found* does not match, or None."""
        if isinstance(found, bool) or not isinstance(found, int | float):
            return f"no number: {shown(found)}"
        if abs(found - self.value) <= self.within:
            return None
        return f"{found:g} is not within {self.within:g} of {self.value:g}"

    def to_json(self) -> dict[str, object]:
        """Return the form in JSON."""
        return {"$approx": self.value, "within": self.within}


Matcher = Contains | Matches | Count | Approx
MATCHERS: Final = (Contains, Matches, Count, Approx)


def contains(*pieces: object) -> Contains:
    """Match text that holds each of *pieces*, or a list that holds each as an item."""
    return Contains(pieces)


def matches(pattern: str) -> Matches:
    """Match text in which *pattern* is found anywhere.

    Raises:
        re.error: *pattern* is no regular expression.
    """
    return Matches(pattern)


def count(
    exactly: int | None = None, *, least: int = 0, most: int | None = None
) -> Count:
    """Match lists by their length; `count(0)` also matches what is missing."""
    return Count(least, most) if exactly is None else Count(exactly, exactly)


def approx(value: float, *, within: float = 0.05) -> Approx:
    """Match numbers near *value*."""
    return Approx(value, within)


def read_matcher(data: object) -> Matcher | None:
    """Return the matcher that *data* is the JSON of, or None where it is a value.

    Raises:
        ValueError: A key begins with "$" and is no matcher, or its value is wrong.
    """
    if not isinstance(data, Mapping):
        return None
    form = cast("Mapping[str, object]", data)
    names = [key for key in form if key.startswith("$")]
    if not names:
        return None
    try:
        return _read(names[0], form)
    except (TypeError, KeyError, re.error) as error:
        raise ValueError(f"{names[0]} is not written as it should: {error}") from error


def _read(name: str, form: Mapping[str, object]) -> Matcher:
    value = form[name]
    if name == "$contains":
        pieces = cast("list[object]", value) if isinstance(value, list) else [value]
        return Contains(tuple(pieces))
    if name == "$matches":
        return matches(cast("str", value))
    if name == "$count":
        return _read_count(value)
    if name == "$approx":
        within = form.get("within", 0.05)
        return Approx(_number(value), _number(within))
    known = "$contains, $matches, $count, $approx"
    raise ValueError(f"no matcher is named {name}; there are {known}")


def _read_count(value: object) -> Count:
    if isinstance(value, Mapping):
        return count(**cast("Mapping[str, int]", value))
    if isinstance(value, int) and not isinstance(value, bool):
        return count(value)
    raise TypeError(f"no whole number: {shown(value)}")


def _number(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    raise TypeError(f"no number: {shown(value)}")


def shown(value: object) -> str:
    """Show *value* in one line, cut where it is long."""
    line = "nothing" if value in (None, "", [], ()) else repr(value)
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
