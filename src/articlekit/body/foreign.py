"""Boxes whose words say that they hold no part of the text."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from articlekit.reading.page import Page

_FOREIGN: Final = re.compile(
    " comments? | comment-?list| comments-(?:area|section)| comment[-_]content"
    "| comment-body|comments?[-_](?:add|form|box|reply|respond)|postcomment| disqus| cookie|cookie-|privacy-(?:modal|consent)|gdpr|onetrust"
    "|social-placeholder|embed-(?:placeholder|consent|privacy|overlay)|consent-overlay"
    "|consent-placeholder|sourcepoint"
)
"""Comments, consent notices, and what stands for content that needs consent."""
_UNSEEN: Final = re.compile(
    " (?:hidden|sr-only|visually-?hidden|screen-reader-text|d-none|is-hidden"
    "|u-hidden|invisible|complementary) |newsletter|donat(?:e|ion)|sign-?up[-_ ]"
    "|[ _-]toc[ _-]|table-of-contents"
    r"| (?:_?f(?:oot)?n(?:ote)?s?[-_:]?\d{1,3}|_?ftn\d{1,3}|sdfootnote\w*|(?:wp-block-)?(?:foot|end)notes) "
)
"""What is not seen, stands beside the text, asks for more, or lists its headings."""
_SPOKEN: Final = re.compile(
    " (?:sr-only|visually-?hidden|screen-reader-text|u-hidden-visually|a11y-hidden|sr-text) "
)
_HINTS: Final = (
    "comment", "cookie", "disqus", "privacy", "gdpr", "onetrust", "consent",
    "placeholder", "sourcepoint", "hidden", "sr-only", "screen-", "d-none",
    "invisible", "complementary", "newsletter", "donat", "sign", "toc", "table-of",
    " fn", "ftn", "footn", "endn",
)  # fmt: skip
_WHOLE: Final = frozenset(("html", "body", "main", "article"))
_IS_FOREIGN, _IS_UNSEEN = 1, 2
_ENOUGH_OUTSIDE: Final = 250
_MOST_UNSEEN: Final = 0.5


def without_foreign_boxes(page: Page, chosen: list[int]) -> list[int]:
    """Drop what stands in boxes that say to be something else than text.

    Args:
        page: The page.
        chosen: Indices of blocks, in order.

    Returns:
        *chosen* without comments and the like, where enough text stands outside
        of them: on some pages the word is on the box around everything. And
        without what is hidden, where that is the smaller part: the rest of a
        long text may be folded away.
    """
    blocks = page.blocks
    around = _boxes_around(page, chosen)
    keys = page.boxes.key
    # Searched at once: most pages have few of the hints, or none.
    words = "\n".join([keys[box] for box in around if keys[box]])
    hints = [hint for hint in _HINTS if hint in words]
    if not hints:
        return chosen
    known = _kinds_of(page, around, hints)
    kinds = [known[blocks[index].box] for index in chosen]
    if not any(kinds):
        return chosen
    dropped: set[int] = set()
    whole = _size(page, chosen)
    for kind, most in (
        (_IS_FOREIGN, whole - _ENOUGH_OUTSIDE),
        (_IS_UNSEEN, whole * _MOST_UNSEEN),
    ):
        inside = [i for i, k in zip(chosen, kinds, strict=True) if k & kind]
        if _size(page, inside) <= most:
            dropped.update(inside)
    return [index for index in chosen if index not in dropped]


def says_unseen(key: str) -> bool:
    """Return whether the words of an element say that only screen readers tell it."""
    return bool(key) and _SPOKEN.search(key) is not None


def _size(page: Page, indices: Sequence[int]) -> int:
    return sum([len(page.blocks[index].text) for index in indices])


def _boxes_around(page: Page, chosen: Sequence[int]) -> dict[int, None]:
    """Return the boxes of some blocks and all boxes around them."""
    blocks, parents = page.blocks, page.boxes.parent
    found: dict[int, None] = {}
    for index in chosen:
        box = blocks[index].box
        while box >= 0 and box not in found:
            found[box] = None
            box = parents[box]
    return found


def _kinds_of(page: Page, boxes: Iterable[int], hints: Sequence[str]) -> dict[int, int]:
    """Return what each of *boxes* and the boxes around it say to be."""
    tags, keys, parents = page.boxes.tag, page.boxes.key, page.boxes.parent
    known: dict[int, int] = {-1: 0}
    for box in sorted(boxes):  # a box stands behind the one around it
        key, said = keys[box], known[parents[box]]
        if key and any([hint in key for hint in hints]):  # noqa: C419 - a list is quicker
            said |= _said(tags[box], key)
        known[box] = said
    return known


def _said(tag: str, key: str) -> int:
    unseen = tag not in _WHOLE and _UNSEEN.search(key)
    return _IS_FOREIGN * bool(_FOREIGN.search(key)) | _IS_UNSEEN * bool(unseen)
