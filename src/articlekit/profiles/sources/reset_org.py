"""reset.org: foundation of Germany."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="reset_org",
    hosts=("reset.org",),
    language="de",
    timezone="Europe/Berlin",
    authors=css(".second-author > p > span"),
)
