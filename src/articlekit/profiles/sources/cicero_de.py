"""cicero.de: magazine of Germany."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="cicero_de",
    hosts=("cicero.de",),
    language="de",
    timezone="Europe/Berlin",
    title=css("h1[itemprop=headline] span.h1"),
)
