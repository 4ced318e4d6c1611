"""rutgers.edu: university of the United States."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="rutgers_edu",
    hosts=("rutgers.edu",),
    language="en-US",
    timezone="America/New_York",
    authors=css("p.full-name"),
)
