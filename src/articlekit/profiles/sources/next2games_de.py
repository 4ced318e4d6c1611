"""next2games.de: games magazine of Germany."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="next2games_de",
    hosts=("next2games.de",),
    language="de",
    timezone="Europe/Berlin",
    title=css("span.title"),
    authors=css("#meta .author"),
)
