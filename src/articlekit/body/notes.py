"""Notes of the newsroom beside the text: corrections, editors' notes, disclaimers.

They are told by how they begin, by a word list of many languages, or by the
class words of their box; and they stand in the text or close to its ends.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, cast

from articlekit.model.blocks import NoteKind
from articlekit.reading.page import Page
from articlekit.text.lexicons import table

_ABOVE, _BELOW = 4, 8
_LONGEST: Final = 1_500
_LONGEST_LABEL: Final = 60
_PREFIX: Final = 2
_MOST: Final = 0.5
"""Share of the text that notes may take: on some pages they are the subject."""
_BRACKETS: Final = "([{（［【〔*_-–—•†■▪ "
_LABEL: Final = re.compile(r"[^:：\]）】〕—–]{2,60}(?=\s{0,2}[:：\]）】〕—–])")
_DOTTED: Final = re.compile(r"[^.!?。]{2,60}(?=[.!?。]\s)")
_OPENING: Final = "…"
_BOXES: Final = (
    (re.compile(r"correction|corrigend|erratum|clarification"), NoteKind.CORRECTION),
    (re.compile(r"editor[a-z]{0,3}[-_]{0,2}note"), NoteKind.EDITOR),
    (re.compile(r"disclaimer|disclosure"), NoteKind.DISCLAIMER),
)


@cache
def _labels() -> dict[str, NoteKind]:
    """Return what notes begin with, case folded."""
    lists = cast("dict[str, dict[str, list[str]]]", table("notes"))
    return {
        phrase.casefold(): NoteKind(kind)
        for kinds in lists.values()
        for kind, phrases in kinds.items()
        for phrase in phrases
    }


@cache
def _openings() -> tuple[tuple[str, NoteKind], ...]:
    """Return the labels that need no colon: a sentence begins with them."""
    pairs = _labels().items()
    return tuple((p.rstrip(_OPENING), k) for p, k in pairs if p.endswith(_OPENING))


@cache
def _prefixes() -> frozenset[str]:
    """Return the first letters of all labels: few texts begin like that."""
    return frozenset(label[:_PREFIX] for label in _labels())


def kind_of_note(text: str) -> NoteKind | None:
    """Return what kind of note *text* says to be, or None.

    Args:
        text: A whole block.
    """
    start = text[:_LONGEST_LABEL].lstrip(_BRACKETS).casefold()
    if start[:_PREFIX] not in _prefixes() or len(text) > _LONGEST:
        return None
    labels = _labels()
    for pattern in (_LABEL, _DOTTED):
        match = pattern.match(start)
        if match and (kind := labels.get(match[0].strip(" *_"))):
            return kind
    return next(
        (k for p, k in _openings() if start.startswith(p[:_LONGEST_LABEL])), None
    )


def _kind_of_box(
    page: Page, box: int, known: dict[int, NoteKind | None]
) -> NoteKind | None:
    """Return what kind of note a box is by its class words, or None."""
    if box not in known:
        key = page.boxes.key[box]
        if (
            "correct" in key
            or "note" in key
            or "discl" in key
            or "clarif" in key
            or "err" in key
        ):
            known[box] = next((k for p, k in _BOXES if p.search(key)), None)
        else:
            known[box] = None
    return known[box]


def find_notes(page: Page, chosen: Sequence[int]) -> dict[int, NoteKind]:
    """Find the notes among the blocks of a body and close to its ends.

    Args:
        page: The page.
        chosen: Indices of the body's blocks, in order.

    Returns:
        Kinds by the index of their block, in order; empty where there are none
        or where they would be most of the text.
    """
    if not chosen:
        return {}
    blocks, parents = page.blocks, page.boxes.parent
    known: dict[int, NoteKind | None] = {-1: None}
    inside = frozenset(chosen)
    found: dict[int, NoteKind] = {}
    first, last = max(chosen[0] - _ABOVE, 0), min(chosen[-1] + _BELOW, len(blocks) - 1)
    for index in range(first, last + 1):
        block = blocks[index]
        if index in found or block.link_chars * 2 > len(block.text):
            continue
        kind = kind_of_note(block.text)
        if kind is None and index in inside and len(block.text) <= _LONGEST:
            kind = _kind_of_box(page, block.box, known) or _kind_of_box(
                page, parents[block.box], known
            )
        if kind is not None:
            found[index] = kind
            if len(block.text) <= _LONGEST_LABEL and index + 1 in inside:
                found[index + 1] = kind  # a label alone: the note follows
    size = sum(len(blocks[index].text) for index in found if index in inside)
    whole = sum(len(blocks[index].text) for index in chosen)
    return found if size <= _MOST * whole else {}
