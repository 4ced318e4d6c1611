"""A card -> a headline item."""

import re
from functools import lru_cache
from typing import Final

from articlekit.headlines.addresses import Targets
from articlekit.headlines.arrows import is_direction, without_arrows
from articlekit.headlines.cards import Card
from articlekit.headlines.names import NOT_STORIES, name_kind
from articlekit.headlines.pieces import Cutter, Piece, whole_text
from articlekit.headlines.readings import Reading
from articlekit.headlines.small import LONGEST_WORDS, is_month, is_more
from articlekit.model.headline import HeadlineItem, ListKind
from articlekit.model.moment import Moment
from articlekit.reading.page import Page
from articlekit.rules.hints import Hints
from articlekit.text.dates import read_moment
from articlekit.text.names import every
from articlekit.text.spaces import fold_spaces
from articlekit.text.urls import absolute, without_tracking

_RANK: Final = re.compile(r"(?:#|№|No\.? ?)?(\d{1,2})[.):]?(?: |$|(?=[^\W\d_]))")
_FIRST_TIME: Final = re.compile(
    r"(\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?\b)?)(?: ?[|•·–—-] | )(?=\D{8})",
    re.IGNORECASE,
)
_LEAST_TIMED: Final = 2
_OPENING: Final = {")": "(", "]": "[", "）": "（", "】": "【"}
_MOST_PICTURES: Final = 12
_ADDRESSES: Final = ("data-src", "data-original", "data-lazy-src", "src")


def _trimmed(title: str) -> str:
    """Cut bullets off the front of a title and "more" off its end."""
    if not (title.isascii() or title.isprintable()):
        title = fold_spaces(title) or title
    title = without_arrows(title)
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


def _says_nothing(text: str) -> bool:
    """Say whether a text is no title: marks alone, "Next post", what somebody does."""
    return len(text) <= LONGEST_WORDS and _is_no_title(text)


@lru_cache(maxsize=2_048)
def _is_no_title(text: str) -> bool:
    """Say whether a short text is no title; pages repeat them."""
    if not any(map(str.isalpha, text)) or is_direction(text) or is_more(text):
        return True
    if name_kind(text) == NOT_STORIES:
        return True
    words, roles = text.casefold().split(), every("roles")
    return roles.issuperset(words) and not every("modifiers").issuperset(words)


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
            reading = _ONLY_A_TITLE
        else:
            reading = Reading(self.cutter.pieces(card))
            text = reading.title.text if reading.title else ""
        if not text or is_month(text) or _says_nothing(text):
            return None
        return Draft(_trimmed(text), card, reading)

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


def cut_times(drafts: list[Draft]) -> None:
    """Cut the times off the front of titles where most titles of a list have one."""
    found = [_FIRST_TIME.match(d.title) for d in drafts]
    timed = sum(m is not None for m in found)
    if timed < _LEAST_TIMED or 2 * timed < len(drafts):
        return
    for draft, match in zip(drafts, found, strict=True):
        if match:
            draft.title = draft.title[match.end() :]
            if draft.reading is _ONLY_A_TITLE:
                draft.reading = Reading([])
            if draft.reading.published is None:
                draft.reading.published = Piece(match[1], "date", -1)
