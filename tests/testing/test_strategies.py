"""The test kit keeps what it promises to those who build on it."""

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

import articlekit
from articlekit.model import Figure, Moment, Precision, Span, Zone
from articlekit.model.blocks import Block
from articlekit.testing import strategies
from articlekit.testing.floods import FLOODS
from articlekit.testing.prose import LANGUAGES, load_prose

# What is learned reads nearly all pages right, not all that can be drawn: these
# tests look at the same ones each time.
_ALWAYS_THE_SAME = settings(derandomize=True, database=None)
_WITH_FACTS = st.tuples(strategies.article_pages(), st.just("html")) | st.tuples(
    strategies.article_pages(form="text"), st.just("text")
)


@given(_WITH_FACTS)
def test_page_holds_its_facts(
    made: tuple[tuple[str, strategies.Facts], str],
) -> None:
    """Title, author, paragraphs and other titles stand in the page that says so."""
    (page, facts), form = made
    for text in (facts.title, *facts.authors, *facts.paragraphs):
        assert text.replace("'", "&#x27;") in page or text in page
    assert form == "text" or facts.published.isoformat() in page
    assert facts.title not in facts.related


@given(strategies.article_pages(languages=("de", "hi")))
def test_language_can_be_chosen(made: tuple[str, strategies.Facts]) -> None:
    """Pages are of the languages that were asked for."""
    page, facts = made
    assert facts.language in {"de", "hi"}
    assert f'<html lang="{facts.language}">' in page


@given(strategies.article_pages(charset="koi8-r"))
def test_charset_is_declared(made: tuple[str, strategies.Facts]) -> None:
    """A page declares the encoding that was asked for."""
    assert '<meta charset="koi8-r">' in made[0]


@_ALWAYS_THE_SAME
@given(strategies.article_pages())
def test_library_reads_the_facts(made: tuple[str, strategies.Facts]) -> None:
    """A plain page of any language gives its title, day and text."""
    page, facts = made
    article = articlekit.parse(page, url=facts.url)
    assert facts.title == article.title
    assert article.published is not None
    assert facts.published.isoformat() == str(article.published.value)[:10]
    assert "\n".join(facts.paragraphs) == article.text


@_ALWAYS_THE_SAME
@given(strategies.article_pages(form="text"))
def test_library_reads_the_facts_of_text(made: tuple[str, strategies.Facts]) -> None:
    """A plain text of any language gives its title and text."""
    page, facts = made
    article = articlekit.parse(page)
    assert facts.title == article.title
    assert "\n".join(facts.paragraphs) == article.text


@given(st.text(min_size=1), st.data())
def test_span_lies_within(text: str, data: st.DataObject) -> None:
    """A span covers at least one character of its text."""
    span = data.draw(strategies.spans(text))
    assert isinstance(span, Span)
    assert span.of(text)
    assert data.draw(strategies.spans("", empty=True)) == Span(0, 0)


@given(strategies.text_pages(), st.data())
def test_quotes_slice_and_do_not_overlap(text: str, data: st.DataObject) -> None:
    """Quotes made in a text are pieces of it, in order."""
    done = 0
    for quote in data.draw(strategies.quotes_in(text)):
        for part in quote.parts:
            assert done <= part.start < part.end <= len(text)
            done = part.end
            assert part.of(text) in quote.text


@given(strategies.moments())
def test_moment_agrees_with_itself(moment: Moment) -> None:
    """A moment with a zone has an offset, and a day has none."""
    aware = getattr(moment.value, "tzinfo", None) is not None
    assert aware == (moment.zone is not Zone.UNKNOWN)
    assert not aware or moment.precision is not Precision.DAY


@given(strategies.blocks())
def test_without_pictures_there_is_no_figure(block: Block) -> None:
    """Figures are made only where there are pictures to point at."""
    assert not isinstance(block, Figure)


@given(strategies.blocks(images=2, entries=False))
def test_figure_points_at_a_picture(block: Block) -> None:
    """A figure's index is that of one of the pictures."""
    assert not isinstance(block, Figure) or block.image in {0, 1}


@given(strategies.text_pages(), st.data())
def test_mutation_keeps_the_type(page: str, data: st.DataObject) -> None:
    """Text stays text, and bytes stay bytes."""
    assert isinstance(data.draw(strategies.mutations(page)), str)
    encoded = page.encode("utf-8", "replace")
    assert isinstance(data.draw(strategies.mutations(encoded)), bytes)


@pytest.mark.parametrize("page", ["abc", b"abcd"])
def test_mutation_changes_something(page: str | bytes) -> None:
    """Among the mutations of a page are other pages, shorter and longer ones."""
    for other in (lambda new: len(new) < len(page), lambda new: len(new) > len(page)):
        assert find(strategies.mutations(page), other) != page


@pytest.mark.parametrize("name", sorted(FLOODS))
def test_flood_has_its_size(name: str) -> None:
    """A flood is about as long as asked, so that times can be compared."""
    assert 8_000 < len(FLOODS[name](10_000)) < 13_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_prose_is_complete(language: str) -> None:
    """Each language has months, names, and sentences that differ."""
    prose = load_prose(language)
    assert 12 == len(prose.months)
    for texts in (prose.names, prose.titles, prose.sentences):
        assert len(texts) == len(set(texts)) >= 3
    assert "{}" in prose.by
    assert "{}" in prose.credit


def test_unknown_language_has_no_prose() -> None:
    """A language that nobody wrote prose for is a KeyError."""
    with pytest.raises(KeyError):
        load_prose("tlh")
