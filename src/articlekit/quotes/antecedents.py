"""Whom a pronoun may mean, as letters that make the keys of learned weights."""

from typing import Final, NamedTuple

from articlekit.quotes.mentions import Candidate
from articlekit.quotes.people import People, is_acronym
from articlekit.quotes.tokens import Line

# What stands before a sentence.
_BEGINS: Final = frozenset(".!?…\n\"'“”’»«—–-:")


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


class Spoken(NamedTuple):
    """An earlier quotation's speaker.

    Attributes:
        source: The full name, if there is one.
        kind: Letter of the mention.
        line: Index of the paragraph.
        word: Index in the line.
    """

    source: str | None
    kind: str
    line: int
    word: int


class Looks(dict[str, dict[str, str]]):
    """Names to letters: by pronoun whether it agrees; "" for the rest."""

    def __init__(self, text: str, people: People) -> None:
        super().__init__()
        self.text = text
        self.people = people

    def __missing__(self, name: str) -> dict[str, str]:
        """Describe *name*, and keep that."""
        shape = "A" if is_acronym(name) else "2" if " " in name else "1"
        often = str(min(2, self.people.known(name)))
        gender = self.people.gender(name)
        look = dict.fromkeys("mf", "-" if gender else "0")
        if gender:
            look[gender] = "+"
        look[""] = shape + often + self._sort(name)
        self[name] = look
        return look

    def _sort(self, name: str) -> str:
        """Return "B" for a body's name, "P" for a place, "1" for a known first name.

        What may be no name at all counts as a place.
        """
        lexicon = self.people.lexicon
        folded = name.casefold()
        words = folded.split()
        if folded in lexicon.places or words[-1] in lexicon.places:
            return "P"
        last = lexicon.classes.get(words[-1])
        if last == "X" or not lexicon.bodies.isdisjoint(words):
            return "B"
        if words[0] in lexicon.given:
            return "1"
        return "P" if len(words) == 1 and self._opens_only(name) else "0"

    def _opens_only(self, word: str) -> bool:
        """Whether a word stands once, where a sentence begins: it may be no name."""
        text = self.text
        at = text.find(word)
        if text.find(word, at + len(word)) >= 0:
            return False
        before = text[max(0, at - 2) : at].rstrip(" \u00a0")
        return not before or before[-1] in _BEGINS


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


def is_noun(own: str) -> bool:
    """Whether one word may be no name, where all nouns have capitals."""
    return own[3] == "1" and own[5] == "0" and own[6] == "0"


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
