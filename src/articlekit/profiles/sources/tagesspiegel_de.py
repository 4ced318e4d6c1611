"""tagesspiegel.de: daily of Germany."""

from typing import Final

from articlekit.rules import Profile, css, lines

PROFILE: Final = Profile(
    name="tagesspiegel_de",
    hosts=("tagesspiegel.de",),
    language="de",
    timezone="Europe/Berlin",
    title=css("h1 .ts-headline"),
    drop=(
        css("#story-elements aside, #story-elements blockquote"),
        # Stands where something of another site would be shown.
        lines(r"An dieser Stelle finden Sie .+"),
    ),
)
