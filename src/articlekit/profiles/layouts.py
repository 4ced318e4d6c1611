"""Which of a source's layouts a page has, and the guide that follows."""

import attrs

from articlekit.model import Evidence
from articlekit.profiles.guide import ORIGIN, Guide
from articlekit.profiles.ruled import RuleGuide
from articlekit.profiles.view import View
from articlekit.rules.hints import Hints
from articlekit.rules.profile import FieldRules, Layout, Profile


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


def ruled(view: View, hints: Hints, profile: Profile) -> Guide:
    """Return the guide that *profile* gives for a page; it tells who it is from."""
    layout = layout_for(view, profile)
    steps = (profile,) if layout is None else (layout, profile)
    guide = RuleGuide(view, steps, _known(hints, steps))
    found = layout.name if layout else ""
    guide.evidence.append(Evidence("profile", ORIGIN, profile.name, found))
    guide.trouble += (("profile", trouble) for trouble in view.trouble)
    view.trouble.clear()
    return guide
