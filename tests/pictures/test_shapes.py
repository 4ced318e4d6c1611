"""Pictures in the shapes that pages print them in."""

from typing import Final

import pytest

import articlekit
from articlekit.model import Article

URL: Final = "https://news.example/2026/03/second-bridge-is-decided-4999"
PARAGRAPHS: Final = (
    "The council of the harbour town decided on Tuesday evening to build a second bridge over the river, after ten years of quarrel about its place and its price.",
    "Mayor Ines Tollund said the work would begin in spring and last for three years, with a pause of some months while the birds breed on the banks.",
    "Opponents want to collect signatures until the end of the month; they fear for the old mill and for the gardens that lie behind the dam.",
    "The state pays two thirds of the cost, the town has to find the rest, and nobody has said yet which other plans will have to wait for it.",
)
BEFORE: Final = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[:2])
AFTER: Final = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[2:])
HEADER: Final = (
    '<header><a href="/"><img src="/logo.png" alt="Harbour News" width=120 height=40></a></header>'
    "<main><article><h1>Second bridge is decided</h1>"
    '<div class="byline"><img class="avatar" src="/authors/mq.jpg" width=40 height=40> By Mara Quell</div>'
)
FOOTER: Final = (
    "</article></main><aside><h3>Most read</h3><ul>"
    '<li><a href="/2026/ferry-1234"><img src="/t/1.jpg" width=300 height=200><span>Ferry line opens again in May</span></a></li>'
    '<li><a href="/2026/bakers-1235"><img src="/t/2.jpg" width=300 height=200><span>Bakers fear for their old ovens</span></a></li>'
    '</ul></aside><img src="https://px.example/p.gif" width=1 height=1></body></html>'
)
Found = tuple[str | None, str | None, str | None]


def _article(middle: str, *, top: str = "", head: str = "") -> Article:
    page = (
        f"<!doctype html><html><head><title>Second bridge is decided</title>{head}</head><body>"
        f"{HEADER}{top}{BEFORE}{middle}{AFTER}{FOOTER}"
    )
    return articlekit.parse(page, url=URL, profiles=())


def _found(article: Article) -> list[Found]:
    return [
        (
            image.url.rpartition("/")[2] if image.url else None,
            image.caption,
            image.credit.text if image.credit else None,
        )
        for image in article.images
    ]


RIVER: Final = "The river in March."
ONE: Final = [
    (
        '<figure><img src="/i/a.jpg" width=800><figcaption>The river in March. <span class="credit">Photo: Dana Kroll</span></figcaption></figure>',
        ("a.jpg", RIVER, "Dana Kroll"),
    ),
    (
        '<div class="article-image"><img src="/i/a.jpg" width=800><div class="article-image__text">The river in March.</div><div class="article-image__author">Dana Kroll / Reuters</div></div>',
        ("a.jpg", RIVER, "Dana Kroll / Reuters"),
    ),
    (
        '<figure><img src="data:image/gif;base64,R0lGOD" data-src="/i/a-320.jpg" data-srcset="/i/a-320.jpg 320w, /i/a-1600.jpg 1600w" class=lazy><noscript><img src="/i/a-640.jpg"></noscript><figcaption>The river in March. (Dana Kroll)</figcaption></figure>',
        ("a-1600.jpg", RIVER, "Dana Kroll"),
    ),
    (
        '<figure><picture><source type="image/webp" srcset="/i/a.webp?w=400 400w, /i/a.webp?w=1200 1200w"><img src="/i/a.jpg?w=400"></picture><figcaption>The river in March.</figcaption></figure>',
        ("a.webp?w=1200", RIVER, None),
    ),
    (
        '<div class="wp-caption alignnone"><a href="/u/a.jpg"><img class="size-full" src="/u/a-650x400.jpg" width=650 height=400></a><p class="wp-caption-text">The river in March. Photo courtesy of the Millbrook Historical Society</p></div>',
        ("a.jpg", RIVER, "Photo courtesy of the Millbrook Historical Society"),
    ),
    (
        "<table align=right width=300><tr><td><img src=/i/a.jpg width=300 height=220></td></tr><tr><td><font size=1>The river in March. AP Photo</font></td></tr></table>",
        ("a.jpg", RIVER, "AP Photo"),
    ),
    (
        '<p><img src="/i/a.jpg" width=700></p><p><em>The river in March. Credit: Dana Kroll</em></p>',
        ("a.jpg", RIVER, "Dana Kroll"),
    ),
    (
        '<figure><img src="/i/a.jpg" width=700></figure><p><strong>The river in March.</strong></p>',
        ("a.jpg", RIVER, None),
    ),
    (
        '<figure><img src="/i/a.jpg" width=700 data-credit="Dana Kroll/Getty Images" data-caption="The river in March."></figure>',
        ("a.jpg", RIVER, "Dana Kroll/Getty Images"),
    ),
    (
        '<figure><button>Open image in gallery</button><img src="/i/a.jpg" width=600><figcaption>1/12 The river in March (Getty)</figcaption></figure>',
        ("a.jpg", "The river in March", "Getty"),
    ),
    (
        '<div class="photo"><img src="/i/a.jpg" width=600><p class="photo-caption">港を出るフェリー＝２日、高瀬みのり撮影</p></div>',
        ("a.jpg", "港を出るフェリー＝２日", "高瀬みのり撮影"),
    ),
    (
        '<figure><img src="/i/a.jpg" width=600><figcaption>العبارة تغادر الميناء (رويترز)</figcaption></figure>',
        ("a.jpg", "العبارة تغادر الميناء", "رويترز"),
    ),
    (
        '<figure><amp-img src="/i/a.jpg" width=800 height=500></amp-img><figcaption>The river in March. Dana Kroll/The Prairie Star</figcaption></figure>',
        ("a.jpg", RIVER, "Dana Kroll/The Prairie Star"),
    ),
    (
        '<div class="hero-image" style="background-image:url(/i/a.jpg)"></div><p class="hero-caption">The river in March. © Dana Kroll</p>',
        (None, RIVER, "Dana Kroll"),
    ),
]


@pytest.mark.parametrize(("middle", "expected"), ONE)
def test_one_picture(middle: str, expected: Found) -> None:
    """Address, caption and credit are found, and no word of them stays in the text."""
    article = _article(middle)
    assert [expected] == _found(article)
    assert list(PARAGRAPHS) == article.text.split("\n")
    assert ["Mara Quell"] == [author.name for author in article.authors]


def test_galleries_in_full() -> None:
    """All pictures of a gallery come in order, each with its own words."""
    items = "".join(
        f'<div class="gallery-item"><img src="/g/{n}.jpg" width=900 height=600><p class="gallery-caption">Step {n} of the work at the dam.</p>'
        '<span class="gallery-credit">Photo: Dana Kroll/AP</span></div>'
        for n in range(1, 31)
    )
    article = _article(f'<div class="gallery">{items}</div>')
    assert [
        (f"{n}.jpg", f"Step {n} of the work at the dam.", "Dana Kroll/AP")
        for n in range(1, 31)
    ] == _found(article)


def test_slides_twice_in_the_source() -> None:
    """A carousel that holds copies of its slides gives each picture once."""
    slides = "".join(
        f'<li class="slide"><figure><img data-lazy="/g/{n}.jpg" src="/blank.gif"><figcaption><p>Step {n} of the work.</p><cite>© Swantje Kolb</cite></figcaption></figure></li>'
        for n in range(1, 6)
    )
    article = _article(f'<ul class="carousel">{slides}{slides}</ul>')
    assert [
        (f"{n}.jpg", f"Step {n} of the work.", "Swantje Kolb") for n in range(1, 6)
    ] == _found(article)


def test_posters_of_videos_are_no_pictures() -> None:
    """The poster of a video stands apart."""
    video = '<div class="video"><video poster="/v/poster.jpg" controls><source src="/v/a.mp4" type="video/mp4"></video></div>'
    figure = '<figure><img src="/i/a.jpg" width=800><figcaption>The river in March.</figcaption></figure>'
    assert [("a.jpg", RIVER, None)] == _found(_article(figure, top=video))


def test_other_stories_in_the_text() -> None:
    """The picture of a story that is linked between paragraphs is not the article's."""
    aside = (
        '<aside class="related"><a href="/2026/charts-1299"><img src="/t/9.jpg" width=300 height=200>'
        '<h4>Museum shows its oldest charts</h4></a><p class="caption">Photo: Ivo Trent</p></aside>'
    )
    assert _found(_article(aside)) == []


def test_credits_in_structured_data() -> None:
    """A credit that only JSON-LD states goes to its picture."""
    head = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Second bridge is decided","image":'
        '{"@type":"ImageObject","url":"https://news.example/i/a.jpg","creditText":"Dana Kroll / Reuters"}}</script>'
    )
    article = _article('<figure><img src="/i/a.jpg" width=700></figure>', head=head)
    assert [("a.jpg", None, "Dana Kroll / Reuters")] == _found(article)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://news.example/i/lead.jpg", [("lead.jpg", None, None)]),
        ("https://news.example/static/logo-default.png", []),
    ],
)
def test_pictures_of_the_metadata(address: str, expected: list[Found]) -> None:
    """The picture that the metadata name is the lead, unless it is the site's logo."""
    article = _article("", head=f'<meta property="og:image" content="{address}">')
    assert expected == _found(article)
