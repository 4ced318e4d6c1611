"""piratenpartei.at: party of Austria."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="piratenpartei_at",
    hosts=("piratenpartei.at",),
    language="de-AT",
    timezone="Europe/Vienna",
    authors=css(".author_meta_name a"),
)
