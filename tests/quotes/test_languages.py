"""Quotations of our own making, in the manner of each language's papers."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from articlekit.quotes import find_quotes

DATA = Path(__file__).parent / "data"
LANGUAGES = sorted(path.stem for path in DATA.glob("*.json"))
SHARE = 0.9
LEAST = 60
FEWER = ("bg", "da", "el", "fi", "hr", "hu", "no", "ro", "sk", "sl", "sr", "uk")
UNSPACED = ("ja", "zh")


def _wrong(language: str) -> Iterator[tuple[bool, str]]:
    """Yield for each quotation whether it is right, and what came out."""
    data = json.loads((DATA / f"{language}.json").read_text("utf-8"))
    for case in data["cases"]:
        found = find_quotes(case["text"], language=language)
        parts = {
            part.of(case["text"]): quote for quote in found for part in quote.parts
        }
        for wanted in case["quotes"]:
            quote = parts.get(wanted["part"])
            if quote is None:
                yield False, f"not found: {wanted['part']} in {sorted(parts)}"
                continue
            speaker = quote.speaker.text if quote.speaker else None
            named = _same(speaker, wanted.get("speaker", speaker), language)
            source = quote.source == wanted.get("source", quote.source)
            # A verb without a subject: the name of the sentence before will do.
            unsaid = wanted.get("speaker", "") is None and wanted.get("source")
            right = source and (named or bool(unsaid))
            yield right, f"{wanted} but {speaker} ({quote.source}, {quote.cue})"


def _same(found: str | None, wanted: str | None, language: str) -> bool:
    """A role or an article more or less before the name is no error."""
    if found is None or wanted is None:
        return found == wanted
    short, long = sorted((found.casefold(), wanted.casefold()), key=len)
    blank = "" if language in UNSPACED else " "
    return long == short or long.endswith(blank + short)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nine_of_ten_quotes_have_their_words_and_speaker(language: str) -> None:
    """Part, speaker and source are right for at least nine quotations in ten."""
    results = list(_wrong(language))
    errors = [text for right, text in results if not right]
    assert len(errors) <= (1 - SHARE) * len(results), "\n".join(errors)


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - set(FEWER)))
def test_every_language_has_sixty_quotes_to_be_judged_by(language: str) -> None:
    """A language's figure rests on no fewer than sixty quotations."""
    assert len(list(_wrong(language))) >= LEAST


def test_the_two_written_forms_of_norwegian_are_one() -> None:
    """A page says "nb" or "nn"; the lists are those of Norwegian."""
    text = "– Vi åpner brua på mandag, seier Berit Lund. «Bra», sier Pål Krogh."
    for tag in ("nb-NO", "nn"):
        assert find_quotes(text, language=tag)[-1].source == "Pål Krogh"


@pytest.mark.parametrize(
    "text",
    [
        "Pamatęs laivą, jis sušuko: „Grįžkite namo.“",
        "Сега чакат: „Ще бъде добре.“",
        "Ara esperen: «Anirà bé.»",
    ],
)
def test_the_first_word_of_a_sentence_is_no_name_by_itself(text: str) -> None:
    """In a language without lists a lone capital at the start names nobody."""
    assert [quote.source for quote in find_quotes(text, language="xx")] == [None]
