"""laprensafl.com: weekly of Florida, in Spanish."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="laprensafl_com",
    hosts=("laprensafl.com",),
    language="es-US",
    timezone="America/New_York",
    published=css(".author_and_date time"),
)
