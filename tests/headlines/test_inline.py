"""Pointers to other stories between the paragraphs of a body."""

import pytest

import articlekit
from articlekit.model.headline import ListKind

URL = "https://news.example/2026/second-bridge-is-decided-4999"
TITLE = "Old mill on the river is to become a museum next year"
LINK = f'<a href="/2025/old-mill-to-become-museum-4411">{TITLE}</a>'
OTHER = "Forty voices decided the fate of the first bridge"
OTHER_LINK = f'<a href="/2024/forty-voices-decided-4102">{OTHER}</a>'
PARAGRAPHS = (
    "The council of the harbour town decided on Tuesday evening to build a second bridge over the river, after ten years of quarrel about its place and its price.",
    "Mayor Ines Tollund said the work would begin in spring and last for three years, with a pause of some months while the birds breed on the banks.",
    "Opponents want to collect signatures until the end of the month; they fear for the old mill and for the gardens that lie behind the dam.",
    "The state pays two thirds of the cost, the town has to find the rest, and nobody has said yet which other plans will have to wait for it.",
    "In the first years of the century two plans had failed, one of them at the soil, the other at a vote that was lost by forty voices.",
    "A model of the bridge is on show in the town hall until Sunday, and the engineers answer questions there every afternoon.",
)


def _page(between: str) -> str:
    texts = [f"<p>{text}</p>" for text in PARAGRAPHS]
    return (
        "<html lang=en><head><title>Second bridge is decided</title></head><body>"
        '<nav><a href="/">Home</a><a href="/sport">Sport</a></nav>'
        "<main><article><h1>Second bridge is decided</h1>"
        f"{''.join(texts[:3])}{between}{''.join(texts[3:])}</article></main></body></html>"
    )


@pytest.mark.parametrize(
    ("between", "name", "titles"),
    [
        (f"<p><strong>Also read:</strong> {LINK}</p>", "Also read", [TITLE]),
        (f"<p>READ MORE: {LINK}</p>", "READ MORE", [TITLE]),
        (f"<p>(Also read: {LINK})</p>", "Also read", [TITLE]),
        (
            f'<p><a href="/2025/old-mill-4411">Also read | {TITLE}</a></p>',
            "Also read",
            [TITLE],
        ),
        (f"<p><b>Lesen Sie auch:</b> {LINK}</p>", "Lesen Sie auch", [TITLE]),
        (f'<p class="lire-aussi">Lire aussi&nbsp;: {LINK}</p>', "Lire aussi", [TITLE]),
        (f"<p><strong>ये भी पढ़ें: {LINK}</strong></p>", "ये भी पढ़ें", [TITLE]),
        (f"<p>&gt;&gt;&gt; Xem thêm: {LINK}</p>", "Xem thêm", [TITLE]),
        (f"<p><strong>Baca juga: {LINK}</strong></p>", "Baca juga", [TITLE]),
        (f"<h3>Also read: {LINK}</h3>", "Also read", [TITLE]),
        (f"<p><strong>Read also</strong></p><p>{LINK}</p>", "Read also", [TITLE]),
        (f"<p>More on this: {LINK}, {OTHER_LINK}</p>", "More on this", [TITLE, OTHER]),
        (
            f"<h4>Related stories</h4><ul><li>{LINK}</li><li>{OTHER_LINK}</li></ul>",
            "Related stories",
            [TITLE, OTHER],
        ),
        (
            f"<p><strong>READ ALSO:</strong><br>{LINK}<br>{OTHER_LINK}</p>",
            "READ ALSO",
            [TITLE, OTHER],
        ),
        (
            '<p><a href="/2025/old-mill-4411">【あわせて読みたい】川辺の古い水車小屋が来年博物館に</a></p>',
            "【あわせて読みたい】",
            ["川辺の古い水車小屋が来年博物館に"],
        ),
    ],
)
def test_they_count_and_leave_the_body(
    between: str, name: str, titles: list[str]
) -> None:
    """Labels and links leave the text and are items of kind inline."""
    article = articlekit.parse(_page(between), url=URL, profiles=())
    assert list(PARAGRAPHS) == article.text.split("\n")
    assert [(name, ListKind.INLINE, title) for title in titles] == [
        (item.block, item.block_kind, item.title) for item in article.headlines
    ]


@pytest.mark.parametrize(
    "between",
    [
        f"<p>More on this was said in {LINK} on Monday, when the council met and the mayor spoke for an hour about the bridge.</p>",
        "<p>Related: the price of steel has doubled since the first plan was drawn, and so has the wage of a welder.</p>",
        "<h3>Related works</h3><p>The road to the bridge will be built by the state, which has named no date for it so far.</p>",
    ],
)
def test_running_text_stays(between: str) -> None:
    """A paragraph with a link in it, or one that begins like a label, stays."""
    article = articlekit.parse(_page(between), url=URL, profiles=())
    assert len(PARAGRAPHS) < len(article.text.split("\n"))
    assert article.headlines == ()


def test_the_text_is_the_same_when_asked_for_alone() -> None:
    """The body without other fields has the same text."""
    page = _page(f"<p>Also read: {LINK}</p>")
    alone = articlekit.parse(page, url=URL, fields=("body",), profiles=())
    assert "\n".join(PARAGRAPHS) == alone.text
