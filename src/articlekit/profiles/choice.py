"""Which profile and layout a page is read with."""

from collections.abc import Collection
from typing import TYPE_CHECKING, TypeAlias

from articlekit.profiles.guide import Guide
from articlekit.profiles.hosts import Lookup
from articlekit.profiles.installed import InstalledProfiles, default_profiles
from articlekit.reading.deadline import Deadline
from articlekit.reading.page import Page
from articlekit.rules.hints import Hints

if TYPE_CHECKING:  # a page without profile needs none of these
    from articlekit.profiles.registry import Registry
    from articlekit.rules.profile import Profile

Profiles: TypeAlias = "Registry | InstalledProfiles | Collection[Profile] | None"
"""What the entry points take as `profiles`."""


def _lookup(url: str | None, profiles: Profiles) -> Lookup:
    if profiles == ():
        return Lookup()
    if profiles is None:
        return default_profiles().lookup(url)
    if isinstance(profiles, InstalledProfiles):
        return profiles.lookup(url)
    from articlekit.profiles.registry import Registry

    return Registry.of(profiles).lookup(url)


def address_of(page: Page, hints: Hints) -> str | None:
    """Return the address that a profile is chosen by: the caller's, else its own."""
    if hints.url:
        return hints.url
    own = next((k.href for k in page.head_links if k.rel == "canonical"), None)
    return own or page.meta("og:url")


def guide_for(
    page: Page, hints: Hints, profiles: Profiles, deadline: Deadline
) -> Guide:
    """Return what the profile of a page's source says of it.

    Args:
        page: The page; its own address counts where the caller gave none.
        hints: What the caller knows.
        profiles: The profiles to choose from; None is the default registry.
        deadline: The clock that is running.

    Returns:
        The guide; one without rules where there is no profile.
    """
    url = address_of(page, hints)
    found = _lookup(url, profiles)
    guide = Guide(hints)
    if found.profile is not None:
        from articlekit.profiles.layouts import ruled
        from articlekit.profiles.view import View

        guide = ruled(View(page, url, deadline), hints, found.profile)
    guide.trouble += (("profile", trouble) for trouble in found.trouble)
    return guide
