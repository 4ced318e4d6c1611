"""Texts with more quotations than prose has: a cheap reading of them.

A page of a thousand labels in marks, or one paragraph a thousand times, is no article;
it must not cost as much as a thousand articles. What is far over the measure of prose
gets no quotes, what is somewhat over it gets speakers by word order alone, and a
paragraph that comes again gets the quotes of its first time.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from articlekit.model.quote import Quote, QuoteKind
from articlekit.model.spans import Mention, Span
from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.marks import Marked, Region

# From how many regions on, and with how many characters a region, a text is dense.
_MANY: Final = 300
_APART: Final = 120
_MARKS: Final = '"“”„«»「『《'
# With a mark every so many characters, a text is code or data; so is one with
# thousands that stand a little further apart.
_NOISE: Final = 16
_THOUSANDS: Final = 5000
_WIDER: Final = 40
# How often a paragraph is read before its quotes are copied.
_TIMES: Final = 2
_FEW: Final = 30
_WORDS: Final = 3
_ENDS: Final = frozenset(".,!?…")
_WORD: Final = r"[^\W\d_][\w'’-]{0,30}"
_AFTER: Final = re.compile(rf",?\s({_WORD})\s({_WORD})(?:\s({_WORD}))?")
_SURE: Final = 0.8
_UNSURE: Final = 0.5


def is_noise(text: str) -> bool:
    """Whether *text* has more marks than any prose, and many."""
    size = len(text)
    most = max(2 * _MANY, min(size // _NOISE, max(_THOUSANDS, size // _WIDER)))
    if size <= most:
        return False
    # An apostrophe behind a blank or bracket opens something that another closes.
    single = 2 * (text.count(" '") + text.count("('"))
    return single + sum(map(text.count, _MARKS)) > most


def is_dense(text: str, regions: Sequence[Region]) -> bool:
    """Whether the *regions* of *text* are many and hardly apart."""
    return len(regions) > _MANY and len(text) < _APART * len(regions)


def find_cheaply(
    text: str, regions: Sequence[Region], lexicon: Lexicon
) -> Iterator[Quote]:
    """Yield the regions that are sentences, with the name right behind each."""
    for region in regions:
        start, end = region.start, region.end
        if text[end - 1] in _ENDS and text.count(" ", start, end) >= _WORDS - 1:
            said = _speaker(text, region.outer_end, lexicon)
            yield _quote(text, region, said)


def _quote(
    text: str, region: Region, said: tuple[re.Match[str], tuple[int, int, int]] | None
) -> Quote:
    span = Span(region.start, region.end)
    words = text[region.start : region.end]
    if said is None:
        return Quote((span,), words, QuoteKind.DIRECT, None, None, None, _UNSURE)
    match, (first, last, verb) = said
    start, end = match.start(first), match.end(last)
    name = text[start:end]
    mention = Mention(name, Span(start, end))
    return Quote((span,), words, QuoteKind.DIRECT, mention, name, match[verb], _SURE)


def _speaker(
    text: str, at: int, lexicon: Lexicon
) -> tuple[re.Match[str], tuple[int, int, int]] | None:
    """Return which groups are the name's first and last word, and the verb."""
    match = _AFTER.match(text, at)
    if match is None:
        return None
    words = [word or "" for word in match.groups()]
    capital = [word[:1].isupper() for word in words]
    verbs = [lexicon.classes.get(word) == "V" for word in words]
    if verbs[0] and capital[1]:
        return match, (2, 3 if capital[2] else 2, 1)
    if capital[0] and verbs[1]:
        return match, (1, 1, 2)
    if capital[0] and capital[1] and verbs[2]:
        return match, (1, 2, 3)
    return None


def find_echoes(text: str, marked: Marked) -> dict[int, int]:
    """Return the paragraphs that repeat an earlier one, and which.

    Each has another paragraph's words and stands behind the same words as that one;
    the first times are left to be read.
    """
    if len(marked.regions) < _FEW:
        return {}
    found: dict[int, int] = {}
    times: dict[tuple[str, str], list[int]] = {}
    number = -1
    for region in marked.regions:
        if region.paragraph == number:
            continue
        number = region.paragraph
        pair = (_words(text, marked, number - 1), _words(text, marked, number))
        known = times.setdefault(pair, [])
        if len(known) < _TIMES:
            known.append(number)
        else:
            found[number] = known[-1]
    return found


def _words(text: str, marked: Marked, number: int) -> str:
    return text[slice(*marked.paragraphs[number])] if number >= 0 else ""


def without(marked: Marked, echoes: dict[int, int]) -> Marked:
    """Return *marked* without the regions of *echoes*."""
    regions = tuple(r for r in marked.regions if r.paragraph not in echoes)
    return marked._replace(regions=regions)


def copy_quotes(
    marked: Marked, quotes: Sequence[Quote], echoes: dict[int, int]
) -> Iterator[Quote]:
    """Yield the quotes of paragraphs that repeat others."""
    models = _by_paragraph(marked, quotes, set(echoes.values()))
    for number, model in echoes.items():
        begin, end = marked.paragraphs[model]
        shift = marked.paragraphs[number][0] - begin
        for quote in models.get(model, ()):
            if quote.parts[-1].end <= end:
                yield _moved(quote, begin, shift)


def _by_paragraph(
    marked: Marked, quotes: Sequence[Quote], wanted: set[int]
) -> dict[int, list[Quote]]:
    """Return the quotes that begin in each paragraph of *wanted*."""
    found: dict[int, list[Quote]] = {}
    position = 0
    for number in sorted(wanted):
        begin, end = marked.paragraphs[number]
        while position < len(quotes) and quotes[position].parts[0].start < begin:
            position += 1
        while position < len(quotes) and quotes[position].parts[0].start < end:
            found.setdefault(number, []).append(quotes[position])
            position += 1
    return found


def _moved(quote: Quote, begin: int, shift: int) -> Quote:
    """Return *quote* further on; a speaker of an earlier paragraph stays there."""
    speaker = quote.speaker
    if speaker is not None and speaker.span.start >= begin:
        speaker = Mention(speaker.text, _later(speaker.span, shift))
    return Quote(
        tuple(_later(part, shift) for part in quote.parts),
        quote.text,
        quote.kind,
        speaker,
        quote.source,
        quote.cue,
        quote.confidence,
    )


def _later(span: Span, shift: int) -> Span:
    return Span(span.start + shift, span.end + shift)
