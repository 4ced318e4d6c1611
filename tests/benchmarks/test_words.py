"""Tests of folding, shingles and matching."""

from collections import Counter

import pytest
from benchmarks.scoring.words import (
    f1,
    file_name,
    fold,
    folded_words,
    match,
    overlap,
    shingles,
)


def test_fold_ignores_forms_of_marks_and_dashes() -> None:
    """Case, white space, quotation marks and dashes do not tell titles apart."""
    assert 'the "old" mill - it\'s sold' == fold("The “Old”  Mill – it’s\nsold")


def test_fold_keeps_words() -> None:
    """Different words stay different."""
    assert fold("The old mill") != fold("The new mill")


def test_shingles_are_runs_of_four_words() -> None:
    """Five words make two runs of four."""
    expected = Counter({("a", "b", "c", "d"): 1, ("b", "c", "d", "e"): 1})
    assert expected == shingles("a b c, d e")


@pytest.mark.parametrize(
    ("text", "expected"), [("", {}), ("one two", {("one", "two"): 1})]
)
def test_short_texts_are_one_run(
    text: str, expected: dict[tuple[str, ...], int]
) -> None:
    """A text of fewer than four words is one run, an empty one none."""
    assert Counter(expected) == shingles(text)


def test_signs_of_unspaced_scripts_are_words() -> None:
    """Each sign counts in a script that is written without spaces."""
    assert ["橋", "が", "ab", "12"] == folded_words("橋が AB 12")


def test_f1_of_nothing_is_one() -> None:
    """Nothing wanted and nothing found is right."""
    assert (1.0, 0.0, 0.5) == (f1(0, 0, 0), f1(0, 1, 0), f1(1, 1, 1))


def test_overlap_counts_repeated_words() -> None:
    """A word that stands twice counts twice."""
    assert 2 / 5 == overlap(["a", "a"], ["a", "b", "c"])


def test_match_takes_best_pairs_first() -> None:
    """One finding serves one label, and the closer pair wins."""
    true = [["a", "b", "c"], ["a", "b", "c", "d"]]
    assert (1, 0, 1) == match(true, [["a", "b", "c"]])
    assert (2, 1, 0) == match(true, [*true, ["z"]])


def test_file_name_ignores_folders_and_query() -> None:
    """Pictures are compared by the last part of their address."""
    assert "mill bridge.jpg" == file_name("https://x.example/a/Mill%20Bridge.JPG?w=3")
