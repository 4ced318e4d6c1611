"""Who bears a role in a text: "the minister" by the name that stands beside it."""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Final

from articlekit.quotes.antecedents import printed
from articlekit.quotes.epithets import is_new
from articlekit.quotes.lines import Lines
from articlekit.quotes.mentions import Candidate

_FURTHER: Final = 30
# "the ministry": an article and a noun; how many paragraphs are looked at.
_BARE: Final = 2
_NEAR: Final = 4
# How far from a role its name may stand, in words.
_BEHIND: Final = 4
_BEFORE: Final = 6
# "the minister of the Environment, Ann Lee".
_OF: Final = 8
_OFFICE: Final = re.compile(r"(?:[Pp][DG]?[wNBLMXeb]{1,4}){1,2},")


class Roles:
    """The roles of one text, read as they are asked for."""

    def __init__(
        self,
        lines: Lines,
        full: Callable[[str], str],
        named: Callable[[int], Sequence[Candidate]],
    ) -> None:
        self.lines = lines
        self._full = full
        self._named = named
        self._bearers: dict[tuple[int, str], list[tuple[int, str]]] = {}
        self._places: dict[str, list[int]] = {}
        self._strangers: dict[int, dict[str, int]] = {}
        self._first_strangers: dict[str, tuple[float, int]] = {}
        self._lower = ""

    def is_nobody(self, number: int, mention: Candidate) -> bool:
        """Whether the text has somebody without a name in that role: "a spokesman"."""
        role = self.lines.line(number).words[mention.end - 1].lower()
        if role not in self._first_strangers:
            self._first_strangers[role] = self._first_stranger(role)
        return self._first_strangers[role] < (number, mention.begin)

    def _first_stranger(self, role: str) -> tuple[float, int]:
        """Return the paragraph and word where "a spokesman" is brought in."""
        for place in self._paragraphs_with(role):
            begin = self._strangers_of(place).get(role)
            if begin is not None:
                return place, begin
        return math.inf, 0

    def _strangers_of(self, number: int) -> dict[str, int]:
        """Return the roles that a paragraph brings in, "a spokesman", and where."""
        found = self._strangers.get(number)
        if found is None:
            line, lexicon = self.lines.line(number), self.lines.lexicon
            found = self._strangers[number] = {}
            for each in self.lines.mentions(number):
                if each.kind in "rwM" and is_new(line, each, lexicon):
                    found.setdefault(line.words[each.end - 1].lower(), each.begin)
        return found

    def bearer(self, number: int, mention: Candidate) -> str | None:
        """Return the name that an earlier sentence gives with the same role."""
        line = self.lines.line(number)
        if is_new(line, mention, self.lines.lexicon):
            return None
        role = line.words[mention.end - 1].lower()
        places = self._paragraphs_with(role)
        for index in range(bisect_right(places, number) - 1, -1, -1):
            place = places[index]
            if number - place >= _FURTHER:
                return None
            named = self._bearers_of(place, role)
            last = bisect_left(named, mention.start, key=_at) - 1
            if named and (last >= 0 or place < number):
                return named[-1 if place < number else last][1]
        return None

    def body(self, number: int, mention: Candidate) -> str | None:
        """Return the fuller name of a body: "the ministry" is the Defense Ministry."""
        line = self.lines.line(number)
        begin, end = mention.begin, mention.end
        if end - begin != _BARE or line.classes[begin] != "D":
            return None
        head = line.words[end - 1].lower()
        places = self._paragraphs_with(head)
        last = bisect_right(places, number)
        for place in places[max(0, last - _NEAR) : last][::-1]:
            other = self.lines.line(place)
            for each in self._named(place):
                if place == number and each.begin >= begin:
                    break
                own = other.words[each.end - 1].lower() == head
                if own and each.end - each.start > 1:
                    return printed(other, each.start, each.end)
        return None

    def _paragraphs_with(self, role: str) -> list[int]:
        """Return the paragraphs that hold the letters of *role*, in order."""
        found = self._places.get(role)
        if found is None:
            found = self._places[role] = []
            self._lower = self._lower or self.lines.text.lower()
            paragraphs = self.lines.paragraphs
            at = self._lower.find(role)
            while at >= 0:
                number = bisect_right(paragraphs, at, key=_at) - 1
                if found[-1:] != [number]:
                    found.append(number)
                end = paragraphs[number][1]
                at = self._lower.find(role, max(end, at + 1))
        return found

    def _bearers_of(self, number: int, role: str) -> list[tuple[int, str]]:
        """Return where *role* stands beside a name in a paragraph, and the name."""
        found = self._bearers.get((number, role))
        if found is None:
            words = self.lines.line(number).words
            places = [at for at, word in enumerate(words) if word.lower() == role]
            pairs = [(at, self._beside(number, at)) for at in places]
            found = [(at, name) for at, name in pairs if name]
            self._bearers[number, role] = found
        return found

    def _beside(self, number: int, index: int) -> str | None:
        """Return the name that stands with the role at *index*: before or behind."""
        line = self.lines.line(number)
        names = self._named(number)
        first = bisect_left(names, index - _BEFORE, key=_end)
        for mention in names[first : first + _BEFORE + _BEHIND + 1]:
            if mention.begin > index + _OF:
                return None
            if _is_beside(line.classes, mention, index):
                return self._full(printed(line, mention.start, mention.end))
        return None


def _is_beside(classes: str, mention: Candidate, index: int) -> bool:
    """Whether the name *mention* holds the word at *index* or is set beside it."""
    if mention.begin <= index < mention.end:
        return True
    if mention.start > index:
        behind = classes[index + 1 : mention.start]
        if len(behind) < _BEHIND and set(behind) <= set("R_,N"):
            return True
        return bool(_OFFICE.fullmatch(behind))
    before = classes[mention.end : index]
    return (
        before.startswith(",")
        and len(before) <= _BEFORE
        and before.count(",") == 1
        and not set(before) & set(".QVv")
    )


def _at(pair: tuple[int, object]) -> int:
    return pair[0]


def _end(mention: Candidate) -> int:
    return mention.end
