"""Pages of a site's shape."""

import pytest
from hypothesis import find, given, settings
from tests.testing import sites
from tests.testing.pages import PAGE

import articlekit
from articlekit.rules import (
    Profile,
    const,
    css,
    first_of,
    has,
    json_ld,
    meta,
    microdata,
    regex,
    text_after,
    xpath,
)
from articlekit.rules.values import Rule
from articlekit.testing.site_pages import hostile_pages, pieces_of, site_pages, site_url

_FIND = settings(max_examples=600, database=None, derandomize=True, deadline=None)


@pytest.mark.parametrize(
    "rule",
    [
        css("h1.title > span#x, b"),
        css("main article[data-kind='story'] p.lead:first-child"),
        css("img.lead", attr="alt"),
        meta("x:title"),
        microdata("headlinetext"),
        json_ld("isPartOf.title", type="Thing"),
        json_ld("associatedMedia.*.caption"),
        text_after("Title here:"),
        first_of(xpath("//b"), css("h1.first")),
        regex("(.+)", of=css("p.pattern")),
    ],
    ids=str,
)
def test_pages_have_what_a_rule_looks_for(rule: Rule) -> None:
    """Among the pieces of the pages are some in which the rule finds words."""
    profile = Profile(name="p", hosts=sites.HOSTS, kicker=rule)
    pages = (
        f"<html><body>{piece.replace('{}', 'Found words')}</body></html>"
        for piece in pieces_of(profile)
    )
    found = [
        articlekit.parse(page, url=site_url(profile), profiles=(profile,)).kicker
        for page in pages
    ]
    assert "Found words" in found


def test_edited_copies_of_real_pages() -> None:
    """Pages of the site come back with something changed."""
    profile = Profile(name="p", hosts=sites.HOSTS, kicker=const("x"))
    strategy = site_pages(profile, pages=[PAGE])
    assert find(
        strategy, lambda page: "Whitcombe" in page and page != PAGE, settings=_FIND
    )


def test_tests_of_layouts_count() -> None:
    """What a layout asks for is on some of the pages."""
    strategy = site_pages(sites.IDLE)
    assert find(strategy, lambda page: 'class="story"' in page, settings=_FIND)
    assert has("main.story") in sites.IDLE.layouts[2].tests


@given(hostile_pages())
def test_hostile_pages_are_text(page: str) -> None:
    """Hostile pages are texts, whatever they hold."""
    assert isinstance(page, str)


def test_address_of_a_site() -> None:
    """The address is one that the profile claims."""
    profile = Profile(name="p", hosts=("*.example.org",))
    assert "https://news.example.org/2024/05/a-story-of-the-day-1234" == (
        site_url(profile)
    )
