"""Strategies for pages of an article, with the facts that they were built from."""

import json
from collections.abc import Iterable
from datetime import date
from html import escape
from typing import Final, Literal

import attrs
from hypothesis import strategies as st

from articlekit.testing.prose import LANGUAGES, Prose, load_prose

Form = Literal["html", "text"]

_SITE: Final = "The Example Courier"
_CONTAINERS: Final = (
    ("<article>", "</article>"),
    ('<div class="article-body">', "</div>"),
    ('<main><div class="story-content">', "</div></main>"),
    ('<div id="content"><section class="post-text">', "</section></div>"),
    ('<article itemprop="articleBody">', "</article>"),
)
_BYLINES: Final = (
    '<p class="byline">{}</p>',
    '<div class="author-name"><span itemprop="author">{}</span></div>',
    '<span class="meta"><a rel="author" href="/authors/1">{}</a></span>',
)
_NAVIGATION: Final = '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>'
_LEAST_SENTENCES: Final = 6


@attrs.frozen(kw_only=True)
class Facts:
    """What a page was built from.

    Attributes:
        language: BCP 47 tag of its prose.
        url: Address that it is said to come from.
        title: The headline.
        authors: Names of the authors.
        published: Day of publication.
        paragraphs: The article's paragraphs in order.
        related: Titles of the other stories that the page lists, in order.
    """

    language: str
    url: str
    title: str
    authors: tuple[str, ...]
    published: date
    paragraphs: tuple[str, ...]
    related: tuple[str, ...]


@st.composite
def article_facts(
    draw: st.DrawFn, *, languages: Iterable[str] = LANGUAGES
) -> tuple[Facts, Prose]:
    """Return facts to build a page from, and the prose that they come from."""
    prose = load_prose(draw(st.sampled_from(sorted(languages))))
    titles = draw(st.permutations(prose.titles))
    number = draw(st.integers(_LEAST_SENTENCES, len(prose.sentences) - 1))
    facts = Facts(
        language=prose.language,
        url=f"https://courier.example/{draw(st.integers(1000, 9999))}/story",
        title=titles[0],
        authors=(draw(st.sampled_from(prose.names)),),
        published=draw(st.dates(date(2005, 1, 1), date(2025, 12, 31))),
        paragraphs=draw(_paragraphs(prose.sentences[:number], prose.language)),
        related=tuple(titles[1:]),
    )
    return facts, prose


@st.composite
def article_pages(
    draw: st.DrawFn,
    *,
    languages: Iterable[str] = LANGUAGES,
    form: Form = "html",
    charset: str = "utf-8",
) -> tuple[str, Facts]:
    """Return whole pages of an article, each with the facts it was built from.

    Navigation, other stories and a footer stand around the article as on a real
    page; where its parts are marked up, and how, varies.

    Args:
        draw: Given by Hypothesis.
        languages: Languages of the prose, of `articlekit.testing.prose.LANGUAGES`.
        form: HTML, or plain text as a browser copies it.
        charset: Encoding that the HTML declares.
    """
    facts, prose = draw(article_facts(languages=languages))
    if form == "text":
        return draw(_text_of(facts, prose)), facts
    head = draw(_head_of(facts, charset))
    body = draw(_body_of(facts, prose))
    return f"{head}{body}</html>\n", facts


@st.composite
def _paragraphs(
    draw: st.DrawFn, sentences: tuple[str, ...], language: str
) -> tuple[str, ...]:
    """Group *sentences*, in order, into paragraphs of one to three."""
    gap = "" if language == "ja" else " "
    made: list[str] = []
    while sentences:
        size = draw(st.integers(1, 3))
        made.append(gap.join(sentences[:size]))
        sentences = sentences[size:]
    return tuple(made)


@st.composite
def _head_of(draw: st.DrawFn, facts: Facts, charset: str) -> str:
    """Write the head: title always, the rest as drawn."""
    title = escape(facts.title)
    parts = [
        f'<!DOCTYPE html>\n<html lang="{facts.language}"><head>',
        f'<meta charset="{charset}">',
        f"<title>{title} - {_SITE}</title>",
        f'<meta property="og:title" content="{title}">',
        f'<meta property="article:published_time" content="{facts.published}">',
        f'<meta name="author" content="{escape(facts.authors[0])}">',
        f'<link rel="canonical" href="{facts.url}">',
        f'<script type="application/ld+json">{_json_ld(facts)}</script>',
    ]
    kept = [part for part in parts[3:] if draw(st.booleans())]
    return "\n".join([*parts[:3], *kept, "</head>\n"])


def _json_ld(facts: Facts) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": facts.title,
        "datePublished": facts.published.isoformat(),
        "author": [{"@type": "Person", "name": name} for name in facts.authors],
        "publisher": {"@type": "Organization", "name": _SITE},
        "inLanguage": facts.language,
    }
    return json.dumps(data, ensure_ascii=False)


@st.composite
def _body_of(draw: st.DrawFn, facts: Facts, prose: Prose) -> str:
    """Write the body: the article between what stands around it."""
    opened, closed = draw(st.sampled_from(_CONTAINERS))
    byline = draw(st.sampled_from(_BYLINES)).format(escape(facts.authors[0]))
    printed = prose.print_date(facts.published)
    paragraphs = [f"<p>{escape(each, quote=False)}</p>" for each in facts.paragraphs]
    if draw(st.booleans()):
        paragraphs.insert(1, _figure(prose))
    related = "".join(
        f'<li><a href="/{2000 + place}/other">{escape(title)}</a></li>'
        for place, title in enumerate(facts.related)
    )
    return "\n".join(
        (
            "<body>",
            _NAVIGATION,
            f"<header><h1>{escape(facts.title)}</h1>",
            f'{byline}<time datetime="{facts.published}">{printed}</time></header>',
            opened,
            *paragraphs,
            closed,
            f"<aside><h3>{prose.related}</h3><ul>{related}</ul></aside>",
            f"<footer><p>© 2025 {_SITE}</p></footer>",
            "</body>",
        )
    )


def _figure(prose: Prose) -> str:
    credit = prose.credit.format(prose.names[-1])
    caption = escape(prose.sentences[-1], quote=False)
    return (
        '<figure><img src="/images/1.jpg" width="1200" height="800" alt="">'
        f"<figcaption>{caption} {credit}</figcaption></figure>"
    )


@st.composite
def _text_of(draw: st.DrawFn, facts: Facts, prose: Prose) -> str:
    """Write the page as a browser's "copy all" gives it."""
    gap = draw(st.sampled_from(("\n", "\n\n")))
    around = draw(st.booleans())
    lines = [
        *(("Home", "World", "Sport") if around else ()),
        facts.title,
        prose.by.format(facts.authors[0]),
        prose.print_date(facts.published),
        *facts.paragraphs,
        *((prose.related, *facts.related) if around else ()),
    ]
    return gap.join(lines) + "\n"
