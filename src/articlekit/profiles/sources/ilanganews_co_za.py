"""ilanganews.co.za: newspaper of South Africa, in Zulu."""

from typing import Final

from articlekit.rules import Profile, css, xpath

PROFILE: Final = Profile(
    name="ilanganews_co_za",
    hosts=("ilanganews.co.za",),
    language="zu",
    timezone="Africa/Johannesburg",
    # A paragraph in bold is a byline or the line under a picture.
    authors=css(".et_pb_post_content > p:first-of-type > strong"),
    drop=xpath("//*[contains(@class, 'et_pb_post_content')]/p[strong][not(text())]"),
)
