"""A card -> a headline item: what each piece of its text is."""

import re
from functools import cache
from typing import Final, cast

import attrs

from articlekit.headlines.addresses import STORY, path_kind
from articlekit.headlines.cards import Card, width_of
from articlekit.headlines.names import folded
from articlekit.headlines.pieces import Piece, pieces_of
from articlekit.model.headline import HeadlineItem
from articlekit.model.moment import Moment
from articlekit.reading.page import Page
from articlekit.rules.hints import Hints
from articlekit.text.dates import read_moment
from articlekit.text.lexicons import table
from articlekit.text.relative import find_distance
from articlekit.text.urls import absolute, page_base, without_tracking

_RANK: Final = re.compile(r"(?:#|№|No\.? ?)?(\d{1,2})[.):]?(?: |$)")
_CLOCK: Final = re.compile(r"\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?", re.IGNORECASE)
_TIME: Final = re.compile(
    r"(?:\S{1,3} )?\d{1,2}[:h.]\d{2}(?: ?[ap]\.?m\.?)?(?: \w{2,5})?", re.IGNORECASE
)
_DURATION: Final = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d{2}")
_AGO: Final = re.compile(r"(?:\d{1,3} ?[a-z]{1,7}[ ,]{0,2}){1,3} ?ago", re.IGNORECASE)
_NO_LABELS: Final = frozenset(("count", "badge"))
_NO_TITLES: Final = frozenset(("author", "category", "summary", "count", "credit"))
_NO_TEXTS: Final = frozenset(("category", "count"))
_LEADING_MARKS: Final = " |•·-–—"
_LABEL_MARKS: Final = " :|/·•丨｜-–—>»"
_TITLE_WIDTH: Final = 20
_LABEL_WIDTH: Final = 44
_DATE_WIDTH: Final = 60
_DISTANCE_WIDTH: Final = 24
_LONGEST_TITLE: Final = 120
_SUMMARY_WIDTH: Final = 40


@cache
def _words() -> tuple[dict[str, str], frozenset[str], tuple[str, ...]]:
    """Return badges by word, noise words, and words of reading times and counts."""
    data = table("headlines/words")
    badges = cast("dict[str, list[str]]", data["badges"])
    by_word = {
        folded(w) or w: badge for badge in reversed(badges) for w in badges[badge]
    }
    noise = frozenset(cast("list[str]", data["noise"]))
    counts = cast("list[str]", data["counts"]) + cast("list[str]", data["readingtime"])
    return by_word, noise, tuple(sorted(set(counts)))


@cache
def _by_words() -> frozenset[str]:
    return frozenset(cast("list[str]", table("headlines/words")["by"]))


def badge_of(text: str) -> str | None:
    """Return the badge that a short text is, or None."""
    return _words()[0].get(folded(text) or text)


def is_date(text: str, share: int = 5) -> bool:
    """Say whether a short text is a date, a time or a distance from now.

    Args:
        text: A piece of a card.
        share: One in so many characters has to be a digit at least.
    """
    if len(text) > _DATE_WIDTH:
        return False
    if _CLOCK.fullmatch(text) or _AGO.fullmatch(text):
        return True
    if len(text) <= _DISTANCE_WIDTH and find_distance(text.casefold()):
        return True
    digits = sum(map(str.isdigit, text))
    return (
        digits > 0
        and digits * share >= len(text)
        and read_moment(text).value is not None
    )


def is_count(text: str) -> bool:
    """Say whether a text is a number of comments, a rank, or a reading time."""
    rest = text.strip("0123456789.,:#()+ \u00a0KkMm").casefold()
    return not rest or any(c.isdigit() for c in text) and rest in _words()[2]


class Reading:
    """What has been read of one card."""

    def __init__(self, page: Page, card: Card, hints: Hints) -> None:
        """Take *card* apart."""
        self.page = page
        self.card = card
        self.hints = hints
        self.pieces = [p for p in pieces_of(page, card) if p.role != "hidden"]
        self.title: Piece | None = None
        self.badges: list[str] = []
        self.category: str | None = None
        self.published: Piece | None = None
        self.summary: str | None = None
        self.authors: tuple[str, ...] = ()

    def read(self) -> None:
        """Decide about the pieces."""
        left = [p for p in self.pieces if not self.take_small(p)]
        self.title = self.pick_title(left)
        if self.title is None:
            return
        for piece in left:
            if piece is not self.title:
                self.take(piece, self.title)
        if self.category is None:
            self.category = self.label_after(left, self.title)

    def take_small(self, piece: Piece) -> bool:
        """Deal with a piece that says by itself what it is."""
        if len(piece.text) > _DATE_WIDTH:
            return False
        text = piece.text = piece.text.lstrip(_LEADING_MARKS) or piece.text
        if is_count(text):
            return True
        badge = badge_of(text)
        if badge and badge not in {"opinion"}:
            self.badges.append(badge)
            return True
        if piece.role == "date" and len(text) <= _DATE_WIDTH and self.dated(piece):
            return True
        if not piece.heading and is_date(text, 3 if piece.linked else 5):
            return self.dated(piece)
        return piece.text.casefold() in _words()[1]

    def dated(self, piece: Piece) -> bool:
        """Note a date, the first one counts."""
        if not any(c.isdigit() for c in piece.text) and not find_distance(
            piece.text.casefold()
        ):
            return False
        if (
            _DURATION.fullmatch(piece.text)
            and piece.role != "date"
            and "video" in self.badges
        ):
            return True
        held = self.published
        if held is None:
            self.published = piece
        elif (
            piece.order == held.order + 1
            and _TIME.fullmatch(piece.text)
            and ":" not in held.text
        ):
            held.text += " " + piece.text
        return True

    def pick_title(self, left: list[Piece]) -> Piece | None:
        """Choose the piece that is the title."""
        free = [
            p
            for p in left
            if p.role not in {"author", "category", "summary", "count", "date"}
            and not p.href
        ]
        linked = [p for p in free if p.linked]
        for group in (
            [p for p in linked if p.heading],
            [p for p in free if p.heading],
            [p for p in linked if p.role == "title"],
            [p for p in free if p.role == "title"],
        ):
            if group:
                return max(
                    group, key=lambda p: (width_of(p.text) >= _TITLE_WIDTH, -p.order)
                )
        return self.first_wide(linked or free or [p for p in left if p.linked])

    @staticmethod
    def best(group: list[Piece]) -> Piece:
        """Return the first wide piece, or the one behind where that is a kicker."""
        first = max(group, key=lambda p: (width_of(p.text) >= _TITLE_WIDTH, -p.order))
        width = width_of(first.text)
        for piece in group:
            if (
                piece.order == first.order + 1
                and width <= _LABEL_WIDTH
                and piece.role != "summary"
            ):
                wide = width_of(piece.text)
                return piece if width * 1.3 < wide <= _LONGEST_TITLE else first
        return first

    @staticmethod
    def first_wide(pieces: list[Piece]) -> Piece | None:
        """Return the first piece that is wide enough for a title, else the widest."""
        for piece in pieces:
            if width_of(piece.text) >= _TITLE_WIDTH:
                return piece
        return max(pieces, key=lambda p: width_of(p.text), default=None)

    def take(self, piece: Piece, title: Piece) -> None:
        """Say what a piece beside the title is."""
        width = width_of(piece.text)
        before = piece.order < title.order and piece.role not in _NO_LABELS
        if piece.role == "credit":
            return
        if piece.role == "author" or is_author(piece):
            self.authors = (*self.authors, *names_in(piece.text))
        elif width <= _LABEL_WIDTH and (piece.role == "category" or before):
            self.category = self.category or piece.text.strip(_LABEL_MARKS)
        elif (
            width >= _SUMMARY_WIDTH
            and self.summary is None
            and piece.role not in _NO_TEXTS
        ):
            self.summary = piece.text

    def label_after(self, left: list[Piece], title: Piece) -> str | None:
        """Return the section that is named behind the title.

        A linked one is taken first, else a few words that are nothing else.
        """
        behind = [
            p
            for p in left
            if p.order > title.order
            and width_of(p.text) <= _LABEL_WIDTH
            and p.role not in _NO_LABELS
            and p.role not in {"author", "credit", "summary"}
            and not is_author(p)
        ]
        linked = [p for p in behind if p.href and path_kind(_path(p.href)) != STORY]
        bare = [
            p
            for p in behind
            if not p.href and not p.text.endswith((".", "!", "?", "…"))
        ]
        for piece in linked or bare[:1]:
            return piece.text.strip(_LABEL_MARKS) or None
        return None

    def moment(self) -> Moment | None:
        """Read the date that was found."""
        piece = self.published
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
        return attrs.evolve(read, raw=piece.text)


def _path(href: str) -> str:
    """Return the path of an address as written."""
    return "/" + href.partition("://")[2].partition("/")[2] if "://" in href else href


def is_author(piece: Piece) -> bool:
    """Say whether a piece is linked to a page about its author."""
    return any(
        word in piece.href
        for word in ("/author", "/autor", "/auteur", "/people/", "/profile")
    )


def names_in(text: str) -> tuple[str, ...]:
    """Return the names that a short byline states, without "by"."""
    words = text.split()
    while words and words[0].casefold().rstrip(":") in _by_words():
        words = words[1:]
    rest = " ".join(words).strip(" |·•,-")
    return (rest,) if rest and width_of(rest) <= _LABEL_WIDTH else ()


def thumbnail_of(page: Page, card: Card, pictures: list[int]) -> str | None:
    """Return the address of a card's picture."""
    ranges = [i for k in card.links for i in range(*k.mark.pictures)]
    base = page_base(page.url, page.base)
    for index in ranges or pictures:
        picture = page.pictures[index].attrs
        for name in ("data-src", "data-original", "data-lazy-src", "src"):
            url = absolute(base, picture.get(name))
            if url:
                return url
        for source in (picture, *page.pictures[index].sources):
            listed = (source.get("srcset") or source.get("data-srcset") or "").split()
            url = absolute(base, listed[0].rstrip(",")) if listed else None
            if url:
                return url
    return None


def _trimmed(title: str) -> str:
    """Cut "more" and the like off the end of a title."""
    head, bar, tail = title.rpartition(" | ")
    return head if bar and tail.strip().casefold() in _words()[1] else title


def read_item(page: Page, card: Card, hints: Hints) -> HeadlineItem | None:
    """Read the story that a card shows.

    Args:
        page: The page.
        card: One of its cards.
        hints: What the caller knows.

    Returns:
        The item without its place and list, or None where no title is shown.
    """
    reading = Reading(page, card, hints)
    reading.read()
    if reading.title is None:
        return None
    return HeadlineItem(
        title=_trimmed(reading.title.text),
        url=without_tracking(card.links[0].url),
        category=reading.category,
        published=reading.moment(),
        summary=reading.summary,
        authors=reading.authors,
        thumbnail=thumbnail_of(page, card, []),
        badges=tuple(dict.fromkeys(reading.badges)),
    )


def without_ranks(items: list[HeadlineItem]) -> list[HeadlineItem]:
    """Cut the numbers off titles that count the items of a list."""
    found = [_RANK.match(i.title) for i in items]
    counted = sum(m is not None and int(m[1]) == n for n, m in enumerate(found, 1))
    if counted < max(2, len(items) // 2):
        return items
    return [
        attrs.evolve(i, title=i.title[m.end() :].strip() or i.title)
        if m and int(m[1]) == n
        else i
        for n, (i, m) in enumerate(zip(items, found, strict=True), 1)
    ]
