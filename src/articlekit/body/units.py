"""Several articles on one page, one below the other: only one of them is meant.

Sites that load the next story when a reader reaches the end leave pages with
two or more articles in them, all made alike.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from articlekit.reading.page import Page

_HEADS: Final = ("h1", "h2")
_ENOUGH: Final = 200
"""Characters of text that an article of its own has at least."""
_TOP: Final = 12
"""Blocks at the head of an article among which its time stands."""
_MOST_TWINS: Final = 20


def without_other_articles(
    page: Page, chosen: list[int], title: str | None
) -> list[int]:
    """Drop blocks that belong to another article of the page.

    Args:
        page: The page.
        chosen: Indices of the body's blocks, in order.
        title: The title of the article that is meant.

    Returns:
        The blocks outside of boxes that are made like the one around the title
        and its text, that have a heading like the title, and a time or the tag
        of an article of their own.
    """
    head = _head_of(page, title)
    if head < 0 or not chosen:
        return chosen
    dropped: list[range] = []
    for own, other in _pairs(page, head):
        if _is_article(page, chosen, own) and _is_article(page, chosen, other):
            first, last = page.boxes.first[other], page.boxes.last[other]
            dropped.append(range(first, len(page.blocks) if first > head else last))
    return [i for i in chosen if not any(i in part for part in dropped)]


def _head_of(page: Page, title: str | None) -> int:
    """Return the heading that is the title, else the first of the page.

    Returns:
        The index of its block; -1 where the page has no other heading that may
        be the title of another article.
    """
    blocks, tags, title = page.blocks, page.boxes.tag, title or ""
    every = [i for i, b in enumerate(blocks) if b.tag in _HEADS]
    for tag in _HEADS:
        heads = [i for i in every if blocks[i].tag == tag]
        if not heads or (len(heads) == 1 and tags.count(tag) == 1):
            continue
        same = (i for i in heads if blocks[i].text.casefold() == title.casefold())
        found = next(same, heads[0] if tag == "h1" and heads else -1)
        if found >= 0:
            return found
    return -1


def _pairs(page: Page, head: int) -> Iterator[tuple[int, int]]:
    """Yield the boxes around the title and around each heading made like it.

    Both are the outermost boxes that hold one of the two headings only.
    """
    blocks, boxes = page.blocks, page.boxes
    box = blocks[head].box
    key, tag, text = boxes.key[box], blocks[head].tag, blocks[head].text
    twins = [
        i
        for i, b in enumerate(blocks)
        if b.tag == tag and i != head and boxes.key[b.box] == key and b.text != text
    ]
    around = list(boxes.around(box))
    at = {outer: level for level, outer in enumerate(around)}
    for twin in twins[:_MOST_TWINS]:
        other = -1
        for outer in boxes.around(blocks[twin].box):
            if outer in at:
                if at[outer] and other >= 0:
                    yield around[at[outer] - 1], other
                break
            other = outer


def _is_article(page: Page, chosen: Sequence[int], box: int) -> bool:
    """Return whether *box* holds a text, and is an article by tag or a time."""
    boxes, blocks = page.boxes, page.blocks
    first, last = boxes.first[box], boxes.last[box]
    size = sum(len(blocks[i].text) for i in chosen if first <= i < last)
    if size < _ENOUGH:
        return False
    if boxes.tag[box] == "article":
        return True
    top = blocks[first : min(first + _TOP, last)]
    return any(mark.tag == "time" for block in top for mark in block.marks)
