"""Strategies for broken and hostile pages."""

import json
from collections.abc import Callable, Iterable
from functools import reduce
from typing import AnyStr, Final, cast

import attrs
from hypothesis import strategies as st

from articlekit.testing.pages import article_facts, article_pages
from articlekit.testing.prose import LANGUAGES
from articlekit.testing.values import captions, urls, words

_TAGS: Final = [
    "html",
    "head",
    "title",
    "body",
    "div",
    "p",
    "span",
    "a",
    "h1",
    "h2",
    "article",
    "main",
    "section",
    "aside",
    "nav",
    "ul",
    "ol",
    "li",
    "figure",
    "figcaption",
    "img",
    "picture",
    "source",
    "table",
    "tr",
    "td",
    "th",
    "blockquote",
    "q",
    "pre",
    "br",
    "hr",
    "em",
    "script",
    "style",
    "template",
    "noscript",
    "iframe",
    "svg",
    "math",
    "form",
    "input",
    "button",
    "time",
    "meta",
    "link",
    "base",
    "header",
    "footer",
    "b",
    "i",
    "x-card",
]
_NAMES: Final = [
    "class",
    "id",
    "href",
    "src",
    "srcset",
    "data-src",
    "alt",
    "title",
    "style",
    "datetime",
    "itemprop",
    "property",
    "content",
    "name",
    "rel",
    "role",
    "onclick",
    "hidden",
    "lang",
    "type",
    "width",
]
_VALUES: Final = (
    "",
    "article-body",
    "byline author",
    "related most-read",
    "og:title",
    "article:published_time",
    "2024-05-01T09:30:00+02:00",
    "2024-99-99",
    "a.jpg 1x, b.jpg 99999999999999999999w, ,",
    "http://[::1",
    "\x00",
    "x" * 2_000,
    "\"'<>&",
    "application/ld+json",
)
_SCRAPS: Final = (
    "<!DOCTYPE html>",
    "<!doctype html SYSTEM 'about:legacy-compat'>",
    "<?xml version='1.0' encoding='utf-7'?>",
    "<!-- a <p> in a comment -->",
    "<!--> -- !>",
    "<!--",
    "<![CDATA[ x ]]>",
    "<",
    "</",
    "<3",
    "< p>",
    "</p",
    "<p/>",
    "&",
    "&amp;amp;",
    "&#0;",
    "&#x110000;",
    "&#xD800;",
    "&nbsp;",
    "\x00",
    "\ufeff",
    "\ud800",
    "\u2028",
    "\r\n",
    "<script>var s = '</scr' + 'ipt><p>not text</p>';</script>",
    "<style>p{}</style>",
    "<textarea><p>",
    "<plaintext>",
    "<frameset>",
)
_WRONG_VALUES: Final[tuple[object, ...]] = (
    None,
    17,
    True,
    [],
    {},
    [[["deep"]]],
    "",
    " ",
    "not a date",
    "2024-02-30",
    "0000-00-00",
    {"@value": "x"},
    {"@type": ["Person", None], "name": ["A", {"name": 3}]},
    "javascript:alert(1)",
    "<p>markup</p>",
    "\u0000",
)


def html_pages(
    *, languages: Iterable[str] = LANGUAGES, charset: str = "utf-8"
) -> st.SearchStrategy[str]:
    """Return HTML of all kinds: good pages, soup, broken data, deep nesting.

    Args:
        languages: Languages of the prose in them.
        charset: Encoding that the good pages declare.
    """
    good = article_pages(languages=languages, charset=charset).map(_first)
    return st.one_of(
        good, good.flatmap(mutations), tag_soup(), _pages_of_data(), _nested_pages()
    )


def tag_soup() -> st.SearchStrategy[str]:
    """Return strings of tags, text and scraps of markup in no order."""
    return st.lists(
        st.one_of(
            _start_tags(),
            st.sampled_from(_TAGS).map("</{}>".format),
            words(),
            captions(),
            st.sampled_from(_SCRAPS),
        ),
        max_size=40,
    ).map("".join)


def text_pages(*, languages: Iterable[str] = LANGUAGES) -> st.SearchStrategy[str]:
    """Return plain text: dumps of pages, broken ones too, and any lines at all."""
    good = article_pages(languages=languages, form="text").map(_first)
    lines = st.one_of(
        words(), captions(), st.sampled_from(("", " ", "\t", "* ", "---"))
    )
    ends = st.sampled_from(("\n", "\r\n", "\n\n", "\r", "\u2028"))
    loose = st.builds(str.join, ends, st.lists(lines, max_size=30))
    return st.one_of(good, good.flatmap(mutations), loose)


@st.composite
def broken_json_ld(draw: st.DrawFn) -> str:
    """Return the inside of JSON-LD scripts, damaged as real ones are."""
    facts, _ = draw(article_facts())
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": draw(st.sampled_from(("NewsArticle", "newsarticle", ["Article", 3]))),
        "headline": facts.title,
        "datePublished": facts.published.isoformat(),
        "author": {"@type": "Person", "name": facts.authors[0]},
        "image": ["https://courier.example/1.jpg"],
        "articleBody": "\n".join(facts.paragraphs),
    }
    for key in draw(st.lists(st.sampled_from(sorted(data)), max_size=3)):
        data[key] = draw(st.sampled_from(_WRONG_VALUES))
    text = json.dumps(data, ensure_ascii=draw(st.booleans()))
    for damage in draw(st.lists(st.sampled_from(_DAMAGES), max_size=3)):
        text = damage(text)
    return text


@attrs.frozen
class _Edit:
    """One change of a page: a piece is replaced, and perhaps all after it dropped."""

    start: float
    length: int
    times: int
    cut: bool


_EDITS: Final = st.builds(
    _Edit,
    start=st.floats(0, 1),
    length=st.integers(1, 400),
    times=st.sampled_from((-1, 0, 0, 1, 2, 20)),
    cut=st.sampled_from((False, False, False, True)),
)


def mutations(page: AnyStr) -> st.SearchStrategy[AnyStr]:
    """Return *page* cut, with pieces left out, turned, repeated, or with junk in it.

    Args:
        page: Text or bytes; the result is of the same type.
    """
    junk = cast("st.SearchStrategy[AnyStr]", _junk(page))
    edits = st.lists(st.tuples(_EDITS, junk), min_size=1, max_size=4)
    return edits.map(lambda some: reduce(_edited, some, page))


def _junk(like: str | bytes) -> st.SearchStrategy[str] | st.SearchStrategy[bytes]:
    return st.text(max_size=8) if isinstance(like, str) else st.binary(max_size=8)


def _edited(page: AnyStr, change: tuple[_Edit, AnyStr]) -> AnyStr:
    edit, junk = change
    start = int(edit.start * len(page))
    end = start + edit.length
    piece = page[start:end]
    middle = piece[::-1] if edit.times < 0 else piece * edit.times
    return page[:start] + middle + junk + (page[:0] if edit.cut else page[end:])


@st.composite
def _start_tags(draw: st.DrawFn) -> str:
    value = st.sampled_from(_VALUES) | words() | urls()
    mark = st.sampled_from(('"', "'", ""))
    attributes = draw(
        st.lists(
            st.builds("{0}={2}{1}{2}".format, st.sampled_from(_NAMES), value, mark),
            max_size=4,
        )
    )
    end = draw(st.sampled_from((">", ">", ">", "/>", "")))
    return " ".join(("<" + draw(st.sampled_from(_TAGS)), *attributes)) + end


@st.composite
def _pages_of_data(draw: st.DrawFn) -> str:
    """Write a good page with broken JSON-LD before its head's end."""
    page, _ = draw(article_pages())
    scripts = "".join(
        f'<script type="application/ld+json">{data}</script>'
        for data in draw(st.lists(broken_json_ld(), min_size=1, max_size=3))
    )
    return page.replace("</head>", scripts + "</head>", 1)


@st.composite
def _nested_pages(draw: st.DrawFn) -> str:
    """Write a good page inside, or beside, many open elements."""
    page, _ = draw(article_pages())
    tag = draw(st.sampled_from(("div", "b", "ul><li", "table><tr><td", "a", "font")))
    flood = f"<{tag}>" * draw(st.sampled_from((10, 250, 900, 3_000)))
    where = draw(st.sampled_from(("<body>", "<p>", "</article>", "</body>")))
    return page.replace(where, where + flood, 1)


def _first(pair: tuple[str, object]) -> str:
    return pair[0]


_DAMAGES: Final[tuple[Callable[[str], str], ...]] = (
    lambda text: text.replace("}", ",}"),
    lambda text: text + ";",
    lambda text: f"<!-- {text} -->",
    lambda text: f"//<![CDATA[\n{text}\n//]]>",
    lambda text: text.replace(" ", "\n\t", 3).replace(". ", ".\n"),
    lambda text: text.replace('"', "'"),
    lambda text: text.replace('"', "&quot;"),
    lambda text: text[: len(text) // 2],
    lambda text: f"[{text}, {text}]",
    lambda text: text + text,
    lambda text: f'{{"@graph": [{text}]}}',
    lambda text: "\ufeff" + text,
    lambda text: "[" * 3_000 + text,
    lambda text: "/* note */ " + text,
    lambda text: text.replace(":", "\\:", 2),
    lambda _: "",
)
