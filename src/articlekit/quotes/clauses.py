"""Which words of a clause cannot be its subject, by the order of its word classes.

Outside of English much may stand before the verb that does nothing: a place, a time, a
whole quotation. What a preposition governs is no subject; and where the verb is always
the second part, what opens the clause tells on which side the subject stands.
"""

import re
from typing import Final, NamedTuple

# What opens a clause and is no subject, and what may part its verb from that.
_FRONT: Final = re.compile(r",?(?:b|[SPp][^,QVvyg.;:mftN]{0,8}(?<![DGR])N{0,3}){0,4}")
# A preposition, or "according to".
_GOVERNING: Final = "PK"
_BARE: Final = frozenset(("", "b"))
_ADJECTIVES: Final = 3
_SIGHT: Final = 120
# A preposition and what it governs.
_JOINED: Final = re.compile(r"P[DGwb#]{0,3}[NMBLrReE]{1,3}\Z")
_NEAR: Final = 8
# Places and times between a verb and its subject.
_PLACES: Final = re.compile(r"(?:P[DGwbX#MNLBrReE]{1,3}){1,2}")


class Order(NamedTuple):
    """How the clauses of a language are built.

    Attributes:
        fronts: Whether a place may stand before the verb and its subject behind it.
        inverts: Whether the subject surely stands behind it then.
        adjectives: Whether small words before a noun can only be adjectives, since
            nouns have capitals.
        unsaid: Verbs without a subject of their own: "Aus Berlin hieß es".
    """

    fronts: bool = False
    inverts: bool = False
    adjectives: bool = False
    unsaid: frozenset[str] = frozenset()


STRAIGHT: Final = Order()


def is_governed(classes: str, begin: int, adjectives: bool) -> bool:  # noqa: FBT001
    """Whether a preposition stands before the words from *begin* on.

    Args:
        classes: The word classes of a paragraph.
        begin: Where a mention begins.
        adjectives: Whether unknown words before it can only be adjectives of it.
    """
    index = begin - 1
    if adjectives:
        lowest = max(0, index - _ADJECTIVES)
        while index > lowest and classes[index] in "w#":
            index -= 1
    if index > 0 and classes[index] == "C":
        # "with a roll and a warning"
        return _JOINED.search(classes, max(0, index - _NEAR), index) is not None
    return index >= 0 and classes[index] in _GOVERNING


def is_turned(classes: str, cue: tuple[int, int], begin: int) -> bool:
    """Whether a place, a time or a quotation opens the clause of a verb.

    "In Kiel sagte die Ministerin" has no other subject than the minister.

    Args:
        classes: The word classes of a paragraph.
        cue: Where the verb begins and ends.
        begin: Where the next mention behind the verb begins.
    """
    if classes[cue[1] : begin] not in _BARE:
        return False
    lowest = max(0, cue[0] - _SIGHT)
    floor = max(classes.rfind(mark, lowest, cue[0]) for mark in ".Q")
    return bool(_FRONT.fullmatch(classes, floor + 1, cue[0]))


def is_placed(between: str) -> bool:
    """Whether the classes *between* verb and subject say only where or when."""
    return between[-1:] not in "PD" and bool(_PLACES.fullmatch(between))
