"""The body is chosen, and its blocks keep what they are."""

import os
import subprocess
import sys

import articlekit
from articlekit import (
    BlockQuote,
    Embed,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Table,
)

OPENING = (
    "The harbour bridge opened to traffic on Monday morning, two years after a"
    " storm had torn away its eastern span and cut the island off from the town."
)
SECOND = (
    "About four thousand people crossed it on foot before the first bus was let"
    " through, the port authority said, and the cafés on the quay ran out of bread."
)
THIRD = (
    "Repairs cost eleven million crowns, a third more than planned, because divers"
    " found that two of the old piers were hollow and had to be filled first."
)
CLOSING = (
    "The ferry that had replaced the bridge will sail until the end of the month,"
    " then it returns to the northern route, where passengers have missed it."
)


def page(inside: str, *, head: str = "", around: str = "{}") -> str:
    """Return a news page with *inside* in its article."""
    article = f"<article><h1>Bridge reopens</h1><div class='article-body'>{inside}</div></article>"
    return (
        f"<html lang=en><head><title>Bridge reopens</title>{head}</head><body>"
        "<header><nav><a href=/>Home</a><a href=/sport>Sport</a></nav></header>"
        f"<main>{around.format(article)}</main>"
        "<footer><p>© 2026 The Example Post. All rights reserved.</p></footer></body></html>"
    )


def paragraphs(*texts: str) -> str:
    """Return paragraphs as markup."""
    return "".join(f"<p>{text}</p>" for text in texts)


def parse(source: str) -> articlekit.Article:
    """Parse without profiles."""
    return articlekit.parse(source, url="https://example.com/bridge", profiles=())


def test_the_text_is_the_paragraphs_and_nothing_else() -> None:
    """Title, menu and footer stay outside."""
    article = parse(page(paragraphs(OPENING, SECOND, THIRD, CLOSING)))
    assert article.text.split("\n") == [OPENING, SECOND, THIRD, CLOSING]
    assert all(isinstance(block, Paragraph) for block in article.body)


def test_headings_keep_their_level() -> None:
    """A sub-heading is a block of its own; one at the end heads something else."""
    source = page(
        paragraphs(OPENING, SECOND)
        + "<h3>Hollow piers</h3>"
        + paragraphs(THIRD, CLOSING)
        + "<h2>More on this</h2>"
    )
    body = parse(source).body
    assert Heading("Hollow piers", 3) in body
    assert not any(block.text == "More on this" for block in body)


def test_lists_keep_items_and_depth() -> None:
    """Items are lines without bullets; nested ones know how deep they are."""
    items = (
        "<ul><li>The eastern span is new and made of steel.</li><li>Two of the piers were filled:"
        "<ol><li>the second from the quay, in spring</li><li>and the fourth one, in autumn</li></ol></li></ul>"
    )
    (found,) = [
        b
        for b in parse(
            page(paragraphs(OPENING, SECOND) + items + paragraphs(THIRD, CLOSING))
        ).body
        if isinstance(b, ListBlock)
    ]
    assert found.items == (
        "The eastern span is new and made of steel.",
        "Two of the piers were filled:",
        "the second from the quay, in spring",
        "and the fourth one, in autumn",
    )
    assert found.levels == (0, 0, 1, 1)
    assert not found.ordered


def test_tables_of_data_are_rows_of_cells() -> None:
    """A table is one block; its text has a line a row and tabs between cells."""
    table = (
        "<table><tr><th>Year</th><th>Cars a day</th></tr><tr><td>2023</td><td>4,100 before the storm</td></tr>"
        "<tr><td>2026</td><td>3,900 on the first day</td></tr></table>"
    )
    article = parse(
        page(paragraphs(OPENING, SECOND) + table + paragraphs(THIRD, CLOSING))
    )
    (found,) = [b for b in article.body if isinstance(b, Table)]
    assert found.rows[-1] == ("2026", "3,900 on the first day")
    assert "2026\t3,900 on the first day" in article.text


def test_a_table_that_only_lays_out_the_page_is_paragraphs() -> None:
    """One column of long cells is no data."""
    cells = "".join(
        f"<tr><td>{text}</td></tr>" for text in (OPENING, SECOND, THIRD, CLOSING)
    )
    article = parse(page(f"<table>{cells}</table>"))
    assert [type(b) for b in article.body] == [Paragraph] * 4


def test_block_quotes_are_told_from_paragraphs() -> None:
    """The paragraphs of a quotation are one block."""
    quote = "<blockquote cite='/speech'><p>We have waited for this day since the night of the storm.</p><p>Now it is here.</p></blockquote>"
    article = parse(
        page(paragraphs(OPENING, SECOND) + quote + paragraphs(THIRD, CLOSING))
    )
    (found,) = [b for b in article.body if isinstance(b, BlockQuote)]
    assert (
        found.text
        == "We have waited for this day since the night of the storm.\nNow it is here."
    )


def test_figures_stand_where_they_are_printed() -> None:
    """A figure points at its image, and the caption is not in the text."""
    figure = (
        "<figure><img src=/img/pier-large.jpg alt='A pier' width=900 height=600>"
        "<figcaption>Divers at the second pier. Photo: Ada Brandt/Example Agency</figcaption></figure>"
    )
    article = parse(
        page(paragraphs(OPENING, SECOND) + figure + paragraphs(THIRD, CLOSING))
    )
    assert isinstance(article.body[2], Figure)
    image = article.images[article.body[2].image]
    assert image.url == "https://example.com/img/pier-large.jpg"
    assert image.block == 2
    assert "Divers" not in article.text


def test_videos_are_embeds_without_text() -> None:
    """A frame of a video site is an embed, one of an unknown site is dropped."""
    frames = "<iframe src='https://www.youtube.com/embed/abc'></iframe><iframe src='https://ads.example.net/x'></iframe>"
    body = parse(
        page(paragraphs(OPENING, SECOND) + frames + paragraphs(THIRD, CLOSING))
    ).body
    assert [b for b in body if isinstance(b, Embed)] == [
        Embed("video", "https://www.youtube.com/embed/abc")
    ]


def test_links_are_ranges_of_their_block() -> None:
    """A link is absolute and slices the linked words out."""
    linked = SECOND.replace(
        "port authority", "<a href='/port?utm_source=x#top'>port authority</a>"
    )
    article = parse(page(paragraphs(OPENING, linked, THIRD, CLOSING)))
    (link,) = article.body[1].links
    assert link.span.of(article.body[1].text) == "port authority"
    assert link.url.startswith("https://example.com/port")


def test_single_breaks_part_long_lines_only() -> None:
    """Lines as long as paragraphs are paragraphs; verses stay together."""
    long_lines = parse(page(f"<p>{OPENING}<br>{SECOND}<br>{THIRD}</p><p>{CLOSING}</p>"))
    assert long_lines.text.split("\n") == [OPENING, SECOND, THIRD, CLOSING]
    verses = parse(
        page(
            paragraphs(OPENING, SECOND)
            + "<p>Bridge of stone,<br>bridge of steel,<br>carry me home to the island again.</p>"
            + paragraphs(THIRD, CLOSING)
        )
    )
    assert (
        "Bridge of stone, bridge of steel, carry me home to the island again."
        in verses.text
    )


def test_a_copy_for_narrow_screens_is_dropped() -> None:
    """No paragraph stands twice."""
    article = parse(page(paragraphs(OPENING, SECOND, THIRD, OPENING, CLOSING)))
    assert article.text.count(OPENING) == 1


def test_a_page_made_in_an_unknown_way_still_has_its_text() -> None:
    """Hashed class names and a wrapper for each paragraph hide nothing."""
    wrapped = "".join(
        f"<div class='x{n}q'><p class='kZb9'>{t}</p></div>"
        for n, t in enumerate((OPENING, SECOND, THIRD, CLOSING))
    )
    source = f"<html><head><title>Bridge reopens</title></head><body><div class=a1><h1>Bridge reopens</h1><div class=b2>{wrapped}</div></div></body></html>"
    assert parse(source).text.split("\n") == [OPENING, SECOND, THIRD, CLOSING]


def test_a_page_without_text_has_none() -> None:
    """No body is invented."""
    article = parse(
        "<html><body><nav><a href=/>Home</a></nav><div></div></body></html>"
    )
    assert (article.body, article.text, article.status) == ((), "", "empty")


def test_a_wall_is_named() -> None:
    """A page that asks for scripts or a captcha is blocked, not an article."""
    article = parse(
        "<html><head><title>Just a moment...</title></head><body><p>Checking your browser before accessing the site.</p></body></html>"
    )
    assert article.status == "blocked"


def test_lines_point_into_the_source() -> None:
    """A block knows where it begins, and that takes no part in equality."""
    source = "\n" * 4 + page("\n".join(f"<p>{t}</p>" for t in (OPENING, SECOND, THIRD)))
    article = parse(source)
    assert [b.line for b in article.body] == [5, 6, 7]
    assert article.body[0] == Paragraph(OPENING)


def test_scores_do_not_depend_on_the_order_of_sets() -> None:
    """Two processes with different hash seeds score the blocks alike to the last bit."""
    code = (
        "from articlekit.reading.markup import read_markup\n"
        "from articlekit.body.scoring import score_blocks\n"
        "keys = 'article-body entry-content main story text post col wide left related'\n"
        "page = '<body>' + ''.join(f'<div class=\"{keys} n{n}\"><p>Some words of a text, said twice {n}.</p></div>' for n in range(30))\n"
        "print([z.hex() for z in score_blocks(read_markup(page), title=None, stated='')])\n"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(found) == 1
    assert "0x" in found.pop()
