"""journelles.de: fashion magazine of Germany."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="journelles_de",
    hosts=("journelles.de",),
    language="de",
    timezone="Europe/Berlin",
    title=css(".header__title-headline"),
)
