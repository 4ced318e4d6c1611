"""What rules of each kind yield."""

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from tests.profiles.pages import SENTENCES, TEXT, view_of

from articlekit.rules import (
    Rule,
    SavedPage,
    const,
    css,
    first_of,
    join,
    json_ld,
    meta,
    microdata,
    regex,
    soup,
    state,
    text_after,
    xpath,
)


def signed(page: SavedPage) -> Iterator[str]:
    """Yield the lines of the page that are a signature."""
    for line in page.lines:
        if line.startswith("Par "):
            yield line


def first_line(page: SavedPage) -> str | None:
    """Return one text."""
    return page.text(css("h1"))


def nothing(page: SavedPage) -> None:
    """Return nothing."""
    assert page.kind == "html"


def headings(tree: BeautifulSoup) -> list[str]:
    """Return the headings of the soup."""
    return [h.get_text(" ", strip=True) for h in tree.find_all("h1")]


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        (css("h1.title"), ("Le port rouvre enfin",)),
        (css("p.lead, h1"), ("Le port rouvre enfin", "Deux ans de travaux sont finis.")),
        (css("img", attr="alt"), ("Le port", "Soldes")),
        (css("img", attr="srcset"), ()),
        (css("script"), ()),
        (css("table"), ()),
        (xpath("//p[@class='lead']/text()"), ("Deux ans de travaux sont finis.",)),
        (xpath("//img/@src"), ("/photos/port.jpg", "/photos/ad.jpg")),
        (xpath("string(//h1)"), ("Le port rouvre enfin",)),
        (xpath("count(//figure)"), ("2",)),
        (xpath("//h1 = 'x'"), ()),
        (meta("og:title"), ("Le port rouvre",)),
        (meta("missing", "Teaser"), ("Deux ans de travaux sont finis",)),
        (json_ld("headline"), ("Le port rouvre",)),
        (json_ld("author.name"), ("Zoé Martin", "Rédaction Nord")),
        (json_ld("author"), ("Zoé Martin", "Rédaction Nord")),
        (json_ld("author.1.name"), ("Rédaction Nord",)),
        (json_ld("keywords.*"), ("port", "travaux")),
        (json_ld("name", type="VideoObject"), ("Le port vu du ciel",)),
        (json_ld("author.name.x"), ()),
        (microdata("description"), (SENTENCES[2],)),
        (state("props.story.desk"), ("Économie",)),
        (state("props.story.people.name", name="__NEXT_DATA__"), ("Ada Blanc", "Lou Noir")),
        (state("props.story.people.0"), ("Ada Blanc",)),
        (state("props.*.year"), ("2026",)),
        (state("props.story.desk", name="other"), ()),
        (regex(r"NORD \| .+"), ("NORD | Le port",)),
        (regex(r"^NORD \| (.+)"), ("Le port",)),
        (regex(r"(\w+)|(\d+)", of=const("ab 1")), ("ab", "1")),
        (regex(r"relu", of=css(".lead")), ()),
        (text_after("par"), ("Jean Dupont et Ada Blanc",)),
        (text_after("Publié le", of=css(".when")), ("14 mars 2026 à 8h30",)),
        (text_after("ubli"), ()),
        (soup(headings), ("Le port rouvre enfin",)),
        (const("x y"), ("x y",)),
        (first_of(css("table"), css("h1")), ("Le port rouvre enfin",)),
        (first_of(css("table")), ()),
        (join(css("table"), meta("og:title"), const("!")), ("Le port rouvre !",)),
        (join(const("a"), const("b"), separator="-"), ("a-b",)),
        (join(css("table")), ()),
        (signed, ("Par Jean Dupont et Ada Blanc",)),
        (first_line, ("Le port rouvre enfin",)),
        (nothing, ()),
    ],
)  # fmt: skip
def test_a_rule_yields_texts(rule: Rule, found: tuple[str, ...]) -> None:
    """In the order of the page, white space folded, none empty."""
    view = view_of()
    assert view.texts(rule) == found
    assert view.text(rule) == next(iter(found), None)
    assert view.trouble == []


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        (css("p"), ()),
        (meta("og:title"), ()),
        (soup(headings), ()),
        (text_after("Signé :"), ("Jean Dupont",)),
        (regex(r"^\d+ mars \d{4}$"), ("14 mars 2026",)),
        (const("x"), ("x",)),
    ],
)
def test_rules_run_on_plain_text(rule: Rule, found: tuple[str, ...]) -> None:
    """Selectors find nothing there; patterns and labels look at the lines."""
    assert view_of(TEXT).texts(rule) == found


def test_a_label_alone_stands_before_its_value() -> None:
    """Where the label is a whole line, the next line is the value."""
    view = view_of("Autor:\nAna Gil\nFecha\n")
    assert view.texts(text_after("autor")) == ("Ana Gil",)
    assert view.texts(text_after("Fecha")) == ()


def test_a_page_shows_itself_to_functions() -> None:
    """Address, kind, lines, data and soup are those of the page."""
    page: SavedPage = view_of()
    assert page.url is not None
    assert page.url.startswith("https://courier.example/")
    assert SENTENCES[0] in page.lines
    assert [node["@type"] for node in page.json_ld] == ["NewsArticle", "VideoObject"]
    assert [name for name, _ in page.state] == ["__NEXT_DATA__"]
    assert page.soup.h1 is not None
    assert page.soup is page.soup


def test_nested_elements_yield_a_bounded_text() -> None:
    """Elements in each other repeat their text: it stops where it is too much."""
    deep = "<html><body>" + "<div>x" * 900 + "y" * 5_000 + "</div>" * 900
    found = view_of(deep).texts(css("div"))
    assert 0 < sum(map(len, found)) <= 500_000


def test_many_matches_are_cut() -> None:
    """A rule yields a thousand texts at most."""
    page = "<html><body>" + "<p>x</p>" * 3_000 + "</body></html>"
    assert len(view_of(page).texts(css("p"))) == 1_000
    assert len(view_of(page).texts(regex("x"))) == 1_000
