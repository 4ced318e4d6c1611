"""Selectors are checked when a rule is built, and a wrong one is told with its place."""

import pickle

import pytest

from articlekit import RuleError
from articlekit.rules import css, xpath


@pytest.mark.parametrize(
    ("selector", "said"),
    [
        ("div >", "EOF at 5"),
        ("[x=", "EOF at 3"),
        ("", "EOF at 0"),
        ("p:foo", ":foo"),
        ("a::attr(href)", "attr= takes an attribute"),
    ],
)
def test_wrong_css_is_told(selector: str, said: str) -> None:
    """The error shows the rule as written and where it is wrong."""
    with pytest.raises(RuleError) as caught:
        css(selector)
    assert caught.value.rule == f"css({selector!r})"
    assert said in caught.value.reason


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("", "at 0"),
        ("//", "name of an element or attribute, got 'the end' at 2"),
        ("//h1[", "at 5"),
        ("//h1]", "got ']' at 4"),
        ("//p[]", "at 4"),
        ("//p[@]", "got ']' at 5"),
        ("//h1[@class='a]", '"\'" at 12'),
        ("h1 h2", "got 'h2' at 3"),
        ("//p/", "at 4"),
        ("(//p", "expected ')'"),
        ("1 +", "a path"),
        ("foo::p", "an axis"),
        ("$x", "got '$' at 0"),
        ("//p#", "'#' at 3"),
        ("matches(., 'x')", "a function of XPath 1.0, got 'matches' at 0"),
        ("//p[contains(.)]", "2 to 2 arguments"),
        ("//p[contains(., 'a', 'b')]", "2 to 2 arguments"),
        ("//svg:path", "without prefix"),
        ("(" * 60 + "p" + ")" * 60, "less nesting"),
    ],
)
def test_wrong_xpath_is_told(expression: str, said: str) -> None:
    """So is what lxml would only find out on a page."""
    with pytest.raises(RuleError) as caught:
        xpath(expression)
    assert said in caught.value.reason


@pytest.mark.parametrize(
    "expression",
    [
        "//h1",
        "/html/body",
        "/",
        "..",
        "@href",
        "//h1[@class='a b']/text()",
        "string(//h1)",
        "(//p)[1]",
        "//a[contains(concat(' ', normalize-space(@class), ' '), ' x ')]/@href",
        "//div[@id='x']//p[position() > 2 and last()]",
        "ancestor::div[1]/following-sibling::p",
        "//p | //li",
        "1 + 2 * -3",
        "//*[self::h1 or self::h2]",
        "//comment() | //processing-instruction('x')",
        "id('x')/p",
        "//or",
        "//div[text()[contains(., 'x')]]",
        "//p[a and b or c mod 2]",
        "//p[string-length() > 10]",
        '//a[@href != "x"]',
        "//p[@data-a.b = .5]",
    ],
)
def test_right_xpath_is_taken(expression: str) -> None:
    """The grammar is that of XPath 1.0; lxml compiles what it lets through."""
    from lxml import etree

    assert xpath(expression).expression == expression
    etree.XPath(expression)


def test_selectors_are_values() -> None:
    """They compare, hash, travel, and show themselves as written."""
    rule = css("time.date", attr="datetime")
    assert pickle.loads(pickle.dumps(rule)) == rule
    assert hash(rule) == hash(css("time.date", attr="datetime"))
    assert str(rule) == "css('time.date', attr='datetime')"
    assert str(xpath("//h1")) == "xpath('//h1')"
    assert css("h1") != css("h2")
