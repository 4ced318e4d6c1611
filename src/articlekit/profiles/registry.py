"""The profiles that a parse may use, by host."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

import attrs

from articlekit.errors import ProfileConflictError
from articlekit.rules.profile import Profile
from articlekit.text.urls import host_of

_WILDCARD: Final = "*."


def _by_host(profiles: tuple[Profile, ...]) -> dict[str, Profile]:
    claimed: dict[str, Profile] = {}
    for profile in profiles:
        for host in profile.hosts:
            other = claimed.setdefault(host, profile)
            if other is not profile:
                raise ProfileConflictError(host, (other.name, profile.name))
    return claimed


@attrs.frozen
class Registry:
    """A frozen collection of profiles.

    Attributes:
        profiles: The profiles, in the order given.

    Raises:
        ProfileConflictError: Two profiles claim one host.
    """

    profiles: tuple[Profile, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Check that no host is claimed twice."""
        self._hosts  # noqa: B018 - builds the table, or raises

    @classmethod
    def of(cls, profiles: Iterable[Profile]) -> "Registry":
        """Return *profiles* as a registry."""
        return profiles if isinstance(profiles, cls) else cls(tuple(profiles))

    @cached_property
    def _hosts(self) -> dict[str, Profile]:
        return _by_host(self.profiles)

    def __iter__(self) -> Iterator[Profile]:
        """Iterate over the profiles in their order."""
        return iter(self.profiles)

    def find(self, url: str | None) -> Profile | None:
        """Return the profile for the page at *url*, or None.

        The host itself goes before wildcards, and a longer wildcard before a
        shorter one.
        """
        host = host_of(url)
        if not host or not self._hosts:
            return None
        if found := self._hosts.get(host):
            return found
        while "." in host:
            host = host.partition(".")[2]
            if found := self._hosts.get(_WILDCARD + host):
                return found
        return None


NO_PROFILES: Final = Registry()
