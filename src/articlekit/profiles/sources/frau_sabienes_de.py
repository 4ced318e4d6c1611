"""frau-sabienes.de: blog of Germany."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="frau_sabienes_de",
    hosts=("frau-sabienes.de",),
    language="de",
    timezone="Europe/Berlin",
    authors=css(".aio-info [itemprop=author] [itemprop=name]"),
)
