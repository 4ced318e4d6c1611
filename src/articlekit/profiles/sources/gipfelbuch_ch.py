"""gipfelbuch.ch: portal for mountaineers, Switzerland."""

from typing import Final

from articlekit.rules import Profile, css, regex

PROFILE: Final = Profile(
    name="gipfelbuch_ch",
    hosts=("gipfelbuch.ch",),
    language="de-CH",
    timezone="Europe/Zurich",
    title=css("h2.togglebar.notoggle"),
    published=regex(r"\d\d\.\d\d\.\d{4} um \d\d:\d\d", of=css(".label_content")),
)
