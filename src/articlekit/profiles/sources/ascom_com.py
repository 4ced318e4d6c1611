"""ascom.com: company of Switzerland."""

from typing import Final

from articlekit.rules import Profile, css, lines

PROFILE: Final = Profile(
    name="ascom_com",
    hosts=("ascom.com",),
    language="en",
    timezone="Europe/Zurich",
    drop=(
        css(".ws-press__container__quote"),
        lines(r"Ascom is (?:a|headquartered) .+"),
    ),
)
