"""hearya.com: music blog of the United States."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="hearya_com",
    hosts=("hearya.com",),
    language="en-US",
    timezone="America/Chicago",
    authors=css(".headline_meta .author"),
)
