"""Which profile a page is read with, and what it adds to the hints."""

from collections.abc import Collection

import attrs

from articlekit.profiles.registry import NO_PROFILES, Registry
from articlekit.reading.page import Page
from articlekit.rules.hints import Hints
from articlekit.rules.profile import Profile


def profile_for(
    page: Page, hints: Hints, profiles: Registry | Collection[Profile] | None
) -> Profile | None:
    """Return the profile for *page*, or None.

    Args:
        page: The page; its own address counts where the caller gave none.
        hints: What the caller knows.
        profiles: The profiles to choose from; None is the default registry.
    """
    registry = NO_PROFILES if profiles is None else Registry.of(profiles)
    own = next((k.href for k in page.head_links if k.rel == "canonical"), None)
    return registry.find(hints.url or own or page.meta("og:url"))


def with_profile(hints: Hints, profile: Profile | None) -> Hints:
    """Return *hints* with what *profile* knows and the caller did not say."""
    if profile is None:
        return hints
    return attrs.evolve(
        hints,
        language=hints.language or profile.language,
        timezone=hints.timezone or profile.timezone,
    )
