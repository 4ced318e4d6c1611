"""9to5mac.com: technology news of the United States."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="nine_to_five_mac",
    hosts=("9to5mac.com",),
    language="en-US",
    timezone="America/Los_Angeles",
    keep=css(".post-body h3, .disclaimer-affiliate, .post-body .twitter-tweet"),
)
