"""The pieces of a card: which is the title, and what the others are."""

import re
from typing import Final

from articlekit.headlines.addresses import STORY, path_kind
from articlekit.headlines.cards import width_of
from articlekit.headlines.pieces import Piece
from articlekit.headlines.small import (
    LONGEST,
    LONGEST_WORDS,
    badge_of,
    has_digit,
    is_byline,
    is_count,
    is_date,
    is_more,
    is_source,
    names_in,
)

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
_LABEL_MARKS: Final = " :|/·•丨｜-–—>»"
_SENTENCE_ENDS: Final = (".", "!", "?", "…")
# What connects a date with what stands before or behind it in one line.
_AROUND_DATE: Final = re.compile(
    r"^(?:[Oo]n |[Aa]m |(?:[Aa]rticle|[Vv]ideo|[Gg]allery|[Pp]odcast) ?(?=\d))| on$"
)
_TIMED_LABEL: Final = re.compile(r"(\d{1,2}[.:]\d{2}) (?=[^\W\d_]{4})")
_LINE_MARKS: Final = (" | ", " • ", " · ")
_LONGEST_LINE: Final = 100
_TITLE_WIDTH: Final = 20
_LABEL_WIDTH: Final = 44
_LONGEST_TITLE: Final = 120
_KICKER_SHARE: Final = 1.3
_DATED_SHARE: Final = 16
_SUMMARY_WIDTH: Final = 40
_LEAST_PIECES: Final = 2


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
        shown = [q for p in pieces if p.role != "hidden" for q in parts_of(p)]
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
        if held is None or piece.order not in {held.order, held.order + 1}:
            return False
        return _TIME.fullmatch(piece.text) is not None

    def dated(self, piece: Piece) -> bool:
        """Note a date; the first one counts, with the time behind it."""
        held = self.published
        piece.text = _AROUND_DATE.sub("", piece.text) or piece.text
        if held is None:
            if (
                piece.role == "date"
                or not _DURATION.fullmatch(piece.text)
                or not (self.badges or piece.linked)
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
        if role == "author" or is_author(piece) or is_byline(piece.text):
            self.authors = (*self.authors, *names_in(piece.text))
        elif width <= _LABEL_WIDTH and (role in _LABELS or before):
            self.take_label(piece, before=before)
        elif width >= _SUMMARY_WIDTH and role not in _NO_TEXTS:
            self.summary = self.summary or piece.text

    def take_label(self, piece: Piece, *, before: bool) -> None:
        """Note a label; where there is no other, a kicker is the category as well."""
        label = piece.text.strip(_LABEL_MARKS)
        if (timed := _TIMED_LABEL.match(label)) and self.published is None:
            label = label[timed.end() :]
            self.published = Piece(timed[1], "date", piece.order)
        if not any(map(str.isalnum, label)) or is_source(label):
            return
        in_title = piece.heading and piece.role != "category"
        if (before and self.category) or (
            (piece.role == "kicker" or in_title) and not piece.href
        ):
            self.kicker = self.kicker or label
        self.category = self.category or label


def parts_of(piece: Piece) -> list[Piece]:
    """Take a line such as "Jane Roe | 2 March 2026 | Town" apart.

    Of what stands beside the date only bylines and single words are sure.
    """
    text = piece.text
    mark = next((m for m in _LINE_MARKS if m in text), None)
    if mark is None or piece.linked or piece.heading or len(text) > _LONGEST_LINE:
        return [piece]
    texts = [p for part in text.split(mark) if (p := part.strip(_LABEL_MARKS))]
    if not any(has_digit(part) and is_date(part) for part in texts):
        return [piece]
    parts = [Piece(part, "", piece.order) for part in texts]
    return [p for p in parts if _is_sure(p.text)]


def _is_sure(part: str) -> bool:
    return " " not in part or has_digit(part) or is_byline(part)


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
        if is_source(text) or not any(map(str.isalnum, text)):
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
