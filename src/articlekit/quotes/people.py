"""The names of a text: full forms of surnames, and who is a woman or a man."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.nouns import compound_letter, gender_by_end

UPPER: Final = "".join(
    re.escape(chr(code)) for code in range(0x41, 0x590) if chr(code).isupper()
)
_PARTICLES: Final = r"(?:(?:d[aeiou]|del|della|der|van|vande|von|den|l[aeo]s?|al|bin|ibn|ben|te[nr]|d[aeo]s|dei|degli|y|zu[mr]?|vom|und|e|a[fv]|'t|(?:in|op|aan)[ \u00a0](?:de[nr]?|'t|het)|[Bb]aron(?:esse)?|jonkheer|jonkvrouw)[ \u00a0]){1,3}"
# A title whose full stop ends no sentence; it tells a woman from a man.
_TITLED: Final = (
    r"(?:\.(?:(?<=\b(?:M[rsxw]|Dr|Hr|Fr)\.)|(?<=\b(?:Mrs|Smt|Dhr)\.)"
    r"|(?<=\b(?:Prof|Mevr)\.)))?"
)
_NAME: Final = re.compile(
    rf"[{UPPER}](?:\.(?:[ \u00a0]?[{UPPER}]\.){{0,2}}|[\w'’-]+{_TITLED})"
    rf"(?:[ \u00a0](?:{_PARTICLES})?(?:d(?:ell)?['’])?[{UPPER}](?:\.|[\w'’-]+)){{1,5}}"
)
_POSSESSIVE: Final = re.compile(r"['’]s?$")
# How many words a name has at most to which no other belongs, and how such others end.
_GLUED: Final = 2
_FIELDS: Final = (
    *("ia", "ione", "ioni", "ità", "oro", "ura", "eri", "nto"),
    *("ción", "dad", "ção", "dade", "tion", "tions", "té", "ances"),
)
_SUFFIX: Final = frozenset({"jr", "sr", "ii", "iii", "iv", "jr.", "sr."})
# How a genitive ends.
_OWNS: Final = frozenset("s'’")
# How many lexicons are kept with what was learned of words by them.
_LEXICONS: Final = 64
# How many letters a first name's other cases share with it at least, and how many more
# they have at most.
_STEM: Final = 3
_ENDING: Final = 3
# How many surnames that begin alike are looked at.
_ALIKE: Final = 50
# How many words are kept, and how long they are.
_KEPT: Final = 20_000
_LONG_WORD: Final = 40
# How short a part of a surname says nothing.
_SHORT: Final = 3


class _Fronts(dict[str, str | None]):
    """Words to the gender that they give a name behind them; None for names."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon

    def __missing__(self, word: str) -> str | None:
        """Tell titles and roles from names by the lexicon, and keep that."""
        front = _front(word.lower().rstrip("."), self.lexicon)
        if len(self) < _KEPT and len(word) < _LONG_WORD:
            self[word] = front
        return front


def _front(lower: str, lexicon: Lexicon) -> str | None:
    if lower in lexicon.demonyms:
        return ""
    letter = lexicon.classes.get(lower)
    if letter is None and lexicon.tails:
        letter = compound_letter(lower, lexicon)
        if letter == "r":
            return gender_by_end(lower, lexicon)
    letter = letter or "p"
    named = letter in "LBvVA" and lower in lexicon.genders
    if lower not in lexicon.titles and (letter == "p" or named):
        return None
    return lexicon.genders.get(lower, "")


@lru_cache(maxsize=_LEXICONS)
def _fronts(lexicon: Lexicon) -> _Fronts:
    """Return what stands before names in a language: a memo."""
    return _Fronts(lexicon)


class People:
    """The names of one text, read in one pass."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._fronts = _fronts(lexicon)
        self._counts: Counter[str] = Counter()
        self._by_last: dict[str, list[str]] = {}
        self._by_first: dict[str, list[str]] = {}
        self._by_part: dict[str, list[str]] = {}
        self._genders: dict[str, Counter[str]] = {}
        self._gender_of: dict[str, str] = {}
        self._by_stem: dict[str, list[tuple[str, list[str]]]] | None = None
        self._full: dict[tuple[str, str], str] = {}
        for printed, count in Counter(_NAME.findall(text)).items():
            for piece in self._pieces(printed) if lexicon.caps_nouns else (printed,):
                self._add(piece, count)

    def _add(self, printed: str, count: int) -> None:
        bare, gender = self._bare(printed)
        if not bare:
            return
        words = bare.casefold().split()
        if len(words) > _GLUED and self.lexicon.joins and self._is_topic(words):
            bare, words = bare.partition(" ")[2], words[1:]
        last = _last(words)
        if gender:
            self._genders.setdefault(last, Counter())[gender] += count
        if len(words) == 1 or self._is_glued(words):
            return
        if bare not in self._counts:
            self._by_last.setdefault(last, []).append(bare)
            self._by_first.setdefault(words[0], []).append(bare)
            for part in self._parts(words, last):
                self._by_part.setdefault(part, []).append(bare)
        self._counts[bare] += count

    def _parts(self, words: list[str], last: str) -> set[str]:
        """Return the words that a person of two surnames may be called by."""
        given = self.lexicon.given
        found = {part for word in words[1:] for part in (word, *word.split("-"))}
        return {p for p in found if p != last and len(p) > _SHORT and p not in given}

    def _is_topic(self, words: list[str]) -> bool:
        """Whether a name has an office's field before it: "(dell')Economia Anna Neri"."""
        given = self.lexicon.given
        return (
            words[0].endswith(_FIELDS) and words[0] not in given and words[1] in given
        )

    def _is_glued(self, words: list[str]) -> bool:
        """Whether two names ran together, "Evening Post Smith"."""
        bodies = self.lexicon.bodies
        return words[-1] not in bodies and not bodies.isdisjoint(words[:-1])

    def _bare(self, printed: str) -> tuple[str, str]:
        """Return the name without roles in front, and what those say of its gender."""
        if printed[-1:] in _OWNS:
            printed = _POSSESSIVE.sub("", printed)
        words = printed.split()
        fronts = self._fronts
        gender = ""
        begin = 0
        for word in words:
            front = fronts[word]
            if front is None:
                break
            gender = front or gender
            begin += 1
        return " ".join(words[begin:] if begin else words), gender

    def _pieces(self, printed: str) -> list[str]:
        """Part a name from what a preposition sets beside it: "Lee zu Beginn".

        Where all nouns have capitals, "von" is a part of a name behind a first name.
        """
        words = printed.split()
        pieces: list[list[str]] = [[]]
        for word in words:
            piece = pieces[-1]
            if not word[0].islower():
                piece.append(word)
            elif piece and not self._given(piece[-1].casefold()):
                pieces.append([])
            elif piece:
                piece.append(word)
        return [" ".join(piece) for piece in pieces if piece]

    def bare(self, printed: str) -> str:
        """Return *printed* without titles in front and the genitive behind."""
        return self._bare(" ".join(printed.split()))[0]

    def full(self, printed: str, gender: str = "") -> str:
        """Return the fullest name that the text gives for *printed*.

        Args:
            printed: The name as it stands there.
            gender: "m" or "f" where a pronoun says so: which of two with one surname.
        """
        found = self._full.get((printed, gender))
        if found is None:
            found = self._full[printed, gender] = self._fullest(printed, gender)
        return found

    def called(self, name: str) -> str:
        """Return the one full name whose first name is *name*, else *name*."""
        folded = name.casefold()
        if folded not in self.lexicon.given:
            return name
        found = self._by_first.get(folded, ())
        return found[0] if len(found) == 1 else name

    def _fullest(self, printed: str, gender: str) -> str:
        bare = self.bare(printed)
        if not bare:
            return " ".join(printed.split())
        folded = bare.casefold()
        if " " in bare:
            # "Della Rovere" of "Anna Della Rovere".
            named = self._by_last.get(_last(folded.split()), ())
            tail = " " + folded
            given = self.lexicon.given
            if self.lexicon.oblique and folded.partition(" ")[0] in given:
                # "W Krakowie Jan Nowak": a place is no part of his name.
                named = [n for n in named if n.casefold().partition(" ")[0] in given]
            return next((n for n in named if n.casefold().endswith(tail)), bare)
        longer = self._by_last.get(folded) or self._inflected(folded)
        longer = longer or self._by_part.get(folded, [])
        if not longer:
            return bare
        if gender and len(longer) > 1:
            agreeing = [n for n in longer if self._first(n) in ("", gender)]
            most = max(map(self.known, longer))
            longer = [n for n in agreeing if 3 * self.known(n) >= most] or longer
        return max(longer, key=self._weight)

    def _inflected(self, surname: str) -> list[str]:
        """Return the full names whose surname stands in another case: "Novákem"."""
        endings = self.lexicon.case_endings
        if not endings or len(surname) < _STEM:
            return []
        found: list[str] = []
        for last, names in self._stems(surname):
            common = _shared(surname, last)
            ends = {surname[common:], last[common:]}
            if common >= _STEM and ends <= endings:
                found += names
        return found

    def _stems(self, surname: str) -> Sequence[tuple[str, list[str]]]:
        """Return the surnames of the text that begin as *surname* does."""
        if self._by_stem is None:
            self._by_stem = {}
            for last, names in self._by_last.items():
                self._by_stem.setdefault(last[:_STEM], []).append((last, names))
        return self._by_stem.get(surname[:_STEM], [])[:_ALIKE]

    def _first(self, name: str) -> str:
        first, _, rest = name.partition(" ")
        known = self._given(first.casefold())
        return known or (self.lexicon.name_ends.get(first[-1], "") if rest else "")

    def _given(self, word: str) -> str:
        """Return the gender of a first name, by its first part: "Maj-Lis"."""
        given = self.lexicon.given
        return given.get(word) or given.get(word.partition("-")[0], "")

    def is_inflected(self, name: str) -> bool:
        """Whether a first name stands in another case than a subject's: "Liboru"."""
        return bool(self._uninflected(name))

    def _uninflected(self, name: str) -> str:
        """Return the gender of a first name in another case; "" for a subject's."""
        first = name.partition(" ")[0].casefold()
        genders = self.lexicon.genders
        if not self.lexicon.oblique or first in genders:
            return ""
        for end in range(len(first) - 1, max(_STEM, len(first) - _ENDING) - 1, -1):
            stem = first[:end]
            found = (
                genders.get(stem) or genders.get(stem + "a") or genders.get(stem + "я")
            )
            if found:
                return found
        return ""

    def _weight(self, name: str) -> tuple[int, int]:
        return (self._counts[name], len(name))

    @property
    def names(self) -> tuple[str, ...]:
        """The full names, in order of their first mention."""
        return tuple(self._counts)

    def known(self, bare: str) -> int:
        """Return how often the full name *bare* occurs."""
        return self._counts[bare]

    def gender(self, full: str) -> str:
        """Return "m", "f" or "" for a full name."""
        found = self._gender_of.get(full)
        if found is None:
            found = self._gender_of[full] = self._gender(full)
        return found

    def _gender(self, full: str) -> str:
        words = full.split()
        first = self._first(full) or self._uninflected(full)
        if first:
            return first
        votes = self._genders.get(last_word(full))
        if votes:
            return votes.most_common(1)[0][0]
        if len(words) > 1:
            for word in words[:-1]:
                found = self._given(word.casefold())
                if found:
                    return found
        return ""


def _shared(one: str, two: str) -> int:
    """Return how many letters two words have in common at their start."""
    pairs = zip(one, two, strict=False)
    return next(
        (n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(two))
    )


def last_word(name: str) -> str:
    """Return the surname of *name*, folded."""
    return _last(name.casefold().split())


def _last(words: list[str]) -> str:
    last = len(words) - 1
    while last > 0 and words[last] in _SUFFIX:
        last -= 1
    return words[last]


def is_acronym(name: str) -> bool:
    """Whether *name* is one word in capitals, such as a broadcaster's."""
    return " " not in name and len(name) > 1 and name.isupper()
