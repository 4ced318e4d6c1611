"""Who speaks, by how clauses and names are built."""

import pytest

from articlekit.quotes import find_quotes


def _speakers(text: str, language: str) -> list[str | None]:
    found = find_quotes(text, language=language)
    return [quote.speaker.text if quote.speaker else None for quote in found]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "In Kiel lobte Ute Brandt den Plan mit den Worten: „Das wird gut.“",
            "Ute Brandt",
        ),
        ("Höflich fügt Kern hinzu: „Wir kommen gern noch einmal.“", "Kern"),
        (
            "Nach Angaben der Werksleitung ist das Tor „seit Mai defekt“.",
            "Werksleitung",
        ),
        ("„Nie wieder“, gluckste die Wirtin Ina Hall.", "Wirtin Ina Hall"),
        ("„Wir prüfen das“, sagte der Schulamtssprecher.", "der Schulamtssprecher"),
        ("In dem Brief heißt es: „Die Frist ist abgelaufen.“", "Brief"),
    ],
)
def test_german_subjects_stand_on_either_side_of_the_verb(
    text: str, speaker: str
) -> None:
    """Place, adverb, compound and statement each leave one subject."""
    assert _speakers(text, "de") == [speaker]


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Preguntado por el robo, Iker Salas dijo: “Ya veremos qué pasa”.", "es", "Iker Salas"),
        ("«Да», — сказал вратарь.", "ru", "вратарь"),
        ("«Всё хорошо», — сказала в беседе с журналистами Ольга Тимина.", "ru", "Ольга Тимина"),
        ("« Tout va bien », répète le « Courrier du Soir ».", "fr", "« Courrier du Soir »"),
    ],
)  # fmt: skip
def test_other_languages_have_their_own_order(
    text: str, language: str, speaker: str
) -> None:
    """Participles, bare nouns, places and names in marks are told apart."""
    assert _speakers(text, language)[0] == speaker


def test_a_nickname_in_marks_is_part_of_the_name() -> None:
    """It is no quotation, and the name around it loses nothing."""
    text = "William “Bill” Harper, the coach, said: “We lost.”"
    (quote,) = find_quotes(text, language="en")
    assert quote.source == "William Harper"
    assert [part.of(text) for part in quote.parts] == ["We lost."]


def test_the_paper_itself_speaks_for_nobody() -> None:
    """The first person plural before a colon names no speaker."""
    text = "Wir erklären: „Was das neue Gesetz für Mieter bedeutet und was nicht.“"
    assert _speakers(text, "de") == [None]


def test_dialogue_goes_on_without_a_speaker() -> None:
    """A dash that names nobody is speech beside one that does, else a list."""
    dialogue = "– Det är synd.\n– Ja, absolut, säger Anna Ek."
    assert len(find_quotes(dialogue, language="sv")) == 2
    assert find_quotes("– Skala en lök.\n– Stek den väl.", language="sv") == ()


def test_a_surname_means_its_first_bearer() -> None:
    """A pronoun does not turn it into somebody who is named in passing."""
    text = (
        "Vera Holt won. Vera Holt beat Karl Moss. Vera Holt is the sister of Tom Holt. "
        "Vera Holt thanked Moss. Moss praised Holt. “She was better,” he said."
    )
    (quote,) = find_quotes(text, language="en")
    assert quote.source == "Karl Moss"
