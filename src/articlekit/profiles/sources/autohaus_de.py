"""autohaus.de: trade magazine of Germany."""

from typing import Final

from articlekit.rules import Profile, text_after

PROFILE: Final = Profile(
    name="autohaus_de",
    hosts=("autohaus.de",),
    language="de",
    timezone="Europe/Berlin",
    authors=text_after("Autor:"),
)
