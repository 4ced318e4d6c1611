"""cbssports.com: sports news of the United States."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="cbssports_com",
    hosts=("cbssports.com",),
    language="en-US",
    timezone="America/New_York",
    keep=css(".Article-bodyContent > p, .article-main-body ul > li"),
)
