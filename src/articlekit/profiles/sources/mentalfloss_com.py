"""mentalfloss.com: magazine of the United States."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="mentalfloss_com",
    hosts=("mentalfloss.com",),
    language="en-US",
    timezone="America/New_York",
    authors=css("a .tagStyle_18h2erd-o_O-textWithColor_1gpxjd0"),
)
