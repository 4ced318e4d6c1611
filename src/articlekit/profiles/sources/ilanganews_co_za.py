"""ilanganews.co.za: newspaper of South Africa, in Zulu."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="ilanganews_co_za",
    hosts=("ilanganews.co.za",),
    language="zu",
    timezone="Africa/Johannesburg",
    # The first paragraph, in bold, is the byline.
    authors=css(".et_pb_post_content > p:first-of-type > strong"),
)
