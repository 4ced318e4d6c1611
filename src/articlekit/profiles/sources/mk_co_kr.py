"""mk.co.kr: business daily of South Korea."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="mk_co_kr",
    hosts=("mk.co.kr",),
    language="ko",
    timezone="Asia/Seoul",
    drop=css(".border_org"),
)
