"""A first guess of what to expect of a page: what it gives now, in few words."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, cast

from articlekit.model import Article

DRAFTED: Final = (
    "title",
    "kicker",
    "dek",
    "byline",
    "authors",
    "agencies",
    "dateline",
    "published",
    "modified",
    "section",
    "tags",
    "language",
    "kind",
    "images",
    "text",
)
"""The fields that a new golden page records, where the page has them."""

# Nobody corrects these by hand, and the defaults say nothing.
_LEFT_OUT: Final = frozenset(("confidence", "line", "raw", "block", "cue"))
_DEFAULTS: Final[tuple[object, ...]] = (None, "", [], {}, False, "unknown")


def drafted(article: Article, *, fields: Iterable[str] = DRAFTED) -> dict[str, object]:
    """Return what *article* holds, as an author would write it down.

    Args:
        article: What a page gave.
        fields: Names of attributes of `Article`, or "text".

    Returns:
        The fields that hold anything: a date as its ISO string, an author
        without role as the name, the text as its lines.
    """
    data = article.to_dict()
    made = {name: _written(name, data.get(name)) for name in fields}
    return {name: value for name, value in made.items() if value not in _DEFAULTS}


def _written(name: str, value: object) -> object:
    return _WAYS.get(name, _pruned)(value)


def _moment(value: object) -> object:
    """Write a date as its ISO string; one that was not read as its words."""
    if not isinstance(value, Mapping):
        return None
    form = cast("Mapping[str, object]", value)
    return form["value"] or {"raw": form["raw"]}


def _authors(value: object) -> object:
    return [_author(each) for each in cast("list[dict[str, object]]", value)]


def _author(value: dict[str, object]) -> object:
    rest = {k: v for k, v in value.items() if k != "kind" or v != "person"}
    made = cast("dict[str, object]", _pruned(rest))
    return made["name"] if set(made) <= {"name", "url"} else made


def _images(value: object) -> object:
    """Keep of each picture what a reader sees of it."""
    seen = ("caption", "credit", "is_lead")
    made = [
        _pruned({key: image[key] for key in seen})
        for image in cast("list[dict[str, object]]", value)
    ]
    return made if any(made) else {"$count": len(made)} if made else None


def _text(value: object) -> object:
    return str(value).split("\n") if value else None


def _pruned(value: object) -> object:
    """Leave out what has no value, all the way down."""
    if isinstance(value, Mapping):
        form = cast("Mapping[str, object]", value)
        made = {k: _pruned(v) for k, v in form.items() if k not in _LEFT_OUT}
        return {k: v for k, v in made.items() if v not in _DEFAULTS}
    if isinstance(value, list):
        return [_pruned(each) for each in cast("list[object]", value)]
    return value


_WAYS: Final[Mapping[str, Callable[[object], object]]] = {
    "published": _moment,
    "modified": _moment,
    "authors": _authors,
    "images": _images,
    "text": _text,
}
