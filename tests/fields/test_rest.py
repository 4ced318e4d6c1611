"""Section, tags, language, access, kind and dateline of pages."""

import time

import pytest
from tests.fields.pages import PROSE, clues

import articlekit
from articlekit.fields.access import find_access, find_truncated
from articlekit.fields.authors import find_authors
from articlekit.fields.dateline import find_dateline
from articlekit.fields.dates import find_dates
from articlekit.fields.deks import find_kicker
from articlekit.fields.kind import find_kind
from articlekit.fields.language import find_language
from articlekit.fields.section import find_section
from articlekit.fields.site import find_site_name
from articlekit.fields.tags import find_tags
from articlekit.model import Access, ArticleKind

LD = '<script type="application/ld+json">{}</script>'
GERMAN = (
    "Die Stadt sagte am Montag, dass die Bäume nicht gepflanzt werden und es so bleibt. "
    * 5
)


def test_section_from_meta_and_breadcrumb() -> None:
    """The section is named by metas or the last breadcrumb; the home page is none."""
    assert (
        "Town"
        == find_section(
            clues(PROSE, '<meta property="article:section" content="Town">')
        ).value
    )
    crumbs = '{"@type": "BreadcrumbList", "itemListElement": [{"name": "Home"}, {"name": "Nature"}]}'
    assert "Nature" == find_section(clues(PROSE, LD.format(crumbs))).value
    assert find_section(clues(PROSE, url=None)).value is None


def test_tags_are_split_and_unique() -> None:
    """Keywords come in order, each once."""
    page = clues(PROSE, '<meta name="news_keywords" content="elms, river, Elms, town">')
    assert {"elms", "river", "town"} == {t.lower() for t in find_tags(page).value or ()}
    assert 3 == len(find_tags(page).value or ())


def test_language_is_checked_against_the_text() -> None:
    """A wrong declaration is vetoed; a right one keeps its region."""
    page = clues(PROSE, lang="en-US")
    assert (
        "en-US"
        == find_language(
            page, "The town and the mayor said that it was not the elms. " * 4
        ).value
    )
    wrong = find_language(page, GERMAN)
    assert ("de", "language-not-of-text") == (wrong.value, wrong.evidence[-1].rejected)
    assert "en-US" == find_language(page).value


def test_access_and_truncation() -> None:
    """Data say who may read; a text far shorter than stated is cut."""
    paid = clues(
        PROSE,
        LD.format(
            '{"@type": "NewsArticle", "isAccessibleForFree": "False", "wordCount": 900}'
        ),
    )
    assert Access.PAID is find_access(paid).value
    assert find_truncated(paid, "Forty elms now stand here.").value
    assert Access.UNKNOWN is find_access(clues(PROSE)).value
    assert not find_truncated(clues(PROSE), PROSE * 10).value


@pytest.mark.parametrize(
    ("head", "url", "kind"),
    [
        (LD.format('{"@type": "LiveBlogPosting"}'), None, ArticleKind.LIVE_BLOG),
        (
            '<meta property="og:type" content="video.other">',
            "https://elm.example/video/1",
            ArticleKind.VIDEO,
        ),
        ("", "https://elm.example/", ArticleKind.LISTING),
        ('<meta property="og:type" content="article">', None, ArticleKind.ARTICLE),
    ],
)
def test_kinds(head: str, url: str | None, kind: ArticleKind) -> None:
    """Types, addresses and content say what a page is."""
    length = 2 if kind is ArticleKind.ARTICLE else 0
    assert kind is find_kind(clues(PROSE, head, url=url), PROSE * length).value


@pytest.mark.parametrize(
    ("head", "text", "kind"),
    [
        (
            '<meta name="date" content="2024-05-01">',
            "Fyrtio almar står nu vid ån. " * 5,
            ArticleKind.ARTICLE,
        ),
        ("", "Fyrtio almar står nu vid ån. " * 5, ArticleKind.OTHER),
        ('<meta name="date" content="2024-05-01">', "Almar", ArticleKind.OTHER),
        (
            "",
            "河边现在种着四十棵榆树，镇长周三中午说，明年还要再种四十棵。" * 5,
            ArticleKind.ARTICLE,
        ),
    ],
)
def test_kinds_of_short_pages(head: str, text: str, kind: ArticleKind) -> None:
    """A few sentences with a date are an article; Chinese signs count for more."""
    assert kind is find_kind(clues(PROSE, head), text.strip()).value


def test_dateline_from_body_or_from_the_page() -> None:
    """The first paragraphs are read, of the body where there is one."""
    page = clues(
        "<h1>Trees grow</h1><p>ELM CREEK, N.Y. — The town planted forty elms along the river on Wednesday.</p>"
    )
    found = find_dateline(page).value
    assert found is not None
    assert "ELM CREEK, N.Y." == found.place
    assert find_dateline(page, ["The town planted elms."]).value is None


def test_place_before_the_date_of_a_byline() -> None:
    """A known city before the date below the headline is the dateline's place."""
    page = clues(
        f"<h1>Crecen árboles</h1><p>Madrid - 29/05/2025 20:00</p>{PROSE}", lang="es"
    )
    found = find_dateline(page, []).value
    assert found is not None
    assert "Madrid" == found.place


@pytest.mark.parametrize("count", [10_000, 40_000])
def test_floods_are_read_in_bounded_time(count: int) -> None:
    """Endless titles, bylines, dates and keywords are cut, not followed."""
    flood = "<p class='byline'>By Ada Birch, 3 June 2019</p>" * count
    head = (
        "<title>"
        + "a | " * count
        + '</title><meta name="keywords" content="'
        + "k," * count
        + '">'
    )
    page = clues(f"<h1>Trees grow</h1>{flood}", head)
    start = time.process_time()
    find_authors(page)
    find_dates(page)
    assert 40 >= len(find_tags(page).value or ())
    assert time.process_time() - start < 5


def test_odd_values_in_data_are_no_errors() -> None:
    """Numbers, lists and infinities where text is due are passed over."""
    odd = '{"@type": "NewsArticle", "headline": [3], "author": [1, {"name": 2}], "datePublished": 5, "wordCount": Infinity, "keywords": {"a": 1}, "publisher": [[]]}'
    page = clues(PROSE, LD.format(odd))
    assert find_authors(page).authors.value is None
    assert find_tags(page).value is None
    assert not find_truncated(page, PROSE).value
    assert find_dates(page)[1].value is None


@pytest.mark.parametrize(
    ("label", "section"),
    [
        ('<a class="category-link" href="/town/">Town life</a>', "Town life"),
        (
            '<ul class="td-category"><li><a href="/town/">Town life</a></li></ul>',
            "Town life",
        ),
        ('<p><a href="/town/" rel="category tag">Town life</a></p>', "Town life"),
        ('<a class="category-link" href="/news/">Back to all news</a>', None),
        ('<a class="category-link" href="/share/">Share</a>', None),
        ('<a class="other" href="/walks/">Town walks</a>', None),
        ('<a class="other" href="/town/">Town life</a>', "Town life"),
        ('<a href="https://www.elmtimes.example/town/index.html">Töwn</a>', "Töwn"),
        ('<a href="https://other.example/town/">Town</a>', None),
        ('<a href="/town/">See what all of your neighbours say</a>', None),
        ('<a href="/town/2024/">Town 2024</a>', None),
    ],
)
def test_sections_that_are_only_shown(label: str, section: str | None) -> None:
    """A link beside the headline whose words speak of a section names it."""
    page = clues(f"{label}<h1>Trees grow by the river</h1>{PROSE}")
    assert section == find_section(page).value


def test_a_printed_date_makes_a_short_page_an_article() -> None:
    """What the page shows counts as what its head states."""
    text = "Bouře zavřela starý přístav na tři dny, oznámila v pátek správa přístavu a dodala, že nikdo nebyl zraněn."
    assert ArticleKind.OTHER is find_kind(clues(PROSE), text).value
    assert ArticleKind.ARTICLE is find_kind(clues(PROSE), text, dated=True).value


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ('<p class="kicker"><span class="plus-icon">ET+</span> Elm Valley</p>', "Elm Valley"),
        ('<p class="kicker"><span class="badge-premium">Abo</span> Elm Valley</p>', "Elm Valley"),
        ('<p class="kicker">Press release No. 17/2022</p>', "Press release No. 17/2022"),
        ('<p class="kicker">12 May 2024</p>', None),
        ('<p class="kicker">10:30</p>', None),
        ('<p class="kicker">3 hours ago</p>', None),
        ('<p class="kicker">17</p>', None),
        ('<a class="overline" href="/town/">Town News</a>', None),
        ('<a class="overline" href="/topics/elms/">Elms</a>', "Elms"),
        ('<h2 class="detail__subtitle">A tale of trees</h2>', "A tale of trees"),
        ('<h2 class="other">A tale of trees</h2>', None),
    ],
)  # fmt: skip
def test_what_stands_above_the_headline(above: str, expected: str | None) -> None:
    """A badge is no part of a kicker, a date and the link to the section are none."""
    page = clues(f"<div>{above}<h1>Trees grow by the river</h1></div>{PROSE}")
    assert expected == find_kicker(page).value


@pytest.mark.parametrize(
    ("logo", "expected"),
    [
        ('<a href="/"><img alt="Elm Times – Logo" src="l.svg"></a>', "Elm Times"),
        ('<a href="/" class="navbar-brand" title="Zur Startseite von Ulmen heute"><i></i></a>', "Ulmen heute"),
        ('<a href="https://www.elmtimes.example/">Elm Times</a>', "Elm Times"),
        ('<a href="/">Home</a>', "elmtimes.example"),
        ('<a href="/sport/"><img alt="Elm Times Sport" src="l.svg"></a>', "elmtimes.example"),
        ('<a href="https://ads.example/"><img alt="Elm Trees" src="l.svg"></a>', "elmtimes.example"),
    ],
)  # fmt: skip
def test_the_name_that_only_the_logo_tells(logo: str, expected: str) -> None:
    """Without data, the link to the front page says what the site is called."""
    page = clues(f"{logo}<h1>Trees grow by the river</h1>{PROSE}")
    assert expected == find_site_name(page).value


def test_an_address_is_no_name_of_a_site() -> None:
    """Where the name of the site is an address, the trail of links tells it."""
    trail = '{"@type": "BreadcrumbList", "itemListElement": [{"name": "Elm Times", "item": "https://www.elmtimes.example/"}]}'
    head = '<meta property="og:site_name" content="https://www.elmtimes.example">'
    page = clues(PROSE, head + LD.format(trail))
    assert "Elm Times" == find_site_name(page).value


def test_broken_addresses_raise_nothing() -> None:
    """Neither the page's own address nor links and logos that no parser can read."""
    page = '<header><a class="logo" href="http://[x/"><img alt="Elm"></a></header>'
    page += '<h1>Elms</h1><a href="http://[y/town/">Town</a>' + PROSE
    found = clues(page, url="http://[bad/town/elms")
    assert find_section(found).value in {None, "Town"}
    assert articlekit.parse(f"<html><body>{page}", url="http://[bad/a/b").text
