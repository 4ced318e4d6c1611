"""The subject of the sentence before a quotation: whom "řekla" alone means."""

from collections.abc import Iterator
from typing import Final

from articlekit.quotes.antecedents import printed
from articlekit.quotes.lines import Lines
from articlekit.quotes.mentions import Candidate
from articlekit.quotes.people import People, is_acronym

# How far behind a quotation its verb may stand, and how far back a sentence is read.
_NEAR: Final = 6
_SIGHT: Final = 60
# In how many sentences before it is looked.
_SENTENCES: Final = 2


def subject_before(
    lines: Lines, people: People, number: int, verb: Candidate, *, sure: bool = False
) -> str | None:
    """Return the first name of the sentence before a verb's quotation that fits.

    Args:
        lines: The paragraphs of the text.
        people: Its names.
        number: The paragraph of the verb.
        verb: A verb of saying without a subject, or a pronoun.
        sure: Whether only somebody surely of the verb's gender fits.
    """
    classes = lines.line(number).classes
    stop = verb.start
    if "Q" in classes[max(0, stop - _NEAR) : stop]:
        stop = classes.rfind("Q", 0, stop)
    for _ in range(_SENTENCES):
        while stop and classes[stop - 1] in ".:-Q":
            stop -= 1
        floor = classes.rfind(".", max(0, stop - _SIGHT), stop) + 1
        named = [
            name
            for mention in lines.mentions(number)
            if mention.kind == "N" and floor <= mention.begin < stop
            for name in _fitting(lines, people, number, mention)
        ]
        surely = [name for name in named if people.gender(name) == verb.kind]
        if not surely and not sure:
            surely = [name for name in named if _agrees(people.gender(name), verb)]
        if surely:
            return surely[0]
        stop = floor
    return None


def _agrees(gender: str, verb: Candidate) -> bool:
    """Whether a person of *gender*, "" where that is not known, may be meant."""
    return not gender or verb.kind not in "mf"


def _fitting(
    lines: Lines, people: People, number: int, mention: Candidate
) -> Iterator[str]:
    """Yield the full name of *mention*, if that may be its sentence's subject."""
    line = lines.line(number)
    if line.classes[mention.begin - 1 : mention.begin] == "P":
        return
    name = printed(line, mention.start, mention.end)
    if name.endswith(lines.lexicon.oblique) or people.is_inflected(name):
        return
    full = people.full(name)
    if " " not in full:
        full = people.called(full)
    lexicon = lines.lexicon
    folded = full.casefold()
    last = folded.rpartition(" ")[2]
    if folded in lexicon.places or last in lexicon.places or is_acronym(name):
        return
    if lexicon.bodies.isdisjoint(folded.split()):
        yield full
