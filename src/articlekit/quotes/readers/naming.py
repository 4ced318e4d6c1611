"""From the words of a noun phrase to the name in it."""

from collections.abc import Sequence
from typing import Final

from articlekit.quotes.readers.cast import Cast, Phrase
from articlekit.quotes.readers.spaced import Order, Word, letters_of

_HEADS: Final = frozenset("reyBLTalGdjD")
_OFFICES: Final = frozenset("rey")
_BODIES: Final = frozenset("BL")
# What a phrase without a name has that is somebody.
_TOLD: Final = frozenset("BLdD")
# Where a name ends although the phrase goes on.
_CUTS: Final = frozenset("rBLeGadci")
_PEOPLE: Final = frozenset("reyT")
_FIELDS: Final = frozenset("dacBe")
# How many words a name has at most, where the end of its phrase is not sure.
_NAME: Final = 4
# A longer name may be two: of a firm and of a person.
_FEW: Final = 2


def phrase_of(
    text: str, words: Sequence[Word], order: Order, cast: Cast
) -> Phrase | None:
    """Return whom *words* stand for; None where they name nobody.

    Args:
        text: The whole text.
        words: The noun phrase.
        order: What is known of the language.
        cast: The people of the text so far.
    """
    words = _trimmed(words)
    if order.never and words and order.never.search(words[0].key):
        # "his wife Jane": where the name stands last, she is meant.
        words = words[1:] if order.names_last else ()
    if not words:
        return None
    name = _name(words, order, cast)
    if order.capitals and len(name) == 1 and len(words) > 1:
        # "an official of ASEAN"
        letters = text[name[0].start : name[0].end]
        name = () if len(letters) > 1 and letters.isupper() else name
    kinds = letters_of(words)
    body = (_PEOPLE if name else _OFFICES).isdisjoint(kinds)
    if not name and body and _TOLD.isdisjoint(kinds):
        return None
    body = body and (not name or (order.names_last and not _BODIES.isdisjoint(kinds)))
    offices = _BODIES if body else _OFFICES
    roles = [word for word in words if word.letter in offices and word not in name]
    kept = name or _whole(words, order)
    start, end = kept[0].start, kept[-1].end
    printed = text[start:end]
    if name:
        end = _without_ending(kept, order)
        printed = text[start:end]
    keys = tuple(_base(word.key, order) for word in name)
    heads = tuple(
        _base(order.bare(_unjoined(word.key, order)), order) for word in roles
    )
    return Phrase(
        start,
        end,
        printed,
        keys,
        heads,
        _gender(words, order),
        _is_definite(words, order),
        body,
        "y" in kinds or "D" in kinds,
    )


def _has(words: Sequence[Word], letters: frozenset[str]) -> bool:
    return not letters.isdisjoint(letters_of(words))


def _trimmed(words: Sequence[Word]) -> Sequence[Word]:
    first, last = 0, len(words)
    while first < last and words[first].letter in "CG":
        first += 1
    while last > first and words[last - 1].letter in "CG":
        last -= 1
    return words[first:last]


def _name(words: Sequence[Word], order: Order, cast: Cast) -> Sequence[Word]:
    """Return the words of *words* that are the name."""
    if order.capitals:
        return _capital_name(words, order)
    if order.names_last:
        first = len(words)
        while first and words[first - 1].letter not in _HEADS:
            first -= 1
        return words[max(first, len(words) - _NAME) :]
    first = _head_size(words, order)
    last = words[-1]
    if first == len(words) and (len(words) > 1 or last.letter in "da"):
        # "the coach al-Wazzani": the last word is a name if the text knows it as one.
        return words[-1:] if cast.knows((last.key,)) else ()
    if not _has(words[:first], _PEOPLE) and _has(words[:first], _BODIES):
        return ()
    return _cut(words[first:])


def _whole(words: Sequence[Word], order: Order) -> Sequence[Word]:
    """Return the words that say what somebody without a name is."""
    if order.capitals or order.names_last:
        return words
    size = _head_size(words, order)
    if size < len(words) and size == 1 and words[0].letter in "BL":
        size = 2
    return words[:size] or words


def _head_size(words: Sequence[Word], order: Order) -> int:
    """Return how many words stand before the name: roles, their fields, adjectives."""
    size = 0
    headed = False
    for index, word in enumerate(words):
        if word.letter in _HEADS or (
            headed and (word.letter == "c" or order.bare(word.key) != word.key)
        ):
            headed = headed or word.letter in "reyTB"
            size = index + 1
        else:
            break
    return size


def _cut(name: Sequence[Word]) -> Sequence[Word]:
    """Return *name* without the object of the verb that may follow it."""
    for index in range(1, len(name)):
        letter = name[index].letter
        if name[index - 1].letter == "p":
            continue
        of = name[index + 1].letter if index + 1 < len(name) else ""
        if letter == "c" or (letter in _CUTS and index > 1):
            return name[:index]
        if letter in "rBe" and of in _FIELDS:
            return name[:index]
    return name[:_NAME]


def _capital_name(words: Sequence[Word], order: Order) -> Sequence[Word]:
    last = len(words)
    while last and words[last - 1].letter not in "No":
        last -= 1
    first = last
    while first and words[first - 1].letter in "Npo":
        first -= 1
    if last < len(words):
        return ()
    begins = words[first:last] and len(words[first].key) > 1
    if begins and first and last - first > _FEW and words[first].key not in order.given:
        # Behind a role stands the name of a firm, too: "the director of Buana Jane Lee".
        for at in range(first + 1, last - 1):
            if words[at].key in order.given:
                return words[at:last]
    return words[first:last]


def _without_ending(words: Sequence[Word], order: Order) -> int:
    last = words[-1]
    if order.endings:
        ending = order.endings.search(last.key)
        if ending and not last.key[ending.start()].isalnum():
            return last.end - (len(last.key) - ending.start())
    return last.end


def _base(key: str, order: Order) -> str:
    if order.endings:
        ending = order.endings.search(key)
        if ending and ending.start() > 1:
            return key[: ending.start()]
    return key


def _unjoined(key: str, order: Order) -> str:
    if order.bare(key) != key:
        return key
    for clitic in order.clitics:
        if key not in order.classes and key.startswith(clitic):
            return key[len(clitic) :]
    return key


def _gender(words: Sequence[Word], order: Order) -> str:
    """Return what the role says of the gender."""
    for word in words:
        if word.letter == "r":
            if order.feminine and order.feminine.search("r " + word.key):
                return "f"
            if order.masculine and order.masculine.search("r " + word.key):
                return "m"
    return ""


def _is_definite(words: Sequence[Word], order: Order) -> bool:
    if any(word.letter == "D" for word in words):
        return True
    if order.articles:
        return order.bare(words[0].key) != words[0].key
    return len(words) == 1
