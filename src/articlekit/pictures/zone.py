"""Which pictures of a page stand in the article, and which around other stories."""

import re
from collections.abc import Collection
from itertools import islice
from typing import Final

from articlekit.pictures.addresses import stated_size
from articlekit.pictures.hints import FOREIGN, FRAMED, LEAD, LOOSE, SMALL, TOP, says
from articlekit.reading.page import Mark, Page, Picture
from articlekit.text.urls import absolute, page_base, same_page

_OWN_ADDRESS: Final = re.compile(
    r"(?:[/_.-]|^)(?:\w{0,20}logos?\d{0,3}|icons?|avatars?|sprite|gravatar|favicon|emoji|pixel|badge|spacer|button|btn"
    r"|1x1|arrow|flag|authors?|smilies|placeholder|profile[-_]?pic\w*|barcodes?|qr-?codes?)(?:[/_.-]|\d*$|$)",
    re.IGNORECASE,
)
_TAGS: Final = frozenset(("aside", "nav", "footer", "form", "dialog"))
_FIGURE: Final = frozenset(("figure", "amp-carousel", "amp-lightbox-gallery"))
_ARTICLE: Final = frozenset(("article",))
_SEVERAL: Final = 3
_SMALLEST: Final = 90
_AFTER: Final = 2
_MOST_ABOVE: Final = 60
_MOST_BEFORE: Final = 25
_NEAR: Final = 8
_LONG_LINK: Final = 25
_IMAGE: Final = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:$|\?)", re.IGNORECASE)
_GALLERY: Final = re.compile(
    r"(?:gallery|galeri|galleri|photo|foto|bild|image|picture|diapo|slideshow|lightbox|imagen|zoom)"
)
_SERIES: Final = re.compile(
    r"galler|galer|slide|swiper|carousel|carrousel|diapo|fotostrecke|bilderstrecke|photo-?essay"
)
_STYLES: Final = re.compile(
    r"/(?:skins?|templates?|styles/[\w-]{1,40})/(?:images|img|imageset)/"
)
_OWN_HINTS: Final = (
    "logo", "icon", "avatar", "sprite", "emoji", "pixel", "badge", "spacer", "button", "btn", "1x1", "arrow",
    "flag", "author", "smilies", "placeholder", "profile", "code",
)  # fmt: skip


class Zone:
    """The part of a page in which the article's own pictures stand.

    Attributes:
        page: The page.
        blocks: Indices of the body's blocks, sorted.
        body: The same as a set.
        first: Index of the first block of the body.
        last: Index after the last block of the body.
        title: Index of the block that holds the title, or `first`.
        since: Index of the first block before which a picture may stand.
        until: Index of the last one.
        around: The boxes that hold all of the body.
        base: What relative addresses count from.
    """

    def __init__(
        self, page: Page, body: Collection[int], title: str | None = None
    ) -> None:
        """Find the zone around the *body* blocks of *page* under its *title*."""
        self.page = page
        self.blocks = sorted(body)
        self.body = frozenset(body)
        self.first = self.blocks[0]
        self.last = self.blocks[-1] + 1
        self.title = self._title_block(title)
        self.since = self.title - _MOST_BEFORE
        self.until = self.last + _AFTER
        boxes = page.boxes
        self.around = frozenset(
            box
            for box in boxes.around(page.blocks[self.first].box)
            if boxes.first[box] <= self.first and boxes.last[box] >= self.last
        )
        self.base = page_base(page.url, page.base)
        self._foreign: dict[int, bool] = {}
        self._series: dict[int, bool] = {}

    def _title_block(self, title: str | None) -> int:
        """Return the last block above the body that is a first-level heading.

        Where there is none, the last one that holds the *title* and nothing else.
        """
        blocks, title = self.page.blocks, (title or "").casefold()
        above = range(self.first, max(-1, self.first - _MOST_ABOVE), -1)
        for at in above:
            if blocks[at].tag == "h1":
                return at
        same = (at for at in above if blocks[at].text.casefold() == title)
        return next(same, self.first)

    def is_foreign(self, box: int) -> bool:
        """Return whether *box*, or one between it and the article, is not the article's."""
        boxes, known = self.page.boxes, False
        seen: list[int] = []
        while box not in self.around and box > 0:
            if box in self._foreign:
                known = self._foreign[box]
                break
            seen.append(box)
            if boxes.tag[box] in _TAGS or self._says_foreign(box):
                known = True
                break
            box = boxes.parent[box]
        self._foreign.update(dict.fromkeys(seen, known))
        return known

    def _says_foreign(self, box: int) -> bool:
        """Return whether the words of *box* say so, and it holds no title and no body."""
        boxes = self.page.boxes
        key = boxes.key[box]
        said = says(key) if key else 0
        first, last = boxes.first[box], boxes.last[box]
        foreign = said & FOREIGN or (said & TOP and last <= self.title)
        if not (foreign or said & LOOSE) or (not foreign and said & FRAMED):
            return False
        return not any(
            first <= at < last for at in (self.title, self.first, self.last - 1)
        )

    def holds(self, picture: Picture) -> bool:
        """Return whether *picture* is the article's own."""
        if picture.block < self.since:
            return False
        if picture.block > self.until:
            return self.in_gallery(picture)
        if picture.block < self.title and not self._may_lead(picture):
            return False
        if picture.block > self.last and not self.in_figure(picture):
            return False
        return not self.is_foreign(picture.box)

    def in_gallery(self, picture: Picture) -> bool:
        """Return whether *picture*, behind the text, stands in a gallery of the article."""
        if picture.link is not None or not self.in_figure(picture):
            return False
        boxes, box, series = self.page.boxes, picture.box, -1
        while box > 0 and box not in self.around:
            if _SERIES.search(boxes.key[box]):
                series = box
            box = boxes.parent[box]
        if series < 0 or boxes.find(series, _ARTICLE) not in self.around:
            return False
        return self._is_series(series) and not self.is_foreign(picture.box)

    def _is_series(self, box: int) -> bool:
        """Return whether several pictures stand in *box*."""
        if box not in self._series:
            first, last = self.page.boxes.first[box], self.page.boxes.last[box]
            inside = [p for p in self.page.pictures if first <= p.block <= last]
            self._series[box] = len(inside) >= _SEVERAL
        return self._series[box]

    def in_figure(self, picture: Picture) -> bool:
        """Return whether *picture* stands in a figure."""
        return self.page.boxes.find(picture.box, _FIGURE) > 0

    def _may_lead(self, picture: Picture) -> bool:
        """Return whether a picture above the title can be the article's."""
        if self.in_figure(picture):
            return True
        if picture.block < self.title - _NEAR:
            return False
        boxes = self.page.boxes
        keys = (boxes.key[b] for b in islice(boxes.around(picture.box), 3))
        return any(says(key) & LEAD for key in (picture.key, *keys))


def is_themed(path: str) -> bool:
    """Return whether a picture belongs to the design of its site, not to a story."""
    return "/themes/" in path or _STYLES.search(path) is not None


def is_decoration(picture: Picture, address: str) -> bool:
    """Return whether a picture is a logo, portrait, icon or pixel."""
    width, height = stated_size(picture)
    if (width is not None and width < _SMALLEST) or (
        height is not None and height < _SMALLEST // 2
    ):
        return True
    if picture.key and says(picture.key) & SMALL:
        return True
    path = address.partition("?")[0].lower()
    if is_themed(path):
        return True
    path = path[-80:]
    if path.endswith(".svg") and width is None:
        return True
    return (
        any(hint in path for hint in _OWN_HINTS)
        and _OWN_ADDRESS.search(path) is not None
    )


def leads_elsewhere(page: Page, link: Mark | None, base: str | None) -> bool:
    """Return whether the link around a picture leads to another story."""
    href = link.attrs.get("href") if link else None
    if not link or not href or href[0] == "#" or _IMAGE.search(href[-8:]):
        return False
    if href[:11].lower() == "javascript:":
        return False
    target = absolute(base, href)
    if target is None or same_page(target, page.url):
        return False
    if len(page.text_of(link)) > _LONG_LINK:
        return True
    return not _GALLERY.search(target.lower())
