"""Transcripts and interviews: paragraphs that begin with who speaks.

"SMITH: We will see." is somebody's words without a mark. One such paragraph may be
anything ("Note: ..."), so a text counts as a transcript only where labels come back
and most paragraphs have one. "Q:" and "A:" name nobody and are left alone.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import attrs

from articlekit.model.quote import Quote, QuoteKind
from articlekit.model.spans import Mention, Span
from articlekit.quotes.marks import Marked

_LABEL: Final = re.compile(
    r"\s{0,4}(?P<name>[^\W\d_](?:[\w.'’-]|[ \u00a0](?=[^\W\d_])){0,40})"
    r"(?:[ \u00a0]\([^()\n]{1,40}\))?(?::[ \u00a0]+|：)(?=[^\s\"“”„«»「『‘'])"
)
_LEAST: Final = 3
_WORDS: Final = 5
# How far from the paragraph's start a label ends at most.
_REACH: Final = 100
_CONFIDENCE: Final = 0.9


@attrs.frozen
class _Turn:
    """One paragraph of a transcript."""

    paragraph: int
    label: tuple[int, int]
    words: tuple[int, int]


def split_transcript(text: str, marked: Marked) -> tuple[list[Quote], Marked]:
    """Return the turns of a transcript, and *marked* without their paragraphs."""
    if text.count(":") + text.count("：") < _LEAST:
        return [], marked
    turns = _turns(text, marked.paragraphs)
    names = Counter(text[slice(*turn.label)] for turn in turns)
    most = 2 * len(turns) > len(marked.paragraphs)
    if len(turns) < _LEAST or not most or not 1 < len(names) < len(turns):
        return [], marked
    taken = {turn.paragraph for turn in turns}
    regions = tuple(r for r in marked.regions if r.paragraph not in taken)
    quotes = [_quote(text, turn) for turn in turns]
    return quotes, attrs.evolve(marked, regions=regions)


def _turns(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[_Turn]:
    turns: list[_Turn] = []
    for number, (start, end) in enumerate(paragraphs):
        near = min(end, start + _REACH)
        if text.find(":", start, near) < 0 and text.find("：", start, near) < 0:
            continue
        match = _LABEL.match(text, start, end)
        if match and _is_name(match["name"]):
            last = start + len(text[start:end].rstrip())
            turns.append(_Turn(number, match.span("name"), (match.end(), last)))
    return turns


def _is_name(label: str) -> bool:
    words = label.split()
    capitals = all(not word[0].islower() for word in words)
    return capitals and len(label) > 1 and len(words) <= _WORDS


def _quote(text: str, turn: _Turn) -> Quote:
    start, end = turn.label
    name = text[start:end]
    source = name.title() if name.isupper() and len(name) > _LEAST else name
    return Quote(
        (Span(*turn.words),),
        text[slice(*turn.words)],
        QuoteKind.DIRECT,
        Mention(name, Span(start, end)),
        source,
        ":",
        _CONFIDENCE,
    )
