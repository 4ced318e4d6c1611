"""spektrum.de: science magazine of Germany."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="spektrum_de",
    hosts=("spektrum.de",),
    language="de",
    timezone="Europe/Berlin",
    title=css("header .content__title"),
)
