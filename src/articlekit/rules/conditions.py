"""Tests of a page that tell which of a source's layouts it has."""

import re
from collections.abc import Callable
from typing import TypeAlias

import attrs

from articlekit.rules.patterns import COMPILED
from articlekit.rules.selectors import Css
from articlekit.rules.values import Rule, SavedPage
from articlekit.rules.writing import written


@attrs.frozen
class Has:
    """Whether a rule finds anything; see `has`."""

    rule: Rule

    def __str__(self) -> str:
        """Return the test as written."""
        return f"has({written(self.rule)})"


@attrs.frozen
class Lacks:
    """Whether a rule finds nothing; see `lacks`."""

    rule: Rule

    def __str__(self) -> str:
        """Return the test as written."""
        return f"lacks({written(self.rule)})"


@attrs.frozen
class UrlMatches:
    """Whether the page's address has a form; see `url_matches`."""

    pattern: str
    compiled: re.Pattern[str] = attrs.field(
        default=COMPILED, init=False, repr=False, eq=False
    )

    def __str__(self) -> str:
        """Return the test as written."""
        return f"url_matches({self.pattern!r})"


PageTest: TypeAlias = Has | Lacks | UrlMatches | Callable[[SavedPage], bool]
"""A test of a page: one of our kinds, or a plain typed function."""


def has(rule: Rule | str) -> Has:
    """Test that *rule* finds something; a str is a CSS selector.

    An element counts even where it holds no text.

    Raises:
        RuleError: The selector is wrong.
    """
    return Has(Css(rule) if isinstance(rule, str) else rule)


def lacks(rule: Rule | str) -> Lacks:
    """Test that *rule* finds nothing; a str is a CSS selector.

    Raises:
        RuleError: The selector is wrong.
    """
    return Lacks(Css(rule) if isinstance(rule, str) else rule)


def url_matches(pattern: str) -> UrlMatches:
    """Test that *pattern* is found in the page's address.

    Args:
        pattern: A regular expression of `re`, e.g. ``/opinion/``.

    Raises:
        RuleError: It is no regular expression, matches the empty text, or takes
            exponential time.
    """
    return UrlMatches(pattern)
