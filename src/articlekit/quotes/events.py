"""Where quotation marks stand, and what their neighbours say about them."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

# One class of characters, which the engine scans fastest; `_mark_at` looks closer.
_EVENTS: Final = re.compile(r"[\"“”„‟«»＂″〝〞〟「」『』《》'‘’‚‛‹›`]")
_COMMAS: Final = re.compile(_EVENTS.pattern + r"|,(?=,\w)")
_PARAGRAPH: Final = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_STRAIGHT: Final = dict.fromkeys(("''", "``", "＂", "″"), '"') | {",,": "„"}
SINGLE: Final = frozenset("'‘’‚‛‹›`")
# What may end a quotation that began with the key. Marks after the blank are
# wrong or mixed uses, which count only where the context says "closing".
CLOSERS: Final = {
    '"': '" ”»',
    "“": '” "“»」',
    "”": '” "',
    "‟": '”“ "',
    "„": '“” "»',
    "«": '» "”',
    "»": '« »"“”',
    "〝": "〞〟 ",
    "「": "」 』”",
    "『": "』 」”",
    "《": "》 ",
    **dict.fromkeys("‘’‛", "’ '"),
    **dict.fromkeys("'`", "' ’"),
    "‚": "‘’ '",
    "‹": "› ",
    "›": "‹ ›",
}
# What may stand before an opening mark besides blanks: openers, and other signs.
_BEFORE_OPEN: Final = frozenset("([{—–-―/…:>*|¿¡，。、：；？！（") | CLOSERS.keys()
# Spaces inside of marks, as French prints them.
_THIN: Final = frozenset("\u00a0\u202f\u2009")
# From here on, letters need no blank between words or before an ending.
_UNSPACED: Final = "\u3041"
_CORNERS: Final = frozenset("」』》〞〟")


class Event(NamedTuple):
    """One mark of a paragraph and what its neighbours say about it."""

    start: int
    end: int
    mark: str
    opens: bool
    closes: bool
    # A letter of a script without blanks follows what stands before the mark.
    glued: bool = False


def find_paragraphs(
    text: str,
) -> tuple[list[tuple[int, int]], dict[int, list[Event]]]:
    """Return start and end of each paragraph that is not blank, and marks by number."""
    spans = [match.span() for match in _PARAGRAPH.finditer(text)]
    paragraphs = [
        (begin, stop)
        for begin, stop in spans
        if not text[begin].isspace() or not text[begin:stop].isspace()
    ]
    groups: dict[int, list[Event]] = {}
    number, stop = -1, 0
    group: list[Event] = []
    for event in find_events(text):
        if event.start >= stop:
            while event.start >= stop:
                number += 1
                stop = paragraphs[number][1]
            group = groups[number] = []
        group.append(event)
    return paragraphs, groups


def find_events(text: str) -> list[Event]:
    """Return the marks of *text*; apostrophes inside of words are none."""
    found: list[Event] = []
    taken = 0
    pattern = _COMMAS if ",," in text else _EVENTS
    for match in pattern.finditer(text):
        start = match.start()
        if start and text[start] in "'’":
            around = text[start - 1 : start + 2 : 2]
            if len(around) == 2 and around.isalnum() and around[1] < _UNSPACED:
                continue
        end = _mark_end(text, start) if start >= taken else start
        if end > start:
            found.append(_event(text, start, end))
            taken = end
    return found


def _mark_end(text: str, start: int) -> int:
    """Return where the mark at *start* ends; *start* itself for an apostrophe."""
    mark = text[start]
    after = text[start + 1 : start + 2]
    if mark not in SINGLE and mark != ",":
        return start + 1
    if after == mark and mark in "'`," and text[start + 2 : start + 3] != "'":
        return start + 2
    before = text[start - 1 : start] if start else ""
    if after >= _UNSPACED and before and not before.isspace():
        return start + 1
    if before.isalnum() or before == "_":
        closes = mark in "'’‘‹›" and not (after.isalnum() or after == "_")
        return start + 1 if closes else start
    opens = bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace() and mark in "'’‘‹›"
    closes = closes and not (after.isalnum() or after == "_")
    return start + 1 if opens or closes else start


def _event(text: str, start: int, end: int) -> Event:
    mark = text[start:end]
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    blank = before.isspace()
    opens = (blank or before in _BEFORE_OPEN) and (
        not after.isspace() or after in _THIN
    )
    closes = (not blank or before in _THIN) and not after.isalnum()
    if after >= _UNSPACED and not blank and after.isalnum():
        # 」 and its like close whatever follows.
        closes = mark in _CORNERS
        opens = opens and not closes
        return Event(start, end, _STRAIGHT.get(mark, mark), opens, closes, glued=True)
    return Event(start, end, _STRAIGHT.get(mark, mark), opens, closes)


def is_british(groups: Iterable[list[Event]]) -> bool:
    """Whether single marks are this text's first choice."""
    single = double = 0
    for events in groups:
        for event in events:
            if event.mark not in SINGLE:
                double += 1
            elif event.opens and not event.closes:
                single += 1
    return single >= 1 and single * 2 >= double
