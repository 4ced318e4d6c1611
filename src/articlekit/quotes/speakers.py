"""Pick the speaker of each quoted region among the pairs near it.

Every candidate has a handful of features, each a short key into the table of weights
that `training/quotes` makes; the sum is its score and the best one wins. "The speaker
of the quotation before" and "nobody" are candidates like the others.
"""

import math
import re
from bisect import bisect_right
from typing import Final, NamedTuple

from articlekit.quotes.appositions import name_behind
from articlekit.quotes.keys import (
    KEYS,
    distance,
    keys_of_pair,
    nears,
)
from articlekit.quotes.lines import Lines
from articlekit.quotes.links import Link

_SENTENCES: Final = 2
_LEADS: Final = 3
_ENDINGS: Final = (
    dict.fromkeys(",،，、", ",")
    | dict.fromkeys(".।。", ".")
    | dict.fromkeys("?!…？！", "?")
)
_SAYING: Final = re.compile("[Vvgy]")
_SPEAKS: Final = re.compile("[VvKg]")
# From how many words on a region counts as longer.
_SIZES: Final = (3, 6, 16)
# How many words around a region are looked at: keeps long paragraphs linear.
_REACH: Final = 80


class Option(NamedTuple):
    """One possible answer to "who says this?".

    Attributes:
        how: "<" before the region, ">" behind it, "|" around it, "^" in the
            paragraph before, "=" as the quotation before, "0" nobody.
        line: Index of the paragraph; -1 where there is no pair.
        link: The pair of verb and speaker.
        letters: What makes the keys into the weights.
        weight: The sum of the weights, those of the pair too.
    """

    how: str
    line: int
    link: Link | None
    letters: str = ""
    weight: float = 0.0

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys into the weights, without those of the pair itself."""
        keys_of = KEYS.get(self.how, keys_of_pair)
        return keys_of(self.letters)


class Place(NamedTuple):
    """A region as the choice of its speaker sees it.

    Attributes:
        line: Index of its paragraph.
        quote: Index of its letter in the line.
        shape: Letters for how it begins and ends and how long it is.
        end: Letter for its last character.
        size: Letter for its length.
        begins: Whether it begins like a sentence, "1" or "0".
    """

    line: int
    quote: int
    shape: str
    end: str
    size: str
    begins: str


def place(text: str, span: tuple[int, int], where: tuple[int, int]) -> Place:
    """Describe the region of *text* at *span*, which is *where* (line, index)."""
    start, end = span
    first = text[start]
    begins = "1" if first.isupper() or first.isdigit() or not first.isalpha() else "0"
    last = text[end - 1]
    ending = _ENDINGS.get(last, "0")
    words = text.count(" ", start, end) + 1
    size = "1234"[bisect_right(_SIZES, words)]
    return Place(where[0], where[1], begins + ending + size, ending, size, begins)


def options(
    lines: Lines,
    ends: tuple[Place, Place],
    previous: "Previous | None",
    *,
    enough: float = math.inf,
) -> list[Option]:
    """Return the possible speakers of the regions from one place to another.

    The two *ends* differ where a quotation runs on over paragraphs. "Nobody" comes
    last. Where a pair behind the regions weighs *enough* more than nobody, no other
    is looked for.
    """
    first, last = ends
    behind: list[Option] = []
    _add_behind(behind, lines, last)
    led = _led(lines, first)
    if led:
        # The next sentence tells of others.
        behind = [each for each in behind if _is_near(lines, last, each)]
    letters = _nobody(lines, first)
    nobody = Option("0", -1, None, letters, lines.sums_of_nobody[letters])
    least = nobody.weight + enough
    for option in behind:
        if option.weight > least:
            return [*behind, nobody]
    found: list[Option] = []
    _add_before(found, lines, first)
    found += behind
    if _looks_back(lines, first):
        _add_above(found, lines, first)
    if previous is not None and previous.option.link is not None:
        _add_inherited(found, lines, ends, previous)
    found.append(nobody)
    return found


def _led(lines: Lines, first: Place) -> bool:
    """Whether a colon or its own sentence's verb leads to the region.

    Only in languages where that tells the speaker.
    """
    if not lines.lexicon.joins:
        return False
    classes, quote = lines.line(first.line).classes, first.quote
    if classes[max(0, quote - 1) : quote] == ":":
        return True
    if classes[quote + 1 : quote + 2] != ".":
        return False
    floor = classes.rfind(".", max(0, quote - _REACH), quote)
    return classes.find("V", floor + 1, quote) >= 0


def _is_near(lines: Lines, last: Place, option: Option) -> bool:
    """Whether a pair behind the region stands in its sentence."""
    link = option.link
    if link is None:
        return True
    return "." not in lines.line(last.line).classes[last.quote + 1 : link.first]


def _looks_back(lines: Lines, first: Place) -> bool:
    """Whether the paragraph before may introduce the region."""
    if first.line == 0 or first.quote >= _REACH:
        return False
    classes = lines.line(first.line).classes
    if "." in classes[: first.quote]:
        return False
    start, end = lines.paragraphs[first.line - 1]
    if lines.text[max(start, end - 2) : end].rstrip().endswith((":", "：")):
        return True
    return not _SPEAKS.search(classes)


def _nobody(lines: Lines, first: Place) -> str:
    """Return the letters of "nobody" for a region."""
    classes = lines.line(first.line).classes
    return "0" + (classes[first.quote - 1] if first.quote else "^") + first.shape


def _add_before(found: list[Option], lines: Lines, at: Place) -> None:
    """Add the pairs that stand before the region, and those around it."""
    number, quote = at.line, at.quote
    classes = lines.line(number).classes
    edge = (classes[quote - 1] if quote else "^") + at.shape
    lowest = max(0, quote - _REACH)
    floor = quote
    for _ in range(_SENTENCES):
        floor = classes.rfind(".", lowest, max(lowest, floor))
    near, sums = nears(), lines.sums
    for link in lines.links_near(number, max(floor + 1, lowest), quote):
        weight = link.weight
        if link.last <= quote:
            how, between = "<", classes[link.last : quote]
        elif link.gap == "q" and link.cue > quote:
            how = "|"
            between = classes[link.mention.end : quote] + classes[quote + 1 : link.cue]
        else:
            continue
        letters = how + near[between] + link.letters[:4] + edge
        found.append(Option(how, number, link, letters, weight + sums[letters]))


def _add_behind(found: list[Option], lines: Lines, at: Place) -> None:
    """Add the pairs that stand behind the region."""
    number, start = at.line, at.quote + 1
    classes = lines.line(number).classes
    edge = (classes[start] if start < len(classes) else "$") + at.shape
    highest = at.quote + _REACH
    ceiling = at.quote
    for _ in range(_SENTENCES):
        ceiling = classes.find(".", ceiling + 1, highest)
        if ceiling < 0:
            ceiling = highest
            break
    near, sums = nears(), lines.sums
    for link in lines.links_near(number, start, ceiling):
        weight = link.weight
        if link.last > ceiling or link.letter == "n":
            continue
        letters = ">" + near[classes[start : link.first]] + link.letters[:4] + edge
        found.append(Option(">", number, link, letters, weight + sums[letters]))


def _add_above(found: list[Option], lines: Lines, first: Place) -> None:
    """Add the pairs of the last sentence of the paragraph before."""
    number = first.line - 1
    if number < 0:
        return
    classes = lines.line(number).classes
    lowest = max(0, len(classes) - _REACH)
    floor = max(lowest - 1, classes.rfind(".", lowest, max(lowest, len(classes) - 1)))
    edge = (classes[-1:] or "$") + first.shape
    near, sums = nears(), lines.sums
    for link in lines.links_near(number, floor + 1, len(classes)):
        if link.letter == "n":
            continue
        letters = "^" + near[classes[link.last :]] + link.letters[:4] + edge
        weight = link.weight + sums[letters]
        found.append(Option("^", number, link, letters, weight))


class Previous(NamedTuple):
    """The quotation decided before.

    Attributes:
        option: Its speaker.
        at: Its last region.
    """

    option: Option
    at: Place


def named(lines: Lines, option: Option) -> Option:
    """Put the name in place of a description that it stands behind.

    "The mayor, Ann Lee," is Ann Lee.
    """
    link = option.link
    if link is None:
        return option
    line, mention = lines.line(option.line), link.mention
    # "Przewodnicząca Komisji Europejskiej, Anna Kos,": the body's name is no person's.
    office = lines.lexicon.oblique and mention.begin < mention.start
    if mention.kind not in "rMB" and not (
        office and mention.kind == "N" and line.classes[mention.begin] in "rR"
    ):
        return option
    name = name_behind(line, mention)
    if name is None:
        return option
    return option._replace(link=link._replace(mention=name))


def _add_inherited(
    found: list[Option], lines: Lines, ends: tuple[Place, Place], previous: Previous
) -> None:
    """Add the speaker of the quotation before."""
    first, last = ends
    link = previous.option.link
    if link is None:
        return
    apart = first.line - previous.at.line
    if apart > _LEADS:
        return
    classes = lines.line(first.line).classes
    quote = first.quote
    before = classes[quote - 1] if quote else "^"
    floor = previous.at.quote + 1 if apart == 0 else 0
    between = classes[max(floor, quote - _REACH) : quote]
    rest = classes[last.quote + 1 : last.quote + _REACH] if first is last else ""
    letters = (
        "="
        + str(apart)
        + distance(len(between))
        + ("." if "." in between else "0")
        + ("1" if _SAYING.search(between) else "0")
        + first.shape
        + before
        + previous.option.how
        + previous.at.end
        + distance(len(rest))
        + link.mention.kind
        + ("1" if "N" in between else "0")
    )
    weight = lines.sums_of_inherited[letters]
    found.append(Option("=", previous.option.line, link, letters, weight))
