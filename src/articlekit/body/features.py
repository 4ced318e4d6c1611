"""What a block looks like: small numbers that the weights are indexed by.

All features are categories, so that a block's score is a sum of weights looked
up in one list. Training runs the same code over a list of one-column tuples
instead of weights: their sum is the tuple of the columns that were looked up, so
a weight always meets the feature that it was learned on.
"""

# ruff: noqa: FURB136 - a call costs more than a comparison, once a block

import re
from bisect import bisect_right as _bin
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, Generic, TypeVar

from articlekit.body.measures import LENGTH_BINS, Form, Measures
from articlekit.reading.page import Page

T = TypeVar("T", float, tuple[int, ...])

_TAGS: Final = {
    tag: index
    for index, group in enumerate(
        (
            "p", "li", "h1", "h2", "h3", "h4 h5 h6", "div", "td th", "blockquote",
            "figcaption", "section article main", "dt dd", "pre", "button label form",
            "header footer nav aside",
        )
    )
    for tag in group.split()
}  # fmt: skip
_OTHER_TAG: Final = 15

_DIGIT: Final = re.compile(r"\d")
_SENTENCE_ENDS: Final = frozenset(".!?…。！？।॥۔؟")
_CLOSERS: Final = frozenset("\"'”’»›)]」』*")
_NO_ENDING: Final = 3
_ENDINGS: Final = (
    dict.fromkeys(_SENTENCE_ENDS, 0)
    | dict.fromkeys(",;:", 1)
    | dict.fromkeys('"”»」', 2)
)
_SAMPLE: Final = 120
_LONG_TEXT: Final = 400

# Sizes of the groups of features.
_SIZES: Final = {
    "tag": 16 * LENGTH_BINS,
    "linked": 5 * LENGTH_BINS,
    "ending": 4 * LENGTH_BINS,
    "commas": 4,
    "digits": 4,
    "place": 10,
    "behind_title": 8,
    "before": 5 * LENGTH_BINS,
    "after": 5 * LENGTH_BINS,
    "siblings": 6 * 4,
    "share": 6 * 4,
    "outer_share": 6,
    "form_share": 6 * 4,
    "form_count": 6,
    "stated": 3 * 4,
    "repeated": 3,
    "bias": 1,
}


def _bases() -> dict[str, int]:
    """Return where the weights of each group of features begin."""
    return dict(zip(_SIZES, (0, *accumulate(_SIZES.values())), strict=False))


BASES: Final = _bases()
WIDTH: Final = sum(_SIZES.values())
"""Number of weights that block features are indexed by."""


class Context:
    """What the page says of itself, to hold the blocks against.

    Attributes:
        title_block: Index of the block that holds the title, or -1.
        stated: The text that JSON-LD gives as the body, white space taken out.
    """

    __slots__ = ("stated", "title_block")

    def __init__(self, page: Page, title: str | None, stated: str) -> None:
        """Look at *page*, whose title and stated body are known or not."""
        self.stated = "".join(stated.split())
        self.title_block = _find_title(page, title)

    def stated_bin(self, text: str) -> int:
        """Return 0 where nothing is stated, 1 where *text* is in it, else 2."""
        if not self.stated:
            return 0
        return 1 if "".join(text.split())[:200] in self.stated else 2


_HEADS: Final = frozenset(("h1", "h2", "h3", "div", "p"))


def _find_title(page: Page, title: str | None) -> int:
    """Return the block that holds the title, or -1."""
    best = -1
    if title:
        folded, length = title.casefold(), len(title)
        for index, block in enumerate(page.blocks):
            if len(block.text) != length or block.tag not in _HEADS:
                continue
            if block.text.casefold() == folded:
                if block.tag == "h1":
                    return index
                best = index if best < 0 else best
    if best >= 0:
        return best
    heads = [i for i, b in enumerate(page.blocks) if b.tag == "h1"]
    return heads[0] if len(heads) == 1 else -1


def ending_of(text: str) -> int:
    """Return how *text* ends: with a sentence, a pause, a quotation, or not."""
    last = text[-1]
    if last in _CLOSERS and len(text) > 1 and text[-2] in _SENTENCE_ENDS:
        return 0
    return _ENDINGS.get(last, _NO_ENDING)


def tag_of(tag: str) -> int:
    """Return the number of the group that *tag* is in."""
    return _TAGS.get(tag, _OTHER_TAG)


def first_sums(
    page: Page,
    measures: Measures,
    context: Context,
    *,
    weights: Sequence[T],
    indices: Sequence[int],
) -> list[T]:
    """Sum the weights of some blocks, each looked at for itself.

    Args:
        page: The page.
        measures: What was measured of it.
        context: What it says of itself.
        weights: Weights by column, or for each column the tuple of its number.
        indices: Which blocks.

    Returns:
        A sum for each of *indices*: a number, or the columns looked up.
    """
    w: Sequence[T] = weights
    m: Measures = measures
    blocks, parents = page.blocks, page.boxes.parent
    shares = _Shares(page, m, w)
    linked, sizes, last = (*m.linked_bins, 0), (*m.length_bins, 0), len(blocks)
    title, foreign = context.title_block, not all(map(str.isascii, m.texts))
    stated = context.stated_bin if context.stated else None
    sums: list[T] = []
    for index in indices:
        block = blocks[index]
        text, size, box = block.text, sizes[index], block.box
        coarse, seen = size >> 1, m.seen[text]
        commas = text.count(",") + (_foreign_commas(text) if foreign else 0)
        digits = len(_DIGIT.findall(text, 0, _SAMPLE)) if len(text) < _LONG_TEXT else 0
        if digits:
            digits = _bin(_DIGIT_SHARES, digits / min(len(text), _SAMPLE))
        siblings, share, rest = shares.of_parent(parents[box])
        formed, more = shares.of_form(m.form_of(box))
        sums.append(
            w[_TAG + _TAGS.get(block.tag, _OTHER_TAG) * LENGTH_BINS + size]
            + w[_LINKED + linked[index] * LENGTH_BINS + size]
            + w[_ENDING + ending_of(text) * LENGTH_BINS + size]
            + w[_COMMAS + (commas if commas < 3 else 3)]
            + w[_DIGITS + digits]
            + w[_STATED + (stated(text) * 4 if stated else 0) + coarse]
            + w[_PLACE + 10 * index // last]
            + w[_BEHIND + (1 + _bin(_DISTANCES, index - title) if title >= 0 else 0)]
            + w[_BEFORE + linked[index - 1] * LENGTH_BINS + sizes[index - 1]]
            + w[_AFTER + linked[index + 1] * LENGTH_BINS + sizes[index + 1]]
            + w[_REPEATED + (seen - 1 if seen < 3 else 2)]
            + w[siblings + coarse]
            + w[share + coarse]
            + w[formed + coarse]
            + rest
            + more
        )
    return sums


class _Shares(Generic[T]):
    """The columns that all blocks of a parent or of a form have in common."""

    __slots__ = ("_by_form", "_by_parent", "_m", "_parents", "_w")

    def __init__(self, page: Page, measures: Measures, weights: Sequence[T]) -> None:
        self._parents = page.boxes.parent
        self._m = measures
        self._w: Sequence[T] = weights
        self._by_parent: dict[int, tuple[int, int, T]] = {}
        self._by_form: dict[Form, tuple[int, T]] = {}

    def of_parent(self, parent: int) -> tuple[int, int, T]:
        """Return two columns for the smallest size, and a weight for all sizes."""
        found = self._by_parent.get(parent)
        if found is None:
            m = self._m
            outer = self._parents[parent] if parent >= 0 else -1
            found = self._by_parent[parent] = (
                _SIBLINGS + min(m.counts.get(parent, 0), 5) * 4,
                _SHARE + _bin(_SHARES, m.own.get(parent, 0) / m.total) * 4,
                self._w[_OUTER + _bin(_SHARES, m.own.get(outer, 0) / m.total)],
            )
        return found

    def of_form(self, form: Form) -> tuple[int, T]:
        """Return a column for the smallest size, and a weight for all sizes."""
        found = self._by_form.get(form)
        if found is None:
            text, alike = self._m.by_form.get(form, _NONE)
            share = _bin(_SHARES, text / self._m.total)
            bias, count = self._w[_BIAS], self._w[_FORM_COUNT + min(alike, 5)]
            found = self._by_form[form] = (_FORM_SHARE + share * 4, bias + count)
        return found


def _foreign_commas(text: str) -> int:
    return text.count("、") + text.count("،")


_NONE: Final = (0, 0)
_SHARES: Final = (0.01, 0.05, 0.15, 0.4, 0.7)
_DIGIT_SHARES: Final = (0.01, 0.1, 0.3)
_DISTANCES: Final = (0, 1, 3, 8, 25, 60)

_TAG: Final = BASES["tag"]
_LINKED: Final = BASES["linked"]
_ENDING: Final = BASES["ending"]
_COMMAS: Final = BASES["commas"]
_DIGITS: Final = BASES["digits"]
_PLACE: Final = BASES["place"]
_BEHIND: Final = BASES["behind_title"]
_BEFORE: Final = BASES["before"]
_AFTER: Final = BASES["after"]
_SIBLINGS: Final = BASES["siblings"]
_SHARE: Final = BASES["share"]
_OUTER: Final = BASES["outer_share"]
_FORM_SHARE: Final = BASES["form_share"]
_FORM_COUNT: Final = BASES["form_count"]
_STATED: Final = BASES["stated"]
_REPEATED: Final = BASES["repeated"]
_BIAS: Final = BASES["bias"]
