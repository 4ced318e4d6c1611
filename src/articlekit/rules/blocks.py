"""Rules that select blocks of the page: for the body, and for lists of stories."""

import re
from typing import Protocol, TypeAlias

import attrs

from articlekit.errors import RuleError
from articlekit.model import ListKind
from articlekit.rules.patterns import COMPILED, compiled
from articlekit.rules.selectors import Css, XPath


@attrs.frozen
class Lines:
    """Runs of text that match a pattern as a whole; see `lines`."""

    pattern: str
    compiled: re.Pattern[str] = attrs.field(
        default=COMPILED, init=False, repr=False, eq=False
    )

    def __str__(self) -> str:
        """Return the rule as written."""
        return f"lines({self.pattern!r})"


class _Bounded(Protocol):
    @property
    def start(self) -> str: ...
    @property
    def end(self) -> str | None: ...


def _start_of(rule: _Bounded) -> re.Pattern[str]:
    return compiled(rule.start, rule=str(rule))


def _end_of(rule: _Bounded) -> re.Pattern[str] | None:
    return None if rule.end is None else compiled(rule.end, rule=str(rule))


@attrs.frozen
class Between:
    """Runs of text from one that matches to one that matches; see `between`."""

    start: str
    end: str | None = None
    starts: re.Pattern[str] = attrs.field(
        default=attrs.Factory(_start_of, takes_self=True),
        init=False,
        repr=False,
        eq=False,
    )
    ends: re.Pattern[str] | None = attrs.field(
        default=attrs.Factory(_end_of, takes_self=True),
        init=False,
        repr=False,
        eq=False,
    )

    def __str__(self) -> str:
        """Return the rule as written."""
        end = "" if self.end is None else f", {self.end!r}"
        return f"between({self.start!r}{end})"


BlockRule: TypeAlias = Css | XPath | Lines | Between
"""What selects blocks of the page."""


@attrs.frozen(kw_only=True)
class StoryBlock:
    """A list of other stories; see `story_block`.

    Attributes:
        within: What selects the blocks that the list stands in.
        kind: What the list is for.
        name: Name of the list; None takes the heading that the page shows.
    """

    within: BlockRule
    kind: ListKind
    name: str | None = None

    def __str__(self) -> str:
        """Return the rule as written."""
        return f"story_block({self.within}, kind={self.kind.value!r})"


def lines(pattern: str) -> Lines:
    """Select the runs of text (on a plain-text page: the lines) of one form.

    Args:
        pattern: A regular expression of `re` that the whole text matches, white
            space folded. Texts of more than 2,000 characters never do.

    Raises:
        RuleError: It is no regular expression, matches the empty text, or takes
            exponential time.
    """
    return Lines(pattern)


def between(start: str, end: str | None = None) -> Between:
    """Select the runs of text between two that match, on any page.

    Args:
        start: Regular expression that the whole text before the first one
            matches. That text is selected too, the one that *end* matches is not.
        end: Regular expression for the text behind the last one; None, or none
            that matches, selects all to the end of the page.

    Raises:
        RuleError: One of them is no regular expression, matches the empty text,
            or takes exponential time.
    """
    return Between(start, end)


def story_block(
    within: BlockRule, *, kind: ListKind | str = ListKind.OTHER, name: str | None = None
) -> StoryBlock:
    """Say that the stories in some blocks are one list.

    Args:
        within: What selects the blocks that the list stands in.
        kind: A `ListKind` or its value, e.g. "most_read".
        name: Name of the list; None takes the heading that the page shows.

    Raises:
        RuleError: *kind* is no kind of list.
    """
    try:
        found = ListKind(kind)
    except ValueError as error:
        rule = f"story_block({within}, kind={kind!r})"
        known = ", ".join(ListKind)
        raise RuleError(None, rule, f"kind is one of {known}") from error
    return StoryBlock(within=within, kind=found, name=name)
