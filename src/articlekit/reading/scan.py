"""A look at the source before libxml2 gets it.

libxml2 takes time quadratic in the attributes of one tag and cannot be
interrupted, so the bounds are checked before the tree is built.
"""

import re
from typing import Final

from articlekit.errors import LimitError
from articlekit.rules.limits import Limits

# A start tag as the HTML standard reads it: quotation marks count only after
# "=". Possessive, and every branch consumes, so the scan is linear.
_TAG: Final = re.compile(
    rb"<[a-zA-Z](?:[^>=]++|=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)?)*+"
)
# The start of a tag that does not end after a modest number of short
# attributes. Nearly no tag is one, and finding none is three times faster than
# looking at each tag.
_LONG_TAG: Final = re.compile(
    rb"<[a-zA-Z](?!(?:[^>=]{0,48}+=\s*+(?:\"[^\"]{0,9999}+\"|'[^']{0,9999}+')?+){0,32}+[^>=]{0,48}+>)"
)
_ATTRIBUTE: Final = re.compile(
    rb"[\s/\"'](?=[^\s/>=\"'])[^\s/>=]++"
    rb"(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]++))?+"
)
_MANY_BYTES: Final = 1_000_000


def check_source(data: bytes, limits: Limits) -> None:
    """Check the source of an HTML page against *limits*.

    Args:
        data: The source in UTF-8.
        limits: What it may cost.

    Raises:
        LimitError: The page has too many tags, a tag that is too long, or one
            with too many attributes.
    """
    if len(data) > _MANY_BYTES:  # below, the tree cannot be large
        _check_count(data, limits)
    checked = 0
    for match in _LONG_TAG.finditer(data):
        if match.start() >= checked:
            checked = _check_tag(data, match.start(), limits)


def _check_count(data: bytes, limits: Limits) -> None:
    tags = data.count(b"<")
    if tags > 2 * limits.nodes:  # start and end tags
        raise LimitError("nodes", limits.nodes, tags // 2)


def _check_tag(data: bytes, start: int, limits: Limits) -> int:
    """Check the tag at *start* and return where it ends."""
    match = _TAG.match(data, start)
    end = match.end() if match else start
    if end - start > limits.tag_length:
        raise LimitError("tag_length", limits.tag_length, end - start)
    if end - start > 2 * limits.tag_attributes:
        count = sum(1 for _ in _ATTRIBUTE.finditer(data, start, end))
        if count > limits.tag_attributes:
            raise LimitError("tag_attributes", limits.tag_attributes, count)
    return end
