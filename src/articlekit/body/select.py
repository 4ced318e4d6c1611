"""From scores to the blocks that make the body."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import exp
from typing import Final

from articlekit.reading.page import Page

HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_FILLING: Final = frozenset(("p", "li", *HEADINGS))
_LOOKED_AT: Final = -2.0
_HEAD: Final = 6
_LITTLE, _ENOUGH, _POSSIBLE = 200, 150, -2.5
_REPEATABLE: Final = 30
"""Texts shorter than this may stand twice in a body ("Ja.")."""


def select_blocks(page: Page, scores: Sequence[float]) -> list[int]:
    """Choose the blocks of the body.

    Args:
        page: The page.
        scores: For each block a log of odds that it belongs to the body.

    Returns:
        Indices of the blocks in order; empty where nothing is likely.
    """
    chosen = [index for index, score in enumerate(scores) if score > 0]
    if sum(len(page.blocks[index].text) for index in chosen) < _LITTLE:
        chosen = _best_group(page, scores, chosen)
    chosen = _with_gaps_filled(page, scores, chosen)
    chosen = _without_repeats(page, chosen)
    return _without_last_headings(page, chosen)


def _best_group(page: Page, scores: Sequence[float], chosen: list[int]) -> list[int]:
    """Return the likeliest blocks of one form where hardly any is likely alone.

    A page without a text is rare; one that is made in an unknown way is not.
    """
    boxes = page.boxes
    groups: dict[tuple[str, str, str], list[int]] = {}
    for index, score in enumerate(scores):
        if score > _POSSIBLE:
            box = page.blocks[index].box
            form = (boxes.tag[box], boxes.key[box], boxes.key[boxes.parent[box]])
            groups.setdefault(form, []).append(index)

    def weight(group: list[int]) -> float:
        return sum(len(page.blocks[i].text) / (1 + exp(-scores[i])) for i in group)

    best = max(groups.values(), key=weight, default=[])
    gained = sum(len(page.blocks[index].text) for index in best)
    if gained < _ENOUGH:
        return chosen
    return sorted({*chosen, *best})


def _with_gaps_filled(
    page: Page, scores: Sequence[float], chosen: list[int]
) -> list[int]:
    """Add short blocks between chosen ones that stand in the same box.

    The name above a paragraph of a gallery, a short answer of an interview, an
    item of a list: alone they look like nothing, between paragraphs they are
    text.
    """
    if not chosen:
        return chosen
    filled = [chosen[0]]
    for before, after in pairwise(chosen):
        if after - before > 1:
            filled += _between(page, scores, before, after)
        filled.append(after)
    return filled


def _between(
    page: Page, scores: Sequence[float], before: int, after: int
) -> Iterator[int]:
    holders = {_holder(page, before), _holder(page, after)}
    for index in range(before + 1, after):
        block = page.blocks[index]
        if (
            scores[index] > _LOOKED_AT
            and block.tag in _FILLING
            and _holder(page, index) in holders
            and 2 * block.link_chars < len(block.text)
        ):
            yield index


def _holder(page: Page, index: int) -> int:
    """Return the box around the block's own one, or around its whole list."""
    boxes = page.boxes
    box = page.blocks[index].box
    if boxes.tag[box] == "li":
        box = boxes.parent[box]
    return boxes.parent[box]


def _without_repeats(page: Page, chosen: list[int]) -> list[int]:
    """Drop what stands a second time: a copy for narrow screens, a teaser."""
    seen: set[str] = set()
    kept = []
    for index in chosen:
        text = page.blocks[index].text
        if len(text) >= _REPEATABLE:
            if text in seen:
                continue
            seen.add(text)
        kept.append(index)
    return kept


def _without_last_headings(page: Page, chosen: list[int]) -> list[int]:
    """Drop headings behind the last text: they head what is no body."""
    end = len(chosen)
    while end and page.blocks[chosen[end - 1]].tag in HEADINGS:
        end -= 1
    return chosen[:end]


def without_head(
    page: Page, chosen: list[int], head: tuple[str | None, ...]
) -> list[int]:
    """Drop what stands in fields of its own above the text.

    Args:
        page: The page.
        chosen: Indices of blocks, in order.
        head: Title, dek and kicker, or None.

    Returns:
        *chosen* without the blocks at its beginning that repeat one of them.
    """
    known = {_folded(text) for text in head if text}
    start = chosen[:_HEAD]
    kept = [index for index in start if _folded(page.blocks[index].text) not in known]
    return kept + chosen[_HEAD:]


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
