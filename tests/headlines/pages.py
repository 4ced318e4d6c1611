"""Pages for the tests of this room; all prose is written for them."""

from articlekit.headlines import find_headlines
from articlekit.model.headline import HeadlineItem
from articlekit.reading.markup import read_markup
from articlekit.reading.page import Page
from articlekit.rules.hints import NO_HINTS, Hints

URL = "https://news.example/harbour/2026/03/04/storm-closes-the-old-harbour"

STORY = (
    "<p>The old harbour stayed closed on Wednesday after a storm had torn the roof off"
    " the fish hall and thrown three boats onto the quay, the port office said.</p>"
)


def article(*parts: str, lang: str = "en", before: str = "") -> str:
    """Return the source of an article page with *parts* behind the text."""
    return (
        f'<html lang="{lang}"><head><title>Storm</title></head><body>'
        '<nav><ul><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li>'
        '<li><a href="/culture-and-society">Culture and society</a></li></ul></nav>'
        f"{before}<main><h1>Storm closes the old harbour</h1>{STORY * 4}</main>"
        f"{''.join(parts)}"
        '<footer><ul><li><a href="/about-us">About us</a></li>'
        '<li><a href="/privacy-policy">Privacy policy and your rights</a></li></ul></footer>'
        "</body></html>"
    )


def page_of(source: str, url: str | None = URL) -> Page:
    """Read a page."""
    return read_markup(source, url=url)


def body_of(page: Page) -> frozenset[int]:
    """Return the blocks of the text, as the body's room would."""
    return frozenset(
        i for i, b in enumerate(page.blocks) if b.text.startswith("The old harbour")
    )


def headlines(
    source: str, hints: Hints = NO_HINTS, url: str | None = URL
) -> tuple[HeadlineItem, ...]:
    """Return the headline items of a page."""
    page = page_of(source, url)
    return find_headlines(page, body=body_of(page), hints=hints)


def listed(*titles: str, section: str = "news") -> str:
    """Return a plain list of linked titles."""
    rows = (f'<li><a href="/{section}/2026/{slug(t)}">{t}</a></li>' for t in titles)
    return f"<ul>{''.join(rows)}</ul>"


def slug(title: str) -> str:
    """Return an address for a title."""
    return (
        "-".join("".join(c for c in w if c.isalnum()) for w in title.lower().split())
        + "-48213"
    )
