"""bhaskar.com: daily of India, in Hindi."""

from typing import Final

from articlekit.rules import Profile, json_ld

PROFILE: Final = Profile(
    name="bhaskar_com",
    hosts=("bhaskar.com",),
    language="hi",
    timezone="Asia/Kolkata",
    authors=json_ld("author.name"),
)
