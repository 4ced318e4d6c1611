"""From scores to the blocks that make the body."""

import re
from collections.abc import Sequence
from math import exp
from typing import Final

from articlekit.body.flow import HEADINGS, with_flow
from articlekit.body.foreign import says_unseen, without_foreign_boxes
from articlekit.body.units import without_other_articles
from articlekit.fields.line_kinds import head_of, words_of
from articlekit.reading.page import Page, TextBlock
from articlekit.text.phrases import is_interruption, is_place_holder

_POINTING: Final = frozenset(("p", "div", "span"))
_NEARLY_ALL, _SHORTEST_POINTER, _LONGEST_POINTER = 0.95, 20, 200
_LITTLE, _ENOUGH, _POSSIBLE = 200, 150, -2.5
_REPEATABLE, _REPEATABLE_IN_PLACE = 30, 80
"""Texts shorter than this may stand twice in a body ("Ja."), and in one box."""
_BLOCK_QUOTE: Final = frozenset(("blockquote",))
_FEW: Final = 8
_PLAN: Final = 3
_LONGEST_LEAD: Final = 60
_LONGEST_FIELD: Final = 100
_COLONS: Final = frozenset(":：")
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
    if _is_little(page, chosen):
        chosen = _best_group(page, scores, chosen)
    chosen = _without_pointers(page, without_foreign_boxes(page, chosen))
    chosen = without_other_articles(page, chosen, title)
    chosen = with_flow(page, scores, chosen)
    chosen = _without_leads(page, _without_repeats(page, chosen))
    chosen = _without_speakers(page, chosen)
    return _without_last_headings(page, chosen)


def _is_little(page: Page, chosen: Sequence[int]) -> bool:
    """Return whether hardly any text is chosen."""
    size = 0
    for index in chosen:
        size += len(page.blocks[index].text)
        if size >= _LITTLE:
            return False
    return True


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


def _without_repeats(page: Page, chosen: list[int]) -> list[int]:
    """Drop what stands a second time: a copy for narrow screens, a teaser."""
    seen: dict[str, int] = {}
    again: list[tuple[int, int]] = []
    for index in chosen:
        text = page.blocks[index].text
        if len(text) >= _REPEATABLE and seen.setdefault(text, index) != index:
            again.append((seen[text], index))
    if not again:
        return chosen
    dropped = _copies(page, again)
    return [index for index in chosen if index not in dropped]


def _copies(page: Page, pairs: list[tuple[int, int]]) -> frozenset[int]:
    """Return the second ones of *pairs* of equal blocks that are mere copies.

    Lines of a recipe or a list of results may be the same in one box, and where
    several texts stand twice in one, as in the plan of a week, all may.
    """
    parents, blocks = page.boxes.parent, page.blocks
    long: dict[int, list[int]] = {}
    copies: list[int] = []
    for first, second in pairs:
        parent = parents[blocks[second].box]
        if parents[blocks[first].box] != parent:
            copies.append(second)
        elif len(blocks[second].text) >= _REPEATABLE_IN_PLACE:
            long.setdefault(parent, []).append(second)
    for indices in long.values():
        if len({blocks[index].text for index in indices}) < _PLAN:
            copies += indices
    return frozenset(copies)


def _without_leads(page: Page, chosen: list[int]) -> list[int]:
    """Drop labels over other stories ("Read more:") and place holders of content."""
    blocks = page.blocks
    leads = frozenset(
        index
        for index in chosen
        if is_place_holder(blocks[index].text)
        or (len(blocks[index].text) <= _LONGEST_FIELD and _is_of_house(blocks[index]))
        or (
            (blocks[index].tag in HEADINGS or blocks[index].text[-1] in _COLONS)
            and _is_lead(blocks[index].text)
        )
    )
    return [i for i in chosen if i not in leads] if leads else chosen


def _is_of_house(block: TextBlock) -> bool:
    """Return whether a short line names an advertisement, or is a labelled field."""
    return is_interruption(block.text) or (
        bool(block.marks) and _is_labelled_unseen(block)
    )


def _is_labelled_unseen(block: TextBlock) -> bool:
    """Return whether a short block begins with words for screen readers alone: a label."""
    first = block.marks[0]
    return first.start == 0 < first.end and says_unseen(first.key)


def _without_speakers(page: Page, chosen: list[int]) -> list[int]:
    """Drop short blocks of block quotes whose words are left out: who said them."""
    blocks, boxes = page.blocks, page.boxes
    if "blockquote" not in boxes.tag:
        return chosen
    known, left = frozenset(chosen), list[int]()
    for index in chosen:
        box = boxes.find(blocks[index].box, _BLOCK_QUOTE)
        size = len(blocks[index].text)
        if box >= 0 and size <= _LONGEST_LEAD:
            inside = range(
                boxes.first[box], min(boxes.last[box], boxes.first[box] + _FEW)
            )
            if any(len(blocks[i].text) > size for i in inside if i not in known):
                continue
        left.append(index)
    return left


def _is_lead(text: str) -> bool:
    if len(text) > _LONGEST_LEAD:
        return False
    head, rest = head_of(text)
    return not rest and head in words_of("also_read")


def _without_last_headings(page: Page, chosen: list[int]) -> list[int]:
    """Drop headings behind the last text: they head what is no body."""
    end = len(chosen)
    while end and page.blocks[chosen[end - 1]].tag in HEADINGS:
        end -= 1
    return chosen[:end]
