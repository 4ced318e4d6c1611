"""Front and section pages."""

from articlekit.headlines import is_listing, read_list
from articlekit.reading.markup import read_markup
from articlekit.reading.page import Page
from articlekit.rules.hints import NO_HINTS

TITLES = (
    "Ferry line to the islands opens again in May",
    "Bakers of the old town fear for their ovens",
    "City council buys forty new trams from abroad",
    "Museum of the sea shows its oldest charts",
    "Night trains return to the northern coast",
    "School choir wins the regional song contest",
)


def _front(extra: str = "", head: str = "") -> Page:
    cards = "".join(
        f'<article><h3><a href="/2026/03/story-{n}-{t.lower().replace(" ", "-")}">{t}</a></h3>'
        "<p>A teaser that tells in a line or two what the story is about.</p></article>"
        for n, t in enumerate(TITLES)
    )
    source = (
        f'<html lang="en"><head><title>Harbour News</title>{head}</head><body>'
        f"<main><h2>Top stories</h2><section>{cards}</section></main>{extra}</body></html>"
    )
    return read_markup(source, url="https://news.example/")


def test_a_front_page() -> None:
    """Items, title, feeds and next page of a front page are read."""
    head = '<link rel="alternate" type="application/rss+xml" href="/feed"><link rel="next" href="?page=2">'
    found = read_list(_front(head=head), NO_HINTS)
    assert list(TITLES) == [i.title for i in found.items]
    assert found.title == "Harbour News"
    assert found.feeds == ("https://news.example/feed",)
    assert found.next_url == "https://news.example/?page=2"
    assert found.warnings == ()


def test_next_page_by_its_words() -> None:
    """A link named "next" leads on where no relation says so."""
    found = read_list(
        _front('<a href="/page/1">Zurück</a> <a href="/page/2">Nächste Seite ›</a>'),
        NO_HINTS,
    )
    assert found.next_url == "https://news.example/page/2"
    found = read_list(_front('<a rel="next" href="/page/3">3</a>'), NO_HINTS)
    assert found.next_url == "https://news.example/page/3"
    assert read_list(_front(), NO_HINTS).next_url is None


def test_a_heading_over_nothing_warns() -> None:
    """The heading of a list that a script would fill is reported."""
    found = read_list(
        _front("<section><h2>Most read</h2><div></div></section>"), NO_HINTS
    )
    assert found.warnings == ("empty-list",)
    empty = read_markup("<html><body><p>Nothing here.</p></body></html>")
    assert read_list(empty, NO_HINTS).warnings == ("empty-list",)


LISTED = """<html><head><script type="application/ld+json">{"@context": "https://schema.org",
"@type": "ItemList", "itemListElement": [
{"@type": "ListItem", "position": 1, "item": {"@type": "NewsArticle", "headline": "Night trains return",
 "url": "/s/1?utm_source=x", "datePublished": "2026-03-04", "author": [{"name": "Ann Ray"}],
 "image": [{"url": "/p/1.jpg"}], "articleSection": "Coast"}},
{"@type": "ListItem", "position": 2, "name": "Choir wins the contest", "url": "/2026/choir-wins-the-contest"},
{"@type": "ListItem", "position": 3, "name": "Choir wins the contest", "url": "/2026/choir-wins-the-contest"},
{"@type": "SiteNavigationElement", "name": "Sport", "url": "/sport"},
{"@type": "ListItem", "name": "Without an address"}, 7]}</script></head><body><p>Loading</p></body></html>"""


def test_a_list_in_json_ld_only() -> None:
    """Where a script would fill the page, its JSON-LD list is read."""
    found = read_list(read_markup(LISTED, url="https://news.example/"), NO_HINTS)
    first, second = found.items
    assert (first.title, first.url) == (
        "Night trains return",
        "https://news.example/s/1",
    )
    assert (first.authors, first.category) == (("Ann Ray",), "Coast")
    assert first.thumbnail == "https://news.example/p/1.jpg"
    assert first.published is not None
    assert first.published.raw == "2026-03-04"
    assert (second.title, second.rank) == ("Choir wins the contest", 2)
    one = LISTED.replace("choir-wins-the-contest", "sport").replace("/2026", "")
    assert (
        read_list(read_markup(one, url="https://news.example/"), NO_HINTS).items == ()
    )


def test_front_pages_are_listings() -> None:
    """A front page is a listing, also where its teasers were taken for a body."""
    page = _front()
    assert is_listing(page, frozenset())
    teasers = [i for i, b in enumerate(page.blocks) if b.text.startswith("A teaser")]
    assert is_listing(page, teasers)
    assert is_listing(page, teasers, ())


def test_articles_are_none() -> None:
    """A story's address, or text that outweighs the list, makes an article."""
    text = (
        "<p>"
        + "The ferry left the harbour at noon and came back in the evening. " * 20
        + "</p>"
    )
    long = _front(text)
    body = [i for i, b in enumerate(long.blocks) if b.text.startswith("The ferry")]
    assert not is_listing(long, body)
    story = _front()
    story.url = "https://news.example/2026/03/04/storm-closes-the-old-harbour"
    assert not is_listing(story, frozenset())
    few = read_markup(
        "<html><body><p>Nothing here.</p></body></html>", url="https://news.example/"
    )
    assert not is_listing(few, frozenset())


def _beside_stories(paragraph: str, count: int) -> Page:
    """An article without an address, beside many headlines."""
    cards = "".join(
        f'<li><a href="/2026/03/{n}{k}-{t.lower().replace(" ", "-")}">{t} ({k})</a></li>'
        for n, t in enumerate(TITLES)
        for k in range(6)
    )
    return read_markup(
        f"<html><body><h1>A storm</h1>{f'<p>{paragraph}</p>' * count}"
        f"<h2>Latest news</h2><ul>{cards}</ul></body></html>"
    )


def test_short_paragraphs_of_an_article_run_on() -> None:
    """Chinese sentences say much in few signs; many headlines beside them do not outweigh them."""
    chinese = "旧港口在暴风雨之后关闭三天，港务局周三表示，三艘渔船被抛上码头，鱼市的屋顶也被掀走了一半。"
    page = _beside_stories(chinese, 30)
    body = [i for i, block in enumerate(page.blocks) if block.text == chinese]
    assert 30 == len(body)
    assert not is_listing(page, body)


def test_a_long_text_is_an_article_whatever_stands_beside_it() -> None:
    """Thirty-six headlines are longer than the text, which is long enough."""
    text = "The old harbour stayed closed on Wednesday after a storm had torn the roof off the fish hall and thrown three boats onto the quay."
    long, short = _beside_stories(text, 13), _beside_stories(text, 3)
    body = [i for i, block in enumerate(long.blocks) if block.text == text]
    assert not is_listing(long, body)
    assert is_listing(short, body[:3])
