"""What a block looks like: small numbers that the weights are indexed by.

All features are categories, so that a block's score is a sum of weights looked
up in one list. Training calls the same functions, so that a weight always
meets the feature it was learned on.
"""

import re
from bisect import bisect_right as _bin
from itertools import accumulate
from typing import Final

from articlekit.reading.page import HIDDEN, Boxes, Page, TextBlock

_WORD: Final = re.compile(r"[a-z]{2,}")
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
_FLAGS: Final = {
    tag: 1 << index
    for index, group in enumerate(
        (
            "article", "main", "aside", "nav", "header", "footer", "figure figcaption",
            "form fieldset", "table", "ul ol dl", "blockquote", "noscript", "section",
            "dialog", "button label",
        )
    )
    for tag in group.split()
}  # fmt: skip
_HIDDEN_FLAG: Final = 1 << 15
FLAG_COUNT: Final = 16
OUTSIDE: Final = _FLAGS["nav"] | _FLAGS["dialog"]
"""Flags of boxes whose blocks are never part of a body."""

# Lengths count a character of scripts without spaces as two and a half.
_WIDE: Final = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_LENGTHS: Final = (12, 25, 45, 80, 140, 240, 420)
_DIGIT: Final = re.compile(r"\d")
_ENDS: Final = frozenset(".!?…。！？।॥۔؟")
_CLOSERS: Final = "\"'”’»›)]」』*"
_SAMPLE: Final = 120
_SAMPLED: Final = 20
_LONG_TEXT: Final = 400
_LENGTH_BINS: Final = len(_LENGTHS) + 1

# Sizes of the groups of features, in the order of `active`.
_SIZES: Final = {
    "tag": 16 * _LENGTH_BINS,
    "linked": 5 * _LENGTH_BINS,
    "ending": 4 * _LENGTH_BINS,
    "commas": 4,
    "bold": 3 * 4,
    "digits": 4,
    "capitals": 4,
    "place": 10,
    "behind_title": 8,
    "before": 5 * _LENGTH_BINS,
    "after": 5 * _LENGTH_BINS,
    "siblings": 6 * 4,
    "share": 6 * 4,
    "outer_share": 6,
    "form_share": 6 * 4,
    "form_count": 6,
    "stated": 3 * 4,
    "repeated": 3,
    "titled": 4,
    "opening": 6,
    "marks": 4,
    "bias": 1,
}


def _bases() -> dict[str, int]:
    """Return where the weights of each group of features begin."""
    return dict(zip(_SIZES, (0, *accumulate(_SIZES.values())), strict=False))


BASES: Final = _bases()
WIDTH: Final = sum(_SIZES.values())
"""Number of weights that block features are indexed by."""


def key_tokens(key: str) -> set[str]:
    """Return the words of a box's key, whole and in letters alone."""
    return {*key.split(), *_WORD.findall(key)}


class Kinds:
    """Which kinds of box each box stands in, itself included; found on demand.

    Only a third of the boxes are ever asked for.

    Attributes:
        known: Flags by box, as far as they were asked for.
    """

    __slots__ = ("_boxes", "known")

    def __init__(self, boxes: Boxes) -> None:
        """Begin with nothing known."""
        self._boxes = boxes
        self.known: dict[int, int] = {-1: 0}

    def __getitem__(self, box: int) -> int:
        """Return the flags of *box*."""
        known, boxes = self.known, self._boxes
        path: list[int] = []
        while box not in known:
            path.append(box)
            box = boxes.parent[box]
        flags = known[box]
        for box in reversed(path):
            flags |= _FLAGS.get(boxes.tag[box], 0)
            if HIDDEN in boxes.key[box]:
                flags |= _HIDDEN_FLAG
            known[box] = flags
        return flags


def length_of(text: str) -> int:
    """Return the length of *text* in characters of a script with spaces."""
    if text.isascii():
        return len(text)
    wide = sum(map(len, _WIDE.findall(text)))
    return len(text) + wide + wide // 2


def _lengths(page: Page) -> list[int]:
    """Return the length of each block, see `length_of`."""
    sample = "".join([block.text[:_SAMPLED] for block in page.blocks])
    measure = length_of if _WIDE.search(sample) else len
    return [measure(block.text) for block in page.blocks]


def _linked_bin(share: float) -> int:
    return 0 if share == 0 else _bin((0.15, 0.4, 0.9), share) + 1


def _ending(text: str) -> int:
    last = text[-1]
    if last in _CLOSERS and len(text) > 1:
        last = text[-2] if text[-2] in _ENDS else last
    if last in _ENDS:
        return 0
    if last in ",;:":
        return 1
    return 2 if last in '"”»」' else 3


def _opening(text: str) -> int:
    first = text[0]
    if first.isupper():
        return 0
    if first.islower():
        return 1
    if first.isdigit():
        return 2
    if first in "“\"„«‘'「—–-":
        return 3
    return 4 if first.isalpha() else 5


class Measures:
    """What is measured of a page before its blocks are scored.

    Attributes:
        lengths: Length of each block, see `length_of`.
        length_bins: Bin of each length.
        linked_bins: Bin of each block's share of linked characters.
        plain: Characters of running text of each block.
        own: For each box, running text of the blocks whose parent box it is.
        counts: For each box, how many such blocks are long.
        forms: For each block what it is made like: tag and keys of its box and
            of the box around it. Paragraphs that each have a wrapper of their
            own have no parent in common, but a form.
        by_form: Running text and number of long blocks of each form.
        total: Running text of the page.
    """

    __slots__ = (
        "by_form", "counts", "forms", "length_bins", "lengths", "linked_bins", "own",
        "plain", "total",
    )  # fmt: skip

    def __init__(self, page: Page) -> None:
        """Measure *page*."""
        blocks, parents = page.blocks, page.boxes.parent
        self.lengths = _lengths(page)
        self.length_bins = [_bin(_LENGTHS, n) for n in self.lengths]
        self.linked_bins = [
            _linked_bin(b.link_chars / len(b.text)) if b.link_chars else 0
            for b in blocks
        ]
        self.plain = [
            n if n >= 45 and k < 3 else 0
            for n, k in zip(self.lengths, self.linked_bins, strict=True)
        ]
        self.own = [0] * len(parents)
        self.counts = [0] * len(parents)
        for block, plain in zip(blocks, self.plain, strict=True):
            if plain:
                parent = parents[block.box]
                self.own[parent] += plain
                self.counts[parent] += plain > 80
        self.total = sum(self.plain) or 1
        self._count_forms(page)

    def _count_forms(self, page: Page) -> None:
        keys, parents = page.boxes.key, page.boxes.parent
        self.forms = [(b.tag, keys[b.box], keys[parents[b.box]]) for b in page.blocks]
        self.by_form: dict[tuple[str, str, str], tuple[int, int]] = {}
        for form, plain in zip(self.forms, self.plain, strict=True):
            if plain:
                text, count = self.by_form.get(form, (0, 0))
                self.by_form[form] = (text + plain, count + (plain > 80))


def may_be_text(page: Page, measures: Measures, kinds: Kinds) -> list[int]:
    """Return the blocks that are worth a look, in order.

    Left out are navigation, buttons, and short links beside other links: two
    thirds of a usual page, and hardly ever part of a text.
    """
    linked, lengths = measures.linked_bins, measures.lengths
    last = len(linked) - 1
    known = kinds.known
    found: list[int] = []
    for index, block in enumerate(page.blocks):
        if linked[index] == _ALL_LINKED and lengths[index] < _SHORT_LINK:
            before = linked[index - 1] if index else 0
            after = linked[index + 1] if index < last else 0
            if before >= _MOSTLY_LINKED or after >= _MOSTLY_LINKED:
                continue
        if block.tag in _CONTROLS:
            continue
        flags = known.get(block.box)
        if flags is None:
            flags = kinds[block.box]
        if flags & OUTSIDE or (flags & _FOOTER and lengths[index] < _SHORT_FOOTER):
            continue
        found.append(index)
    return found


_ALL_LINKED, _MOSTLY_LINKED = 4, 3
_SHORT_LINK, _SHORT_FOOTER = 100, 60
_CONTROLS: Final = frozenset(("button", "label", "form"))
_FOOTER: Final = _FLAGS["footer"]


class Context:
    """What the page says of itself, to hold the blocks against.

    Attributes:
        title: Words of the title, lower case.
        title_block: Index of the block that holds the title, or -1.
        stated: The text that JSON-LD gives as the body, white space taken out.
        seen: How often each text stands on the page.
    """

    __slots__ = ("seen", "stated", "title", "title_block")

    def __init__(self, page: Page, title: str | None, stated: str) -> None:
        """Look at *page*, whose title and stated body are known or not."""
        self.title = frozenset((title or "").lower().split())
        self.stated = "".join(stated.split())
        self.seen: dict[str, int] = {}
        for block in page.blocks:
            self.seen[block.text] = self.seen.get(block.text, 0) + 1
        self.title_block = self._find_title(page, title)

    def _find_title(self, page: Page, title: str | None) -> int:
        if title:
            folded, length = title.casefold(), len(title)
            best = -1
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

    def stated_bin(self, text: str) -> int:
        """Return 0 where nothing is stated, 1 where *text* is in it, else 2."""
        if not self.stated:
            return 0
        return 1 if "".join(text.split())[:200] in self.stated else 2

    def titled_bin(self, text: str, length: int) -> int:
        """Return how much of a short *text* stands in the title."""
        if length > 200 or not self.title:
            return 0
        words = text.lower().split()
        share = len(self.title.intersection(words)) / len(words)
        return _bin((0.3, 0.7, 0.99), share)


_HEADS: Final = frozenset(("h1", "h2", "h3", "div", "p"))


def active(page: Page, index: int, m: Measures, c: Context) -> tuple[int, ...]:
    """Return the features of a block: indices into the list of weights."""
    blocks, boxes = page.blocks, page.boxes
    block: TextBlock = blocks[index]
    text, size = block.text, m.length_bins[index]
    coarse = size // 2
    length = len(text)
    last = len(blocks) - 1
    before = _side(m, index - 1) if index else 0
    after = _side(m, index + 1) if index < last else 0
    parent = boxes.parent[block.box]
    outer = boxes.parent[parent] if parent >= 0 else -1
    digits = len(_DIGIT.findall(text[:_SAMPLE])) if length < _LONG_TEXT else 0
    bold = _bin((0.01, 0.9), block.bold_chars / length) if block.bold_chars else 0
    own = m.own[parent] if parent >= 0 else 0
    around = m.own[outer] if outer >= 0 else 0
    formed, alike = m.by_form.get(m.forms[index], (0, 0))
    return (
        _TAG + _TAGS.get(block.tag, _OTHER_TAG) * 8 + size,
        _LINKED + m.linked_bins[index] * 8 + size,
        _ENDING + _ending(text) * 8 + size,
        _COMMAS + min(text.count(",") + text.count("、") + text.count("،"), 3),
        _BOLD + bold * 4 + coarse,
        _DIGITS + _bin((0.01, 0.1, 0.3), digits / min(length, _SAMPLE)),
        _CAPITALS + _capitals(text),
        _PLACE + 10 * index // (last + 1),
        _BEHIND + _behind(index, c.title_block),
        _BEFORE + before,
        _AFTER + after,
        _SIBLINGS + min(m.counts[parent] if parent >= 0 else 0, 5) * 4 + coarse,
        _SHARE + _bin((0.01, 0.05, 0.15, 0.4, 0.7), own / m.total) * 4 + coarse,
        _OUTER + _bin((0.01, 0.05, 0.15, 0.4, 0.7), around / m.total),
        _FORM_SHARE + _bin((0.01, 0.05, 0.15, 0.4, 0.7), formed / m.total) * 4 + coarse,
        _FORM_COUNT + min(alike, 5),
        _STATED + c.stated_bin(text) * 4 + coarse,
        _REPEATED + min(c.seen[text] - 1, 2),
        _TITLED + c.titled_bin(text, length),
        _OPENING + _opening(text),
        _MARKS + min(len(block.marks), 3),
        _BIAS,
    )


def _capitals(text: str) -> int:
    words = text[:_SAMPLE].split()
    upper = sum([w[0].isupper() for w in words])
    return _bin((0.12, 0.3, 0.7), upper / len(words))


def _behind(index: int, title: int) -> int:
    if title < 0:
        return 0
    return 1 + _bin((0, 1, 3, 8, 25, 60), index - title)


def _side(m: Measures, index: int) -> int:
    return m.linked_bins[index] * 8 + m.length_bins[index]


_TAG: Final = BASES["tag"]
_LINKED: Final = BASES["linked"]
_ENDING: Final = BASES["ending"]
_COMMAS: Final = BASES["commas"]
_BOLD: Final = BASES["bold"]
_DIGITS: Final = BASES["digits"]
_CAPITALS: Final = BASES["capitals"]
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
_TITLED: Final = BASES["titled"]
_OPENING: Final = BASES["opening"]
_MARKS: Final = BASES["marks"]
_BIAS: Final = BASES["bias"]


def extras(page: Page, index: int, context: Context, flags: Kinds) -> tuple[float, ...]:
    """Return what the second look wants to know of the block itself."""
    block = page.blocks[index]
    text = block.text
    kinds = flags[block.box]
    behind = index - context.title_block if context.title_block >= 0 else -1
    return (
        _TAGS.get(block.tag, _OTHER_TAG),
        _ending(text),
        _opening(text),
        context.stated_bin(text),
        block.bold_chars / len(text),
        min(context.seen[text], 3),
        kinds & _FLAGS["figure"] > 0,
        kinds & _FLAGS["ul"] > 0,
        kinds & _FLAGS["aside"] > 0,
        behind,
    )
