"""The entry points."""

from collections.abc import Collection
from datetime import datetime
from typing import Final, Literal

import attrs

from articlekit.errors import LimitError
from articlekit.extract import extract, wanted_fields
from articlekit.extract_feed import feed_article
from articlekit.extract_markup import own_address
from articlekit.fields.authors import parse_byline
from articlekit.headlines.listing import read_list
from articlekit.model import Article, HeadlineList
from articlekit.pictures.credits import parse_credit
from articlekit.profiles.choice import Profiles, guide_for
from articlekit.reading.deadline import Deadline
from articlekit.reading.encoding import (
    check_blank,
    check_printable,
    to_utf8,
    without_surrogates,
)
from articlekit.reading.markup import read_markup
from articlekit.reading.mhtml import find_part
from articlekit.reading.page import Page
from articlekit.reading.plaintext import looks_like_html, read_plain
from articlekit.rules.hints import Hints
from articlekit.rules.limits import DEFAULT_LIMITS, Limits
from articlekit.text.tags import check_language
from articlekit.text.zones import named_zone

_HEAD_OF_FEED: Final = 400
_SIGNS_OF_FEEDS: Final = ("<?xml", "<rss", "<feed", "<urlset", "<rdf:", "jsonfeed.org")


def _check_input(source: object, limits: Limits) -> None:
    if not isinstance(source, str | bytes):
        message = f"a page is str or bytes, not {type(source).__name__}"
        raise TypeError(message)
    if len(source) > limits.bytes:
        raise LimitError("bytes", limits.bytes, len(source))


def _as_utf8(
    source: str | bytes, content_type: str | None, limits: Limits
) -> tuple[bytes, str]:
    """Return *source* in UTF-8, and its start as text, or all of it."""
    _check_input(source, limits)
    if isinstance(source, bytes):
        return to_utf8(source, content_type)
    check_blank(source)
    check_printable(source)
    text = without_surrogates(source)
    return text.encode("utf-8"), text


def _hints(
    *,
    url: str | None,
    content_type: str | None,
    language: str | None,
    timezone: str | None,
    now: datetime | None,
) -> Hints:
    check_language(language)
    if timezone is not None and named_zone(timezone) is None:
        message = f"{timezone!r} is no known time zone"
        raise ValueError(message)
    return Hints(
        url=url,
        content_type=content_type,
        language=language,
        timezone=timezone,
        now=now,
    )


def _parse(
    source: str | bytes,
    *,
    kind: Literal["html", "text"] | None,
    hints: Hints,
    profiles: Profiles,
    fields: Collection[str] | None,
    limits: Limits,
) -> Article:
    wanted = wanted_fields(fields)
    deadline = Deadline(limits.deadline)
    _check_input(source, limits)
    source, hints = _opened(source, hints)
    if kind is None and _may_be_feed(source) and (found := _feed(source, hints)):
        return feed_article(found, wanted)
    page = _read(source, kind=kind, hints=hints, limits=limits, deadline=deadline)
    guide = guide_for(page, hints, profiles, deadline)
    return extract(page, guide, wanted=wanted, deadline=deadline)


def _opened(source: str | bytes, hints: Hints) -> tuple[str | bytes, Hints]:
    """Take the page out of a message, with what that says of it."""
    part = find_part(source)
    if part is None:
        return source, hints
    known = hints.url or part.url
    return part.data, attrs.evolve(hints, url=known, content_type=part.content_type)


def _feed(source: str | bytes, hints: Hints) -> HeadlineList | None:
    """Read a feed or news sitemap; None where *source* is none."""
    # What reads feeds is imported by those alone who may have some.
    from articlekit.headlines.feeds import is_feed, parse_feed

    return parse_feed(source, hints) if is_feed(source) else None


def _may_be_feed(source: str | bytes) -> bool:
    """Say whether *source* begins as a feed may: few pages do."""
    start = source[:_HEAD_OF_FEED]
    text = start if isinstance(start, str) else start.decode("latin-1")
    return any(sign in text for sign in _SIGNS_OF_FEEDS)


def _read(
    source: str | bytes,
    *,
    kind: Literal["html", "text"] | None,
    hints: Hints,
    limits: Limits,
    deadline: Deadline,
) -> Page:
    """Read *source* as what it is, or as what the caller says it is."""
    utf8, start = _as_utf8(source, hints.content_type, limits)
    if kind == "html" or (kind is None and looks_like_html(start)):
        return read_markup(utf8, url=hints.url, limits=limits, deadline=deadline)
    return read_plain(utf8.decode("utf-8"), url=hints.url, limits=limits)


def parse(  # noqa: PLR0913 - each is an option of its own
    source: str | bytes,
    *,
    url: str | None = None,
    content_type: str | None = None,
    language: str | None = None,
    timezone: str | None = None,
    now: datetime | None = None,
    profiles: Profiles = None,
    fields: Collection[str] | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Article:
    """Turn a saved news page into values.

    Args:
        source: The page, HTML or plain text; which of them is found out. A page that
            a browser saved in one file (MHTML) and an e-mail as it was sent are
            opened; a feed or news sitemap is a listing.
        url: Its address; relative links count from it.
        content_type: The HTTP header of that name.
        language: BCP 47 tag, where it is known.
        timezone: IANA name or offset of the zone that the page's times are in
            where it names none.
        now: The moment that relative dates count from and no date may be after.
            Without it a relative date has no value, and none is in the future.
        profiles: Source profiles that may be used: None for those that are
            installed or come with the library, () for none at all, else a
            `Registry` or a collection of profiles.
        fields: Names of the `Article` attributes to compute; None is all.
            Where "status" is not among them, it says only what the others
            found out.
        limits: What the page may cost.

    Returns:
        The article. What the page lacks is None or (); what kind of page it is
        stands in `kind` and `status`.

    Raises:
        TypeError: *source* is neither str nor bytes.
        ValueError: *fields* names no attribute of `Article`, *language* is no
            well-formed tag, or *timezone* is not known.
        InputError: The page cannot be read: `EmptyInputError`,
            `DecodingError` or `LimitError`.
    """
    return _parse(
        source,
        kind=None,
        hints=_hints(
            url=url,
            content_type=content_type,
            language=language,
            timezone=timezone,
            now=now,
        ),
        profiles=profiles,
        fields=fields,
        limits=limits,
    )


def parse_html(  # noqa: PLR0913 - each is an option of its own
    source: str | bytes,
    *,
    url: str | None = None,
    content_type: str | None = None,
    language: str | None = None,
    timezone: str | None = None,
    now: datetime | None = None,
    profiles: Profiles = None,
    fields: Collection[str] | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Article:
    """Turn a saved HTML page into values; see `parse`.

    The page is read as HTML even where it looks like plain text.
    """
    return _parse(
        source,
        kind="html",
        hints=_hints(
            url=url,
            content_type=content_type,
            language=language,
            timezone=timezone,
            now=now,
        ),
        profiles=profiles,
        fields=fields,
        limits=limits,
    )


def parse_text(  # noqa: PLR0913 - each is an option of its own
    source: str | bytes,
    *,
    url: str | None = None,
    content_type: str | None = None,
    language: str | None = None,
    timezone: str | None = None,
    now: datetime | None = None,
    profiles: Profiles = None,
    fields: Collection[str] | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Article:
    """Turn a page that was saved as plain text into values; see `parse`.

    The page is read as plain text even where it looks like HTML.
    """
    return _parse(
        source,
        kind="text",
        hints=_hints(
            url=url,
            content_type=content_type,
            language=language,
            timezone=timezone,
            now=now,
        ),
        profiles=profiles,
        fields=fields,
        limits=limits,
    )


def parse_headlines(
    source: str | bytes,
    *,
    url: str | None = None,
    content_type: str | None = None,
    language: str | None = None,
    timezone: str | None = None,
    now: datetime | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> HeadlineList:
    """Read the stories of a front or section page, or of a feed.

    Args:
        source: The page, HTML or plain text; or RSS, RDF, Atom, JSON Feed or a
            news sitemap.
        url: Its address; relative links count from it.
        content_type: The HTTP header of that name.
        language: BCP 47 tag, where it is known.
        timezone: Zone of times that name none.
        now: The moment that relative dates count from.
        limits: What the page may cost.

    Returns:
        The stories in the order of the page. `warnings` holds "empty-list"
        where it lists nothing, or the heading of a list stands over nothing.

    Raises:
        TypeError: *source* is neither str nor bytes.
        ValueError: *language* is no well-formed tag.
        InputError: The page cannot be read.
    """
    hints = _hints(
        url=url,
        content_type=content_type,
        language=language,
        timezone=timezone,
        now=now,
    )
    _check_input(source, limits)
    source, hints = _opened(source, hints)
    if found := _feed(source, hints):
        return found
    deadline = Deadline(limits.deadline)
    page = _read(source, kind=None, hints=hints, limits=limits, deadline=deadline)
    if page.kind == "text":
        # Few callers have text pages, and their rooms take long to import.
        from articlekit.headlines.lines import list_of_lines

        return list_of_lines(page, hints)
    if page.url is None and page.base is None:
        page.base = own_address(page)
    return read_list(page, hints)


__all__ = [
    "Profiles",
    "parse",
    "parse_byline",
    "parse_credit",
    "parse_headlines",
    "parse_html",
    "parse_text",
]
