"""aftonbladet.se: daily of Sweden."""

from typing import Final

from articlekit.rules import Profile, css, lines

PROFILE: Final = Profile(
    name="aftonbladet_se",
    hosts=("aftonbladet.se",),
    language="sv",
    timezone="Europe/Stockholm",
    drop=(
        # A subtitle under the headline or in lines, and notes of the editors in italics.
        css("h2.subtitle, article > p > em, p[class*='_lead_']"),
        lines(r"(?:Uppdaterad|Publicerad) \d.+"),
    ),
)
