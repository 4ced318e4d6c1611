"""ok-magazin.de: magazine of Germany."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="ok_magazin_de",
    hosts=("ok-magazin.de",),
    language="de",
    timezone="Europe/Berlin",
    authors=css("a.username"),
)
