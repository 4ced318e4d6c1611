"""maenner.media: magazine of Germany."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="maenner_media",
    hosts=("maenner.media",),
    language="de",
    timezone="Europe/Berlin",
    authors=css(".author h3"),
)
