"""What stands with a picture: its caption and its credit."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Final

import attrs

from articlekit.model.image import ImageCredit
from articlekit.pictures.captions import (
    begins_with_label,
    is_sentence,
    looks_like_credit,
    split_caption,
    without_last_label,
)
from articlekit.pictures.credits import parse_credit
from articlekit.pictures.hints import CAPTION, CREDIT, FRAME, FRAMED, MEDIA, UI, says
from articlekit.pictures.zone import Zone, leads_elsewhere
from articlekit.reading.page import Picture, TextBlock

_TIME_CODE: Final = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d\d\b")
_UI_TAGS: Final = frozenset(("address", "button", "nav", "form", "label", "select"))
_BYLINE: Final = re.compile(r"(?:Von|By|Par|Por|Di|Door|Av|Af|Text)\b:? [A-ZÀ-Þ]", re.IGNORECASE)
_COUNT: Final = re.compile(r"(?:\w{2,9} )?(?:all )?\d{1,4} \w{3,10}", re.IGNORECASE)
_HEADINGS: Final = frozenset(("h1", "h2", "h3"))
_FEW: Final = 2
_FIGURES: Final = frozenset(("figure",))
_LINKED: Final = 0.8
_HALF: Final = 0.5
_MOST_IN_FIGURE: Final = 4
_MOST_LEVELS: Final = 6
_MOST_BLOCKS: Final = 12
_MOST_TEXT: Final = 1_500
_LONGEST: Final = 400
_SHORT: Final = 200
_CREDIT_ATTRIBUTES: Final = (
    "data-credit", "data-credits", "data-copyright", "data-photographer", "data-image-credit", "credit",
    "data-caption-credit", "data-source", "copyright", "data-byline", "data-author",
)  # fmt: skip
_CAPTION_ATTRIBUTES: Final = ("data-caption", "data-image-caption", "caption", "data-description", "data-sub-html")


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


class Surroundings:
    """The text around the pictures of an article."""

    def __init__(self, zone: Zone, kept: list[tuple[Picture, str]]) -> None:
        """Note which boxes hold which of the *kept* pictures, (picture, key) each."""
        self.zone = zone
        self.page = zone.page
        self.keys: dict[int, set[str]] = {}
        self.kept = kept
        for picture, key in kept:
            for level, box in enumerate(self.page.boxes.around(picture.box)):
                self.keys.setdefault(box, set()).add(key)
                if level >= _MOST_LEVELS:
                    break

    @cached_property
    def after(self) -> Counter[str]:
        """Count the forms of the blocks that stand right under pictures."""
        return Counter(self._form(picture.block) for picture, _ in self.kept)

    @cached_property
    def usual_body(self) -> str:
        """Tag and words of the boxes that most of the body stands in."""
        forms = Counter(self._form(at) for at in self.zone.blocks)
        return forms.most_common(1)[0][0]

    def _is_body(self, at: int) -> bool:
        """Return whether block *at* is running text of the body."""
        return at in self.zone.body and not self._named(at)

    def _form(self, at: int) -> str:
        """Return tag and words of the box of block *at*."""
        if at >= len(self.page.blocks):
            return ""
        block = self.page.blocks[at]
        return f"{block.tag}{self.page.boxes.key[block.box]}"

    def _named(self, at: int) -> bool:
        """Return whether the box of block *at* says that it holds a caption or a credit."""
        box = self.page.blocks[at].box
        tag, key = self.page.boxes.tag[box], self.page.boxes.key[box]
        if tag == "figcaption" or not key or tag == "figure":
            return tag == "figcaption"
        said = says(key)
        return said & CAPTION != 0 and said & FRAMED != 0 or (said & CREDIT != 0 and said & FRAMED != 0)

    def of(self, picture: Picture, language: str | None) -> Words:
        """Return caption and credit of *picture*."""
        for box in self._containers(picture):
            found = self._read(list(self._parts(box)), language)
            if found.caption or found.credit or found.teaser:
                return found
        return self._read(list(self._following(picture)), language)

    def _read(self, parts: list[tuple[int, str, str]], language: str | None) -> Words:
        if not parts:
            return Words()
        captions = [(at, text) for at, part, text in parts if part == "caption"]
        if any(_TIME_CODE.match(text) or self._leads_away(at) for at, text in captions):
            return Words(teaser=True)
        return _read(parts, language)

    def _leads_away(self, at: int) -> bool:
        """Return whether block *at* is the linked headline of another story."""
        block = self.page.blocks[at]
        if block.link_chars <= _HALF * len(block.text):
            return False
        return any(leads_elsewhere(self.page, mark, self.zone.base) for mark in block.links[:1])

    def _containers(self, picture: Picture) -> Iterator[int]:
        """Yield the boxes that may hold the words of *picture*, the smallest first."""
        boxes = self.page.boxes
        for level, box in enumerate(boxes.around(picture.box)):
            if level >= _MOST_LEVELS or box in self.zone.around:
                return
            first, last = boxes.first[box], boxes.last[box]
            figure = boxes.tag[box] == "figure" or (
                level <= _FEW and last - first <= _FEW + 1 and says(boxes.key[box]) & FRAME != 0
            )
            shared = len(self.keys.get(box, ())) > (_MOST_IN_FIGURE if figure else 1)
            if shared or self._holds_body(first, last, figure=figure):
                return
            if first < last <= first + _MOST_BLOCKS:
                yield box

    def _holds_body(self, first: int, last: int, *, figure: bool) -> bool:
        """Return whether running text of the body stands in these blocks."""
        if last - first > _MOST_BLOCKS:
            return True
        if figure:
            return False
        return any(at == self.zone.title or self._is_body(at) for at in range(first, last))

    def _following(self, picture: Picture) -> Iterator[tuple[int, str, str]]:
        """Yield the parts right under *picture*, where no box holds both.

        Their own box must say what they are, or stand like this under several
        pictures of the article.
        """
        for at in range(picture.block, min(picture.block + 2, len(self.page.blocks))):
            block = self.page.blocks[at]
            if block.tag in _UI_TAGS or at == self.zone.title:
                return
            if not self._named(at) and not (at == picture.block and self._is_usual(at)):
                return
            for part, text in _marked(block, self._role(block, -1, media=True) or "caption"):
                yield at, part, text

    def _is_usual(self, at: int) -> bool:
        """Return whether block *at* is of a form that stands under several pictures."""
        form, block = self._form(at), self.page.blocks[at]
        if self.after[form] < _FEW or len(block.text) > _SHORT or block.tag in _HEADINGS:
            return False
        return form != self.usual_body

    def _parts(self, box: int) -> Iterator[tuple[int, str, str]]:
        """Yield (block, part, text) of the words in *box*; part is "caption" or "credit"."""
        boxes = self.page.boxes
        figure = boxes.find(box, _FIGURES) > 0
        media = figure or says(boxes.key[box]) & MEDIA != 0
        for at in range(boxes.first[box], boxes.last[box]):
            block = self.page.blocks[at]
            role = self._role(block, box, media=media)
            if role and _MOST_TEXT >= len(block.text) and any(map(str.isalpha, block.text[:40])):
                for part, text in _marked(block, role):
                    yield at, part, text

    def orphans(self, used: Collection[int], language: str | None) -> Iterator[tuple[int, Words]]:
        """Yield captions in the article whose pictures a script draws.

        Args:
            used: Indices of blocks that are some picture's words already.
            language: BCP 47 tag of the page, if known.

        Yields:
            The index of the first block and the words.
        """
        boxes, zone, last = self.page.boxes, self.zone, -1
        media = {m.box for m in self.page.media}
        for at in range(zone.title, min(zone.last + 1, len(self.page.blocks))):
            if not self._named(at) or at in used or at <= last:
                continue
            box = boxes.parent[self.page.blocks[at].box]
            first, last = boxes.first[box], boxes.last[box] - 1
            few = last - first <= _FEW and not any(i in used for i in range(first, last + 1))
            if not few or zone.is_foreign(box) or any(box in boxes.around(m) for m in media):
                continue
            words = self._read(list(self._parts(box)), language)
            if (words.caption or words.credit) and not words.teaser:
                yield at, words

    def _role(self, block: TextBlock, container: int, *, media: bool) -> str | None:
        """Return "caption" or "credit" for a block in *container*, or None."""
        boxes, said = self.page.boxes, "caption" if media else None
        box, named = block.box, False
        tag = boxes.tag[box]
        if any(mark.tag == "time" for mark in block.marks) or _COUNT.fullmatch(block.text):
            return None
        if tag in _UI_TAGS or (tag in _HEADINGS and not says(boxes.key[box]) & CAPTION):
            return None
        while box > container and box not in self.zone.around:
            key = boxes.key[box]
            if key and not named:
                flags = says(key)
                if flags & UI:
                    return None
                if flags & CREDIT and not flags & FRAMED and _BYLINE.match(block.text):
                    return None
                if flags & (CREDIT | CAPTION):
                    said, named = "credit" if flags & CREDIT else "caption", True
            if boxes.tag[box] == "figcaption" and not named:
                said, named = "caption", True
            box = boxes.parent[box]
        if said == "caption" and not named and block.link_chars > _LINKED * len(block.text):
            return None
        if said == "credit" and says(boxes.key[block.box]) & CAPTION and not looks_like_credit(block.text):
            return "caption"
        return said


def _marked(block: TextBlock, role: str) -> Iterator[tuple[str, str]]:
    """Cut the classed credits out of a block."""
    if role == "credit" or not block.marks:
        yield from ((role, line) for line in _lines(block) if line)
        return
    start, text = 0, block.text
    for mark in block.marks:
        if mark.key and mark.last == mark.first and mark.start >= start and says(mark.key) & CREDIT:
            if says(mark.key) & CAPTION and not looks_like_credit(text[mark.start : mark.end]):
                continue
            yield role, text[start : mark.start].strip()
            yield "credit", text[mark.start : mark.end].strip()
            start = mark.end
    if start:
        yield role, text[start:].strip()
    else:
        yield from ((role, line) for line in _lines(block) if line)


def _lines(block: TextBlock) -> Iterator[str]:
    """Yield the lines of a block."""
    start = 0
    for stop in block.breaks:
        yield block.text[start:stop].strip()
        start = stop
    yield block.text[start:].strip()


def _read(parts: list[tuple[int, str, str]], language: str | None) -> Words:
    """Make caption and credit of the parts of one picture's words."""
    blocks = tuple(dict.fromkeys(at for at, _, _ in parts))
    captions = [text for _, part, text in parts if part == "caption" and text]
    credits_ = list(dict.fromkeys(t for _, part, t in parts if part == "credit" and t))
    captions = list(dict.fromkeys(captions))
    if credits_:
        said = " ".join(credits_)
        extra, credit = _credit_element(said, language)
        caption = " ".join(captions) or extra
        if caption and credit:
            rest, second = split_caption(caption, language=language)
            caption = rest if second and _agree(second, credit) else _cleaned(caption, rest, second)
            caption = without_last_label(caption or "")
        return Words(caption or None, credit, blocks)
    return _joined(captions, language, blocks)


def _cleaned(caption: str, rest: str | None, second: ImageCredit | None) -> str | None:
    """Return the caption beside a credit of its own element."""
    return rest if second is None or second.confidence >= 0.9 else caption


def _agree(a: ImageCredit, b: ImageCredit) -> bool:
    return bool({*a.photographers, *a.agencies, *a.via} & {*b.photographers, *b.agencies, *b.via})


def _credit_element(text: str, language: str | None) -> tuple[str | None, ImageCredit | None]:
    """Read an element that says that it is a credit."""
    if not begins_with_label(text):
        caption, credit = split_caption(text, language=language)
        if is_sentence(text) or (caption and credit and credit.confidence > _HALF):
            return caption, credit
    whole = parse_credit(text, language=language)
    return (None, whole) if whole.text and len(whole.text) <= _LONGEST else (None, None)


def _joined(captions: list[str], language: str | None, blocks: tuple[int, ...]) -> Words:
    """Read words that no element tells apart: the last or first line may be the credit."""
    if len(captions) > 1:
        for at in (-1, 0):
            if looks_like_credit(captions[at]):
                rest = captions[:-1] if at else captions[1:]
                caption, _ = split_caption(" ".join(rest), language=language)
                return Words(caption, parse_credit(captions[at], language=language), blocks)
    caption, credit = split_caption(" ".join(captions), language=language)
    return Words(caption, credit, blocks)


def words_of_attributes(picture: Picture, language: str | None) -> Words:
    """Return caption and credit that a picture's own attributes hold."""
    found = picture.attrs
    credit = next((found[n] for n in _CREDIT_ATTRIBUTES if found.get(n)), None)
    caption = next((found[n] for n in _CAPTION_ATTRIBUTES if found.get(n)), None)
    if caption and "<" in caption:
        caption = None
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
            if credit and credit.confidence >= 0.9 and credit.raw != credit.text:
                return Words(None, credit)
    return Words()
