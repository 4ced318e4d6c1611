"""What the address of a link says about what it leads to."""

import re
from functools import cache
from typing import Final, cast

from articlekit.text.lexicons import table
from articlekit.text.urls import LONGEST, absolute, host_of, page_key, without_tracking

STORY: Final = 2
"""The address has what stories' addresses have: a long slug, a date, a number."""
UNKNOWN: Final = 1
"""The address says nothing."""
OTHER: Final = 0
"""The address is that of a section, tag, author, form or the like."""

_NUMBER: Final = re.compile(r"\d{4}")
_DIGITS: Final = re.compile(r"(?:\D{0,20}\d){3}")
_IDENTIFIER: Final = 10
_SCHEME_LENGTH: Final = len("https://")
_NO_PAGES: Final = ("javascript:", "mailto:", "tel:", "data:", "sms:", "whatsapp:")
_SLUG_WORDS: Final = 3
_SHORT_IDENTIFIER: Final = 4
_MIXED: Final = re.compile(r"(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{4,40}(?:\.\w{3,5})?")
_FOLDERS: Final = frozenset((
    "article", "articles", "artikel", "artikkel", "artikkeli", "articolo", "articulo", "artigo",
    "artykul", "clanek", "cikk", "haber", "story", "stories", "noticia", "noticias", "nyheter",
    "berita", "statya", "news", "post", "posts",
))  # fmt: skip
_ENCODED_SLUG: Final = 30
_PICTURES: Final = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".pdf", ".mp3")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(cast("dict[str, list[str]]", table("headlines/addresses"))[name])


@cache
def _not_stories() -> frozenset[str]:
    return _words("not_stories")


def path_kind(path: str) -> int:
    """Judge what a link leads to from its address.

    Args:
        path: Path and query of an absolute address.

    Returns:
        STORY, UNKNOWN or OTHER.
    """
    query = ""
    if "?" in path:
        path, _, query = path.partition("?")
    segments = path.lower().strip("/").split("/")
    tail = segments[-1]
    if "newsletter" in tail or not _not_stories().isdisjoint(segments):
        return OTHER
    if tail.count("-") + tail.count("_") >= _SLUG_WORDS or _NUMBER.search(path):
        return OTHER if tail.endswith(_PICTURES) else STORY
    named = len(tail) >= _IDENTIFIER and _DIGITS.match(tail)
    if named or len(tail) > _ENCODED_SLUG or (query and _NUMBER.search(query)):
        return STORY
    if len(segments) > 1:
        if _is_identifier(tail) and _tells_story(segments[-2]):
            return STORY
        if "-" in tail:
            return UNKNOWN
    return UNKNOWN if "." in tail else OTHER


def _is_identifier(tail: str) -> bool:
    """Return whether the end of a path is a word with digits in it: "kk20s1a"."""
    return len(tail) >= _SHORT_IDENTIFIER and _MIXED.fullmatch(tail) is not None


def _tells_story(segment: str) -> bool:
    """Return whether a segment before an identifier is a slug, or says "article"."""
    return "-" in segment or segment in _FOLDERS


def is_foreign(host: str) -> bool:
    """Say whether a host is that of a social network, shop or advertiser."""
    hosts = _words("foreign_hosts")
    while host:
        if host in hosts:
            return True
        host = host.partition(".")[2]
    return False


def _is_same_page(href: str) -> bool:
    """Say whether an address is a place on a page, or too long to be one."""
    if "#" in href and (href[0] == "#" or "#comment" in href or "#respond" in href):
        return True
    return len(href) > LONGEST


def _has_space(href: str) -> bool:
    """Say whether white space stands in an address, or any kind of it at its end."""
    return (
        " " in href or "\n" in href or "\t" in href or "\r" in href or href[-1].isspace()
    )  # fmt: skip


class Target:
    """What a link leads to.

    Attributes:
        key: Equal for the addresses of one page; the path for local ones.
        kind: STORY, UNKNOWN or OTHER.
        local: Whether it is on the site of the page.
    """

    __slots__ = ("key", "kind", "local")

    def __init__(self, key: str, kind: int, *, local: bool) -> None:
        """Make a target."""
        self.key = key
        self.kind = kind
        self.local = local


def _folder(base: str | None) -> str:
    """Return the path that relative addresses count from, "" where there is none."""
    if not base or "/." in base:
        return ""
    bare = base.partition("#")[0].partition("?")[0]
    start = bare.find("/", _SCHEME_LENGTH)
    return bare[start : bare.rfind("/") + 1] if start > 0 else "/"


class Targets:
    """Reads the addresses of one page's links; each only once."""

    def __init__(self, base: str | None) -> None:
        """Prepare for links that count from *base*."""
        self.base = base
        self.host = host_of(base)
        self.folder = _folder(base)
        self.origin = (absolute(base, "/") or "")[:-1]
        self.known: dict[str, Target | None] = {}
        self.origins: dict[str, str | None] = {}
        self.foreign: dict[str, bool] = {}

    def address(self, href: str) -> str | None:
        """Return an address in full; the usual ones need no parsing."""
        if "/." in href or len(href) > LONGEST or _has_space(href):
            return absolute(self.base, href)
        if href[0] == "/" != href[1:2]:
            return self.origin + href if self.origin else None
        end = href.find("/", _SCHEME_LENGTH)
        known = self.origins.get(href[:end]) is not None
        return href if known else absolute(self.base, href)

    def key_of(self, href: str) -> str:
        """Return what two addresses of one page have in common."""
        return page_key(href).removeprefix(self.host)

    def read(self, href: str) -> Target | None:
        """Return what *href* leads to, or None where it is no other page."""
        known = self.known
        if href in known:
            return known[href]
        target = known[href] = self.first_read(href)
        return target

    def first_read(self, href: str) -> Target | None:
        """Return what an address that was not read before leads to."""
        # Four of five addresses hold none of these; the longer way gives the same.
        if not (
            "?" in href or "#" in href or "/." in href or " " in href or len(href) > LONGEST
        ):  # fmt: skip
            if href[0] == "/" != href[1:2]:
                return self.judged("", href.rstrip("/"))
            end = href.find("/", _SCHEME_LENGTH) if href[:4] == "http" else 0
            if end > 0 and (host := self.host_at(href[:end])) is not None:
                return self.judged(host, href[end:].rstrip("/"))
        return None if _is_same_page(href) else self.any_read(href)

    def any_read(self, href: str) -> Target | None:
        """Return what an address in any form leads to."""
        usual = self.usual(href)
        return self.unusual(href) if usual is None else self.judged(*usual)

    def usual(self, href: str) -> tuple[str, str] | None:
        """Return host and path of an address in a usual form, or None.

        The host is "" for the page's own; addresses of foreign sites have None.
        """
        host, path = "", href
        if href[0] != "/":
            if href[:4] != "http":
                path = self.relative(href)
            else:
                end = href.find("/", _SCHEME_LENGTH)
                known = self.host_at(href[:end] if end > 0 else href)
                if known is None:
                    return None
                host, path = known, href[end:] if end > 0 else ""
        elif href[1:2] == "/":
            return None
        if "#" in path or "?" in path:
            path = without_tracking(path.partition("#")[0])
        if not path:
            return (host, path) if href[:4] == "http" else None
        unusual = " " in path or "/./" in path or "/.." in path
        return None if unusual else (host, path.rstrip("/"))

    def relative(self, href: str) -> str:
        """Return the path of an address that counts from the page's; "" is unknown."""
        if not self.folder or href[0] in "?#." or ":" in href or "/." in href:
            return ""
        return self.folder + href

    def host_at(self, origin: str) -> str | None:
        """Return the host of scheme and host; "" for the page's own."""
        origins = self.origins
        if origin not in origins:
            host = host_of(origin)
            own = host != "" and host == self.host
            origins[origin] = "" if own else host or None
        return origins[origin]

    def judged(self, host: str, path: str) -> Target | None:
        """Return the target of host and path; None for share links and the like."""
        if "%3A" in path or "=http" in path or (host and self.is_foreign(host)):
            return None
        return Target(host + path, path_kind(path), local=not host or not self.host)

    def is_foreign(self, host: str) -> bool:
        """Say whether a host is no news site; each is looked up only once."""
        found = self.foreign.get(host)
        if found is None:
            found = self.foreign[host] = is_foreign(host)
        return found

    def unusual(self, href: str) -> Target | None:
        """Return the target of an address in an unusual form."""
        if href.startswith(_NO_PAGES):
            return None
        url = absolute(self.base, href)
        if url is None:
            return None
        host = host_of(url)
        path = page_key(url).removeprefix(host)
        return self.judged("" if host == self.host else host, path)
