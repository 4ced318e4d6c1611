"""White space and invisible characters."""

import re
import unicodedata
from functools import lru_cache

# Soft hyphen, zero-width space and joiners at the edges, directional marks, BOM.
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)

_SHORT = 160
_NO_LETTER = dict.fromkeys(i for i in range(128) if not chr(i).isalnum())


def fold_spaces(text: str) -> str:
    """Join all runs of white space to one space and drop invisible characters.

    Args:
        text: Any text.

    Returns:
        The text on one line, without white space at its ends.
    """
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split())


def same_key(text: str) -> str:
    """Return what two spellings of the same words have in common.

    Args:
        text: Any text.

    Returns:
        The letters and digits of *text* in compatibility form, case folded.
    """
    return _short_key(text) if len(text) < _SHORT else _key(text)


def _key(text: str) -> str:
    if text.isascii():
        return text.lower().translate(_NO_LETTER)
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(str.isalnum, folded))


@lru_cache(maxsize=1024)
def _short_key(text: str) -> str:
    return _key(text)
