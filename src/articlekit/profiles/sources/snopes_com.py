"""snopes.com: fact checks, United States."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="snopes_com",
    hosts=("snopes.com",),
    language="en-US",
    timezone="America/New_York",
    keep=css(".claim-wrapper, .rating-wrapper, .content h3"),
)
