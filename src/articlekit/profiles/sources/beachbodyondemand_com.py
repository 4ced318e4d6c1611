"""beachbodyondemand.com: fitness, United States."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="beachbodyondemand_com",
    hosts=("beachbodyondemand.com",),
    language="en-US",
    timezone="America/Los_Angeles",
    keep=css(".entry__content > p"),
)
