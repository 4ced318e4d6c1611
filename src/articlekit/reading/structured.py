"""Structured data of a page: JSON-LD and app state, read tolerantly.

Real pages break JSON in a dozen ways: comments, CDATA marks, trailing commas
and semicolons, raw control characters, HTML entities in place of quotation
marks, several objects in one script. Each script is read alone, so a broken one
costs the others nothing and leaves a warning.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Final, cast

import attrs

# One pass over the text: strings are kept whole, so that nothing inside them is
# taken for a comment. Possessive throughout: hostile scripts cannot backtrack, and
# a string that never closes goes to the end, or each quote in it would be tried.
_JUNK: Final = re.compile(
    r'("(?:[^"\\]++|\\.)*+(?:"|\\?\Z))'
    r"|/\*(?:[^*]++|\*(?!/))*+(?:\*/)?"
    r"|//[^\n]*+"
    r"|<!\[CDATA\[|\]\]>|<!--|-->"
    r"|,(?=\s*+[}\]])",
    re.DOTALL,
)
_BAD_ESCAPE: Final = re.compile(r'\\(?:(["\\/bfnrt]|u[0-9a-fA-F]{4})|(.))', re.DOTALL)
_ESCAPED: Final = re.compile(
    r"(?<!\\)\\u00(?:0[0-8bce-f]|1[0-9a-f]|7f|[89][0-9a-f])", re.IGNORECASE
)
_STATE: Final = re.compile(
    r"(?:window\s{0,9}\.\s{0,9})?"
    r"(__NUXT__|__APOLLO_STATE__|__PRELOADED_STATE__|__INITIAL_STATE__"
    r"|__INITIAL_DATA__|__[A-Z_]{1,30}STATE__|Fusion\.globalContent|__NEXT_DATA__)"
    r"\s{0,9}=\s{0,9}(JSON\.parse\(\s{0,9})?"
)
_DECODER: Final = json.JSONDecoder(strict=False)
_MOST_OBJECTS: Final = 1_000
_DEEPEST: Final = 6

ARTICLE_TYPES: Final = frozenset({
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle",
    "opinionnewsarticle", "backgroundnewsarticle", "reviewnewsarticle",
    "asknewsarticle", "advertisercontentarticle", "satiricalarticle", "report",
    "blogposting", "liveblogposting", "socialmediaposting", "techarticle",
    "scholarlyarticle", "discussionforumposting", "posting",
})  # fmt: skip
"""Types of schema.org that stand for an article, lower case."""


def is_object(value: object) -> bool:
    """Return whether *value* is a JSON object."""
    return isinstance(value, dict)


def types_of(node: Mapping[str, object]) -> frozenset[str]:
    """Return the types of a JSON-LD node, lower case, without their vocabulary."""
    found = node.get("@type") or node.get("type")
    names = cast("list[object]", found) if isinstance(found, list) else [found]
    return frozenset(_type_name(name) for name in names if isinstance(name, str))


@lru_cache(maxsize=256)
def _type_name(name: str) -> str:
    return re.split(r"[/#:]", name)[-1].strip().lower()


def _without_junk(text: str) -> str:
    text = _JUNK.sub(lambda m: m.group(1) or "", text)
    return _BAD_ESCAPE.sub(lambda m: m.group(0) if m.group(1) else m.group(2), text)


def _objects(text: str) -> Iterator[object]:
    """Yield the JSON values that stand one after the other in *text*."""
    at, end = 0, len(text)
    for _ in range(_MOST_OBJECTS):
        while at < end and text[at] in " \t\r\n;,\ufeff":
            at += 1
        if at >= end:
            return
        value, at = _DECODER.raw_decode(text, at)
        yield value


def read_json(text: str) -> list[object] | None:
    """Read one script that should hold JSON.

    Args:
        text: The script as it stands in the page.

    Returns:
        The values in order; None where nothing makes sense of it.
    """
    text = _without_escapes(text)
    for mend in (str.strip, _without_junk, _without_entities):
        try:
            return list(_objects(mend(text)))
        except (ValueError, RecursionError):
            continue
    return None


def _without_escapes(text: str) -> str:
    """Return JSON with spaces where strings have escapes of control characters."""
    return _ESCAPED.sub(" ", text) if "\\u00" in text else text


def _without_entities(text: str) -> str:
    return _without_junk(html.unescape(text))


def _nodes(values: Iterable[object], depth: int = 0) -> Iterator[dict[str, object]]:
    """Yield the JSON-LD nodes of *values*, those of graphs and lists too."""
    for value in values:
        if isinstance(value, list) and depth < _DEEPEST:
            yield from _nodes(cast("list[object]", value), depth + 1)
        elif isinstance(value, dict):
            node = cast("dict[str, object]", value)
            yield node
            inner = [node[k] for k in ("@graph", "mainEntity") if k in node]
            if inner and depth < _DEEPEST:
                yield from _nodes(inner, depth + 1)


@attrs.define(eq=False)
class Structured:
    """JSON-LD and app state, read when first asked for.

    Attributes:
        ld_scripts: Texts of the JSON-LD scripts, in order.
        was_read: Whether JSON-LD was asked for.
        data_scripts: Scripts that hold JSON, as (id, text).
        code_scripts: Texts of other inline scripts.
    """

    ld_scripts: list[str] = attrs.field(factory=list[str])
    was_read: bool = False
    data_scripts: list[tuple[str, str]] = attrs.field(factory=list[tuple[str, str]])
    code_scripts: list[str] = attrs.field(factory=list[str])

    @cached_property
    def _ld(self) -> tuple[list[object], int]:
        values: list[object] = []
        broken = 0
        self.was_read = True
        for script in self.ld_scripts:
            found = read_json(script)
            broken += found is None
            values += found or ()
        return values, broken

    @property
    def broken(self) -> int:
        """Number of JSON-LD scripts that nothing made sense of."""
        return self._ld[1]

    @cached_property
    def nodes(self) -> tuple[dict[str, object], ...]:
        """The JSON-LD nodes in order, those inside graphs after their graph."""
        return tuple(_nodes(self._ld[0]))

    @cached_property
    def articles(self) -> tuple[dict[str, object], ...]:
        """The nodes whose type is one of `ARTICLE_TYPES`, in order."""
        return tuple(n for n in self.nodes if types_of(n) & ARTICLE_TYPES)

    @cached_property
    def state(self) -> tuple[tuple[str, object], ...]:
        """App state as (name, value), e.g. ("__NEXT_DATA__", {...})."""
        return (*self._stored_state(), *self._assigned_state())

    def _stored_state(self) -> Iterator[tuple[str, object]]:
        for name, text in self.data_scripts:
            for value in read_json(text) or ():
                yield name, value

    def _assigned_state(self) -> Iterator[tuple[str, object]]:
        for text in self.code_scripts:
            for match in _STATE.finditer(text):
                value = _assigned(text, match.end(), quoted=bool(match.group(2)))
                if value is not None:
                    yield match.group(1), value


def _assigned(text: str, at: int, *, quoted: bool) -> object:
    """Return the JSON value that begins at *at*, or None where none does."""
    try:
        value, _ = _DECODER.raw_decode(text, at)
        return _DECODER.decode(value) if quoted and isinstance(value, str) else value
    except (ValueError, RecursionError):
        return None
