"""Tests of the scores of quotations."""

import pytest
from benchmarks.scoring.speakers import score_speaker
from benchmarks.scoring.speech import Task, score_articles
from benchmarks.scoring.speech_text import compatible, norm_name, units

TEXT = (
    "“The mill stays open,” Ada Quill said on Friday. “All of it.”\n"
    "She called the offer “a bad joke” and left the hall.\n"
    "He reads “The Daily Clock” on the ferry."
)


def span(text: str) -> dict[str, object]:
    """Where a piece stands in the text."""
    start = TEXT.index(text)
    return {"start": start, "end": start + len(text), "text": text}


def unit(text: str, kind: str, speaker: str) -> dict[str, object]:
    """An annotated quotation."""
    pronoun = speaker == "She"
    gold = {**span(speaker), "type": "pronoun" if pronoun else "name"}
    named = {"speaker": {**gold, "core": span(speaker)}, "speaker_full": "Ada Quill"}
    cue = span("called" if pronoun else "said")
    return {**span(text), "kind": kind, "group": speaker, "cue": cue, **named}


OPEN = unit("The mill stays open", "direct", "Ada Quill")
ALL = unit("All of it.", "direct", "Ada Quill")
JOKE = unit("a bad joke", "mixed", "She")
ARTICLE = {"id": "1", "lang": "en", "text": TEXT, "quotes": [OPEN, ALL, JOKE]}


def guess(of: dict[str, object], **changes: object) -> dict[str, object]:
    """A prediction that is right but for the changes."""
    spoken = {"speaker": "Quill", "speaker_full": "Ada Quill", "cue": "said"}
    return {"spans": [[of["start"], of["end"]]], **spoken, **changes}


def score(*guesses: dict[str, object], task: Task = "quoted") -> dict[str, float]:
    """Scores of predictions for the article."""
    return score_articles([ARTICLE], {"1": guesses}, task)


def test_right_predictions_score_one() -> None:
    """Every span and speaker right."""
    scores = score(guess(OPEN), guess(ALL), guess(JOKE, speaker="She", cue="called"))
    wanted = ("span strict F1", "quote+speaker F1", "quote+full name F1", "cue")
    assert (1.0,) * 4 == tuple(scores[name] for name in wanted)


def test_nothing_predicted_scores_zero() -> None:
    """No quotation found where there are three."""
    scores = score()
    assert (0.0, 0.0) == (scores["span lenient F1"], scores["quote+speaker F1"])


def test_no_quotation_wanted_none_found_is_right() -> None:
    """An article without quotations expects none."""
    empty = {"id": "1", "text": TEXT, "quotes": []}
    assert 1.0 == score_articles([empty], {})["span strict F1"]


def test_a_title_is_a_false_positive() -> None:
    """What nobody said costs precision."""
    title = guess(span("The Daily Clock"))
    scores = score(guess(OPEN), guess(ALL), guess(JOKE), title)
    assert (0.75, 1.0) == (scores["span strict P"], scores["span strict R"])


def test_other_tasks_units_are_ignored() -> None:
    """A mixed fragment is neither wanted nor wrong where direct speech is asked for."""
    scores = score(guess(OPEN), guess(ALL), guess(JOKE), task="direct")
    assert (1.0, 1.0) == (scores["span strict P"], scores["span strict R"])


def test_one_span_may_be_two_parts() -> None:
    """The parts of a split quotation count one by one."""
    spans = [[OPEN["start"], OPEN["end"]], [ALL["start"], ALL["end"]]]
    assert 1.0 == score(guess(OPEN, spans=spans), task="direct")["span strict F1"]


def test_wrong_speaker_costs_the_attribution() -> None:
    """The span is right, the speaker is not."""
    scores = score(guess(OPEN, speaker="Jon Varga", speaker_full=None), guess(ALL))
    assert pytest.approx((0.5, 0.4)) == (
        scores["speaker entity"],
        scores["quote+speaker F1"],
    )


def test_pronoun_is_no_name() -> None:
    """A pronoun may be the head, but resolves nothing."""
    found = score_speaker(JOKE, {"speaker": "She"}, "en")
    assert (True, False, True) == (found.head, found.resolved, found.entity)


def test_unknown_speaker_expects_none() -> None:
    """Where no speaker is annotated, naming one is wrong."""
    nobody = {**OPEN, "speaker": None}
    assert score_speaker(nobody, {}, "en").null
    assert not score_speaker(nobody, {"speaker": "Quill"}, "en").null


def test_spans_are_cut_and_trimmed() -> None:
    """A line break parts a span; outer signs do not count."""
    text = "“One.”\n\n“Two.”"
    assert [(1, 4), (9, 12)] == units(text, 0, len(text))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("quill", "ada quill", True),
        ("a. quill", "ada quill", True),
        ("tom quill", "ada quill", False),
        ("ada varga", "ada quill", False),
        ("", "ada quill", False),
    ],
)
def test_compatible_names(one: str, other: str, *, expected: bool) -> None:
    """Same last word, and nothing against it in the first."""
    assert expected == compatible(one, other)


def test_norm_name_drops_titles() -> None:
    """Titles, possessives and suffixes are no part of a name."""
    assert "ada quill" == norm_name("The late Dr. Ada Quill Jr.’s")
