"""Where an article's pictures stand on pages of many makers, and what stands with them."""

from collections.abc import Sequence

import pytest

import articlekit
from articlekit.pictures.captions import split_caption

_TEXT = "".join(
    f"<p>Paragraph {n} tells at some length how the old lighthouse was painted last week.</p>"
    for n in range(6)
)


def _images(
    above: str = "",
    below: str = "",
    head: str = "",
    title: str = "h1",
    inside: str = "",
) -> list[tuple[str | None, str | None, str | None]]:
    page = (
        f'<html lang="en"><head>{head}</head><body><main><article><{title} class="t">Lighthouse painted</{title}>'
        f'{above}<div class="text">{_TEXT}{inside}<p>The keeper was content, he said at the end of it.</p></div>'
        f"{below}</article></main></body></html>"
    )
    found = articlekit.parse(page, url="https://paper.example/lighthouse")
    return [
        (
            i.url.rpartition("/")[2] if i.url else None,
            i.caption,
            i.credit.text if i.credit else None,
        )
        for i in found.images
    ]


def test_masthead_of_the_article() -> None:
    """A masthead below the title is the article's own."""
    above = (
        '<div class="asset-masthead"><img src="/p/tower-red.jpg">'
        '<figcaption><span class="caption">The tower in red.</span> <span class="credit">Ida Moe</span></figcaption></div>'
    )
    assert _images(above) == [("tower-red.jpg", "The tower in red.", "Ida Moe")]


def test_title_that_is_no_first_heading() -> None:
    """A picture between a title in another heading and the text is the article's own."""
    head = '<meta property="og:title" content="Lighthouse painted">'
    above = '<div class="wrap"><a href="/p/tower-blue.jpg"><img src="/p/tower-blue.jpg"></a></div>'
    assert _images(above, head=head, title="h3")[0][0] == "tower-blue.jpg"


def test_widgets_of_a_page_builder() -> None:
    """A builder that calls all parts of a page widgets does not hide its pictures."""
    inside = (
        '<div class="elementor-widget elementor-widget-image"><div class="elementor-widget-container">'
        '<figure class="wp-caption"><img src="/p/steps-up.jpg"><figcaption>The steps. © Lia Roth</figcaption></figure></div></div>'
    )
    assert _images(inside=inside) == [("steps-up.jpg", "The steps.", "Lia Roth")]


def _slides(numbers: Sequence[int]) -> str:
    return (
        '<div class="gallery">'
        + "".join(
            f'<div class="slide"><figure><img src="/image.aspx/{n}?w=900"><figcaption><p>View {n} of it.</p>'
            '<small class="photo-author">IDA MOE</small></figcaption></figure></div>'
            for n in numbers
        )
        + "</div>"
    )


def test_gallery_below_the_text() -> None:
    """The slides below a text are its pictures, numbers their only names."""
    found = _images(below=_slides([1391201, 1391202, 1391203, 1391204]))
    assert [c for _, c, _ in found] == [
        f"View {n} of it." for n in range(1391201, 1391205)
    ]
    assert {c for _, _, c in found} == {"IDA MOE"}


def test_gallery_that_repeats_the_pictures() -> None:
    """Slides that show the pictures of the text once more add none."""
    names = ["tower-one.jpg", "tower-two.jpg", "tower-three.jpg"]
    inside = "".join(
        f'<figure><img src="/p/{n}"><figcaption>{n[:-4]} seen</figcaption></figure>'
        for n in names
    )
    slides = "".join(f'<figure class="s"><img src="/p/{n}"></figure>' for n in names)
    found = _images(inside=inside, below=f'<div class="slideshow">{slides}</div>')
    assert [url for url, _, _ in found] == names


def test_figure_around_a_quotation() -> None:
    """Who is quoted in a figure is no caption."""
    inside = '<figure><blockquote>“It is only paint.”</blockquote><figcaption class="source">— Ole Vik</figcaption></figure>'
    assert _images(inside=inside) == []


def test_cite_in_a_figure() -> None:
    """An element for the source of a picture holds its credit, a work in a sentence does not."""
    inside = '<figure class="e"><span><img src="/p/tower-night.jpg"></span><span class="meta"><cite>Ida Moe for Coast</cite></span></figure>'
    assert _images(inside=inside) == [("tower-night.jpg", None, "Ida Moe for Coast")]


@pytest.mark.parametrize(
    ("source", "caption"),
    [
        ("Fuente de la imagen, ", "Pie de foto, "),
        ("صدر الصورة، ", "التعليق على الصورة، "),
    ],
)
def test_labels_for_screen_readers(source: str, caption: str) -> None:
    """Labels that only screen readers show are cut, and tell the credit."""
    inside = (
        f'<figure><div><img src="/p/tower-day.jpg"><p><span class="visually-hidden">{source}</span><span>Getty Images</span></p></div>'
        f'<figcaption><p><span class="visually-hidden">{caption}</span>The tower by day</p></figcaption></figure>'
    )
    assert _images(inside=inside) == [
        ("tower-day.jpg", "The tower by day", "Getty Images")
    ]


def test_picture_cut_for_sharing() -> None:
    """The page's own picture stands for the one cut for social networks."""
    head = '<meta property="og:image" content="https://paper.example/p/4213815_opengraph_1x.jpg">'
    above = '<figure><img src="/p/4213815_detail_1x.jpg"></figure>'
    assert _images(above, head=head)[0][0] == "4213815_detail_1x.jpg"


def test_label_for_the_whole_line() -> None:
    """Behind "Photo:" may stand what it shows, and the credit in brackets."""
    caption, credit = split_caption(
        "Foto: Nelayan menarik perahu di pantai (Ani Rahma/kabarcom)"
    )
    assert credit is not None
    assert (caption, credit.text) == (
        "Nelayan menarik perahu di pantai",
        "Ani Rahma/kabarcom",
    )


def test_label_before_a_name() -> None:
    """A name behind the label stays the credit, whatever stands in brackets behind it."""
    caption, credit = split_caption("Photo: Ida Moe (Reuters)")
    assert caption is None
    assert credit is not None
    assert credit.text == "Ida Moe (Reuters)"
