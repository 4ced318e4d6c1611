"""The article's own pictures: which, in what order, with whose words."""

import time

import pytest

from articlekit.model.image import Image
from articlekit.pictures.addresses import (
    is_placeholder,
    picture_key,
    read_srcset,
)
from articlekit.pictures.images import find_images
from articlekit.reading.markup import read_markup

_URL = "https://news.example/story/ferry"
_TEXT = "The ferry left the old harbour at dawn and nobody was there to see it go. " * 3


def _images(markup: str, head: str = "") -> tuple[Image, ...]:
    """Find the pictures of a page whose body is its long paragraphs."""
    source = f"<html><head>{head}</head><body>{markup}</body></html>"
    page = read_markup(source, url=_URL)
    body = [i for i, b in enumerate(page.blocks) if b.text.startswith("The ferry left")]
    return tuple(found.image for found in find_images(page, body=body))


def _story(inside: str, above: str = "") -> str:
    return (
        f"<article><h1>A ferry leaves</h1>{above}<p>{_TEXT}</p>{inside}<p>{_TEXT}</p>"
        "</article>"
    )


def test_figure_with_caption_and_credit() -> None:
    """A figure gives address, alt, caption and credit."""
    markup = (
        '<figure><img src="/i/ferry.jpg" alt="A ferry"><figcaption>The ferry at dawn.'
        ' <span class="credit">Photo: Jane Roe/AFP</span></figcaption></figure>'
    )
    (image,) = _images(_story(markup))
    assert "https://news.example/i/ferry.jpg" == image.url
    assert "A ferry" == image.alt
    assert "The ferry at dawn." == image.caption
    assert image.credit is not None
    assert "Jane Roe/AFP" == image.credit.text
    assert "Photo: Jane Roe/AFP" == image.credit.raw


def test_caption_without_elements_is_split() -> None:
    """A caption and a credit in one element are told apart."""
    markup = (
        '<div class="wp-caption"><img src="/i/ferry.jpg">'
        '<p class="wp-caption-text">Die Fähre legt ab. Foto: dpa</p></div>'
    )
    (image,) = _images(_story(markup))
    assert "Die Fähre legt ab." == image.caption
    assert image.credit is not None
    assert ("dpa",) == image.credit.agencies


def test_caption_beside_the_picture() -> None:
    """Words that stand under a picture count where their class says so."""
    markup = (
        '<img src="/i/ferry.jpg"><p class="image-caption">The ferry at dawn.</p>'
        '<p class="image-credit">Jane Roe</p>'
    )
    (image,) = _images(_story(markup))
    assert "The ferry at dawn." == image.caption
    assert image.credit is not None
    assert ("Jane Roe",) == image.credit.photographers


@pytest.mark.parametrize(
    "img",
    [
        '<img src="s.jpg" srcset="s.jpg 300w, /i/big.jpg 1200w, m.jpg 600w">',
        '<img src="data:image/gif;base64,R0" data-src="/i/big.jpg">',
        '<img src="/placeholder.png" data-srcset="/i/s.jpg 1x, /i/big.jpg 2x">',
        '<a href="/i/big.jpg"><img src="data:image/gif;base64,R0"></a>',
        '<img src="data:," ><noscript><img src="/i/big.jpg"></noscript>',
        '<picture><source srcset="/i/big.jpg 1600w"/><img src="/i/s.jpg"></picture>',
        '<img data-original="/i/big.jpg" src="/spacer.gif">',
    ],
)
def test_largest_address(img: str) -> None:
    """The largest address wins, wherever it is named, and never a placeholder."""
    (image,) = _images(_story(f"<figure>{img}</figure>"))
    assert "https://news.example/i/big.jpg" == image.url


@pytest.mark.parametrize(
    "foreign",
    [
        '<div class="related"><img src="/i/other.jpg"><p>Another story</p></div>',
        '<a href="/other/story-about-trains"><img src="/i/other.jpg"></a>',
        '<img src="/i/site-logo.png">',
        '<img src="/i/dot.jpg" width="1" height="1">',
        '<div class="author-box"><img src="/i/jane.jpg"></div>',
        '<img class="avatar" src="/i/jane.jpg">',
        '<img src="data:image/gif;base64,R0lGOD">',
        '<img src="javascript:alert(1)">',
        "<img>",
        '<aside><img src="/i/other.jpg"></aside>',
        (
            '<figure><a href="/other/story"><img src="/i/o.jpg"></a><figcaption>'
            '<a href="/other/story">A headline of another story</a></figcaption></figure>'
        ),
    ],
)
def test_what_is_no_picture_of_the_article(foreign: str) -> None:
    """Teasers, logos, portraits, pixels and empty elements are left out."""
    assert () == _images(_story(foreign))


def test_a_picture_counts_once() -> None:
    """A picture that stands twice in the source is one, with the words of both."""
    twice = (
        '<figure><img src="/i/ferry-1024x683.jpg"></figure>'
        '<figure><img src="/i/ferry-300x200.jpg"><figcaption>At dawn.</figcaption></figure>'
    )
    (image,) = _images(_story(twice))
    assert "At dawn." == image.caption


def test_pictures_of_one_name_and_two_captions_are_two() -> None:
    """Two pictures that share a file name but not the caption are kept."""
    two = "".join(
        f'<figure><img src="/{n}/ferry-harbour.jpg"><figcaption>Scene {n} of it.</figcaption></figure>'
        for n in ("one", "two")
    )
    assert 2 == len(_images(_story(two)))


def test_gallery_in_order() -> None:
    """All pictures of a gallery stand in order, each with its caption."""
    slides = "".join(
        f'<li><figure><img src="/i/slide-number-{n}.jpg"><figcaption>Slide {n} shows it.'
        "</figcaption></figure></li>"
        for n in range(12)
    )
    found = _images(_story(f'<ul class="gallery">{slides}</ul>'))
    assert [f"Slide {n} shows it." for n in range(12)] == [i.caption for i in found]


def test_lead_picture_agrees_with_the_metadata() -> None:
    """The picture above the text leads, under the address that the page states."""
    above = '<figure><img src="/i/ferry-640x400.jpg"><figcaption>Dawn.</figcaption></figure>'
    head = (
        '<meta property="og:image" content="https://news.example/i/ferry-1200x630.jpg">'
    )
    (image,) = _images(_story("", above), head)
    assert image.is_lead
    assert "https://news.example/i/ferry-1200x630.jpg" == image.url
    assert "Dawn." == image.caption


def test_stated_picture_leads_where_none_is_shown() -> None:
    """A picture that only the metadata names is the lead, but no logo is."""
    stated = '<meta property="og:image" content="/i/{}">'
    (image,) = _images(_story(""), stated.format("ferry.jpg"))
    assert image.is_lead
    assert () == _images(_story(""), stated.format("logo.png"))


def test_caption_whose_picture_a_script_draws() -> None:
    """A figure without an image element still gives its words."""
    above = '<figure><div class="lazy"></div><figcaption>The ferry. Photo: AFP</figcaption></figure>'
    (image,) = _images(_story("", above))
    assert image.url is None
    assert "The ferry." == image.caption


def test_credit_of_structured_data() -> None:
    """A credit that only JSON-LD states goes to its picture."""
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "image": {"@type": '
        '"ImageObject", "url": "https://news.example/i/ferry.jpg", "creditText": "Jane Roe/AFP"}}'
        "</script>"
    )
    (image,) = _images(_story('<figure><img src="/i/ferry.jpg"></figure>'), head)
    assert image.credit is not None
    assert ("Jane Roe",) == image.credit.photographers


def test_byline_is_no_credit() -> None:
    """The author's line beside the lead picture does not become a credit."""
    above = (
        '<div class="lead"><figure><img src="/i/ferry.jpg"></figure>'
        '<address>By <a class="author" href="/jane">Jane Roe</a></address>'
        '<div class="byline">By Jane Roe <time>2 May 2024</time></div></div>'
    )
    (image,) = _images(_story("", above))
    assert image.credit is None


@pytest.mark.parametrize(
    ("srcset", "expected"),
    [
        ("a.jpg 1x, b.jpg 2x", [("a.jpg", 1000), ("b.jpg", 2000)]),
        ("a.jpg 300w,b.jpg 600w", [("a.jpg", 300), ("b.jpg", 600)]),
        ("a,b.jpg 300w", [("a,b.jpg", 300)]),
        ("a.jpg,", [("a.jpg", 1)]),
        ("300w 300w", []),
        ("", []),
    ],
)
def test_broken_srcset(srcset: str, expected: list[tuple[str, float]]) -> None:
    """Candidates come out of any `srcset`, however broken."""
    assert expected == list(read_srcset(srcset))


def test_sizes_share_a_key() -> None:
    """The addresses of one picture in several sizes share their key."""
    one = "https://a.example/i/ferry-harbour-1024x683.jpg?w=20"
    assert picture_key(one) == picture_key("https://b.example/x/ferry-harbour.webp")


def test_flood_of_pictures() -> None:
    """Ten thousand pictures cost little."""
    flood = (
        '<figure><img src="/i/a.jpg"><figcaption>Foto: dpa</figcaption></figure>'
        * 10_000
    )
    start = time.process_time()
    _images(_story(flood))
    assert time.process_time() - start < 10


def test_stated_placeholder_is_no_picture() -> None:
    """A blank picture in the metadata is none; an address escaped twice is mended."""
    stated = '<meta property="og:image" content="https://cdn.example/{}">'
    assert _images(_story(""), stated.format("i/blank.jpg")) == ()
    (image,) = _images(_story(""), stated.format("ferry.jpg?w=1200&amp;amp;h=630"))
    assert image.url == "https://cdn.example/ferry.jpg?w=1200&h=630"


@pytest.mark.parametrize(
    "name",
    [
        "empty-shelves.jpg", "grey-whale.jpg", "pixel-9-review.jpg", "lazy-river.webp",
        "trans-canada.jpg", "polka-dot.jpg", "clear-sky-2.png", "loading-dock.jpg",
    ],
)  # fmt: skip
def test_photographs_whose_names_begin_like_placeholders(name: str) -> None:
    """An ordinary word at the start of a name does not make it a blank picture."""
    assert not is_placeholder(f"https://cdn.example/i/{name}")


@pytest.mark.parametrize(
    "name",
    [
        "blank.gif", "pixel.png", "renderTimingPixel.png", "grey-placeholder.png",
        "placeholder-16x9.jpg", "trans_pixel.gif", "blank-16x9.png", "img_blank.gif",
        "lazyload.gif", "no-image-large.jpg", "1x1.png", "loading-animation.gif",
    ],
)  # fmt: skip
def test_names_of_placeholders(name: str) -> None:
    """What stands in for a picture says so, alone or with a size."""
    assert is_placeholder(f"https://cdn.example/i/{name}?v=2")


@pytest.mark.parametrize("name", ["a1b2_xl.jpg", "ferry-x2.png", "x-ray.jpg"])
def test_sizes_in_a_name_make_no_placeholder(name: str) -> None:
    """A letter that stands for a size is none, unless it is the whole name."""
    assert not is_placeholder(f"https://cdn.example/i/{name}")
    assert is_placeholder("https://cdn.example/i/x.gif")


@pytest.mark.parametrize(
    "address",
    [
        "/wp-content/themes/harbour/images/bg-holiday.jpg",
        "/skins/img/tabs-1.png",
        "/styles/harbour/imageset/tabs-1.png",
    ],
)
def test_pictures_of_the_design_are_none(address: str) -> None:
    """What a theme brings along stands in no story, and opens none."""
    og = f'<meta property="og:image" content="{address}">'
    assert () == _images(_story(f'<img src="{address}" width="640">'), og)


def test_resized_files_of_a_content_system_are_stories() -> None:
    """A folder for styles of pictures is no design."""
    address = "/files/styles/wide/public/images/ferry.jpg"
    (image,) = _images(_story(f'<img src="{address}">'))
    assert f"https://news.example{address}" == image.url


@pytest.mark.parametrize(
    ("small", "large"),
    [
        ("/photo?id=77&size=thumbnail", "/photo?id=77&size=screen"),
        ("/p/csm_ferry_dawn_381d901c85.jpg", "/p/ferry_dawn.jpg"),
    ],
)
def test_sizes_of_one_picture_have_one_key(small: str, large: str) -> None:
    """What an address says of the size alone tells no pictures apart."""
    assert picture_key(small) == picture_key(large)
    assert picture_key("/photo?id=78&size=screen") != picture_key(
        "/photo?id=77&size=screen"
    )


def test_an_address_inside_of_json() -> None:
    """Of a list of sizes written as JSON, an address is taken, and no mark behind it."""
    data = "{&quot;default&quot;:{&quot;src&quot;:&quot;//cdn.example/i/ferry.img?w=624&quot;}}"
    (image,) = _images(_story(f'<img data-src="{data}">'))
    assert "https://cdn.example/i/ferry.img?w=624" == image.url


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("1 / 7", None),
        ("+10", None),
        ("Tags:", None),
        ("ferry_at_dawn", None),
        ("Reklama", None),
        ("Laden... Die Fähre legt ab", "Die Fähre legt ab"),
        ("Die Fähre legt ab", "Die Fähre legt ab"),
    ],
)
def test_lines_that_say_nothing_of_a_picture(line: str, caption: str | None) -> None:
    """Counters, labels, words of buttons and names of files are no captions."""
    markup = f'<figure><img src="/i/ferry_at_dawn.jpg"><figcaption>{line}</figcaption></figure>'
    assert [caption] == [image.caption for image in _images(_story(markup))]


def test_words_that_stand_under_many_pictures() -> None:
    """Three pictures do not show the same two words."""
    figure = '<figure><img src="/i/ferry-{0}.jpg"><figcaption>{1}</figcaption></figure>'
    lines = ("Good points", "Good points", "Good points", "The ferry at noon")
    markup = "".join(figure.format(f"deck{n}", line) for n, line in enumerate(lines))
    found = [image.caption for image in _images(_story(markup))]
    assert [None, None, None, "The ferry at noon"] == found


def test_the_author_beside_a_picture_is_no_credit() -> None:
    """An author's name without a label is a byline; with one it is a credit."""
    bare = (
        '<div class="image"><img src="/i/ferry.jpg"><div class="credit">{}</div></div>'
    )
    page = [
        read_markup(f"<html><body>{_story(bare.format(line))}</body></html>", url=_URL)
        for line in ("Jane Roe", "Photo: Jane Roe")
    ]
    body = [i for i, b in enumerate(page[0].blocks) if b.text == _TEXT.strip()]
    none, some = (
        find_images(p, body=body, authors=("Jane Roe",))[0].image.credit for p in page
    )
    assert none is None
    assert some is not None
    assert "Jane Roe" == some.text
