"""Rules are values that are checked when they are built."""

import pickle
from collections.abc import Callable

import pytest

from articlekit import RuleError
from articlekit.rules import (
    Rule,
    SavedPage,
    add,
    between,
    const,
    css,
    first_of,
    has,
    join,
    json_ld,
    lacks,
    lines,
    meta,
    microdata,
    only,
    regex,
    soup,
    state,
    story_block,
    text_after,
    url_matches,
    veto,
)
from articlekit.rules.writing import written


def names(page: SavedPage) -> tuple[str, ...]:
    """Return the names on the page, as an author would."""
    return page.texts(css(".author"))


@pytest.mark.parametrize(
    ("rule", "shown"),
    [
        (meta("og:title", "Title"), "meta('og:title', 'title')"),
        (json_ld("author.name"), "json_ld('author.name')"),
        (json_ld("name", type="VideoObject"), "json_ld('name', type='VideoObject')"),
        (microdata("author"), "microdata('author')"),
        (state("a.0.*.b", name="S"), "state('a.0.*.b', name='S')"),
        (regex(r"By (.+)"), "regex('By (.+)')"),
        (regex("a", of=css("b")), "regex('a', of=css('b'))"),
        (text_after("By:", "Von:"), "text_after('By:', 'Von:')"),
        (text_after("By:", of=css("b")), "text_after('By:', of=css('b'))"),
        (soup(str), "soup(str)"),
        (const("x"), "const('x')"),
        (first_of(css("a"), names), "first_of(css('a'), names)"),
        (join(css("a"), meta("b")), "join(css('a'), meta('b'))"),
        (join(css("a"), separator=", "), "join(css('a'), separator=', ')"),
        (lines("x.+"), "lines('x.+')"),
        (between("x.+", "y"), "between('x.+', 'y')"),
        (between("x.+"), "between('x.+')"),
        (story_block(css("a"), kind="latest"), "story_block(css('a'), kind='latest')"),
        (add(css("a")), "add(css('a'))"),
        (only(names), "only(names)"),
        (veto(const("x")), "veto(const('x'))"),
        (has("a"), "has(css('a'))"),
        (lacks(meta("a")), "lacks(meta('a'))"),
        (url_matches("/x/"), "url_matches('/x/')"),
    ],
)
def test_a_rule_shows_itself_as_written(rule: object, shown: str) -> None:
    """The words are those of evidence and errors; equal rules are one."""
    assert str(rule) == shown == written(rule)
    assert pickle.loads(pickle.dumps(rule)) == rule
    assert len({rule, pickle.loads(pickle.dumps(rule))}) == 1


@pytest.mark.parametrize(
    ("build", "said"),
    [
        pytest.param(meta, "at least one", id="0"),
        pytest.param(lambda: meta(""), "none of them empty", id="1"),
        pytest.param(lambda: json_ld("a..b"), "names with dots", id="2"),
        pytest.param(lambda: state(""), "names with dots", id="3"),
        pytest.param(lambda: microdata(""), "none of them empty", id="4"),
        pytest.param(lambda: const(" "), "none of them empty", id="5"),
        pytest.param(lambda: text_after("x", ""), "none of them empty", id="6"),
        pytest.param(first_of, "at least one", id="7"),
        pytest.param(join, "at least one", id="8"),
        pytest.param(lambda: soup(3), "no function", id="9"),  # type: ignore[arg-type]
        pytest.param(
            lambda: story_block(css("a"), kind="mostread"),
            "kind is one of top",
            id="10",
        ),
        pytest.param(lambda: regex("("), "at 0", id="11"),
        pytest.param(lambda: regex("a*"), "empty text", id="12"),
        pytest.param(lambda: lines("(?:a|b)?"), "empty text", id="13"),
        pytest.param(lambda: between("a", "("), "at 0", id="14"),
        pytest.param(lambda: url_matches("(a+)+"), "in several ways", id="15"),
    ],
)
def test_a_wrong_rule_is_told(build: Callable[[], object], said: str) -> None:
    """What can be known without a page is an error before there is one."""
    with pytest.raises(RuleError) as caught:
        build()
    assert said in caught.value.reason
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+b",
        r"(?:a*b?)*x",
        r"((a|b)c){2,}y",
        r"(x\)+)*z",
        r"(?:(a)+)+b",
        r"(a|a)*b",
        r"(?:a{1,9})+b",
        r"(?P<x>a?){1,50}b",
        r"(?i:a+){6}b",
        r"(?:[)]+x)+y",
        r"(a+)+?b",
    ],
)
def test_patterns_that_may_never_end_are_refused(pattern: str) -> None:
    """What can match in several ways may not be repeated often."""
    with pytest.raises(RuleError, match="can match in several ways"):
        regex(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:a+,){1,5}b",
        r"[(+)]+x",
        r"\(a+\)+b",
        r"(?P<x>.+)\sy+",
        r"(ab)+c*d",
        r"(?:\d{2})+x",
        r"(?i)a+|b+",
        r"(?:a|b)c+",
        r"(?:a|b)?c",
        r"(?<=a)b+",
        r"a{,3}b",
        r"x{y}+z",
        r"(a+?)b",
    ],
)
def test_patterns_that_end_are_taken(pattern: str) -> None:
    """Repeats of single characters, of one form, or of few rounds do no harm."""
    assert regex(pattern).pattern == pattern


def test_rules_nest() -> None:
    """A rule can look into what another one yields, to any depth."""
    rule: Rule = first_of(regex("(a)", of=join(css("x"), names)), const("b"))
    assert rule == first_of(regex("(a)", of=join(css("x"), names)), const("b"))
