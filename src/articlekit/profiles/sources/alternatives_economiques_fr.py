"""alternatives-economiques.fr: monthly of France."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="alternatives_economiques_fr",
    hosts=("alternatives-economiques.fr",),
    language="fr",
    timezone="Europe/Paris",
    authors=css("p > em > font"),
)
