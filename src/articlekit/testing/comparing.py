"""What a page gave against what was expected of it.

Expected values are plain ones, as JSON holds them, and may say less than was found:
of a dict only its own keys are compared, a text stands for a value that has a text of
its own ("Nora Whitcombe" for an author, "2024-05-01" for a date), a list of texts for
the lines of a text. Lists are compared in full and in order.
"""

from collections.abc import Iterator, Mapping
from difflib import unified_diff
from typing import Final, cast

import attrs

from articlekit.testing.matchers import MATCHERS, Matcher, read_matcher, shown

# The key of a value that a plain text stands for, best first.
_PLAIN_KEYS: Final = ("value", "name", "title", "text", "raw")
_WORST: Final = 20


@attrs.frozen
class Difference:
    """One place where a page gave something else than expected.

    Attributes:
        path: The place, as "authors[0].name".
        reason: What is different, for reading.
    """

    path: str
    reason: str

    def __str__(self) -> str:
        """Return the place and the reason."""
        return f"{self.path}: {self.reason}"


def is_like(expected: object, found: object) -> bool:
    """Say whether *found* is what was *expected*."""
    return not any(True for _ in differences(expected, found, path=""))


def differences(expected: object, found: object, *, path: str) -> Iterator[Difference]:
    """Yield each place where *found* is not what was *expected*.

    Args:
        expected: A plain value, a matcher, or the JSON of one.
        found: A plain value, as `to_dict` writes it.
        path: The place of both.

    Raises:
        ValueError: A matcher of *expected* is wrong.
    """
    matcher = expected if isinstance(expected, MATCHERS) else read_matcher(expected)
    if matcher is not None:
        yield from _of_matcher(matcher, found, path)
    elif isinstance(expected, Mapping):
        yield from _of_dict(cast("Mapping[str, object]", expected), found, path)
    elif isinstance(expected, list):
        yield from _of_list(cast("list[object]", expected), found, path)
    elif expected != (plain := _plain_of(found)):
        yield Difference(path, f"expected {shown(expected)}, found {shown(plain)}")


def _of_matcher(matcher: Matcher, found: object, path: str) -> Iterator[Difference]:
    if reason := matcher.explain(_plain_of(found)):
        yield Difference(path, reason)


def _of_dict(
    expected: Mapping[str, object], found: object, path: str
) -> Iterator[Difference]:
    if not isinstance(found, Mapping):
        yield Difference(path, f"expected an object, found {shown(found)}")
        return
    given = cast("Mapping[str, object]", found)
    for key, value in expected.items():
        yield from differences(value, given.get(key), path=f"{path}.{key}")


def _of_list(expected: list[object], found: object, path: str) -> Iterator[Difference]:
    items = _items(found)
    if len(items) != len(expected) or all(isinstance(e, str) for e in expected):
        yield from _of_lines(expected, items, path)
        return
    for place, (one, other) in enumerate(zip(expected, items, strict=True)):
        yield from differences(one, other, path=f"{path}[{place}]")


def _of_lines(
    expected: list[object], items: list[object], path: str
) -> Iterator[Difference]:
    """Compare lists whose items read as lines, as a diff of them."""
    one, other = ([_line(each) for each in side] for side in (expected, items))
    if one == other:
        return
    lines = list(unified_diff(one, other, n=0, lineterm=""))[2:]
    changed = [f"{line[0]} {line[1:]}" for line in lines if line[0] in "-+"]
    shown_lines = "\n".join(f"    {line.rstrip()}" for line in changed[:_WORST])
    more = f"\n    and {len(changed) - _WORST} more" if len(changed) > _WORST else ""
    counts = f"expected {len(expected)}, found {len(items)}"
    yield Difference(path, f"{counts}\n{shown_lines}{more}")


def _items(found: object) -> list[object]:
    if isinstance(found, str):
        return list(found.split("\n")) if found else []
    return cast("list[object]", found) if isinstance(found, list) else []


def _line(value: object) -> str:
    plain = _plain_of(value)
    return plain if isinstance(plain, str) else repr(plain)


def _plain_of(found: object) -> object:
    """Return the text that stands for *found*, or *found* itself."""
    if not isinstance(found, Mapping):
        return found
    value = cast("Mapping[str, object]", found)
    return next((value[key] for key in _PLAIN_KEYS if key in value), value)
