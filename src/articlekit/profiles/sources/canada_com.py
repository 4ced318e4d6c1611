"""canada.com: news of Canada."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="canada_com",
    hosts=("canada.com",),
    language="en-CA",
    timezone="America/Toronto",
    drop=css("h2.visually-hidden"),
)
