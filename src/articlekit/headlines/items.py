"""A card -> a headline item: what each piece of its text is."""

import re
from typing import Final

from articlekit.headlines.addresses import STORY, Targets, path_kind
from articlekit.headlines.cards import Card, width_of
from articlekit.headlines.pieces import Cutter, Piece, whole_text
from articlekit.headlines.small import (
    LONGEST,
    LONGEST_WORDS,
    badge_of,
    has_digit,
    is_count,
    is_date,
    is_more,
    is_source,
    names_in,
)
from articlekit.model.headline import HeadlineItem, ListKind
from articlekit.model.moment import Moment
from articlekit.reading.page import Page
from articlekit.rules.hints import Hints
from articlekit.text.dates import read_moment
from articlekit.text.spaces import fold_spaces
from articlekit.text.urls import absolute, without_tracking

_RANK: Final = re.compile(r"(?:#|№|No\.? ?)?(\d{1,2})[.):]?(?: |$)")
_TIME: Final = re.compile(
    r"(?:\S{1,3} )?\d{1,2}[:h.]\d{2}(?: ?[ap]\.?m\.?)?(?: \w{2,5})?", re.IGNORECASE
)
_DURATION: Final = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d{2}")
_NO_LABELS: Final = frozenset(("count", "badge"))
_NO_LABELS_AFTER: Final = frozenset(("count", "badge", "author", "credit", "summary"))
_NO_TITLES: Final = frozenset(
    ("author", "category", "kicker", "summary", "count", "credit")
)
_LABELS: Final = frozenset(("category", "kicker"))
_NO_TEXTS: Final = frozenset(("category", "kicker", "count"))
_AUTHOR_PATHS: Final = ("/author", "/autor", "/auteur", "/people/", "/profile")
_LEADING_MARKS: Final = " |•·-–—"
_OPENING: Final = {")": "(", "]": "[", "）": "（", "】": "【"}
_BULLETS: Final = " •·►▶▸»→–—|"
_LABEL_MARKS: Final = " :|/·•丨｜-–—>»"
_SENTENCE_ENDS: Final = (".", "!", "?", "…")
_TITLE_WIDTH: Final = 20
_LABEL_WIDTH: Final = 44
_LONGEST_TITLE: Final = 120
_KICKER_SHARE: Final = 1.3
_DATED_SHARE: Final = 16
_SUMMARY_WIDTH: Final = 40
_MOST_PICTURES: Final = 12
_LEAST_PIECES: Final = 2
_ADDRESSES: Final = ("data-src", "data-original", "data-lazy-src", "src")


class Reading:
    """What has been read of one card."""

    def __init__(self, pieces: list[Piece]) -> None:
        """Decide about the pieces of a card."""
        self.badges: list[str] = []
        self.category: str | None = None
        self.kicker: str | None = None
        self.published: Piece | None = None
        self.summary: str | None = None
        self.authors: tuple[str, ...] = ()
        if len(pieces) < _LEAST_PIECES and all(p.linked for p in pieces):
            self.title = pieces[0] if pieces else None
            return
        shown = [p for p in pieces if p.role != "hidden"]
        left = [p for p in shown if not self.take_small(p)]
        self.title = pick_title(left)
        if self.title is None:
            return
        self.take_rest(left, self.title)

    def take_small(self, piece: Piece) -> bool:
        """Deal with a piece that says by itself what it is."""
        text = piece.text
        counted = len(text) <= LONGEST and has_digit(text)
        if not counted and len(text) > LONGEST_WORDS:
            return False
        text = piece.text = text.lstrip(_LEADING_MARKS) or text
        if counted and is_count(text):
            return True
        badge = badge_of(text)
        if badge and badge != "opinion":
            self.badges.append(badge)
            return True
        if not piece.heading and (_is_dated(piece) or self.is_time(piece)):
            return self.dated(piece)
        return is_more(text)

    def is_time(self, piece: Piece) -> bool:
        """Say whether a piece is the time behind a date."""
        held = self.published
        if held is None or piece.order != held.order + 1:
            return False
        return _TIME.fullmatch(piece.text) is not None

    def dated(self, piece: Piece) -> bool:
        """Note a date; the first one counts, with the time behind it."""
        held = self.published
        if held is None:
            if (
                piece.role == "date"
                or not _DURATION.fullmatch(piece.text)
                or not self.badges
            ):
                self.published = piece
        elif ":" not in held.text and self.is_time(piece):
            held.text += " " + piece.text
        return True

    def take_rest(self, left: list[Piece], title: Piece) -> None:
        """Say what the pieces beside the title are."""
        for piece in left:
            if piece is not title:
                self.take(piece, title)
        if self.category is None and len(left) > 1:
            self.category = label_after(left, title)

    def take(self, piece: Piece, title: Piece) -> None:
        """Say what a piece beside the title is."""
        width, role = width_of(piece.text), piece.role
        before = piece.order < title.order and role not in _NO_LABELS
        if role == "credit":
            return
        if role == "author" or is_author(piece):
            self.authors = (*self.authors, *names_in(piece.text))
        elif width <= _LABEL_WIDTH and (role in _LABELS or before):
            self.take_label(piece, before=before)
        elif width >= _SUMMARY_WIDTH and role not in _NO_TEXTS:
            self.summary = self.summary or piece.text

    def take_label(self, piece: Piece, *, before: bool) -> None:
        """Note a label; where there is no other, a kicker is the category as well."""
        label = piece.text.strip(_LABEL_MARKS)
        if not any(map(str.isalnum, label)) or is_source(label):
            return
        in_title = piece.heading and piece.role != "category"
        if (before and self.category) or (
            (piece.role == "kicker" or in_title) and not piece.href
        ):
            self.kicker = self.kicker or label
        self.category = self.category or label


def _is_dated(piece: Piece) -> bool:
    """Say whether a piece is a date; where the markup says so, digits are enough."""
    if piece.role == "date":
        digits = sum(map(str.isdigit, piece.text))
        if digits and digits * _DATED_SHARE >= len(piece.text):
            return True
    return is_date(piece.text, 3 if piece.linked else 5)


def pick_title(left: list[Piece]) -> Piece | None:
    """Choose the piece that is the title."""
    if len(left) == 1 and left[0].linked:
        return left[0]
    free = [p for p in left if p.role not in _NO_TITLES and not p.href]
    linked = [p for p in free if p.linked]
    for pieces in (linked, free):
        if headings := [p for p in pieces if p.heading]:
            return _behind_kicker(headings)
    for pieces in (linked, free):
        if titles := [p for p in pieces if p.role == "title"]:
            return _behind_kicker(titles)
    pieces = linked or free or [p for p in left if p.linked]
    return _first_wide(pieces) if pieces else None


def _first_wide(pieces: list[Piece]) -> Piece:
    """Return the first piece that is wide enough for a title, else the widest."""
    for piece in pieces:
        if width_of(piece.text) >= _TITLE_WIDTH:
            return piece
    return max(pieces, key=lambda p: width_of(p.text))


def _behind_kicker(pieces: list[Piece]) -> Piece:
    """Return the first wide piece, or the one behind where that is a kicker."""
    first = _first_wide(pieces)
    width = width_of(first.text)
    if width > _LABEL_WIDTH:
        return first
    for piece in pieces:
        if piece.order == first.order + 1:
            wide = width_of(piece.text)
            return piece if width * _KICKER_SHARE < wide <= _LONGEST_TITLE else first
    return first


def label_after(left: list[Piece], title: Piece) -> str | None:
    """Return the section that is named behind the title.

    A linked one is taken first, else a few words that are nothing else.
    """
    bare: str | None = None
    for piece in left:
        if (
            piece.order < title.order
            or piece is title
            or piece.role in _NO_LABELS_AFTER
        ):
            continue
        text = piece.text.strip(_LABEL_MARKS)
        if not text or width_of(text) > _LABEL_WIDTH or is_author(piece):
            continue
        if piece.href:
            if path_kind(_path(piece.href)) != STORY:
                return text
        elif bare is None and not text.endswith(_SENTENCE_ENDS):
            bare = text
    return bare


def _path(href: str) -> str:
    """Return the path of an address as written."""
    return "/" + href.partition("://")[2].partition("/")[2] if "://" in href else href


def is_author(piece: Piece) -> bool:
    """Say whether a piece is linked to a page about its author."""
    href = piece.href
    return bool(href) and any(word in href for word in _AUTHOR_PATHS)


def _trimmed(title: str) -> str:
    """Cut bullets off the front of a title and "more" off its end."""
    if not (title.isascii() or title.isprintable()):
        title = fold_spaces(title) or title
    if title[0] in _BULLETS and not ("»" in title and "«" in title):
        title = title.lstrip(_BULLETS) or title
    if (opening := _OPENING.get(title[-1])) and opening not in title:
        title = title[:-1]
    if " | " not in title:
        return title
    head, _, tail = title.rpartition(" | ")
    return head if is_more(tail) else title


_ONLY_A_TITLE: Final = Reading([])
"""What a card says that is one link and nothing else."""


class Draft:
    """An item whose list and place are not known yet.

    Attributes:
        title: Its title.
        card: Its card.
        reading: What the card says.
    """

    __slots__ = ("card", "reading", "title")

    def __init__(self, title: str, card: Card, reading: Reading) -> None:
        """Make a draft."""
        self.title = title
        self.card = card
        self.reading = reading


def _kicker_of(reading: Reading, url: str | None) -> str | None:
    """Return the kicker, unless the address says that it is a section."""
    kicker = reading.kicker
    if kicker and url and kicker == reading.category:
        folder = f"/{kicker.casefold().replace(' ', '-')}/"
        return None if folder in url.casefold() else kicker
    return kicker


class ItemReader:
    """Reads the items of one page."""

    def __init__(self, page: Page, hints: Hints, targets: Targets) -> None:
        """Prepare for the cards of *page*."""
        self.page = page
        self.hints = hints
        self.base = targets.base
        self.targets = targets
        self.cutter = Cutter(page)

    def read(self, card: Card) -> Draft | None:
        """Read the story that a card shows, or None where it shows no title."""
        if (text := whole_text(self.page, card)) is not None:
            return Draft(_trimmed(text), card, _ONLY_A_TITLE)
        reading = Reading(self.cutter.pieces(card))
        if reading.title is None:
            return None
        return Draft(_trimmed(reading.title.text), card, reading)

    def item(
        self, draft: Draft, name: str | None, kind: ListKind, places: tuple[int, int]
    ) -> HeadlineItem:
        """Finish an item.

        Args:
            draft: What was read.
            name: Name of its list.
            kind: What the list is for.
            places: Its place on the page and in the list.
        """
        reading = draft.reading
        url = self.targets.address(draft.card.links[0].mark.attrs["href"])
        return HeadlineItem(
            title=draft.title,
            url=without_tracking(url) if url else None,
            category=reading.category,
            kicker=_kicker_of(reading, url),
            published=self.moment(reading.published),
            summary=reading.summary,
            authors=reading.authors,
            thumbnail=self.thumbnail(draft.card),
            badges=tuple(dict.fromkeys(reading.badges)),
            block=name,
            block_kind=kind,
            rank=places[0],
            block_rank=places[1],
        )

    def moment(self, piece: Piece | None) -> Moment | None:
        """Read the date that was found."""
        if piece is None:
            return None
        hints = self.hints
        stated = piece.mark.attrs.get("datetime") if piece.mark else None
        read = read_moment(
            stated or piece.text,
            language=hints.language or self.page.language,
            timezone=hints.timezone,
            now=hints.now,
        )
        return (
            Moment(read.value, read.precision, read.zone, piece.text)
            if stated
            else read
        )

    def thumbnail(self, card: Card) -> str | None:
        """Return the address of the picture in a card's links."""
        for link in card.links:
            first, last = link.mark.pictures
            for index in range(first, min(last, first + _MOST_PICTURES)):
                if url := self.picture(index):
                    return url
        return None

    def picture(self, index: int) -> str | None:
        """Return the first usable address of a picture."""
        picture = self.page.pictures[index]
        for name in _ADDRESSES:
            if (written := picture.attrs.get(name)) and (
                url := self.targets.address(written)
            ):
                return url
        for source in (picture.attrs, *picture.sources):
            listed = (source.get("srcset") or source.get("data-srcset") or "").split(
                None, 1
            )
            if listed and (url := absolute(self.base, listed[0].rstrip(","))):
                return url
        return None


def cut_ranks(drafts: list[Draft]) -> None:
    """Cut the numbers off titles that count the items of a list."""
    found = [_RANK.match(d.title) for d in drafts]
    counted = sum(m is not None and int(m[1]) == n for n, m in enumerate(found, 1))
    if counted < max(2, len(drafts) // 2):
        return
    for place, (draft, match) in enumerate(zip(drafts, found, strict=True), 1):
        if match and int(match[1]) == place:
            draft.title = draft.title[match.end() :].strip() or draft.title
