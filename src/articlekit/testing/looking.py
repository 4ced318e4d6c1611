"""What single rules of a profile do on a golden page."""

from typing import cast

from articlekit.profiles.blocks import selected
from articlekit.profiles.layouts import layout_for
from articlekit.profiles.ruled import RuleGuide
from articlekit.profiles.view import View
from articlekit.reading.deadline import Deadline
from articlekit.reading.encoding import to_utf8
from articlekit.reading.markup import read_markup
from articlekit.reading.plaintext import looks_like_html, read_plain
from articlekit.rules import DEFAULT_LIMITS, Css, Hints, Layout, Profile, StoryBlock
from articlekit.rules.blocks import BlockRule
from articlekit.rules.profile import BLOCK_FIELDS, CREDIT_FIELDS, bare
from articlekit.rules.selectors import XPath
from articlekit.rules.values import Regex
from articlekit.testing.golden import GoldenPage


def view_of(page: GoldenPage) -> View:
    """Return *page* as rules see it.

    Raises:
        InputError: The page cannot be read.
    """
    deadline = Deadline(DEFAULT_LIMITS.deadline)
    url = page.meta.url
    utf8, start = to_utf8(page.content, page.meta.content_type)
    if looks_like_html(start):
        read = read_markup(utf8, url=url, limits=DEFAULT_LIMITS, deadline=deadline)
    else:
        read = read_plain(utf8.decode("utf-8"), url=url, limits=DEFAULT_LIMITS)
    return View(read, url, deadline)


def layout_of(view: View, profile: Profile) -> Layout | None:
    """Return the layout of *profile* that a page has, or None."""
    return layout_for(view, profile)


def fits(view: View, layout: Layout) -> bool:
    """Say whether a page passes the tests of *layout*, whatever the others say."""
    return all(map(view.passes, layout.tests))


def finds(view: View, field: str, rule: object) -> bool:
    """Say whether *rule*, in the field of that name, finds anything on a page.

    Args:
        view: The page.
        field: One of `RULE_FIELDS`.
        rule: The rule, with or without its mode.
    """
    inner = bare(rule)
    if isinstance(inner, StoryBlock):
        return bool(selected(view, inner.within))
    if field in BLOCK_FIELDS or field == "headlines":
        return _selects(view, cast("BlockRule", inner))
    if field in CREDIT_FIELDS:
        return _credits(view, cast("Css | XPath | Regex", inner))
    return bool(RuleGuide(view, (), Hints()).values(field, inner))


def _selects(view: View, rule: BlockRule) -> bool:
    """Look at elements where there are some: a picture is no block."""
    if isinstance(rule, Css | XPath):
        return view.tree.has(rule.expression)
    return bool(selected(view, rule))


def _credits(view: View, rule: Css | XPath | Regex) -> bool:
    if isinstance(rule, Css | XPath):
        return view.tree.has(rule.expression)
    return any(map(rule.compiled.search, view.lines))
