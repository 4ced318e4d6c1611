"""Follow "he", a surname or "the statement" back to a name."""

from bisect import bisect_right
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
from articlekit.quotes.lines import Lines
from articlekit.quotes.mentions import Candidate
from articlekit.quotes.people import People
from articlekit.quotes.roles import Roles
from articlekit.quotes.speakers import Option
from articlekit.quotes.subjects import subject_before
from articlekit.quotes.tokens import Line
from articlekit.quotes.weights import sums_of

_BACK: Final = 4
_ENTITIES: Final = 7
_FURTHER: Final = 30
# How many mentions before a pronoun are looked at: keeps long paragraphs linear.
_SIGHT: Final = 60


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
        self._roles = Roles(lines, self._full, self._named)
        self.spoken: list[Spoken] = []
        self._bodies: list[Spoken] = []

    @property
    def people(self) -> People:
        """The names of the text."""
        if self._people is None:
            self._people = People(self.lines.text, self.lines.lexicon)
        return self._people

    def _full(self, name: str) -> str:
        return self.people.full(name)

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
            return self._meant_by(number, mention)
        if kind == "W":
            return self._antecedent(number, mention)
        if kind in "ht":
            return self._same_body(number, mention)
        if kind in "iu":
            return None
        return self._described(number, mention)

    def _meant_by(self, number: int, mention: Candidate) -> str | None:
        """Return whom "he" or "she" means, said or not."""
        # No word at all stands for who says it, or the verb alone does.
        alone = mention.start == mention.end
        if alone or self.lines.line(number).classes[mention.start] in "Vv":
            return self._unsaid(number, mention)
        return self._stranger(number, mention) or self._pronoun(number, mention)

    def _stranger(self, number: int, pronoun: Candidate) -> str | None:
        """Return the words for somebody without a name whom a pronoun means.

        "One victim wept. 'I trusted him,' she said."
        """
        line = self.lines.line(number)
        before = _latest(self.lines.mentions(number), pronoun.start)
        for mention in before[:_ENTITIES]:
            opens = not mention.begin or line.classes[mention.begin - 1] == "."
            if mention.kind == "N":
                return None
            if opens and mention.kind in "rmf":
                break
        else:
            return None
        lexicon = self.lines.lexicon
        if mention.kind != "r" or (
            not is_new(line, mention, lexicon)
            and gender_of(line, mention, lexicon) is not None
        ):
            return None
        if self._name_of(number, mention) is not None:
            return None
        role = line.words[mention.end - 1].lower()
        gender = self.lines.lexicon.genders.get(role, pronoun.kind)
        if gender != pronoun.kind and self._genders:
            return None
        return printed(line, mention.begin, mention.end)

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
            far = described and where[3] != "0"
            seen = where[:2] + "0" + where[3:] if far else where
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
        if mention.kind == "B":
            body = self._roles.body(number, mention)
            return bare_phrase(line, mention) if named else body
        if mention.kind == "L":
            return named or self._document_before(number, mention)
        if mention.kind == "r" and line.classes[mention.begin] not in "oG#":
            bearer = self._roles.bearer(number, mention)
            return bearer or self._meant(number, mention)
        return self._meant(number, mention) if mention.kind in "wM" else None

    def _meant(self, number: int, mention: Candidate) -> str | None:
        """Return whom a description means that no name stands beside: "the biologist".

        As "he" and "she" do, it leads to somebody before.
        """
        gender = gender_of(self.lines.line(number), mention, self.lines.lexicon)
        if gender is None or self._roles.is_nobody(number, mention):
            return None
        pronoun = mention._replace(kind=gender)
        name = self._person(number, pronoun, described=True)
        if name and " " not in name and self.lines.lexicon.joins:
            # One word alone may be a place's or paper's name.
            return name if name.casefold() in self.lines.lexicon.given else None
        return name

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
