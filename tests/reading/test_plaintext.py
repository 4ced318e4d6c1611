"""Reading plain text: lines, numbers, gaps, and telling it from HTML."""

import pytest

from articlekit.errors import EmptyInputError, LimitError
from articlekit.reading.plaintext import looks_like_html, read_plain
from articlekit.rules import Limits


def test_lines_are_blocks_with_number_and_gap() -> None:
    """Each line with words is a block that knows its number and the gap above."""
    page = read_plain(
        "First line\n\n\n  second   line \nthird", url="https://a.example/"
    )
    assert page.kind == "text"
    assert page.url == "https://a.example/"
    found = [(block.text, block.line, block.gap) for block in page.blocks]
    assert found == [("First line", 1, 0), ("second line", 4, 2), ("third", 5, 0)]
    assert page.boxes.last[0] == 3


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"]
)
def test_every_line_end_counts(end: str) -> None:
    """Every mark that ends a line in some system parts two blocks."""
    page = read_plain(f"one{end}two")
    assert [block.text for block in page.blocks] == ["one", "two"]


def test_control_characters_are_dropped() -> None:
    """NUL bytes, a byte order mark and zero-width marks leave no trace."""
    page = read_plain("\ufeffA\x00 nar\u00adrow \u200bpass\x07\n\x00\n")
    assert [block.text for block in page.blocks] == ["A narrow pass"]


@pytest.mark.parametrize("text", ["", " \n\t ", "\x00\n\u200b"])
def test_nothing_is_an_error(text: str) -> None:
    """A text of nothing but white space is refused."""
    with pytest.raises(EmptyInputError):
        read_plain(text)


def test_limits_are_kept() -> None:
    """Length and number of lines are bounded, and the error says by what."""
    with pytest.raises(LimitError) as long:
        read_plain("abc", limits=Limits(bytes=2))
    assert (long.value.limit, long.value.found) == ("bytes", 3)
    with pytest.raises(LimitError) as many:
        read_plain("a\nb\nc", limits=Limits(nodes=2))
    assert many.value.limit == "nodes"


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><title>x</title>",
        "  \n<html lang=en>",
        "<!-- saved page -->\n<!doctype html>",
        '<?xml version="1.0"?><rss></rss>',
        "<p>One paragraph</p>",
        "Hello <b>world</b><br>and all",
    ],
)
def test_html_is_told(text: str) -> None:
    """Documents, fragments and feeds are HTML."""
    assert looks_like_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "Plain words.",
        "If a < b and b > c then a < c.",
        "Jane Roe <jane@news.example> wrote:\n" + "A long story about boats. " * 30,
        "<3 from all of us\n" + "The harbour is open again. " * 20,
        "Write <br> for a break.\n" + "The rest of this text holds no tag. " * 30,
    ],
)
def test_text_is_told(text: str) -> None:
    """Texts with a stray sign or tag stay texts."""
    assert not looks_like_html(text)


@pytest.mark.parametrize("piece", ["<", "</", "<!--", "-", "<p", "&lt;", "<html"])
def test_telling_is_linear(piece: str) -> None:
    """A flood of halves of tags is judged at once."""
    assert looks_like_html(piece * 200_000) in {True, False}
