"""Keys: the words of the attributes that say what an element is for."""

from collections.abc import Mapping
from typing import Final

from articlekit.reading.page import HIDDEN

# Attributes whose words say what an element is for, those that hide it, and
# those of microdata and RDFa. "class" is a third of all attributes and is looked
# at first.
_WORDS, _HIDER, _PROPERTY = "words", "hider", "property"
_KINDS_OF_NAMES: Final = (
    (
        _WORDS,
        (
            "class id role rel data-testid data-test-id data-component data-qa"
            " data-type data-module data-block-type aria-label name"
        ),
    ),
    (_HIDER, "hidden aria-hidden style"),
    (_PROPERTY, "itemprop property itemscope typeof"),
)
_NAMES: Final[dict[str, str]] = {
    str(name): kind for kind, names in _KINDS_OF_NAMES for name in names.split()
}
NAMES_BESIDE_CLASS: Final = frozenset(_NAMES) - {"class"}
"""Names of attributes that say what an element is for, but for "class"."""
_LONGEST_KEY: Final = 10_000


def _hides(name: str, value: str) -> bool:
    if name == "style":
        return "none" in value and "display:none" in value.replace(" ", "")
    return name == "hidden" or value == "true"


def _folded(words: str) -> str:
    """Return *words* as a key: bounded, lower case, a space before and after."""
    words = words[:_LONGEST_KEY]
    if "\n" in words or "\t" in words:
        words = " " + " ".join(words.split())
    return words.lower() + " "


def class_key(value: str | None) -> str:
    """Return the key of an element that has a class and nothing else to say.

    Args:
        value: The attribute, or None where there is none.
    """
    return "" if value is None else _folded(" " + value)


def key_of(attrs: Mapping[str, str]) -> tuple[str, bool]:
    """Read the attributes that say what an element is for.

    Returns:
        The key: see `Boxes.key`; and whether microdata or RDFa is among them.
    """
    words = ""
    meaningful = False
    for name, value in attrs.items():
        if name == "class":
            words += " " + value
        elif kind := _NAMES.get(name):
            if kind is not _HIDER:
                words += " " + value
                if kind is _PROPERTY:
                    meaningful = True
            elif _hides(name, value):
                words += " " + HIDDEN
    return (_folded(words) if words else ""), meaningful
