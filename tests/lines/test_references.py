"""The addresses that a text page lists at its end."""

import pytest
from tests.timing import cpu_seconds

import articlekit
from articlekit.fields.line_marks import Run
from articlekit.fields.line_runs import find_runs
from articlekit.reading.plaintext import read_plain

DUMP = """\
   [1]Skip to content

Ferry crews end their strike

   By [2]Ada Finch
   3 May 2025

   Crews of the ferries on the strait went back to work on Saturday
   after four days on the quay, and the first boat left at six.

   "We got the rota that we asked for," said Tove Brandt, who speaks for
   the deckhands.

More stories

     * [3]Harbour board picks a new chair
     * [4]Swimmers asked to keep off the slipway

References

   Visible links:
   1. https://a.example/#content
   2. https://a.example/by/ada-finch
   3. https://a.example/chair?utm_source=x
   4. https://a.example/slipway
"""


def _runs(text: str) -> list[Run]:
    return find_runs(read_plain(text).blocks)


def test_lists_of_a_text_browser() -> None:
    """Numbers lead to their addresses, and the list leaves the page."""
    runs = _runs(DUMP)
    assert [(run.text, run.url) for run in runs if run.url] == [
        ("Skip to content", "https://a.example/#content"),
        ("By Ada Finch", "https://a.example/by/ada-finch"),
        ("Harbour board picks a new chair", "https://a.example/chair?utm_source=x"),
        ("Swimmers asked to keep off the slipway", "https://a.example/slipway"),
    ]
    assert runs[-1].text == "Swimmers asked to keep off the slipway"


def test_headlines_of_a_text_page_have_addresses() -> None:
    """The stories that a dump lists lead where their links did, without tracking."""
    items = articlekit.parse(DUMP, profiles=()).headlines
    assert [(item.title, item.url) for item in items] == [
        ("Harbour board picks a new chair", "https://a.example/chair"),
        ("Swimmers asked to keep off the slipway", "https://a.example/slipway"),
    ]


def test_markdown_names_its_addresses() -> None:
    """Links of Markdown, inline or by reference, give a line its address."""
    page = (
        '* [Weir holds](/weir)\n* ![a pier](/p.jpg) [Pier opens](/pier "Pier")\n'
        "* [Eels climb][eel]\n* [Crabs walk][]\n\n[eel]: https://a.example/eel\n"
        "[Crabs walk]: <https://a.example/crabs> 'Crabs'\n"
    )  # fmt: skip
    assert [(run.text, run.url) for run in _runs(page)] == [
        ("Weir holds", "/weir"),
        ("Pier opens", "/pier"),
        ("Eels climb", "https://a.example/eel"),
        ("Crabs walk", "https://a.example/crabs"),
    ]


def test_numbers_without_a_list_stay() -> None:
    """A number in brackets that no list explains is the author's."""
    assert _runs("As was shown [3]before, eels climb.")[0].text == (
        "As was shown [3]before, eels climb."
    )


@pytest.mark.parametrize(
    "unit", ["[1]", "[a][b]", "1. https://a\n", "[a]: https:x\n", "[[", "]["]
)
def test_references_take_linear_time(unit: str) -> None:
    """Brackets that never end, or lists without end, cost what their length does."""
    listed = "1. https://a\n2. https://b\n"
    small = cpu_seconds(lambda: _runs(listed + unit * 2_000))
    large = cpu_seconds(lambda: _runs(listed + unit * 8_000))
    assert large < 12 * small + 0.02
