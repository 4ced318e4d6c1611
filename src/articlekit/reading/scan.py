"""A look at the source before libxml2 gets it.

libxml2 before 2.14 takes time quadratic in the attributes of one tag and cannot be
interrupted, so the bounds are checked before it starts. A later one needs that only
for pages that can hold a tag over the limit of length.
"""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

from lxml import etree

from articlekit.errors import LimitError
from articlekit.rules.limits import Limits

_IS_LINEAR: Final = etree.LIBXML_VERSION >= (2, 14)
# A start tag as the HTML standard reads it: quotation marks count only after
# "=". Possessive, and every branch consumes, so the scan is linear.
_TAG: Final = re.compile(
    rb"<[a-zA-Z][^>=]*+(?:=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)?+[^>=]*+)*+"
)
# The start of a tag that does not end after a modest number of short
# attributes. Nearly no tag is one.
_LONG_TAG: Final = re.compile(
    rb"<[a-zA-Z](?!(?:[^>=]{0,48}+=\s*+(?:\"[^\"]{0,9999}+\"|'[^']{0,9999}+')?+){0,32}+[^>=]{0,48}+>)"
)
_START: Final = re.compile(rb"<[a-zA-Z]")
_ATTRIBUTE: Final = re.compile(
    rb"[\s/\"'](?=[^\s/>=\"'])[^\s/>=]++"
    rb"(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]++))?+"
)
# Attributes begin behind one of these bytes.
_SHAPE: Final = bytes(32 if byte in b" \t\n\r\f\v/\"'" else 120 for byte in range(256))
_LEAST_STEP: Final = 500
_LEAST_REACH: Final = 10_000
_MOST_STARTS: Final = 1_000
_SPACES: Final = 64
_EQUALS, _SPACE = b"= "
_QUOTES: Final = (b'"', b"'")


def check_source(data: bytes, limits: Limits) -> None:
    """Check the source of an HTML page against *limits*.

    Args:
        data: The source in UTF-8.
        limits: What it may cost.

    Raises:
        LimitError: The page has a tag that is too long, or one with too many
            attributes.
    """
    if _IS_LINEAR and len(data) <= limits.tag_length:
        return  # the walk counts attributes
    # A tag over one of the limits is longer than this, so it covers one of the
    # points that stand this far apart: only there is looked, not at each tag.
    step = min(2 * limits.tag_attributes, limits.tag_length)
    starts: Iterable[int] | None = None
    if step >= _LEAST_STEP:
        starts = _Points(data, step).starts()
    if starts is None:
        starts = (match.start() for match in _START.finditer(data))
    checked = 0
    for start in starts:
        if start >= checked and _LONG_TAG.match(data, start):
            checked = _check_tag(data, start, limits)


def _check_tag(data: bytes, start: int, limits: Limits) -> int:
    """Check the tag at *start* and return where it ends."""
    match = _TAG.match(data, start)
    end = match.end() if match else start
    if end - start > limits.tag_length:
        raise LimitError("tag_length", limits.tag_length, end - start)
    if (
        end - start > 2 * limits.tag_attributes
        and _most_attributes(data[start:end]) > limits.tag_attributes
    ):
        count = sum(1 for _ in _ATTRIBUTE.finditer(data, start, end))
        if count > limits.tag_attributes:
            raise LimitError("tag_attributes", limits.tag_attributes, count)
    return end


def _most_attributes(tag: bytes) -> int:
    """Return a bound of the attributes in *tag* that is found quickly."""
    return tag.translate(_SHAPE).count(b" x")


class _Points:
    """Finds the starts of all tags that may cover a point of the source.

    A tag that covers a point begins behind the last ">" before it; or that ">"
    stands in a quoted value of the tag. Such a value was opened by the last
    quotation mark of its kind before the ">", and "=" stands before that mark.
    So the opening mark is the next point to look at, and so on. In a usual page
    there is nearly never one.
    """

    def __init__(self, data: bytes, step: int) -> None:
        self.data = data
        self.step = step
        self.reach = max(len(data), _LEAST_REACH)
        self.most = _MOST_STARTS + len(data) // step
        self.found: list[int] = []

    def starts(self) -> list[int] | None:
        """Return the starts in order, or None where they take long to find."""
        data, step = self.data, self.step
        close = 0
        double = single = -1
        for point in range(step, len(data), step):
            low = point - step  # all before it was looked at for the last point
            last = data.rfind(b">", low, point)
            if last >= 0:
                # Each search goes back no further than where the last one began.
                double = max(double, data.rfind(b'"', close, last))
                single = max(single, data.rfind(b"'", close, last))
                low = close = last
                if data[double - 1] <= _EQUALS or data[single - 1] <= _EQUALS:
                    self.follow([at for at in (double, single) if self.opens(at)])
            if data.find(b"<", low, point) >= 0:
                self.note(low, point)
            if self.reach <= 0 or len(self.found) > self.most:
                return None
        return sorted(set(self.found))

    def follow(self, points: list[int]) -> None:
        """Note the tags that cover one of *points*, as long as `reach` lasts."""
        data = self.data
        while points and self.reach > 0:
            point = points.pop()
            last = data.rfind(b">", 0, point)
            self.note(max(last, 0), point)
            self.reach -= self.step + point - last
            for mark in _QUOTES if last > 0 else ():
                at = data.rfind(mark, 0, last)
                self.reach -= last - at
                if self.opens(at):
                    points.append(at)

    def note(self, low: int, point: int) -> None:
        """Note the tags that start from *low* up to *point*."""
        found = islice(_START.finditer(self.data, low, point + 1), self.most + 1)
        self.found += [match.start() for match in found]

    def opens(self, at: int) -> bool:
        """Return whether the quotation mark at *at* may open a value."""
        if at < 1:
            return False
        before = self.data[at - 1]
        if before > _SPACE:
            return before == _EQUALS
        spaces = self.data[max(0, at - _SPACES) : at].rstrip()
        return not spaces or spaces[-1] == _EQUALS
