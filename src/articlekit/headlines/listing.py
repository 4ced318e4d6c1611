"""Front and section pages: is this one, and what does it list."""

from collections.abc import Collection
from typing import Final

from articlekit.headlines.addresses import OTHER, STORY, path_kind
from articlekit.headlines.cards import width_of
from articlekit.headlines.find import find_headlines
from articlekit.headlines.names import folded, is_list_heading
from articlekit.headlines.stated import stated_items
from articlekit.model.headline import HeadlineItem, HeadlineList
from articlekit.reading.page import Page
from articlekit.rules.hints import NO_HINTS, Hints
from articlekit.text.urls import absolute, page_base, path_of

_NOTHING: Final[frozenset[int]] = frozenset()
_LONG_TEXT, _SENTENCE, _MUCH_TEXT = 140, 60, 1_500
_STOPS: Final = frozenset(".!?。！？।۔؟”»」")
_LEAST_ITEMS: Final = 5
_LEAST_UNSURE: Final = 12
_LONGEST_NEXT: Final = 24
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
        The list; where the page shows none, what its JSON-LD lists. Its warnings hold "empty-list" where the page lists nothing,
        or where the heading of a list stands over nothing.
    """
    items = find_headlines(page, body=_NOTHING, hints=hints)
    if not items:
        items = stated_items(page, hints)
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
        if mark.first == mark.last and mark.end - mark.start < _LONGEST_NEXT:
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
    body: Collection[int],
    items: tuple[HeadlineItem, ...] | None = None,
) -> bool:
    """Say whether a page lists stories, and is none itself.

    Args:
        page: An HTML page.
        body: Indices of the blocks that were taken for the body.
        items: The headline items beside that body, where they are known.

    Returns:
        True for front and section pages.
    """
    path = path_of(page.url).strip("/")
    kind = path_kind("/" + path) if path else OTHER
    if kind == STORY:
        return False
    least = _LEAST_ITEMS if page.url and kind == OTHER else _LEAST_UNSURE
    if items is not None:
        if len(items) >= least and _lists(page, body, items):
            return True
        if not page.url or not body:
            return False
    # The teasers of a list may have been taken for a body.
    items = find_headlines(page, body=_NOTHING, hints=NO_HINTS)
    return len(items) >= least and _lists(page, body, items)


def _lists(page: Page, body: Collection[int], items: tuple[HeadlineItem, ...]) -> bool:
    """Say whether *items* outweigh the body."""
    listed, running = _shares(page, body, items)
    if running >= _MUCH_TEXT and 2 * listed < running:
        return False
    if (page.meta("og:type") or "").lower() == "article":
        return running < listed
    return running < sum(width_of(i.title) + width_of(i.summary or "") for i in items)


def _runs_on(text: str, width: int) -> bool:
    """Say whether a text is a paragraph: long, or a sentence."""
    return width >= _LONG_TEXT or (width >= _SENTENCE and text[-1] in _STOPS)


def _shares(
    page: Page, body: Collection[int], items: tuple[HeadlineItem, ...]
) -> tuple[int, int]:
    """Return how wide a part of the body is that of items, and how much runs on."""
    texts = {i.title for i in items} | {i.summary for i in items if i.summary}
    listed = running = 0
    for index in body:
        block = page.blocks[index]
        text = block.text
        width = len(text) if len(text) >= _LONG_TEXT else width_of(text)
        if text in texts:
            listed += width
        elif _runs_on(text, width) and block.link_chars * 3 < len(text):
            running += width
    return listed, running
