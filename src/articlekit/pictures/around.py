"""What stands with a picture: its caption and its credit."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from articlekit.pictures.captions import ends_with_credit, looks_like_credit
from articlekit.pictures.hints import CAPTION, CREDIT, FRAME, FRAMED, MEDIA, UI, says
from articlekit.pictures.parts import Part, Words, marked_parts, read_parts
from articlekit.pictures.zone import Zone, leads_elsewhere
from articlekit.reading.page import Picture, TextBlock

_TIME_CODE: Final = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d\d\b")
_UI_TAGS: Final = frozenset(("address", "button", "nav", "form", "label", "select"))
_BYLINE: Final = re.compile(
    r"(?:Von|By|Par|Por|Di|Door|Av|Af|Text)\b:? [A-ZÀ-Þ]", re.IGNORECASE
)
_COUNT: Final = re.compile(r"(?:\w{2,9} )?(?:all )?\d{1,4} \w{3,10}", re.IGNORECASE)
_HEADINGS: Final = frozenset(("h1", "h2", "h3"))
_WORDS: Final = CAPTION | CREDIT
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
        return said & FRAMED != 0 and said & _WORDS != 0

    def of(self, picture: Picture, language: str | None) -> Words:
        """Return caption and credit of *picture*."""
        some: Words | None = None
        for box in self._containers(picture):
            found = self._read(list(self._parts(box)), language)
            if (found.caption and found.credit) or found.teaser:
                return found if some is None or not found.teaser else some
            if found.caption or found.credit:
                some = found
            # A figure holds the rest where a box in it holds the one or the other.
            if some and self.page.boxes.find(self.page.boxes.parent[box], _FIGURES) < 0:
                return some
        if some:
            return some
        return self._read(list(self._following(picture)), language)

    def _read(self, parts: list[Part], language: str | None) -> Words:
        if not parts:
            return Words()
        captions = [(at, text) for at, part, text in parts if part == "caption"]
        if any(_TIME_CODE.match(text) or self._leads_away(at) for at, text in captions):
            return Words(teaser=True)
        return read_parts(parts, language)

    def _leads_away(self, at: int) -> bool:
        """Return whether block *at* is the linked headline of another story."""
        block = self.page.blocks[at]
        if block.link_chars <= _HALF * len(block.text):
            return False
        return any(
            leads_elsewhere(self.page, mark, self.zone.base) for mark in block.links[:1]
        )

    def _containers(self, picture: Picture) -> Iterator[int]:
        """Yield the boxes that may hold the words of *picture*, the smallest first."""
        boxes = self.page.boxes
        for level, box in enumerate(boxes.around(picture.box)):
            if level >= _MOST_LEVELS or box in self.zone.around:
                return
            first, last = boxes.first[box], boxes.last[box]
            figure = boxes.find(box, _FIGURES) > 0 or (
                level <= _FEW
                and last - first <= _FEW + 1
                and says(boxes.key[box]) & FRAME != 0
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
        return any(
            at == self.zone.title or self._is_body(at) for at in range(first, last)
        )

    def _following(self, picture: Picture) -> Iterator[Part]:
        """Yield the parts right under *picture*, where no box holds both.

        Their own box must say what they are, or stand like this under several
        pictures of the article.
        """
        for at in range(picture.block, min(picture.block + 2, len(self.page.blocks))):
            block = self.page.blocks[at]
            if block.tag in _UI_TAGS or at == self.zone.title:
                return
            if not self._named(at) and not (
                at == picture.block and (self._is_usual(at) or self._is_credited(at))
            ):
                return
            for part, text in marked_parts(
                block, self._role(block, -1, media=True) or "caption"
            ):
                yield at, part, text

    def _is_usual(self, at: int) -> bool:
        """Return whether block *at* is of a form that stands under several pictures."""
        form, block = self._form(at), self.page.blocks[at]
        if (
            self.after[form] < _FEW
            or len(block.text) > _SHORT
            or block.tag in _HEADINGS
        ):
            return False
        return form != self.usual_body

    def _is_credited(self, at: int) -> bool:
        """Return whether block *at* is short, and a sentence in bold or with a credit.

        A heading in bold ends with no full stop.
        """
        block = self.page.blocks[at]
        text = block.text
        if len(text) > _SHORT or block.tag in _HEADINGS:
            return False
        bold = text[-1] == "." and len(text) <= min(block.bold_chars, _SHORT // 2)
        return bold or ends_with_credit(text)

    def _parts(self, box: int) -> Iterator[Part]:
        """Yield (block, part, text) of the words in *box*; part is "caption" or "credit"."""
        boxes = self.page.boxes
        figure = boxes.find(box, _FIGURES) > 0
        media = figure or says(boxes.key[box]) & MEDIA != 0
        for at in range(boxes.first[box], boxes.last[box]):
            block = self.page.blocks[at]
            role = self._role(block, box, media=media)
            if (
                role
                and len(block.text) <= _MOST_TEXT
                and any(map(str.isalpha, block.text[:40]))
            ):
                for part, text in marked_parts(block, role):
                    yield at, part, text

    def orphans(
        self, used: set[int], language: str | None
    ) -> Iterator[tuple[int, Words]]:
        """Yield captions in the article whose pictures a script draws.

        Args:
            used: Indices of blocks that are some picture's words already.
            language: BCP 47 tag of the page, if known.

        Yields:
            The index of the first block and the words.
        """
        boxes, zone, last = self.page.boxes, self.zone, -1
        for at in range(zone.title, min(zone.last + 1, len(self.page.blocks))):
            if at <= last or not self._named(at) or at in used:
                continue
            own = self.page.blocks[at].box
            box = boxes.parent[own]
            if boxes.last[box] - boxes.first[box] > _FEW + 1:
                box = own
            first, last = boxes.first[box], boxes.last[box] - 1
            few = last - first <= _FEW and used.isdisjoint(range(first, last + 1))
            if not few or zone.is_foreign(box) or self._holds_media(box):
                continue
            if any(self.page.blocks[i].tag == "blockquote" for i in range(first, last)):
                continue  # who said what the figure quotes
            words = self._read(list(self._parts(box)), language)
            if (words.caption or words.credit) and not words.teaser:
                yield at, words

    def _holds_media(self, box: int) -> bool:
        """Return whether a frame, video or the like stands in *box*."""
        return any(box in self.page.boxes.around(m.box) for m in self.page.media)

    def _role(self, block: TextBlock, container: int, *, media: bool) -> str | None:
        """Return "caption" or "credit" for a block in *container*, or None."""
        boxes = self.page.boxes
        key = boxes.key[block.box]
        if boxes.tag[block.box] in _HEADINGS and not says(key) & CAPTION:
            return None
        if _is_no_caption(block):
            return None
        said = self._said(block, container)
        if said == "caption" or (said == "" and media):
            fully_linked = block.link_chars > _LINKED * len(block.text)
            return None if fully_linked and not said else "caption"
        if said == "credit" and says(key) & CAPTION:
            return "credit" if looks_like_credit(block.text) else "caption"
        return said or None

    def _said(self, block: TextBlock, container: int) -> str | None:
        """Return what the boxes around a block say that it is.

        Returns:
            "caption", "credit", "" where they say nothing, None where they say
            that it is neither.
        """
        boxes = self.page.boxes
        for box in boxes.around(block.box):
            if box <= container or box in self.zone.around:
                break
            said = says(boxes.key[box])
            if said & UI or (
                said & CREDIT and not said & FRAMED and _BYLINE.match(block.text)
            ):
                return None
            if said & (CREDIT | CAPTION) or boxes.tag[box] == "figcaption":
                return "credit" if said & CREDIT else "caption"
        return ""


def _is_no_caption(block: TextBlock) -> bool:
    """Return whether a block is a button, a counter, or a line with a date."""
    if block.tag in _UI_TAGS or _COUNT.fullmatch(block.text):
        return True
    return any(mark.tag == "time" for mark in block.marks)
