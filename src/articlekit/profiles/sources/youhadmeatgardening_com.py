"""youhadmeatgardening.com: gardening blog."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="youhadmeatgardening_com",
    hosts=("youhadmeatgardening.com",),
    language="en",
    authors=css(".author__box__top > span"),
)
