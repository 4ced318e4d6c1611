"""popsugar.com: magazine of the United States."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="popsugar_com",
    hosts=("popsugar.com",),
    language="en-US",
    timezone="America/Los_Angeles",
    title=css("h2.post-title"),
)
