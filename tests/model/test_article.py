"""The article as a value."""

import attrs
import pytest

from articlekit.model import (
    Article,
    BlockQuote,
    Embed,
    Evidence,
    Figure,
    Heading,
    Image,
    ImageCredit,
    ListBlock,
    LiveEntry,
    Note,
    NoteKind,
    Paragraph,
    Span,
    Table,
)


def test_text_joins_what_is_running_text() -> None:
    """Headings, paragraphs, items, rows, quotations and entries, one a line."""
    article = Article(
        body=(
            Heading("Why now"),
            Paragraph("PENMOOR (AP) - It sails."),
            Figure(0),
            ListBlock(("one", "two"), ordered=True),
            Table((("a", "b"), ("c",))),
            BlockQuote("Said so."),
            BlockQuote("said so", pull=True),
            Embed("tweet", text="not mine"),
            Note("Corrected.", NoteKind.CORRECTION),
            LiveEntry(None, (Heading("Noon"), Figure(0), Paragraph("It docks."))),
            Paragraph(""),
        ),
        title="not in it",
    )
    assert article.text == (
        "Why now\nPENMOOR (AP) - It sails.\none\ntwo\na\tb\nc\nSaid so.\nNoon\nIt docks."
    )


def test_why_gives_the_taken_first() -> None:
    """What was passed over comes after what was taken, in the order it was found."""
    lost = Evidence("title", "meta", raw="A - Site", rejected="outranked")
    won = Evidence("title", "json-ld", raw="A")
    other = Evidence("dek", "meta", raw="B")
    article = Article(evidence=(lost, other, won))
    assert (won, lost) == article.why("title")
    assert () == article.why("byline")


def test_why_of_an_unknown_field() -> None:
    """A name that is no attribute is the caller's mistake."""
    with pytest.raises(ValueError, match="'titel'"):
        Article().why("titel")


def test_evidence_and_lines_take_no_part_in_equality() -> None:
    """Where a value was found does not make it another value."""
    one = Article(body=(Paragraph("A", line=1),), evidence=(Evidence("a", "b"),))
    two = Article(body=(Paragraph("A", line=9),))
    assert one == two
    assert hash(one) == hash(two)


def test_image_credits_are_those_that_there_are() -> None:
    """Pictures without a credit give none."""
    credit = ImageCredit("Photo: A", "A")
    assert (credit,) == Article(
        images=(Image(None), Image(None, credit=credit))
    ).image_credits


def test_article_cannot_be_changed() -> None:
    """Values are frozen; a change is a new value."""
    article = Article(title="A")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        article.title = "B"  # type: ignore[misc]  # the mistake itself
    assert "B" == attrs.evolve(article, title="B").title


def test_span_cuts_its_piece() -> None:
    """A span is half open and counts code points."""
    assert "😀b" == Span(1, 3).of("a😀bc")
