"""Lines of the house, marks of notes and signatures are no part of a text."""

from collections.abc import Sequence

import pytest

import articlekit
from articlekit.model import Article, Note
from articlekit.text.phrases import is_interruption

_LINES = [
    f"Sentence {n} of this text tells what the beekeepers of the valley saw that morning, and why they stayed."
    for n in range(6)
]


def _article(*blocks: str, lang: str = "en") -> Article:
    body = "".join(blocks)
    page = (
        f'<html lang="{lang}"><body><main><article><h1>Bees leave the valley</h1>'
        f'<div class="text">{body}</div></article></main></body></html>'
    )
    return articlekit.parse(page)


def _paragraphs(lines: Sequence[str] = _LINES) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize(
    "line",
    [
        "- Publicitate -",
        "REKLAMA",
        "Advertisement",
        "Dalszy ciąg materiału pod wideo",
        "Tekst loopt door onder de advertentie",
        "Artikkelen fortsetter under annonsen",
        "Story continues below",
        "広告",
    ],
)
def test_interruptions(line: str) -> None:
    """Names of advertisements and lines that say where the text goes on are told."""
    assert is_interruption(line)
    text = _article(_paragraphs(_LINES[:3]), f"<p>{line}</p>", _paragraphs(_LINES[3:]))
    assert text.text.split("\n") == _LINES


@pytest.mark.parametrize(
    "line",
    ["Reklama dźwignią handlu", "Advertisements fell by half", "Anzeige erstattet"],
)
def test_headings_that_begin_alike(line: str) -> None:
    """A line that goes on behind such a word is text."""
    assert not is_interruption(line)


def test_soft_hyphens() -> None:
    """A soft hyphen is where a word may be parted, not a part of it."""
    line = "The Ho&shy;nig&shy;ernte of the Im\xadkerei was small, said the owner of the mill on Sunday evening."
    text = _article(_paragraphs(), f"<p>{line}</p>").text
    assert "Honigernte of the Imkerei" in text


def test_marks_of_notes() -> None:
    """A linked number behind a word is the mark of a note, a linked number in a sentence is text."""
    text = _article(
        _paragraphs(),
        '<p>The board counted the hives.<sup><a href="#fn1">1</a></sup> It found'
        ' <a href="/hives#all">14</a> of them in the upper valley.</p>',
    ).text
    assert text.endswith("counted the hives. It found 14 of them in the upper valley.")


def test_notes_below() -> None:
    """A note that its mark leads to is no part of the text."""
    text = _article(
        _paragraphs(),
        '<p id="fn1"><em>1. File 118 of the board, second of May.</em></p>',
    ).text
    assert text.split("\n") == _LINES


@pytest.mark.parametrize(
    "line", ["(abc/xy)", "(kb)", "【大木一郎、森はな】", "(Ana Ilić)"]
)
def test_signatures(line: str) -> None:
    """Names or letters in brackets below the text say who wrote it."""
    assert _article(_paragraphs(), f"<p>{line}</p>").text.split("\n") == _LINES


def test_brackets_with_a_sentence_stay() -> None:
    """What brackets hold is text where it is a sentence."""
    line = "(The valley has lost 14 hives since May.)"
    assert _article(_paragraphs(), f"<p>{line}</p>").text.split("\n")[-1] == line


def test_dated_correction() -> None:
    """A correction may have its day right behind its label."""
    article = _article(
        _paragraphs(),
        "<p><em>Correctie 21 oktober: in een eerdere versie stond een ander aantal kasten.</em></p>",
        lang="nl",
    )
    assert article.text.split("\n") == _LINES
    assert any(isinstance(block, Note) for block in article.body)


def test_bullets_behind_line_breaks() -> None:
    """Lines that begin with a bullet are lines of the text."""
    text = _article(
        _paragraphs(),
        "<p>They left behind:<br>・a hive<br>・two smokers<br>・a hat</p>",
    ).text
    assert text.split("\n")[-4:] == [
        "They left behind:",
        "・a hive",
        "・two smokers",
        "・a hat",
    ]


def test_line_breaks_without_bullets() -> None:
    """Short lines of a verse stay one paragraph."""
    text = _article(
        _paragraphs(),
        "<p>The bees are gone<br>the hives are cold<br>the summer old</p>",
    ).text
    assert text.split("\n")[-1] == "The bees are gone the hives are cold the summer old"


def test_first_paragraph_in_a_wrapper_like_the_others() -> None:
    """The beginning of the text stays though the page gives it as its description too."""
    body = "".join(f'<div class="part"><p>{line}</p></div>' for line in _LINES)
    page = (
        f'<html lang="en"><head><meta name="description" content="{_LINES[0]}"></head><body><main><article>'
        f'<h1>Bees leave the valley</h1><div class="text">{body}</div></article></main></body></html>'
    )
    assert articlekit.parse(page).text.split("\n") == _LINES


def test_speaker_of_a_pull_quote() -> None:
    """Who says it goes with the pull quote."""
    quote = _LINES[1][:80]
    text = _article(
        _paragraphs(_LINES[:4]),
        f'<blockquote class="pullquote"><div>{quote}</div><cite>Vera Immen</cite></blockquote>',
        _paragraphs(_LINES[4:]),
    ).text
    assert text.split("\n") == _LINES


def test_labels_for_screen_readers() -> None:
    """A field that only screen readers get a label for is no text, a sentence is."""
    field = (
        '<p><span class="visually-hidden">Role, </span>Reporter in the upper valley</p>'
    )
    assert _article(field, _paragraphs()).text.split("\n") == _LINES
    link = (
        '<p>All of it stands, as the board says, in <a href="/r"><span class="sr-only">a file'
        "</span> the report</a> of the month of May.</p>"
    )
    text = _article(_paragraphs(_LINES[:3]), link, _paragraphs(_LINES[3:])).text
    assert "the report of the month of May." in text
