"""Lines that belong together, and the marks that stand before them."""

import pytest

from articlekit.fields.line_marks import Run
from articlekit.fields.line_runs import find_runs
from articlekit.reading.plaintext import read_plain


def _runs(text: str) -> list[Run]:
    return find_runs(read_plain(text).blocks)


def _texts(text: str) -> list[str]:
    return [run.text for run in _runs(text)]


@pytest.mark.parametrize(
    "line",
    [
        "# The weir holds",
        "  4. # The weir holds",
        "  * ## The weir holds",
        "# # The weir holds",
    ],
)
def test_headings_in_lists(line: str) -> None:
    """A heading is one inside a list, too, and loses its signs."""
    run = _runs(f"{line}\n\nAnother line")[0]
    assert (run.mark, run.text) == ("heading", "The weir holds")


def test_title_is_whole_where_the_first_line_says_so() -> None:
    """What stands below a title does not go on with it, small letters or not."""
    title = "Ferry sails again after two winters in the dock"
    found = _texts(f"{title} | Coast Post\nMenu\n{title}\nby\nAda Lund, at the quay\n")
    assert title in found


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        (
            ["The two boats for the ferry to the islands that", "Mara Lindqvist", "built in the old shed were sold."],
            "The two boats for the ferry to the islands that Mara Lindqvist built in the old shed were sold.",
        ),
        (["Nils Aker", "'s last boat, built alone"], "Nils Aker's last boat, built alone"),
        (
            ["町の東の外れにある小さな古い港の前で水曜の朝に始まったにぎやかな市場は、二十年ぶりに", "北浜町", "が開いたもので、多くの人が集まった。"],
            "町の東の外れにある小さな古い港の前で水曜の朝に始まったにぎやかな市場は、二十年ぶりに北浜町が開いたもので、多くの人が集まった。",
        ),
    ],
)  # fmt: skip
def test_cut_sentences_are_joined(pieces: list[str], whole: str) -> None:
    """A sentence that links cut into lines is one again, in any script."""
    assert _texts("\n".join(pieces)) == [whole]


@pytest.mark.parametrize("following", ["by", "share-square-44", "von"])
def test_labels_and_names_of_pictures_do_not_join(following: str) -> None:
    """The word before an author and the name of an icon go on with no sentence."""
    head = "A lighthouse on the skerry burns through the night"
    assert _texts(f"{head}\nShare\n{following}\nNils Aker\n")[0] == head


def test_wrapped_links_are_read() -> None:
    """A link or picture of Markdown that goes over a line's end is one."""
    page = (
        "![A pier at\ndusk](https://a.example/pier.jpg)\n\n"
        "The pier was [built by\nhand](https://a.example/hand) in May.\n\n"
        '[ ![Post](https://a.example/logo.svg) ](https://a.example/\n"Home")\n\nEnd.'
    )
    assert _texts(page) == ["The pier was built by hand in May.", "End."]


def test_a_few_capitals_are_no_codes() -> None:
    """Two letters at the start of a line or two are words."""
    assert _texts("TD Bank opens\nPG ratings change") == [
        "TD Bank opens",
        "PG ratings change",
    ]


@pytest.mark.parametrize(
    "text", ["[" * 60_000, "[a](" * 20_000, "![x\n" * 20_000, "[a\n](b" * 9_000]
)
def test_open_links_take_linear_time(text: str) -> None:
    """Links that never close are read like other lines."""
    assert _runs(text)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("*By Ines Calloway*, 3 May", "By Ines Calloway, 3 May"),
        ("The _Valley Echo_ said so.", "The Valley Echo said so."),
        ("It is **so** and *so*.", "It is so and so."),
        ("2 * 3 * 4 is 24", "2 * 3 * 4 is 24"),
        ("see file_name_x and __init__", "see file_name_x and __init__"),
        ("*The board did not answer.", "*The board did not answer."),
    ],
)
def test_emphasis_of_markdown(line: str, text: str) -> None:
    """Marks of emphasis leave the line; stars and bars that are none stay."""
    assert _texts(line) == [text]
