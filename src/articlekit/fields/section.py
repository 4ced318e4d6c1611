"""The section that an article stands in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, cast

from articlekit.fields.clues import Clues, plain, strings
from articlekit.fields.contest import Candidate, Finding, decide
from articlekit.fields.site import plain_letters, site_keys
from articlekit.fields.title import find_title, headline_block
from articlekit.reading.structured import types_of
from articlekit.text.names import every, is_cjk
from articlekit.text.spaces import same_key
from articlekit.text.urls import host_of, path_of

_METAS: Final = (
    ("article:section", 0.62),
    ("og:article:section", 0.5),
    ("parsely-section", 0.5),
    ("section", 0.45),
    ("article.section", 0.45),
    ("sailthru.section", 0.4),
    ("cxenseparse:section", 0.4),
    ("category", 0.4),
    ("dc.subject", 0.15),
    ("bt:moduleheading", 0.2),
)
_LD, _CRUMB, _SHOWN_CRUMB, _PATH, _LABEL = 0.6, 0.45, 0.45, 0.2, 0.35
_ABOVE, _BELOW, _LONGEST_LINE = 4, 5, 120
_LONGEST: Final = 45
_GENERIC: Final = frozenset(
    "home homepage startseite start accueil inicio início homepagina hem etusivu главная головна ana sayfa anasayfa ホーム トップ 首页 首頁 홈 beranda होम الرئيسية"
    " article articles artikel post posts blog uncategorized uncategorised allgemein story stories page index html aktuelles sincategoria nonclasse".split()
)
# Links that lead back or on, not to a section: "Back to all news", "All articles".
_LEADS: Final = re.compile(
    r"(?:back|all|view|see|more|next|prev\w*|alle|zurück|weiter|mehr|nächste\w?|vorherige\w?|retour|tous|toutes|voir|volver"
    r"|todos|todas|ver|tutti|tutte|indietro|voltar|terug|tillbaka|tilbake|tilbage|wszystkie|wróć|zpět|назад|все|geri|tüm)(?:\s|$)",
    re.IGNORECASE,
)
_LONGEST_EAST: Final = 14
_MEDIA: Final = frozenset(("video", "videos", "photos", "gallery", "listen"))
_INDEX: Final = re.compile(r"/(?:index|home|start|default)?(?:\.\w{2,5})?$")
_MOST_LINKS = 400
BY_LINK: Final = "link to a directory"
# Directories that hold all stories of a site.
_EVERYTHING: Final = frozenset(
    (
        "news",
        "nachrichten",
        "noticias",
        "actualites",
        "notizie",
        "nieuws",
        "nyheter",
        "stories",
        "articles",
        "artikel",
        "posts",
        "blog",
        "story",
        "archive",
        "archiv",
    )
)
_PATH_PART: Final = re.compile(r"(?<=/)[a-z][a-z\-]{2,28}(?=/)")


def _breadcrumbs(clues: Clues) -> Iterator[str]:
    """Yield the names of the JSON-LD breadcrumb list, outermost first."""
    for node in clues.page.structured.nodes:
        if "breadcrumblist" not in types_of(node):
            continue
        items = node.get("itemListElement")
        for item in cast("list[object]", items)[:8] if isinstance(items, list) else ():
            if isinstance(item, Mapping):
                entry = cast("Mapping[str, object]", item)
                names = [*strings(entry.get("name")), *strings(entry.get("item"))]
                if names and not names[0].startswith("http"):
                    yield names[0]
        return


def _shown_crumbs(clues: Clues) -> list[str]:
    """Return the links of the first breadcrumb bar."""
    if "crumb" not in clues.box_keys:
        return []
    page = clues.page
    box = next(box for box, key in enumerate(page.boxes.key) if "crumb" in key)
    blocks = page.blocks[page.boxes.first[box] : page.boxes.last[box]][:10]
    return [page.text_of(m) for b in blocks for m in b.links][:8]


def _beside_headline(clues: Clues) -> Iterator[str]:
    """Yield the links beside the headline whose class words speak of a section."""
    head = headline_block(clues)
    if head is None:
        return
    page = clues.page
    for block in page.blocks[max(0, head - _ABOVE) : head + _BELOW]:
        if len(block.text) > _LONGEST_LINE or not block.links:
            continue
        parent = max(0, page.boxes.parent[block.box])
        around = page.boxes.key[block.box] + page.boxes.key[parent]
        if clues.speaks_of(around, "author"):
            continue
        for mark in block.links[:2]:
            said = clues.speaks_of(mark.key, "section") or (
                mark.end - mark.start == len(block.text)
                and clues.speaks_of(around, "section")
            )
            if said or "category" in mark.attrs.get("rel", ""):
                yield page.text_of(mark)
                return


def is_directory_of(href: str, path: str) -> bool:
    """Say whether an address is that of a directory in which a path lies.

    Args:
        href: An address as written, such as "/news/local/".
        path: The path of the article's address.
    """
    own = path_of(href) if "//" in href else href
    own = _INDEX.sub("", own.partition("?")[0].partition("#")[0])
    own = own.rstrip("/") + "/"
    last = own[:-1].rpartition("/")[2]
    named = own[:1] == "/" and len(last) > 1 and not any(map(str.isdigit, last))
    return named and path.startswith(own) and len(path) > len(own)


def _from_own_directories(clues: Clues) -> Iterator[str]:
    """Yield the link to the innermost directory of the article that the page has."""
    path = path_of(clues.address)
    parts = path.count("/")
    best, depth = "", 0
    for mark in clues.page.links[:_MOST_LINKS] if parts > 1 else ():
        href = mark.attrs["href"]
        size = href.rstrip("/").count("/", href.find("//") + 2 if "//" in href else 0)
        if size > depth and is_directory_of(href, path) and _is_near(clues, href):
            text = clues.page.text_of(mark)
            if 1 < len(text) <= _LONGEST and _is_called(href, text):
                best, depth = text, size
    if best:
        yield best


def _is_called(href: str, text: str) -> bool:
    """Say whether a directory is called as its link is: "/sport/", "Sport"."""
    directory = same_key(_INDEX.sub("", href).rstrip("/").rpartition("/")[2])
    name = plain_letters(same_key(text))
    if directory in _EVERYTHING:
        return False
    short = len(name) <= 2 * len(directory) and len(directory) > 2
    alike = directory in name or name in directory or not name.isascii()
    return alike and short


def _is_near(clues: Clues, href: str) -> bool:
    """Say whether an address is relative, or one of the article's host."""
    return "//" not in href or host_of(href) == host_of(clues.address)


def _sources(clues: Clues) -> Iterator[tuple[str, str, str, float]]:
    """Yield (origin, locator, raw, confidence)."""
    for number, name in enumerate(strings(clues.article.get("articleSection"))):
        if number < 3:
            yield "json-ld", "articleSection", name, _LD - 0.15 * number
    for name, confidence in _METAS:
        for number, raw in enumerate(clues.page.metas.get(name, ())[:2]):
            yield "meta", name, plain(raw), confidence - 0.2 * number
    crumbs = list(_breadcrumbs(clues))
    for distance, raw in enumerate(reversed(crumbs)):
        yield (
            "json-ld",
            "BreadcrumbList",
            raw,
            _CRUMB - 0.12 * distance if distance < 3 else 0.05,
        )
    yield from _shown(clues)


def _shown(clues: Clues) -> Iterator[tuple[str, str, str, float]]:
    """Yield what the text of the page shows, likewise."""
    for distance, raw in enumerate(reversed(_shown_crumbs(clues))):
        yield (
            "element",
            "breadcrumb",
            raw,
            _SHOWN_CRUMB - 0.12 * distance if distance < 3 else 0.05,
        )
    for mark in clues.props.get("articlesection", ())[:1]:
        yield (
            "microdata",
            "articleSection",
            mark.attrs.get("content") or clues.page.text_of(mark),
            0.5,
        )


def _candidates(
    clues: Clues, sources: Iterable[tuple[str, str, str, float]]
) -> Iterator[Candidate[str]]:
    """Judge the sources, and let the address speak for those it names."""
    sites, title = site_keys(clues), same_key(find_title(clues).value or "")
    path = {
        same_key(part)
        for part in _PATH_PART.findall((clues.address or "").lower().partition("//")[2])
    }
    for origin, locator, raw, confidence in sources:
        name = (
            raw.rpartition("/")[2].strip()
            if "/" in raw.strip("/") and " " not in raw
            else raw.strip(" /|>»")
        )
        name = name.replace("_", " ")
        key = same_key(name)
        veto = None
        if _is_generic(name, key):
            veto = "section-is-generic"
        elif key in sites:
            veto = "section-is-site-name"
        elif (
            len(name) > (_LONGEST_EAST if is_cjk(name) else _LONGEST)
            or key == title
            or (title.startswith(key) and len(key) > _LONGEST / 2)
        ):
            veto = "section-is-title"
        yield Candidate(name, origin, locator, raw, max(0.05, confidence), key, veto)
        if veto is None and key in path:
            yield Candidate(name, "url", "path", raw, _PATH, key)


def _is_generic(name: str, key: str) -> bool:
    """Say whether a name is that of no section: "Home", "Back to all news", "Share"."""
    word = name.casefold()
    if not key or key in _GENERIC or (word in every("noise") and word not in _MEDIA):
        return True
    return _LEADS.match(name) is not None


def find_section(clues: Clues) -> Finding[str]:
    """Find the section that the article stands in."""
    found = clues.memo.get("section")
    if not isinstance(found, Finding):
        judged = list(_candidates(clues, _sources(clues)))
        if all(candidate.veto for candidate in judged):
            shown = _beside_headline(clues)
            judged += _candidates(
                clues,
                (("element", "link by the headline", raw, _LABEL) for raw in shown),
            )
        if all(candidate.veto for candidate in judged):
            linked = _from_own_directories(clues)
            judged += _candidates(
                clues,
                (("element", BY_LINK, raw, _LABEL) for raw in linked),
            )
        found = decide("section", judged)
        clues.memo["section"] = found
    return cast("Finding[str]", found)
