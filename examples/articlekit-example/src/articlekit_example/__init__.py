"""Tidewater Herald (tidewater.example)."""

from articlekit.rules import Layout, Profile, SavedPage, css, has


def archive_byline(page: SavedPage) -> str | None:
    """Return "By Maeve Thornbury" of the line that ends with the date."""
    line = page.text(css("td.story > i"))
    return line.partition(",")[0] if line else None


def archive_day(page: SavedPage) -> str | None:
    """Return "2 November 2009" of the same line."""
    line = page.text(css("td.story > i"))
    return line.partition(",")[2] if line else None


PROFILE = Profile(
    name="tidewater",
    hosts=("tidewater.example",),
    language="en-GB",
    timezone="Europe/London",
    layouts=(
        Layout(
            name="story",
            matches=has("main.th-story"),
            kicker=css("p.th-flag"),
            dek=css("p.th-stand"),
            byline=css(".th-who"),
            drop=css(".th-letter, .th-also"),
        ),
        Layout(
            name="archive",
            matches=has("td.story"),
            kicker=css("span.topic"),
            byline=archive_byline,
            published=archive_day,
            body=css("td.story p"),
            drop=css("td.story p:last-child"),
        ),
    ),
)
