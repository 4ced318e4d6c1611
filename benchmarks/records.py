"""Reading values out of JSON objects whose shape nobody promises."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

Record = Mapping[str, object]


def read_lines(path: Path) -> tuple[Record, ...]:
    """The objects of a JSON-lines file; empty if there is no such file."""
    if not path.exists():
        return ()
    with path.open(encoding="utf-8") as lines:
        return tuple(json.loads(line) for line in lines if line.strip())


def text_of(record: Record, key: str) -> str:
    """A value as text; empty for a missing or empty one."""
    value = record.get(key)
    return str(value) if value else ""


def items_of(record: Record, key: str) -> tuple[object, ...]:
    """A value as several: a list's items, a lone value as one, none for ``None``."""
    value = record.get(key)
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def texts_of(record: Record, key: str) -> tuple[str, ...]:
    """A list of strings, or one string as a list of one; empty for a missing value.

    ``None`` in a list is an empty string.
    """
    return tuple("" if x is None else str(x) for x in items_of(record, key))


def numbers_of(record: Record, key: str) -> frozenset[int]:
    """A list of whole numbers as a set; empty for a missing value."""
    return frozenset(item for item in items_of(record, key) if isinstance(item, int))


def records_of(record: Record, key: str) -> tuple[Record, ...]:
    """A list of objects; empty for a missing value."""
    return tuple(mappings(items_of(record, key)))


def record_of(record: Record, key: str) -> Record:
    """An object; an empty one for a missing value."""
    value = record.get(key)
    return value if isinstance(value, Mapping) else {}


def whole_of(record: Record, key: str) -> int:
    """A whole number; 0 for a missing value."""
    value = record.get(key)
    return value if isinstance(value, int) else 0


def number_of(record: Record, key: str) -> float:
    """A number; 0 for a missing value."""
    value = record.get(key)
    return float(value) if isinstance(value, int | float) else 0.0


def mappings(values: Iterable[object]) -> Iterable[Record]:
    """The objects among values."""
    return (value for value in values if isinstance(value, Mapping))
