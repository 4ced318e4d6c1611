"""Which profile and layout a page is read with."""

from collections.abc import Collection

import attrs

from articlekit.profiles.guide import Guide
from articlekit.profiles.installed import InstalledProfiles, default_profiles
from articlekit.profiles.registry import Lookup, Registry
from articlekit.profiles.view import View
from articlekit.reading.deadline import Deadline
from articlekit.reading.page import Page
from articlekit.rules.hints import Hints
from articlekit.rules.profile import FieldRules, Layout, Profile

Profiles = Registry | InstalledProfiles | Collection[Profile] | None
"""What the entry points take as `profiles`."""


def _lookup(url: str | None, profiles: Profiles) -> Lookup:
    if profiles is None:
        return default_profiles().lookup(url)
    if isinstance(profiles, Registry | InstalledProfiles):
        return profiles.lookup(url)
    return Registry.of(profiles).lookup(url) if profiles else Lookup()


def address_of(page: Page, hints: Hints) -> str | None:
    """Return the address that a profile is chosen by: the caller's, else its own."""
    if hints.url:
        return hints.url
    own = next((k.href for k in page.head_links if k.rel == "canonical"), None)
    return own or page.meta("og:url")


def layout_for(view: View, profile: Profile) -> Layout | None:
    """Return the first layout of *profile* whose tests the page passes."""
    for layout in profile.layouts:
        if all(map(view.passes, layout.tests)):
            return layout
    return None


def _known(hints: Hints, steps: tuple[FieldRules, ...]) -> Hints:
    """Return *hints* with what layout and profile know and the caller did not say."""
    languages = (hints.language, *(step.language for step in steps))
    zones = (hints.timezone, *(step.timezone for step in steps))
    return attrs.evolve(
        hints,
        language=next(filter(None, languages), None),
        timezone=next(filter(None, zones), None),
    )


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
    guide = Guide(None, (), hints)
    if found.profile is not None:
        guide = _guide(View(page, url, deadline), hints, found.profile)
    guide.trouble += (("profile", trouble) for trouble in found.trouble)
    return guide


def _guide(view: View, hints: Hints, profile: Profile) -> Guide:
    layout = layout_for(view, profile)
    steps = (profile,) if layout is None else (layout, profile)
    guide = Guide(view, steps, _known(hints, steps))
    guide.trouble += (("profile", trouble) for trouble in view.trouble)
    view.trouble.clear()
    return guide
