"""Law 4: quotes slice out of `text` in order; every `Figure` points at an image."""

from collections.abc import Callable
from itertools import pairwise

from hypothesis import given, reject

import articlekit
from articlekit.errors import InputError
from articlekit.model import Article, Figure, Quote
from articlekit.testing import strategies
from articlekit.testing.values import LINE_BREAKS


def _check_quote(quote: Quote, text: str) -> None:
    assert quote.parts
    for part in quote.parts:
        assert 0 <= part.start < part.end <= len(text)
    for one, next_one in pairwise(quote.parts):
        assert one.end <= next_one.start
    joined = quote.parts[0].of(text)
    for one, next_one in pairwise(quote.parts):
        between = text[one.end : next_one.start]
        parted = not LINE_BREAKS.isdisjoint(between)
        joined += ("\n" if parted else " ") + next_one.of(text)
    assert joined == quote.text
    if quote.speaker:
        assert quote.speaker.text == quote.speaker.span.of(text)
    assert 0 <= quote.confidence <= 1


def _check_quotes(quotes: tuple[Quote, ...], text: str) -> None:
    for quote in quotes:
        _check_quote(quote, text)
    starts = [quote.parts[0].start for quote in quotes]
    assert sorted(starts) == starts
    parts = sorted(part for quote in quotes for part in quote.parts)
    for one, next_one in pairwise(parts):
        assert one.end <= next_one.start


def _parse_html(page: str) -> Article:
    return articlekit.parse_html(page, url="https://courier.example/1")


def _read(page: str, parse: Callable[[str], Article]) -> Article:
    """Parse a page, or give the example up where it is refused."""
    try:
        return parse(page)
    except InputError:
        reject()


def _check(article: Article) -> None:
    _check_quotes(article.quotes, article.text)
    for block in article.body:
        assert not isinstance(block, Figure) or 0 <= block.image < len(article.images)
        for link in block.links:
            assert 0 <= link.span.start < link.span.end <= len(block.text)
    for index, image in enumerate(article.images):
        if image.block is not None:
            figure = article.body[image.block]
            assert isinstance(figure, Figure)
            assert index == figure.image


@given(strategies.articles())
def test_strategy_keeps_it(article: Article) -> None:
    """The articles that we make for tests keep the law themselves."""
    _check(article)


@given(strategies.html_pages())
def test_any_html(page: str) -> None:
    """What is read from a page, however broken, points at what is there."""
    _check(_read(page, _parse_html))


@given(strategies.text_pages())
def test_any_text(page: str) -> None:
    """What is read from plain text points at what is there."""
    _check(_read(page, articlekit.parse_text))


@given(strategies.text_pages() | strategies.words())
def test_quotes_of_any_text(text: str) -> None:
    """`find_quotes` slices out of the very text that it was given."""
    _check_quotes(articlekit.find_quotes(text), text)
