"""rp.pl: daily of Poland."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="rp_pl",
    hosts=("rp.pl",),
    language="pl",
    timezone="Europe/Warsaw",
    keep=css(".articleBody p.article--paragraph"),
)
