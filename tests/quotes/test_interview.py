"""Interviews whose questions and answers have no labels."""

from articlekit.quotes import find_quotes

LEAD = "Die Sängerin Paula Sommer singt seit zwanzig Jahren in Kiel. Ein Gespräch.\n"
PAIRS = (
    ("Wann haben Sie angefangen?", "Ich war vier. Meine Mutter hat mich hingebracht."),
    ("War das leicht?", "Nein, ich habe oft geweint."),
    ("Und heute?", "Heute übe ich jeden Tag drei Stunden.\nSonst geht es nicht."),
    ("Was kommt als Nächstes?", "Im Herbst reise ich nach Oslo."),
)


def test_answers_are_those_of_the_one_person_whom_the_lead_names() -> None:
    """Questions are the paper's; an answer of two paragraphs has two parts."""
    text = LEAD + "\n".join(f"{question}\n{answer}" for question, answer in PAIRS)
    quotes = find_quotes(text, language="de")
    assert [quote.text for quote in quotes] == [answer for _, answer in PAIRS]
    assert {quote.source for quote in quotes} == {"Paula Sommer"}
    assert [len(quote.parts) for quote in quotes] == [1, 1, 2, 1]


def test_questions_that_the_paper_answers_itself_are_no_interview() -> None:
    """Answers that nobody says "I" in explain the news."""
    text = "\n".join(
        f"{question}\nDie Stadt zahlt den Umbau, und der Bund hilft dabei."
        for question in ("Wer zahlt?", "Wie viel?", "Warum jetzt?", "Und dann?")
    )
    assert find_quotes(text, language="de") == ()
