"""HTML to the columns of a `Page`: parsed and walked in one go, without a tree."""

import re
from typing import Final, cast

from lxml import etree

from articlekit.reading.controls import shows_controls, without_controls
from articlekit.reading.deadline import Deadline
from articlekit.reading.lines import SourceLines
from articlekit.reading.markup_walk import Walk
from articlekit.reading.page import Page
from articlekit.reading.scan import check_source
from articlekit.rules.limits import DEFAULT_LIMITS, Limits

_PIECE: Final = 16_384
_LANGUAGE: Final = re.compile(
    rb"""<html\b[^>]{0,2000}?\s(?:xml:)?lang\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{1,40})""",
    re.IGNORECASE,
)


class _Source:
    """The source as a file, which ends where the walk cannot go on.

    libxml2 itself does not stop where a callback raises: it reads on to the end,
    and takes quadratic time where end tags stand in many open elements.
    """

    def __init__(self, data: bytes, walk: Walk, lines: SourceLines) -> None:
        self._data = data
        self._walk = walk
        self._lines = lines
        self._at = 0

    def read(self, _size: int = -1, /) -> bytes:
        """Return the next piece."""
        walk, at = self._walk, self._at
        if walk.has_failed:
            return b""
        self._lines.offsets.append(at)
        self._lines.blocks.append(len(walk.blocks))
        self._at = at + _PIECE
        return self._data[at : at + _PIECE]


def read_markup(
    source: str | bytes,
    *,
    url: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    deadline: Deadline | None = None,
) -> Page:
    """Read an HTML page.

    Args:
        source: The page; as bytes in UTF-8, see `to_utf8`.
        url: Its address, if known.
        limits: What it may cost.
        deadline: The clock that is running, if one is.

    Returns:
        The filled columns; without blocks where the page has no text.

    Raises:
        LimitError: The page goes over one of *limits*.
    """
    deadline = deadline or Deadline(limits.deadline)
    data = source.encode("utf-8", "replace") if isinstance(source, str) else source
    page = _read(data.replace(b"\0", b""), url, limits, deadline)
    if shows_controls(page):
        page = _read(without_controls(page.source), url, limits, deadline)
    return page


def _read(data: bytes, url: str | None, limits: Limits, deadline: Deadline) -> Page:
    """Read a page that holds no NUL, as `read_markup` does."""
    check_source(data, limits)
    lines = SourceLines(data)
    page = Page(kind="html", url=url, source=data, lines=lines)
    walk = Walk(page, limits, deadline)
    parser = etree.HTMLParser(
        encoding="utf-8",
        recover=True,
        no_network=True,
        huge_tree=True,
        # The stubs want callbacks for comments too, which would cost time.
        target=cast("etree.ParserTarget[None]", walk),
    )
    try:
        etree.parse(_Source(data, walk, lines), parser)
        walk.finish()
    finally:
        walk.release()
    deadline.check()
    if page.language is None:
        page.language = _late_language(data)
    return page


def _late_language(data: bytes) -> str | None:
    """Return the language that a second `html` tag declares, or None.

    The first may be one that the parser adds where text or a script stands before
    it, and then the parser drops the one of the page.
    """
    for name in (b"<html", b"<HTML"):
        at = data.find(name)
        if at >= 0 and (match := _LANGUAGE.match(data, at)):
            return match.group(1).decode("ascii", "replace")
    return None
