"""creativecommons.at: association of Austria."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="creativecommons_at",
    hosts=("creativecommons.at",),
    language="de-AT",
    timezone="Europe/Vienna",
    authors=css(".submitted .username"),
)
