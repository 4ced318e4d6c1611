"""Bad input of pictures and lists: no exception, nothing unusable, linear time."""

import time

import pytest

import articlekit
from articlekit.model import Article

URL = "https://news.example/2026/03/second-bridge-is-decided-4999"
PARAGRAPHS = "".join(
    f"<p>{text}</p>"
    for text in (
        "The council of the harbour town decided on Tuesday evening to build a second bridge over the river, after ten years of quarrel about its place and its price.",
        "Mayor Ines Tollund said the work would begin in spring and last for three years, with a pause of some months while the birds breed on the banks.",
        "Opponents want to collect signatures until the end of the month; they fear for the old mill and for the gardens that lie behind the dam.",
    )
)
_SECONDS = 10


def _page(inner: str, *, head: str = "") -> str:
    return (
        f"<html><head><title>Second bridge</title>{head}</head><body><article><h1>Second bridge</h1>"
        f"{PARAGRAPHS}{inner}</article></body></html>"
    )


def _parse(inner: str, *, head: str = "") -> Article:
    start = time.process_time()
    article = articlekit.parse(_page(inner, head=head), url=URL, profiles=())
    assert time.process_time() - start < _SECONDS
    assert article.text.startswith("The council of the harbour town")
    return article


def _list(links: str) -> str:
    return f"<section><h2>Latest news</h2><ul>{links}</ul></section>"


def test_ten_thousand_links() -> None:
    """All of ten thousand stories are read."""
    links = "".join(
        f'<li><a href="/2026/03/story-of-the-harbour-{n}">Story of the old harbour, part {n} of many</a></li>'
        for n in range(10_000)
    )
    article = _parse(_list(links))
    assert [f"Story of the old harbour, part {n} of many" for n in (0, 9_999)] == [
        article.headlines[n].title for n in (0, -1)
    ]
    assert len(article.headlines) == 10_000


@pytest.mark.parametrize(
    "base",
    [
        '<base href="base.html"><base href="../base.html">',
        '<base href="?"><base href="#">',
        '<base href="javascript:location">',
        '<base href="//">',
        '<base href="http://[::1">',
    ],
)
def test_bases_that_lead_nowhere(base: str) -> None:
    """A base that names itself, or no address, is passed over: links count from the page's."""
    links = "".join(
        f'<li><a href="/2026/03/story-of-the-harbour-{n}">Story of the old harbour, part {n}</a></li>'
        for n in range(3)
    )
    article = _parse(_list(links), head=base)
    assert ["https://news.example/2026/03/story-of-the-harbour-0"] == [
        item.url for item in article.headlines[:1]
    ]


@pytest.mark.parametrize(
    "scheme",
    ["javascript:void(0)//", "data:text/html,", "mailto:a@b.example?", "vbscript:"],
)
def test_addresses_that_cannot_be_visited(scheme: str) -> None:
    """Links with such addresses are no items, pictures with them are none."""
    links = "".join(
        f'<li><a href="{scheme}/2026/03/story-{n}-of-the-harbour">Story of the old harbour, part {n}</a></li>'
        for n in range(4)
    )
    article = _parse(
        f'<figure><img src="{scheme}a.jpg" srcset="{scheme}b.jpg 2x" width=900></figure>{_list(links)}'
    )
    assert article.headlines == ()
    assert article.images == ()


@pytest.mark.parametrize(
    "srcset",
    [
        ",,, ,",
        "300w, 600w",
        "/i/a.jpg 999999999999999999999w",
        "/i/a.jpg 1e9x, /i/b.jpg NaNw",
        "/i/a.jpg -300w,/i/b.jpg 0w",
        "/i/a b.jpg 300w",
        "http://[ 300w",
        "data:image/gif;base64,R0lGOD 300w",
        "," * 100_000,
        "/i/a.jpg 1w," * 20_000,
    ],
)
def test_broken_srcsets(srcset: str) -> None:
    """A picture keeps an address that can be visited, whatever its set holds."""
    article = _parse(
        f'<figure><img src="/i/plain.jpg" srcset="{srcset}" width=900></figure>'
    )
    assert all((image.url or "").startswith("https://") for image in article.images)
    assert len(article.images) == 1


@pytest.mark.parametrize(
    "piece",
    ["word ", "Photo: ", "(", "©", "/", "A/", "via ", "写", ": ", "=", "Foto: Jörg/"],
)
def test_captions_of_a_megabyte(piece: str) -> None:
    """A caption of a million letters costs no more than its share."""
    caption = piece * (1_000_000 // len(piece))
    _parse(
        f'<figure><img src="/i/a.jpg" width=900><figcaption>{caption}</figcaption></figure>'
    )


@pytest.mark.parametrize(
    "marks", ["/", "()", "©", "...", "–", "|||", "( / )", "[]", ":", "©©© ///", "「」"]
)
def test_credits_of_marks_alone(marks: str) -> None:
    """Marks name nobody."""
    article = _parse(
        f'<figure><img src="/i/a.jpg" width=900><figcaption>The river. <span class="credit">{marks}</span></figcaption></figure>'
    )
    for image in article.images:
        assert image.credit is None or not (
            image.credit.photographers or image.credit.agencies or image.credit.via
        )
    assert articlekit.parse_credit(marks).photographers == ()
