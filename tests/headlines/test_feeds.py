"""Feeds and news sitemaps."""

from datetime import UTC, date, datetime

import pytest

import articlekit
from articlekit.headlines.feeds import is_feed, parse_feed
from articlekit.model import ArticleKind, Status
from articlekit.reading.feeds import read_feed
from articlekit.rules.hints import NO_HINTS, Hints

HINTS = Hints(url="https://news.example/feed")

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Harbour News</title><link>https://news.example/</link>
<atom:link rel="self" href="https://news.example/feed"/>
<item><title>Bread &amp;amp; boats</title><link>https://news.example/s/1?utm_source=rss</link>
<pubDate>Wed, 04 Mar 2026 10:00:00 +0100</pubDate><dc:creator>Ann Ray</dc:creator>
<category>Town</category><description><![CDATA[<p>A <b>short</b> teaser.</p>]]></description>
<media:content url="/p/1.jpg" medium="image"/></item>
<item><title></title><link>https://news.example/s/2</link></item>
<item><title>Trams</title><guid isPermaLink="true">https://news.example/s/3</guid>
<author>desk@news.example (Bo Li)</author></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Fährnachrichten</title>
<link rel="next" href="?page=2"/><link rel="self" href="/feed"/>
<entry><title type="html">Die &lt;i&gt;Fähre&lt;/i&gt;</title><link href="/f/1"/>
<link rel="enclosure" href="/f/1.mp3"/><updated>2026-03-04T10:00:00Z</updated>
<author><name>Eva Kurz</name></author><author><name>Jan Hof</name></author>
<category term="Inseln"/><summary>Kurz.</summary></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>港ニュース</title></channel>
<item rdf:about="https://news.example/r/1"><title>定期船が再開</title>
<link>https://news.example/r/1</link><dc:date>2026-03-04</dc:date></item></rdf:RDF>"""

SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://news.example/s/1</loc><news:news><news:publication>
<news:name>Harbour News</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2026-03-04</news:publication_date>
<news:title>Bread and boats</news:title></news:news></url></urlset>"""

JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "Harbour News",
 "next_url": "/feed?page=2", "items": [{"id": "1", "url": "/s/1", "title": "Bread and boats",
 "authors": [{"name": "Ann Ray"}], "tags": ["Town"], "image": "/p/1.jpg",
 "date_published": "2026-03-04T10:00:00Z", "summary": "A short teaser."},
 {"id": "2", "content_text": "without a title"}, 7]}"""


@pytest.mark.parametrize("source", [RSS, ATOM, RDF, SITEMAP, JSON])
def test_feeds_are_known_by_their_head(source: str) -> None:
    """Each kind of feed is known, as text and as bytes."""
    assert is_feed(source)
    assert is_feed(source.encode())
    assert is_feed(b"\xef\xbb\xbf" + source.encode())


@pytest.mark.parametrize(
    "source", ["", "<html><body><rss></body></html>", "{}", "plain text", "<svg></svg>"]
)
def test_other_sources_are_no_feeds(source: str) -> None:
    """HTML, other JSON and text are no feeds."""
    assert not is_feed(source)
    assert parse_feed(source, NO_HINTS) is None


def test_rss() -> None:
    """An item has all that RSS says of it; items without a title are left out."""
    found = parse_feed(RSS, HINTS)
    assert found is not None
    assert (found.title, found.feeds) == (
        "Harbour News",
        ("https://news.example/feed",),
    )
    bread, trams = found.items
    assert (bread.title, bread.url) == ("Bread & boats", "https://news.example/s/1")
    assert (bread.category, bread.authors) == ("Town", ("Ann Ray",))
    assert (bread.summary, bread.thumbnail) == (
        "A short teaser.",
        "https://news.example/p/1.jpg",
    )
    assert bread.published is not None
    assert bread.published.value == datetime.fromisoformat("2026-03-04T10:00:00+01:00")
    assert (trams.url, trams.authors, trams.rank) == (
        "https://news.example/s/3",
        ("Bo Li",),
        2,
    )


def test_atom() -> None:
    """An Atom entry gives the same item; the feed its next page."""
    found = parse_feed(ATOM.encode(), HINTS)
    assert found is not None
    assert found.next_url == "https://news.example/feed?page=2"
    (item,) = found.items
    assert (item.title, item.url) == ("Die Fähre", "https://news.example/f/1")
    assert (item.authors, item.category) == (("Eva Kurz", "Jan Hof"), "Inseln")
    assert item.published is not None
    assert item.published.value == datetime(2026, 3, 4, 10, tzinfo=UTC)


def test_rdf_and_sitemap() -> None:
    """RDF and news sitemaps hold title, address and date."""
    for source, title in ((RDF, "定期船が再開"), (SITEMAP, "Bread and boats")):
        found = parse_feed(source, HINTS)
        assert found is not None
        (item,) = found.items
        assert item.title == title
        assert item.published is not None
        assert item.published.value == date(2026, 3, 4)


def test_json_feed() -> None:
    """A JSON Feed gives the same item; entries without a title are left out."""
    found = parse_feed(JSON, HINTS)
    assert found is not None
    (item,) = found.items
    assert (item.title, item.url) == ("Bread and boats", "https://news.example/s/1")
    assert (item.authors, item.category, item.summary) == (
        ("Ann Ray",),
        "Town",
        "A short teaser.",
    )
    assert item.thumbnail == "https://news.example/p/1.jpg"
    assert found.next_url == "https://news.example/feed?page=2"


def test_an_empty_feed_warns() -> None:
    """A feed without stories says so."""
    for source in ("<rss><channel><title>x</title></channel></rss>", '{"items": {}}'):
        found = parse_feed(source, NO_HINTS)
        assert found is not None
        assert (found.items, found.warnings) == ((), ("empty-list",))


def test_entities_are_not_resolved() -> None:
    """Neither files nor entity bombs are expanded."""
    source = (
        '<!DOCTYPE rss [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
        "<rss><channel><item><title>Boats &b;&f;</title><link>https://news.example/s</link></item></channel></rss>"
    )
    found = parse_feed(source, NO_HINTS)
    assert found is None or all("boom" not in i.title for i in found.items)


def test_broken_xml_gives_what_can_be_read() -> None:
    """A feed that is cut off gives the items before the cut."""
    found = parse_feed(RSS[: RSS.index("<item><title></title>")], HINTS)
    assert found is not None
    assert ["Bread & boats"] == [i.title for i in found.items]
    assert read_feed("<rss") is None or read_feed("<rss").entries == ()  # type: ignore[union-attr]


def test_a_feed_that_is_parsed_is_a_listing() -> None:
    """`parse` takes a feed for what it is, with the stories of `parse_headlines`."""
    feed = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>The Valley Echo</title>'
        "<item><title>Weir holds through the night</title><link>https://echo.example/1"
        "</link></item></channel></rss>"
    )
    article = articlekit.parse(feed, profiles=())
    assert (article.status, article.kind) == (Status.NOT_ARTICLE, ArticleKind.LISTING)
    assert article.title == "The Valley Echo"
    assert article.headlines == articlekit.parse_headlines(feed).items
    assert article.headlines[0].url == "https://echo.example/1"
    assert articlekit.parse(feed.encode(), fields=("title",)).headlines == ()
