"""mesopinions.com: petitions, France."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="mesopinions_com",
    hosts=("mesopinions.com",),
    language="fr",
    timezone="Europe/Paris",
    authors=css(".mo-author strong"),
)
