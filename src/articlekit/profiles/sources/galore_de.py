"""galore.de: magazine of interviews, Germany."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="galore_de",
    hosts=("galore.de",),
    language="de",
    timezone="Europe/Berlin",
    title=css("#content h2.text-sans-serif"),
    authors=css("#content p.clearfix > strong"),
)
