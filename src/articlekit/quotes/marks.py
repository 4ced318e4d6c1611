"""Quotation marks of the world's news, paired into regions.

Pairing is per paragraph, from left to right with a stack, so that a mark that was
forgotten costs its own quotation only. It decides nothing about speech.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import attrs

# One class of characters, which the engine scans fastest; `_mark_at` looks closer.
_EVENTS: Final = re.compile(r"[\"“”„‟«»＂″〝〞〟「」『』《》'‘’‚‛‹›`]")
_COMMAS: Final = re.compile(_EVENTS.pattern + r"|,(?=,\w)")
_PARAGRAPH: Final = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_STRAIGHT: Final = dict.fromkeys(("''", "``", "＂", "″"), '"') | {",,": "„"}
_SINGLE: Final = frozenset("'‘’‚‛‹›`")
_DOUBLE_OPENERS: Final = frozenset('"“”„‟«»〝「『《')
# What may end a quotation that began with the key. Marks after the blank are
# wrong or mixed uses, which count only where the context says "closing".
_CLOSERS: Final = {
    '"': '" ”',
    "“": '” "“',
    "”": '” "',
    "‟": '”“ "',
    "„": '“” "»',
    "«": '» "',
    "»": '« »"',
    "〝": "〞〟 ",
    "「": "」 ",
    "『": "』 ",
    "《": "》 ",
    **dict.fromkeys("‘’‛", "’ '"),
    **dict.fromkeys("'`", "' ’"),
    "‚": "‘’ '",
    "‹": "› ",
    "›": "‹ ›",
}
# The sure closers of each opener, and those that count in context.
_SURE: Final = {mark: each.partition(" ")[0] for mark, each in _CLOSERS.items()}
_MIXED: Final = {mark: each.partition(" ")[2] for mark, each in _CLOSERS.items()}
# What may stand before an opening mark besides blanks: openers, and other signs.
_BEFORE_OPEN: Final = frozenset("([{—–-―/…:>*|¿¡，。、：；？！（") | _CLOSERS.keys()
_PAIRS: Final = frozenset({'""', "“”", "„“", "«»", "「」"})
_DEPTH: Final = 4
_ELISION: Final = re.compile(
    r"['’‘](?:\d|(?:em|til|tis|twas|cause|cos|[nstkm])\b)", re.IGNORECASE
)
# Spaces inside of marks, as French prints them.
_THIN: Final = frozenset("\u00a0\u202f\u2009")


@attrs.frozen
class Region:
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
        return self.mark in _SINGLE


class _Event(NamedTuple):
    """One mark of a paragraph and what its neighbours say about it."""

    start: int
    end: int
    mark: str
    opens: bool
    closes: bool


@attrs.frozen
class Marked:
    """Paragraphs of a text and the quoted regions in them.

    Attributes:
        paragraphs: Start and end of each paragraph, empty ones left out.
        regions: Quoted regions in order; none lies in another.
    """

    paragraphs: tuple[tuple[int, int], ...]
    regions: tuple[Region, ...]


def find_regions(text: str) -> Marked:
    """Pair the quotation marks of *text*, paragraph by paragraph."""
    paragraphs: list[tuple[int, int]] = []
    groups: list[list[_Event]] = []
    for start, end, events in _paragraphs(text):
        paragraphs.append((start, end))
        groups.append(events)
    british = _is_british(groups)
    regions: list[Region] = []
    for number, events in enumerate(groups):
        if events:
            pairs = _Pairing(text, number, paragraphs[number]).run(events, british)
            regions.extend(pairs)
    return Marked(tuple(paragraphs), tuple(_linked(regions, paragraphs)))


def _paragraphs(text: str) -> Iterator[tuple[int, int, list[_Event]]]:
    taken = 0
    pattern = _COMMAS if ",," in text else _EVENTS
    for paragraph in _PARAGRAPH.finditer(text):
        begin, stop = paragraph.span()
        events: list[_Event] = []
        for match in pattern.finditer(text, begin, stop):
            start = match.start()
            end = _mark_end(text, start) if start >= taken else start
            if end > start:
                events.append(_event(text, start, end))
                taken = end
        if events or not text[begin:stop].isspace():
            yield begin, stop, events


def _mark_end(text: str, start: int) -> int:
    """Return where the mark at *start* ends; *start* itself for an apostrophe."""
    mark = text[start]
    after = text[start + 1 : start + 2]
    if mark not in _SINGLE and mark != ",":
        return start + 1
    if after == mark and mark in "'`," and text[start + 2 : start + 3] != "'":
        return start + 2
    before = text[start - 1 : start] if start else ""
    if before.isalnum() or before == "_":
        closes = mark in "'’‘‹›" and not (after.isalnum() or after == "_")
        return start + 1 if closes else start
    opens = bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace() and mark in "'’‘‹›"
    closes = closes and not (after.isalnum() or after == "_")
    return start + 1 if opens or closes else start


def _event(text: str, start: int, end: int) -> _Event:
    mark = text[start:end]
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    blank = before.isspace()
    opens = (blank or before in _BEFORE_OPEN) and (
        not after.isspace() or after in _THIN
    )
    closes = (not blank or before in _THIN) and not after.isalnum()
    return _Event(start, end, _STRAIGHT.get(mark, mark), opens, closes)


def _is_british(groups: list[list[_Event]]) -> bool:
    """Whether single marks are this text's first choice."""
    single = double = 0
    for events in groups:
        for event in events:
            if event.mark not in _SINGLE:
                double += 1
            elif event.opens and not event.closes:
                single += 1
    return single >= 1 and single * 2 >= double


class _Pairing:
    """The stack of open marks while one paragraph is read."""

    def __init__(self, text: str, number: int, bounds: tuple[int, int]) -> None:
        self.text = text
        self.number = number
        self.begin, self.stop = bounds
        self.stack: list[_Event] = []
        self.regions: list[Region] = []

    def run(self, events: list[_Event], british: bool) -> list[Region]:  # noqa: FBT001
        """Pair *events* and return the regions in order."""
        doubles = [event for event in events if event.mark not in _SINGLE]
        if british and len(doubles) < len(events):
            self._pair(_usable(self.text, events))
            return self.regions
        if doubles:
            self._pair(doubles)
        if len(doubles) < len(events):
            self._pair_gaps(events)
        return self.regions

    def _pair(self, events: list[_Event]) -> None:
        if _is_plain(events):
            for opened, closed in zip(events[::2], events[1::2], strict=True):
                self._emit(opened, closed)
            return
        for index, event in enumerate(events):
            self._take(event, events, index)
        if self.stack:
            self._emit(self.stack[0], None)
            self.stack.clear()

    def _pair_gaps(self, events: list[_Event]) -> None:
        """Pair single marks that stand outside of double ones."""
        taken = self.regions
        self.regions = []
        position = 0
        gap: list[_Event] = []
        for event in events:
            while position < len(taken) and taken[position].outer_end <= event.start:
                position += 1
                gap = self._close_gap(gap)
            inside = (
                position < len(taken) and taken[position].outer_start <= event.start
            )
            if event.mark in _SINGLE and not inside:
                gap.append(event)
        self._close_gap(gap)
        self.regions = sorted(taken + self.regions, key=_start_of)

    def _close_gap(self, gap: list[_Event]) -> list[_Event]:
        usable = _usable(self.text, gap)
        if usable:
            size = len(self.regions)
            self._pair(usable)
            self.regions[size:] = [r for r in self.regions[size:] if r.closed]
        return []

    def _take(self, event: _Event, events: list[_Event], index: int) -> None:
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
        self, event: _Event, events: list[_Event], index: int
    ) -> int | None:
        """Index in the stack of the mark that *event* closes."""
        low = max(0, len(self.stack) - _DEPTH)
        for depth in range(len(self.stack) - 1, low - 1, -1):
            if _can_close(self.stack[depth], event):
                if event.mark in "'’" and _is_possessive(self.text, events, index):
                    return None
                return depth
        return None

    def _is_opener(self, event: _Event) -> bool:
        if event.mark in _SINGLE:
            return event.opens and not _ELISION.match(self.text, event.start)
        if event.mark not in _DOUBLE_OPENERS:
            return False
        if event.mark in '"”»' or (event.mark == "«" and self.stack):
            return event.opens or (
                not event.closes and event.mark == '"' and not self.stack
            )
        return True

    def _open(self, event: _Event, events: list[_Event], index: int) -> None:
        if self.stack and not _is_nested(self.stack[-1], events, index):
            # The mark that should have closed was forgotten.
            self._emit(self.stack[0], None, end=event.start)
            self.stack.clear()
        self.stack.append(event)

    def _emit(
        self, opened: _Event, closed: _Event | None, *, end: int | None = None
    ) -> None:
        if closed is not None:
            stop, outer = closed.start, closed.end
        else:
            stop = outer = self.stop if end is None else end
        piece = self.text[opened.end : stop]
        body = piece.strip()
        if not body:
            return
        start = opened.end + len(piece) - len(piece.lstrip())
        self.regions.append(
            Region(
                start,
                start + len(body),
                opened.start,
                outer,
                self.number,
                opened.mark,
                closed is not None,
                closed is None and end is None,
            )
        )

    def _emit_stray(self, event: _Event) -> None:
        """Take what stands before a lone closing mark that follows punctuation."""
        before = self.text[event.start - 1]
        if before not in ",.!?…" or event.mark in _SINGLE:
            return
        piece = self.text[self.begin : event.start]
        start = self.begin + len(piece) - len(piece.lstrip())
        region = Region(start, event.start, start, event.end, self.number, event.mark)
        self.regions.append(attrs.evolve(region, closed=False))


def _is_plain(events: list[_Event]) -> bool:
    """Whether each mark that opens is followed by the one that closes it."""
    if len(events) % 2:
        return False
    for opened, closed in zip(events[::2], events[1::2], strict=True):
        sure = opened.opens and closed.closes
        if not sure or opened.mark + closed.mark not in _PAIRS:
            return False
    return True


def _start_of(region: Region) -> int:
    return region.start


def _can_close(opened: _Event, event: _Event) -> bool:
    if event.mark in _SURE[opened.mark]:
        return event.closes or not event.opens or opened.mark not in "\"'`"
    return event.mark in _MIXED[opened.mark] and event.closes and not event.opens


def _is_nested(opened: _Event, events: list[_Event], index: int) -> bool:
    """Whether the opener at *index* begins a quotation inside the open one.

    Two like marks nest only where two closing marks follow.
    """
    if events[index].mark != opened.mark:
        return True
    following = events[index + 1 : index + 3]
    return len(following) > 1 and all(e.closes and not e.opens for e in following)


def _is_possessive(text: str, events: list[_Event], index: int) -> bool:
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


def _usable(text: str, events: list[_Event]) -> list[_Event]:
    """Leave out single marks that are surely apostrophes."""
    return [
        event
        for event in events
        if event.mark not in _SINGLE
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
            yield attrs.evolve(region, runs_on=pending, continued=continued)
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
