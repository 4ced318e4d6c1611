"""Texts with far more quotations than prose has."""

import pytest
from tests.timing import cpu_seconds

from articlekit.quotes import find_quotes
from articlekit.quotes.dense import is_dense, is_noise
from articlekit.quotes.marks import find_regions

PARAGRAPH = (
    'The ferry stops at noon. "We have no crew left for the evening," said Ida Holm, '
    'the owner of the line. She added: "Nobody told us."'
)
SHORT = '"We have no crew left," said Ida Holm. '


def test_repeated_paragraphs_all_give_their_quotes() -> None:
    """Each of many like paragraphs gives the quotes of the first, in its own place."""
    text = "\n".join([PARAGRAPH] * 40)
    quotes = find_quotes(text, language="en")
    assert len(quotes) == 80
    starts = [quote.parts[0].start for quote in quotes]
    assert starts == sorted(set(starts))
    first = [quote.text for quote in quotes[:2]]
    for number in range(0, 80, 2):
        pair = quotes[number : number + 2]
        assert [quote.text for quote in pair] == first
        assert [quote.source for quote in pair] == ["Ida Holm", "Ida Holm"]
    for quote in quotes:
        assert quote.parts[0].of(text) == quote.text
        assert quote.speaker
        assert quote.speaker.span.of(text) == quote.speaker.text


def test_a_dense_text_keeps_the_name_beside_the_quotation() -> None:
    """Where quotations are hardly apart, the words right behind name the speaker."""
    text = SHORT * 400
    assert is_dense(text, find_regions(text).regions)
    quotes = find_quotes(text, language="en")
    assert len(quotes) == 400
    assert {quote.source for quote in quotes} == {"Ida Holm"}
    assert {quote.cue for quote in quotes} == {"said"}


def test_marks_everywhere_are_no_prose() -> None:
    """A text that is mostly marks is data or code: it has no quotes."""
    for text in (
        '"key": "value here", ' * 400,
        "f('a name').is('b name'); " * 400,
        'if (this) { that = "the key word here"; other(); }\n' * 4000,
    ):
        assert is_noise(text)
        assert find_quotes(text, language="en") == ()


def test_prose_is_neither_dense_nor_noise() -> None:
    """An article full of quotations is read in full."""
    text = "\n".join(f"{number}. {PARAGRAPH}" for number in range(20))
    assert not is_noise(text)
    assert not is_dense(text, find_regions(text).regions)


@pytest.mark.parametrize(
    "sentence",
    [
        (
            '"We are closed, all of us, till the spring at least," the owner said in town '
            "and then he went back to the boat, as he does on each day of the week. "
        ),
        (
            '"We are closed, all of us, till the spring at least," she said in the town '
            "and then he went back to the boat, as he does on each day of the week. "
        ),
        PARAGRAPH + " Some more words follow here, to make the paragraph long enough. ",
    ],
)
def test_one_long_paragraph_costs_no_more_than_its_length(sentence: str) -> None:
    """Eight times the text takes about eight times as long."""
    _seconds(sentence * 10)
    small, large = _seconds(sentence * 250), _seconds(sentence * 2000)
    assert large < 24 * small + 0.05


def _seconds(text: str) -> float:
    return cpu_seconds(lambda: find_quotes(text, language="en"))
