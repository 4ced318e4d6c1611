"""An article as HTML."""

from datetime import UTC, date, datetime

import pytest

from articlekit.model import (
    Article,
    Author,
    Block,
    BlockQuote,
    Embed,
    Figure,
    Heading,
    Image,
    ImageCredit,
    Link,
    ListBlock,
    LiveEntry,
    Moment,
    Note,
    Paragraph,
    Precision,
    Span,
    Table,
)
from articlekit.views import html

_URL = "https://news.example/a"


def _inside(block: Block, *images: Image) -> str:
    """Return what one block becomes."""
    made = html(Article(body=(block,), images=images))
    return made.removeprefix("<article>\n").removesuffix("\n</article>\n")


def test_head_stands_above_the_text() -> None:
    """Kicker, title, dek, byline and date come in the order of a page."""
    article = Article(
        language="de",
        kicker="Stadt",
        title="Bad & Bibliothek",
        dek="Beides öffnet.",
        authors=(Author("Jannik Osterloh"), Author("Yasemin Korkut")),
        published=Moment(date(2024, 5, 1)),
        body=(Paragraph("Ab Mai."),),
    )
    assert html(article) == (
        '<article lang="de">\n<header>\n<p>Stadt</p>\n<h1>Bad &amp; Bibliothek</h1>\n'
        "<p>Beides öffnet.</p>\n<p>Jannik Osterloh, Yasemin Korkut</p>\n"
        '<p><time datetime="2024-05-01">2024-05-01</time></p>\n</header>\n'
        "<p>Ab Mai.</p>\n</article>\n"
    )


def test_empty_article_is_an_empty_element() -> None:
    """An article without anything has no header."""
    assert "<article>\n</article>\n" == html(Article())


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Paragraph("1 < 2\nand so on"), "<p>1 &lt; 2<br>and so on</p>"),
        (
            Paragraph("See here now", links=(Link(_URL, Span(4, 8)),)),
            f'<p>See <a href="{_URL}">here</a> now</p>',
        ),
        (Heading("Why", level=1), "<h2>Why</h2>"),
        (Heading("Why", level=9), "<h6>Why</h6>"),
        (
            ListBlock(("one", "two"), ordered=True, links=(Link(_URL, Span(4, 7)),)),
            f'<ol>\n<li>one</li>\n<li><a href="{_URL}">two</a></li>\n</ol>',
        ),
        (ListBlock(("one",)), "<ul>\n<li>one</li>\n</ul>"),
        (
            BlockQuote("Words", cite=_URL),
            f'<blockquote cite="{_URL}"><p>Words</p></blockquote>',
        ),
        (
            BlockQuote("Words", cite="javascript:a()"),
            "<blockquote><p>Words</p></blockquote>",
        ),
        (
            Table((("a", "b"), (), ("c",)), links=(Link(_URL, Span(5, 6)),)),
            (
                "<table>\n<tr><td>a</td><td>b</td></tr>\n<tr></tr>\n"
                f'<tr><td><a href="{_URL}">c</a></td></tr>\n</table>'
            ),
        ),
        (Note("Corrected."), "<aside><p>Corrected.</p></aside>"),
        (Embed("video", _URL), f'<p><a href="{_URL}">{_URL}</a></p>'),
        (Embed("tweet", None, "Hello"), "<p>Hello</p>"),
        (Embed("video", "data:x"), ""),
        (
            LiveEntry(
                Moment(datetime(2024, 5, 1, 9, 30, tzinfo=UTC), Precision.MINUTE),
                (Paragraph("Now."),),
            ),
            (
                '<section>\n<p><time datetime="2024-05-01T09:30:00+00:00">'
                "2024-05-01 09:30+00:00</time></p>\n<p>Now.</p>\n</section>"
            ),
        ),
        (
            LiveEntry(Moment(None, raw="just now"), ()),
            "<section>\n<p>just now</p>\n</section>",
        ),
    ],
)
def test_block_becomes_its_element(block: Block, expected: str) -> None:
    """Each kind of block has its element, with links where they stand."""
    made = _inside(block)
    assert expected == ("" if made == "</article>\n" else made)


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        (
            Image(_URL, alt='a "b"', caption="C", credit=ImageCredit("Foto: D", "D")),
            (
                f'<figure><img src="{_URL}" alt="a &quot;b&quot;">'
                "<figcaption>C <small>D</small></figcaption></figure>"
            ),
        ),
        (
            Image(None, credit=ImageCredit("D", "D")),
            "<figure><figcaption><small>D</small></figcaption></figure>",
        ),
        (
            Image(None, caption="C by D", credit=ImageCredit("D", "D")),
            "<figure><figcaption>C by D</figcaption></figure>",
        ),
        (Image("mailto:a@b.example"), "<figure></figure>"),
    ],
)
def test_figure_shows_its_picture(image: Image, expected: str) -> None:
    """A figure has picture, caption and credit; the credit stands there once."""
    assert expected == _inside(Figure(0), image)


def test_lead_picture_without_a_place_opens_the_text() -> None:
    """A lead picture that stands above the text is shown, and only once."""
    article = Article(body=(Paragraph("A"),), images=(Image(_URL, is_lead=True),))
    assert html(article).index("<img") < html(article).index("<p>A")


def test_figure_that_points_nowhere_is_left_out() -> None:
    """A figure whose picture is missing does no harm."""
    assert "<figure" not in html(Article(body=(Figure(3), Figure(-1))))


@pytest.mark.parametrize(
    "links",
    [
        (Link(_URL, Span(0, 99)),),
        (Link(_URL, Span(2, 2)),),
        (Link(_URL, Span(-3, 2)),),
        (Link("javascript:x()", Span(0, 2)),),
        (Link("/relative", Span(0, 2)),),
        (Link("http://", Span(0, 2)),),
        (Link("https://a.example/\x00", Span(0, 2)),),
    ],
)
def test_broken_link_leaves_its_words(links: tuple[Link, ...]) -> None:
    """A link that cannot be followed, or lies outside, is plain text."""
    assert "<p>words</p>" == _inside(Paragraph("words", links=links))


def test_links_that_overlap_are_cut() -> None:
    """Of two links over the same words the first is kept."""
    links = (Link(_URL, Span(2, 5)), Link(_URL, Span(0, 3)))
    assert f'<p><a href="{_URL}">wor</a>ds</p>' == _inside(
        Paragraph("words", links=links)
    )


def test_text_loses_what_is_no_text() -> None:
    """Control characters, surrogates and marks of direction are dropped."""
    assert "<p>abcde</p>" == _inside(Paragraph("a\x00b\x1bc\ud800d\u202ee"))
