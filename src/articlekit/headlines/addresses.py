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
_SLUG_WORDS: Final = 3
_ENCODED_SLUG: Final = 30
_PICTURES: Final = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".pdf", ".mp3")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(cast("dict[str, list[str]]", table("headlines/addresses"))[name])


def path_kind(path: str) -> int:
    """Judge what a link leads to from its address.

    Args:
        path: Path and query of an absolute address.

    Returns:
        STORY, UNKNOWN or OTHER.
    """
    path, _, query = path.partition("?")
    segments = path.lower().strip("/").split("/")
    if not _words("not_stories").isdisjoint(segments):
        return OTHER
    tail = segments[-1]
    if "newsletter" in tail:
        return OTHER
    if tail.count("-") + tail.count("_") >= _SLUG_WORDS or _NUMBER.search(path):
        return OTHER if tail.endswith(_PICTURES) else STORY
    if len(tail) > _ENCODED_SLUG or (query and _NUMBER.search(query)):
        return STORY
    if len(segments) > 1 and "-" in tail:
        return UNKNOWN
    return UNKNOWN if "." in tail else OTHER


def is_foreign(host: str) -> bool:
    """Say whether a host is that of a social network, shop or advertiser."""
    hosts = _words("foreign_hosts")
    while host:
        if host in hosts:
            return True
        host = host.partition(".")[2]
    return False


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


def _origin_of(base: str) -> str:
    """Return an absolute address up to its path."""
    start = base.find("/", base.find("://") + 3)
    return base[:start] if start > 0 else base


class Targets:
    """Reads the addresses of one page's links; each only once."""

    def __init__(self, base: str | None) -> None:
        """Prepare for links that count from *base*."""
        self.base = base
        self.host = host_of(base)
        self.known: dict[str, Target | None] = {}
        self.origin = _origin_of(base) if base else "\0"
        self.own = self.key_of(base) if base else None

    def key_of(self, href: str) -> str:
        """Return what two addresses of one page have in common."""
        return page_key(href).removeprefix(self.host)

    def read(self, href: str) -> Target | None:
        """Return what *href* leads to, or None where it is no other page."""
        if href in self.known:
            return self.known[href]
        if (
            href[0] == "#"
            or "#comment" in href
            or "#respond" in href
            or len(href) > LONGEST
        ):
            return None
        path = self.local_path(href)
        target = self.foreign(href) if path is None else self.judged(path, local=True)
        self.known[href] = target
        return target

    def local_path(self, href: str) -> str | None:
        """Return the path of a plain local address, or None for all others."""
        if href[0] == "/" and href[1:2] != "/":
            path = href
        elif href.startswith(self.origin):
            path = href[len(self.origin) :] or "/"
            if path[0] != "/":
                return None
        else:
            return None
        if "#" in path or "?" in path:
            path = without_tracking(path.partition("#")[0])
        return None if "/." in path or " " in path else path.rstrip("/")

    def judged(self, path: str, *, local: bool) -> Target | None:
        """Return the target of a path; None for share links and the like."""
        if "%3A" in path or "=http" in path:
            return None
        return Target(path, path_kind(path), local=local)

    def foreign(self, href: str) -> Target | None:
        """Return the target of an address in an unusual form."""
        url = absolute(self.base, href)
        if url is None:
            return None
        key, host = page_key(url), host_of(url)
        path = key.removeprefix(host)
        if host == self.host:
            return self.judged(path, local=True)
        if is_foreign(host) or "%3A" in path or "=http" in path:
            return None
        return Target(key, path_kind(path), local=not self.host)
