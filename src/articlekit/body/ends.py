"""What stands above and below the text, and is no part of it."""

import re
from collections.abc import Sequence
from typing import Final

from articlekit.body.measures import length_of
from articlekit.fields.line_kinds import head_of, is_byline, is_credit, words_of
from articlekit.reading.page import Page, TextBlock
from articlekit.text.dates import read_moment
from articlekit.text.phrases import asks_for_more

_LONGEST_DATE, _DATE_WORDS = 45, 7
_LONGEST_STAMP, _STAMP_WORDS = 70, 12
_SENTENCES: Final = frozenset(
    ("p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6")
)
"""Blocks with other tags are hardly ever sentences that name a day."""
_HEAD, _TAIL = 6, 4
_PUNCTUATED: Final = 2  # a text is at most so much longer than its letters
_PARAGRAPH: Final = 80
_LONGEST_LIFE: Final = 450
_LONGEST_UPDATE: Final = 70
_LONGEST_RIGHTS: Final = 400
_LONGEST_CONTACT: Final = 250
_ADDRESS: Final = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}\.\w")
_LONGEST_SIGNATURE, _NAMES = 40, 5
_OPENING: Final = frozenset("([（【［")
_SHUT: Final = frozenset(")]）】］")
_IN_SENTENCES: Final = frozenset('!?:;()[]（）【】！？：；0123456789"”“»«„')
_LONGEST_CREDIT: Final = 80
_LONGEST_ASIDE: Final = 30
_RIGHTS: Final = re.compile(r"(?:©|\(c\)|copyright\b|&copy)", re.IGNORECASE)


def without_head(
    page: Page,
    chosen: list[int],
    head: tuple[str | None, ...],
    language: str | None = None,
) -> list[int]:
    """Drop what stands in fields of its own above the text.

    Args:
        page: The page.
        chosen: Indices of blocks, in order.
        head: Title, dek, kicker, byline and the like as printed, or None.
        language: BCP 47 tag, for dates in words.

    Returns:
        *chosen* without the blocks at its beginning that repeat one of them, or
        that are nothing but a date. A paragraph made like the one that follows
        it stays: a page may give the beginning of its text as its dek.
    """
    known = {_folded(text) for text in head if text}
    longest = _PUNCTUATED * max(map(len, known), default=0)
    start = chosen[:_HEAD]
    kept = [
        index
        for at, index in enumerate(start)
        if (
            not _is_head(page.blocks[index].text, known, longest)
            and not _is_date(page.blocks[index], language)
            and not _is_update(page.blocks[index].text)
            and not _is_aside(page.blocks[index].text)
        )
        or _begins_text(page, chosen, at)
    ]
    return kept + chosen[_HEAD:]


def _is_head(text: str, known: set[str], longest: int) -> bool:
    return len(text) <= longest and _folded(text) in known


def _begins_text(page: Page, chosen: Sequence[int], at: int) -> bool:
    """Return whether a long block is made like the next one, or is all there is."""
    blocks, boxes = page.blocks, page.boxes
    block = blocks[chosen[at]]
    if len(block.text) < _PARAGRAPH or block.tag in _HEADINGS:
        return False
    if at + 1 == len(chosen):
        return True
    box, other = block.box, blocks[chosen[at + 1]].box
    return (
        boxes.tag[box] == boxes.tag[other]
        and boxes.key[box] == boxes.key[other]
        and _stand_alike(page, boxes.parent[box], boxes.parent[other])
    )


def _stand_alike(page: Page, a: int, b: int) -> bool:
    """Return whether two boxes are one, or wrappers that are made alike in one box."""
    boxes = page.boxes
    if a == b:
        return True
    alike = boxes.tag[a] == boxes.tag[b] and boxes.key[a] == boxes.key[b] != ""
    return alike and boxes.parent[a] == boxes.parent[b]


_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def _is_date(block: TextBlock, language: str | None) -> bool:
    """Return whether a short block is a date or time and little else."""
    text = block.text
    longest, words = _LONGEST_DATE, _DATE_WORDS
    if block.tag not in _SENTENCES:
        longest, words = _LONGEST_STAMP, _STAMP_WORDS
    if len(text) > longest or not any(map(str.isdigit, text)):
        return False
    if len(text.split()) > words:
        return False
    return read_moment(text, language=language).value is not None


def _is_aside(text: str) -> bool:
    """Return whether a short line is a button's word: "Share", "Print"."""
    if len(text) > _LONGEST_ASIDE:
        return False
    head, rest = head_of(text)
    return not rest and head in words_of("aside")


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def without_tail(page: Page, chosen: list[int], authors: Sequence[str]) -> list[int]:
    """Drop what stands below the text: lives of its authors, rights, credits.

    Args:
        page: The page.
        chosen: Indices of blocks, in order.
        authors: Names of the authors.

    Returns:
        *chosen* without such blocks at its end; never all of it.
    """
    names = tuple(name.casefold() for name in authors if " " in name)
    tail = chosen[max(1, len(chosen) - _TAIL) :]
    dropped = {i for i in tail if _is_below(page.blocks[i], names)}
    rest = [i for i in tail if i not in dropped]
    if rest and _is_signature(page.blocks[rest[-1]].text):
        dropped.add(rest[-1])
    return [i for i in chosen if i not in dropped] if dropped else chosen


def _is_below(block: TextBlock, names: tuple[str, ...]) -> bool:
    text = block.text
    if len(text) > _LONGEST_LIFE:
        return False
    if text[:60].casefold().startswith(names) and block.tag not in _HEADINGS:
        return True
    return (
        (len(text) <= _LONGEST_RIGHTS and _RIGHTS.match(text) is not None)
        or (len(text) <= _LONGEST_CONTACT and _is_contact(text))
        or _is_credit(text)
        or _is_aside(text)
        or _is_update(text)
    )


def _is_signature(text: str) -> bool:
    """Return whether a line holds nothing but names or letters in brackets: "(abc/xy)"."""
    if len(text) > _LONGEST_SIGNATURE or text[0] not in _OPENING:
        return False
    inner = text.strip("()[]（）【】［］ .")
    if len(inner.split()) > _NAMES or not any(map(str.isalpha, inner)):
        return False
    return not any(c in _IN_SENTENCES for c in inner) and text.rstrip(" .")[-1] in _SHUT


def _is_credit(text: str) -> bool:
    """Return whether a short line names who took the picture or wrote the text."""
    if len(text) <= _LONGEST_CREDIT and (is_credit(text) or is_byline(text)):
        return length_of(text) <= _LONGEST_CREDIT
    return False


def _is_contact(text: str) -> bool:
    """Return whether a line says where to write, or asks to follow or subscribe."""
    if asks_for_more(text) or ("@" in text and _ADDRESS.search(text) is not None):
        return length_of(text) <= _LONGEST_CONTACT
    return False


def _is_update(text: str) -> bool:
    """Return whether a short line says when the text was changed."""
    if len(text) > _LONGEST_UPDATE or not any(map(str.isdigit, text)):
        return False
    first = text.split(None, 1)[0].rstrip(":").casefold()
    if first in words_of("updated"):
        return True
    return head_of(text)[0] in words_of("published")
