"""bos-fahrzeuge.info: portal on emergency vehicles, Germany."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="bos_fahrzeuge_info",
    hosts=("bos-fahrzeuge.info",),
    language="de",
    timezone="Europe/Berlin",
    title=css("#news h2.h1"),
)
