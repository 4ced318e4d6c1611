"""Feeds -> headline lists: RSS, RDF, Atom, JSON Feed and news sitemaps."""

import html
import json
import re
from collections.abc import Iterable, Mapping
from typing import Final, cast

import attrs

from articlekit.model.headline import HeadlineItem, HeadlineList
from articlekit.model.moment import Moment
from articlekit.reading.feeds import FeedField, read_feed
from articlekit.rules.hints import Hints
from articlekit.text.dates import read_moment
from articlekit.text.spaces import fold_spaces
from articlekit.text.urls import absolute, without_tracking

_HEAD: Final = 2_000
_XML: Final = re.compile(r"<(?:rss|feed|rdf:RDF|urlset)[\s>]", re.IGNORECASE)
_TAG: Final = re.compile(r"<[^<>]{0,4000}>")
_MAIL: Final = re.compile(r"^\S{1,200}@\S{1,200} \(([^()]{1,200})\)$")
_TITLES: Final = ("title", "news:title", "media:title")
_DATES: Final = (
    "pubdate", "published", "dc:date", "news:publication_date", "issued", "dc:created",
    "updated", "dc:modified",
)  # fmt: skip
_SUMMARIES: Final = ("description", "summary", "dc:description", "media:description")
_AUTHORS: Final = ("dc:creator", "author", "itunes:author")
_PICTURES: Final = ("media:thumbnail", "media:content", "enclosure", "image:loc")
_SECTIONS: Final = ("category", "dc:subject", "media:category")

_Fields = tuple[FeedField, ...]


def is_feed(source: str | bytes) -> bool:
    """Say whether *source* looks like a feed or sitemap; only its head is read."""
    head = (
        source[:_HEAD] if isinstance(source, str) else source[:_HEAD].decode("latin-1")
    )
    head = head.replace("\0", "")
    if "<!doctype html" in head.lower() or "<html" in head.lower():
        return False
    return bool(_XML.search(head)) or (
        head.lstrip("\ufeff ï»¿\r\n\t")[:1] == "{" and "jsonfeed.org" in head
    )


def parse_feed(source: str | bytes, hints: Hints) -> HeadlineList | None:
    """Read the stories of a feed.

    Args:
        source: RSS, RDF, Atom, JSON Feed or a news sitemap.
        hints: What the caller knows; `url` is that of the feed.

    Returns:
        The list, or None where the source is none of these. Entries without a
        title are left out.
    """
    start = source[:_HEAD].lstrip()
    if start[:1] in {"{", b"{"} or start[:4] == b"\xef\xbb\xbf{":
        return _json_feed(source, hints)
    feed = read_feed(source)
    if feed is None:
        return None
    items = [_item(fields, hints) for fields in feed.entries]
    links = [
        f for f in feed.fields if f.name == "link" and f.parent in {"feed", "channel"}
    ]
    return _list(
        items,
        hints,
        title=_plain(_first(feed.fields, ("title",))),
        next_url=_rel(links, "next"),
        feed=_rel(links, "self"),
    )


def _list(
    items: Iterable[HeadlineItem | None],
    hints: Hints,
    *,
    title: str | None,
    next_url: str | None,
    feed: str | None,
) -> HeadlineList:
    """Number the items and warn where there are none."""
    placed = tuple(_at(item, n) for n, item in enumerate(filter(None, items), 1))
    own = absolute(hints.url, feed)
    return HeadlineList(
        url=hints.url,
        title=title,
        items=placed,
        next_url=absolute(hints.url, next_url),
        feeds=(own,) if own else (),
        warnings=() if placed else ("empty-list",),
    )


def _at(item: HeadlineItem, rank: int) -> HeadlineItem:
    return attrs.evolve(item, rank=rank, block_rank=rank)


def _plain(text: str | None) -> str | None:
    """Return the text of what may be HTML, or None where it is empty."""
    if not text:
        return None
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "&" in text:
        text = html.unescape(text)
        if "<" in text:
            text = _TAG.sub(" ", text)
    return fold_spaces(text) or None


def _first(fields: Iterable[FeedField], names: tuple[str, ...]) -> str | None:
    """Return the text of the first of *names* that has one."""
    found = {f.name: f.text for f in reversed(tuple(fields)) if f.text}
    return next((found[name] for name in names if name in found), None)


def _rel(links: Iterable[FeedField], rel: str) -> str | None:
    return next((f.attrs.get("href") for f in links if f.attrs.get("rel") == rel), None)


def _address(fields: _Fields) -> str | None:
    """Return the address of an entry as written."""
    links = [f for f in fields if f.name == "link" and f.parent in {"item", "entry"}]
    for field in links:
        if field.attrs.get("rel", "alternate") == "alternate" and (
            href := field.attrs.get("href")
        ):
            return href
    if text := next((f.text for f in links if f.text), None):
        return text
    if loc := _first(fields, ("loc",)):
        return loc
    guid = next((f for f in fields if f.name in {"guid", "id"}), None)
    stated = guid is not None and guid.attrs.get("ispermalink", "true") != "false"
    return guid.text if guid and stated and guid.text.startswith("http") else None


def _picture(fields: _Fields) -> str | None:
    """Return the address of an entry's picture as written."""
    for name in _PICTURES:
        for field in fields:
            kind = field.attrs.get("type", "") or field.attrs.get("medium", "image")
            if field.name == name and kind.startswith("image"):
                return field.attrs.get("url") or field.text or None
    return None


def _authors(fields: _Fields) -> tuple[str, ...]:
    """Return the authors of an entry, each once."""
    names = [f.text for f in fields if f.name == "name" and f.parent == "author"]
    if not names:
        names = [f.text for f in fields if f.name in _AUTHORS]
    plain = (_plain(_MAIL.sub(r"\1", name)) for name in names)
    return tuple(dict.fromkeys(name for name in plain if name))


def _moment(raw: str | None, hints: Hints) -> Moment | None:
    if not raw:
        return None
    return read_moment(raw, language="en", timezone=hints.timezone, now=hints.now)


def _item(fields: _Fields, hints: Hints) -> HeadlineItem | None:
    """Read an entry; None where it has no title."""
    own = tuple(
        f
        for f in fields
        if f.parent
        in {"item", "entry", "url", "news:news", "media:group", "image:image", "author"}
    )
    title = _plain(_first((f for f in own if f.parent != "media:group"), _TITLES))
    if title is None:
        return None
    section = next(
        (f.attrs.get("term") or f.text for f in own if f.name in _SECTIONS), None
    )
    url = absolute(hints.url, _address(own))
    return HeadlineItem(
        title=title,
        url=without_tracking(url) if url else None,
        category=_plain(section),
        published=_moment(_first(own, _DATES), hints),
        summary=_plain(_first(own, _SUMMARIES)),
        authors=_authors(own),
        thumbnail=absolute(hints.url, _picture(own)),
    )


def _json_feed(source: str | bytes, hints: Hints) -> HeadlineList | None:
    """Read a JSON Feed; None where it is none."""
    try:
        loaded: object = json.loads(source)
    except (ValueError, RecursionError):
        return None
    if not isinstance(loaded, dict) or "items" not in loaded:
        return None
    data = cast("Mapping[str, object]", loaded)
    listed = data["items"]
    entries = cast("list[object]", listed) if isinstance(listed, list) else []
    return _list(
        [_json_item(e, hints) for e in entries],
        hints,
        title=_string(data, "title"),
        next_url=_string(data, "next_url"),
        feed=_string(data, "feed_url"),
    )


def _string(data: Mapping[str, object], *names: str) -> str | None:
    """Return the first of *names* that holds a text, as plain text."""
    found = (data.get(name) for name in names)
    return next((_plain(v) for v in found if isinstance(v, str) and v.strip()), None)


def _json_item(entry: object, hints: Hints) -> HeadlineItem | None:
    """Read an entry of a JSON Feed; None where it has no title."""
    if not isinstance(entry, dict):
        return None
    data = cast("Mapping[str, object]", entry)
    title = _string(data, "title")
    if title is None:
        return None
    tags = data.get("tags")
    first = cast("list[object]", tags)[0] if isinstance(tags, list) and tags else None
    url = absolute(hints.url, _string(data, "url", "external_url", "id"))
    return HeadlineItem(
        title=title,
        url=without_tracking(url) if url else None,
        category=_plain(first) if isinstance(first, str) else None,
        published=_moment(_string(data, "date_published", "date_modified"), hints),
        summary=_string(data, "summary"),
        authors=_json_authors(data),
        thumbnail=absolute(hints.url, _string(data, "image", "banner_image")),
    )


def _json_authors(data: Mapping[str, object]) -> tuple[str, ...]:
    """Return the authors of an entry of a JSON Feed."""
    several = data.get("authors")
    listed = (
        cast("list[object]", several)
        if isinstance(several, list)
        else [data.get("author")]
    )
    people = (cast("Mapping[str, object]", a) for a in listed if isinstance(a, dict))
    return tuple(name for a in people if (name := _string(a, "name")))
