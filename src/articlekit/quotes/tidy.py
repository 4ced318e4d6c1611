"""Speakers as they leave the room: no blanks and stray marks at their ends."""

import unicodedata

import attrs

from articlekit.model.quote import Quote
from articlekit.model.spans import Mention, Span

# What may end a name besides letters and digits: "Jr.", "(CDU)", "Yahoo!".
_ENDS = frozenset(".!)）]’'”\"»」』%+")
_STARTS = frozenset("@#$(（“\"«„「『'’")


def _is_word(letter: str) -> bool:
    """Whether a character is part of a word; Indic vowel signs are no letters."""
    return letter.isalnum() or unicodedata.category(letter)[0] == "M"


def tidy(quote: Quote) -> Quote:
    """Return *quote* with a speaker that begins and ends with words, or without one.

    Args:
        quote: A quotation whose speaker may have taken blanks or marks along.

    Returns:
        The same quotation where there is nothing to mend. A speaker without a letter
        or digit is none, and no source either.
    """
    speaker = quote.speaker
    if speaker is None or (speaker.text[:1].isalnum() and speaker.text[-1:].isalnum()):
        return quote
    text, start, end = speaker.text, 0, len(speaker.text)
    while start < end and not (_is_word(text[start]) or text[start] in _STARTS):
        start += 1
    while end > start and not (_is_word(text[end - 1]) or text[end - 1] in _ENDS):
        end -= 1
    if not any(map(str.isalnum, text[start:end])):
        return attrs.evolve(quote, speaker=None, source=None)
    if (start, end) == (0, len(text)):
        return quote
    first = speaker.span.start
    mention = Mention(text[start:end], Span(first + start, first + end))
    source = mention.text if quote.source == text else quote.source
    return attrs.evolve(quote, speaker=mention, source=source)
