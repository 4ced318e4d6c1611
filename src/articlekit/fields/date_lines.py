"""Dates that a page prints: time elements and short lines near the headline."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple, cast

from articlekit.fields.clues import Clues
from articlekit.reading.page import Mark
from articlekit.text.lexicons import table
from articlekit.text.relative import find_distance

_NEAR, _BEFORE, _FAR, _CLOSE = 16, 8, 45, 10
_MOST_BETWEEN: Final = 14
"""How many signs may stand between "Updated" and its date."""
_EDGES: Final = " \t:：(（)）[],|·•–—-"
LONGEST_LINE: Final = 160
_MOST_BOXES: Final = 60
_SHORT_LINE: Final = 45
_HAS_DAY: Final = re.compile(
    r"\d{4}|\d[./-]\d{1,2}[./-]\d\d|\d:\d\d|\d\s?[日일月월]|\d\.\s?\d{1,2}\."
)
_CLOCK: Final = re.compile(r"\d[:.hH時시点]\s?\d\d(?!\d)")
_ONLY_CLOCK: Final = re.compile(
    r"(?:at |um |à |a las |às |o |kl\. ?|klo ?|ore |ora |saat )?"
    r"\d{1,2}[:.hH]\s?\d\d\s?(?:[ap]\.?\s?m\.?|uhr|hrs?|[A-Z]{2,4})?$",
    re.IGNORECASE,
)
_LABEL, _WORD = 30, 4
_DIGITS: Final = re.compile(r"\d{1,4}")
SURE, LIKELY = 0.6, 0.4


_LATER: Final = ("modif", "updat", "lastmod", "revis", "last-mod", "changed", "edited")


class Source(NamedTuple):
    """A raw date and where it stands; *later* where it is of a change."""

    raw: str
    origin: str
    locator: str
    confidence: float
    later: bool


def is_later(words: str) -> bool:
    """Say whether class words or a meta name speak of a change."""
    return any(w in words for w in _LATER)


def raw_of(clues: Clues, mark: Mark) -> str:
    """Return what an element says: its attribute, else its text."""
    for name in (
        "datetime",
        "content",
        "title",
        "data-datetime",
        "data-time",
        "data-timestamp",
    ):
        value = mark.attrs.get(name)
        if value and any(c.isdigit() for c in value):
            return value
    return clues.page.text_of(mark)[:LONGEST_LINE]


@cache
def _word_pattern(kind: str) -> re.Pattern[str]:
    """Compile the words of all languages that stand before a date."""
    lists = cast("dict[str, list[str]]", table("datewords")[kind])
    words = sorted(
        {w for part in lists.values() for w in part if len(w) > 1},
        key=lambda w: (-len(w), w),
    )
    return re.compile(
        rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, words))})(?![^\W\d_])|最終更新|更新",
        re.IGNORECASE,
    )


def _nearness(index: int, head: int | None) -> float:
    """Say how likely a date at a block is the article's."""
    if head is None:
        return LIKELY
    if head - _BEFORE <= index <= head + _NEAR:
        return SURE - (0.01 if index > head else 0.03) * abs(index - head)
    if head < index <= head + _FAR:
        return 0.2
    return 0.08


def from_times(clues: Clues, head: int | None) -> Iterator[Source]:
    """Yield the dates of `time` elements, the nearest to the headline first."""
    marks = [
        m
        for m in clues.times
        if m.tag == "time" or any(map(str.isdigit, m.attrs.get("title", "")))
    ]
    lone = len(marks) == 1
    keys: set[str] = set()
    near = (
        sorted(marks, key=lambda m: -_nearness(m.first, head))[:4]
        if head is not None
        else marks[:2]
    )
    for mark in near:
        raw = raw_of(clues, mark)
        if not raw:
            continue
        confidence = max(_nearness(mark.first, head), 0.35 if lone else 0)
        around = (
            clues.page.blocks[mark.first].text[max(0, mark.start - 40) : mark.start]
            if mark.first < len(clues.page.blocks)
            else ""
        )
        later = (
            is_later(mark.key)
            or _ends_later(around)
            or _tells_of_change(clues.page.text_of(mark)[:LONGEST_LINE], raw)
        )
        confidence *= (
            _context(clues, mark.first) if mark.first < len(clues.page.blocks) else 1.0
        )
        confidence *= 0.3 if mark.key in keys else 1.0
        keys.add(mark.key)
        yield Source(
            raw,
            "element",
            f"{mark.tag}{mark.key.rstrip().replace(' ', '.')}",
            confidence,
            later,
        )


def _tells_of_change(text: str, raw: str) -> bool:
    """Say whether an element's date is that of a change.

    Its text begins with a word for it; or shows both dates, and the attribute
    (*raw*) has one, which is the later.
    """
    if not text[:1].isdigit() and _is_change(text):
        return True
    change = _word_pattern("modified").search(text) if raw not in text else None
    return change is not None and _DIGITS.search(text, change.end()) is not None


def _ends_later(text: str) -> bool:
    """Say whether the last label in a text speaks of a change."""
    later = [m.end() for m in _word_pattern("modified").finditer(text)]
    if not later:
        return False
    earlier = [m.end() for m in _word_pattern("published").finditer(text)]
    return not earlier or later[-1] > earlier[-1]


def _share(text: str) -> float:
    """Say how likely a line with a digit is a date line: the shorter, the likelier."""
    if len(text) <= _SHORT_LINE:
        return 0.8
    return 0.68 if len(text) <= 2 * _SHORT_LINE else 0.5


def _lines(clues: Clues, head: int | None) -> Iterator[tuple[int, str, float]]:
    """Yield the short texts with a digit that may hold the article's date."""
    blocks = clues.page.blocks
    title = blocks[head].text if head is not None else ""
    if head is not None:
        for index in range(max(0, head - _BEFORE), min(len(blocks), head + _NEAR)):
            text = blocks[index].text
            if len(text) <= LONGEST_LINE and text != title and _HAS_DAY.search(text):
                yield (
                    index,
                    text,
                    _share(text) * _nearness(index, head) * _context(clues, index),
                )
    for box in clues.boxes("date")[:_MOST_BOXES]:
        first = clues.page.boxes.first[box]
        if first < clues.page.boxes.last[box]:
            text = blocks[first].text
            if len(text) <= LONGEST_LINE and _HAS_DAY.search(text):
                yield first, text, 0.5 * _nearness(first, head) * _context(clues, first)


def _context(clues: Clues, index: int) -> float:
    """Say what the box around a line does to its likelihood."""
    box = clues.page.blocks[index].box
    key = clues.page.boxes.key[box]
    if (
        "comment" in key
        or "comment" in clues.page.boxes.key[max(0, clues.page.boxes.parent[box])]
    ):
        return 0.3
    return 1.2 if clues.speaks_of(key, "date") else 1.0


def dates_anywhere(clues: Clues, head: int | None) -> Iterator[Source]:
    """Yield dates of short lines anywhere, for pages that state none elsewhere."""
    found = 0
    for index, block in enumerate(clues.page.blocks[head or 0 :], head or 0):
        text = block.text
        dated = len(text) <= LONGEST_LINE and _HAS_DAY.search(text)
        if dated and len(_DIGITS.findall(text)) > 1 and found < _MOST_BOXES:
            found += 1
            weight = 0.1 * _share(text) * _context(clues, index)
            weight *= 0.5 if 2 * block.link_chars > len(text) else 1.0
            label = _word_pattern("published").match(text)
            weight *= 2.0 if label and len(label[0]) >= _WORD else 1.0
            yield Source(text, "text", f"block {index}", weight, _is_change(text))


def distances(clues: Clues, head: int | None) -> Iterator[Source]:
    """Yield the lines near the headline that count from now: "2 hours ago"."""
    first = max(0, (head or 0) - _BEFORE)
    for index, block in enumerate(clues.page.blocks[first : first + 3 * _NEAR], first):
        text = block.text
        if len(text) <= _SHORT_LINE and find_distance(text.casefold()):
            yield Source(text, "text", f"block {index}", 0.2, _is_change(text))


def _is_change(text: str) -> bool:
    """Say whether a line tells of a change and of nothing before it."""
    change = _word_pattern("modified").search(text)
    return change is not None and not any(map(str.isdigit, text[: change.start()]))


def clock_lines(clues: Clues, head: int | None) -> Iterator[Source]:
    """Yield the lines right below the headline that show day and time.

    The time may stand alone in the line behind the day.
    """
    if head is None:
        return
    blocks = clues.page.blocks
    for index, block in enumerate(blocks[head + 1 : head + _NEAR], head + 1):
        text = block.text
        if len(text) > 2 * _SHORT_LINE or not _HAS_DAY.search(text):
            continue
        if not _CLOCK.search(text):
            after = blocks[index + 1].text if index + 1 < len(blocks) else ""
            if len(text) > _SHORT_LINE or not _ONLY_CLOCK.match(after):
                continue
            text = f"{text} {after}"
        weight = _share(text) * _nearness(index, head)
        yield Source(text, "text", f"block {index}", weight, _is_change(text))


def _with_label(clues: Clues, index: int) -> str:
    """Return the text of a block behind the label of a change that stands before it."""
    blocks = clues.page.blocks
    text, label = blocks[index].text, blocks[index - 1].text if index else ""
    bare = len(label) <= _LABEL and not any(map(str.isdigit, label))
    return (
        f"{label} {text}" if bare and _word_pattern("modified").match(label) else text
    )


def from_lines(clues: Clues, head: int | None) -> Iterator[Source]:
    """Yield the dates printed near the headline or in boxes that speak of dates."""
    seen: set[int] = set()
    for index, text, confidence in _lines(clues, head):
        if index in seen:
            continue
        seen.add(index)
        text = _with_label(clues, index)
        change = _word_pattern("modified").search(text)
        before = text[: change.start()].rstrip(_EDGES) if change else text
        if any(c.isdigit() for c in before):
            yield Source(before, "text", f"block {index}", confidence, later=False)
        if change:
            after = text[change.end() :]
            digit = _DIGITS.search(after)
            # "Updated on 3 May, published on 1 May": the second date is meant.
            earlier = digit and _word_pattern("published").search(after, digit.end())
            if earlier and not any(c.isdigit() for c in before):
                yield Source(
                    after[earlier.end() :].strip(_EDGES),
                    "text",
                    f"block {index}",
                    confidence,
                    later=False,
                )
                after = after[: earlier.start()]
            yield Source(
                after.strip(_EDGES), "text", f"block {index}", confidence, later=True
            )


def changed_lines(clues: Clues, head: int | None) -> Iterator[Source]:
    """Yield the dates of changes that are printed by the headline."""
    if head is None:
        return
    first = max(0, head - _CLOSE // 2)
    for index, block in enumerate(clues.page.blocks[first : head + _CLOSE], first):
        if len(block.text) > LONGEST_LINE or not _HAS_DAY.search(block.text):
            continue
        text = _with_label(clues, index)
        weight = LIKELY - 0.01 * abs(index - head)
        for change in _word_pattern("modified").finditer(text):
            after = text[change.end() :]
            # The "on" of "updated on 3 May" is a word before dates of publishing, too.
            digit = _DIGITS.search(after)
            start = digit.end() if digit else 0
            if earlier := _word_pattern("published").search(after, start):
                after = after[: earlier.start()]
            if digit and digit.start() <= _MOST_BETWEEN:
                raw = after.strip(_EDGES)
                yield Source(raw, "text", f"block {index}", weight, later=True)
                break
