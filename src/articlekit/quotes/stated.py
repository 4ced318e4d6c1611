"""Quotations that a page marks up: `q`, `blockquote`, and schema.org's Quotation.

They need no quotation marks, and who speaks may be said beside them: by the last line of
a block quote ("— Ann Lee"), or by the page's data. Marks in the text come first: what
holds a marked quotation, or lies in one, adds no second one.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, cast

from articlekit.model.blocks import Block, BlockQuote
from articlekit.quotes.marks import Marked, Region
from articlekit.reading.page import Page
from articlekit.reading.structured import types_of

STATED: Final = "q"
_SIGNED: Final = re.compile(r"\n[—–-]{1,2}[ \u00a0]{0,2}(?P<name>[^\n]{2,90})\Z")
_MARKS: Final = " \t\n\u00a0\"“”„‟«»‹›‘’'「」『』"
# What is shorter is a label or a title, unless marks say more.
_WORDS: Final = 3
# How many are looked for, and how far behind them a name may stand.
_MOST: Final = 200
_BEHIND: Final = 100
_SPEAKERS: Final = ("spokenByCharacter", "creator", "author")


class Stated(NamedTuple):
    """Words that the page says are a quotation.

    Attributes:
        text: The words, without marks; a newline ends a paragraph.
        speaker: Who is said to speak them, or None.
    """

    text: str
    speaker: str | None = None


class Found(NamedTuple):
    """Where such words stand.

    Attributes:
        marked: The paragraphs and regions of the text, with theirs.
        speakers: Start of the words to who is said to speak them.
    """

    marked: Marked
    speakers: Mapping[int, str]


def stated_quotes(
    page: Page, chosen: Collection[int], blocks: Iterable[Block]
) -> tuple[Stated, ...]:
    """Return the quotations that a page marks up, in no order.

    Args:
        page: The page.
        chosen: Indices of the blocks of text that are the body.
        blocks: The typed blocks of the body.
    """
    found: dict[Stated, None] = {}
    for block in blocks:
        if isinstance(block, BlockQuote) and not block.pull:
            found[_signed(block.text)] = None
    for index in sorted(chosen):
        text = page.blocks[index].text
        for mark in page.blocks[index].marks:
            if mark.tag == "q" and mark.last == index:
                found[Stated(text[mark.start : mark.end].strip(_MARKS))] = None
    for node in page.structured.nodes:
        if "quotation" in types_of(node):
            found[Stated(_text(node.get("text")).strip(_MARKS), _speaker(node))] = None
    return tuple(each for each in found if each.text.count(" ") >= _WORDS - 1)[:_MOST]


def _signed(text: str) -> Stated:
    """Part a block quote from the line that names its speaker."""
    signed = _SIGNED.search(text)
    if signed is None:
        return Stated(text.strip(_MARKS))
    name = signed["name"].split(",")[0].strip()
    return Stated(text[: signed.start()].strip(_MARKS), name)


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _speaker(node: Mapping[str, object]) -> str | None:
    """Return whom a Quotation of the page's data names."""
    for key in _SPEAKERS:
        value = node.get(key)
        if isinstance(value, Mapping):
            value = cast("Mapping[str, object]", value).get("name")
        if name := _text(value):
            return name
    return None


def with_stated(text: str, marked: Marked, stated: Iterable[Stated]) -> Found:
    """Add the quotations that the page marks up to those in marks."""
    regions = list(marked.regions)
    speakers: dict[int, str] = {}
    for each in stated:
        start = text.find(each.text)
        if start < 0:
            continue
        end = start + len(each.text)
        inside = [i for i, r in enumerate(regions) if r.start < end and start < r.end]
        for index in inside:
            if start <= regions[index].start and regions[index].end <= end:
                regions[index] = regions[index]._replace(mark=STATED)
        if not inside:
            regions += _pieces(text, marked.paragraphs, (start, end))
        if each.speaker:
            first = regions[inside[0]].start if inside else start
            speakers[first] = each.speaker
    regions.sort()
    return Found(marked._replace(regions=tuple(regions)), speakers)


def _pieces(
    text: str, paragraphs: Sequence[tuple[int, int]], span: tuple[int, int]
) -> Iterator[Region]:
    """Yield one region a paragraph of the words at *span*."""
    start, end = span
    first = bisect_right(paragraphs, start, key=_begin) - 1
    number = first
    while number < len(paragraphs) and paragraphs[number][0] < end:
        begin, stop = paragraphs[number]
        begin, stop = max(begin, start), min(stop, end)
        piece = text[begin:stop]
        begin += len(piece) - len(piece.lstrip())
        stop = begin + len(piece.strip())
        bounds = (begin, stop, begin, stop, number, STATED, stop == end)
        yield Region(*bounds, stop != end, number != first)
        number += 1


def _begin(bounds: tuple[int, int]) -> int:
    return bounds[0]


def named_behind(text: str, end: int, name: str) -> tuple[int, int] | None:
    """Return where *name* stands right behind a quotation that ends at *end*."""
    start = text.find(name, end, end + _BEHIND)
    return (start, start + len(name)) if start >= 0 else None
