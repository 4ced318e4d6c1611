"""Structured data is read as tolerantly as it is written."""

import json

import pytest
from tests.timing import cpu_seconds

from articlekit.reading.markup import read_markup
from articlekit.reading.structured import read_json, types_of

GOOD = '{"@type": "NewsArticle", "headline": "Bridge // opens, again,}"}'


@pytest.mark.parametrize(
    "script",
    [
        GOOD,
        f"/* comment */ {GOOD}",
        f"// comment\n{GOOD}",
        f"//<![CDATA[\n{GOOD}\n//]]>",
        f"<![CDATA[{GOOD}]]>",
        f"<!-- {GOOD} -->",
        f"{GOOD};",
        GOOD[:-1] + ",}",
        GOOD.replace(': "B', ': \n\t"B'),
        GOOD.replace('"', "&quot;"),
        "\ufeff" + GOOD,
    ],
)
def test_json_is_mended(script: str) -> None:
    """Comments, CDATA, trailing commas, entities: the object is the same."""
    assert read_json(script) == [json.loads(GOOD)]


def test_control_characters_inside_strings_are_kept() -> None:
    """A raw line break in a string is no reason to lose the object."""
    assert read_json('{"a": "b\nc"}') == [{"a": "b\nc"}]


def test_bad_escapes_are_read_as_the_character() -> None:
    r"""A backslash before a character that needs none is dropped."""
    assert read_json(r'{"a": "it\'s"}') == [{"a": "it's"}]


def test_several_objects_in_one_script_are_all_read() -> None:
    """Objects one after the other, with or without a separator."""
    assert read_json('{"a": 1} {"b": 2};{"c": 3}') == [{"a": 1}, {"b": 2}, {"c": 3}]


@pytest.mark.parametrize(
    "script", ["{", "no json", "[" * 200_000, "{'a': 1}", "/*" * 50_000]
)
def test_what_makes_no_sense_is_none(script: str) -> None:
    """A hopeless script is None, in linear time and without an exception."""
    assert read_json(script) is None


def test_a_broken_script_costs_the_others_nothing() -> None:
    """Each script is read alone, graphs and lists are opened."""
    page = read_markup(
        '<script type="application/ld+json">{"@type": "NewsArticle", oops</script>'
        '<script type="Application/LD+JSON; charset=utf-8">{"@graph": [{"@type": ["WebPage", "Article"], "headline": "A"}]}</script>'
        '<script type="application/ld+json">[{"@type": "http://schema.org/newsArticle", "headline": "B"}]</script>'
    )
    assert [n["headline"] for n in page.structured.articles] == ["A", "B"]
    assert page.structured.broken == 1


def test_types_are_folded() -> None:
    """A type is known by its last part, lower case."""
    assert types_of(
        {"@type": ["schema:NewsArticle", 3, "https://schema.org/Report/"]}
    ) >= {"newsarticle"}


def test_app_state_is_found_in_its_forms() -> None:
    """JSON scripts, assignments and parsed strings are state."""
    page = read_markup(
        '<script id="__NEXT_DATA__" type="application/json">{"props": {"a": 1}}</script>'
        '<script>window.__APOLLO_STATE__ = {"b": 2}; other();</script>'
        '<script>window.__PRELOADED_STATE__ = JSON.parse("{\\"c\\": 3}");</script>'
        "<script>window.__INITIAL_STATE__ = makeState();</script>"
    )
    assert page.structured.state == (
        ("__NEXT_DATA__", {"props": {"a": 1}}),
        ("__APOLLO_STATE__", {"b": 2}),
        ("__PRELOADED_STATE__", {"c": 3}),
    )


@pytest.mark.parametrize("unit", [r"\"", r"\"a", '"\\', "/*", "<!--", ", ", '"" ', "{"])
def test_junk_is_read_in_linear_time(unit: str) -> None:
    """Eight times the junk that never closes takes about eight times as long."""
    small, large = (
        cpu_seconds(lambda size=size: read_json('{"a": "' + unit * size))  # type: ignore[misc]
        for size in (10_000, 80_000)
    )
    assert large < 24 * small + 0.1
