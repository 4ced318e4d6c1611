"""Values as plain dicts and JSON, and back.

A dict holds nothing but dicts, lists, str, int, float, bool and None. An enum is
its value, a date its ISO string ("2024-05-01", or with a time
"2024-05-01T09:30:00+02:00"), a tuple a list. A block carries `type`, a name of
`BLOCK_TYPES`; an article carries `schema`, the version of its form, and `text`,
which is written for those who read the dict and ignored when it is read back.

Reading is strict, since a dict may come from anywhere: a key that is unknown, a
value of a wrong type, an unknown block type or schema version is a `ValueError`
that names the place.
"""

import json
import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import GenericAlias
from typing import TYPE_CHECKING, Final, TypeVar, cast, get_args, get_origin

import attrs

from articlekit.model.article import Article
from articlekit.model.blocks import BLOCK_TYPES, Block, EntryBlock

if TYPE_CHECKING:
    from cattrs import Converter

SCHEMA_VERSION: Final = "1"

_T = TypeVar("_T")
_Dict = dict[str, object]
_Moment = datetime | date | None
_Structure = Callable[[object, object], object]

_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_MAX_REASONS: Final = 5
_MAX_SHOWN: Final = 40
_NAMES: Final = {cls: name for name, cls in BLOCK_TYPES.items()}


class _WrongShapeError(ValueError):
    """A value that is not what its place asks for; its message says so."""


def to_dict(value: object) -> _Dict:
    """Turn a value of the model into a dict of plain values.

    Args:
        value: An `Article`, `HeadlineList`, `Quote` or any other attrs value
            of `articlekit.model`.

    Returns:
        A new dict with every attribute as a key, in the order of the class;
        with `schema` first and `text` last for an article, and `type` first
        for a block.

    Raises:
        TypeError: *value* is no value of the model.
    """
    if not attrs.has(type(value)):
        raise TypeError(f"no value of the model: {type(value).__name__}")
    return cast("_Dict", _converter().unstructure(value))


def from_dict(cls: type[_T], data: object) -> _T:
    """Read a value from what `to_dict` returned, or from JSON of that form.

    Args:
        cls: Class of the value.
        data: A mapping. A key may be missing where its attribute has a default.

    Returns:
        The value; equal to the one that was written.

    Raises:
        ValueError: *data* has another form; the message names what is wrong
            and where, as "message @ $.path".
    """
    from cattrs import BaseValidationError, transform_error

    try:
        return _converter().structure(data, cls)
    except (BaseValidationError, _WrongShapeError) as error:
        reasons = transform_error(error, format_exception=_say)
    raise ValueError(_join(reasons))


def to_json(value: object, *, indent: int | None = None) -> str:
    """Write a value of the model as JSON.

    Text stands as it is. Only a lone surrogate, which no encoding can hold, is
    escaped, so that the result can always be written as UTF-8.

    Args:
        value: As for `to_dict`.
        indent: Spaces a level, or None for one line.

    Raises:
        ValueError: A number is not finite.
    """
    made = json.dumps(
        to_dict(value), ensure_ascii=False, allow_nan=False, indent=indent
    )
    if made.isascii():
        return made
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", made)


def from_json(cls: type[_T], text: str | bytes) -> _T:
    """Read a value from JSON that `to_json` wrote.

    Args:
        cls: Class of the value.
        text: The JSON; bytes are UTF-8, UTF-16 or UTF-32.

    Raises:
        ValueError: *text* is no JSON, or is of another form.
    """
    try:
        data: object = json.loads(text)
    except RecursionError:
        reason = "the JSON is nested too deeply @ $"
    else:
        return from_dict(cls, data)
    raise ValueError(reason)


@cache
def _converter() -> "Converter":
    """Build the converter: once, on first use, since cattrs costs time to load."""
    from cattrs import Converter

    made = Converter()
    _add_plain_values(made)
    _add_tuples(made)
    _add_classes(made)
    return made


def _add_plain_values(made: "Converter") -> None:
    """Read str, bool, int and float strictly; write and read enums and dates."""
    made.register_structure_hook(str, _read_str)
    made.register_structure_hook(bool, _read_bool)
    made.register_structure_hook(int, _read_int)
    made.register_structure_hook(float, _read_float)
    made.register_unstructure_hook(StrEnum, _write_enum)
    made.register_structure_hook(StrEnum, _read_enum)
    made.register_unstructure_hook_func(lambda cls: cls == _Moment, _write_moment)
    made.register_structure_hook_func(lambda cls: cls == _Moment, _read_moment)


def _add_tuples(made: "Converter") -> None:
    def write(cls: object) -> Callable[[object], object]:
        item = get_args(cls)[0]
        if item in (str, int):
            return cast("Callable[[object], object]", list)
        return cast(
            "Callable[[object], object]",
            made.gen_unstructure_iterable(cls, unstructure_to=list),
        )

    def read(cls: object) -> _Structure:
        items = cast("type[list[object]]", GenericAlias(list, get_args(cls)))

        def read_tuple(data: object, _: object) -> tuple[object, ...]:
            if not isinstance(data, list | tuple):
                raise _WrongShapeError(_expected("an array", data))
            return tuple(made.structure(data, items))

        return read_tuple

    made.register_unstructure_hook_factory(_is_tuple, write)
    made.register_structure_hook_factory(_is_tuple, read)


def _add_classes(made: "Converter") -> None:
    """Write and read attrs classes; blocks by their `type`."""
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

    def read(cls: type[attrs.AttrsInstance]) -> _Structure:
        attrs.resolve_types(cls)
        inner = cast("_Structure", make_dict_structure_fn(cls, made))
        return _reader(cls, inner)

    made.register_structure_hook_factory(attrs.has, read)
    made.register_structure_hook_func(_is_block_union, _union_reader(made))
    for name, cls in BLOCK_TYPES.items():
        attrs.resolve_types(cls)
        plain: Callable[[object], _Dict] = make_dict_unstructure_fn(cls, made)
        made.register_unstructure_hook(cls, _block_writer(name, plain))
    made.register_unstructure_hook_func(_is_block_union, made.unstructure)
    whole = make_dict_unstructure_fn(Article, made)
    made.register_unstructure_hook(Article, _article_writer(whole))


def _block_writer(
    name: str, plain: Callable[[object], _Dict]
) -> Callable[[object], _Dict]:
    return lambda block: {"type": name, **plain(block)}


def _article_writer(
    plain: Callable[[Article], _Dict],
) -> Callable[[Article], _Dict]:
    return lambda article: {
        "schema": SCHEMA_VERSION,
        **plain(article),
        "text": article.text,
    }


def _reader(cls: type[attrs.AttrsInstance], inner: _Structure) -> _Structure:
    """Make the reader of *cls* that also checks what the class does not hold."""
    fields: set[object] = {field.name for field in attrs.fields(cls)}
    marks: dict[str, object] = {}
    if cls is Article:
        fields.add("text")
        marks["schema"] = SCHEMA_VERSION
    elif cls in _NAMES:
        marks["type"] = _NAMES[cls]
    fields.update(marks)

    def read(data: object, _: object) -> object:
        if not isinstance(data, Mapping):
            raise _WrongShapeError(_expected("an object", data))
        _check_marks(cast("Mapping[object, object]", data), marks)
        _check_keys(cast("Mapping[object, object]", data), fields)
        return inner(cast("object", data), cls)

    return read


def _check_marks(data: Mapping[object, object], marks: Mapping[str, object]) -> None:
    for key, wanted in marks.items():
        if data.get(key, wanted) != wanted:
            raise _WrongShapeError(f"{key} is {_show(data[key])}, expected {wanted!r}")


def _check_keys(data: Mapping[object, object], known: set[object]) -> None:
    unknown = sorted(_show(key) for key in data if key not in known)
    if unknown:
        raise _WrongShapeError(f"unknown key {', '.join(unknown[:_MAX_REASONS])}")


def _union_reader(made: "Converter") -> _Structure:
    def read(data: object, union: object) -> object:
        if not isinstance(data, Mapping):
            raise _WrongShapeError(_expected("a block", data))
        name = cast("Mapping[str, object]", data).get("type")
        cls = BLOCK_TYPES.get(name) if isinstance(name, str) else None
        if cls is None or cls not in get_args(union):
            raise _WrongShapeError(f"unknown block type {_show(name)}")
        return made.structure(data, cls)

    return read


def _is_tuple(cls: object) -> bool:
    return get_origin(cls) is tuple


def _is_block_union(cls: object) -> bool:
    return cls in (Block, EntryBlock)


def _write_moment(value: _Moment) -> str | None:
    return None if value is None else value.isoformat()


def _read_moment(data: object, _: object) -> _Moment:
    if data is None:
        return None
    if not isinstance(data, str):
        raise _WrongShapeError(_expected("a date or null", data))
    try:
        if _DATE.fullmatch(data):
            return date.fromisoformat(data)
        if "T" in data:
            return datetime.fromisoformat(data)
    except ValueError:
        pass  # told below like every other string that is no date
    raise _WrongShapeError(_expected("an ISO date", data))


def _read_str(data: object, _: object) -> str:
    if isinstance(data, str):
        return data
    raise _WrongShapeError(_expected("a string", data))


def _read_bool(data: object, _: object) -> bool:
    if isinstance(data, bool):
        return data
    raise _WrongShapeError(_expected("true or false", data))


def _read_int(data: object, _: object) -> int:
    if isinstance(data, int) and not isinstance(data, bool):
        return data
    raise _WrongShapeError(_expected("an integer", data))


def _read_float(data: object, _: object) -> float:
    if isinstance(data, int | float) and not isinstance(data, bool):
        try:
            number = float(data)
        except OverflowError:
            number = math.inf
        if math.isfinite(number):
            return number
    raise _WrongShapeError(_expected("a finite number", data))


def _write_enum(member: StrEnum) -> str:
    return member.value


def _read_enum(data: object, cls: type[StrEnum]) -> StrEnum:
    for member in cls:
        if member.value == data:
            return member
    names = ", ".join(member.value for member in cls)
    raise _WrongShapeError(_expected(f"one of {names}", data))


def _expected(what: str, data: object) -> str:
    return f"expected {what}, not {_show(data)}"


def _show(data: object) -> str:
    """Name a value shortly, whatever it is and however large."""
    if data is None or isinstance(data, bool):
        return {None: "null", True: "true", False: "false"}[data]
    if isinstance(data, str):
        cut = data[:_MAX_SHOWN]
        return f"{cut!r}..." if len(data) > _MAX_SHOWN else repr(cut)
    if isinstance(data, float):
        return repr(data)
    return type(data).__name__


def _say(error: BaseException, _: object) -> str:
    """Word one error of a cattrs group."""
    return "required key missing" if isinstance(error, KeyError) else str(error)


def _join(reasons: list[str]) -> str:
    more = len(reasons) - _MAX_REASONS
    shown = "; ".join(reasons[:_MAX_REASONS])
    return f"{shown}; and {more} more" if more > 0 else shown
