"""The site's name where only its logo or its trail of links tells it."""

from collections.abc import Iterator, Mapping
from typing import Final, cast
from urllib.parse import urlsplit

from articlekit.fields.clues import Clues, has_any, strings
from articlekit.reading.structured import types_of
from articlekit.text.late import late
from articlekit.text.spaces import fold_spaces, same_key

_LOGO: Final = ("logo", "brand", "site-name", "sitename", "site-title", "masthead")
# What logos say beside the name: "Elm Times – Logo", "Zur Startseite von Elm Times".
_BESIDE: Final = late(
    r"(?i:^(?:(?:zur |zum )?(?:startseite|homepage|home ?page)(?: von| der| des)?|logo(?: von| der| des| de| du| di| of)?"
    r"|home(?: of)?|go to|back to|retour à l['’]accueil|accueil(?: de)?|till startsidan|ir a la portada|portada(?: de)?)(?=[\s:|–-]|$)"
    r"|(?:logo|startseite|homepage|home ?page|home|accueil)$)"
)
_EDGES: Final = " \t|:–—-·»«›"
_GENERIC: Final = frozenset(
    "home startseite accueil inicio início homepage start hem forside etusivu главная головна anasayfa trangchủ beranda utama"
    " ホーム トップ 首页 首頁 홈 الرئيسية หน้าแรก होम صفحۂاول zurstartseite tillstartsidan menu menü domů úvod stronagłówna kezdőlap acasă"
    " αρχική početna naslovnica domov avaleht sākums pradžia".split()
)
_MOST_LINKS, _LONGEST, _MOST_WORDS = 40, 45, 5


def _leads_home(clues: Clues, href: str) -> bool:
    """Say whether an address is that of the site's front page."""
    if href in {"/", "./", "index.html", "/index.html", "/home", "/index.php"}:
        return True
    if not href.startswith(("http://", "https://", "//")):
        return False
    try:
        parts = urlsplit(href[:200])
    except ValueError:
        return False
    home = parts.path in {"", "/"} and not parts.query
    return home and bool(clues.host) and (parts.hostname or "").endswith(clues.host)


def _bare(raw: str) -> str:
    """Return a name without what logos say beside it, "" where nothing is left."""
    name = _BESIDE.sub("", fold_spaces(raw[: 4 * _LONGEST])).strip(_EDGES)
    short = len(name) <= _LONGEST and len(name.split()) <= _MOST_WORDS
    key = same_key(name) if short else ""
    named = len(key) > 1 and key not in _GENERIC and ":" not in name
    return name if named else ""


def logo_names(clues: Clues) -> Iterator[tuple[str, str, bool]]:
    """Yield names of the site that its logo and its trail of links tell.

    Args:
        clues: The page.

    Yields:
        The name, where it was found, and whether class words call it a logo.
    """
    page = clues.page
    for picture in page.pictures[:10]:
        href = picture.link.attrs.get("href", "") if picture.link else ""
        name = _bare(picture.attrs.get("alt", "")) if href else ""
        if name and _leads_home(clues, href):
            yield name, "picture of the logo", True
    for mark in page.links[:_MOST_LINKS]:
        if not _leads_home(clues, mark.attrs.get("href", "")):
            continue
        keys = mark.key + (page.boxes.key[mark.box] if mark.box >= 0 else "")
        for raw in (page.text_of(mark)[: 4 * _LONGEST], mark.attrs.get("title", "")):
            if name := _bare(raw):
                yield name, "link to the front page", has_any(keys, _LOGO)
    yield from _from_trail(clues)


def _address(entry: Mapping[str, object]) -> str:
    """Return the address that an item of a trail leads to, or ""."""
    item = entry.get("item")
    if isinstance(item, Mapping):
        item = cast("Mapping[str, object]", item).get("@id")
    return item if isinstance(item, str) else ""


def _from_trail(clues: Clues) -> Iterator[tuple[str, str, bool]]:
    """Yield what the first item of the JSON-LD's trail is called."""
    for node in clues.page.structured.nodes:
        items = node.get("itemListElement")
        if "breadcrumblist" not in types_of(node) or not isinstance(items, list):
            continue
        first = next(iter(cast("list[object]", items)), None)
        if isinstance(first, Mapping):
            entry = cast("Mapping[str, object]", first)
            names = [*strings(entry.get("name")), *strings(entry.get("item"))]
            name = _bare(names[0]) if names else ""
            if name and "//" not in name:
                yield name, "BreadcrumbList", _leads_home(clues, _address(entry))
        return
