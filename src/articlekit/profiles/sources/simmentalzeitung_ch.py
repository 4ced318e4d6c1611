"""simmentalzeitung.ch: weekly of Switzerland."""

from typing import Final

from articlekit.rules import Profile, text_after

PROFILE: Final = Profile(
    name="simmentalzeitung_ch",
    hosts=("simmentalzeitung.ch",),
    language="de-CH",
    timezone="Europe/Zurich",
    published=text_after("Erstellt am:"),
)
