"""A broken rule is a warning; the parse goes on without it."""

import multiprocessing
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from tests.profiles.pages import GENERIC, PAGE, URL, courier, parsed

import articlekit
from articlekit import LimitError, RuleError
from articlekit.profiles.foreign import call_foreign
from articlekit.rules import SavedPage, add, const, css, first_of, join, soup, xpath


def raising(page: SavedPage) -> str:
    """Raise."""
    raise KeyError(page.kind)


def leaving(page: SavedPage) -> str:
    """Try to end the process."""
    raise SystemExit(page.kind)


def failing_halfway(page: SavedPage) -> Iterator[str]:
    """Yield once, then raise."""
    yield page.kind
    raise ValueError("halfway")


def recursing(page: SavedPage) -> str:
    """Call itself for ever."""
    return recursing(page)


def numbers(page: SavedPage) -> list[int]:
    """Return what no field holds."""
    return [len(page.lines)]


def bad_soup(tree: BeautifulSoup) -> list[str]:
    """Select wrongly."""
    return [tag.get_text() for tag in tree.select("div >")]


def soup_numbers(tree: BeautifulSoup) -> list[int]:
    """Return what no field holds."""
    return [len(tree.contents)]


def soup_title(tree: BeautifulSoup) -> str:
    """Return the heading."""
    assert tree.h1 is not None
    return tree.h1.get_text()


def slow(page: SavedPage) -> str:
    """Ask the page again and again, past any deadline."""
    while True:
        page.texts(css("p"))


def endless(page: SavedPage) -> str:
    """Never return, and never ask anything."""
    while page:
        pass
    return ""


@pytest.mark.parametrize(
    ("rule", "code", "reason"),
    [
        (raising, "rule-failed", "KeyError: 'html'"),
        (leaving, "rule-failed", "SystemExit: html"),
        (failing_halfway, "rule-failed", "ValueError: halfway"),
        (recursing, "rule-failed", "RecursionError"),
        (numbers, "rule-wrong-type", "returned int"),
        (soup(bad_soup), "rule-failed", "SelectorSyntaxError"),
        (soup(soup_numbers), "rule-wrong-type", "returned int"),
        (first_of(css("table"), raising), "rule-failed", "KeyError"),
        (join(raising, css("table")), "rule-failed", "KeyError"),
        (add(raising), "rule-failed", "KeyError"),
    ],
)
def test_a_broken_rule_is_a_warning(rule: object, code: str, reason: str) -> None:
    """The field is found without it, and the evidence tells what was wrong."""
    article = parsed(title=rule)
    assert article.title == GENERIC.title
    assert article.warnings == (code,)
    (told,) = (e for e in article.why("title") if e.rejected == code)
    assert told.origin == "profile"
    assert told.raw.startswith(reason)


@pytest.mark.parametrize("expression", ["sum('x')", "//p | 3", "count(1)"])
def test_an_expression_without_value_is_a_warning(expression: str) -> None:
    """It is written rightly, so only a page tells that it has none."""
    rule = xpath(expression)
    article = parsed(title=rule, body=rule, images=rule, credit=rule)
    assert article.title == GENERIC.title
    assert article.body == GENERIC.body
    assert article.warnings == ("rule-failed",)
    assert any(e.locator == expression for e in article.evidence)


def test_a_page_of_xhtml_makes_soup() -> None:
    """Its declaration of XML is no cause for a warning."""
    page = '<?xml version="1.0"?>\n' + "<!-- x -->" * 60 + PAGE
    assert parsed(page, title=soup(soup_title)).title == "Le port rouvre enfin"


def test_rules_behind_a_broken_one_count() -> None:
    """One failure does not hide the rest."""
    article = parsed(title=(raising, const("Titre")), dek=raising, authors=numbers)
    assert article.title == "Titre"
    assert article.authors == GENERIC.authors
    assert article.warnings == ("rule-failed", "rule-wrong-type")


def test_only_what_is_asked_for_runs() -> None:
    """A rule of a field that nobody wants is not tried."""
    profile = courier(dek=raising)
    article = articlekit.parse(PAGE, url=URL, profiles=(profile,), fields=("title",))
    assert article.warnings == ()


def test_the_deadline_stops_a_rule_that_asks_the_page() -> None:
    """A limit of the parse is not taken for a failure of the rule."""
    limits = articlekit.Limits(deadline=0.2)
    with pytest.raises(LimitError) as caught:
        articlekit.parse(PAGE, url=URL, profiles=(courier(title=slow),), limits=limits)
    assert caught.value.limit == "deadline"


def test_foreign_code_runs_in_one_place() -> None:
    """What it raises is the cause of a `RuleError`; a limit goes through."""
    with pytest.raises(RuleError) as caught:
        call_foreign(int, "x")
    assert isinstance(caught.value.__cause__, ValueError)

    def limited(_: str) -> None:
        raise LimitError("nodes", 1, 2)

    with pytest.raises(LimitError):
        call_foreign(limited, "x")


def _parse_endlessly() -> None:
    articlekit.parse(PAGE, url=URL, profiles=(courier(title=endless),))


def test_an_endless_rule_is_stopped_from_outside() -> None:
    """A function that never returns ends with the process that runs it."""
    process = multiprocessing.get_context("fork").Process(target=_parse_endlessly)
    process.start()
    process.join(0.5)
    assert process.is_alive()
    process.kill()
    process.join(10)
    assert not process.is_alive()
