"""outdoor-magazin.com: magazine of Germany."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="outdoor_magazin_com",
    hosts=("outdoor-magazin.com",),
    language="de",
    timezone="Europe/Berlin",
    title=css(".v-A_-article__headline__container .v-A_-headline__article--alpha"),
)
