"""lesechos.fr: business daily of France."""

from typing import Final

from articlekit.rules import Profile, json_ld

PROFILE: Final = Profile(
    name="lesechos_fr",
    hosts=("lesechos.fr",),
    language="fr",
    timezone="Europe/Paris",
    authors=json_ld("author.name"),
)
