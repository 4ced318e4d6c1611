"""The other stories that a page lists."""

from enum import StrEnum

import attrs

from articlekit.model.moment import Moment
from articlekit.model.portable import Portable


class ListKind(StrEnum):
    """What a list of headlines is for."""

    TOP = "top"
    LATEST = "latest"
    MOST_READ = "most_read"
    RELATED = "related"
    INLINE = "inline"
    OPINION = "opinion"
    OTHER = "other"


@attrs.frozen
class HeadlineItem(Portable):
    """Another story, as the page shows it.

    Attributes:
        title: The headline as a reader sees it, without rank number, badge,
            kicker and comment count.
        url: Absolute address without tracking, or None on a text page.
        category: Section label shown with the item; its kicker where the item
            shows no other label; or None.
        kicker: Line above or in front of the title that names no section, such
            as "Analysis" or a long-running story, or None.
        published: Date shown with the item, or None.
        summary: Teaser, or None.
        authors: Names shown with the item.
        thumbnail: Absolute address of its picture, or None.
        badges: Marks such as "live", "video", "premium", "sponsored".
        block: Name of the list as shown, or None.
        block_kind: What the list is for.
        rank: Place among all items of the page, from 1.
        block_rank: Place in its list, from 1.
    """

    title: str
    url: str | None = None
    category: str | None = None
    kicker: str | None = None
    published: Moment | None = None
    summary: str | None = None
    authors: tuple[str, ...] = ()
    thumbnail: str | None = None
    badges: tuple[str, ...] = ()
    block: str | None = None
    block_kind: ListKind = ListKind.OTHER
    rank: int = 1
    block_rank: int = 1


@attrs.frozen
class HeadlineList(Portable):
    """The stories of a front or section page, or of a feed.

    Attributes:
        url: Address of the page, or None.
        title: Title of the page or feed, or None.
        items: The stories in order.
        next_url: Absolute address of the next page, or None.
        feeds: Absolute addresses of feeds that the page names.
        warnings: Codes such as "empty-list".
    """

    url: str | None = None
    title: str | None = None
    items: tuple[HeadlineItem, ...] = ()
    next_url: str | None = None
    feeds: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
