"""The people of a text in a language read by word order, and who is meant by whom.

A short name leads to the fuller one, a role to the person who was introduced with it,
a pronoun or a verb without a subject to the person who spoke or acted last.
"""

from collections.abc import Sequence
from typing import Final

import attrs

# How many people back a mention may lead: keeps long texts linear.
_BACK: Final = 60


@attrs.define(eq=False)
class Person:
    """Somebody of the text.

    Attributes:
        name: The fullest name; for one without a name what the text calls them.
        keys: The folded words of the name.
        roles: Folded words that the text has said the person is.
        gender: "m", "f" or "" where nothing tells.
        named: Whether it is a name.
        body: Whether it is an organisation or a paper.
    """

    name: str
    keys: tuple[str, ...]
    roles: set[str]
    gender: str = ""
    named: bool = True
    body: bool = False


@attrs.frozen
class Phrase:
    """A noun phrase that stands for somebody.

    Attributes:
        start: Where the mention begins.
        end: Where it ends.
        text: The mention as printed.
        keys: The folded words of the name; empty where there is none.
        roles: The folded roles of the phrase.
        gender: "m", "f" or "" where nothing tells.
        definite: Whether an article says that the reader knows who it is.
        body: Whether it is an organisation or a paper.
        anyone: Whether it may be said of any person: "the man", "the young woman".
    """

    start: int
    end: int
    text: str
    keys: tuple[str, ...]
    roles: tuple[str, ...]
    gender: str = ""
    definite: bool = False
    body: bool = False
    anyone: bool = False


class Cast:
    """The people met so far, and whom the text speaks of."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self.recent: list[Person] = []

    def meet(self, phrase: Phrase) -> Person:
        """Return whom *phrase* means; somebody new if nobody earlier fits."""
        person = self._named(phrase) if phrase.keys else self._called(phrase)
        if person is None:
            keys = phrase.keys or (phrase.text,)
            person = Person(phrase.text, keys, set(), "", bool(phrase.keys))
            person.body = phrase.body
            self.people.append(person)
        elif phrase.keys and len(phrase.keys) > len(person.keys):
            person.name, person.keys = phrase.text, phrase.keys
        person.roles.update(phrase.roles)
        person.gender = person.gender or phrase.gender
        self.recent.append(person)
        return person

    def knows(self, keys: Sequence[str]) -> bool:
        """Whether some person of the text has all of *keys* in the name."""
        wanted = set(keys)
        return any(
            person.named and wanted <= set(person.keys)
            for person in self.people[-_BACK:]
        )

    def last(self, gender: str = "", *, bodies: bool = False) -> Person | None:
        """Return the person whom the text spoke of last, if the gender fits."""
        for person in self.recent[: -_BACK - 1 : -1]:
            if person.body and not bodies:
                continue
            if not gender or not person.gender or person.gender == gender:
                return person
        return self.last(gender, bodies=True) if not bodies and self.recent else None

    def _named(self, phrase: Phrase) -> Person | None:
        wanted = set(phrase.keys)
        for person in self.people[: -_BACK - 1 : -1]:
            known = set(person.keys)
            if person.named and (wanted <= known or known <= wanted):
                return person
        return None

    def _called(self, phrase: Phrase) -> Person | None:
        """Return who has the roles of *phrase*, or is the only one meant by it."""
        roles = set(phrase.roles)
        for person in self.people[: -_BACK - 1 : -1]:
            if person.name == phrase.text:
                return person
            if roles & person.roles and _agrees(person, phrase):
                return person
        if phrase.definite and phrase.anyone:
            latest = self.last(phrase.gender)
            return latest if latest and latest.named else None
        return None


def _agrees(person: Person, phrase: Phrase) -> bool:
    if person.body != phrase.body:
        return False
    same = not person.gender or not phrase.gender or person.gender == phrase.gender
    return same and (phrase.definite or not person.named)
