"""portalspozywczy.pl: trade news of Poland."""

from typing import Final

from articlekit.rules import Profile, lines

PROFILE: Final = Profile(
    name="portalspozywczy_pl",
    hosts=("portalspozywczy.pl",),
    language="pl",
    timezone="Europe/Warsaw",
    drop=lines(r"Szukasz lokalu handlowego.+"),
)
