"""aftonbladet.se: daily of Sweden."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="aftonbladet_se",
    hosts=("aftonbladet.se",),
    language="sv",
    timezone="Europe/Stockholm",
    # A subtitle under the headline or in lines, and notes of the editors in italics.
    drop=css("h2.subtitle, article > p > em, p[class*='_lead_']"),
)
