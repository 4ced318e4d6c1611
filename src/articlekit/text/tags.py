"""Language tags."""

import re
from typing import Final

_TAG: Final = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,8}")


def check_language(language: str | None) -> None:
    """Check that *language* is a well-formed BCP 47 tag, or None.

    Raises:
        ValueError: It is not.
    """
    if language is not None and not _TAG.fullmatch(language):
        message = f"{language!r} is no well-formed BCP 47 language tag"
        raise ValueError(message)
