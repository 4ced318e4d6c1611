"""washingtontechnology.com: trade magazine of the United States."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="washingtontechnology_com",
    hosts=("washingtontechnology.com",),
    language="en-US",
    timezone="America/New_York",
    authors=css(".authors-multiple"),
)
