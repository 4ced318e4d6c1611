"""A page that may be published: its form is kept, its prose is not."""

import re
import warnings
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from articlekit.testing.redact_data import redacted_literals, redacted_script
from articlekit.testing.redact_words import Redactor

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag
    from bs4.element import PageElement

_LOOKS_LIKE_MARKUP: Final = re.compile(
    r"<(?:!doctype|html|head|body|div|p|article|meta)\b", re.IGNORECASE
)
_ADDRESSES: Final = frozenset(
    "href src action formaction poster cite data-src data-href data-url data-original"
    " data-lazy-src data-original-src itemid content-url".split()
)
_PICTURE_SETS: Final = frozenset(("srcset", "data-srcset", "imagesrcset"))
_TEXTS: Final = frozenset(
    "alt title aria-label aria-description placeholder label summary abbr"
    " content value".split()
)
# Metas whose content is for machines.
_MACHINE_METAS: Final = re.compile(
    r"viewport|charset|robots|generator|theme-color|verification|locale|:type$|"
    r"_time$|date|time|card$|format-detection|app[-_:]?id|csp|referrer|color|"
    r":width$|:height$|language|http-equiv|token",
    re.IGNORECASE,
)
_SPACE: Final = re.compile(r"\s")
_JSON: Final = re.compile(r"\s*[\[{].*[\]}]\s*", re.DOTALL)


def redact(page: str | bytes, *, keep: Iterable[str] = ()) -> str:
    """Return *page* with its form kept and its prose replaced.

    Elements, class names, ids, dates, numbers, marks and the words that extraction
    goes by (labels of bylines and credits, agencies, months, function words) stay.
    All other words, also in attributes, JSON-LD, the state of apps and the paths of
    addresses, are replaced by generated ones of the same shape: the same word by the
    same, whatever the page. Programs, styles and comments are emptied.

    Args:
        page: HTML, or plain text; bytes are decoded as BeautifulSoup does.
        keep: Words that stay as well, e.g. a label that only this site uses.

    Returns:
        The page; HTML as libxml2 understood it, declared as UTF-8.
    """
    return redact_page(page, Redactor(tuple(keep)))


def redact_page(page: str | bytes, redactor: Redactor) -> str:
    """Return *page* redacted with *redactor*; see `redact`."""
    if isinstance(page, bytes):
        page = _decoded(page)
    if not _LOOKS_LIKE_MARKUP.search(page):
        return redactor.text(page)
    soup = _soup(page)
    _redact_tree(soup, redactor)
    return soup.encode("utf-8", formatter="minimal").decode("utf-8")


def _decoded(page: bytes) -> str:
    from bs4 import UnicodeDammit

    return UnicodeDammit(page, is_html=True).unicode_markup or ""


def soup_of(page: bytes) -> "BeautifulSoup":
    """Return the tree of a page, decoded as `redact` does."""
    return _soup(_decoded(page))


def _soup(page: str) -> "BeautifulSoup":
    from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning

    with warnings.catch_warnings():
        # XHTML says that it is XML, and is read as HTML all the same.
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        return BeautifulSoup(page, "lxml")


def _redact_tree(soup: "BeautifulSoup | Tag", redactor: Redactor) -> None:
    from bs4 import Tag

    for node in list(soup.descendants):
        if isinstance(node, Tag):
            _redact_attributes(node, redactor)
        else:
            _redact_string(node, redactor)


def _redact_string(node: "PageElement", redactor: Redactor) -> None:
    from bs4.element import Doctype, NavigableString, PreformattedString

    if not isinstance(node, NavigableString) or isinstance(node, Doctype):
        return
    if isinstance(node, PreformattedString):
        node.extract()  # comments, declarations, processing instructions
        return
    made = _in_its_place(node, redactor)
    if made != str(node):
        node.replace_with(type(node)(made))


def _in_its_place(node: "PageElement", redactor: Redactor) -> str:
    """Return what stands for a string: in a script its data, else its prose."""
    parent = node.parent
    name = parent.name if parent else ""
    if name == "script" and parent:
        kind = str(parent.get("type") or "")
        return redacted_script(
            str(node), kind, redactor, lambda inner: _fragment(inner, redactor)
        )
    if name == "style":
        return ""
    return redactor.text(str(node))


def _redact_attributes(tag: "Tag", redactor: Redactor) -> None:
    for name, value in list(tag.attrs.items()):
        if name.startswith("on") or name in ("srcdoc", "style"):
            del tag[name]
        elif isinstance(value, str) and value:
            made = _attribute(tag, name, value, redactor)
            if made != value:  # bs4 has strings of its own for charsets
                tag[name] = made


def _attribute(tag: "Tag", name: str, value: str, redactor: Redactor) -> str:
    if name in _PICTURE_SETS:
        return " ".join(map(redactor.url, value.split(" ")))
    if name in _ADDRESSES:
        return redactor.url(value)
    if name == "content":
        return _content(tag, value, redactor)
    if name in _TEXTS:
        return redactor.text(value)
    if name.startswith("data-") and _SPACE.search(value.strip()):
        return _data(value, redactor)
    return value


def _content(tag: "Tag", value: str, redactor: Redactor) -> str:
    what = (tag.get(key) for key in ("name", "property", "itemprop", "http-equiv"))
    name = " ".join(str(each) for each in what if each)
    if _MACHINE_METAS.search(name) or tag.get("charset"):
        return value
    plain = value.strip()
    is_address = "/" in plain and not _SPACE.search(plain)
    return redactor.url(value) if is_address else redactor.text(value)


def _data(value: str, redactor: Redactor) -> str:
    def inner(markup: str) -> str:
        return _fragment(markup, redactor)

    if _JSON.fullmatch(value):
        return redacted_literals(value, redactor, inner)
    return redactor.text(value)


def _fragment(markup: str, redactor: Redactor) -> str:
    """Redact markup that stands in a string of data."""
    soup = _soup(f"<div>{markup}</div>")
    _redact_tree(soup, redactor)
    inside = soup.div
    return inside.decode_contents() if inside else redactor.text(markup)
