"""Whom a pronoun may mean, as letters that make the keys of learned weights."""

from typing import NamedTuple

from articlekit.quotes.mentions import Candidate
from articlekit.quotes.tokens import Line


class Antecedent(NamedTuple):
    """A person whom a pronoun may mean.

    Attributes:
        name: The full name.
        own: Letters of the name and what stands beside it.
        place: Letters of where it stands.
    """

    name: str
    own: str
    place: str

    @property
    def features(self) -> tuple[str, ...]:
        """Keys into the weights."""
        return (*keys_of_own(self.own), *keys_of_place(self.place))


def keys_of_own(letters: str) -> tuple[str, ...]:
    """Return the keys of a name and what stands beside it."""
    agrees, before, after, shape, often, body, role = tuple(letters)
    return (
        "pb" + agrees,
        "pc" + before + after,
        "pf" + before,
        "pg" + after,
        "pe" + shape + often + body,
        "ph" + role + agrees,
        "pi" + before + agrees,
    )


class Named(NamedTuple):
    """A name with what does not change from pronoun to pronoun.

    Attributes:
        printed: Its words.
        letters: The classes before and behind it, and whether a role is with it.
        mention: Where it stands.
    """

    printed: str
    letters: str
    mention: Candidate


def describe(line: Line, mention: Candidate) -> Named:
    """Return what a name of *line* is, whatever the pronoun."""
    classes, begin, end = line.classes, mention.begin, mention.end
    before = classes[begin - 1] if begin else "^"
    after = classes[end] if end < len(classes) else "$"
    named = "r" if begin < mention.start else "0"
    role = "R" if "R" in classes[begin:end] else named
    return Named(printed(line, mention.start, end), before + after + role, mention)


def is_out(own: str) -> bool:
    """Whether a name is of the other gender, or no person's."""
    return own[0] == "-" or own[3] == "A" or own[5] in "BP"


def keys_of_place(letters: str) -> tuple[str, ...]:
    """Return the keys of where a name stands, seen from the pronoun."""
    back, sentences, last, near, rank = tuple(letters)
    return (
        "pa" + back + sentences,
        "pd" + last + near,
        "pr" + rank,
        "ps" + rank + back + last,
    )


def printed(line: Line, start: int, end: int) -> str:
    """Return words *start* to *end* of *line* as they are printed, nearly."""
    return " ".join(line.words[start:end]).replace(" .", ".")
