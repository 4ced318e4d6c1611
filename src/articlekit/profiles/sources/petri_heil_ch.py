"""petri-heil.ch: magazine for anglers, Switzerland."""

from typing import Final

from articlekit.rules import Profile, css, text_after

PROFILE: Final = Profile(
    name="petri_heil_ch",
    hosts=("petri-heil.ch",),
    language="de-CH",
    timezone="Europe/Zurich",
    authors=text_after("Text & Fotos:", of=css("td.authorbold")),
)
