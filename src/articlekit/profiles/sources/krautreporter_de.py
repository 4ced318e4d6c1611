"""krautreporter.de: magazine of Germany."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="krautreporter_de",
    hosts=("krautreporter.de",),
    language="de",
    timezone="Europe/Berlin",
    credit=css(".article-headers-shared-teaser-image__credits"),
)
