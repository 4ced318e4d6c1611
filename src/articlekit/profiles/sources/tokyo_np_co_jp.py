"""tokyo-np.co.jp: daily of Japan."""

from typing import Final

from articlekit.rules import Profile, json_ld

PROFILE: Final = Profile(
    name="tokyo_np_co_jp",
    hosts=("tokyo-np.co.jp",),
    language="ja",
    timezone="Asia/Tokyo",
    authors=json_ld("author.name"),
)
