"""nature.com: journal of the United Kingdom."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="nature_com",
    hosts=("nature.com",),
    language="en-GB",
    timezone="Europe/London",
    keep=css(".article__teaser h2, .recommended__title"),
)
