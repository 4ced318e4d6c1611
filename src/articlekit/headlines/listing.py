"""Front and section pages: is this one, and what does it list."""

from typing import Final
from urllib.parse import urlsplit

from articlekit.headlines.addresses import OTHER, STORY, path_kind
from articlekit.headlines.find import find_headlines
from articlekit.headlines.names import folded, is_list_heading
from articlekit.model.headline import HeadlineItem, HeadlineList
from articlekit.reading.page import Page
from articlekit.rules.hints import Hints
from articlekit.text.urls import absolute, page_base

_NOTHING: Final[frozenset[int]] = frozenset()
_LONG_TEXT: Final = 140
_HEADING_TAGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_FEEDS: Final = (
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/rdf+xml",
)
_NEXT: Final = frozenset(
    "next|next page|older|older posts|older stories|nächste|nächste seite|weiter|ältere beiträge|suivant|page suivante"
    "|suivante|siguiente|página siguiente|seguinte|próxima|próxima página|successivo|successiva|pagina successiva"
    "|volgende|volgende pagina|nästa|nästa sida|neste|neste side|næste|næste side|seuraava|następna|następna strona"
    "|další|další stránka|ďalšia|következő|următoarea|следваща|sljedeća|sledeća|naslednja|επόμενη|sonraki|sonraki sayfa"
    "|следующая|вперёд|далее|наступна|далі|kitas|nākamā|järgmine|التالي|הבא|بعدی|अगला|selanjutnya|berikutnya"
    "|seterusnya|trang sau|ถัดไป|下一页|下一頁|次へ|次のページ|다음|다음 페이지".split(
        "|"
    )
)


def read_list(page: Page, hints: Hints) -> HeadlineList:
    """Read the stories of a front or section page.

    Args:
        page: An HTML page.
        hints: What the caller knows.

    Returns:
        The list. Its warnings hold "empty-list" where the page lists nothing,
        or where the heading of a list stands over nothing.
    """
    items = find_headlines(page, body=_NOTHING, hints=hints)
    base = page_base(page.url, page.base)
    return HeadlineList(
        url=page.url,
        title=page.meta("og:title") or page.title_tag,
        items=items,
        next_url=_next_url(page, base),
        feeds=_feeds(page, base),
        warnings=("empty-list",) if not items or has_empty_list(page, items) else (),
    )


def _feeds(page: Page, base: str | None) -> tuple[str, ...]:
    """Return the addresses of the feeds that a page names."""
    found = (
        absolute(base, link.href)
        for link in page.head_links
        if "alternate" in link.rel and link.attrs.get("type", "").lower() in _FEEDS
    )
    return tuple(dict.fromkeys(url for url in found if url))


def _next_url(page: Page, base: str | None) -> str | None:
    """Return the address of the next page."""
    for link in page.head_links:
        if link.rel == "next":
            return absolute(base, link.href)
    for mark in page.links:
        rel = mark.attrs.get("rel", "")
        if rel == "next":
            return absolute(base, mark.attrs["href"])
    for mark in reversed(page.links):
        if mark.first == mark.last and mark.end - mark.start < 24:
            text = folded(page.text_of(mark))
            if text in _NEXT:
                return absolute(base, mark.attrs["href"])
    return None


def has_empty_list(page: Page, items: tuple[HeadlineItem, ...]) -> bool:
    """Say whether the heading of a list of stories stands over nothing.

    Args:
        page: An HTML page.
        items: The stories that were found on it.
    """
    named = {item.block for item in items}
    boxes = page.boxes
    for block in page.blocks:
        if (
            block.tag in _HEADING_TAGS
            and block.text not in named
            and is_list_heading(block.text)
        ):
            around = boxes.parent[block.box]
            if around >= 0 and boxes.last[around] - boxes.first[around] == 1:
                return True
    return False


def is_listing(
    page: Page,
    body: frozenset[int] | set[int],
    items: tuple[HeadlineItem, ...] | None = None,
) -> bool:
    """Say whether a page lists stories, and is none itself.

    Args:
        page: An HTML page.
        body: Indices of the blocks that were taken for the body.
        items: Its headline items, where they are known already.

    Returns:
        True for front and section pages.
    """
    path = urlsplit(page.url).path if page.url else ""
    kind = path_kind(path) if path.strip("/") else OTHER
    if (page.meta("og:type") or "").lower() == "article" or kind == STORY:
        return False
    blocks = page.blocks
    texts = [
        len(blocks[i].text)
        for i in body
        if blocks[i].link_chars * 3 < len(blocks[i].text)
    ]
    running = sum(n for n in texts if n >= _LONG_TEXT)
    if items is None:
        items = find_headlines(page, body=_NOTHING, hints=Hints())
    shown = sum(len(i.title) + len(i.summary or "") for i in items)
    least = 5 if page.url and kind == OTHER else 12
    return len(items) >= least and running < shown
