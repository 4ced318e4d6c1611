"""Values in JSON by a path of names: for JSON-LD and app state."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Final, cast

from articlekit.fields.clues import plain

_MOST: Final = 1_000
_EVERY: Final = "*"


def _below(value: object, step: str) -> Iterator[object]:
    """Yield what one step of a path leads to; lists are gone through."""
    if isinstance(value, Mapping):
        node = cast("Mapping[str, object]", value)
        if step == _EVERY:
            yield from node.values()
        elif step in node:
            yield node[step]
    elif isinstance(value, list):
        items = cast("list[object]", value)
        if step.isdecimal():
            yield from items[int(step) : int(step) + 1]
        elif step == _EVERY:
            yield from items
        else:
            for item in items[:_MOST]:
                yield from _below(item, step)


def follow(values: Iterable[object], steps: tuple[str, ...]) -> Iterator[object]:
    """Yield what *steps* lead to from each of *values*, at most 1,000 a step."""
    for step in steps:
        found = (inner for value in values for inner in _below(value, step))
        values = list(islice(found, _MOST))
    yield from values


def texts_of(values: Iterable[object]) -> Iterator[str]:
    """Yield *values* as texts: strings, numbers, and the names of objects."""
    for value in values:
        if isinstance(value, str):
            yield plain(value)
        elif isinstance(value, Mapping):
            node = cast("Mapping[str, object]", value)
            yield from texts_of([node.get("name") or node.get("@value")])
        elif isinstance(value, list):
            yield from texts_of(cast("list[object]", value)[:_MOST])
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield str(value)
