"""dealbreaker.com: news of finance, United States."""

from typing import Final

from articlekit.rules import Profile, lines

PROFILE: Final = Profile(
    name="dealbreaker_com",
    hosts=("dealbreaker.com",),
    language="en-US",
    timezone="America/New_York",
    # What asks for subscriptions, before and behind the text.
    drop=lines(r"Start your day with .+|There's plenty more .+"),
)
