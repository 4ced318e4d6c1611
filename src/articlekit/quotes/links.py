"""Which verb of saying goes with which name: all plausible pairs of a line."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import attrs

from articlekit.quotes.mentions import Candidate
from articlekit.quotes.tokens import Line
from articlekit.quotes.weights import Sums, sums_of

_CUE: Final = re.compile(r"[VvgyKk]|:(?=Q|$)|(?<=Q)-(?=[RN])")
# What may stand between a speaker and the verb after it, named by the group.
_LEFT: Final = re.compile(
    r"(?P<a>[AbT]{0,6})"
    r"|(?P<b>,[Ab]{0,4})"
    r"|(?P<d>_?\([^)]{0,12}\)[Ab,]{0,4})"
    r"|(?P<c>[Pp][^,.QVvKk;:]{0,20})"
    r"|(?P<e>[^.Q;:]{0,3},[^.Q;:]{0,40},[Ab]{0,4})"
    r"|(?P<f>,?[WPp]?W[^.Q]{0,40})"
    r"|(?P<q>.{0,60}Q.{0,60})"
    r"|(?P<g>[^.]{0,40}C[Ab]{0,4})"
    r"|(?P<h>[^.]{0,40},[Ab]{0,4})"
    r"|(?P<s>[^.]{0,40}S[^.]{0,40})"
    r"|(?P<i>.{0,90})"
)
# What may stand between a verb and the speaker behind it.
_RIGHT: Final = re.compile(
    r"(?P<a>)|(?P<b>[bA-]{1,4})|(?P<c>[wXb#D]{1,4})|(?P<d>P.{0,3})|(?P<f>,.{0,4})"
)
# Between "the chief" and "Jane Doe": of the agency and a comma.
_MODIFIER: Final = re.compile(r"(?:[Pp][DGMNwRrHB_]{1,5}|[DM]{1,3}){0,3},")
_BETWEEN: Final = re.compile(r"(?:R_?){0,2}(?:N_?p{0,2}){1,4}(?=[,.Q]|$)")
_LEFT_REACH: Final = 3
_RIGHT_REACH: Final = 6
_SIGHT: Final = 120


@attrs.frozen
class _Reading:
    """A line with its mentions, and what features weigh."""

    line: Line
    mentions: Sequence[Candidate]
    sums: Sums


class Link(NamedTuple):
    """A verb of saying and one who may be its subject.

    Attributes:
        cue: Index of the verb in the line; the mention's own where there is none.
        cue_end: Index after the verb.
        letter: Class of the verb, "n" for an unknown word in its place.
        mention: The speaker.
        side: "L" if the speaker stands before the verb, "R" behind it, "0" without verb.
        gap: Letter of what stands between them.
        rank: How many other mentions stand between them, at most two.
        first: Index of the first word of the pair.
        last: Index after its last word.
        letters: What the keys are made of that no quotation changes.
        word: The verb in lower case.
        weight: The sum of the weights of `static`.
    """

    cue: int
    cue_end: int
    letter: str
    mention: Candidate
    side: str
    gap: str
    rank: str
    first: int
    last: int
    letters: str
    word: str
    weight: float = 0.0

    @property
    def static(self) -> tuple[str, ...]:
        """Keys of the features that no quotation changes."""
        return (*_keys_of(self.letters), *_keys_of_word(self.letters, self.word))


def _keys_of(letters: str) -> tuple[str, ...]:
    side, gap, kind, letter, rank, before, after, before_cue = tuple(letters)
    return (
        "a" + side + gap + kind,
        "b" + side + gap + letter,
        "c" + side + rank + letter,
        "d" + before + kind + side,
        "e" + letter + after + side,
        "f" + before_cue + letter + side,
        "g" + before + letter + side + gap,
    )


def _keys_of_word(letters: str, word: str) -> tuple[str, str]:
    return "q" + word + letters[:2], "r" + word + letters[6]


def sums_of_pairs(weights: Mapping[str, float]) -> Sums:
    """Return the weights of a pair's letters, as they are needed."""
    return sums_of(weights, _keys_of)


def find_links(line: Line, mentions: Sequence[Candidate], sums: Sums) -> list[Link]:
    """Return the pairs of verb and speaker of *line*, in order of the verbs."""
    if not mentions:
        return []
    at = _Reading(line, mentions, sums)
    classes = line.classes
    links: list[Link] = []
    position = 0
    last_end = 0
    for match in _CUE.finditer(classes):
        cue = match.start()
        if cue < last_end:
            continue
        letter = classes[cue]
        stop = cue + 1
        while letter in "Kk" and stop < len(classes) and classes[stop] == letter:
            stop += 1
        last_end = stop
        while position < len(mentions) and mentions[position].end <= cue:
            position += 1
        if letter not in "K-":
            links.extend(_left_links(at, (cue, stop), position))
        if letter not in ":k":
            links.extend(_right_links(at, (cue, stop), position))
    links.extend(_verbless_links(at))
    return links


def _left_links(at: _Reading, cue: tuple[int, int], position: int) -> Iterator[Link]:
    """Yield the nearest mentions before the verb and the one that opens the sentence."""
    classes, mentions = at.line.classes, at.mentions
    floor = classes.rfind(".", max(0, cue[0] - _SIGHT), cue[0])
    nearest = range(position - 1, max(-1, position - 1 - _LEFT_REACH), -1)
    for rank, index in enumerate(nearest):
        mention = mentions[index]
        if mention.begin <= floor:
            return
        yield _left_link(at, cue, mention, str(rank))
    first = bisect_right(mentions, floor, hi=position, key=_begin)
    if first < position - _LEFT_REACH and mentions[first].begin <= floor + 2:
        yield _left_link(at, cue, mentions[first], "9")


def _begin(mention: Candidate) -> int:
    return mention.begin


def _left_link(
    at: _Reading, cue: tuple[int, int], mention: Candidate, rank: str
) -> Link:
    gap = _LEFT.fullmatch(at.line.classes, mention.end, cue[0])
    letter = gap.lastgroup if gap else "i"
    return _link(at, cue, mention, ("L", letter or "i", rank))


def _right_links(at: _Reading, cue: tuple[int, int], position: int) -> Iterator[Link]:
    classes, mentions = at.line.classes, at.mentions
    while position < len(mentions) and mentions[position].begin < cue[1]:
        position += 1
    if position == len(mentions):
        return
    mention = mentions[position]
    between = classes[cue[1] : mention.begin]
    if len(between) > _RIGHT_REACH or "Q" in between or "." in between:
        return
    gap = _RIGHT.fullmatch(between)
    if not gap:
        return
    yield _link(at, cue, mention, ("R", gap.lastgroup or "a", "0"))
    named = _apposition(classes, mentions, position)
    if named is not None:
        yield _link(at, cue, named, ("R", "p", "1"))


def _apposition(
    classes: str, mentions: Sequence[Candidate], position: int
) -> Candidate | None:
    """Return the name that a comma sets behind a description."""
    mention = mentions[position]
    if mention.kind not in "rMBwL" and classes[mention.begin] not in "DG":
        return None
    match = _MODIFIER.match(classes, mention.end)
    if not match:
        return None
    for other in mentions[position + 1 : position + 5]:
        if other.begin == match.end() and other.kind == "N":
            return other
    return None


def _verbless_links(at: _Reading) -> Iterator[Link]:
    """Yield each sentence's first mention, with the word behind it as its verb."""
    classes, mentions = at.line.classes, at.mentions
    sentence = -1
    for mention in mentions:
        floor = classes.rfind(".", max(0, mention.begin - _SIGHT), mention.begin)
        stop = mention.end
        while stop < len(classes) and classes[stop] in "AbT":
            stop += 1
        verb = stop < len(classes) and classes[stop] in "wx"
        if floor == sentence and not (verb and stop - mention.end < 4):
            continue
        rank = "0" if floor != sentence else "1"
        sentence = floor
        if verb and at.line.words[stop].isalpha():
            yield _link(at, (stop, stop + 1), mention, ("L", "n", rank))
        else:
            yield _link(at, (mention.begin, mention.begin), mention, ("0", "0", rank))


def _link(
    at: _Reading, cue: tuple[int, int], mention: Candidate, how: tuple[str, str, str]
) -> Link:
    side, gap, rank = how
    classes = at.line.classes
    if side == "0":
        letter = "0"
    elif gap == "n" and side == "L":
        letter = "n"
    else:
        letter = classes[cue[0]]
    first = min(mention.begin, cue[0])
    last = max(mention.end, cue[1])
    before = classes[mention.begin - 1] if mention.begin else "^"
    after = classes[last] if last < len(classes) else "$"
    before_cue = classes[cue[0] - 1] if cue[0] else "^"
    kind = mention.kind
    word = at.line.words[cue[0]].lower() if cue[0] < cue[1] else ""
    letters = side + gap + kind + letter + rank + before + after + before_cue
    by_word = at.sums.weights.get
    weight = at.sums[letters]
    weight += by_word("q" + word + side + gap, 0.0)
    weight += by_word("r" + word + after, 0.0)
    ends = (cue[0], cue[1], letter, mention, side, gap, rank, first, last)
    return Link(*ends, letters, word, weight)


def name_behind(line: Line, mention: Candidate) -> Candidate | None:
    """Return the name set between commas right behind a description."""
    classes = line.classes
    if classes[mention.begin] not in "DGrR":
        return None
    match = _MODIFIER.match(classes, mention.end)
    name = _BETWEEN.match(classes, match.end()) if match else None
    if name is None:
        return None
    return Candidate(name.start(), name.end(), "N", name.start())
