"""From the pieces of text with a picture to its caption and its credit."""

import html
import re
from collections.abc import Iterator
from typing import Final

import attrs

from articlekit.model.image import ImageCredit
from articlekit.pictures.captions import (
    begins_with_label,
    looks_like_credit,
    split_caption,
    without_last_label,
)
from articlekit.pictures.credits import parse_credit
from articlekit.pictures.hints import CAPTION, CREDIT, UI, says
from articlekit.pictures.lexicon import lexicon
from articlekit.pictures.strength import is_sentence
from articlekit.reading.page import Mark, Picture, TextBlock
from articlekit.text.spaces import fold_spaces

_LONGEST: Final = 400
_LONGEST_LABEL: Final = 40
_AROUND: Final = " ,:،，、"
_HALF: Final = 0.5
_SURE: Final = 0.9
_TAG: Final = re.compile(r"<[^<>]{0,500}>")
_CREDIT_ATTRIBUTES: Final = (
    "data-credit", "data-credits", "data-copyright", "data-photographer", "data-image-credit", "credit",
    "data-caption-credit", "data-source", "copyright", "data-byline", "data-author",
)  # fmt: skip
_CAPTION_ATTRIBUTES: Final = (
    "data-caption", "data-image-caption", "caption", "data-description", "data-sub-html",
)  # fmt: skip

Part = tuple[int, str, str]
"""Index of a block, "caption" or "credit", and a text in it."""


@attrs.frozen
class Words:
    """What stands with a picture.

    Attributes:
        caption: Caption without credit, or None.
        credit: The credit, or None.
        blocks: Indices of the blocks that it was read from.
        teaser: Whether they are the headline of another story.
    """

    caption: str | None = None
    credit: ImageCredit | None = None
    blocks: tuple[int, ...] = ()
    teaser: bool = False


def marked_parts(block: TextBlock, role: str) -> Iterator[tuple[str, str]]:
    """Cut the classed credits out of a block."""
    if role == "credit" or not block.marks:
        yield from ((role, line) for line in _lines(block) if line)
        return
    if spoken := _spoken(block):
        yield from spoken
        return
    start, text = 0, block.text
    for mark in block.marks:
        if mark.start >= start and _says_credit(mark, text):
            yield role, text[start : mark.start].strip()
            yield "credit", text[mark.start : mark.end].strip()
            start = mark.end
    if start:
        yield role, text[start:].strip()
    else:
        yield from ((role, line) for line in _lines(block) if line)


def _spoken(block: TextBlock) -> list[tuple[str, str]]:
    """Read a block that a label for screen readers alone begins, or return nothing."""
    first = block.marks[0]
    if first.start or first.first != first.last or not says(first.key) & UI:
        return []
    label, rest = block.text[: first.end].strip(_AROUND), block.text[first.end :]
    if not label or not rest.strip() or len(label) > _LONGEST_LABEL:
        return []
    role = "credit" if label.casefold() in lexicon().labels else "caption"
    return [(role, rest.strip(_AROUND))]


def _says_credit(mark: Mark, text: str) -> bool:
    """Return whether the words of *mark* say that its text is a credit."""
    if mark.last != mark.first:
        return False
    if mark.tag == "cite" and mark.end == len(text):
        # A work is named within its sentence.
        return not mark.start or looks_like_credit(text[mark.start :])
    said = says(mark.key)
    if said & CREDIT and said & CAPTION:
        return looks_like_credit(text[mark.start : mark.end])
    return said & CREDIT != 0


def _lines(block: TextBlock) -> Iterator[str]:
    """Yield the lines of a block."""
    start = 0
    for stop in block.breaks:
        yield block.text[start:stop].strip()
        start = stop
    yield block.text[start:].strip()


def read_parts(parts: list[Part], language: str | None) -> Words:
    """Make caption and credit of the parts of one picture's words."""
    blocks = tuple(dict.fromkeys(at for at, _, _ in parts))
    captions = list(dict.fromkeys(t for _, part, t in parts if part == "caption" and t))
    credits_ = list(dict.fromkeys(t for _, part, t in parts if part == "credit" and t))
    if not credits_:
        return _joined(captions, language, blocks)
    extra, credit = _credit_element(" ".join(credits_), language)
    caption = " ".join(captions) or extra
    if caption and credit:
        caption = _beside(caption, credit, language)
    return Words(caption or None, credit, blocks)


def _beside(caption: str, credit: ImageCredit, language: str | None) -> str | None:
    """Return *caption*, which stands beside the element of *credit*, without it."""
    rest, second = split_caption(caption, language=language)
    if second is None or second.confidence >= _SURE or _agree(second, credit):
        caption = rest or ""
    return without_last_label(caption) or None


def _agree(a: ImageCredit, b: ImageCredit) -> bool:
    """Return whether two credits share a name."""
    names = {*a.photographers, *a.agencies, *a.via}
    return not names.isdisjoint((*b.photographers, *b.agencies, *b.via))


def _credit_element(
    text: str, language: str | None
) -> tuple[str | None, ImageCredit | None]:
    """Read an element that says that it is a credit."""
    if not begins_with_label(text):
        caption, credit = split_caption(text, language=language)
        if is_sentence(text) or (caption and credit and credit.confidence > _HALF):
            return caption, credit
    whole = parse_credit(text, language=language)
    return (None, whole) if whole.text and len(whole.text) <= _LONGEST else (None, None)


def _joined(
    captions: list[str], language: str | None, blocks: tuple[int, ...]
) -> Words:
    """Read words that no element tells apart: the last or first line may be the credit."""
    if len(captions) > 1:
        for at in (-1, 0):
            if looks_like_credit(captions[at]):
                rest = captions[:-1] if at else captions[1:]
                caption, _ = split_caption(" ".join(rest), language=language)
                return Words(
                    caption, parse_credit(captions[at], language=language), blocks
                )
    caption, credit = split_caption(" ".join(captions), language=language)
    return Words(caption, credit, blocks)


def words_of_attributes(picture: Picture, language: str | None) -> Words:
    """Return caption and credit that a picture's own attributes hold."""
    found = picture.attrs
    credit = next((found[n] for n in _CREDIT_ATTRIBUTES if found.get(n)), None)
    caption = next((found[n] for n in _CAPTION_ATTRIBUTES if found.get(n)), None)
    if caption:
        caption = fold_spaces(html.unescape(_TAG.sub(" ", caption[: 2 * _LONGEST])))
    if credit:
        return Words(caption, _credit_element(credit, language)[1])
    if caption:
        return Words(*split_caption(caption, language=language))
    return _of_alt(found.get("alt") or "", found.get("title") or "", language)


def _of_alt(alt: str, title: str, language: str | None) -> Words:
    """Return the credit that an alternative text ends with, where a label says so."""
    for text in (alt, title):
        if any(mark in text for mark in ":©/(") and len(text) <= _LONGEST:
            _, credit = split_caption(text, language=language)
            if credit and credit.confidence >= _SURE and credit.raw != credit.text:
                return Words(None, credit)
    return Words()
