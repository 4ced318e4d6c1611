"""The first layout whose tests a page passes gives its rules."""

import pytest
from tests.profiles.pages import parsed

from articlekit.rules import (
    Layout,
    PageTest,
    SavedPage,
    const,
    css,
    has,
    lacks,
    meta,
    url_matches,
)


def is_html(page: SavedPage) -> bool:
    """Test the kind of the page."""
    return page.kind == "html"


def is_text(page: SavedPage) -> bool:
    """Test the kind of the page."""
    return page.kind == "text"


def broken(page: SavedPage) -> bool:
    """Fail."""
    raise LookupError(page.kind)


@pytest.mark.parametrize(
    ("tests", "holds"),
    [
        (has("body.layout-new"), True),
        (has("body.layout-old"), False),
        (has("br"), True),
        (has(meta("teaser")), True),
        (has(meta("other")), False),
        (lacks("body.layout-old"), True),
        (lacks(meta("teaser")), False),
        (url_matches(r"/nord/\d{4}/"), True),
        (url_matches(r"/sud/"), False),
        (is_html, True),
        (is_text, False),
        ((has("h1"), is_html), True),
        ((has("h1"), is_text), False),
        (broken, False),
    ],
)
def test_a_page_passes_all_tests_of_its_layout(
    tests: PageTest | tuple[PageTest, ...],
    holds: bool,  # noqa: FBT001 - a case
) -> None:
    """An element counts even without text; a test that fails does not hold."""
    layout = Layout(name="new", matches=tests, section=const("Nord"))
    article = parsed(layouts=(layout,))
    assert (article.section == "Nord") is holds
    assert article.warnings == (("rule-failed",) if tests is broken else ())


def test_layouts_are_tried_in_order() -> None:
    """Two may be live at once; the first that fits is taken."""
    layouts = (
        Layout(name="old", matches=has("body.layout-old"), section=const("Vieux")),
        Layout(name="new", matches=has("body"), section=const("Neuf")),
        Layout(name="any", matches=has("html"), section=const("Autre")),
    )
    assert parsed(layouts=layouts).section == "Neuf"


def test_evidence_names_profile_and_layout() -> None:
    """Who wants to know which one was used finds it there."""
    layout = Layout(name="new", matches=has("body"))
    for layouts, name in (((layout,), "new"), ((), "")):
        told = [e for e in parsed(layouts=layouts).evidence if e.field == "profile"]
        assert [(e.origin, e.locator, e.raw) for e in told] == [
            ("profile", "courier", name)
        ]


def test_a_layout_goes_before_its_profile() -> None:
    """Its rules are tried first, its language and zone count first."""
    layout = Layout(
        name="new",
        matches=has("body"),
        section=(css("table"), const("Neuf")),
        language="fr-BE",
        timezone="Europe/Brussels",
    )
    article = parsed(
        layouts=(layout,),
        section=const("Profil"),
        title=css("h1"),
        language="fr-CH",
    )
    assert article.section == "Neuf"
    assert article.title == "Le port rouvre enfin"
    assert article.language == "fr-BE"
    behind = Layout(name="new", matches=has("body"), section=css("table"))
    assert parsed(layouts=(behind,), section=const("Profil")).section == "Profil"
