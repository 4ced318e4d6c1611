"""Plain-text dumps of a page, as people make them before they look for the article."""

import importlib
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Final


def by_bs4(page: str) -> str:
    """BeautifulSoup's ``get_text`` by lines, scripts and styles taken out."""
    soup = _load("bs4").BeautifulSoup(page, "lxml")
    for tag in soup(["script", "style", "noscript", "template"]):
        tag.decompose()
    return str(soup.get_text("\n", strip=True))


def by_inscriptis(page: str) -> str:
    """Inscriptis' default layout."""
    return str(_load("inscriptis").get_text(page))


def by_html2text(page: str) -> str:
    """html2text without links, pictures, emphasis and line wrapping."""
    writer = _load("html2text").HTML2Text(bodywidth=0)
    writer.ignore_links = writer.ignore_images = writer.ignore_emphasis = True
    return str(writer.handle(page))


def _load(name: str) -> ModuleType:
    return importlib.import_module(name)


DUMPS: Final[Mapping[str, Callable[[str], str]]] = {
    "bs4": by_bs4,
    "inscriptis": by_inscriptis,
    "html2text": by_html2text,
}
"""Name of a way to dump a page -> the function that does it."""
