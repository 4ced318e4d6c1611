"""Nouns that look like names, and names that look like none.

German gives every noun a capital; German, Dutch and Swedish run words together, so that
a role may end a long word; many papers print the names of papers and firms in marks.
"""

import re
from collections.abc import Sequence
from typing import Final

from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.marks import Region

# How long a name in marks may be, and what follows one behind a small word.
_LONG_TITLE: Final = 40
_TITLE_WORDS: Final = 4
_AFTER_TITLE: Final = frozenset(("", ".", ",", "V", "v", "A"))
# How "sprechers" and "präsidenten" end, and how long the parts of a compound are.
_GENITIVES: Final = ("s", "es", "en", "n")
_TAIL: Final = 4
# A capital word alone; German nouns and adjectives by their endings.
_LONE: Final = re.compile(r"(?<![NR_])N(?![NJ_])")
_ABSTRACT: Final = (
    *("ung", "heit", "keit", "schaft", "tion", "ismus", "tät", "tum"),
    *("ungen", "heiten", "keiten", "tionen", "angaben"),
)
# An article behind a noun: "die Sprecherin der Grünen".
_OWNED: Final = re.compile(r"(?<=[MNRELB])D(?=[^,.:;V])")
_INFLECTED: Final = ("e", "en", "er", "es", "em")

# What stands before an unknown verb of saying, and behind it.
_SPOKEN: Final = re.compile(r"Q[,-]A?(?=w(?:b?[DNRrmfE]))")

# A word that opens a sentence and may be no name, by what follows: "Asked about".
_OPENER: Final = re.compile(r"(?:(?<=[.Q])|^)N(?=P)")
_ADVERB: Final = re.compile(r"(?:(?<=[.Q])|^)N(?=[wVvA]b?[DNRmfrEBL])")

_OBJECT: Final = re.compile(r"(?<=N)w(?=[Vv])")
# A small word behind a verb of saying or "according to".
_BARE: Final = re.compile(r"(?<=[VK])w(?=[,.Pw;-]|$)")


def mark_openers(
    words: Sequence[str], found: list[str], classes: str, lexicon: Lexicon
) -> bool:
    """Tell participles and adverbs that open a sentence from names, by their ends."""
    changed = False
    pattern = _ADVERB if lexicon.caps_nouns else _OPENER
    for match in pattern.finditer(classes):
        index = match.start()
        word = words[index].lower()
        if word.endswith(lexicon.openers) and word not in lexicon.genders:
            found[index] = "b"
            changed = True
    return changed


def compound_letter(word: str, lexicon: Lexicon) -> str | None:
    """Class "parteichef" by its end, "chef"; None where that is no role or body."""
    for stem in (
        word,
        *(word[: -len(end)] for end in _GENITIVES if word.endswith(end)),
    ):
        for start in range(len(stem) - _TAIL + 1):
            if stem[start:] in lexicon.tails and start != 1:
                return lexicon.classes[stem[start:]]
    return None


def mark_nouns(words: list[str], found: list[str], classes: str) -> None:
    """Tell nouns from names where both have a capital."""
    for match in _LONE.finditer(classes):
        index = match.start()
        if (
            found[index - 1 : index] in (["D"], ["G"])
            or words[index].endswith(_ABSTRACT)
            or (
                index
                and found[index - 1] == "w"
                and words[index - 1].endswith(_INFLECTED)
            )
        ):
            found[index] = "M"


def mark_genitives(words: list[str], found: list[str]) -> str:
    """Make what "der" owns behind a noun a modifier; return the classes."""
    classes = "".join(found)
    changed = False
    for match in _OWNED.finditer(classes):
        index = match.start()
        if words[index] == "der":
            found[index] = "P"
            changed = True
    return "".join(found) if changed else classes


def mark_titles(
    text: str,
    regions: Sequence[Region],
    words: list[str],
    found: tuple[str, Sequence[int]],
) -> str:
    """Read names in marks, the „Tagblatt“, as names; return the classes."""
    classes, quotes = found
    for region, index in zip(regions, quotes, strict=True):
        start, end = region.start, region.end
        if end - start > _LONG_TITLE or not (text[start].isupper() and region.closed):
            continue
        if text[end - 1].isalnum() and text.count(" ", start, end) < _TITLE_WORDS:
            before = classes[index - 1] if index else "^"
            after = classes[index + 1 : index + 2]
            if before in "BLRrEeM" or (before in "DPN" and after in _AFTER_TITLE):
                words[index] = text[start:end]
                classes = classes[:index] + "N" + classes[index + 1 :]
    return classes


def mark_verbs(words: Sequence[str], classes: str) -> str:
    """Read a word between a quotation and a name as a verb of saying.

    Nothing else stands there: „Nein“, gesteht die Wirtin. A small word between a name
    and such a verb is no part of the name. Return the classes.
    """
    classes = _OBJECT.sub("b", classes)
    for match in _SPOKEN.finditer(classes):
        index = match.end()
        if words[index].islower():
            classes = classes[:index] + "V" + classes[index + 1 :]
    return classes


def mark_bare(words: Sequence[str], classes: str, endings: tuple[str, ...]) -> str:
    """Read a noun right behind a verb of saying as who speaks.

    So it is where nouns have no article: «Да», сказал вратарь. Words with one of the
    *endings* are adverbs. Return the classes.
    """
    for match in _BARE.finditer(classes):
        index = match.start()
        if not words[index].endswith(endings):
            classes = classes[:index] + "r" + classes[index + 1 :]
    return classes
