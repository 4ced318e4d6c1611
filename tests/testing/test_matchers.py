"""Matchers, and comparing what was found with what was expected."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.testing import approx, contains, count, matches
from articlekit.testing.comparing import differences, is_like
from articlekit.testing.matchers import Matcher, read_matcher


@pytest.mark.parametrize(
    ("matcher", "good", "bad"),
    [
        (contains("ferry", "pump"), "the ferry's pump", "the ferry"),
        (contains("Nora"), [{"name": "Nora", "role": None}], [{"name": "Idris"}]),
        (contains("a"), ["b", "a"], ["b"]),
        (contains("a"), ["a"], 3),
        (contains("a"), ["a"], None),
        (matches(r"\d+ pounds$"), "for 340 pounds", "340 pounds each"),
        (matches("a"), "cat", None),
        (count(2), ["a", "b"], ["a"]),
        (count(0), None, ["a"]),
        (count(0), [], "text"),
        (count(least=1), ["a"], []),
        (count(least=1, most=2), ["a", "b"], ["a", "b", "c"]),
        (count(most=1), [], {"a": 1}),
        (approx(0.9), 0.93, 0.5),
        (approx(10, within=1), 11, 11.5),
        (approx(1), 1, True),
        (approx(1), 1.0, "1"),
    ],
)
def test_matcher(matcher: Matcher, good: object, bad: object) -> None:
    """A matcher says nothing of what matches, and why of what does not."""
    assert matcher.explain(good) is None
    assert matcher.explain(bad)


@pytest.mark.parametrize(
    "matcher",
    [
        contains("a", {"name": "b"}),
        matches("^a"),
        count(3),
        count(least=2),
        count(least=1, most=2),
        approx(0.5, within=0.1),
    ],
)
def test_matcher_through_json(matcher: Matcher) -> None:
    """A matcher read from its JSON is the same."""
    assert matcher == read_matcher(json.loads(json.dumps(matcher.to_json())))


def test_short_form_of_contains() -> None:
    """One piece may stand without a list."""
    assert contains("a") == read_matcher({"$contains": "a"})


@pytest.mark.parametrize("value", [{"name": "a"}, {}, "$count", ["$count"], 3, None])
def test_values_are_no_matchers(value: object) -> None:
    """A plain value is not taken for a matcher."""
    assert read_matcher(value) is None


@pytest.mark.parametrize(
    "data",
    [
        {"$contain": ["a"]},
        {"$matches": "("},
        {"$matches": 3},
        {"$count": "three"},
        {"$count": True},
        {"$count": {"lest": 1}},
        {"$approx": "0.5"},
        {"$approx": 1, "within": None},
    ],
)
def test_wrong_matchers(data: dict[str, object]) -> None:
    """A matcher that is written wrongly is an error that names it."""
    with pytest.raises(ValueError, match=re.escape(next(iter(data)))):
        read_matcher(data)


def test_wrong_pattern() -> None:
    """A pattern is checked when the matcher is made."""
    with pytest.raises(re.error):
        matches("(")


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        ("a", "a"),
        ("Nora", {"name": "Nora", "role": "Editor"}),
        ("2024-05-01", {"value": "2024-05-01", "raw": "May 1"}),
        ({"name": "Nora"}, {"name": "Nora", "role": "Editor"}),
        (["Nora", "Idris"], [{"name": "Nora"}, {"name": "Idris"}]),
        (["one", "two"], "one\ntwo"),
        ([{"$matches": "^N"}, "Idris"], [{"name": "Nora"}, {"name": "Idris"}]),
        (count(0), None),
        (
            [{"credit": {"agencies": ["AP"]}}],
            [{"credit": {"agencies": ["AP"]}, "a": 1}],
        ),
    ],
)
def test_alike(expected: object, found: object) -> None:
    """What is expected may say less than what was found."""
    assert is_like(expected, found)


@pytest.mark.parametrize(
    ("expected", "found", "path", "reason"),
    [
        ("a", "b", "f", "expected 'a', found 'b'"),
        ("a", None, "f", "found nothing"),
        ({"name": "a"}, {"name": "b"}, "f.name", "found 'b'"),
        ({"name": "a"}, "a", "f", "expected an object"),
        ([{"n": 1}, {"n": 2}], [{"n": 1}, {"n": 3}], "f[1].n", "expected 2, found 3"),
        (["a", "b"], ["a"], "f", "- b"),
        (["a"], ["a", "b"], "f", "+ b"),
        (["a"], "a\nb", "f", "expected 1, found 2"),
        (["a"], None, "f", "found 0"),
        ({"n": {"$count": 2}}, {"n": ["a"]}, "f.n", "has 1, expected 2"),
    ],
)
def test_differences(expected: object, found: object, path: str, reason: str) -> None:
    """A difference names its place and both sides."""
    (one,) = differences(expected, found, path="f")
    assert path == one.path
    assert reason in str(one)


def test_long_differences_are_cut() -> None:
    """A text that is all different is shown by its first lines."""
    (one,) = differences(["a"] * 50, "\n".join("b" * 50), path="text")
    assert "and 80 more" in one.reason


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from("abc"), inner, min_size=1, max_size=3)
        ),
        max_leaves=8,
    )
)
def test_everything_is_like_itself(value: object) -> None:
    """Any value of JSON is what it is."""
    assert is_like(value, value)
