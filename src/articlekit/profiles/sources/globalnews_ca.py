"""globalnews.ca: television news of Canada."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="globalnews_ca",
    hosts=("globalnews.ca",),
    language="en-CA",
    drop=css(".c-inlineSignup"),
)
