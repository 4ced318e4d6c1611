"""What a quotation is, where it ends and who speaks it, in English."""

import pytest

from articlekit.model.quote import QuoteKind
from articlekit.quotes import find_quotes


def _parts(text: str, language: str = "en") -> list[list[str]]:
    return [[p.of(text) for p in q.parts] for q in find_quotes(text, language=language)]


def _who(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (quote.speaker.text if quote.speaker else None, quote.source, quote.cue)
        for quote in find_quotes(text, language="en")
    ]


@pytest.mark.parametrize(
    "marks",
    [
        "“{}”",
        '"{}"',
        "''{}''",
        "``{}''",
        "‘{}’",
        "'{}'",
        "«{}»",
        "»{}«",
        "„{}“",
        "″{}″",
    ],
)
def test_all_marks_hold_a_quotation(marks: str) -> None:
    """The same sentence is found in whatever marks it stands."""
    said = "We will not close the harbour this year,"
    text = marks.format(said) + " said Nora Field, the mayor of Westport."
    assert [[said]] == _parts(text)
    assert [("Nora Field", "Nora Field", "said")] == _who(text)


def test_split_quotation_is_one_quote_with_two_parts() -> None:
    """The words before and behind "she said" belong together."""
    text = "“The river,” Anna Holt said, “has never been this high.”"
    quotes = find_quotes(text, language="en")
    assert [["The river,", "has never been this high."]] == _parts(text)
    assert quotes[0].text == "The river, has never been this high."
    assert quotes[0].speaker is not None
    assert quotes[0].speaker.span.start == text.index("Anna")


def test_quotation_over_paragraphs_is_one_quote() -> None:
    """Marks that open again continue; the last paragraph closes."""
    text = (
        "“The first winter was hard for everybody,” said Paul Reed. “We had no coal.\n\n"
        "“Then the railway came and things got better.\n\n"
        "“Nobody complained after that.”"
    )
    parts = _parts(text)
    assert parts[-1][-3:] == [
        "We had no coal.",
        "Then the railway came and things got better.",
        "Nobody complained after that.",
    ]


def test_forgotten_mark_costs_no_other_quotation() -> None:
    """A quotation that never closes ends at its paragraph."""
    text = (
        "“We are ready for the storm, said Ida Moss.\n"
        "Karl Moss, her brother, said: “The sandbags are in place.”"
    )
    parts = _parts(text)
    assert ["The sandbags are in place."] in parts
    assert all("\n" not in piece for quote in parts for piece in quote)


def test_nested_quotation_stays_inside() -> None:
    """What the speaker quotes is part of the speaker's words."""
    text = "“He told me ‘never again’ and then “no way” and left,” said Rita Lane."
    assert [["He told me ‘never again’ and then “no way” and left,"]] == _parts(text)


def test_apostrophes_are_no_marks() -> None:
    """Plural genitives and elisions do not end or begin a British quotation."""
    text = "‘It’s the workers’ own fault, and the ’90s won’t come back,’ said Tom Hale."
    expected = "It’s the workers’ own fault, and the ’90s won’t come back,"
    assert [[expected]] == _parts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Her second novel, “The Glass Orchard,” sold well in Canada.",
        "The so-called “Tin Road” runs along the coast.",
        "He was born James “Buddy” Carver in a small town.",
        "They watched “Night Train to Bergen” twice.",
    ],
)
def test_titles_and_labels_are_no_speech(text: str) -> None:
    """Works, nicknames and labels are left out."""
    assert find_quotes(text, language="en") == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Nobody was hurt,” said Captain Lena Ortiz of the fire brigade.", "Ortiz"),
        ("“Nobody was hurt,” the chief, Lena Ortiz, told reporters.", "Ortiz"),
        ("According to Lena Ortiz, “nobody was hurt in the blaze.”", "Ortiz"),
        ("Lena Ortiz: “Nobody was hurt and the school is safe.”", "Ortiz"),
        ("“Nobody was hurt in the fire at the old school.” — Lena Ortiz", "Ortiz"),
        ("Lena Ortiz, who led the crew, said: “Nobody was hurt.”", "Ortiz"),
        ("The police said “nobody was hurt” in the blaze.", "police"),
        ("Ortiz tweeted, “Nobody was hurt in the fire tonight.”", "Ortiz"),
    ],
)
def test_speaker_is_found_wherever_it_stands(text: str, speaker: str) -> None:
    """Before, behind, around, behind a colon or a dash, after "according to"."""
    found = _who(text)
    assert len(found) == 1
    assert found[0][0] is not None
    assert found[0][0].endswith(speaker)


def test_pronoun_and_surname_lead_to_the_full_name() -> None:
    """A woman is "she", a man "he", and a surname gets its first name back."""
    text = (
        "Maria Stone met Peter Falk in the town hall on Monday.\n"
        "“We agreed on the school and on the bridge,” she said.\n"
        "“It was a good meeting for the whole valley,” he said.\n"
        "“The rest can wait until the spring,” Stone added."
    )
    assert [source for _, source, _ in _who(text)] == [
        "Maria Stone",
        "Peter Falk",
        "Maria Stone",
    ]


def test_nobody_named_is_none() -> None:
    """Without a name near it a quotation has no speaker rather than a guess."""
    text = (
        "Rain fell over the valley for three days.\n"
        "“We were afraid that the old dam would not hold this time, and we left.”"
    )
    assert [(None, None, None)] == _who(text)


def test_indirect_speech_only_on_demand() -> None:
    """Reported speech without marks is found only where it is asked for."""
    text = "The bridge will stay closed until October, the police said on Monday."
    assert find_quotes(text, language="en") == ()
    (quote,) = find_quotes(text, language="en", kinds=(QuoteKind.INDIRECT,))
    assert quote.text == "The bridge will stay closed until October"
    assert quote.kind is QuoteKind.INDIRECT
    assert quote.cue == "said"


def test_transcript_turns_are_quotes() -> None:
    """Paragraphs that begin with a name and a colon are that person's words."""
    text = (
        "MARLOW: Good evening, and thank you for coming.\n"
        "SHAH: It is a pleasure.\n"
        "MARLOW: What will happen to the harbour?\n"
        "SHAH: We will see in the autumn."
    )
    assert [who[1] for who in _who(text)] == ["Marlow", "Shah", "Marlow", "Shah"]
    assert _parts(text)[1] == ["It is a pleasure."]


def test_fragment_in_reported_speech_is_mixed() -> None:
    """Some words in marks, the rest in the reporter's: mixed."""
    text = "Governor Ana Ruiz said the plan was “a gift to the lobby” and would fail."
    (quote,) = find_quotes(text, language="en")
    assert quote.kind is QuoteKind.MIXED
    assert quote.source == "Ana Ruiz"


def test_unrelated_paragraph_changes_no_text() -> None:
    """A paragraph more, before or behind, leaves each quotation as it was."""
    text = "“We begin on Monday,” said Iris Cole. “It will take a year.”"
    other = "The weather stayed dry in most of the county."
    alone = [quote.text for quote in find_quotes(text, language="en")]
    for longer in (f"{other}\n{text}", f"{text}\n{other}"):
        assert alone == [q.text for q in find_quotes(longer, language="en")]


def test_interview_answers_are_those_of_the_one_who_is_introduced() -> None:
    """Q and A name nobody; the lines before name the guest."""
    text = (
        "Marta Holm has led the harbour since May. We met her on the quay.\n"
        "Q: What changes first?\n"
        "A: The cranes. They are forty years old.\n"
        "And after that come the sheds.\n"
        "Q: Who pays?\n"
        "A: The county does."
    )
    assert [source for _, source, _ in _who(text)] == ["Marta Holm", "Marta Holm"]
    cranes = "The cranes. They are forty years old."
    assert _parts(text)[0] == [cranes, "And after that come the sheds."]


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("de", ("Frage:", "Antwort:")),
        ("es", ("Pregunta:", "Respuesta:")),
        ("fr", ("Question :", "Réponse :")),
        ("ru", ("Вопрос:", "Ответ:")),
        ("zh", ("问：", "答：")),
        ("en", ("Q.", "A.")),
    ],
)
def test_interview_labels_of_other_languages(
    language: str, labels: tuple[str, str]
) -> None:
    """Each answer is one quotation, without its label; questions are the paper's."""
    ask, answer = labels
    turns = [f"{ask} Was 1?", f"{answer} Das 2.", f"{ask} Und 3?", f"{answer} Ja 4."]
    parts = _parts("\n".join(turns), language)
    assert [["Das 2."], ["Ja 4."]] == parts


def test_an_answer_of_several_paragraphs_is_one_turn() -> None:
    """Paragraphs without a label, between two with one, belong to the turn before."""
    text = (
        "MARLOW: Tell us about the winter.\n"
        "SHAH: It was long.\n"
        "We had no coal.\n"
        "MARLOW: And the spring?\n"
        "SHAH: It came late."
    )
    assert _parts(text)[1] == ["It was long.", "We had no coal."]


def test_two_guests_leave_the_answers_without_a_name() -> None:
    """Where the lines before name two people nobody is guessed."""
    text = (
        "Marta Holm and Jens Vik run the harbour.\n"
        "Q: Who pays?\nA: The county.\nQ: When?\nA: In May."
    )
    assert {None} == {source for _, source, _ in _who(text)}


def test_labels_of_facts_are_no_transcript() -> None:
    """A list of facts has labels that do not come back."""
    text = (
        "Price: 40 euros a head.\nPlace: the old harbour.\nTime: eight in the evening."
    )
    assert find_quotes(text, language="en") == ()


def test_a_title_with_a_colon_is_no_turn() -> None:
    """What opens a transcript's page is left out where its label does not come back."""
    text = (
        "Harbour talk: what the winter brings\nThe two met on Monday.\n"
        "SHAH: It was long.\nMARLOW: And the spring?\nSHAH: It came late."
    )
    assert [who[1] for who in _who(text)] == ["Shah", "Marlow", "Shah"]


def test_labels_before_numbers_are_no_transcript() -> None:
    """A count of votes has names that come back, and no sentences."""
    text = "Holm: 1,204\nVik: 988\nHolm: 1,380\nVik: 1,001\nHolm: 1,502"
    assert find_quotes(text, language="en") == ()


def test_words_of_another_sentence_are_no_piece_of_a_quotation() -> None:
    """A piece that ends its sentence ends the quotation; single words go apart."""
    text = (
        "“If you want to know, I like to stand before judges,” Brandt said on the show “Sit "
        "Still!” The early work may help her, free of the usual “ums” and “ahs” of lawyers."
    )
    parts = [part.of(text) for part in find_quotes(text, language="en")[0].parts]
    assert "ums" not in parts
    assert "ahs" not in parts
