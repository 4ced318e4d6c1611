"""JSON-LD `ItemList` -> headline items, for pages that show no list themselves."""

from collections.abc import Iterator, Mapping
from typing import Final, cast

from articlekit.headlines.addresses import STORY, path_kind
from articlekit.model.headline import HeadlineItem
from articlekit.model.moment import Moment
from articlekit.reading.page import Page
from articlekit.reading.structured import ARTICLE_TYPES, types_of
from articlekit.rules.hints import Hints
from articlekit.text.dates import read_moment
from articlekit.text.spaces import fold_spaces
from articlekit.text.urls import absolute, page_base, page_key, without_tracking

_LEAST: Final = 2
_Node = Mapping[str, object]


def _as_nodes(value: object) -> Iterator[_Node]:
    """Yield the objects in a value that is one or holds a list of them."""
    for part in cast("list[object]", value) if isinstance(value, list) else [value]:
        if isinstance(part, dict):
            yield cast("_Node", part)


def _text(node: _Node, *names: str) -> str | None:
    """Return the first of *names* that holds a text."""
    found = (node.get(name) for name in names)
    return next(
        (fold_spaces(v) for v in found if isinstance(v, str) and v.strip()), None
    )


def _address(value: object) -> str | None:
    """Return the address that a value is or names."""
    if isinstance(value, str):
        return value
    found = (_text(node, "url", "@id", "contentUrl") for node in _as_nodes(value))
    return next(filter(None, found), None)


def _picture(value: object) -> str | None:
    items = cast("list[object]", value) if isinstance(value, list) else [value]
    return _address(items[0]) if items else None


def _entries(page: Page) -> Iterator[_Node]:
    """Yield what the lists of a page hold."""
    for node in page.structured.nodes:
        if "itemlist" in types_of(node):
            for entry in _as_nodes(node.get("itemListElement")):
                inner = next(_as_nodes(entry.get("item")), None)
                yield {**entry, **inner} if inner else entry


def _is_story(entry: _Node, url: str) -> bool:
    """Say whether an entry is a story by its type or its address."""
    types = types_of(entry)
    if types & ARTICLE_TYPES:
        return True
    path = page_key(url).partition("/")[2]
    return types <= {"listitem", "webpage", "videoobject"} and path_kind(path) == STORY


def _moment(raw: str | None, hints: Hints) -> Moment | None:
    return read_moment(raw, timezone=hints.timezone, now=hints.now) if raw else None


def stated_items(page: Page, hints: Hints) -> tuple[HeadlineItem, ...]:
    """Read the stories that a page's JSON-LD lists.

    Args:
        page: An HTML page.
        hints: What the caller knows.

    Returns:
        Items in the order of the lists, each address once; empty where there
        are fewer than two.
    """
    base = page_base(page.url, page.base)
    found: dict[str, HeadlineItem] = {}
    for entry in _entries(page):
        title = _text(entry, "headline", "name")
        url = absolute(base, _address(entry.get("url")) or _text(entry, "@id", "item"))
        if title is None or url is None or not _is_story(entry, url):
            continue
        rank = len(found) + 1
        item = HeadlineItem(
            title=title,
            url=without_tracking(url),
            category=_text(entry, "articleSection"),
            published=_moment(_text(entry, "datePublished"), hints),
            summary=_text(entry, "description"),
            authors=tuple(
                n for a in _as_nodes(entry.get("author")) if (n := _text(a, "name"))
            ),
            thumbnail=absolute(base, _picture(entry.get("image"))),
            rank=rank,
            block_rank=rank,
        )
        found.setdefault(page_key(url), item)
    return tuple(found.values()) if len(found) >= _LEAST else ()
