"""therepublic.com: daily of the United States."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="therepublic_com",
    hosts=("therepublic.com",),
    language="en-US",
    timezone="America/Indiana/Indianapolis",
    keep=css(".td-post-content h4"),
)
