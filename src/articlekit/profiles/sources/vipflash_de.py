"""vipflash.de: news of celebrities, Germany."""

from typing import Final

from articlekit.rules import Profile, css, regex

PROFILE: Final = Profile(
    name="vipflash_de",
    hosts=("vipflash.de",),
    language="de",
    timezone="Europe/Berlin",
    authors=regex(r" von (\w+)$", of=css("h2 > span")),
)
