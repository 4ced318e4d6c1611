"""Feeds and sitemaps: XML read into plain values.

Nothing of the XML reaches out: entities are not resolved, nothing is fetched,
and libxml2's own limits on depth and size stay on.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple, cast

from lxml import etree

_NAMESPACES: Final = {
    "http://search.yahoo.com/mrss/": "media:",
    "http://search.yahoo.com/mrss": "media:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dc:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://www.google.com/schemas/sitemap-news/0.9": "news:",
    "http://www.google.com/schemas/sitemap-image/1.1": "image:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
}
_ENTRIES: Final = frozenset(("item", "entry", "url"))
_ROOTS: Final = frozenset(("rss", "feed", "rdf", "urlset", "channel"))
_DEEPEST: Final = 4
_MOST_FIELDS: Final = 200


class FeedField(NamedTuple):
    """An element of a feed.

    Attributes:
        name: Its name in lower case, with "media:", "dc:", "content:", "news:",
            "image:" or "itunes:" before it where it is of these vocabularies.
        text: Its own text without outer white space.
        attrs: Its attributes.
        parent: Name of the element around it.
    """

    name: str
    text: str
    attrs: dict[str, str]
    parent: str


class Feed(NamedTuple):
    """A feed as plain values.

    Attributes:
        kind: "rss", "feed" (Atom), "rdf" or "urlset" (sitemap).
        fields: What is said of the feed itself.
        entries: The fields of each entry, in order.
    """

    kind: str
    fields: tuple[FeedField, ...]
    entries: tuple[tuple[FeedField, ...], ...]


def _name(element: etree._Element) -> str:
    """Return the name of an element as `FeedField.name` has it."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    space, _, local = tag.rpartition("}")
    return _NAMESPACES.get(space[1:], "") + local.lower()


def _text(element: etree._Element) -> str:
    """Return the text of an element; of markup inside it, the text only."""
    if len(element) == 0:
        return (element.text or "").strip()
    return "".join(element.itertext()).strip()


def _fields(element: etree._Element, parent: str, depth: int) -> Iterator[FeedField]:
    """Yield the elements below *element* that are no entries."""
    for child in element:
        name = _name(child)
        if not name or name in _ENTRIES:
            continue
        inner = len(child) and depth < _DEEPEST
        text = (child.text or "").strip() if inner else _text(child)
        yield FeedField(name, text, {str(k): str(v) for k, v in child.items()}, parent)
        if inner and name != "channel":
            yield from _fields(child, name, depth + 1)


def _bounded(element: etree._Element) -> tuple[FeedField, ...]:
    """Return the fields of one entry, so many at most."""
    fields = _fields(element, _name(element), 0)
    return tuple(field for field, _ in zip(fields, range(_MOST_FIELDS), strict=False))


def read_feed(source: str | bytes) -> Feed | None:
    """Read RSS, RDF, Atom or a sitemap.

    Args:
        source: The document; a str is taken as decoded already.

    Returns:
        The feed, or None where the source is no such document.
    """
    data = source.encode("utf-8", "replace") if isinstance(source, str) else source
    parser = etree.XMLParser(
        encoding="utf-8" if isinstance(source, str) else None,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=True,
    )
    try:
        # What the stubs do not say: nothing comes of a page without elements.
        root = cast("etree._Element | None", etree.fromstring(data.lstrip(), parser))
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None or _name(root) not in _ROOTS:
        return None
    channel = next((c for c in root if _name(c) == "channel"), root)
    entries = (
        e for e in root.iter() if isinstance(e.tag, str) and _name(e) in _ENTRIES
    )
    parents = (root, channel)
    found = tuple(_bounded(e) for e in entries if e.getparent() in parents)
    return Feed(_name(root), _bounded(channel), found)
