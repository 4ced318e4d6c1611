"""correctiv.org: investigations, Germany."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="correctiv_org",
    hosts=("correctiv.org",),
    language="de",
    timezone="Europe/Berlin",
    drop=css(".detail__content > blockquote"),
)
