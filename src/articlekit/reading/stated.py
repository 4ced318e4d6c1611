"""What a text page says of itself in so many words."""

from collections.abc import Mapping

import attrs


@attrs.frozen
class Stated:
    """What a record says of one field.

    Attributes:
        text: The words after the label, lines joined by a space.
        line: Number of the label's line in the source.
        label: The label as printed, without its colon.
    """

    text: str
    line: int
    label: str


@attrs.frozen(eq=False)
class Record:
    """What a text page states of itself.

    Attributes:
        fields: What is stated, by the name of a field, in order of the page.
        title: Index of the block that is the title, or None.
        first: Index of the first block of the text, or None where it is not told.
        last: Index after its last block, or None where it is not told.
    """

    fields: Mapping[str, tuple[Stated, ...]]
    title: int | None = None
    first: int | None = None
    last: int | None = None

    def get(self, field: str) -> Stated | None:
        """Return what is first stated of *field*, or None."""
        return next((said for said in self.fields.get(field, ()) if said.text), None)
