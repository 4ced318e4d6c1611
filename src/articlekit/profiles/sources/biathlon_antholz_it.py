"""biathlon-antholz.it: World Cup of biathlon in South Tyrol, Italy."""

from typing import Final

from articlekit.rules import Profile, css, regex

PROFILE: Final = Profile(
    name="biathlon_antholz_it",
    hosts=("biathlon-antholz.it",),
    language="de-IT",
    timezone="Europe/Rome",
    title=regex(r"^[\d.]{8,10} - (.+)", of=css(".detailcontent h1")),
)
