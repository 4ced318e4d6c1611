"""rosalux.de: foundation of Germany."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="rosalux_de",
    hosts=("rosalux.de",),
    language="de",
    timezone="Europe/Berlin",
    authors=css(".news__meta-column--first a"),
)
