"""What the address of a link says about what it leads to."""

import re
from functools import cache
from typing import Final, cast

from articlekit.text.lexicons import table

STORY: Final = 2
"""The address has what stories' addresses have: a long slug, a date, a number."""
UNKNOWN: Final = 1
"""The address says nothing."""
OTHER: Final = 0
"""The address is that of a section, tag, author, form or the like."""

_NUMBER: Final = re.compile(r"\d{4}")
_SLUG_WORDS: Final = 3
_ENCODED_SLUG: Final = 30


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
    if tail.count("-") + tail.count("_") >= _SLUG_WORDS or _NUMBER.search(path):
        return STORY
    if len(tail) > _ENCODED_SLUG or _NUMBER.search(query):
        return STORY
    return UNKNOWN if len(segments) > 1 and "-" in tail or "." in tail else OTHER


def is_foreign(host: str) -> bool:
    """Say whether a host is that of a social network, shop or advertiser."""
    hosts = _words("foreign_hosts")
    while host:
        if host in hosts:
            return True
        host = host.partition(".")[2]
    return False
