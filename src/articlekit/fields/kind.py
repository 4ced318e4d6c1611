"""What a page is: an article, a live blog, a video, a gallery, a listing."""

import re
from collections.abc import Iterator
from typing import Final

from articlekit.fields.clues import Clues
from articlekit.fields.contest import Candidate, Finding, decide
from articlekit.model import ArticleKind
from articlekit.reading.structured import ARTICLE_TYPES, types_of
from articlekit.text.names import is_cjk

_LD_TYPES: Final = {
    "liveblogposting": (ArticleKind.LIVE_BLOG, 0.85),
    "videoobject": (ArticleKind.VIDEO, 0.3),
    "imagegallery": (ArticleKind.GALLERY, 0.7),
    "mediagallery": (ArticleKind.GALLERY, 0.7),
    "videogallery": (ArticleKind.VIDEO, 0.5),
    "collectionpage": (ArticleKind.LISTING, 0.5),
    "profilepage": (ArticleKind.OTHER, 0.6),
    "product": (ArticleKind.OTHER, 0.5),
    "searchresultspage": (ArticleKind.LISTING, 0.7),
}
_OG: Final = {
    "article": (ArticleKind.ARTICLE, 0.5),
    "profile": (ArticleKind.OTHER, 0.6),
    "product": (ArticleKind.OTHER, 0.6),
}
_URL: Final = (
    (
        re.compile(
            r"/(?:live-?blog|liveticker|live-ticker|live-updates?|en-direct|directo|minuto-a-minuto|live)(?:[/-]|$)"
        ),
        ArticleKind.LIVE_BLOG,
        0.45,
    ),
    (re.compile(r"/(?:videos?|watch|mediathek|vidéos?)/"), ArticleKind.VIDEO, 0.4),
    (
        re.compile(
            r"/(?:galler(?:y|ies)|fotos?|photos?|fotostrecken?|bildergalerien?|galeria|slideshow|diaporama|galerie)[/-]"
        ),
        ArticleKind.GALLERY,
        0.45,
    ),
)
_ROOT: Final = re.compile(r"https?://[^/]+/?(?:index\.\w+)?(?:[?#].*)?$")
_DATES: Final = ("article:published_time", "datepublished", "date", "dc.date")
_STOPS: Final = tuple('.!?…。！？।۔؟”"»')
_BRIEF, _EAST = 100, 3
_LONG, _SHORT, _MANY_ENTRIES, _MANY_STORIES, _MANY_PICTURES = 1200, 350, 4, 25, 8


def _candidates(
    clues: Clues, text: str, *, dated: bool, entries: int, stories: int, pictures: int
) -> Iterator[Candidate[ArticleKind]]:
    """Yield what data, address and content say."""
    types = frozenset[str]().union(*(types_of(n) for n in clues.page.structured.nodes))
    if types & ARTICLE_TYPES - {"liveblogposting"}:
        yield Candidate(ArticleKind.ARTICLE, "json-ld", "@type", "article", 0.6)
    for name, (kind, confidence) in _LD_TYPES.items():
        if name in types:
            yield Candidate(kind, "json-ld", "@type", name, confidence)
    yield from _by_head(clues)
    dated = dated or is_dated(clues)
    yield from _by_content(
        text, dated=dated, entries=entries, stories=stories, pictures=pictures
    )


def is_dated(clues: Clues) -> bool:
    """Say whether the head or the markup of a page states when it was published."""
    return (
        "datePublished" in clues.article
        or clues.page.meta(*_DATES) is not None
        or bool(clues.times)
        or "datepublished" in clues.props
    )


def _by_head(clues: Clues) -> Iterator[Candidate[ArticleKind]]:
    """Yield what the head of the page and its address say."""
    og_type = (clues.page.meta("og:type") or "").casefold()
    if og_type.startswith("video"):
        yield Candidate(ArticleKind.VIDEO, "meta", "og:type", og_type, 0.5)
    elif og_type in _OG:
        yield Candidate(_OG[og_type][0], "meta", "og:type", og_type, _OG[og_type][1])
    address = (clues.address or "").casefold()
    for pattern, kind, confidence in _URL:
        if match := pattern.search(address):
            yield Candidate(kind, "url", "path", match[0], confidence)
    if _ROOT.match(address):
        yield Candidate(ArticleKind.LISTING, "url", "path", address, 0.7)


def _by_content(
    text: str, *, dated: bool, entries: int, stories: int, pictures: int
) -> Iterator[Candidate[ArticleKind]]:
    """Yield what the content is like."""
    size = len(text) * (_EAST if is_cjk(text[:_LONG]) else 1)
    length = str(len(text))
    if entries >= _MANY_ENTRIES:
        yield Candidate(ArticleKind.LIVE_BLOG, "element", "entries", str(entries), 0.8)
    if size >= _LONG:
        yield Candidate(ArticleKind.ARTICLE, "text", "length", length, 0.6)
    elif size >= _SHORT:
        yield Candidate(ArticleKind.ARTICLE, "text", "length", length, 0.4)
        if pictures >= _MANY_PICTURES:
            yield Candidate(
                ArticleKind.GALLERY, "element", "pictures", str(pictures), 0.3
            )
    elif stories >= _MANY_STORIES:
        yield Candidate(ArticleKind.LISTING, "element", "stories", str(stories), 0.6)
    elif dated and size >= (_BRIEF if text.endswith(_STOPS) else 2 * _BRIEF):
        yield Candidate(ArticleKind.ARTICLE, "text", "length", length, 0.3)
    else:
        yield Candidate(ArticleKind.OTHER, "text", "length", length, 0.2)


def find_kind(
    clues: Clues,
    text: str = "",
    *,
    entries: int = 0,
    stories: int = 0,
    pictures: int = 0,
    dated: bool = False,
) -> Finding[ArticleKind]:
    """Find what the page is.

    Args:
        clues: The page.
        text: The running text.
        entries: How many entries of a live blog the body has.
        stories: How many other stories the page lists.
        pictures: How many pictures the article has.
        dated: Whether the page shows when it was published.
    """
    return decide(
        "kind",
        _candidates(
            clues,
            text,
            dated=dated,
            entries=entries,
            stories=stories,
            pictures=pictures,
        ),
    )
