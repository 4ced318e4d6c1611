"""Values that steer a parse; they hold no lxml and run nothing."""

from articlekit.rules.hints import NO_HINTS, Hints
from articlekit.rules.limits import DEFAULT_LIMITS, Limits
from articlekit.rules.profile import Profile

__all__ = ["DEFAULT_LIMITS", "NO_HINTS", "Hints", "Limits", "Profile"]
