"""mspoweruser.com: technology news."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="mspoweruser_com",
    hosts=("mspoweruser.com",),
    language="en",
    keep=css(".twitter-tweet"),
)
