"""Quotations that a page marks up without quotation marks."""

import articlekit
from articlekit.model import Article
from articlekit.quotes import Stated, find_quotes

FIRST = (
    "<p>The harbour will close in May for works on the old quay, the county of Westport "
    "announced on Monday after a long meeting with those who live there.</p>"
)
LAST = (
    "<p>The works begin on the third of May, if the weather allows it, and the new quay "
    "is to be ready for the storms of the autumn, the county added.</p>"
)


def _page(middle: str, head: str = "") -> Article:
    page = (
        f"<html lang=en><head><title>Harbour to close</title>{head}</head><body>"
        f"<article><h1>Harbour to close in May</h1>{FIRST}{middle}{LAST}"
        "</article></body></html>"
    )
    article = articlekit.parse(page)
    for quote in article.quotes:
        pieces = [part.of(article.text) for part in quote.parts]
        assert quote.text.split() == " ".join(pieces).split()
    return article


def test_q_elements_are_quotations() -> None:
    """A browser prints the marks; the text has none."""
    article = _page(
        "<p>The chief of the harbour, Marta Holm, said: <q>We have waited for this for "
        "ten years</q>. It takes until October.</p>"
    )
    (quote,) = article.quotes
    assert "We have waited for this for ten years" == quote.text
    assert ("Marta Holm", "said") == (quote.source, quote.cue)


def test_block_quotes_are_quotations_of_who_introduces_them() -> None:
    """All their paragraphs are one quotation."""
    article = _page(
        "<p>In a letter Ida Moss writes:</p><blockquote cite='https://example.com/a'>"
        "<p>We will have to sail from the north side.</p>"
        "<p>That costs us half of our guests.</p></blockquote>"
    )
    (quote,) = article.quotes
    assert 2 == len(quote.parts)
    assert "Ida Moss" == quote.source


def test_the_last_line_of_a_block_quote_names_its_speaker() -> None:
    """That line is no part of the quotation."""
    article = _page(
        "<blockquote><p>Nobody has asked us about the ferry at all.</p>"
        "<p>— Jens Vik, fisherman</p></blockquote>"
    )
    (quote,) = article.quotes
    assert "Nobody has asked us about the ferry at all." == quote.text
    assert "Jens Vik" == quote.source
    assert quote.speaker
    assert "Jens Vik" == quote.speaker.span.of(article.text)


def test_quotations_of_the_pages_data_count() -> None:
    """schema.org's Quotation gives words and speaker."""
    data = (
        '<script type="application/ld+json">{"@type": "Quotation", "text": "Nobody has '
        'asked us about the ferry", "creator": {"@type": "Person", "name": "Jens Vik"}}'
        "</script>"
    )
    article = _page("<p>Nobody has asked us about the ferry, many say.</p>", data)
    assert ["Jens Vik"] == [quote.source for quote in article.quotes]


def test_marks_inside_of_a_block_quote_come_first() -> None:
    """What is quoted with its attribution in one block stays two things."""
    article = _page(
        "<blockquote><p>“We have waited for ten years,” said Marta Holm. “It is "
        "time.”</p></blockquote>"
    )
    assert ["We have waited for ten years,", "It is time."] == [
        part.of(article.text) for quote in article.quotes for part in quote.parts
    ]
    assert {"Marta Holm"} == {quote.source for quote in article.quotes}


def test_without_structure_the_article_has_the_quotes_of_its_text() -> None:
    """Nothing but the text counts where the page marks nothing up."""
    article = _page("<p>“It is late for us,” said Marta Holm. She left.</p>")
    assert find_quotes(article.text, language="en") == article.quotes


def test_what_is_marked_up_but_not_in_the_text_adds_nothing() -> None:
    """The quotations are those that the text holds."""
    text = "The county met. “It is late for us,” said Marta Holm."
    stated = [Stated("not in the text at all", "Jens Vik")]
    quotes = find_quotes(text, language="en", stated=stated)
    assert find_quotes(text, language="en") == quotes
