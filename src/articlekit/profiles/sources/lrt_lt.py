"""lrt.lt: public broadcaster of Lithuania."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="lrt_lt",
    hosts=("lrt.lt",),
    language="lt",
    timezone="Europe/Vilnius",
    drop=css(".article-content > blockquote"),
)
