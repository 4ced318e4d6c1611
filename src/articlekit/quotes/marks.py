"""Quotation marks of the world's news, paired into regions.

Pairing is per paragraph, from left to right with a stack, so that a mark that was
forgotten costs its own quotation only. It decides nothing about speech.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from articlekit.quotes.events import (
    CLOSERS,
    SINGLE,
    Event,
    find_paragraphs,
    is_british,
)

_DOUBLE_OPENERS: Final = frozenset('"“”„‟«»〝「『《')
# The sure closers of each opener, and those that count in context.
_SURE: Final = {mark: each.partition(" ")[0] for mark, each in CLOSERS.items()}
_MIXED: Final = {mark: each.partition(" ")[2] for mark, each in CLOSERS.items()}
_PAIRS: Final = frozenset({'""', "“”", "„“", "«»", "「」"})
_DEPTH: Final = 4
_ELISION: Final = re.compile(
    r"['’‘](?:\d|(?:em|til|tis|twas|cause|cos|[nstkm])\b)", re.IGNORECASE
)


class Region(NamedTuple):
    """Text between two quotation marks, or between a mark and a paragraph's end.

    Attributes:
        start: First code point after the opening mark and its blanks.
        end: After the last code point before the closing mark and its blanks.
        outer_start: Where the opening mark begins.
        outer_end: After the closing mark.
        paragraph: Index of the paragraph.
        mark: The opening mark; two apostrophes count as a straight mark.
        closed: Whether a closing mark stands there.
        runs_on: No closing mark, and the next paragraph opens again.
        continued: The region goes on from the paragraph before.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    mark: str
    closed: bool = True
    runs_on: bool = False
    continued: bool = False

    @property
    def single(self) -> bool:
        """Whether single marks hold it."""
        return self.mark in SINGLE


class Marked(NamedTuple):
    """Paragraphs of a text and the quoted regions in them.

    Attributes:
        paragraphs: Start and end of each paragraph, empty ones left out.
        regions: Quoted regions in order; none lies in another.
    """

    paragraphs: tuple[tuple[int, int], ...]
    regions: tuple[Region, ...]


def find_regions(text: str) -> Marked:
    """Pair the quotation marks of *text*, paragraph by paragraph."""
    paragraphs, groups = find_paragraphs(text)
    british = is_british(groups.values())
    regions: list[Region] = []
    runs_on = False
    for number, events in groups.items():
        first = events[0]
        if runs_on and first.mark == "»" and first.start == paragraphs[number][0]:
            # French papers open again with the mark that closes.
            events[0] = first._replace(mark="«", opens=True, closes=False)
        if _is_plain(events):
            _pair_plainly(text, number, events, regions)
        else:
            found = _Pairing(text, number, paragraphs[number]).run(events, british)
            runs_on = runs_on or any(region.runs_on for region in found)
            regions += found
    if runs_on:
        regions = list(_linked(regions, paragraphs))
    return Marked(tuple(paragraphs), tuple(regions))


class _Pairing:
    """The stack of open marks while one paragraph is read."""

    def __init__(self, text: str, number: int, bounds: tuple[int, int]) -> None:
        self.text = text
        self.number = number
        self.begin, self.stop = bounds
        self.stack: list[Event] = []
        self.regions: list[Region] = []

    def run(self, events: list[Event], british: bool) -> list[Region]:  # noqa: FBT001
        """Pair *events* and return the regions in order."""
        doubles = [event for event in events if event.mark not in SINGLE]
        if british and len(doubles) < len(events):
            self._pair(_usable(self.text, events))
            return self.regions
        if doubles:
            self._pair(doubles)
        if len(doubles) < len(events):
            self._pair_gaps(events)
        return self.regions

    def _pair(self, events: list[Event]) -> None:
        if _is_plain(events):
            _pair_plainly(self.text, self.number, events, self.regions)
            return
        for index, event in enumerate(events):
            self._take(event, events, index)
        if self.stack:
            self._emit(self.stack[0], None)
            self.stack.clear()

    def _pair_gaps(self, events: list[Event]) -> None:
        """Pair single marks that stand outside of double ones."""
        taken = self.regions
        self.regions = []
        position = 0
        gap: list[Event] = []
        for event in events:
            while position < len(taken) and taken[position].outer_end <= event.start:
                position += 1
                gap = self._close_gap(gap)
            inside = (
                position < len(taken) and taken[position].outer_start <= event.start
            )
            if event.mark in SINGLE and not inside:
                gap.append(event)
        self._close_gap(gap)
        self.regions = sorted(taken + self.regions, key=_start_of)

    def _close_gap(self, gap: list[Event]) -> list[Event]:
        usable = _usable(self.text, gap)
        if usable:
            size = len(self.regions)
            self._pair(usable)
            self.regions[size:] = [r for r in self.regions[size:] if r.closed]
        return []

    def _take(self, event: Event, events: list[Event], index: int) -> None:
        depth = self._closing_depth(event, events, index)
        if depth is not None:
            opened = self.stack[depth]
            del self.stack[depth:]
            if not self.stack:
                self._emit(opened, event)
        elif self._is_opener(event):
            self._open(event, events, index)
        elif not self.stack and not self.regions and index == 0:
            self._emit_stray(event)

    def _closing_depth(
        self, event: Event, events: list[Event], index: int
    ) -> int | None:
        """Index in the stack of the mark that *event* closes."""
        low = max(0, len(self.stack) - _DEPTH)
        for depth in range(len(self.stack) - 1, low - 1, -1):
            if _can_close(self.stack[depth], event):
                if event.mark in "'’" and _is_possessive(self.text, events, index):
                    return None
                return depth
        return None

    def _is_opener(self, event: Event) -> bool:
        if event.mark in SINGLE:
            return event.opens and not _ELISION.match(self.text, event.start)
        if event.mark not in _DOUBLE_OPENERS:
            return False
        if event.mark in '"”»' or (event.mark == "«" and self.stack):
            return event.opens or (
                not event.closes and event.mark == '"' and not self.stack
            )
        return True

    def _open(self, event: Event, events: list[Event], index: int) -> None:
        if self.stack and not _is_nested(self.stack[-1], events, index):
            # The mark that should have closed was forgotten.
            self._emit(self.stack[0], None, end=event.start)
            self.stack.clear()
        self.stack.append(event)

    def _emit(
        self, opened: Event, closed: Event | None, *, end: int | None = None
    ) -> None:
        if closed is not None:
            _pair_plainly(self.text, self.number, (opened, closed), self.regions)
            return
        stop = self.stop if end is None else end
        piece = self.text[opened.end : stop]
        body = piece.strip()
        if not body:
            return
        start = opened.end + len(piece) - len(piece.lstrip())
        span = (start, start + len(body), opened.start, stop)
        open_end = end is None
        self.regions.append(Region(*span, self.number, opened.mark, False, open_end))  # noqa: FBT003

    def _emit_stray(self, event: Event) -> None:
        """Take what stands before a lone closing mark that follows punctuation."""
        before = self.text[event.start - 1]
        if before not in ",.!?…" or event.mark in SINGLE:
            return
        piece = self.text[self.begin : event.start]
        if not piece.strip():
            return
        start = self.begin + len(piece) - len(piece.lstrip())
        region = Region(start, event.start, start, event.end, self.number, event.mark)
        self.regions.append(region._replace(closed=False))


def _is_plain(events: Sequence[Event]) -> bool:
    """Whether each mark that opens is followed by the one that closes it."""
    if len(events) % 2:
        return False
    for opened, closed in zip(events[::2], events[1::2], strict=True):
        if opened.mark + closed.mark not in _PAIRS:
            return False
        if not (opened.opens and closed.closes):
            return False
    return True


def _pair_plainly(
    text: str, number: int, events: Sequence[Event], regions: list[Region]
) -> None:
    """Add the text between each two of *events* to *regions*."""
    for opened, closed in zip(events[::2], events[1::2], strict=True):
        start, end = opened.end, closed.start
        piece = text[start:end].strip()
        if not piece:
            continue
        if len(piece) < end - start:
            start = text.index(piece[0], start)
            end = start + len(piece)
        span = (start, end, opened.start, closed.end)
        regions.append(Region(*span, number, opened.mark))


def _start_of(region: Region) -> int:
    return region.start


def _can_close(opened: Event, event: Event) -> bool:
    if event.mark in _SURE[opened.mark]:
        told = event.closes or not event.opens or event.glued
        return told or opened.mark not in "\"'`"
    if event.mark not in _MIXED[opened.mark] or event.opens:
        return False
    return event.closes or event.glued or event.mark == "»"


def _is_nested(opened: Event, events: list[Event], index: int) -> bool:
    """Whether the opener at *index* begins a quotation inside the open one.

    Two like marks nest only where two closing marks follow.
    """
    if events[index].mark != opened.mark:
        return True
    following = events[index + 1 : index + 3]
    return len(following) > 1 and all(e.closes and not e.opens for e in following)


def _is_possessive(text: str, events: list[Event], index: int) -> bool:
    """Whether an apostrophe after a word is no closing mark ("the workers' union")."""
    event = events[index]
    if not text[event.start - 1].isalnum():
        return False
    after = text[event.end : event.end + 2]
    if not after.startswith(" ") or not after[1:].isalnum():
        return False
    if index + 1 == len(events):
        return False
    following = events[index + 1]
    return following.closes and not following.opens and following.mark in "'’"


def _usable(text: str, events: list[Event]) -> list[Event]:
    """Leave out single marks that are surely apostrophes."""
    return [
        event
        for event in events
        if event.mark not in SINGLE
        or not (event.opens and _ELISION.match(text, event.start))
    ]


def _linked(
    regions: list[Region], paragraphs: list[tuple[int, int]]
) -> Iterator[Region]:
    """Say of each region whether it runs on into the next paragraph."""
    pending = False
    for index, region in enumerate(regions):
        following = regions[index + 1] if index + 1 < len(regions) else None
        continued, pending = pending, False
        if region.runs_on:
            pending = following is not None and _reopens(region, following, paragraphs)
        if continued or pending != region.runs_on:
            yield region._replace(runs_on=pending, continued=continued)
        else:
            yield region


def _reopens(
    region: Region, following: Region, paragraphs: list[tuple[int, int]]
) -> bool:
    begin = paragraphs[following.paragraph][0]
    return (
        following.paragraph == region.paragraph + 1
        and following.outer_start - begin <= _DEPTH
        and (following.closed or following.outer_start < following.start)
    )
