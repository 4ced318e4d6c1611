"""Frames, videos and posts that are set into the text."""

from collections.abc import Collection, Iterator
from typing import Final

from articlekit.model import Embed
from articlekit.reading.page import Media, Page
from articlekit.text.urls import absolute, host_of

_KINDS: Final = {
    "youtube.com": "video", "youtube-nocookie.com": "video", "youtu.be": "video",
    "vimeo.com": "video", "dailymotion.com": "video", "brightcove.net": "video",
    "jwplatform.com": "video", "rumble.com": "video", "rutube.ru": "video",
    "twitter.com": "tweet", "x.com": "tweet", "instagram.com": "instagram",
    "facebook.com": "facebook", "tiktok.com": "tiktok", "t.me": "telegram",
    "soundcloud.com": "audio", "spotify.com": "audio", "podbean.com": "audio",
    "datawrapper.de": "graphic", "dwcdn.net": "graphic", "flourish.studio": "graphic",
    "infogram.com": "graphic", "documentcloud.org": "document", "scribd.com": "document",
}  # fmt: skip
_TAGS: Final = {
    "video": "video", "audio": "audio", "amp-video": "video", "amp-youtube": "video",
    "amp-twitter": "tweet", "amp-instagram": "instagram", "amp-facebook": "facebook",
    "amp-brightcove": "video",
}  # fmt: skip
_ADDRESSES: Final = ("src", "data-src", "data-lazy-src", "data-url")


def _address(media: Media, base: str | None) -> str | None:
    written = (media.attrs.get(name) for name in _ADDRESSES)
    found = (absolute(base, href) for href in (*written, *media.sources))
    return next(filter(None, found), None)


def _kind(media: Media, url: str | None) -> str:
    """Name what is embedded, by its tag or the site that it comes from."""
    if media.tag in _TAGS:
        return _TAGS[media.tag]
    host = host_of(url)
    if host.startswith(("google.", "maps.google")) and url and "/maps" in url:
        return "map"
    while "." in host:
        if host in _KINDS:
            return _KINDS[host]
        host = host.partition(".")[2]
    return "other"


def find_embeds(page: Page, body: Collection[int]) -> Iterator[tuple[Embed, int]]:
    """Find what is embedded between the blocks of the body.

    Args:
        page: The page.
        body: Indices of the body's blocks.

    Yields:
        What is embedded, with the index of the block that follows it. Frames of
        unknown sites are left out: most of them are advertisements.
    """
    if not body or not page.media:
        return
    first, last = min(body), max(body)
    base = page.base or page.url
    for media in page.media:
        if first < media.block <= last:
            url = _address(media, base)
            kind = _kind(media, url)
            if kind != "other":
                yield Embed(kind, url), media.block
