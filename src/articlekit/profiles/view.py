"""A page as rules see it, and what rules of each kind yield on it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final, Literal, TypeVar, cast

from articlekit.errors import RuleError
from articlekit.profiles.foreign import call_foreign
from articlekit.profiles.guide import Trouble
from articlekit.profiles.paths import follow, texts_of
from articlekit.reading.deadline import Deadline
from articlekit.reading.page import Mark, Page
from articlekit.reading.selecting import Tree
from articlekit.reading.structured import types_of
from articlekit.rules.conditions import Has, Lacks, PageTest, UrlMatches
from articlekit.rules.patterns import LONGEST_TEXT
from articlekit.rules.selectors import Css, XPath
from articlekit.rules.values import (
    Const,
    FirstOf,
    Join,
    JsonLd,
    Meta,
    Microdata,
    Regex,
    Rule,
    Soup,
    State,
    TextAfter,
)
from articlekit.rules.writing import written
from articlekit.text.names import is_cjk
from articlekit.text.spaces import fold_spaces

if TYPE_CHECKING:  # built only where a rule asks for it
    from bs4 import BeautifulSoup

T = TypeVar("T")

_MOST: Final = 1_000
_XML: Final = re.compile(rb"^\s*<\?xml[^>]{0,1000}>")
_STATED: Final = ("content", "datetime")
_BEHIND_LABEL: Final = " \t\u00a0:|-–—>»"

RULE_FAILED: Final = "rule-failed"
RULE_WRONG_TYPE: Final = "rule-wrong-type"


@lru_cache(maxsize=1_024)
def _label(labels: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(labels, key=len, reverse=True)
    return re.compile("|".join(map(_whole, longest_first)), re.IGNORECASE)


def _whole(label: str) -> str:
    """Return the pattern of a label that is no part of a longer word."""
    if is_cjk(label):
        return re.escape(label)
    end = r"(?!\w)" if label[-1].isalnum() else ""
    return rf"(?<!\w){re.escape(label)}{end}"


def _listed(values: Iterable[object]) -> tuple[object, ...]:
    """Return the first of *values*; they may come from a generator that fails."""
    return tuple(islice(values, _MOST))


def _part(match: re.Match[str]) -> str:
    """Return the first group that took part, or the whole match."""
    return next(filter(None, match.groups()), "" if match.re.groups else match[0])


class View:
    """A page as rules and the functions of profiles see it.

    It answers the protocol `SavedPage`. Trouble with foreign functions is noted,
    never raised: the parse goes on without the rule.
    """

    def __init__(self, page: Page, url: str | None, deadline: Deadline) -> None:
        """Hold *page*; nothing of it is read again yet."""
        self.page = page
        self.tree = Tree(page)
        self.trouble: list[Trouble] = []
        self._url = url
        self._deadline = deadline

    # The protocol

    @property
    def kind(self) -> Literal["html", "text"]:
        """Whether it is an HTML page or plain text."""
        return self.page.kind

    @property
    def url(self) -> str | None:
        """Address of the page."""
        return self._url

    @property
    def lines(self) -> tuple[str, ...]:
        """Runs of text in order."""
        return self._lines

    @cached_property
    def _lines(self) -> tuple[str, ...]:
        return tuple(block.text for block in self.page.blocks)

    @property
    def json_ld(self) -> tuple[Mapping[str, object], ...]:
        """The JSON-LD nodes in order."""
        return self.page.structured.nodes

    @property
    def state(self) -> tuple[tuple[str, object], ...]:
        """App state as (name, value)."""
        return self.page.structured.state

    @property
    def soup(self) -> "BeautifulSoup":
        """The page as BeautifulSoup."""
        return self._soup

    @cached_property
    def _soup(self) -> "BeautifulSoup":
        from bs4 import BeautifulSoup

        # A declaration of XML would make bs4 warn of the parser.
        source = _XML.sub(b"", self.page.source, count=1)
        return BeautifulSoup(source, "lxml", from_encoding="utf-8")

    def texts(self, rule: Rule) -> tuple[str, ...]:
        """Return what *rule* yields."""
        found = (fold_spaces(text) for text in self._raw(rule))
        return tuple(islice(filter(None, found), _MOST))

    def text(self, rule: Rule) -> str | None:
        """Return the first text that *rule* yields, or None."""
        return next(iter(self.texts(rule)), None)

    # Rules

    def _raw(self, rule: Rule) -> Iterator[str]:
        """Yield what *rule* finds, not folded yet."""
        self._deadline.check()
        yields = _KINDS.get(type(rule))
        if yields is not None:
            yield from yields(self, rule)
            return
        function = cast("Callable[[View], object]", rule)
        for value in self.foreign(function, self):
            if isinstance(value, str):
                yield value
            else:
                self.note_type(rule, value)

    def note_type(self, rule: object, value: object) -> None:
        """Note that *rule* returned a value of a wrong type."""
        reason = f"returned {type(value).__name__}"
        self.trouble.append(Trouble(written(rule), RULE_WRONG_TYPE, reason))

    def foreign(
        self, function: Callable[[T], object], argument: T
    ) -> tuple[object, ...]:
        """Call the function of a profile.

        Returns:
            What it returned, one value or many; none where it failed.
        """
        try:
            found = call_foreign(function, argument)
            if isinstance(found, Iterable) and not isinstance(found, str | bytes):
                found = call_foreign(_listed, cast("Iterable[object]", found))
            else:
                found = () if found is None else (found,)
        except RuleError as error:
            trouble = Trouble(written(function), RULE_FAILED, error.reason)
            self.trouble.append(trouble)
            return ()
        self._deadline.check()
        return found

    def passes(self, test: PageTest) -> bool:
        """Return whether the page passes a test of a layout."""
        if isinstance(test, UrlMatches):
            return bool(test.compiled.search((self.url or "")[:LONGEST_TEXT]))
        if isinstance(test, Has | Lacks):
            return self._has(test.rule) is isinstance(test, Has)
        return any(self.foreign(test, self))

    def _has(self, rule: Rule) -> bool:
        if isinstance(rule, Css | XPath):
            return self.tree.has(rule.expression)
        return self.text(rule) is not None

    def _of(self, rule: Rule | None) -> tuple[str, ...]:
        """Return the texts that a rule looks into."""
        texts = self.lines if rule is None else self.texts(rule)
        return tuple(text[:LONGEST_TEXT] for text in texts)

    def css(self, rule: Css) -> Iterator[str]:
        """Yield texts or attributes of elements."""
        return self.tree.texts(rule.expression, rule.attr)

    def xpath(self, rule: XPath) -> Iterator[str]:
        """Yield what an expression finds."""
        return self.tree.texts(rule.expression)

    def meta(self, rule: Meta) -> Iterator[str]:
        """Yield the contents of the first name that the page has."""
        for name in rule.names:
            if found := self.page.metas.get(name):
                yield from found
                return

    def from_json_ld(self, rule: JsonLd) -> Iterator[str]:
        """Yield values of the page's articles, or of nodes of one type."""
        structured = self.page.structured
        nodes: Iterable[object] = structured.articles
        if rule.type is not None:
            wanted = rule.type.lower()
            nodes = [n for n in structured.nodes if wanted in types_of(n)]
        yield from texts_of(follow(nodes, rule.steps))

    def microdata(self, rule: Microdata) -> Iterator[str]:
        """Yield the values of a property."""
        for mark in self.page.props:
            names = f"{mark.attrs.get('itemprop', '')} {mark.attrs.get('property', '')}"
            if rule.name in names.lower().replace(":", " ").split():
                yield self._stated(mark)

    def _stated(self, mark: Mark) -> str:
        stated = next((mark.attrs[a] for a in _STATED if a in mark.attrs), None)
        return self.page.text_of(mark) if stated is None else stated

    def from_state(self, rule: State) -> Iterator[str]:
        """Yield values of the app's state."""
        values = [v for name, v in self.state if rule.name in {None, name}]
        yield from texts_of(follow(values, rule.steps))

    def regex(self, rule: Regex) -> Iterator[str]:
        """Yield what a pattern finds."""
        for text in self._of(rule.of):
            for match in rule.compiled.finditer(text):
                yield _part(match)

    def text_after(self, rule: TextAfter) -> Iterator[str]:
        """Yield what stands behind a label, in its text or in the next one."""
        texts = self._of(rule.of)
        pattern = _label(rule.labels)
        for at, text in enumerate(texts):
            if match := pattern.search(text):
                rest = text[match.end() :].strip(_BEHIND_LABEL)
                if rest:
                    yield rest
                elif not text[: match.start()].strip() and at + 1 < len(texts):
                    yield texts[at + 1]

    def from_soup(self, rule: Soup) -> Iterator[str]:
        """Yield what a function finds in the soup."""
        for value in self.foreign(rule.function, self.soup):
            if isinstance(value, str):
                yield str(value)  # bs4's own strings hold their tree
            else:
                self.note_type(rule, value)

    def const(self, rule: Const) -> Iterator[str]:
        """Yield the same text on every page."""
        yield rule.value

    def first_of(self, rule: FirstOf) -> Iterator[str]:
        """Yield what the first rule yields that finds anything."""
        for inner in rule.rules:
            if found := self.texts(inner):
                yield from found
                return

    def join(self, rule: Join) -> Iterator[str]:
        """Yield the first texts of several rules as one."""
        yield rule.separator.join(filter(None, map(self.text, rule.rules)))


# What answers a rule, by its class. The classes make sure that the two fit.
_KINDS: Final = cast(
    "Mapping[type, Callable[[View, Rule], Iterator[str]]]",
    {
        Css: View.css,
        XPath: View.xpath,
        Meta: View.meta,
        JsonLd: View.from_json_ld,
        Microdata: View.microdata,
        State: View.from_state,
        Regex: View.regex,
        TextAfter: View.text_after,
        Soup: View.from_soup,
        Const: View.const,
        FirstOf: View.first_of,
        Join: View.join,
    },
)
