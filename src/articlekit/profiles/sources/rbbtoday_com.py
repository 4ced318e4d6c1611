"""rbbtoday.com: technology news of Japan."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="rbbtoday_com",
    hosts=("rbbtoday.com",),
    language="ja",
    timezone="Asia/Tokyo",
    authors=css(".writer-name"),
)
