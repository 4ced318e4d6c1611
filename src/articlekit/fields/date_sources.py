"""Where the dates of a page stand: data, elements, text, address."""

import re
from collections.abc import Iterator
from typing import Final, cast

from articlekit.fields.clues import Clues
from articlekit.fields.date_lines import (
    LIKELY,
    LONGEST_LINE,
    SURE,
    Source,
    changed_lines,
    clock_lines,
    from_lines,
    from_times,
    is_later,
    raw_of,
)
from articlekit.fields.title import headline_block
from articlekit.reading.structured import types_of

_LD: Final = (
    ("datePublished", 0.8, False),
    ("dateCreated", 0.4, False),
    ("uploadDate", 0.3, False),
    ("dateModified", 0.8, True),
)
_SURE_METAS: Final = {
    "article:published_time": 0.78, "og:article:published_time": 0.7,
    "article:published": 0.7, "parsely-pub-date": 0.7, "datepublished": 0.7,
    "date": 0.55, "pubdate": 0.6, "publish_date": 0.65, "publication_date": 0.65,
    "dc.date": 0.5, "dc.date.issued": 0.65, "dcterms.date": 0.4, "dcterms.created": 0.55,
    "dc.date.created": 0.5, "sailthru.date": 0.65, "cxenseparse:publishtime": 0.7,
    "cxenseparse:recs:publishtime": 0.7, "prism.publicationdate": 0.6, "citation_date": 0.6,
    "citation_publication_date": 0.6, "rnews:datepublished": 0.6, "og:pubdate": 0.6,
    "datecreated": 0.5, "article.published": 0.65, "bt:pubdate": 0.65,
}  # fmt: skip
_NEVER: Final = (
    "expir",
    "valid",
    "sunset",
    "start",
    "end_",
    "event",
    "birth",
    "time_zone",
    "timezone",
    "ttl",
    "unavailable",
    "image",
    "video",
    "refresh",
    "verif",
    "reading",
    "readtime",
    "duration",
    "deadline",
    "available",
    "generat",
    "crawl",
    "cache",
)
_LATER_META: Final = 0.75
_LAST_EPOCH: Final = 1e13
_UTC: Final = ("Z", "+00:00", "+0000", "GMT", "UTC")
_URL_DAY_FIRST: Final = re.compile(
    r"/(0[1-9]|[12]\d|3[01])[.-](0[1-9]|1[0-2])[.-](20\d\d)(?!\d)"
)
_URL_DATE: Final = re.compile(
    r"/((?:19|20)\d\d)[/_.-]?(0[1-9]|1[0-2]|[1-9](?=[/_-]))[/_.-]?(0[1-9]|[12]\d|3[01]|[1-9](?=[/_-]))(?!\d)"
)


def _from_ld(clues: Clues) -> Iterator[Source]:
    """Yield the dates of the main article, else of the page as a whole."""
    node, factor = clues.article, 1.0
    if not any(name in node for name, _, _ in _LD):
        wanted = frozenset(
            (
                "webpage",
                "itempage",
                "videoobject",
                "recipe",
                "qapage",
                "imagegallery",
                "podcastepisode",
                "review",
                "creativework",
                "medicalwebpage",
                "collectionpage",
            )
        )
        node = next(
            (
                n
                for n in clues.page.structured.nodes
                if types_of(n) & wanted and "datePublished" in n
            ),
            dict[str, object](),
        )
        factor = 0.8
    for name, confidence, later in _LD:
        value = node.get(name)
        if isinstance(value, list):
            value = next(iter(cast("list[object]", value)), None)
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(int(value)) if abs(value) < _LAST_EPOCH else ""
        if isinstance(value, str) and value:
            yield Source(value, "json-ld", name, confidence * factor, later)


def _from_metas(clues: Clues) -> Iterator[Source]:
    """Yield the dates of meta elements, known names first in their own order."""
    for name, values in clues.page.metas.items():
        confidence = _SURE_METAS.get(name)
        if confidence:
            yield Source(values[0], "meta", name, confidence, later=False)
        elif _speaks_of_dates(name) and _may_be_date(values[0]):
            later = is_later(name)
            weight = _LATER_META if later else LIKELY
            yield Source(values[0], "meta", name, weight, later)


def _speaks_of_dates(name: str) -> bool:
    """Say whether a meta's name speaks of when the article was made."""
    found = "date" in name or "time" in name or "publi" in name or "modif" in name
    return found and not any(w in name for w in _NEVER)


def _may_be_date(raw: str) -> bool:
    """Say whether a meta's content is short and has a digit."""
    return len(raw) < LONGEST_LINE and any(map(str.isdigit, raw))


def _from_props(clues: Clues) -> Iterator[Source]:
    """Yield the dates of microdata and RDFa that belong to the article."""
    for name, confidence, later in (
        ("datepublished", 0.72, False),
        ("datecreated", 0.5, False),
        ("pubdate", 0.5, False),
        ("datemodified", 0.72, True),
    ):
        marks = clues.props.get(name, ())
        for mark in marks[:1]:
            factor = 1.0 if len(marks) < 3 else 0.6
            yield Source(
                raw_of(clues, mark), "microdata", name, confidence * factor, later
            )


def _from_url(clues: Clues) -> Iterator[Source]:
    """Yield the day that the address names."""
    if found := address_day(clues.address or ""):
        yield Source(found[0], "url", "path", found[1], later=False)


def address_day(address: str) -> tuple[str, float] | None:
    """Return the day that an address names.

    Args:
        address: Address of a page.

    Returns:
        Year, month and day in figures, and how sure it is; None where no part
        of the address is a date.
    """
    if match := _URL_DATE.search(address):
        return "-".join(match.groups()), 0.5
    if match := _URL_DAY_FIRST.search(address):
        return "-".join(reversed(match.groups())), 0.3
    return None


def date_sources(clues: Clues) -> list[Source]:
    """List all raw dates; printed ones only where the head of the page is poor."""
    found = [
        *_from_ld(clues),
        *_from_metas(clues),
        *_from_props(clues),
        *_from_url(clues),
    ]
    head = headline_block(clues)
    found += from_times(clues, head)
    sure = [s.raw for s in found if s.confidence > SURE - 0.1 and not s.later]
    if not sure or len({raw[:10] for raw in sure}) > 1:
        found += from_lines(clues, head)
    elif all(raw.endswith(_UTC) or ":" not in raw for raw in sure):
        # The page may print the same time in its own zone, or the time of the day.
        found += clock_lines(clues, head)
    if not any(source.later for source in found):
        found += changed_lines(clues, head)
    return found
