"""pastebin.com: texts that people paste."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="pastebin_com",
    hosts=("pastebin.com",),
    authors=css(".info-bottom > .username"),
)
