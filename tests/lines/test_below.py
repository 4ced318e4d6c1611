"""The line of keywords on a text page, and service lines below the text."""

import pytest

import articlekit

PAGE = """Old ferry stays in harbour

By Ann Holt
3 March 2024

The old ferry stays in harbour until May, the town said on Monday after a long meeting.
Repairs cost more than planned, and the yard has no room for a second ship this spring.
Those who work on the island now cross with the mail boat, which holds twelve people.

{}

More news
Bridge closed for a week
Market moves to the school
"""


@pytest.mark.parametrize(
    "line",
    [
        "Tags: ferries, Port Ellen",
        "Témata: ferries, Port Ellen",
        "Schlagwörter: ferries; Port Ellen",
        "キーワード：ferries、Port Ellen",
        "Tags: #ferries #Port Ellen",
    ],
)
def test_a_label_with_a_colon_lists_keywords(line: str) -> None:
    """The words behind the label are the tags, in order, and are no text."""
    article = articlekit.parse_text(PAGE.format(line))
    assert article.tags == ("ferries", "Port Ellen")
    assert "Port Ellen" not in article.text
    assert [e.field for e in article.evidence].count("tags") == 1


@pytest.mark.parametrize(
    "line",
    [
        "Topic: the harbour needs a new pier, and nobody in the town hall knows who pays.",
        "Note: ferries, ports",
        "Tags:",
    ],
)
def test_other_lines_with_a_colon_list_none(line: str) -> None:
    """A sentence behind a label, another label, and an empty list are no tags."""
    assert articlekit.parse_text(PAGE.format(line)).tags == ()


@pytest.mark.parametrize(
    "line",
    [
        "Follow us on social media for more news from the harbour towns.",
        "Additional reporting by Jo Marsh.",
        "To view this content you need to allow cookies of the provider.",
    ],
)
def test_service_lines_below_a_text_leave_it(line: str) -> None:
    """What asks to follow, names helpers or stands for content is no text."""
    article = articlekit.parse_text(PAGE.format(line))
    assert line not in article.text
    assert article.text.endswith("holds twelve people.")


def test_a_page_of_service_lines_alone_keeps_one() -> None:
    """Nothing is dropped that would leave no text at all."""
    line = "Follow us on social media for more news from the harbour towns, and write."
    assert articlekit.parse_text(f"Old ferry stays\n\n{line}\n").text
