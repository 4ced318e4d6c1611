"""Pull quotes: words of the text that are printed again, large, beside it."""

import re
from collections.abc import Sequence
from typing import Final

from articlekit.reading.page import Page

_PULLED: Final = re.compile(r"pull-?_?quote|quote-?_?pull|pulled| pq |callout-quote")
_SET_OFF: Final = frozenset(("blockquote", "aside", "figure", "q"))
_QUOTES: Final = frozenset(("blockquote", "q"))
_LONGEST_SPEAKER: Final = 90
_SHORTEST, _LONGEST = 12, 500
_FEWEST: Final = 24  # letters; half of them in other scripts than the Latin one
_LEVELS: Final = 3
_MOST: Final = 40  # each is looked for in the whole text


def find_pulls(page: Page, chosen: Sequence[int]) -> frozenset[int]:
    """Find the blocks of a body that only repeat words of another block.

    Args:
        page: The page.
        chosen: Indices of the body's blocks, in order.

    Returns:
        Indices of blocks that are set off from the text, by their tag or class
        words, and whose letters stand in another block of the body; and of
        those whose class words say that they are pull quotes.
    """
    blocks = page.blocks
    short = [i for i in chosen if _SHORTEST <= len(blocks[i].text) <= _LONGEST]
    known: dict[int, tuple[bool, bool]] = {}
    places = [(i, *_place_of(page, blocks[i].box, known)) for i in short]
    found = {index for index, says, _ in places if says}
    others = [index for index, says, may in places if may and not says][:_MOST]
    if others:
        text = _whole_text(page, chosen)
        found |= {i for i in others if _is_repeated(_letters(blocks[i].text), text)}
    return frozenset(found | _speakers(page, chosen, found) if found else found)


def _speakers(page: Page, chosen: Sequence[int], found: set[int]) -> set[int]:
    """Return the short blocks that say who is quoted in a pull quote's own box."""
    blocks, boxes = page.blocks, page.boxes
    quotes = {boxes.find(blocks[index].box, _QUOTES) for index in found} - {-1}
    return {
        index
        for index in chosen
        if quotes
        and len(blocks[index].text) <= _LONGEST_SPEAKER
        and boxes.find(blocks[index].box, _QUOTES) in quotes
    }


def _place_of(
    page: Page, box: int, known: dict[int, tuple[bool, bool]]
) -> tuple[bool, bool]:
    """Return what `_is_set_off` says, once for all paragraphs of a box."""
    boxes = page.boxes
    if boxes.tag[box] == "p" and not boxes.key[box]:
        box = boxes.parent[box]
    if box not in known:
        known[box] = _is_set_off(page, box)
    return known[box]


def _is_set_off(page: Page, box: int) -> tuple[bool, bool]:
    """Return whether a box says to be a pull quote, and whether it may be one."""
    boxes = page.boxes
    says = may = False
    for _ in range(_LEVELS):
        if box < 0 or boxes.tag[box] in _FLOW:
            break
        key = boxes.key[box]
        says = says or (("pul" in key or " pq " in key) and bool(_PULLED.search(key)))
        may = may or boxes.tag[box] in _SET_OFF or "quote" in key or "zitat" in key
        box = boxes.parent[box]
    return says, may


_FLOW: Final = frozenset(("article", "main", "section", "body", "html"))


def _is_repeated(letters: str, text: str) -> bool:
    shortest = _FEWEST if letters.isascii() else _FEWEST // 2
    return len(letters) >= shortest and text.count(letters) > 1


def _whole_text(page: Page, chosen: Sequence[int]) -> str:
    return "\n".join(_letters(page.blocks[index].text) for index in chosen)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
