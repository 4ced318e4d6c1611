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
    r"<[a-zA-Z][^\s>/]*+(?:[^>=]++|=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)?)*+"
)
_ATTRIBUTE: Final = re.compile(
    r"[\s/\"'](?=[^\s/>=\"'])[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]++))?+"
)
_SHORTEST: Final = 2
"""Characters that the shortest attribute takes, with the space before it."""


def check_source(text: str, limits: Limits) -> None:
    """Check the source of an HTML page against *limits*.

    Raises:
        LimitError: The page has too many tags, a tag that is too long, or one
            with too many attributes.
    """
    tags = text.count("<")
    if tags > 2 * limits.nodes:  # start and end tags
        raise LimitError("nodes", limits.nodes, tags // 2)
    suspicious = _SHORTEST * limits.tag_attributes
    if len(text) <= suspicious:
        return
    for match in _TAG.finditer(text):
        length = match.end() - match.start()
        if length > suspicious:
            _check_tag(match.group(), limits)


def _check_tag(tag: str, limits: Limits) -> None:
    if len(tag) > limits.tag_length:
        raise LimitError("tag_length", limits.tag_length, len(tag))
    count = sum(1 for _ in _ATTRIBUTE.finditer(tag))
    if count > limits.tag_attributes:
        raise LimitError("tag_attributes", limits.tag_attributes, count)
