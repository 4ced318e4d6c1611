"""The quotations of the page that the project was asked for with."""

import json
from pathlib import Path

import pytest

from articlekit.quotes import find_quotes

SEED = Path(__file__).parents[3] / "shared" / "seed"


@pytest.mark.skipif(not SEED.exists(), reason="the seed page lies beside the checkout")
def test_seed_quotes_are_found_with_their_speakers() -> None:
    """All five quotes of the seed page come with parts, kind, speaker and source."""
    expected = json.loads((SEED / "expected.json").read_text("utf-8"))
    text = "\n".join(expected["body"])
    quotes = find_quotes(text, language="en")
    assert len(quotes) == len(expected["quotes"])
    for quote, wanted in zip(quotes, expected["quotes"], strict=True):
        assert [part.of(text) for part in quote.parts] == wanted["parts"]
        assert quote.kind == wanted["kind"]
        speaker = quote.speaker.text if quote.speaker else None
        assert speaker == wanted["speaker"]
        assert quote.source == wanted.get("source", quote.source)
        assert quote.cue == wanted.get("cue", quote.cue)


def test_readout_and_statement_lead_to_who_issued_them() -> None:
    """A document's quotes have its issuer as source, over paragraphs and "it"."""
    text = (
        "The two ministers reviewed the “state of the harbour talks” on Monday.\n"
        "An Elysee readout of the meeting said that it took place “at the request of"
        " the Danish side”.\n"
        '“The ministers looked at the ferry line and at fishing rights," the statement'
        " said.\n"
        "“They agreed to meet once more before the summer.\n"
        '“A date will be set by the two embassies," it said.'
    )
    quotes = find_quotes(text, language="en")
    assert [q.source for q in quotes[1:]] == ["Elysee"] * 3
    assert [q.speaker.text for q in quotes[1:] if q.speaker] == [
        "An Elysee readout of the meeting",
        "the statement",
        "it",
    ]
    assert [len(q.parts) for q in quotes] == [1, 1, 1, 2]
    assert quotes[3].text == (
        "They agreed to meet once more before the summer.\n"
        "A date will be set by the two embassies,"
    )
