"""eyethunews.co.za: weekly of South Africa, in Zulu."""

from typing import Final

from articlekit.rules import Profile, lines

PROFILE: Final = Profile(
    name="eyethunews_co_za",
    hosts=("eyethunews.co.za",),
    language="zu",
    timezone="Africa/Johannesburg",
    drop=lines(r"FUNDA OLUNYE .+"),
)
