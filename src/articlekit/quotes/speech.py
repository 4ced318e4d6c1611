"""Tell words that somebody spoke or wrote from titles, labels and scare quotes."""

import math
import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import Final

from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.marks import Region
from articlekit.quotes.speakers import Lines, Option, Place, distance
from articlekit.quotes.tokens import Line

_WORDS: Final = re.compile(r"\w+(?:[-'’]\w+)?")
_LONG_TITLE: Final = 9
_LONG: Final = 80
_LOOK_BACK: Final = 4
# Steps of the lead over "nobody".
_LEADS: Final = (-1.0, 1.0, 3.0, 6.0)


def speech_features(lines: Lines, region: Region, at: Place) -> list[str]:
    """Return the keys that say how much *region* looks like speech by itself."""
    text, lexicon, line = lines.text, lines.lexicon, lines.line(at.line)
    classes = line.classes
    index = at.quote
    before = classes[index - 1] if index else "^"
    after = classes[index + 1] if index + 1 < len(classes) else "$"
    previous = line.words[index - 1].lower() if index else ""
    following = line.words[index + 1].lower() if after != "$" else ""
    case = _case(text, region, at)
    announced = _announced(line, index, lexicon)
    alone = "1" if len(classes) == 1 else "0"
    mark = "s" if region.single else "d"
    two = classes[max(0, index - 2) : index]
    words = text.count(" ", region.start, region.end) + 1
    open_end = "1" if region.closed else "n" if region.runs_on else "0"
    return [
        "A" + at.shape + case,
        "B" + before + at.begins + at.size,
        "C" + after + at.end + at.size,
        "D" + before + after,
        "E" + case + at.size + before,
        "F" + announced + at.size + case,
        "G" + mark + at.size,
        "H" + open_end + mark + alone,
        "I" + before + case,
        "w" + previous,
        "x" + following,
        "W" + previous + at.size,
        "P" + two + at.begins + at.size,
        "Q" + _manner(text, region) + at.begins,
        "S" + _verb(classes[max(0, index - 3) : index][::-1]) + at.begins + at.size,
        "T" + _verb(classes[index + 1 : index + 4]) + at.end + at.size,
        "R" + str(min(12, words)) + at.begins + at.end,
    ]


def choice_features(lines: Lines, best: Option, at: Place, *, lead: float) -> list[str]:
    """Return the keys that the chosen speaker adds; *lead* is over "nobody"."""
    level = str(bisect_right(_LEADS, lead))
    link = best.link
    if link is None:
        return ["J0" + at.size + at.begins, "K0" + level]
    edge = min(abs(link.last - at.quote), abs(link.first - at.quote - 1))
    near = distance(edge) if best.how in "<>|" else "-"
    line = lines.line(at.line)
    words = lines.line(best.line).words
    sentence = "V" if "V" in line.classes else "v" if "v" in line.classes else "0"
    word = words[link.cue].lower() if link.cue < link.cue_end else ""
    return [
        "J" + best.how + at.size + at.begins,
        "K" + best.how + level,
        "L" + best.how + link.letter + near,
        "M" + best.how + link.letter + at.shape,
        "N" + sentence + best.how + at.size,
        "O" + level + at.shape,
        "y" + word + at.size,
    ]


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


def _announced(line: Line, index: int, lexicon: Lexicon) -> str:
    """Return which kind of word that announces a title or label stands before."""
    if lexicon.labels or lexicon.works:
        for word in line.words[max(0, index - _LOOK_BACK) : index][::-1]:
            lower = word.lower()
            if lower in lexicon.labels:
                return "q"
            if lower in lexicon.works:
                return "w"
    return "0"


def probability(features: list[str], weights: Mapping[str, float]) -> float:
    """Return how likely it is that these are somebody's words, 0 to 1."""
    get = weights.get
    total = get("", 0.0)
    for key in features:
        total += get(key, 0.0)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
