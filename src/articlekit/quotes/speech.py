"""Tell words that somebody spoke or wrote from titles, labels and scare quotes."""

import math
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from articlekit.quotes.keys import distance
from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.lines import Lines
from articlekit.quotes.marks import Region
from articlekit.quotes.speakers import Option, Place
from articlekit.quotes.weights import sums_of

_WORDS: Final = re.compile(r"\w+(?:[-'’]\w+)?")
_LONG_TITLE: Final = 9
_LONG: Final = 80
_LOOK_BACK: Final = 4
# Steps of the lead over "nobody".
_LEADS: Final = (-1.0, 1.0, 3.0, 6.0)
# One letter for each number of words, from one to twelve and more.
_COUNTS: Final = "123456789abc"


class Look(NamedTuple):
    """A region as the judgement of speech sees it, as letters that make keys.

    Attributes:
        form: Shape, case, what stands beside it, what announces it, its mark.
        setting: Shape, how it ends, manner, verbs near it, how many words, the two
            classes before it.
        previous: The word before it.
        following: The word behind it.
    """

    form: str
    setting: str
    previous: str
    following: str

    @property
    def keys(self) -> list[str]:
        """Keys into the weights."""
        size = self.form[2]
        words = _word_keys(self.previous, self.following, size)
        return [*_keys_of_form(self.form), *_keys_of_setting(self.setting), *words]


def look_at(lines: Lines, region: Region, at: Place) -> Look:
    """Return what says how much *region* looks like speech by itself."""
    text, line = lines.text, lines.line(at.line)
    classes, index, words = line.classes, at.quote, line.words
    two = classes[max(0, index - 2) : index]
    following = classes[index + 1 : index + 4]
    case = _case(text, region, at)
    mark = "s" if region.single else "d"
    announced = _announced(words, index, lines.lexicon)
    form = at.shape + case + (two[-1:] or "^") + (following[:1] or "$")
    long = text.count(" ", region.start, region.end)
    setting = (
        at.shape
        + ("1" if region.closed else "n" if region.runs_on else "0")
        + mark
        + ("1" if len(classes) == 1 else "0")
        + (_manner(text, region) if lines.lexicon.language == "en" else "00")
        + _verb(classes[max(0, index - 3) : index][::-1])
        + _verb(following)
        + _COUNTS[min(11, long)]
        + two
    )
    return Look(
        form + announced + mark,
        setting,
        words[index - 1].lower() if index else "",
        words[index + 1].lower() if following else "",
    )


def _keys_of_form(letters: str) -> tuple[str, ...]:
    begins, end, size, case, before, after, announced, mark = tuple(letters)
    return (
        "A" + begins + end + size + case,
        "B" + before + begins + size,
        "C" + after + end + size,
        "D" + before + after,
        "E" + case + size + before,
        "F" + announced + size + case,
        "G" + mark + size,
        "I" + before + case,
    )


def _keys_of_setting(letters: str) -> tuple[str, ...]:
    begins, end, size, ending, mark, alone, personal, finite = tuple(letters[:8])
    earlier, later, count = tuple(letters[8:11])
    words = str(_COUNTS.index(count) + 1)
    return (
        "H" + ending + mark + alone,
        "P" + letters[11:] + begins + size,
        "Q" + personal + finite + begins,
        "S" + earlier + begins + size,
        "T" + later + end + size,
        "R" + words + begins + end,
    )


def _word_keys(previous: str, following: str, size: str) -> tuple[str, str, str]:
    return "w" + previous, "x" + following, "W" + previous + size


class Judge:
    """Says how likely words are speech, by the weights of one language."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights
        self._constant = weights.get("", 0.0)
        self._forms = sums_of(weights, _keys_of_form)
        self._settings = sums_of(weights, _keys_of_setting)
        self._choices = sums_of(weights, _keys_of_choice)

    def probability(self, look: Look, choice: tuple[str, str | None]) -> float:
        """Return how likely it is that these are somebody's words, 0 to 1.

        Args:
            look: The region.
            choice: The chosen speaker, as `choice_letters` has it.
        """
        get = self.weights.get
        total = self._constant + self._forms[look.form] + self._settings[look.setting]
        size = look.form[2]
        for key in _word_keys(look.previous, look.following, size):
            total += get(key, 0.0)
        letters, word = choice
        total += self._choices[letters] + get(_word_key(word, size), 0.0)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def choice_letters(
    lines: Lines, best: Option, at: Place, *, lead: float
) -> tuple[str, str | None]:
    """Return what the chosen speaker adds, as letters, and its verb.

    *lead* is what the speaker weighs more than "nobody".
    """
    level = str(bisect_right(_LEADS, lead))
    link = best.link
    if link is None:
        return "0" + level + at.shape, None
    how = best.how
    near = "-"
    if how in "<>|":
        near = distance(min(abs(link.last - at.quote), abs(link.first - at.quote - 1)))
    classes = lines.line(at.line).classes
    sentence = _sentence(classes, at.quote)
    word = link.word if link.cue < link.cue_end else ""
    return how + level + at.shape + link.letter + near + sentence, word


def _sentence(classes: str, quote: int) -> str:
    """Return the letter of the surest verb of saying in a region's sentence.

    "W" says that only another sentence of the paragraph has one.
    """
    start = classes.rfind(".", 0, quote) + 1
    stop = classes.find(".", quote)
    stop = stop if stop >= 0 else len(classes)
    if classes.find("V", start, stop) >= 0:
        return "V"
    if classes.find("v", start, stop) >= 0:
        return "v"
    return "W" if "V" in classes else "0"


def choice_keys(letters: str, word: str | None) -> list[str]:
    """Return the keys of what `choice_letters` returns."""
    keys = list(_keys_of_choice(letters))
    return keys if word is None else [*keys, _word_key(word, letters[4])]


def _keys_of_choice(letters: str) -> tuple[str, ...]:
    how, level, begins, end, size = tuple(letters[:5])
    if how == "0":
        return ("J0" + size + begins, "K0" + level)
    letter, near, sentence = tuple(letters[5:])
    shape = begins + end + size
    return (
        "J" + how + size + begins,
        "K" + how + level,
        "L" + how + letter + near,
        "M" + how + letter + shape,
        "N" + sentence + how + size,
        "O" + level + shape,
    )


def _word_key(word: str | None, size: str) -> str:
    """Return the key of the speaker's verb; one that has no weight for nobody."""
    return "y" + word + size if word is not None else "0"


def _verb(classes: str) -> str:
    """Return the class of the first verb of saying among the nearest words."""
    for letter in classes:
        if letter in "VvgK.Q":
            return letter
    return "0"


_PERSONAL: Final = re.compile(
    r"\b(?:I|I['’]\w{1,2}|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|[Uu]s|[Yy]our?|[Ww]e['’]\w{1,2})\b"
)
_FINITE: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|should|do|does|did"
    r"|must|may|might|not)\b|n['’]t\b|['’](?:s|re|ll|ve)\b"
)


def _manner(text: str, region: Region) -> str:
    """Return letters for a speaker's own words: "I", "we", verbs."""
    end = min(region.end, region.start + _LONG)
    personal = "i" if _PERSONAL.search(text, region.start, end) else "0"
    return personal + ("v" if _FINITE.search(text, region.start, end) else "0")


def _case(text: str, region: Region, at: Place) -> str:
    """Return "T" for a title's capitals, "l" for all small, "m" for a mixture."""
    if at.size == "4" or region.end - region.start > _LONG:
        return "m"
    words = _WORDS.findall(text, region.start, region.end)
    if len(words) > _LONG_TITLE or not words:
        return "m"
    long = [w for w in words if len(w) > 3] or words
    capital = sum(1 for w in long if not w[0].islower())
    if capital == len(long):
        return "T" if len(words) > 1 else "U"
    return "m" if capital else "l"


def _announced(words: Sequence[str], index: int, lexicon: Lexicon) -> str:
    """Return which kind of word that announces a title or label stands before."""
    announcing = lexicon.announcing
    if announcing:
        for word in words[max(0, index - _LOOK_BACK) : index][::-1]:
            kind = announcing.get(word) or announcing.get(word.lower())
            if kind:
                return kind
    return "0"
