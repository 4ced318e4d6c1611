"""Titles come without the site's name, kickers and deks apart."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fields.pages import PROSE, clues

from articlekit.fields.deks import find_dek, find_kicker
from articlekit.fields.site import find_canonical_url, find_site_name, title_parts
from articlekit.fields.title import find_title, headline_block, shown_title

OG = '<meta property="og:title" content="{}"><meta property="og:site_name" content="Elm Times">'


def test_the_sites_name_is_taken_off() -> None:
    """A title that only the head has loses the site's name at either end."""
    for raw in (
        "Trees grow by the river | Elm Times",
        "Elm Times - Trees grow by the river",
    ):
        page = clues(PROSE, OG.format("Elm Times") + f"<title>{raw}</title>")
        assert "Trees grow by the river" == find_title(page).value


def test_the_headline_that_is_shown_wins() -> None:
    """The only h1 is the title, even where the head words it otherwise."""
    page = clues(
        f"<h1>Forty trees grow by the river</h1>{PROSE}",
        OG.format("Why trees grow by rivers"),
    )
    found = find_title(page)
    assert "Forty trees grow by the river" == found.value
    assert "outranked" in {e.rejected for e in found.evidence}


NEWS = '<script type="application/ld+json">{{"@type": "{}", "headline": "{}"}}</script>'


def test_a_headline_that_the_publisher_states() -> None:
    """News that state another headline than the heading are called by that."""
    shown = f"<h1>Ticker: forty more trees arrive</h1>{PROSE}"
    stated = NEWS.format("NewsArticle", "All news of the river in May")
    page = clues(shown, stated)
    assert "All news of the river in May" == find_title(page).value
    assert "Ticker: forty more trees arrive" == shown_title(page)
    assert 0 == headline_block(page)


@pytest.mark.parametrize(
    ("kind", "headline", "tag"),
    [
        ("BlogPosting", "All news of the river in May", ""),
        ("NewsArticle", "Trees by rivers 2024", "Trees by rivers 2024"),
        ("NewsArticle", "Forty trees grow by the", ""),
        ("NewsArticle", "Why the trees by the...", ""),
    ],
)
def test_a_headline_for_machines(kind: str, headline: str, tag: str) -> None:
    """A title for search engines, a piece and a torn one leave the heading alone."""
    page = clues(
        f"<h1>Forty trees grow by the river</h1>{PROSE}",
        NEWS.format(kind, headline) + (f"<title>{tag}</title>" if tag else ""),
    )
    assert "Forty trees grow by the river" == find_title(page).value


def test_the_address_tells_which_headline_is_meant() -> None:
    """A live page keeps the words of its address as title, whatever is on top."""
    title = "Floods on the Elm: what we know so far"
    page = clues(
        f"<h1>Minister visits the bridge tomorrow</h1>{PROSE}",
        NEWS.format("NewsArticle", title) + f"<title>{title}</title>",
        url="https://www.elmtimes.example/floods-on-the-elm-what-we-know-so-far",
    )
    assert title == find_title(page).value


def test_a_heading_that_microdata_name() -> None:
    """A heading marked as headline that the head repeats is the title."""
    page = clues(
        f'<h1>Town life</h1><h2 itemprop="headline">Why trees grow by rivers</h2>{PROSE}',
        OG.format("Why trees grow by rivers") + "<title>Town life | Elm Times</title>",
    )
    assert "Why trees grow by rivers" == find_title(page).value


def test_a_logo_is_no_headline() -> None:
    """An h1 that holds the site's name gives way to the h2 below it."""
    page = clues(
        f"<h1>Elm Times</h1><h2>Trees grow by the river</h2>{PROSE}",
        "<title>Trees grow by the river | Elm Times</title>"
        + OG.format("Trees grow by the river"),
    )
    assert "Trees grow by the river" == find_title(page).value


def test_a_title_that_is_cut_off_is_not_taken() -> None:
    """The full form is preferred to one that ends in dots."""
    page = clues(
        PROSE,
        OG.format("Trees grow by the river and the lake...")
        + '<meta name="twitter:title" content="Trees grow by the river and the lake today">',
    )
    assert "Trees grow by the river and the lake today" == find_title(page).value
    assert "title-cut-off" in {e.rejected for e in find_title(page).evidence}


def test_the_kicker_inside_a_headline_is_taken_apart() -> None:
    """Class words tell the kicker from the headline in one h1."""
    page = clues(
        f'<h1><span class="kicker">Town life</span> <span>Trees grow by the river</span></h1>{PROSE}'
    )
    assert ("Trees grow by the river", "Town life") == (
        find_title(page).value,
        find_kicker(page).value,
    )


def test_the_dek_is_what_stands_below() -> None:
    """A classed line below the headline is the dek; a meta description alone is none."""
    text = "Forty elms now stand where the mill was, and more are to come."
    shown = clues(
        f'<h1>Trees grow by the river</h1><p class="standfirst">{text}</p>{PROSE}'
    )
    assert text == find_dek(shown).value
    hidden = clues(
        f"<h1>Trees grow by the river</h1>{PROSE}",
        f'<meta name="description" content="{text}">',
    )
    assert find_dek(hidden).value is None


def test_the_headlines_place_is_known() -> None:
    """The block of the headline is found, and missing where there is none."""
    page = clues(f"<p>Elm Times</p><h1>Trees grow by the river</h1>{PROSE}")
    assert 1 == headline_block(page)
    assert headline_block(clues(PROSE)) is None


def test_site_name_and_address() -> None:
    """The site is named by its meta; the canonical link is made absolute."""
    page = clues(
        PROSE, OG.format("x") + '<link rel="canonical" href="/trees?utm_source=mail">'
    )
    assert "Elm Times" == find_site_name(page).value
    assert "https://www.elmtimes.example/trees" == find_canonical_url(page).value


def test_an_empty_page_has_no_title() -> None:
    """Nothing is invented."""
    assert find_title(clues("", url=None)).value is None


def test_the_first_paragraph_is_no_dek() -> None:
    """A paragraph that the head repeats is text where others like it follow."""
    first = "The town planted forty elms along the river, the mayor said at noon."
    head = f'<meta name="description" content="{first}">'
    paragraph = '<div class="x1"><p class="c4f">{}</p></div>'
    body = paragraph.format(first) + paragraph.format(f"Later on, {first}") * 3
    assert find_dek(clues(f"<h1>Trees grow</h1>{body}", head)).value is None
    alone = paragraph.format(first) + PROSE
    assert first == find_dek(clues(f"<h1>Trees grow</h1>{alone}", head)).value


@pytest.mark.parametrize(
    ("below", "dek"),
    [
        ('<div class="author">Oda Reinholt</div>', True),
        ('<div class="x"><span class="publish-date">4 May 2026</span></div>', True),
        (
            "<p>The mill turned for an hour, and the baker came to see it turn.</p>",
            False,
        ),
        ('<div class="share">Share</div><p>The mill turned for an hour.</p>', False),
    ],
)
def test_a_sentence_above_the_byline_is_the_dek(below: str, *, dek: bool) -> None:
    """What stands alone between headline and byline or date is no paragraph."""
    sentence = "After two winters the tide mill grinds its first flour."
    rest = (
        "<p>The wheel was put back in place by three men and a crane on Monday.</p>" * 3
    )
    page = clues(
        f"<h1>Trees grow</h1><p>{sentence}</p>{below}<article>{rest}</article>"
    )
    assert find_dek(page).value == (sentence if dek else None)


def test_the_title_is_no_dek() -> None:
    """The heading that repeats the title of the data is the title, not its dek."""
    page = clues(
        f"<h1>Elm news today</h1><h2>Forty trees grow by the river</h2>{PROSE}",
        NEWS.format("NewsArticle", "Forty trees grow by the river"),
    )
    assert "Forty trees grow by the river" == find_title(page).value
    assert find_dek(page).value is None


@pytest.mark.parametrize(
    "heading",
    [
        '<span class="overline">Town life</span>Why trees grow by rivers',
        '<span class="a">Town life</span><span aria-hidden="true"> – </span><span class="b">Why trees grow by rivers</span>',
        '<span class="a">Town life</span><span class="b">: </span><span class="c">Why trees grow by rivers</span>',
    ],
)
def test_a_kicker_leaves_the_heading_though_the_head_repeats_it(heading: str) -> None:
    """An element of its own, or a dash in one, parts a kicker from the headline."""
    page = clues(
        f"<h1>{heading}</h1>{PROSE}", OG.format("Town life - Why trees grow by rivers")
    )
    assert "Why trees grow by rivers" == find_title(page).value


@pytest.mark.parametrize(
    "heading",
    [
        'Why trees grow by rivers <span class="subtitle">A walk along the Elm with those who plant</span>',
        "Why trees grow by rivers<p>A walk along the Elm</p>",
        "Why trees grow by rivers | Leaf Net",
    ],
)
def test_what_a_heading_holds_behind_the_headline(heading: str) -> None:
    """A subtitle in the heading, or a name behind a bar, is no part of the title."""
    page = clues(f"<h1>{heading}</h1>{PROSE}", OG.format("Why trees grow by rivers"))
    assert "Why trees grow by rivers" == find_title(page).value


def test_a_longer_heading_stays_whole() -> None:
    """Words that nothing parts from the headline belong to it."""
    heading = "Why trees grow by rivers in May"
    page = clues(f"<h1>{heading}</h1>{PROSE}", OG.format("Why trees grow by rivers"))
    assert heading == find_title(page).value


def test_headings_that_stand_twice_are_those_of_forms() -> None:
    """Of three headings, the two alike do not hide the headline."""
    form = "<h1>Our letter in your mailbox: subscribe!</h1>"
    page = clues(
        f"<h1>My gift guide for the river walk</h1>{PROSE}{form}{form}",
        OG.format("The gift guide | Elm Times | Read now!"),
    )
    assert "My gift guide for the river walk" == find_title(page).value


def test_a_heading_in_another_script_is_no_headline() -> None:
    """The box of a translator does not name a Japanese page."""
    title = "川沿いに四十本の楡の木を植える"
    page = clues(f"<h1>Original text</h1>{PROSE}", f"<title>{title}</title>", lang="ja")
    assert title == find_title(page).value


@pytest.mark.parametrize(
    ("tag", "url", "name"),
    [
        (
            "Elm Notes: Why trees grow by rivers",
            "https://notes.blogs.example/a",
            "Elm Notes",
        ),
        (
            "Why trees grow by rivers | The Wych",
            "https://www.oldtown.example/a",
            "The Wych",
        ),
        (
            "Why trees grow by rivers - Wiązowa Gazeta",
            "https://wiazowagazeta.example/a",
            "Wiązowa Gazeta",
        ),
        (
            "Why trees grow by rivers in May and June",
            "https://www.oldtown.example/a",
            "oldtown.example",
        ),
        ("Old Town", "https://www.oldtown.example/", "Old Town"),
    ],
)
def test_the_title_element_names_the_site(tag: str, url: str, name: str) -> None:
    """What stands beside the headline, or looks like the host, is the site's name."""
    page = clues(
        f"<h1>Why trees grow by rivers</h1>{PROSE}", f"<title>{tag}</title>", url=url
    )
    assert name == find_site_name(page).value


@given(st.text("ab |–-:·»/_>｜é", max_size=20))
def test_titles_are_cut_as_a_pattern_would(text: str) -> None:
    """Looking at breakers alone finds what a split at the whole pattern finds."""
    folded = " ".join(text.split())
    pattern = (
        r"(\s+(?:[|–—\-:·•»«/‹›~>]|::|//|\|\|)\s+|\s?[|｜»«]\s?|(?<=\S)_(?=\S)|:\s+)"
    )
    assert re.split(pattern, folded) == title_parts(folded)


def test_a_second_level_heading_tells_the_sites_name_too() -> None:
    """Old pages have no first-level heading."""
    page = clues(
        f"<h2>Why trees grow by rivers</h2>{PROSE}",
        "<title>The Wych: Why trees grow by rivers</title>",
        url="https://www.oldtown.example/a.htm",
    )
    assert "The Wych" == find_site_name(page).value
