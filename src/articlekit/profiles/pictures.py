"""What the rules of a profile say of the article's pictures."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, cast

import attrs

from articlekit.model import Evidence, Image, ImageCredit
from articlekit.pictures.addresses import best_address, picture_key
from articlekit.pictures.credits import parse_credit
from articlekit.pictures.images import Found
from articlekit.profiles.blocks import selected
from articlekit.profiles.guide import ORIGIN
from articlekit.profiles.rulebook import Rulebook
from articlekit.reading.page import Page, Picture
from articlekit.rules.blocks import BlockRule
from articlekit.rules.patterns import LONGEST_TEXT
from articlekit.rules.profile import CREDIT_FIELDS, CreditField
from articlekit.rules.selectors import Css, XPath
from articlekit.rules.values import Regex
from articlekit.text.urls import page_base

_FIELDS: Final = ("images", "drop", *CREDIT_FIELDS)


class _Placed(NamedTuple):
    """A text that a rule finds, and where."""

    text: str
    box: int
    blocks: frozenset[int]
    rule: str


class Gallery:
    """The pictures of a page while rules change them."""

    def __init__(self, guide: Rulebook, found: Sequence[Found]) -> None:
        """Begin with the pictures that were found without rules."""
        self.guide = guide
        self.page: Page = guide.view.page
        self.found = list(found)
        base = page_base(self.page.url, self.page.base)
        self.addresses = [best_address(p, base) for p in self.page.pictures]
        self.keys = [picture_key(url) if url else None for url in self.addresses]

    def _note(self, rule: object, raw: str) -> None:
        _note(self.guide, rule, raw)

    def _selected(self, field: str) -> set[int]:
        """Return the pictures that the rules of a field select."""
        view, found = self.guide.view, set[int]()
        for rule in cast("tuple[BlockRule, ...]", self.guide.rules.get(field, ())):
            if isinstance(rule, Css | XPath):
                pictures = view.tree.pictures(rule.expression)
            else:
                blocks = selected(view, rule)
                pictures = {
                    at for at, p in enumerate(self.page.pictures) if p.block in blocks
                }
            if pictures:
                self._note(rule, f"{field}: {len(pictures)} pictures")
            found |= pictures
        return found

    def choose(self) -> None:
        """Leave the pictures that rules want, and add what they alone found."""
        if wanted := self._selected("images"):
            known = {picture_key(f.image.url): f for f in self.found if f.image.url}
            taken: dict[str, Found] = {}
            for at in sorted(wanted):
                key, url = self.keys[at], self.addresses[at]
                if key and url:
                    new = _plain(self.page.pictures[at], url)
                    taken.setdefault(key, known.get(key, new))
            self.found = _with_lead(list(taken.values()))
        if dropped := self._selected("drop"):
            shown = {k for at, k in enumerate(self.keys) if at not in dropped}
            barred = {self.keys[at] for at in dropped} - shown
            self.found = [
                f
                for f in self.found
                if not f.image.url or picture_key(f.image.url) not in barred
            ]

    # Captions and credits

    def describe(self) -> None:
        """Give the pictures the captions and credits that rules find."""
        for field in CREDIT_FIELDS:
            rules = cast("tuple[CreditField, ...]", self.guide.rules.get(field, ()))
            for rule in rules:
                if not isinstance(rule, Regex):
                    self._by_element(field, rule)
        for at, found in enumerate(self.found):
            image = by_patterns(self.guide, found.image)
            self.found[at] = attrs.evolve(found, image=image)

    def _by_element(self, field: str, rule: Css | XPath) -> None:
        attr = rule.attr if isinstance(rule, Css) else None
        placed = [
            _Placed(text, box, frozenset(blocks), str(rule))
            for text, box, blocks in self.guide.view.tree.placed(rule.expression, attr)
        ]
        given: set[int] = set()
        for one in placed:
            at = self._nearest(one.box)
            if at is None or at in given:
                continue
            given.add(at)
            self._set(at, field, one.text, one.blocks)
            self._note(rule, f"{field}: {one.text}")

    def _nearest(self, box: int) -> int | None:
        """Return the picture that a caption or credit in *box* goes with.

        That is the one with the most boxes in common; of several the last one
        that stands before it, else the first.
        """
        around = set(self.page.boxes.around(box))
        best, place = -1, None
        for at, found in enumerate(self.found):
            depth = max(
                (self._common(i, around) for i in self._copies(found)), default=0
            )
            before = found.at <= self.page.boxes.first[box]
            if depth > best or (depth == best and before):
                best, place = depth, at
        return place

    def _copies(self, found: Found) -> Iterator[int]:
        key = picture_key(found.image.url) if found.image.url else None
        if key:
            yield from (at for at, own in enumerate(self.keys) if own == key)

    def _common(self, picture: int, around: set[int]) -> int:
        """Return the depth of the innermost box that holds both."""
        boxes = self.page.boxes
        box = self.page.pictures[picture].box
        return next((boxes.depth[b] for b in boxes.around(box) if b in around), 0)

    def _set(self, at: int, field: str, text: str, blocks: frozenset[int]) -> None:
        found = self.found[at]
        image = found.image
        if field == "caption":
            image = attrs.evolve(image, caption=text)
        else:
            image = attrs.evolve(image, credit=_credit(self.guide, text))
            if image.caption and image.caption.endswith(text):
                rest = image.caption[: -len(text)].rstrip(" |–—-(")
                image = attrs.evolve(image, caption=rest or None)
        own = tuple(dict.fromkeys((*found.blocks, *sorted(blocks))))
        self.found[at] = attrs.evolve(found, image=image, blocks=own)


def _note(guide: Rulebook, rule: object, raw: str) -> None:
    guide.evidence.append(Evidence("images", ORIGIN, str(rule), raw))


def _credit(guide: Rulebook, text: str) -> ImageCredit:
    return parse_credit(text, language=guide.hints.language)


def by_patterns(guide: Rulebook, image: Image) -> Image:
    """Return *image* with what patterns find in its caption and credit."""
    for field in CREDIT_FIELDS:
        for rule in guide.rules.get(field, ()):
            if isinstance(rule, Regex):
                image = _by_pattern(guide, image, field, rule)
    return image


def _by_pattern(guide: Rulebook, image: Image, field: str, rule: Regex) -> Image:
    credit = image.credit.raw if image.credit else None
    whole = " ".join(filter(None, (image.caption, credit)))
    match = rule.compiled.search(whole[:LONGEST_TEXT])
    if match is None:
        return image
    named = match.groupdict()
    part = named.get(field) or next(filter(None, match.groups()), match[0])
    _note(guide, rule, f"{field}: {part}")
    if field == "caption":
        return attrs.evolve(image, caption=part.strip() or None)
    rest = named.get("caption") or whole[: match.start()] + whole[match.end() :]
    caption = " ".join(rest.split()) or None
    return attrs.evolve(image, caption=caption, credit=_credit(guide, part.strip()))


def _plain(picture: Picture, url: str) -> Found:
    """Return a picture that only a rule found."""
    alt = " ".join(picture.attrs.get("alt", "")[:2000].split()) or None
    return Found(Image(url, alt=alt), picture.block)


def _with_lead(found: list[Found]) -> list[Found]:
    """Mark the first picture as the lead where none is."""
    if found and not any(f.image.is_lead for f in found):
        image = attrs.evolve(found[0].image, is_lead=True)
        found[0] = attrs.evolve(found[0], image=image)
    return found


def guided_pictures(guide: Rulebook, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Return the article's pictures as the rules of a profile have them.

    Args:
        guide: The rules and their page.
        found: The pictures that were found without them.

    Returns:
        The pictures in order; *found* itself where no rule is about pictures.
    """
    if guide.rules.keys().isdisjoint(_FIELDS):
        return found
    gallery = Gallery(guide, found)
    gallery.choose()
    gallery.describe()
    return tuple(gallery.found)
