"""Reported speech without marks, only where the sentence leaves no doubt.

"The bridge is closed, police said." ends with who says it, behind a comma.
"""

import re
from collections.abc import Iterator
from typing import Final

from articlekit.model.quote import Quote, QuoteKind
from articlekit.model.spans import Mention, Span
from articlekit.quotes.lines import Lines
from articlekit.quotes.links import Link
from articlekit.quotes.resolve import Resolver
from articlekit.quotes.speakers import Option
from articlekit.quotes.tokens import Line

# Behind the pair: a day or a place, then the sentence ends.
_END: Final = re.compile(r"(?:[bX]|P[DNXw#]{1,4}){0,3}(?:\.|$)")
_LEAST: Final = 4
_SIGHT: Final = 120
_CONFIDENCE: Final = 0.8
# A paragraph with more words is none.
_MOST: Final = 2000


def find_indirect(lines: Lines, resolver: Resolver) -> Iterator[Quote]:
    """Yield the reported speech of the text, in order."""
    for number in range(len(lines.paragraphs)):
        line = lines.line(number)
        if "V" not in line.classes or len(line.classes) > _MOST:
            continue
        done = -1
        for link in lines.links(number):
            content = _content(line, link)
            if content and content[0] > done:
                done = content[1]
                yield _quote(lines, resolver, Option(">", number, link), content)


def _content(line: Line, link: Link) -> tuple[int, int] | None:
    """Return the words that *link* reports; None if that is not certain."""
    classes = line.classes
    adjacent = link.letter == "V" and link.gap in "ab" and link.rank == "0"
    if not adjacent or link.first < _LEAST or classes[link.first - 1] != ",":
        return None
    if not _END.match(classes, link.last):
        return None
    lowest = max(0, link.first - _SIGHT)
    start = classes.rfind(".", lowest, link.first) + 1
    end = link.first - 1
    if end - start < _LEAST or "Q" in classes[start:end] or start < lowest:
        return None
    return start, end


def _quote(
    lines: Lines, resolver: Resolver, option: Option, content: tuple[int, int]
) -> Quote:
    line = lines.line(option.line)
    start, end = line.span(lines.text, *content)
    link = option.link
    mention = cue = source = None
    if link is not None:
        who = line.span(lines.text, link.mention.start, link.mention.end)
        mention = Mention(lines.text[slice(*who)], Span(*who))
        cue = lines.text[slice(*line.span(lines.text, link.cue, link.cue_end))]
        source = resolver.source(option)
    return Quote(
        (Span(start, end),),
        lines.text[start:end],
        QuoteKind.INDIRECT,
        mention,
        source,
        cue,
        _CONFIDENCE,
    )
