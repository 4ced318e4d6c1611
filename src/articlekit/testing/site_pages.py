"""Strategies for pages of a site's shape, made from its profile and its pages."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from typing import Final, cast

from hypothesis import strategies as st

from articlekit.rules import Profile
from articlekit.rules.conditions import Has
from articlekit.rules.profile import bare
from articlekit.rules.selectors import Css
from articlekit.rules.values import (
    FirstOf,
    Join,
    JsonLd,
    Meta,
    Microdata,
    Regex,
    TextAfter,
)
from articlekit.testing.pages import article_pages
from articlekit.testing.soup import html_pages, mutations, tag_soup, text_pages
from articlekit.testing.values import captions, words

# A compound of a selector: tag, then ids, classes and attributes.
_COMPOUND: Final = re.compile(r"[\w*-]*(?:[#.][\w-]+|\[[^\]]*\])*")
_PART: Final = re.compile(r"([#.])([\w-]+)|\[([\w-]+)(?:[~|^$*]?=[\"']?([^\"'\]]*))?")
_BETWEEN: Final = re.compile(r"\s*[>+~\s]\s*")
_PSEUDO: Final = re.compile(r"::?[\w-]+(?:\([^()]*\))?")
_VOID: Final = frozenset(("img", "meta", "link", "input", "br", "hr", "source"))


def site_pages(
    profile: Profile, *, pages: Iterable[str] = ()
) -> st.SearchStrategy[str]:
    """Return pages such as the site of *profile* may have, whole and broken.

    Args:
        profile: Its rules say which elements, metas and data there are.
        pages: Pages of the site; edited copies of them are among the results.
    """
    pieces = tuple(dict.fromkeys(pieces_of(profile)))
    real = [mutations(page) for page in pages]
    shaped = _shaped_pages(pieces)
    return st.one_of(shaped, *real, shaped.flatmap(mutations))


def hostile_pages() -> st.SearchStrategy[str]:
    """Return pages that no site has: tag soup, floods, hostile markup, plain text."""
    return st.one_of(html_pages(), tag_soup(), text_pages())


def site_url(profile: Profile) -> str:
    """Return an address that *profile* claims."""
    host = next(iter(profile.hosts), "example.com")
    return f"https://{host.replace('*.', 'news.')}/2024/05/a-story-of-the-day-1234"


@st.composite
def _shaped_pages(draw: st.DrawFn, pieces: tuple[str, ...]) -> str:
    """Write a good page with elements of the site in and around its article."""
    page, _ = draw(article_pages())
    some = draw(st.lists(st.sampled_from(pieces), max_size=6)) if pieces else []
    for piece in some:
        text = escape(draw(words() | captions()), quote=True)
        place = "</head>" if piece.startswith(("<meta", "<script")) else draw(_PLACES)
        page = page.replace(place, piece.replace("{}", text) + place, 1)
    return page


_PLACES: Final = st.sampled_from(("<h1>", "</header>", "<p>", "<aside>", "</body>"))


def pieces_of(profile: Profile) -> Iterator[str]:
    """Yield markup that the rules and tests of *profile* would find."""
    for step in (profile, *profile.layouts):
        for field in step.fields:
            for rule in step.rules(field):
                yield from _markup_of(bare(rule))
    for layout in profile.layouts:
        for test in layout.tests:
            yield from _markup_of(test.rule if isinstance(test, Has) else None)


def _markup_of(rule: object) -> Iterator[str]:
    """Yield markup that *rule* would find, with {} for its text."""
    write = _WAYS.get(type(rule))
    if write:
        yield from write(rule)
    for each in _inner(rule):
        yield from _markup_of(each)


def _inner(rule: object) -> tuple[object, ...]:
    """Return the rules that *rule* is made of."""
    if isinstance(rule, FirstOf | Join):
        return rule.rules
    return (rule.of,) if isinstance(rule, Regex | TextAfter) else ()


def _of_css(rule: Css) -> Iterator[str]:
    for selector in rule.selector.split(","):
        if made := _element(selector, rule.attr):
            yield made


def _of_meta(rule: Meta) -> Iterator[str]:
    for name in map(escape, rule.names):
        yield f'<meta name="{name}" property="{name}" content="{{}}">'


def _of_microdata(rule: Microdata) -> Iterator[str]:
    yield f'<span itemprop="{escape(rule.name)}">{{}}</span>'


def _of_json_ld(rule: JsonLd) -> Iterator[str]:
    yield _json_ld(rule)


def _of_label(rule: TextAfter) -> Iterator[str]:
    for label in rule.labels:
        yield f"<p>{escape(label)} {{}}</p>"


# What writes the markup of a rule, by its class. The classes make sure that they fit.
_WAYS: Final = cast(
    "Mapping[type, Callable[[object], Iterator[str]]]",
    {
        Css: _of_css,
        Meta: _of_meta,
        Microdata: _of_microdata,
        JsonLd: _of_json_ld,
        TextAfter: _of_label,
    },
)


def _json_ld(rule: JsonLd) -> str:
    value: object = "{}"
    for step in reversed(rule.steps):
        value = [value] if step in ("*", "0") else {step: value}
    data = {"@type": rule.type or "NewsArticle"}
    if isinstance(value, dict):
        data |= cast("dict[str, str]", value)
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def _element(selector: str, attr: str | None) -> str:
    """Return elements inside each other that a selector would find, or ""."""
    plain = _PSEUDO.sub("", selector).strip()
    compounds = [each for each in _BETWEEN.split(plain) if each]
    if not compounds or not all(map(_COMPOUND.fullmatch, compounds)):
        return ""
    tags = [_tag(each) for each in compounds]
    opened = "".join(start for start, _ in tags)
    closed = "".join(end for _, end in reversed(tags))
    if attr:
        opened = f'{opened[:-1]} {attr}="{{}}">'
    return f"{opened}{{}}{closed}"


def _tag(compound: str) -> tuple[str, str]:
    """Return the start and the end of an element that a compound would find."""
    name = (re.match(r"[\w-]*", compound) or [""])[0] or "div"
    classes: list[str] = []
    attributes: list[str] = []
    for kind, word, attr, value in _PART.findall(compound):
        if kind == ".":
            classes.append(word)
        else:
            attributes.append(f'id="{word}"' if kind else f'{attr}="{escape(value)}"')
    if classes:
        attributes.append(f'class="{" ".join(classes)}"')
    start = " ".join((f"<{name}", *attributes)) + ">"
    return start, "" if name in _VOID else f"</{name}>"
