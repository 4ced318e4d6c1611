"""Links of a block, as ranges of the text that the block becomes."""

from collections.abc import Iterable

from articlekit.model import Link, Span
from articlekit.reading.page import Page
from articlekit.text.urls import absolute


def links_of(page: Page, pieces: Iterable[tuple[int, int, int]]) -> tuple[Link, ...]:
    """Return the links of some blocks.

    Args:
        page: The page.
        pieces: For each block its index, where its text begins in the new text,
            and how many of its characters at the start are left out.

    Returns:
        The links that begin and end inside their block, in order.
    """
    found: list[Link] = []
    for index, offset, skipped in pieces:
        block = page.blocks[index]
        if block.marks:
            shift = offset - skipped
            found += [
                Link(url, Span(start + shift, end + shift))
                for url, start, end in _in_block(page, index)
                if start >= skipped
            ]
    return tuple(found)


def _in_block(page: Page, index: int) -> Iterable[tuple[str, int, int]]:
    block = page.blocks[index]
    base = page.base or page.url
    for mark in block.marks:
        if mark.tag != "a" or mark.last != index:
            continue
        words = block.text[mark.start : mark.end]
        url = absolute(base, mark.attrs.get("href"))
        if url and words.strip():
            start = mark.start + len(words) - len(words.lstrip())
            yield url, start, start + len(words.strip())
