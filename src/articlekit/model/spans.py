"""Places in a text."""

import attrs


@attrs.frozen(order=True)
class Span:
    """A half-open range of code points of a text.

    Attributes:
        start: Index of the first code point.
        end: Index after the last code point.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the piece of *text* that this span covers."""
        return text[self.start : self.end]


@attrs.frozen
class Mention:
    """Words of a text that name somebody.

    Attributes:
        text: The words as printed.
        span: Where they stand.
    """

    text: str
    span: Span
