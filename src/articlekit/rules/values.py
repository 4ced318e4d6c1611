"""Rules that yield texts: where on a page a value stands.

A rule is a frozen value that says where to look; `profiles` looks. Each is
checked when it is built. What a rule yields are texts in the order of the page,
white space folded, empty ones left out; a field that holds one value takes the
first of them.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeAlias

import attrs

from articlekit.errors import RuleError
from articlekit.rules.patterns import COMPILED
from articlekit.rules.selectors import Css, XPath
from articlekit.rules.writing import Written, quoted

if TYPE_CHECKING:  # bs4 takes long to import; rules only name its type
    from bs4 import BeautifulSoup


class SavedPage(Protocol):
    """A page as the functions of profiles see it.

    Everything on it is read when it is asked for, and nothing is kept between
    pages.
    """

    @property
    def kind(self) -> Literal["html", "text"]:
        """Whether it is an HTML page or plain text."""
        ...

    @property
    def url(self) -> str | None:
        """Address of the page: the caller's, else the one the page names."""
        ...

    @property
    def lines(self) -> tuple[str, ...]:
        """Runs of text in order, white space folded, none empty."""
        ...

    @property
    def json_ld(self) -> tuple[Mapping[str, object], ...]:
        """The JSON-LD nodes in order; empty where there are none."""
        ...

    @property
    def state(self) -> tuple[tuple[str, object], ...]:
        """App state as (name, value), e.g. ("__NEXT_DATA__", {...})."""
        ...

    @property
    def soup(self) -> "BeautifulSoup":
        """The page as BeautifulSoup, built on first use; empty for plain text."""
        ...

    def texts(self, rule: "Rule") -> tuple[str, ...]:
        """Return what *rule* yields on this page; empty where it finds nothing."""
        ...

    def text(self, rule: "Rule") -> str | None:
        """Return the first text that *rule* yields on this page, or None."""
        ...


Texts: TypeAlias = str | Iterable[str] | None
"""What a function of a profile may return for texts."""
TextFunction: TypeAlias = Callable[[SavedPage], Texts]
"""A plain function as a rule."""

_STEP: Final = re.compile(r"[^.\s]+(?: [^.\s]+)*")


class _Pathed(Protocol):
    @property
    def path(self) -> str: ...


def _steps(rule: _Pathed) -> tuple[str, ...]:
    steps = tuple(rule.path.split("."))
    if not all(_STEP.fullmatch(step) for step in steps):
        raise RuleError(None, str(rule), "a path is names with dots between them")
    return steps


_STEPS: Final = attrs.Factory(_steps, takes_self=True)


def _filled(values: tuple[object, ...], rule: str) -> None:
    if not values or not all(values):
        raise RuleError(None, rule, "at least one, and none of them empty")


@attrs.frozen
class Meta:
    """The contents of meta elements; see `meta`."""

    names: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        """Check that there is a name."""
        _filled(self.names, str(self))

    def __str__(self) -> str:
        """Return the rule as written."""
        return quoted("meta", *self.names)


@attrs.frozen
class JsonLd:
    """Values of JSON-LD nodes; see `json_ld`."""

    path: str
    type: str | None = None
    steps: tuple[str, ...] = attrs.field(
        default=_STEPS, init=False, repr=False, eq=False
    )

    def __str__(self) -> str:
        """Return the rule as written."""
        return quoted("json_ld", self.path, type=self.type)


@attrs.frozen
class Microdata:
    """Values of microdata and RDFa properties; see `microdata`."""

    name: str

    def __attrs_post_init__(self) -> None:
        """Check that there is a name."""
        _filled((self.name,), str(self))

    def __str__(self) -> str:
        """Return the rule as written."""
        return quoted("microdata", self.name)


@attrs.frozen
class State:
    """Values of the page's app state; see `state`."""

    path: str
    name: str | None = None
    steps: tuple[str, ...] = attrs.field(
        default=_STEPS, init=False, repr=False, eq=False
    )

    def __str__(self) -> str:
        """Return the rule as written."""
        return quoted("state", self.path, name=self.name)


@attrs.frozen
class Regex:
    """Parts of texts that a pattern finds; see `regex`."""

    pattern: str
    of: "Rule | None" = None
    compiled: re.Pattern[str] = attrs.field(
        default=COMPILED, init=False, repr=False, eq=False
    )

    def __str__(self) -> str:
        """Return the rule as written."""
        of = None if self.of is None else Written(self.of)
        return quoted("regex", self.pattern, of=of)


@attrs.frozen
class TextAfter:
    """What stands behind a label; see `text_after`."""

    labels: tuple[str, ...]
    of: "Rule | None" = None

    def __attrs_post_init__(self) -> None:
        """Check that there is a label."""
        _filled(self.labels, str(self))

    def __str__(self) -> str:
        """Return the rule as written."""
        of = None if self.of is None else Written(self.of)
        return quoted("text_after", *self.labels, of=of)


@attrs.frozen
class Soup:
    """What a function finds in the page's soup; see `soup`."""

    function: "Callable[[BeautifulSoup], Texts]"

    def __attrs_post_init__(self) -> None:
        """Check that it can be called."""
        if not callable(self.function):
            raise RuleError(None, str(self), "no function")

    def __str__(self) -> str:
        """Return the rule as written."""
        return quoted("soup", Written(self.function))


@attrs.frozen
class Const:
    """The same text on every page; see `const`."""

    value: str

    def __attrs_post_init__(self) -> None:
        """Check that there is a text."""
        _filled((self.value.strip(),), str(self))

    def __str__(self) -> str:
        """Return the rule as written."""
        return quoted("const", self.value)


@attrs.frozen
class FirstOf:
    """What the first of some rules yields that finds anything; see `first_of`."""

    rules: "tuple[Rule, ...]"

    def __attrs_post_init__(self) -> None:
        """Check that there are rules."""
        _filled(self.rules, str(self))

    def __str__(self) -> str:
        """Return the rule as written."""
        return quoted("first_of", *map(Written, self.rules))


@attrs.frozen
class Join:
    """One text made of the first texts of several rules; see `join`."""

    rules: "tuple[Rule, ...]"
    separator: str = " "

    def __attrs_post_init__(self) -> None:
        """Check that there are rules."""
        _filled(self.rules, str(self))

    def __str__(self) -> str:
        """Return the rule as written."""
        named = {"separator": self.separator} if self.separator != " " else {}
        return quoted("join", *map(Written, self.rules), **named)


Rule: TypeAlias = (
    Css | XPath | Meta | JsonLd | Microdata | State | Regex | TextAfter | Soup | Const
    | FirstOf | Join | TextFunction
)  # fmt: skip
"""What yields texts: a rule of one of our kinds, or a plain typed function."""


# What authors call. The classes above are what they get.


def meta(*names: str) -> Meta:
    """Yield the contents of the meta elements called *names*.

    Args:
        names: What stands in their `name`, `property` or `itemprop`. The first
            name that the page has is taken.

    Raises:
        RuleError: No name is given.
    """
    return Meta(tuple(name.lower() for name in names))


def json_ld(path: str, *, type: str | None = None) -> JsonLd:  # noqa: A002 - JSON-LD's word
    """Yield values of the page's JSON-LD.

    Args:
        path: Names with dots between them, e.g. "author.name". Lists on the way
            are gone through; a number takes one item of a list.
        type: Type of the nodes to look at, e.g. "VideoObject"; None takes the
            articles.

    Raises:
        RuleError: The path is empty or has an empty step.
    """
    return JsonLd(path, type)


def microdata(name: str) -> Microdata:
    """Yield values of the elements with the microdata or RDFa property *name*.

    The `content` or `datetime` of an element goes before its text.

    Raises:
        RuleError: The name is empty.
    """
    return Microdata(name.lower())


def state(path: str, *, name: str | None = None) -> State:
    """Yield values of the state that the page hands to its own scripts.

    Args:
        path: Names with dots between them, e.g. "props.pageProps.story.byline".
            Lists on the way are gone through; a number takes one item of a list
            and "*" every value of an object.
        name: The state to look in, e.g. "__NEXT_DATA__"; None takes all.

    Raises:
        RuleError: The path is empty or has an empty step.
    """
    return State(path, name)


def regex(pattern: str, *, of: "Rule | None" = None) -> Regex:
    """Yield what *pattern* finds.

    Args:
        pattern: A regular expression of `re`. Where it has a group, the first
            one is yielded (or the one with the name of the field), else the
            whole match.
        of: The rule whose texts are searched; None takes each run of text of
            the page, on a plain-text page each line. Of a text the first 2,000
            characters are looked at.

    Raises:
        RuleError: It is no regular expression, matches the empty text, or takes
            exponential time.
    """
    return Regex(pattern, of)


def text_after(*labels: str, of: "Rule | None" = None) -> TextAfter:
    """Yield what stands behind a label such as "Published:".

    Where the label is a whole run of text (on a plain-text page: a line), that
    is the run behind it.

    Args:
        labels: The labels; upper and lower case make no difference.
        of: The rule whose texts are looked at; None takes the whole page.

    Raises:
        RuleError: No label is given.
    """
    return TextAfter(labels, of)


def soup(function: "Callable[[BeautifulSoup], Texts]") -> Soup:
    """Yield what *function* finds in the page as BeautifulSoup.

    The soup is built once a page, and only where such a rule runs: it takes
    longer than all the rest. On a plain-text page it is empty.
    """
    return Soup(function)


def const(value: str) -> Const:
    """Yield *value* on every page.

    Raises:
        RuleError: The value is empty.
    """
    return Const(value)


def first_of(*rules: Rule) -> FirstOf:
    """Yield what the first of *rules* yields that finds anything.

    Raises:
        RuleError: No rule is given.
    """
    return FirstOf(rules)


def join(*rules: Rule, separator: str = " ") -> Join:
    """Yield one text: the first texts of *rules*, with *separator* between them.

    A rule that finds nothing is left out; nothing is yielded where none does.

    Raises:
        RuleError: No rule is given.
    """
    return Join(rules, separator)
