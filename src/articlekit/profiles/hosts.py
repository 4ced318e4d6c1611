"""Hosts as profiles claim them, and what a registry knows of one."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from articlekit.profiles.guide import Trouble
from articlekit.text.urls import host_of

if TYPE_CHECKING:  # imported where a page's source has a profile
    from articlekit.rules.profile import Profile

_WILDCARD: Final = "*."


def host_key(host: str) -> str:
    """Return *host* as addresses have it: without "www.", "m." and the like."""
    wildcard = host.startswith(_WILDCARD)
    return host.lower() if wildcard else host_of(f"https://{host}")


def hosts_around(host: str) -> Iterator[str]:
    """Yield *host* and the wildcards that stand for it, the longest first."""
    if host:
        yield host
    while "." in host:
        host = host.partition(".")[2]
        yield _WILDCARD + host


class Lookup(NamedTuple):
    """What a registry knows of a page's host.

    Attributes:
        profile: The profile to use, or None.
        trouble: What is wrong with profiles that could have been used.
    """

    profile: "Profile | None" = None
    trouble: tuple[Trouble, ...] = ()
