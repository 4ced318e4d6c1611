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
_PREFIX, _LONG_PREFIX = 2, 7
_MOST: Final = 0.5
"""Share of the text that notes may take: on some pages they are the subject."""
_BRACKETS: Final = "([{（［【〔*_-–—•†■▪ "
_LABEL: Final = re.compile(r"[^:：\]）】〕—–]{2,60}(?=\s{0,2}[:：\]）】〕—–])")
_DATED: Final = re.compile(r"[^:,(（]{2,60}(?=\s?[,(（][^:]{0,30}\d[^:]{0,30}(?::|$))")
_DAY: Final = re.compile(r"[^\W\d_]{4,30}(?=\s\d{1,2}\.?[\s./][^:]{2,25}:)")
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
def _starts() -> tuple[frozenset[str], frozenset[str]]:
    """Return how labels begin, as written: long ones and short ones.

    Few texts begin like that, so that few are looked at closely.
    """
    labels = _labels()
    long = {label[:_LONG_PREFIX] for label in labels if len(label) >= _LONG_PREFIX}
    short = {label[:_PREFIX] for label in labels if len(label) < _LONG_PREFIX}
    return _as_written(long), _as_written(short)


def _as_written(starts: set[str]) -> frozenset[str]:
    forms = (str.casefold, str.capitalize, str.title, str.upper)
    return frozenset(form(start) for start in starts for form in forms)


def kind_of_note(text: str) -> NoteKind | None:
    """Return what kind of note *text* says to be, or None.

    Args:
        text: A whole block.
    """
    start = text
    if text[0] in _BRACKETS:
        start = text[:_LONGEST_LABEL].lstrip(_BRACKETS)
    long, short = _starts()
    if start[:_LONG_PREFIX] not in long and start[:_PREFIX] not in short:
        return None
    start = start[:_LONGEST_LABEL].casefold()
    labels = _labels()
    for pattern in (_LABEL, _DOTTED, _DATED, _DAY):
        match = pattern.match(start)
        if match and (kind := labels.get(match[0].strip(" *_"))):
            return kind
    return next(
        (k for p, k in _openings() if start.startswith(p[:_LONGEST_LABEL])), None
    )


class _NoteBoxes:
    """What kind of note each box holds by its class words, found on demand."""

    __slots__ = ("_keys", "_known", "_parents")

    def __init__(self, page: Page) -> None:
        self._keys = page.boxes.key
        self._parents = page.boxes.parent
        self._known: dict[int, NoteKind | None] = {-1: None}

    def of(self, box: int) -> NoteKind | None:
        """Return the kind of note that *box* or the one around it holds."""
        if self._keys[box] and (kind := self._by_key(box)):
            return kind
        parent = self._parents[box]
        if parent not in self._known:
            self._known[parent] = self._by_key(parent)
        return self._known[parent]

    def _by_key(self, box: int) -> NoteKind | None:
        key = self._keys[box]
        if any([hint in key for hint in _HINTS]):  # noqa: C419 - a list is quicker
            return next((k for p, k in _BOXES if p.search(key)), None)
        return None


_HINTS: Final = ("correct", "note", "discl", "clarif", "errat", "corrig")


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
    blocks, boxes = page.blocks, _NoteBoxes(page)
    inside = frozenset(chosen)
    found: dict[int, NoteKind] = {}
    first, last = max(chosen[0] - _ABOVE, 0), min(chosen[-1] + _BELOW, len(blocks) - 1)
    for index in range(first, last + 1):
        block = blocks[index]
        text = block.text
        if index in found or len(text) > _LONGEST or 2 * block.link_chars > len(text):
            continue
        kind = kind_of_note(text)
        if kind is None and index in inside:
            kind = boxes.of(block.box)
        if kind is not None:
            found[index] = kind
            if len(text) <= _LONGEST_LABEL and index + 1 in inside:
                found[index + 1] = kind  # a label alone: the note follows
    size = sum(len(blocks[index].text) for index in found if index in inside)
    whole = sum(len(blocks[index].text) for index in chosen)
    return found if size <= _MOST * whole else {}
