"""theportugalnews.com: news of Portugal in English."""

from typing import Final

from articlekit.rules import Profile, css, regex

PROFILE: Final = Profile(
    name="theportugalnews_com",
    hosts=("theportugalnews.com",),
    language="en",
    timezone="Europe/Lisbon",
    authors=regex(r"^By ([^,]+), in ", of=css("p.text-sm")),
)
