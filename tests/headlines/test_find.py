"""Headline lists of HTML pages."""

from collections.abc import Callable
from datetime import UTC, datetime
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from articlekit.model.headline import ListKind
from articlekit.rules.hints import Hints


def _load(name: str) -> ModuleType:
    spec = spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


pages = _load("pages")
article: Callable[..., str] = pages.article
listed: Callable[..., str] = pages.listed
headlines = pages.headlines

FERRY = "Ferry line to the islands opens again in May"
BAKERS = "Bakers of the old town fear for their ovens"
TRAMS = "City council buys forty new trams from abroad"


def test_a_plain_list_under_a_heading() -> None:
    """Title, address, list and places of each story are read."""
    items = headlines(
        article(
            "<section><h2>Most read</h2>" + listed(FERRY, BAKERS, TRAMS) + "</section>"
        )
    )
    assert [FERRY, BAKERS, TRAMS] == [i.title for i in items]
    assert (
        "https://news.example/news/2026/ferry-line-to-the-islands-opens-again-in-may-48213"
        == items[0].url
    )
    assert {("Most read", ListKind.MOST_READ)} == {
        (i.block, i.block_kind) for i in items
    }
    assert [(1, 1), (2, 2), (3, 3)] == [(i.rank, i.block_rank) for i in items]


def test_a_page_without_lists() -> None:
    """Navigation, footer and links in the text are no stories."""
    inline = '<p>The old harbour was <a href="/2025/how-the-old-harbour-was-built-1812">built in 1812</a> by a company of merchants from the north of the country.</p>'
    assert headlines(article(inline)) == ()


def test_cards_with_everything() -> None:
    """Picture, section, title, teaser, byline and date of a card are told apart."""
    card = (
        '<article class="card"><a href="/ferry-line-opens-again-in-may-4411"><img src="/ferry.jpg" alt=""></a>'
        '<div class="card__kicker"><a href="/islands">Islands</a></div>'
        f'<h3><a href="/ferry-line-opens-again-in-may-4411?utm_source=home">{FERRY}</a></h3>'
        "<p class=card__text>The boats will run four times a day and take bicycles for free.</p>"
        '<span class="byline">By <a href="/author/ann-ray">Ann Ray</a></span>'
        '<time datetime="2026-03-02T10:00:00Z">2 March 2026</time></article>'
    )
    other = card.replace(
        "ferry-line-opens-again-in-may-4411", "bakers-fear-for-their-ovens-4412"
    ).replace(FERRY, BAKERS)
    items = headlines(
        article(
            f"<section class=related><h2>Related stories</h2>{card}{other}</section>"
        )
    )
    assert [FERRY, BAKERS] == [i.title for i in items]
    first = items[0]
    assert "https://news.example/ferry-line-opens-again-in-may-4411" == first.url
    assert first.category == "Islands"
    assert first.authors == ("Ann Ray",)
    assert (
        first.summary
        == "The boats will run four times a day and take bicycles for free."
    )
    assert first.thumbnail == "https://news.example/ferry.jpg"
    assert first.published is not None
    assert first.published.raw == "2 March 2026"
    assert first.published.value == datetime(2026, 3, 2, 10, tzinfo=UTC)


def test_a_link_stretched_over_the_card() -> None:
    """An empty link over a card takes its title from the card."""
    card = (
        '<div class="teaser"><a class="overlay" href="/bakers-fear-for-their-ovens-4412"></a>'
        f'<span class="kicker">Economy</span><h3 class="teaser-title">{BAKERS}</h3></div>'
    )
    other = card.replace(
        "bakers-fear-for-their-ovens-4412", "council-buys-forty-new-trams-4413"
    ).replace(BAKERS, TRAMS)
    items = headlines(
        article(f"<div class=teasers><h2>Latest news</h2>{card}{other}</div>")
    )
    assert [(BAKERS, "Economy"), (TRAMS, "Economy")] == [
        (i.title, i.category) for i in items
    ]


def test_a_block_level_link_around_the_card() -> None:
    """One link around picture, kicker, title and teaser gives one item."""
    rows = "".join(
        f'<a class="story" href="/2026/{n}-{pages.slug(t)}"><img src="{n}.jpg"><span class="label">Town</span>'
        f"<h4>{t}</h4><p>A teaser of some length that tells what the story is about.</p></a>"
        for n, t in enumerate((FERRY, BAKERS, TRAMS))
    )
    items = headlines(
        article(f"<div class=more><h3>More from the town</h3>{rows}</div>")
    )
    assert [FERRY, BAKERS, TRAMS] == [i.title for i in items]
    assert {"Town"} == {i.category for i in items}
    assert {ListKind.RELATED} == {i.block_kind for i in items}


def test_tabs_name_their_own_panels() -> None:
    """Each list under a row of tabs has the label of its own tab."""
    tabs = (
        '<section class="tabs"><ul class="tab-nav"><li><button>Latest</button></li><li><button>Most read</button></li></ul>'
        f"<div class=panels><div class=panel>{listed(FERRY, BAKERS)}</div><div class=panel>{listed(TRAMS, FERRY)}</div></div></section>"
    )
    items = headlines(article(tabs))
    assert ["Latest", "Latest", "Most read", "Most read"] == [i.block for i in items]
    assert [1, 2, 1, 2] == [i.block_rank for i in items]


def test_also_read_between_paragraphs() -> None:
    """A label and a link in one paragraph are an inline list of one story."""
    source = article().replace(
        "</main>",
        f'<p><strong>Also read:</strong> <a href="/2026/{pages.slug(TRAMS)}">{TRAMS}</a></p>{pages.STORY}</main>',
    )
    (item,) = headlines(source)
    assert (TRAMS, "Also read", ListKind.INLINE) == (
        item.title,
        item.block,
        item.block_kind,
    )


def test_a_label_inside_the_link_between_paragraphs() -> None:
    """A label that is linked together with the title leaves the title."""
    source = article().replace(
        "</main>",
        f'<p><a href="/2026/{pages.slug(TRAMS)}">READ MORE: {TRAMS}</a></p>{pages.STORY}</main>',
    )
    (item,) = headlines(source)
    assert (TRAMS, "READ MORE", ListKind.INLINE) == (
        item.title,
        item.block,
        item.block_kind,
    )


def test_a_kicker_in_the_same_heading() -> None:
    """Of two linked lines in a heading the longer one behind is the title."""
    rows = "".join(
        f'<li><a href="/2026/{pages.slug(t)}"><h3><span class="t-header">A hard winter on the coast</span>'
        f'<span class="title">{t}</span></h3></a></li>'
        for t in (FERRY, BAKERS)
    )
    items = headlines(article(f"<div><h2>Latest news</h2><ul>{rows}</ul></div>"))
    assert [FERRY, BAKERS] == [i.title for i in items]


def _card(label: str, title: str) -> str:
    return (
        f'<div class="item">{label}<h3><a href="/2026/{pages.slug(title)}">'
        f"{title}</a></h3></div>"
    )


@pytest.mark.parametrize(
    ("label", "category", "kicker"),
    [
        ('<span class="kicker">Analysis</span>', "Analysis", "Analysis"),
        ('<span class="section-name">Economy</span>', "Economy", None),
        ('<a class="overline" href="/economy">Economy</a>', "Economy", None),
        (
            '<span class="tag">Economy</span><span class="overline">After the strike</span>',
            "Economy",
            "After the strike",
        ),
        (
            '<div class="rubrik">Wirtschaft</div><div class="dachzeile">Nach dem Streik</div>',
            "Wirtschaft",
            "Nach dem Streik",
        ),
        ("<div>© Mara Quell/dpa</div><div>Economy</div>", "Economy", None),
        ("<div>Reuters</div>", None, None),
        ("<div>|</div>", None, None),
    ],
)
def test_kicker_and_category(
    label: str, category: str | None, kicker: str | None
) -> None:
    """A section is a category, a line of its own is a kicker, a source is neither."""
    cards = "".join(_card(label, title) for title in (FERRY, BAKERS, TRAMS))
    items = headlines(article(f"<div class=teasers><h2>Latest news</h2>{cards}</div>"))
    assert [(category, kicker)] * 3 == [(i.category, i.kicker) for i in items]


def test_rank_numbers_leave_the_titles() -> None:
    """Numbers that count the items are no part of the titles; others are."""
    numbered = [
        f"{n} {t}"
        for n, t in enumerate((FERRY, BAKERS, "40 trams for the city from abroad"), 1)
    ]
    items = headlines(article("<div><h2>Most read</h2>" + listed(*numbered) + "</div>"))
    assert [FERRY, BAKERS, "40 trams for the city from abroad"] == [
        i.title for i in items
    ]


def test_badges_and_counts_leave_the_title() -> None:
    """A badge is noted, a comment count dropped, neither stands in the title."""
    rows = "".join(
        f'<li><span class="badge">Live</span><a href="/2026/{pages.slug(t)}"><h3>{t}</h3></a><span class="comments">12</span></li>'
        for t in (FERRY, BAKERS)
    )
    items = headlines(article(f"<div><h2>Top stories</h2><ul>{rows}</ul></div>"))
    assert [(FERRY, ("live",)), (BAKERS, ("live",))] == [
        (i.title, i.badges) for i in items
    ]


def test_the_page_itself_is_no_other_story() -> None:
    """A list that holds the page's own address leaves it out."""
    own = f'<li><a href="{pages.URL}?utm_source=list">Storm closes the old harbour</a></li>'
    source = article(
        "<div><h2>Most read</h2>"
        + listed(FERRY, BAKERS).replace("<ul>", "<ul>" + own)
        + "</div>"
    )
    assert [FERRY, BAKERS] == [i.title for i in headlines(source)]


def test_relative_dates_count_from_now() -> None:
    """A distance has a value where the moment of reading is known, and its raw always."""
    rows = "".join(
        f'<li><a href="/2026/{pages.slug(t)}">{t}</a> <span class="date">2 hours ago</span></li>'
        for t in (FERRY, BAKERS)
    )
    source = article(f"<div><h2>Latest news</h2><ul>{rows}</ul></div>")
    (without, _), (known, _) = (
        headlines(source),
        headlines(source, Hints(now=datetime(2026, 3, 4, 12, tzinfo=UTC))),
    )
    assert without.published is not None
    assert (without.published.raw, without.published.value) == ("2 hours ago", None)
    assert known.published is not None
    assert known.published.value == datetime(2026, 3, 4, 10, tzinfo=UTC)


def test_other_languages() -> None:
    """Lists are found and named in other languages and scripts."""
    japanese = (
        "島への定期船が五月に再開へ 一日四往復の見通し",
        "旧市街のパン職人ら かまどの存続に不安の声広がる",
        "市議会、新型路面電車四十両の購入を決定 海外から",
    )
    rows = "".join(
        f'<li><a href="/articles/20260304/k{n}">{t}</a></li>'
        for n, t in enumerate(japanese)
    )
    items = headlines(
        article(f"<section><h2>関連記事</h2><ul>{rows}</ul></section>", lang="ja")
    )
    assert list(japanese) == [i.title for i in items]
    assert {ListKind.RELATED} == {i.block_kind for i in items}


def test_addresses_without_a_known_page() -> None:
    """Without the page's address the stories keep their titles; absolute ones their address too."""
    rows = (
        listed(FERRY, BAKERS)
        + f'<ul><li><a href="https://news.example/2026/{pages.slug(TRAMS)}">{TRAMS}</a></li></ul>'
    )
    items = headlines(article(f"<div><h2>Most read</h2>{rows}</div>"), url=None)
    assert [FERRY, BAKERS, TRAMS] == [i.title for i in items]
    assert [False, False, True] == [i.url is not None for i in items]


def test_bad_links_are_harmless() -> None:
    """Scripts, data, broken and endless addresses give no items and no errors."""
    bad = "".join(
        f'<li><a href="{href}">A title that is long enough for a story, number {n}</a></li>'
        for n, href in enumerate(
            (
                "javascript:open('/a-long-story-2026')",
                "data:text/html,x",
                "http://[",
                "#",
                "",
                "/" + "x-" * 9_000,
            )
        )
    )
    source = article(f"<div><h2>Most read</h2><ul>{bad}</ul></div>")
    assert headlines(source) == ()
    assert all(i.url is None for i in headlines(source, url=None))


def test_ten_thousand_links() -> None:
    """A list of ten thousand stories is read in full."""
    titles = [f"{FERRY} number {n}" for n in range(10_000)]
    assert (
        len(
            headlines(article("<div><h2>Latest news</h2>" + listed(*titles) + "</div>"))
        )
        == 10_000
    )
