"""The entries of a live blog: which blocks belong to which, and their times."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, cast

import attrs

from articlekit.model import Moment
from articlekit.reading.page import Page, TextBlock
from articlekit.reading.structured import types_of
from articlekit.rules.hints import Hints
from articlekit.text.dates import read_moment

_CLOCK: Final = re.compile(
    r"(?<!\d)(?:[01]?\d|2[0-3])(?:[:.：h]|時|시\s)[0-5]\d(?!\d)|(?<!\d)\d{1,2}\s?[ap]\.?m\b"
)
_LONGEST_STAMP, _LONGEST_LINE, _LONGEST_START = 60, 200, 12
_FEWEST, _FEWEST_UNTOLD = 3, 5
_MOSTLY: Final = 0.8
_SHARE: Final = 0.5
"""Share of the text that the entries have to hold."""
_USUAL_ENTRY: Final = 60
_LETTERS_OF_ZONE: Final = 4
_ABOVE: Final = 3
"""Blocks that may stand above the time of an entry: its title, its author."""
_OUTSIDE: Final = frozenset((
    "blockquote", "figure", "table", "td", "th", "aside", "footer", "nav",
))  # fmt: skip
_TOLD: Final = (
    "liveblog",
    "live-blog",
    "live_blog",
    "liveticker",
    "live-ticker",
    "ticker",
)
UPDATES: Final = "liveBlogUpdate"
"""Property of JSON-LD that lists the entries of a live blog."""
_LONGEST_BLOG: Final = timedelta(days=7)
_MATCHED: Final = 40
_MOST_ENTRIES: Final = 5_000


@attrs.frozen
class Entry:
    """One entry of a live blog.

    Attributes:
        moment: When it was published, or None.
        first: Index of the page's block that it begins with.
        last: Index after its last block.
        time: Index of the block that tells the time, or -1.
    """

    moment: Moment | None
    first: int
    last: int
    time: int = -1


@attrs.frozen
class _Anchor:
    """A time on the page: the block that it stands in, and what it says."""

    index: int
    raw: str


def updates_of(page: Page) -> tuple[Mapping[str, object], ...]:
    """Return the entries that the page's JSON-LD lists, in order."""
    found: list[Mapping[str, object]] = []
    for node in page.structured.nodes:
        if "liveblogposting" not in types_of(node):
            continue
        updates = node.get(UPDATES)
        listed = (
            cast("list[object]", updates) if isinstance(updates, list) else [updates]
        )
        found += (
            cast("Mapping[str, object]", u) for u in listed if isinstance(u, dict)
        )
    return tuple(found[:_MOST_ENTRIES])


def find_entries(page: Page, chosen: Sequence[int], hints: Hints) -> tuple[Entry, ...]:
    """Find the entries of a live blog among the blocks of a body.

    Args:
        page: The page.
        chosen: Indices of the body's blocks, in order.
        hints: Language, time zone and time of the parse, for the dates.

    Returns:
        The entries in order, none overlapping; empty where the page is no live
        blog. What stands above the first one belongs to none.
    """
    anchors = _anchors(page, chosen)
    told = None
    if len(anchors) >= _FEWEST:
        told = _is_told(page)
        entries = _entries(page, _best_parent(page, anchors))
        if _are_entries(page, chosen, entries, told=told):
            raws = {anchor.index: anchor.raw for anchor in anchors}
            entries = tuple(
                attrs.evolve(e, moment=_moment(raws[e.time], page, hints))
                for e in entries
            )
            if told or _in_order(entries):
                return entries
    if told or (told is None and len(chosen) >= _FEWEST and _may_state(page)):
        return _stated_entries(page, chosen, hints)
    return ()


def _may_state(page: Page) -> bool:
    return any(UPDATES in script for script in page.structured.ld_scripts)


def _is_told(page: Page) -> bool:
    """Return whether the page's data, address or class words speak of a live blog."""
    if any("LiveBlogPosting" in script for script in page.structured.ld_scripts):
        return True
    address = (page.url or "").casefold()
    if "live" in address or "ticker" in address:
        return True
    return any(word in key for key in page.boxes.key for word in _TOLD)


def _anchors(page: Page, chosen: Sequence[int]) -> list[_Anchor]:
    """Find the times that stand in lines of their own or open a line."""
    if len(chosen) < _FEWEST:
        return []
    blocks = page.blocks
    first = max(chosen[0] - _ABOVE, 0)
    found: list[_Anchor] = []
    for index in range(first, chosen[-1] + 1):
        block = blocks[index]
        if len(block.text) <= _LONGEST_LINE and (raw := _stamp_of(block)):
            found.append(_Anchor(index, raw))
    return found


def _stamp_of(block: TextBlock) -> str | None:
    """Return the time that a line gives, as written, or None."""
    text = block.text
    for mark in block.marks:
        if mark.tag == "time":
            return mark.attrs.get("datetime") or text[mark.start : mark.end] or text
    if len(text) > _LONGEST_STAMP / 2 and not text[0].isdigit():
        return None
    match = _CLOCK.search(text, 0, _LONGEST_STAMP)
    if match and (len(text) <= _LONGEST_STAMP / 2 or match.start() == 0):
        return text[: match.end() + _LONGEST_START]
    return None


_Parts = list[tuple[int, _Anchor]]


def _best_parent(page: Page, anchors: Sequence[_Anchor]) -> tuple[int, _Parts]:
    """Return the box with the most parts that hold a time, and these parts."""
    boxes = page.boxes
    parts: dict[int, _Parts] = {}
    seen: set[int] = {0}
    for anchor in anchors:
        box = page.blocks[anchor.index].box
        if boxes.find(box, _OUTSIDE) >= 0:
            continue
        while box not in seen:
            seen.add(box)
            parent = boxes.parent[box]
            parts.setdefault(parent, []).append((box, anchor))
            box = parent
    best = max(parts, key=lambda box: len(parts[box]), default=-1)
    return best, parts.get(best, [])


def _entries(page: Page, best: tuple[int, _Parts]) -> tuple[Entry, ...]:
    """Make an entry of each part: up to the next one, or the end of their box."""
    parent, parts = best
    if not _FEWEST <= len(parts) <= _MOST_ENTRIES:
        return ()
    boxes = page.boxes
    edges = [*(boxes.first[box] for box, _ in parts), boxes.last[parent]]
    return tuple(
        Entry(None, first, last, anchor.index)
        for (_, anchor), (first, last) in zip(parts, pairwise(edges), strict=True)
    )


def _is_stamp(block: TextBlock) -> bool:
    """Return whether a block tells a time and nothing else."""
    text = block.text
    if any(m.tag == "time" and m.end - m.start >= len(text) for m in block.marks):
        return True
    match = _CLOCK.search(text, 0, _LONGEST_STAMP)
    rest = text[: match.start()] + text[match.end() :] if match else text
    return match is not None and sum(map(str.isalpha, rest)) <= _LETTERS_OF_ZONE


def _moment(raw: str, page: Page, hints: Hints) -> Moment:
    language = hints.language or page.language
    return read_moment(raw, language=language, timezone=hints.timezone, now=hints.now)


def _are_entries(
    page: Page, chosen: Sequence[int], entries: Sequence[Entry], *, told: bool
) -> bool:
    """Return whether parts with times are the entries of a live blog.

    They hold most of the text, each of them some, and their times stand at
    their heads. Where nothing says that the page is a live blog there have to
    be more of them.
    """
    if len(entries) < (_FEWEST if told else _FEWEST_UNTOLD):
        return False
    sizes = _sizes(page, chosen, entries)
    whole = sum(len(page.blocks[index].text) for index in chosen)
    filled = sum(size >= _USUAL_ENTRY for size in sizes)
    high = sum(entry.time <= entry.first + _ABOVE for entry in entries)
    return (
        sum(sizes) >= _SHARE * whole
        and filled >= _MOSTLY * len(entries)
        and high >= _MOSTLY * len(entries)
    )


def _sizes(page: Page, chosen: Sequence[int], entries: Sequence[Entry]) -> list[int]:
    """Return how much of the text each entry holds."""
    firsts = [entry.first for entry in entries]
    sizes = [0] * len(entries)
    for index in chosen:
        at = bisect_right(firsts, index) - 1
        if at >= 0 and index < entries[at].last and index != entries[at].time:
            sizes[at] += len(page.blocks[index].text)
    return sizes


def _in_order(entries: Sequence[Entry]) -> bool:
    """Return whether the times of the entries rise or fall, within some days."""
    moments = [entry.moment for entry in entries if entry.moment]
    days = [date.fromisoformat(str(m.value)[:10]) for m in moments if m.value]
    if days and max(days) - min(days) > _LONGEST_BLOG:
        return False  # a calendar of events
    times = [str(moment.value or moment.raw) for moment in moments]
    steps = [(a < b) - (a > b) for a, b in pairwise(times)]
    return abs(sum(steps)) >= _MOSTLY * len(steps)


def _stated_entries(
    page: Page, chosen: Sequence[int], hints: Hints
) -> tuple[Entry, ...]:
    """Place the entries that JSON-LD lists by how their texts begin."""
    starts: dict[str, int] = {}
    for index in chosen:
        starts.setdefault(_letters(page.blocks[index].text), index)
    updates = updates_of(page)
    placed = {
        place: update
        for update in updates
        if (place := _place_of(update, starts)) is not None
    }
    if len(placed) < _FEWEST or len(placed) < _SHARE * len(updates):
        return ()
    edges = [*sorted(placed), chosen[-1] + 1]
    return tuple(
        Entry(stated_moment(placed[first], page, hints), first, last)
        for first, last in pairwise(edges)
    )


def _place_of(update: Mapping[str, object], starts: Mapping[str, int]) -> int | None:
    texts = (update.get(key) for key in ("headline", "name", "articleBody"))
    found = (starts.get(_letters(text)) for text in texts if isinstance(text, str))
    return next((place for place in found if place is not None), None)


def _letters(text: str) -> str:
    letters = "".join(filter(str.isalnum, text[: 3 * _MATCHED].casefold()))
    return letters[:_MATCHED]


def stated_moment(
    update: Mapping[str, object], page: Page, hints: Hints
) -> Moment | None:
    """Return when an entry of `updates_of` was published, or None."""
    raw = update.get("datePublished") or update.get("dateModified")
    return _moment(raw, page, hints) if isinstance(raw, str) else None


def blocks_of(page: Page, chosen: Sequence[int], entries: Sequence[Entry]) -> list[int]:
    """Return the blocks of a live blog.

    Args:
        page: The page.
        chosen: Indices of the body's blocks, in order.
        entries: Its entries, see `find_entries`.

    Returns:
        *chosen* without the lines that only tell the time of an entry, and with
        the text of entries that nothing was chosen of; of a single entry, its
        blocks alone.
    """
    blocks = page.blocks
    stamps = {e.time for e in entries if e.time >= 0 and _is_stamp(blocks[e.time])}
    sizes = _sizes(page, chosen, entries)
    added = (
        index
        for entry, size in zip(entries, sizes, strict=True)
        if not size
        for index in range(entry.first, entry.last)
        if len(blocks[index].text) >= _USUAL_ENTRY
        and 2 * blocks[index].link_chars < len(blocks[index].text)
    )
    kept = {*chosen, *added} - stamps
    if len(entries) == 1:
        kept.intersection_update(range(entries[0].first, entries[0].last))
    return sorted(kept)


def wanted_entry(page: Page, entries: Sequence[Entry]) -> Entry | None:
    """Return the entry that the fragment of the page's address points at.

    Args:
        page: The page.
        entries: Its entries, see `find_entries`.
    """
    fragment = (page.url or "").partition("#")[2].casefold()
    if not fragment or not entries:
        return None
    word = f" {fragment} "
    boxes = page.boxes
    places = (boxes.first[b] for b, key in enumerate(boxes.key) if word in key)
    place = next(places, -1)
    at = bisect_right([entry.first for entry in entries], place) - 1
    return entries[at] if at >= 0 and place < entries[at].last else None
