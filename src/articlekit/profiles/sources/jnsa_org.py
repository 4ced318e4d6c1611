"""jnsa.org: association of Japan."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="jnsa_org",
    hosts=("jnsa.org",),
    language="ja",
    timezone="Asia/Tokyo",
    title=css("#wgtitle h2"),
)
