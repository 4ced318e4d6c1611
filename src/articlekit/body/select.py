"""From scores to the blocks that make the body."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import exp
from typing import Final

from articlekit.body.foreign import without_foreign_boxes
from articlekit.body.units import without_other_articles
from articlekit.fields.line_kinds import head_of, words_of
from articlekit.reading.page import Page, TextBlock

HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_FLOW: Final = frozenset((
    "p", "li", "ul", "ol", "table", "tbody", "thead", "tr", "td", "th", "dl", "dt",
    "dd", "blockquote", "pre", *HEADINGS,
))  # fmt: skip
_POINTING: Final = frozenset(("p", "div", "span"))
_NEARLY_ALL, _SHORTEST_POINTER, _LONGEST_POINTER = 0.95, 20, 200
_LIKELY: Final = -2.0
_NEAR: Final = 3
_LITTLE, _ENOUGH, _POSSIBLE = 200, 150, -2.5
_REPEATABLE, _REPEATABLE_IN_PLACE = 30, 80
"""Texts shorter than this may stand twice in a body ("Ja."), and in one box."""
_SUBSCRIBE: Final = re.compile(
    r"newsletter|subscri|sign-?up|abonn|inscri|suscri|iscri|nieuwsbrief|nyhetsbrev"
    r"|nyhedsbrev|uutiskirje|mailing-?list"
)
_LONGEST_PROMPT: Final = 260


def select_blocks(
    page: Page, scores: Sequence[float], *, title: str | None = None
) -> list[int]:
    """Choose the blocks of the body.

    Args:
        page: The page.
        scores: For each block a log of odds that it belongs to the body.
        title: The article's title: where several articles stand one below the
            other, it tells which is meant.

    Returns:
        Indices of the blocks in order; empty where nothing is likely.
    """
    chosen = [index for index, score in enumerate(scores) if score > 0]
    if sum(len(page.blocks[index].text) for index in chosen) < _LITTLE:
        chosen = _best_group(page, scores, chosen)
    chosen = _without_pointers(page, without_foreign_boxes(page, chosen))
    chosen = without_other_articles(page, chosen, title)
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

    best = max(groups.values(), key=weight, default=list[int]())
    gained = sum(len(page.blocks[index].text) for index in best)
    if gained < _ENOUGH:
        return chosen
    return sorted({*chosen, *best})


def _without_pointers(page: Page, chosen: list[int]) -> list[int]:
    """Drop lines between paragraphs that only lead to another story."""
    blocks = page.blocks
    return [
        index
        for index in chosen
        if not blocks[index].link_chars
        or not (_is_pointer(blocks[index]) or _is_prompt(blocks[index]))
    ]


def _is_prompt(block: TextBlock) -> bool:
    """Return whether a short block asks to subscribe: the address of its link says so."""
    if len(block.text) > _LONGEST_PROMPT or block.tag == "li":
        return False
    links = [mark.attrs.get("href", "") for mark in block.links]
    return len(links) == 1 and _SUBSCRIBE.search(links[0].lower()) is not None


def _is_pointer(block: TextBlock) -> bool:
    """Return whether a block is a linked line in capitals, or "Also read: ..."."""
    text = block.text
    if block.tag not in _POINTING or not _is_led_to(block):
        return False
    if block.link_chars > _NEARLY_ALL * len(text):
        return text.isupper() and len(text) > _SHORTEST_POINTER
    return head_of(text)[0] in words_of("also_read")


def _is_led_to(block: TextBlock) -> bool:
    """Return whether one link makes up most of a short block."""
    return (
        len(block.text) < _LONGEST_POINTER
        and 2 * block.link_chars > len(block.text)
        and len(block.links) == 1
    )


def _with_gaps_filled(
    page: Page, scores: Sequence[float], chosen: list[int]
) -> list[int]:
    """Add blocks between chosen ones that stand in the same flow of text.

    The name above a paragraph of a gallery, a short answer of an interview, the
    cells of a table: alone they look like nothing, between paragraphs they are
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
    """Yield the blocks of a gap that belong to the text around it."""
    blocks, boxes = page.blocks, page.boxes
    around = set(boxes.around(blocks[before].box))
    common = next(b for b in boxes.around(blocks[after].box) if b in around)
    beside = {boxes.parent[blocks[index].box] for index in (before, after)}
    for index in range(before + 1, after):
        block = blocks[index]
        if 2 * block.link_chars < len(block.text) and (
            _is_beside(page, block, beside)
            or _flows(page, block.box, common, likely=scores[index] > _LIKELY)
            or (
                after - index <= _NEAR
                and block.tag in HEADINGS
                and _is_wrapped_like(page, block.box, (before, after), common)
            )
        ):
            yield index


def _is_wrapped_like(
    page: Page, box: int, others: tuple[int, int], common: int
) -> bool:
    """Return whether a heading has the wrappers of the text that it stands in."""
    wrappers = _wrappers(page, box, common)
    alike = (_wrappers(page, page.blocks[index].box, common) for index in others)
    return bool(wrappers) and wrappers in alike


def _wrappers(page: Page, box: int, common: int) -> list[tuple[str, str]]:
    """Return tags and keys of the boxes between *box* and *common*, both left out."""
    boxes = page.boxes
    found: list[tuple[str, str]] = []
    box = boxes.parent[box]
    while box > common:
        found.append((boxes.tag[box], boxes.key[box]))
        box = boxes.parent[box]
    return found if box == common else []


def _is_beside(page: Page, block: TextBlock, parents: set[int]) -> bool:
    """Return whether a plain paragraph stands right beside chosen ones."""
    boxes, box = page.boxes, block.box
    return block.tag == "p" and not boxes.key[box] and boxes.parent[box] in parents


def _flows(page: Page, box: int, common: int, *, likely: bool) -> bool:
    """Return whether only tags of running text stand between *box* and *common*.

    Args:
        page: The page.
        box: The box of a block.
        common: The box that holds it and its chosen neighbours.
        likely: Whether the block may be text by its score; else none of those
            tags may have class words either, which say that it is something.
    """
    boxes = page.boxes
    while box > common:
        if boxes.tag[box] not in _FLOW or not (likely or boxes.key[box] == ""):
            return False
        box = boxes.parent[box]
    return box == common


def _without_repeats(page: Page, chosen: list[int]) -> list[int]:
    """Drop what stands a second time: a copy for narrow screens, a teaser.

    Lines of a recipe or a list of results may be the same in one box.
    """
    parents = page.boxes.parent
    seen: dict[str, int] = {}
    kept: list[int] = []
    for index in chosen:
        block = page.blocks[index]
        text = block.text
        if len(text) >= _REPEATABLE:
            parent = parents[block.box]
            before = seen.setdefault(text, index)
            if before != index and (
                len(text) >= _REPEATABLE_IN_PLACE
                or parents[page.blocks[before].box] != parent
            ):
                continue
        kept.append(index)
    return kept


def _without_last_headings(page: Page, chosen: list[int]) -> list[int]:
    """Drop headings behind the last text: they head what is no body."""
    end = len(chosen)
    while end and page.blocks[chosen[end - 1]].tag in HEADINGS:
        end -= 1
    return chosen[:end]
