"""regards.fr: magazine of France."""

from typing import Final

from articlekit.rules import Profile, css, regex

PROFILE: Final = Profile(
    name="regards_fr",
    hosts=("regards.fr",),
    language="fr",
    timezone="Europe/Paris",
    published=regex(r"\d{1,2} \w+ \d{4}", of=css("span.-meta")),
)
