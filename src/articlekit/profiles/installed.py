"""The default registry: profiles that are installed, and those that come along.

A profile is imported when its host comes up, never before, and with it what profiles
are made of. What is wrong with it is trouble for the result to tell of, no error.
"""

from collections.abc import Iterable
from functools import cache, cached_property
from typing import TYPE_CHECKING

from articlekit.profiles.claims import (
    NO_CLAIMS,
    NO_INDEX,
    Claim,
    Claims,
    built_in_claims,
    installed_claims,
)
from articlekit.profiles.guide import Trouble
from articlekit.profiles.hosts import Lookup, host_key, hosts_around
from articlekit.text.urls import host_of

if TYPE_CHECKING:  # imported where they are used
    from articlekit.profiles.registry import Registry
    from articlekit.rules.profile import Profile


class InstalledProfiles:
    """Profiles by what metadata says of them; imported when a host comes up.

    Attributes:
        installed: What installed distributions claim.
        built_in: What the library's own profiles claim.
    """

    def __init__(
        self, installed: Claims = NO_CLAIMS, built_in: Claims = NO_CLAIMS
    ) -> None:
        """Hold the claims; nothing is imported yet."""
        self.installed = installed
        self.built_in = built_in
        self._own: Registry | None = None

    def extended(self, profiles: "Iterable[Profile]") -> "InstalledProfiles":
        """Return a registry with *profiles* before all that are installed.

        Raises:
            ProfileConflictError: Two of *profiles* claim one host.
        """
        from articlekit.profiles.registry import Registry

        found = InstalledProfiles(self.installed, self.built_in)
        found._own = Registry((*(self._own or ()), *profiles))
        return found

    @cached_property
    def _hosts(self) -> dict[str, tuple[Claim, ...]]:
        found: dict[str, tuple[Claim, ...]] = {}
        for claim in (*self.installed.claims, *self.built_in.claims):
            key = host_key(claim.host)
            found[key] = (*found.get(key, ()), claim)
        return found

    @cached_property
    def _unknown(self) -> tuple[Trouble, ...]:
        """What is wrong with entry points that say no host."""
        reason = "its name is no host, and it points at no index of hosts"
        return tuple(
            Trouble(f"{one.name} = {one.value}", NO_INDEX, reason)
            for one in self.installed.missing
        )

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, those of installed distributions first."""
        return (*self.installed.claims, *self.built_in.claims)

    def lookup(self, url: str | None) -> Lookup:
        """Return the profile for the page at *url*, and what went wrong.

        The host itself goes before wildcards, and a longer wildcard before a
        shorter one; on the same host an installed profile before one that comes
        with the library.
        """
        if self._own is not None and (own := self._own.find(url)):
            return Lookup(own)
        for host in hosts_around(host_of(url)):
            if claims := self._hosts.get(host):
                from articlekit.profiles.loading import choose

                profile, trouble = choose(host, claims)
                return Lookup(profile, (*self._unknown, *trouble))
        return Lookup(None, self._unknown)


@cache
def default_profiles() -> InstalledProfiles:
    """Return the default registry, read once a process."""
    return InstalledProfiles(installed_claims(), built_in_claims())
