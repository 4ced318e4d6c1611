"""tagesspiegel.de: daily of Germany."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="tagesspiegel_de",
    hosts=("tagesspiegel.de",),
    language="de",
    timezone="Europe/Berlin",
    title=(css("h1 .ts-headline"), css("h1")),
    drop=(css("#story-elements aside, #story-elements blockquote"),),
)
