"""A paragraph as a string of word classes, one letter a word.

What stands between the quoted regions is cut into words; each region is one letter
"Q". Everything that looks for speakers is then a short regular expression over that
string, and the words themselves are looked at only where it matches.
"""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.marks import Region

_WORD: Final = re.compile(
    r"(?:[^\W\d_]\.){2,6}(?=\W|$)|\d+(?:[.,]\d+){0,6}(?:-\w+){0,3}|\w+(?:[-'’&]\w+){0,6}|[^\w\s]"
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
_NEVER_NAMES: Final = frozenset("mfthiuGTWSCDPAKkzo")


@attrs.frozen
class Line:
    """One paragraph in words.

    Attributes:
        classes: One letter a word.
        words: The words as printed; "" for a quoted region.
        starts: Where each word begins in the text.
        ends: Where each word ends.
        quotes: Index in the line of each region of the paragraph.
    """

    classes: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    quotes: Sequence[int]


def read_line(
    text: str, bounds: tuple[int, int], regions: Sequence[Region], lexicon: Lexicon
) -> Line:
    """Cut the paragraph of *text* at *bounds* into words and its *regions*."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    quotes: list[int] = []
    position = bounds[0]
    for region in regions:
        _cut(text, (position, region.outer_start), words, starts, ends)
        quotes.append(len(words))
        words.append("")
        starts.append(region.outer_start)
        ends.append(region.outer_end)
        position = region.outer_end
    _cut(text, (position, bounds[1]), words, starts, ends)
    return Line(_classify(words, lexicon), words, starts, ends, quotes)


def _cut(
    text: str,
    bounds: tuple[int, int],
    words: list[str],
    starts: list[int],
    ends: list[int],
) -> None:
    for match in _WORD.finditer(text, *bounds):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())


def _classify(words: list[str], lexicon: Lexicon) -> str:
    classes = lexicon.classes
    letters: list[str] = []
    begins = True
    for word in words:
        first = word[:1]
        if first in _PUNCTUATION:
            letter = _PUNCTUATION[first]
            if (
                letter == "."
                and first == "."
                and letters
                and _abbreviated(words[len(letters) - 1], letters[-1], lexicon)
            ):
                letter = "_"
        elif not first:
            letter = "Q"
        elif first.isupper():
            letter = _capital(word, lexicon, begins)
        elif first.isdigit():
            letter = "r" if word.endswith("old") else "#"
        else:
            letter = classes.get(word) or _lower(word, lexicon)
        if letter in "Vv" and letters:
            if letters[-1] in "DG":
                letter = "L" if word.lower() in lexicon.nouns else "w"
            elif letters[-1] in "Vv" and not words[len(letters) - 1].endswith("d"):
                # "the telephone talk said": the first of two verbs is a noun.
                letters[-1] = "w"
        letters.append(letter)
        begins = letter in ".Q:-" or (begins and letter in "(")
    if lexicon.phrases:
        _mark_phrases(words, letters, lexicon)
    return "".join(letters)


def _capital(word: str, lexicon: Lexicon, begins: bool) -> str:  # noqa: FBT001
    lower = word.lower()
    letter = lexicon.classes.get(lower)
    if letter is None:
        if lower.endswith(("'s", "’s")) or (lower.endswith(("s'", "s’"))):
            return "H"
        return "N"
    if letter == "r":
        return "R"
    if letter in "LBvVA" and lower in lexicon.genders:
        return "N"
    if begins or letter in _NEVER_NAMES or letter == "X":
        return letter if letter != "p" else "N"
    if letter == "J":
        return "J"
    return "E" if letter == "e" else "N"


def _lower(word: str, lexicon: Lexicon) -> str:
    if not word[0].isalpha():
        return "x" if not word[0].isalnum() else "w"
    if word.endswith(("'s", "’s")):
        stem = lexicon.classes.get(word[:-2])
        return "A" if stem in ("m", "f", "h") else "G"
    if lexicon.caseless:
        return "N"
    return "w"


def _abbreviated(word: str, letter: str, lexicon: Lexicon) -> bool:
    return (len(word) == 1 and letter == "N") or (
        word.lower().rpartition("-")[2] in lexicon.abbreviations
    )


def _mark_phrases(words: list[str], letters: list[str], lexicon: Lexicon) -> None:
    phrases = lexicon.phrases
    for index, word in enumerate(words):
        options = phrases.get(word) or phrases.get(word.lower())
        if options:
            for rest, letter in options:
                stop = index + 1 + len(rest)
                if tuple(w.lower() for w in words[index + 1 : stop]) == rest:
                    letters[index:stop] = letter * (stop - index)
                    break
