"""The words of class names and the like, as the weights know them."""

import re
from typing import Final

_WORD: Final = re.compile(r"[a-z]{2,}")
_LONGEST_KEY: Final = 400
WHOLE_PAGE: Final = frozenset(("html", "body"))
"""Tags of boxes whose words tell no block of a page from another."""


def words_of_key(key: str) -> set[str]:
    """Return the words of a box's key, whole and in letters alone."""
    key = key[:_LONGEST_KEY]
    return {*key.split(), *_WORD.findall(key)}
