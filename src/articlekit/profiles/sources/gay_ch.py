"""gay.ch: magazine of Switzerland."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="gay_ch",
    hosts=("gay.ch",),
    language="de-CH",
    timezone="Europe/Zurich",
    authors=css(".documentAuthor"),
)
