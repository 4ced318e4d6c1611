"""Quotations and their speakers by the order of words in the sentence.

For languages whose script has no capitals, or whose verb ends the sentence. A data file
says in short expressions over letters where the speaker stands; the people of the text
are followed from sentence to sentence, so that who is not named again is still known.
"""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from articlekit.model.quote import Quote
from articlekit.model.spans import Mention, Span
from articlekit.quotes.marks import Marked, Region
from articlekit.quotes.readers.cast import Cast, Person, Phrase
from articlekit.quotes.readers.judged import LONG, SHORT, is_within, kind_of, sure
from articlekit.quotes.readers.naming import phrase_of
from articlekit.quotes.readers.spaced import (
    Order,
    Word,
    is_region_whole,
    letters_of,
    read_words,
)

_STOPS: Final = frozenset(".!?…।॥؟۔")
# The longest name in marks that a body may have.
_NAME: Final = 40
# How many words around a quotation may tell who says it.
_REACH: Final = 40
_SPLIT: Final = re.compile(r"[,-]?[^.Q:\n]{1,12},$")
# A name that a comma sets behind a role, and what it is a role of: "the expert in water
# affairs, Doctor Lee".
_APPOSED: Final = re.compile(
    r"(?:(?:P[NaBLldcieyn]{0,5})?,|P[NaBLldciey]{1,5}(?=T))"
    r"([TraldcyiNp]{0,7}(?:[Nid]|Nr))(?=[,:SVUgb]|$)"
)
_FULLY: Final = re.compile(r",(T{0,3}N[Np]{0,4}N|T{1,3}N)(?=[,:SVUgb]|$)")
_ENDING: Final = re.compile(r",(T{0,3}N[Np]{0,4})(?=,|$)")
_OFFICE: Final = re.compile(r"[BLa]N+\Z")
_PROBABLE: Final = 0.8
_UNSURE: Final = 0.7
_TITLES: Final = frozenset("《『")


@attrs.frozen
class _Said:
    """What the words beside a quotation tell."""

    phrase: Phrase | None = None
    cue: Word | None = None
    pronoun: Word | None = None
    found: bool = False

    @property
    def who(self) -> Phrase | Word | None:
        """The words that stand for the speaker."""
        return self.phrase or self.pronoun


@attrs.frozen
class _Turn:
    """Who was said to speak last, and where."""

    region: Region
    mention: Mention | None
    person: Person | None
    split: bool


class _Reader:
    """Reads the quotations of one text in their order."""

    def __init__(self, text: str, marked: Marked, order: Order) -> None:
        self.text = text
        self.order = order
        self.marked = marked
        self.words = read_words(text, marked, order)
        self.places = [i for i, word in enumerate(self.words) if word.letter == "Q"]
        self.cast = Cast()
        self.read = 0
        self.turn: _Turn | None = None

    def run(self) -> list[Quote]:
        """Return the quotations."""
        quotes: list[Quote] = []
        first = 0
        for number, region in enumerate(self.marked.regions):
            if region.runs_on:
                continue
            quote = self._quote(first, number)
            first = number + 1
            if quote is None:
                continue
            if quotes and self.turn and self.turn.split:
                quote = _joined(quotes.pop(), quote)
            quotes.append(quote)
        return quotes

    def _quote(self, first: int, last: int) -> Quote | None:
        regions = self.marked.regions[first : last + 1]
        ahead = self._ahead(self.places[first])
        behind = self._behind(self.places[last])
        self._meet(self.places[first] - len(ahead))
        said = self._said(ahead, behind, regions)
        level = self._level(regions, said, (ahead, behind))
        if not level:
            # What nobody says is part of the phrase that it stands in.
            for place in self.places[first : last + 1]:
                self.words[place] = self.words[place]._replace(letter="a")
            return None
        split = self._is_split(ahead, regions[0])
        mention, person = self._speaker(said, regions[0], ahead, split=split)
        kind = kind_of(ahead, behind)
        cue = self.text[said.cue.start : said.cue.end] if said.cue else None
        self.turn = _Turn(regions[-1], mention, person, split)
        return Quote(
            tuple(Span(region.start, region.end) for region in regions),
            "\n".join(self.text[region.start : region.end] for region in regions),
            kind,
            mention,
            person.name if person else None,
            cue,
            level,
        )

    def _ahead(self, place: int) -> list[Word]:
        """Return the words of the sentence before the quotation."""
        begin = place
        while begin and place - begin < _REACH:
            if self.words[begin - 1].letter in ".\n":
                break
            if self.words[begin - 1].letter == "Q" and self._ends(begin - 1):
                break
            begin -= 1
        return self.words[begin:place]

    def _ends(self, place: int) -> bool:
        """Whether a quotation ends its sentence, as the next begins another."""
        word = self.words[place]
        inside = self.text[word.start : word.end].rstrip("\"'”’»› ")
        if inside[-1:] not in _STOPS:
            return False
        if place and self.words[place - 1].letter in ":,":
            return True
        following = letters_of(self.words[place + 1 : place + 10])
        return not re.match(r"[,-]?[^.Q\n]*[.\n]|[,-]", following)

    def _behind(self, place: int) -> list[Word]:
        """Return the words behind the quotation to the end of the sentence."""
        end = place + 1
        while end < len(self.words) and end - place < _REACH:
            if self.words[end].letter in ".\n":
                break
            end += 1
            if self.words[end - 1].letter == "Q":
                break
        words = self.words[place + 1 : end]
        if words and words[-1].letter == "Q" and self._ends(place):
            return []
        return words

    def _meet(self, until: int) -> None:
        """Learn who is spoken of in the sentences up to the word *until*."""
        begin = self.read
        for place in range(begin, until):
            letter = self.words[place].letter
            if letter in ".\n" or (letter == "Q" and self._ends(place)):
                self._learn(self.words[begin:place])
                begin = place + 1
        self._learn(self.words[begin:until])
        self.read = max(self.read, until)

    def _learn(self, words: Sequence[Word]) -> None:
        """Learn whom a sentence is about: its subject is met last."""
        if not words:
            return
        words = words[:_REACH]
        letters = letters_of(words)
        met: list[Person] = []
        for pattern in self.order.subjects:
            for match in pattern.finditer(letters):
                phrase = self._phrase(words, letters, match.span("who"))
                if phrase:
                    met.append(self.cast.meet(phrase))
        if met:
            self.cast.recent.append(met[0])
        elif words[0].letter in "No" and self._is_person(words[0]):
            phrase = self._phrase(words, letters, (0, 1))
            if phrase:
                self.cast.meet(phrase)

    def _is_person(self, word: Word) -> bool:
        """Whether a capital begins a name that is given or known."""
        known = word.key in self.order.given or self.cast.knows((word.key,))
        return self.order.capitals and known

    def _said(
        self, ahead: Sequence[Word], behind: Sequence[Word], regions: Sequence[Region]
    ) -> _Said:
        before = self._match(self.order.ahead, ahead)
        after = self._match(self.order.behind, behind)
        last = ahead[-1].letter if ahead else ""
        if last == ":" and (before.who or before.cue):
            return before
        if last == "," and before.cue and is_region_whole(self.text, regions[-1]):
            return before
        if after.who:
            return after
        if before.who:
            return attrs.evolve(before, cue=before.cue or after.cue)
        return before if before.cue else after

    def _match(
        self,
        patterns: Sequence[re.Pattern[str]],
        words: Sequence[Word],
    ) -> _Said:
        letters = letters_of(words)
        bare: _Said | None = None
        for pattern in patterns:
            match = pattern.search(letters)
            if not match:
                continue
            groups = match.groupdict()
            cue = _word(words, match, "cue") if groups.get("cue") else None
            if groups.get("he"):
                return _Said(None, cue, _word(words, match, "he"), found=True)
            if groups.get("who"):
                phrase = self._phrase(words, letters, match.span("who"))
                if phrase:
                    return _Said(phrase, cue, found=True)
            elif bare is None:
                bare = _Said(cue=cue, found=True)
        return bare or _Said()

    def _phrase(
        self, words: Sequence[Word], letters: str, span: tuple[int, int]
    ) -> Phrase | None:
        """Return whom a phrase stands for, the name that a comma sets behind it too."""
        phrase = phrase_of(self.text, words[slice(*span)], self.order, self.cast)
        if phrase is None or phrase.body or (phrase.keys and not phrase.roles):
            return phrase
        # Behind "the mayor of Serang" the comma sets a whole name.
        beside_it = _FULLY if phrase.keys else _APPOSED
        if len(phrase.keys) > 1:
            if not _OFFICE.search(letters[slice(*span)]):
                return phrase
            beside_it = _ENDING
        more = beside_it.match(letters, span[1])
        if more is None:
            return phrase
        beside = words[slice(*more.span(1))]
        named = phrase_of(self.text, beside, self.order, self.cast)
        if named is None or not named.keys:
            return phrase
        return attrs.evolve(named, roles=(*phrase.roles, *named.roles))

    def _speaker(
        self, said: _Said, region: Region, ahead: Sequence[Word], *, split: bool
    ) -> tuple[Mention | None, Person | None]:
        gender = self._gender(said.cue)
        if split and self.turn:
            return self.turn.mention, self._again(self.turn.person)
        if said.phrase:
            phrase = said.phrase
            if gender and not phrase.gender and not phrase.body:
                phrase = attrs.evolve(phrase, gender=gender)
            mention = Mention(phrase.text, Span(phrase.start, phrase.end))
            return mention, self.cast.meet(phrase)
        if said.pronoun:
            return self._printed(said.pronoun), self._again(self.cast.last(gender))
        return self._unsaid(said.cue, region, ahead)

    def _unsaid(
        self, cue: Word | None, region: Region, ahead: Sequence[Word]
    ) -> tuple[Mention | None, Person | None]:
        """Return whom the words around mean where they do not say who speaks."""
        capitals = self.order.capitals
        known = self._known(ahead) if capitals or not cue else None
        if known and capitals and self.cast.knows((ahead[0].key,)):
            return self._printed(ahead[0]), self._again(known)
        if cue or known:
            return None, self._again(known or self.cast.last(self._gender(cue)))
        turn = self.turn
        if turn and turn.region.paragraph == region.paragraph:
            return _of_name(turn), self._again(turn.person)
        return None, self._again(self.cast.last())

    def _printed(self, word: Word) -> Mention:
        return Mention(self.text[word.start : word.end], Span(word.start, word.end))

    def _known(self, words: Sequence[Word]) -> Person | None:
        """Return who of the people met is named in the sentence."""
        for word in words:
            if word.letter in "No" and self.cast.knows((word.key,)):
                phrase = Phrase(word.start, word.end, word.key, (word.key,), ())
                return self.cast.meet(phrase)
        return None

    def _again(self, person: Person | None) -> Person | None:
        if person:
            self.cast.recent.append(person)
        return person

    def _gender(self, cue: Word | None) -> str:
        if cue is None:
            return ""
        if self.order.feminine and self.order.feminine.search("V " + cue.key):
            return "f"
        if self.order.masculine and self.order.masculine.search("V " + cue.key):
            return "m"
        return ""

    def _is_split(self, ahead: Sequence[Word], region: Region) -> bool:
        """Whether the words go on a sentence that its attribution parted."""
        turn = self.turn
        if turn is None or turn.region.paragraph != region.paragraph:
            return False
        letters = letters_of(ahead)
        parted = "Q" in letters and _SPLIT.fullmatch(letters.rpartition("Q")[2])
        return (
            bool(parted)
            and not {"V", "U"}.isdisjoint(letters)
            and letters.startswith("Q")
        )

    def _level(
        self,
        regions: Sequence[Region],
        said: _Said,
        around: tuple[Sequence[Word], Sequence[Word]],
    ) -> float:
        """Return how sure it is that the regions are speech; 0 where it is not."""
        ahead, behind = around
        size = sum(region.end - region.start for region in regions)
        whole = is_region_whole(self.text, regions[-1])
        letters = letters_of(ahead) + "Q" + letters_of(behind)
        silent = is_within(self.order.silent, letters, len(ahead))
        if silent or (size <= _NAME and not whole and self._is_owned(ahead)):
            return _UNSURE if whole and size > 2 * LONG else 0.0
        title = regions[0].mark in _TITLES
        if said.cue:
            return sure(size, named=said.who is not None, title=title)
        if self._is_announced(ahead, said, (size, whole)):
            return _PROBABLE
        if self._is_split(ahead, regions[0]):
            return _PROBABLE
        alone = not ahead and (whole or size > LONG)
        return _UNSURE if alone or (size > 2 * LONG and not title) else 0.0

    def _is_owned(self, ahead: Sequence[Word]) -> bool:
        """Whether marks hold the name of the body before them, which lacks its article."""
        order = self.order
        if not order.articles or not ahead or ahead[-1].letter != "B":
            return False
        return order.bare(ahead[-1].key) == ahead[-1].key

    def _is_announced(
        self, ahead: Sequence[Word], said: _Said, look: tuple[int, bool]
    ) -> bool:
        """Whether words that are no verb of saying tell that a quotation follows."""
        size, whole = look
        if ahead and ahead[-1].letter == ":":
            return whole or size > LONG // 2
        if not said.found:
            return False
        reported = said.who is not None and "S" in letters_of(ahead)
        return whole or size > LONG or (reported and size > SHORT)


def _of_name(turn: _Turn) -> Mention | None:
    """Return the words that named the speaker, if they are no pronoun."""
    if turn.mention and turn.person and turn.mention.text in turn.person.name:
        return turn.mention
    return None


def _word(words: Sequence[Word], match: re.Match[str], group: str) -> Word:
    first, last = words[match.start(group)], words[match.end(group) - 1]
    return first._replace(end=last.end)


def _joined(one: Quote, two: Quote) -> Quote:
    """Return one quotation of two pieces that its attribution parts."""
    return attrs.evolve(
        one, parts=(*one.parts, *two.parts), text=f"{one.text} {two.text}"
    )


def find_spoken(text: str, marked: Marked, order: Order) -> list[Quote]:
    """Return the quotations of *text* in a language that has word orders."""
    return _Reader(text, marked, order).run()
