"""mexiconewsdaily.com: news of Mexico in English."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="mexiconewsdaily_com",
    hosts=("mexiconewsdaily.com",),
    language="en",
    timezone="America/Mexico_City",
    drop=css("blockquote.twitter-tweet"),
)
