"""The profiles that a parse may use, by host."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

import attrs

from articlekit.errors import ProfileConflictError
from articlekit.profiles.hosts import Lookup, host_key, hosts_around
from articlekit.rules.profile import Profile
from articlekit.text.urls import host_of


def _by_host(profiles: tuple[Profile, ...]) -> dict[str, Profile]:
    claimed: dict[str, Profile] = {}
    for profile in profiles:
        for host in map(host_key, profile.hosts):
            other = claimed.get(host, profile)
            if other is profile or other.name in profile.replaces:
                claimed[host] = profile
            elif profile.name not in other.replaces:
                raise ProfileConflictError(host, (other.name, profile.name))
    return claimed


@attrs.frozen
class Registry:
    """A frozen collection of profiles.

    Attributes:
        profiles: The profiles, in the order given. Where two claim one host, one
            of them has to name the other in `replaces`.

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
        if not self._hosts:
            return None
        around = hosts_around(host_of(url))
        return next((self._hosts[host] for host in around if host in self._hosts), None)

    def lookup(self, url: str | None) -> Lookup:
        """Return the profile for the page at *url*; nothing can be wrong with it."""
        return Lookup(self.find(url))


NO_PROFILES: Final = Registry()
