"""mainichi.jp: daily of Japan."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="mainichi_jp",
    hosts=("mainichi.jp",),
    language="ja",
    timezone="Asia/Tokyo",
    drop=css("#articledetail-body aside"),
)
