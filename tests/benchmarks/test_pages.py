"""Tests of the scores of pages, with figures worked out by hand."""

import pytest
from benchmarks.scoring.bodies import readings
from benchmarks.scoring.pages import score_corpus, score_page

FIRST = "The ferry sails at nine every morning but Sunday."
SECOND = "Tickets cost four crowns and are sold on board."


def page(**truth: object) -> dict[str, object]:
    """A page with this truth."""
    return {"id": "p", "truth": truth}


def test_equal_body_is_exact() -> None:
    """A text with the same words scores one in everything."""
    found = {"text": f"{FIRST}\n{SECOND}"}
    shares = score_page(page(body=[FIRST, SECOND]), found).shares
    expected = {"body": 1, "exact": 1, "P": 1, "R": 1, "paragraphs": 1}
    assert expected == shares


def test_missing_paragraph_costs_recall() -> None:
    """Half the runs of words and half the paragraphs are missing."""
    shares = score_page(page(body=[FIRST, SECOND]), {"text": FIRST}).shares
    assert (1.0, 6 / 15) == (shares["P"], shares["R"])
    assert 2 / 3 == pytest.approx(shares["paragraphs"])


def test_optional_paragraphs_may_be_missing() -> None:
    """The best reading counts."""
    truth = page(body=[FIRST, SECOND], body_optional=[1])
    assert 1.0 == score_page(truth, {"text": FIRST}).shares["exact"]
    assert 1.0 == score_page(truth, {"text": f"{FIRST}\n{SECOND}"}).shares["exact"]


def test_headings_are_all_there_or_none() -> None:
    """Sub-headings are not chosen one by one."""
    truth = {"body": ["a", FIRST, "b", SECOND], "body_headings": [0, 2]}
    texts = {reading.text for reading in readings(truth)}
    assert {f"a\n{FIRST}\nb\n{SECOND}", f"{FIRST}\n{SECOND}"} == texts


def test_own_dek_may_stand_before_the_text() -> None:
    """A corpus that counts the dek in does not punish an extractor that parts it."""
    found = {"text": SECOND, "dek": FIRST}
    assert 1.0 == score_page(page(body_text=f"{FIRST} {SECOND}"), found).shares["exact"]


def test_marks_count_present_and_absent_segments() -> None:
    """One segment of three is wrong: it should not be there."""
    truth = page(**{"with": ["ferry sails"], "without": ["on board", "log in"]})
    found = {"text": f"{FIRST} {SECOND}"}
    assert (2, 3, 0) == score_page(truth, found).counts["marks"]


def test_authors_are_sets() -> None:
    """Order does not matter; a name too many does."""
    truth = page(authors=["Ada Quill", "Jon Varga"])
    right = score_page(truth, {"authors": ["jon varga", "Ada Quill"]})
    wrong = score_page(truth, {"authors": ["Ada Quill", "Staff"]})
    assert (True, False) == (right.shares["authors"], wrong.shares["authors"])
    assert (1, 1, 1) == wrong.counts["names"]


def test_stated_empty_expects_no_author() -> None:
    """Where people found no author, inventing one costs; unstated pages do not count."""
    truth = page(stated_empty=["authors"])
    assert not score_page(truth, {"authors": ["Staff"]}).shares["authors"]
    assert score_page(truth, {"authors": []}).shares["authors"]
    assert "authors" not in score_page(page(), {"authors": []}).shares


def test_midnight_without_zone_is_a_day() -> None:
    """No minute is asked for where truth was a day."""
    truth = page(published="2024-03-05T00:00:00")
    shares = score_page(truth, {"published": "2024-03-05T09:30:00+01:00"}).shares
    assert {"date": True} == shares


def test_suspect_fields_do_not_count() -> None:
    """What the corpus distrusts is left out, field by field or all of it."""
    truth = {**page(title="A"), "suspect": {"title": "cut"}}
    assert {} == score_page(truth, {"title": "B"}).shares
    assert {} == score_page({**truth, "suspect": {"all": "x"}}, {"title": "A"}).shares


def test_lead_image_and_credits() -> None:
    """Pictures match by file name, credits by their words."""
    truth = page(
        lead_image="http://a.example/x/mill.jpg",
        images=[{"credit": ["Mira Oldham", "Harbour Press"], "caption": ""}],
    )
    found = {
        "lead_image": "http://b.example/mill.jpg?w=80",
        "images": [{"credit": "Mira Oldham/Harbour Press", "caption": "A mill"}],
    }
    score = score_page(truth, found)
    assert {"image": True} == score.shares
    assert {"credits": (1, 0, 0)} == score.counts


def test_corpus_averages_before_f1() -> None:
    """F1 is that of the averaged precision and recall; a missing page found nothing."""
    pages = [{"id": n, "truth": {"body_text": FIRST}} for n in ("a", "b")]
    scores = score_corpus(pages, [{"id": "a", "error": None, "text": FIRST}])
    assert (1.0, 0.5, 2 / 3) == (scores["P"], scores["R"], scores["body"])
    assert (0.5, 0.5) == (scores["exact"], scores["median"])


def test_fields_that_are_not_offered_do_not_count() -> None:
    """An extractor of bodies has no figure for titles."""
    pages = [{"id": "a", "truth": {"body_text": FIRST, "title": "Ferry"}}]
    lines = [{"id": "a", "error": None, "text": FIRST}]
    assert "title" not in score_corpus(pages, lines)


def test_a_failed_page_found_nothing() -> None:
    """A page that raised counts as empty in what the extractor offers elsewhere."""
    pages = [{"id": n, "truth": {"title": "Ferry"}} for n in ("a", "b")]
    lines: list[dict[str, object]] = [
        {"id": "a", "error": None, "title": "Ferry"},
        {"id": "b", "error": "boom"},
    ]
    assert 0.5 == score_corpus(pages, lines)["title"]
