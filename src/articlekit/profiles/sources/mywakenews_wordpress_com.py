"""mywakenews.wordpress.com: blog in German."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="mywakenews_wordpress_com",
    hosts=("mywakenews.wordpress.com",),
    language="de",
    authors=css(".by-author .author"),
)
