"""An article as Markdown."""

import re
from datetime import date, datetime

import pytest
from hypothesis import given

from articlekit.model import (
    Article,
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
from articlekit.testing import strategies
from articlekit.views import markdown

_URL = "https://news.example/a_(b)"
_FOREIGN_LINK = re.compile(r"(?<!\\)\]\((?!https?://|mailto:)")
_SAFE = "https://news.example/a_%28b%29"


def test_head_stands_above_the_text() -> None:
    """Kicker, title, dek, byline and date come in the order of a page."""
    article = Article(
        kicker="Harbour",
        title="Ferry returns",
        dek="It sails again.",
        byline="By Nora Whitcombe",
        published=Moment(date(2024, 5, 1)),
        body=(Paragraph("One."), Paragraph("Two.")),
    )
    assert markdown(article) == (
        "Harbour\n\n# Ferry returns\n\n**It sails again.**\n\n"
        "By Nora Whitcombe · 2024-05-01\n\nOne.\n\nTwo.\n"
    )


def test_empty_article_is_empty() -> None:
    """Nothing makes nothing."""
    assert "" == markdown(Article())


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Paragraph("a *b* _c_ [d] <e>"), r"a \*b\* \_c\_ \[d\] \<e\>"),
        (Paragraph("# no heading"), r"\# no heading"),
        (Paragraph("3. no list"), r"3\. no list"),
        (Paragraph("- no list"), r"\- no list"),
        (Paragraph("one\ntwo"), "one\\\ntwo"),
        (
            Paragraph("See here now", links=(Link(_URL, Span(4, 8)),)),
            f"See [here]({_SAFE}) now",
        ),
        (Heading("Why", level=3), "### Why"),
        (Heading("Why", level=1), "## Why"),
        (ListBlock(("a", "b"), levels=(0, 1)), "- a\n  - b"),
        (ListBlock(("a", "b"), ordered=True), "1. a\n1. b"),
        (
            ListBlock(("a", "b"), links=(Link(_URL, Span(2, 3)),)),
            f"- a\n- [b]({_SAFE})",
        ),
        (BlockQuote("one\ntwo"), "> one\\\n> two"),
        (Table((("a", "b"), ("c|d",))), "| a | b |\n| --- | --- |\n| c\\|d |  |"),
        (
            Table(((), ("c",)), links=(Link(_URL, Span(1, 2)),)),
            f"|  |\n| --- |\n| [c]({_SAFE}) |",
        ),
        (Note("Corrected."), "> *Corrected.*"),
        (Embed("video", _URL), f"[video]({_SAFE})"),
        (Embed("tweet", "data:x", "Hello"), "Hello"),
        (
            LiveEntry(
                Moment(datetime(2024, 5, 1, 9, 30), Precision.MINUTE),
                (Paragraph("Now."), Note("Fixed.")),
            ),
            "**2024-05-01 09:30**\n\nNow.\n\n> *Fixed.*",
        ),
        (LiveEntry(None, (Paragraph("Now."),)), "Now."),
        (Figure(7), ""),
    ],
)
def test_block_becomes_its_form(block: Block, expected: str) -> None:
    """Each kind of block has its form, and its words are taken for no markup."""
    made = markdown(Article(body=(block,)))
    assert expected == made.removesuffix("\n")


def test_figure_shows_its_picture() -> None:
    """A figure is picture, caption and credit; a lead without a place comes first."""
    image = Image(_URL, alt="A", caption="C", credit=ImageCredit("Photo: D", "D"))
    lead = Image("https://news.example/1.jpg", is_lead=True)
    article = Article(body=(Figure(0),), images=(image, lead))
    assert f"![](https://news.example/1.jpg)\n\n![A]({_SAFE})\\\n*C (D)*\n" == markdown(
        article
    )


@given(strategies.articles())
def test_no_page_writes_markup(article: Article) -> None:
    """No raw tag, and no address of a foreign scheme, comes through."""
    made = markdown(article)
    assert made == made.encode().decode()
    assert "<" not in made.replace("\\<", "")
    assert not _FOREIGN_LINK.search(made)
