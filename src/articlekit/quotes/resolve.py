"""Follow "he", a surname or "the statement" back to a name."""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from articlekit.quotes.antecedents import (
    Antecedent,
    Looks,
    Named,
    Spoken,
    describe,
    is_noun,
    is_out,
    keys_of_own,
    keys_of_place,
    printed,
)
from articlekit.quotes.epithets import gender_of, is_new
from articlekit.quotes.mentions import Candidate
from articlekit.quotes.people import People
from articlekit.quotes.speakers import Lines, Option
from articlekit.quotes.subjects import subject_before
from articlekit.quotes.tokens import Line
from articlekit.quotes.weights import sums_of

_BACK: Final = 4
_ENTITIES: Final = 7
_FURTHER: Final = 30
# How many mentions before a pronoun are looked at: keeps long paragraphs linear.
_SIGHT: Final = 60
# How far from a role its name may stand, in words.
_BEHIND: Final = 4
_BEFORE: Final = 6
# "the minister of the Environment, Ann Lee".
_OF: Final = 8
_OFFICE: Final = re.compile(r"(?:[Pp][DG]?[wNBLMXeb]{1,4}){1,2},")


class Resolver:
    """Names for the speakers of one text, in the order of its quotations."""

    def __init__(self, lines: Lines, weights: Mapping[str, float]) -> None:
        self.lines = lines
        self.weights = weights
        self._own = sums_of(weights, keys_of_own)
        self._place = sums_of(weights, keys_of_place)
        self._people: People | None = None
        # Where one pronoun stands for all, it says nothing of a name's gender.
        self._genders = lines.lexicon.parts_genders
        self._looks: Looks | None = None
        self._printed: dict[int, list[Named]] = {}
        self._names: dict[int, list[Candidate]] = {}
        self._issuers: dict[int, list[tuple[int, str]]] = {}
        self._bearers: dict[tuple[int, str], list[tuple[int, str]]] = {}
        self._places: dict[str, list[int]] = {}
        self._strangers: dict[int, dict[str, int]] = {}
        self._first_strangers: dict[str, tuple[float, int]] = {}
        self._lower = ""
        self.spoken: list[Spoken] = []
        self._bodies: list[Spoken] = []

    @property
    def people(self) -> People:
        """The names of the text."""
        if self._people is None:
            self._people = People(self.lines.text, self.lines.lexicon)
        return self._people

    def source(self, option: Option) -> str | None:
        """Return the full name of the speaker of *option*, or None."""
        link = option.link
        if link is None:
            return None
        mention = link.mention
        name = self._name_of(option.line, mention)
        spoken = Spoken(name, mention.kind, option.line, mention.start)
        self.spoken.append(spoken)
        if name and mention.kind in "LBh":
            self._bodies.append(spoken)
        return name

    def _name_of(self, number: int, mention: Candidate) -> str | None:
        line = self.lines.line(number)
        kind = mention.kind
        if kind == "N":
            name = self.people.full(printed(line, mention.start, mention.end))
            return name if " " in name else self.people.called(name)
        if kind in "mfd":
            # No word at all stands for who says it, or the verb alone does.
            alone = mention.start == mention.end
            unsaid = alone or line.classes[mention.start] in "Vv"
            return (self._unsaid if unsaid else self._pronoun)(number, mention)
        if kind == "W":
            return self._antecedent(number, mention)
        if kind in "ht":
            return self._same_body(number, mention)
        if kind in "iu":
            return None
        return self._described(number, mention)

    def _named(self, number: int) -> list[Candidate]:
        """Return the mentions of paragraph *number* that are names."""
        found = self._names.get(number)
        if found is None:
            found = [each for each in self.lines.mentions(number) if each.kind == "N"]
            self._names[number] = found
        return found

    # Pronouns

    def _person(
        self, number: int, mention: Candidate, *, described: bool = False
    ) -> str | None:
        best: str | None = None
        top = self.weights.get("p0", -99.0)
        own, place = self._own, self._place
        for name, letters, where in self.antecedents(number, mention, fit=True):
            # Who spoke last is "he" sooner than "the goalkeeper".
            seen = where[:2] + "0" + where[3:] if described else where
            value = own[letters] + place[seen]
            if value > top:
                best, top = name, value
        return best

    def _pronoun(self, number: int, mention: Candidate) -> str | None:
        """Return whom "he" or "she" means.

        Where verbs drop their subject, a pronoun that is printed means a new one.
        """
        if self.lines.lexicon.oblique:
            people = self.people
            subject = subject_before(self.lines, people, number, mention, sure=True)
            if subject:
                return subject
        return self._person(number, mention)

    def _unsaid(self, number: int, verb: Candidate) -> str | None:
        """Return whom a verb of saying without a subject means."""
        subject = subject_before(self.lines, self.people, number, verb)
        if subject:
            return subject
        before = self.spoken[-1] if self.spoken else None
        if before and before.source and 0 <= number - before.line <= 1:
            gender = self.people.gender(before.source)
            if verb.kind not in "mf" or gender in ("", verb.kind):
                return before.source
        return self._person(number, verb)

    def antecedents(
        self, number: int, pronoun: Candidate, *, fit: bool = False
    ) -> Iterator[Antecedent]:
        """Yield the people named before *pronoun*, the nearest first.

        With *fit*, only those who are not of the other gender, and no bodies.
        """
        seen: set[str] = set()
        before = self.spoken[-1] if self.spoken else None
        near = "9" if before is None else str(min(3, max(0, number - before.line)))
        spoke = None if before is None else before.source
        kind = pronoun.kind if self._genders and pronoun.kind != "d" else ""
        full = self.people.full
        if self._looks is None:
            self._looks = Looks(self.lines.text, self.people)
        looks, nouns = self._looks, self.lines.lexicon.caps_nouns
        for back in range(min(_BACK, number + 1)):
            classes = self.lines.line(number - back).classes
            stop = pronoun.start if back == 0 else len(classes)
            for printed_, letters, mention in self._latest_names(number - back, stop):
                name = full(printed_, kind)
                if name in seen:
                    continue
                rank = str(min(len(seen), 4))
                seen.add(name)
                look = looks[name]
                agrees = look[kind] if kind else "0"
                own = agrees + letters[:2] + look[""] + letters[2]
                noun = nouns and is_noun(own) and not self._has_spoken(name)
                if not (fit and (noun or is_out(own))):
                    sentences = classes.count(".", mention.start, stop)
                    last = "1" if before and spoke == name else "0"
                    place = str(back) + str(min(sentences, 3)) + last + near + rank
                    yield Antecedent(name, own, place)
                if len(seen) >= _ENTITIES:
                    return

    def _has_spoken(self, name: str) -> bool:
        return any(each.source == name for each in self.spoken[-_BACK:])

    def _latest_names(self, number: int, stop: int) -> Sequence[Named]:
        """Return the names of a paragraph that end by word *stop*, the last first."""
        found = self._printed.get(number)
        if found is None:
            line = self.lines.line(number)
            found = [describe(line, each) for each in self._named(number)]
            self._printed[number] = found
        last = bisect_right(found, stop, key=_end_of)
        return found[max(0, last - _SIGHT) : last][::-1]

    def _antecedent(self, number: int, relative: Candidate) -> str | None:
        """Return whom "who" means: the name or noun before it."""
        for mention in _latest(self.lines.mentions(number), relative.start):
            if mention.kind in "NrBL":
                return self._name_of(number, mention)
        return None

    # Bodies, documents, descriptions

    def _same_body(self, number: int, mention: Candidate) -> str | None:
        """Return whom "it" or "they" means: the body or document quoted before."""
        for spoken in reversed(self.spoken[-3:]):
            if number - spoken.line > _BACK:
                return None
            if spoken.kind not in "mfiu" and (
                mention.kind == "h" or spoken.kind != "N"
            ):
                return spoken.source
        return None

    def _described(self, number: int, mention: Candidate) -> str | None:
        line = self.lines.line(number)
        named = self._name_inside(line, mention)
        if mention.kind == "B" and named:
            return bare_phrase(line, mention)
        if mention.kind == "L":
            return named or self._document_before(number, mention)
        if mention.kind == "r" and line.classes[mention.begin] not in "oG#":
            bearer = self._role_bearer(number, mention)
            return bearer or self._meant(number, mention)
        return self._meant(number, mention) if mention.kind in "wM" else None

    def _meant(self, number: int, mention: Candidate) -> str | None:
        """Return whom a description means that no name stands beside: "the biologist".

        As "he" and "she" do, it leads to somebody before.
        """
        gender = gender_of(self.lines.line(number), mention, self.lines.lexicon)
        if gender is None or self._is_nobody(number, mention):
            return None
        pronoun = mention._replace(kind=gender)
        name = self._person(number, pronoun, described=True)
        if name and " " not in name and self.lines.lexicon.joins:
            # One word alone may be a place's or paper's name.
            return name if name.casefold() in self.lines.lexicon.given else None
        return name

    def _is_nobody(self, number: int, mention: Candidate) -> bool:
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

    def _name_inside(self, line: Line, mention: Candidate) -> str | None:
        classes = line.classes
        for index in range(mention.begin, mention.end):
            if classes[index] in "NH":
                stop = index + 1
                while stop < mention.end and classes[stop] in "NH_":
                    stop += 1
                return self.people.full(printed(line, index, stop))
        return None

    def _document_before(self, number: int, mention: Candidate) -> str | None:
        """Return who issued the document that an earlier paragraph names in full."""
        if self._bodies and number - self._bodies[-1].line <= _FURTHER:
            return self._bodies[-1].source
        for back in range(min(_BACK, number + 1)):
            named = self._issued(number - back)
            last = len(named) if back else bisect_right(named, mention.start, key=_at)
            if last:
                return named[last - 1][1]
        return None

    def _issued(self, number: int) -> list[tuple[int, str]]:
        """Return where a document ends that is named with its issuer, and whom."""
        found = self._issuers.get(number)
        if found is None:
            line = self.lines.line(number)
            documents = [
                each for each in self.lines.mentions(number) if each.kind == "L"
            ]
            pairs = [(each.end, self._name_inside(line, each)) for each in documents]
            found = [(end, name) for end, name in pairs if name]
            self._issuers[number] = found
        return found

    def _role_bearer(self, number: int, mention: Candidate) -> str | None:
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
                return self.people.full(printed(line, mention.start, mention.end))
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


def _latest(mentions: Sequence[Candidate], stop: int) -> Sequence[Candidate]:
    """Return the mentions that end by word *stop*, the last first, not too many."""
    last = bisect_right(mentions, stop, key=_end)
    return mentions[max(0, last - _SIGHT) : last][::-1]


def _at(pair: tuple[int, object]) -> int:
    return pair[0]


def _end_of(named: Named) -> int:
    return named.mention.end


def _end(mention: Candidate) -> int:
    return mention.end


def bare_phrase(line: Line, mention: Candidate) -> str:
    """Return the words of *mention* without its article."""
    begin = mention.begin
    if line.classes[begin] == "D" and mention.end - begin > 1:
        begin += 1
    return printed(line, begin, mention.end)
