"""Who said what."""

from enum import StrEnum

import attrs

from articlekit.model.portable import Portable
from articlekit.model.spans import Mention, Span


class QuoteKind(StrEnum):
    """How words are given back."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@attrs.frozen
class Quote(Portable):
    """Words that somebody is said to have spoken or written.

    Attributes:
        parts: The printed pieces in order, without their marks. A piece ends at
            its mark and at a paragraph's end; no two overlap.
        text: The pieces joined by a space, at a paragraph's end by a newline.
        kind: Direct, mixed (a fragment inside reported speech) or indirect.
        speaker: Who is named beside the quotation, as printed, or None.
        source: Who that is after following pronouns, surnames and "the
            statement" back through the text, or None.
        cue: The word of saying, e.g. "said", or None.
        confidence: 0 to 1: that these are somebody's words.
    """

    parts: tuple[Span, ...]
    text: str
    kind: QuoteKind = QuoteKind.DIRECT
    speaker: Mention | None = None
    source: str | None = None
    cue: str | None = None
    confidence: float = 1.0
