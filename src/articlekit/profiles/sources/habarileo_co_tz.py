"""habarileo.co.tz: daily of Tanzania, in Swahili."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="habarileo_co_tz",
    hosts=("habarileo.co.tz",),
    language="sw",
    timezone="Africa/Dar_es_Salaam",
    keep=css(".entry-content > p"),
)
