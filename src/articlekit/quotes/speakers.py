"""Pick the speaker of each quoted region among the pairs near it.

Every candidate has a handful of features, each a short key into the table of weights
that `training/quotes` makes; the sum is its score and the best one wins. "The speaker
of the quotation before" and "nobody" are candidates like the others.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

import attrs

from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.links import Link, find_links, name_behind, sums_of_pairs
from articlekit.quotes.marks import Marked, Region
from articlekit.quotes.mentions import Candidate, find_mentions
from articlekit.quotes.tokens import Line, letters_for, read_line
from articlekit.quotes.weights import sums_of

_SENTENCES: Final = 2
_LEADS: Final = 3
# A pair with less than this by itself is never the best.
_HOPELESS: Final = -1.5
_ENDINGS: Final = (
    dict.fromkeys(",،，、", ",")
    | dict.fromkeys(".।。", ".")
    | dict.fromkeys("?!…？！", "?")
)
# From how many words on a region counts as longer, a distance as further.
_SAYING: Final = re.compile("[Vvgy]")
_SIZES: Final = (3, 6, 16)
_DISTANCES: Final = (0, 1, 2, 4, 8, 15)
NO_WEIGHTS: Final[Mapping[str, float]] = {}
# How many words around a region are looked at: keeps long paragraphs linear.
_REACH: Final = 80


class Option(NamedTuple):
    """One possible answer to "who says this?".

    Attributes:
        how: "<" before the region, ">" behind it, "|" around it, "^" in the
            paragraph before, "=" as the quotation before, "0" nobody.
        line: Index of the paragraph; -1 where there is no pair.
        link: The pair of verb and speaker.
        given: Keys into the weights, where no pair stands near.
        letters: What makes the keys of a pair near the region.
    """

    how: str
    line: int
    link: Link | None
    given: tuple[str, ...]
    letters: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys into the weights, without those of the pair itself."""
        return _keys_of(self.letters) if self.letters else self.given


@attrs.frozen
class Place:
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


def distance(count: int) -> str:
    """Return the letter for a number of words."""
    return "012359z"[bisect_left(_DISTANCES, count)]


def _first_word(link: Link) -> int:
    return link.first


class Lines:
    """Paragraphs of a text in words, read when first needed."""

    def __init__(
        self,
        text: str,
        marked: Marked,
        lexicon: Lexicon,
        weights: Mapping[str, float] = NO_WEIGHTS,
    ) -> None:
        self.text = text
        self.lexicon = lexicon
        self._pairs = sums_of_pairs(weights)
        self._letters = letters_for(lexicon)
        self.marked = marked
        self.paragraphs = marked.paragraphs
        self._spans: dict[tuple[int, int, int], tuple[int, int]] = {}
        self.regions: dict[int, list[Region]] = {}
        for region in marked.regions:
            self.regions.setdefault(region.paragraph, []).append(region)
        self._lines: dict[int, Line] = {}
        self._mentions: dict[int, list[Candidate]] = {}
        self._links: dict[int, list[Link]] = {}

    def line(self, number: int) -> Line:
        """Return paragraph *number* in words."""
        found = self._lines.get(number)
        if found is None:
            bounds = self.paragraphs[number]
            regions = self.regions.get(number, ())
            found = read_line(self.text, bounds, regions, self._letters)
            self._lines[number] = found
        return found

    def span(self, number: int, start: int, end: int) -> tuple[int, int]:
        """Return where words *start* to *end* of paragraph *number* stand."""
        key = (number, start, end)
        found = self._spans.get(key)
        if found is None:
            found = self.line(number).span(self.text, start, end)
            self._spans[key] = found
        return found

    def mentions(self, number: int) -> list[Candidate]:
        """Return the mentions of paragraph *number*."""
        found = self._mentions.get(number)
        if found is None:
            found = self._mentions[number] = find_mentions(self.line(number))
        return found

    def links(self, number: int) -> list[Link]:
        """Return the pairs of verb and speaker of paragraph *number*, by place."""
        found = self._links.get(number)
        if found is None:
            mentions = self.mentions(number)
            found = find_links(self.line(number), mentions, self._pairs)
            found.sort(key=_first_word)
            self._links[number] = found
        return found

    def links_near(self, number: int, start: int, stop: int) -> list[Link]:
        """Return the pairs that begin in words *start* to *stop* of a paragraph."""
        found = self.links(number)
        low = bisect_left(found, start, key=_first_word)
        return found[low : bisect_left(found, stop, key=_first_word)]


def options(
    lines: Lines, first: Place, last: Place, previous: "Previous | None"
) -> Iterator[Option]:
    """Yield the possible speakers of the regions from *first* to *last*.

    The two differ where a quotation runs on over paragraphs.
    """
    yield from _before(lines, first)
    yield from _behind(lines, last)
    if _looks_back(lines, first):
        yield from _above(lines, first)
    yield from _inherited(lines, first, last, previous)
    yield Option("0", -1, None, _nobody(lines, first))


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
    return not any(letter in classes for letter in "VvKg")


def _nobody(lines: Lines, first: Place) -> tuple[str, ...]:
    line = lines.line(first.line)
    before = line.classes[first.quote - 1] if first.quote else "^"
    return (
        "0",
        "0a" + first.shape,
        "0b" + before + first.begins,
        "0c" + before + first.size,
    )


def _before(lines: Lines, at: Place) -> Iterator[Option]:
    line = lines.line(at.line)
    classes = line.classes
    before = classes[at.quote - 1] if at.quote else "^"
    lowest = max(0, at.quote - _REACH)
    floor = at.quote
    for _ in range(_SENTENCES):
        floor = classes.rfind(".", lowest, max(lowest, floor))
    for link in lines.links_near(at.line, max(floor + 1, lowest), at.quote):
        if link.weight < _HOPELESS:
            continue
        if link.last > at.quote:
            if link.gap == "q" and link.cue > at.quote:
                yield _around(line, link, at)
            continue
        between = classes[link.last : at.quote]
        yield Option("<", at.line, link, (), _near("<", link, at, (between, before)))


def _around(line: Line, link: Link, at: Place) -> Option:
    """Make the option of a speaker before and a verb behind the region."""
    classes = line.classes
    between = classes[link.mention.end : at.quote] + classes[at.quote + 1 : link.cue]
    before = classes[at.quote - 1] if at.quote else "^"
    return Option("|", at.line, link, (), _near("|", link, at, (between, before)))


def _behind(lines: Lines, at: Place) -> Iterator[Option]:
    line = lines.line(at.line)
    classes = line.classes
    after = classes[at.quote + 1] if at.quote + 1 < len(classes) else "$"
    highest = at.quote + _REACH
    ceiling = at.quote
    for _ in range(_SENTENCES):
        ceiling = classes.find(".", ceiling + 1, highest)
        if ceiling < 0:
            ceiling = highest
            break
    for link in lines.links_near(at.line, at.quote + 1, ceiling):
        hopeless = link.letter == "n" or link.weight < _HOPELESS
        if link.last <= ceiling and not hopeless:
            between = classes[at.quote + 1 : link.first]
            yield Option(">", at.line, link, (), _near(">", link, at, (between, after)))


def _above(lines: Lines, first: Place) -> Iterator[Option]:
    """Yield the pairs of the last sentence of the paragraph before."""
    number = first.line - 1
    if number < 0:
        return
    classes = lines.line(number).classes
    lowest = max(0, len(classes) - _REACH)
    floor = max(lowest - 1, classes.rfind(".", lowest, max(lowest, len(classes) - 1)))
    final = classes[-1:] or "$"
    for link in lines.links_near(number, floor + 1, len(classes)):
        if link.letter == "n":
            continue
        letters = _near("^", link, first, (classes[link.last :], final))
        yield Option("^", number, link, (), letters)


@attrs.frozen
class Previous:
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
    if link is None or link.mention.kind not in "rMB":
        return option
    name = name_behind(lines.line(option.line), link.mention)
    if name is None:
        return option
    return option._replace(link=link._replace(mention=name))


def _inherited(
    lines: Lines, first: Place, last: Place, previous: Previous | None
) -> Iterator[Option]:
    if previous is None or previous.option.link is None:
        return
    apart = first.line - previous.at.line
    if apart > _LEADS:
        return
    line = lines.line(first.line)
    link = previous.option.link
    before = line.classes[first.quote - 1] if first.quote else "^"
    floor = previous.at.quote + 1 if apart == 0 else 0
    between = line.classes[max(floor, first.quote - _REACH) : first.quote]
    gap = distance(len(between)) + ("." if "." in between else "0")
    cue = "1" if _SAYING.search(between) else "0"
    name = "1" if "N" in between else "0"
    away = str(apart)
    rest = line.classes[last.quote + 1 : last.quote + _REACH] if first is last else ""
    alone = distance(len(rest))
    keys = (
        "=" + away,
        "=a" + away + gap + cue,
        "=b" + away + first.shape,
        "=c" + away + before + first.begins,
        "=d" + away + previous.option.how + previous.at.end,
        "=e" + away + alone + gap,
        "=f" + away + link.mention.kind + cue,
        "=g" + away + name + cue + before,
    )
    yield Option("=", previous.option.line, link, keys)


def _near(how: str, link: Link, at: Place, around: tuple[str, str]) -> str:
    """Return the letters of a pair *how* (before, behind, above) a region."""
    between, edge = around
    near = distance(len(between)) + _between(between)
    own = link.letter + link.side + link.gap + link.mention.kind
    return how + near + own + edge + at.shape


def _keys_of(letters: str) -> tuple[str, ...]:
    """Return the feature keys that the letters of `_near` make."""
    how, near, other, letter, side, gap, kind, edge, begins, end, size = tuple(letters)
    position = how + near + other
    return (
        "h" + position,
        "i" + how + letter + side + gap,
        "j" + how + letter + edge + other,
        "k" + how + near + edge + begins + side,
        "l" + position + end,
        "m" + how + kind + near,
        "n" + how + letter + begins + end + size,
        "o" + position + letter + side,
        "p" + how + edge + end + letter,
    )


def _between(classes: str) -> str:
    """Return the letter of what most parts a pair from its region."""
    for letter in ".QVg:":
        if letter in classes:
            return "V" if letter == "g" else letter
    return "0"


def score(option: Option, weights: Mapping[str, float]) -> float:
    """Return the sum of the option's weights."""
    link = option.link
    total = link.weight if link is not None and option.how != "=" else 0.0
    if option.letters:
        return total + sums_of(weights, _keys_of)[option.letters]
    for key in option.given:
        total += weights.get(key, 0.0)
    return total
