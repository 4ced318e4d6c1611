"""dawgsbynature.com: American football, United States."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="dawgsbynature_com",
    hosts=("dawgsbynature.com",),
    language="en-US",
    timezone="America/New_York",
    keep=css(".c-entry-content table, .c-entry-content .twitter-tweet"),
)
