"""What values share that travel as dicts and JSON."""

from typing import Self


class Portable:
    """Base of values that can be written as dicts and JSON and read back."""

    __slots__ = ()

    def to_dict(self) -> dict[str, object]:
        """Return the value as a new dict of plain values.

        Every attribute is a key. Dates are ISO strings, enums their values,
        tuples lists; a block carries its `type`, an article also `schema` (the
        version of this form) and `text`.
        """
        from articlekit.model.dicts import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(cls, data: object) -> Self:
        """Read a value from what `to_dict` returned.

        Args:
            data: A mapping; keys may be missing where there is a default.

        Raises:
            ValueError: *data* has another form; the message names what is
                wrong and where.
        """
        from articlekit.model.dicts import from_dict

        return from_dict(cls, data)

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the value as JSON that can always be written as UTF-8.

        Args:
            indent: Spaces a level, or None for one line.
        """
        from articlekit.model.dicts import to_json

        return to_json(self, indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read a value from what `to_json` returned.

        Args:
            text: The JSON; bytes are UTF-8, UTF-16 or UTF-32.

        Raises:
            ValueError: *text* is no JSON or has another form; the message
                names what is wrong and where.
        """
        from articlekit.model.dicts import from_json

        return from_json(cls, text)
