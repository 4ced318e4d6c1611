"""A paragraph as a string of word classes, one letter a word.

What stands between the quoted regions is cut into words; each region is one letter
"Q". Everything that looks for speakers is then a short regular expression over that
string, and the words themselves are looked at only where it matches.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from articlekit.quotes.beginnings import mark_beginnings
from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.marks import Region
from articlekit.quotes.nouns import (
    compound_letter,
    is_opener,
    mark_beside,
    mark_genitives,
    mark_natives,
    mark_nicknames,
    mark_nouns,
    mark_surnames,
)

_NUMBER: Final = r"\d+(?:[.,]\d+){0,6}(?:-\w+){0,3}"
_WORD: Final = re.compile(
    rf"(?:[^\W\d_]\.){{2,6}}(?=\W|$)|{_NUMBER}|\w+(?:[-'’&]\w+){{0,6}}|[^\w\s]"
)
# French and Italian: "l'" and "-t-il" are words of their own.
_ELIDED: Final = re.compile(
    r"(?:[dlnmtsjcDLNMTSJC]|[Qq]u|[Uu]n|(?:[Dd]e|[Aa]|[Nn]e|[Ss]u|[Dd]a)ll|(?:[Jj]us"
    r"|[Ll]ors|[Pp]uis)qu)['’](?=\w)"
    rf"|(?:[^\W\d_]\.){{2,6}}(?=\W|$)|{_NUMBER}"
    r"|\w+(?:(?!-(?:t-)?(?:il|elle)s?\b)[-'’&]\w+){0,6}|[^\w\s]"
)
_PUNCTUATION: Final = {
    ",": ",",
    "،": ",",
    ".": ".",
    "!": ".",
    "?": ".",
    "…": ".",
    "؟": ".",
    "।": ".",
    ";": ";",
    ":": ":",
    "-": "-",
    "–": "-",
    "—": "-",
    "―": "-",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
}
# Words of these classes may begin with a capital only because a sentence does.
_NEVER_NAMES: Final = frozenset("mfthiuGTWSCDAKkzoX")
_STOP: Final = re.compile(r"(?<=[A-Za-z])\.")
# How many lexicons are kept with what was learned of words by them.
_LEXICONS: Final = 64
# How many words are kept with their letters, and how long they are.
_KEPT: Final = 50_000
_LONG_WORD: Final = 40
# Of a longer stretch without a quotation only both ends are read.
_STRETCH: Final = 6000
# A capital here says nothing: the sentence begins.
_BEGIN: Final = re.compile(r"(?:^|[.Q:-])\(?(?=[NE])")
# "the report", "the telephone talk said": a noun that looks like a verb.
_NOUN: Final = re.compile(r"(?<=[DG])[Vv]|[Vv](?=[Vv])")


# "34-year-old", and the like.
_OLD: Final = (
    *("old", "ährige", "ährigen", "ähriger", "jarige", "åring", "åringen", "årige"),
    *("latek", "latka", "letý", "letá", "ročný", "ročná", "letni", "letnia"),
    *("летний", "летняя", "річний", "річна", "godišnji", "godišnja"),
)
_ELIDED_OBJECTS: Final = ("l'", "l’")
_SAYING: Final = (["V"], ["v"], ["A"])
_OWNS: Final = ("'s", "’s")
_THEIRS: Final = ("s'", "s’")
_PARTICLE: Final = re.compile(r"(?<=N)[PDpT]{1,3}(?=[NR])")


class _Beginnings(dict[str, str]):
    """Words that begin a sentence to their letters there; "" leaves the letter."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon

    def __missing__(self, word: str) -> str:
        """Class *word* by the lexicon alone, and keep that."""
        letter = _beginning(word, "", self.lexicon)
        if len(self) < _KEPT and len(word) < _LONG_WORD:
            self[word] = letter
        return letter


class Letters(dict[str, str]):
    """Words to their class letters, filled as they are met."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__({"": "Q"})
        self.lexicon = lexicon
        self.beginnings = _Beginnings(lexicon)
        self.pattern = _ELIDED if lexicon.elides else _WORD

    def __missing__(self, word: str) -> str:
        """Class *word* by its form and the lexicon, and keep that."""
        letter = _letter(word, self.lexicon)
        if len(self) < _KEPT and len(word) < _LONG_WORD:
            self[word] = letter
        return letter


@lru_cache(maxsize=_LEXICONS)
def letters_for(lexicon: Lexicon) -> Letters:
    """Return the letters of a language: a memo, which changes no result."""
    return Letters(lexicon)


def _letter(word: str, lexicon: Lexicon) -> str:
    first = word[0]
    if first in _PUNCTUATION:
        return _PUNCTUATION[first]
    if first.isupper():
        return _capital(word, lexicon)
    if first.isdigit():
        return "r" if word.endswith(_OLD) else "#"
    return lexicon.classes.get(word) or _lower(word, lexicon)


class Line(NamedTuple):
    """One paragraph in words.

    Attributes:
        classes: One letter a word.
        words: The words as printed; "" for a quoted region.
        quotes: Index in the line of each region of the paragraph.
        gaps: Index of the first word of each stretch between regions.
        bounds: Start and end in the text of each such stretch, or of a region.
        pattern: What cuts a stretch into words.
    """

    classes: str
    words: Sequence[str]
    quotes: Sequence[int]
    gaps: Sequence[int]
    bounds: Sequence[tuple[int, int]]
    pattern: re.Pattern[str]

    def span(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Return where words *start* to *end* (exclusive) stand in *text*."""
        gap = bisect_right(self.gaps, start) - 1
        following = self.gaps[gap + 1] if gap + 1 < len(self.gaps) else len(self.words)
        if start in self.quotes:
            first = last = self.bounds[gap]
        else:
            matches = self.pattern.finditer(text, *self.bounds[gap])
            first = last = next(islice(matches, start - self.gaps[gap], None)).span()
            if start + 1 < end <= following:
                last = next(islice(matches, end - start - 2, None)).span()
        if end > following:
            last = self.span(text, end - 1, end)
        return first[0], last[1]


def read_line(
    text: str, bounds: tuple[int, int], regions: Sequence[Region], letters: Letters
) -> Line:
    """Cut the paragraph of *text* at *bounds* into words and its *regions*."""
    pattern = letters.pattern
    words: list[str] = []
    quotes: list[int] = []
    gaps: list[int] = []
    places: list[tuple[int, int]] = []
    position = bounds[0]
    for region in regions:
        for piece in _pieces(text, position, region.outer_start):
            gaps.append(len(words))
            places.append(piece)
            words += pattern.findall(text, *piece)
        gaps.append(len(words))
        places.append((region.outer_start, region.outer_end))
        quotes.append(len(words))
        words.append("")
        position = region.outer_end
    for piece in _pieces(text, position, bounds[1]):
        gaps.append(len(words))
        places.append(piece)
        words += pattern.findall(text, *piece)
    classes = _classify(words, letters)
    if regions and letters.lexicon.language != "en":
        classes = mark_beginnings(text, words, classes, letters.lexicon)
    if "NQN" in classes:
        classes = mark_nicknames(text, regions, (classes, quotes))
    if quotes and letters.lexicon.language != "en":
        found = (classes, quotes)
        classes = mark_beside(text, regions, words, found, lexicon=letters.lexicon)
    return Line(classes, words, quotes, gaps, places, pattern)


def _pieces(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the stretch, or both ends of a very long one."""
    if end - start <= _STRETCH:
        return ((start, end),)
    half = _STRETCH // 2
    left = text.rfind(" ", start, start + half)
    right = text.find(" ", end - half, end)
    return (
        (start, left if left > 0 else start + half),
        (right if right > 0 else end - half, end),
    )


def _classify(words: list[str], letters: Letters) -> str:
    """Class the words one by one, then put right what their neighbours tell."""
    found = list(map(letters.__getitem__, words))
    lexicon = letters.lexicon
    classes = _mark_abbreviations(words, found, lexicon)
    changed = _mark_beginnings(words, found, classes, letters)
    if changed:
        classes = "".join(found)
    classes = _mark_homographs(words, found, classes, lexicon)
    if lexicon.particles and _mark_particles(words, found, classes, lexicon):
        classes = "".join(found)
    if "NR" in classes:
        classes = mark_surnames(words, found, classes, lexicon.given)
    if lexicon.natives and "DN" in classes:
        classes = mark_natives(words, found, classes, lexicon.natives)
    if lexicon.caps_nouns:
        mark_nouns(words, found, classes)
        classes = mark_genitives(words, found)
    if lexicon.phrases and not lexicon.phrases.keys().isdisjoint(words):
        _mark_phrases(words, found, lexicon)
        classes = "".join(found)
    return classes


def _mark_beginnings(
    words: list[str], found: list[str], classes: str, letters: Letters
) -> bool:
    """Class anew the words whose capital may be that of a sentence only."""
    changed = False
    openers = letters.lexicon.openers
    for match in _BEGIN.finditer(classes):
        index = match.end()
        known = letters.beginnings[words[index]]
        if not letters.lexicon.classes and classes[index + 1 : index + 2] != "N":
            # Of a language without lists nothing says that it is a name.
            known = "w"
        elif (
            openers
            and not known
            and is_opener(words[index], classes[index : index + 4], letters.lexicon)
        ):
            known = "b"
        if known:
            found[index] = known
            changed = True
    return changed


def _mark_abbreviations(words: list[str], found: list[str], lexicon: Lexicon) -> str:
    """Tell the full stop of "Dr." and "J." from a sentence's; return the classes."""
    classes = "".join(found)
    changed = False
    for match in _STOP.finditer(classes):
        index = match.start()
        if words[index] == "." and _abbreviated(words[index - 1], lexicon):
            changed = True
            found[index] = "_"
            if len(words[index - 1]) == 1 and found[index - 2 : index - 1] == ["N"]:
                found[index - 1] = "N"
    return "".join(found) if changed else classes


def _mark_homographs(
    words: list[str], found: list[str], classes: str, lexicon: Lexicon
) -> str:
    """Make nouns of verbs that stand where only a noun can; return the classes."""
    changed = False
    for match in _NOUN.finditer(classes):
        index = match.start()
        if words[index - 1] in _ELIDED_OBJECTS and found[index - 2] in "Nmfr":
            # "Louis l'assure".
            changed = True
            found[index - 1] = "b"
        elif found[index - 1 : index] in (["D"], ["G"]):
            changed = True
            found[index] = "L" if words[index].lower() in lexicon.nouns else "w"
        elif not words[index].endswith("d"):
            changed = True
            found[index] = "w"
    return "".join(found) if changed else classes


def _mark_particles(
    words: list[str], found: list[str], classes: str, lexicon: Lexicon
) -> bool:
    """Join "van der" and "de" to the name around them."""
    changed = False
    for match in _PARTICLE.finditer(classes):
        start, end = match.span()
        common = lexicon.classes.get(words[end].lower(), "p") in "BLe"
        common = common or (lexicon.caps_nouns and words[start:end] == ["der"])
        if not common and all(word in lexicon.particles for word in words[start:end]):
            found[start : end + 1] = "p" * (end - start) + "N"
            changed = True
    return changed


def _capital(word: str, lexicon: Lexicon) -> str:
    """Class a word with a capital inside of a sentence."""
    lower = word.lower()
    if lower[-1] in "'’":
        lower = lower[:-1]
    letter = lexicon.classes.get(lower) or lexicon.demonyms.get(lower)
    if letter is None and lexicon.tails:
        letter = compound_letter(lower, lexicon)
    if letter is None:
        # "He's" is a pronoun with its verb, "Ann's" a name that owns something.
        stem = lexicon.classes.get(lower[:-2]) if lower[-2:] in _OWNS else None
        if stem is not None and stem in _NEVER_NAMES:
            return stem
        return "H" if lower[-2:] in _OWNS or lower[-2:] in _THEIRS else "N"
    if letter == "r":
        return "R"
    if letter in _NEVER_NAMES or letter == "J":
        return letter
    if lexicon.caps_nouns and letter in "BL":
        return letter
    return "E" if letter == "e" else "P" if letter == "P" else "N"


def _beginning(word: str, letter: str, lexicon: Lexicon) -> str:
    """Class a word with a capital where a sentence begins."""
    lower = word.lower()
    known = lexicon.classes.get(lower, "")
    if not known or known == "p" or (known in "LBvVA" and lower in lexicon.genders):
        return letter
    return known


def _lower(word: str, lexicon: Lexicon) -> str:
    if word[-1] in "'’":
        return lexicon.classes.get(word[:-1], "D")
    if not word[0].isalpha():
        return "w" if word[0].isalnum() else "x"
    if word.endswith(("'s", "’s")):
        stem = lexicon.classes.get(word[:-2])
        return "A" if stem in ("m", "f", "h") else "G"
    if lexicon.caseless:
        return "N"
    if lexicon.enclitics and "-" in word:
        stem, _, clitic = word.partition("-")
        if clitic in lexicon.enclitics:
            return lexicon.classes.get(stem, "w")
    return (compound_letter(word, lexicon) if lexicon.tails else None) or "w"


def _abbreviated(word: str, lexicon: Lexicon) -> bool:
    if len(word) == 1:
        return word.isalpha()
    return word.lower().rpartition("-")[2] in lexicon.abbreviations


def _mark_phrases(words: list[str], letters: list[str], lexicon: Lexicon) -> None:
    phrases = lexicon.phrases
    done = 0
    for index, word in enumerate(words):
        options = phrases.get(word) if index >= done else None
        for rest, letter in options or ():
            stop = index + 1 + len(rest)
            if tuple(w.lower() for w in words[index + 1 : stop]) == rest:
                if not rest and letters[stop : stop + 1] in _SAYING:
                    # "So sagte Lee" is no "so Lee".
                    break
                whole = letter * (stop - index) if len(letter) == 1 else letter
                letters[index:stop] = whole
                done = stop
                break
