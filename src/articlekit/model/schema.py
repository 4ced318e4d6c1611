"""The JSON Schema of an article's dict, made from the classes of the model.

The shipped `schema.json` is what `build_schema` returns; a test compares the two.
Write it anew after a change of the model:

    python -m articlekit.model.schema > src/articlekit/model/schema.json
"""

import inspect
import json
import re
import types
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from importlib.resources import files
from typing import Final, cast, get_args, get_origin

import attrs

from articlekit.model.article import Article
from articlekit.model.blocks import BLOCK_TYPES
from articlekit.model.dicts import SCHEMA_VERSION
from articlekit.model.headline import HeadlineList

_Schema = dict[str, object]

_DATE: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_ZONE: Final = r"[+-][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{6})?)?"
_TIME: Final = r"[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{6})?"
_PLAIN: Final[dict[object, _Schema]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    types.NoneType: {"type": "null"},
    date: {"type": "string", "pattern": f"^{_DATE}$"},
    datetime: {"type": "string", "pattern": f"^{_DATE}T{_TIME}({_ZONE})?$"},
}
_ENTRY: Final = re.compile(r" {4}(\w+): ")
_TEXT: Final = "The running text: blocks joined by one newline; ignored when read."


def load_schema() -> dict[str, object]:
    """Read the JSON Schema (draft 2020-12) that ships with the package.

    Returns:
        A new dict. The schema is that of `Article.to_dict()`; those of the
        other classes stand under `$defs`.
    """
    text = files("articlekit.model").joinpath("schema.json").read_text("utf-8")
    return cast("_Schema", json.loads(text))


def build_schema() -> dict[str, object]:
    """Make the JSON Schema of `Article.to_dict()` from the model's classes."""
    found: dict[str, _Schema] = {}
    _add_class(Article, found)
    _add_class(HeadlineList, found)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:articlekit:article:{SCHEMA_VERSION}",
        "title": "Article",
        "$ref": "#/$defs/Article",
        "$defs": dict(sorted(found.items())),
    }


def _add_class(cls: type[attrs.AttrsInstance], found: dict[str, _Schema]) -> None:
    """Describe *cls*, and every class that it names, under its name in *found*."""
    made: _Schema = {}
    found[cls.__name__] = made  # before its fields, which may lead back here
    notes = _read_notes(cls.__doc__ or "")
    attrs.resolve_types(cls)
    properties = _add_marks(
        cls,
        {
            field.name: {
                "description": notes[field.name],
                **_of_field(field.name, field.type, found),
            }
            for field in attrs.fields(cls)
        },
    )
    made.update(
        description=(cls.__doc__ or "").partition("\n")[0],
        type="object",
        properties=properties,
        required=list(properties),
        additionalProperties=False,
    )


def _add_marks(
    cls: type[attrs.AttrsInstance], properties: dict[str, _Schema]
) -> dict[str, _Schema]:
    """Add what the dict of *cls* holds beside its attributes."""
    names = [name for name, block in BLOCK_TYPES.items() if block is cls]
    if names:
        return {"type": {"const": names[0]}, **properties}
    if cls is Article:
        mark: _Schema = {"const": SCHEMA_VERSION, "description": "Version of the form."}
        text: _Schema = {"description": _TEXT, "type": "string"}
        return {"schema": mark, **properties, "text": text}
    return properties


def _of_field(name: str, kind: object, found: dict[str, _Schema]) -> _Schema:
    if name == "confidence":
        return {"type": "number", "minimum": 0, "maximum": 1}
    return _of_type(kind, found)


def _of_type(kind: object, found: dict[str, _Schema]) -> _Schema:
    if kind in _PLAIN:
        return _PLAIN[kind]
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _of_type(get_args(kind)[0], found)}
    if isinstance(kind, types.UnionType):
        return _of_union(get_args(kind), found)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"enum": [member.value for member in kind]}
    return _of_class(cast("type[attrs.AttrsInstance]", kind), found)


def _of_class(cls: type[attrs.AttrsInstance], found: dict[str, _Schema]) -> _Schema:
    if cls.__name__ not in found:
        _add_class(cls, found)
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _of_union(kinds: Iterable[object], found: dict[str, _Schema]) -> _Schema:
    """Describe a choice; one of plain types in the short form of a type list."""
    choices = [_of_type(kind, found) for kind in kinds]
    if all(choice.keys() == {"type"} for choice in choices):
        return {"type": [choice["type"] for choice in choices]}
    return {"anyOf": choices}


def _read_notes(docstring: str) -> dict[str, str]:
    """Read the descriptions of the attributes from a class's docstring."""
    notes: dict[str, list[str]] = {}
    lines = inspect.cleandoc(docstring).partition("Attributes:\n")[2].splitlines()
    for line in lines:
        entry = _ENTRY.match(line)
        if entry:
            notes[entry[1]] = [line[entry.end() :]]
        elif notes and line.strip():
            notes[next(reversed(notes))].append(line.strip())
    return {name: " ".join(parts) for name, parts in notes.items()}


if __name__ == "__main__":
    print(json.dumps(build_schema(), indent=2))  # noqa: T201  # a program's result
