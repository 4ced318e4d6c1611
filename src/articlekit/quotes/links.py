"""Which verb of saying goes with which name: all plausible pairs of a line."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from articlekit.quotes.appositions import name_beside
from articlekit.quotes.clauses import (
    STRAIGHT,
    Order,
    is_governed,
    is_placed,
    is_turned,
)
from articlekit.quotes.gaps import gaps_on
from articlekit.quotes.mentions import Candidate
from articlekit.quotes.tokens import Line
from articlekit.quotes.weights import Sums, sums_of

_CUE: Final = re.compile(r"[VvgyKk]|:(?=Q|$)|(?<=Q)-(?=[RN])")
_SAYS: Final = re.compile(r"[VvgyKk:]")
_UNKNOWN: Final = ("w", "x")
# Behind the verb that has no other subject: "In dem Brief heißt es".
_UNSAID: Final = frozenset(("", "b", ":", ",", "Q"))
_LEFT_REACH: Final = 3
# What may part a speaker from a colon where the sentence has another subject.
_BESIDE: Final = frozenset("abdej")
# What may speak behind a preposition: statements, and bodies outside of German.
_STATING: Final = ("LB", "L")
_DISTANT: Final = frozenset(("", "d"))
_VERB: Final = re.compile("[Vv]")
# Who opens the sentence that ends in a colon speaks, whatever stands between.
_SUBJECTS: Final = frozenset("Nmf")
_FAR: Final = {"c": "a", "h": "a", "i": "a", "g": "a"}
# A pair with less than this by itself is never the best.
HOPELESS: Final = -1.5
_RANKS: Final[tuple[str, ...]] = ("0", "1", "2")
# How far behind a further mention its verb may stand.
_NEAR_VERB: Final = 4
_RIGHT_REACH: Final = 6
_SIGHT: Final = 120


class _Reading(NamedTuple):
    """A line with its mentions, and what features weigh."""

    classes: str
    words: Sequence[str]
    mentions: Sequence[Candidate]
    sums: Sums
    order: Order


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


def find_links(
    line: Line,
    mentions: Sequence[Candidate],
    sums: Sums,
    order: Order = STRAIGHT,
) -> list[Link]:
    """Return the pairs of verb and speaker of *line*, in order of the verbs.

    Args:
        line: A paragraph in words.
        mentions: Who is named in it, in order.
        sums: The weights of the pairs' letters.
        order: How clauses of the language are built.
    """
    links: list[Link] = []
    if not mentions:
        return links
    classes = line.classes
    at = _Reading(classes, line.words, mentions, sums, order)
    fronts = order.fronts
    position = 0
    last_end = 0
    for match in _CUE.finditer(classes):
        cue = match.start()
        if cue < last_end:
            continue
        letter = classes[cue]
        last_end = stop = _phrase_end(classes, cue) if letter in "Kk" else cue + 1
        while position < len(mentions) and mentions[position].end <= cue:
            position += 1
        if fronts:
            _add_pairs(links, at, (cue, stop), position)
            continue
        if position and letter not in "K-":
            _add_left(links, at, (cue, stop), position)
        if letter not in ":k" and position < len(mentions):
            _add_right(links, at, (cue, stop), position)
    _add_verbless(links, at)
    return links


def _phrase_end(classes: str, start: int) -> int:
    """Return where the words of "according to" end that begin at *start*."""
    stop = start + 1
    while stop < len(classes) and classes[stop] == classes[start]:
        stop += 1
    return stop


def _add_pairs(
    links: list[Link], at: _Reading, cue: tuple[int, int], position: int
) -> None:
    """Add the pairs of one verb where places stand before verbs.

    Mention *position* is the first behind it.
    """
    classes, mentions = at.classes, at.mentions
    letter = classes[cue[0]]
    gap = "a"
    if at.order.inverts and letter in "Vv" and position < len(mentions):
        # "wollte er": nothing else than "er" can be its subject.
        turned = classes[cue[1] : cue[1] + 1] == "m"
        if turned or is_turned(classes, cue, mentions[position].begin):
            gap = "v"
    if position and letter not in "K-" and gap == "a":
        add = _add_introducing if letter == ":" else _add_free
        add(links, at, cue, position)
    if letter not in ":k" and position < len(mentions):
        _add_right(links, at, cue, position, gap=gap)


def _add_left(
    links: list[Link], at: _Reading, cue: tuple[int, int], position: int
) -> None:
    """Add the nearest mentions before the verb and the one that opens the sentence."""
    classes, mentions = at.classes, at.mentions
    begin = cue[0]
    floor = classes.rfind(".", max(0, begin - _SIGHT), begin)
    gaps = gaps_on("L")
    lowest = max(-1, position - 1 - _LEFT_REACH)
    for rank, index in enumerate(range(position - 1, lowest, -1)):
        mention = mentions[index]
        if mention.begin <= floor:
            return
        gap = gaps[classes[mention.end : begin]]
        _add(links, at, (cue, mention), ("L", gap, _RANKS[rank]))
    first = bisect_right(mentions, floor, hi=position, key=_begin)
    if first < position - _LEFT_REACH and mentions[first].begin <= floor + 2:
        gap = gaps[classes[mentions[first].end : begin]]
        _add(links, at, (cue, mentions[first]), ("L", gap, "9"))


def _add_free(
    links: list[Link], at: _Reading, cue: tuple[int, int], position: int
) -> None:
    """Do the same where places stand before verbs: "in the town the mayor said".

    A statement may speak where the verb has no other: "In dem Brief heißt es".
    """
    classes, mentions = at.classes, at.mentions
    begin = cue[0]
    floor = classes.rfind(".", max(0, begin - _SIGHT), begin)
    first = bisect_right(mentions, floor, hi=position, key=_begin)
    near = range(position - 1, max(first, position - _LEFT_REACH) - 1, -1)
    ranked = [(_RANKS[rank], mentions[index]) for rank, index in enumerate(near)]
    if first < position - _LEFT_REACH and mentions[first].begin <= floor + 2:
        ranked.append(("9", mentions[first]))
    free = [
        pair
        for pair in ranked
        if not is_governed(classes, pair[1].begin, at.order.adjectives)
    ]
    if not free and classes[cue[1] : cue[1] + 1] in _UNSAID:
        kinds = _STATING[at.order.adjectives]
        # With its preposition it stands where a subject does.
        free = [
            (rank, each._replace(begin=each.begin - 1))
            for rank, each in ranked
            if classes[each.start] in kinds or at.words[begin] in at.order.unsaid
        ][:1]
    for rank, mention in free:
        governed = classes[mention.begin] == "P"
        gap = "a" if governed else gaps_on("L")[classes[mention.end : begin]]
        _add(links, at, (cue, mention), ("L", gap, rank))


def _add_introducing(
    links: list[Link], at: _Reading, cue: tuple[int, int], position: int
) -> None:
    """Add the subject of the sentence before a colon.

    Who stands right before the colon counts as well, if no verb of saying has a
    subject of its own.
    """
    classes, mentions = at.classes, at.mentions
    begin = cue[0]
    floor = classes.rfind(".", max(0, begin - _SIGHT), begin)
    gaps = gaps_on("L")
    first = bisect_right(mentions, floor, hi=position, key=_begin)
    for mention in mentions[first : min(position, first + _LEFT_REACH)]:
        if not is_governed(classes, mention.begin, at.order.adjectives):
            gap = gaps[classes[mention.end : begin]]
            if mention.kind in _SUBJECTS and mention.begin == floor + 1:
                between = classes[mention.end : begin]
                gap = gap if _VERB.search(between) else _FAR.get(gap, gap)
            _add(links, at, (cue, mention), ("L", gap, "s"))
            if gap == "j" and mention.kind == "N":
                # "Ann Lee, 34, nurse:" is no nurse's saying.
                return
            break
    if _VERB.search(classes, floor + 1, begin):
        return
    for rank, index in enumerate(range(position - 1, first - 1, -1)[:_LEFT_REACH]):
        mention = mentions[index]
        gap = gaps[classes[mention.end : begin]]
        if gap in _BESIDE and not is_governed(
            classes, mention.begin, at.order.adjectives
        ):
            _add(links, at, (cue, mention), ("L", gap, _RANKS[rank]))


def _begin(mention: Candidate) -> int:
    return mention.begin


def _add_right(
    links: list[Link],
    at: _Reading,
    cue: tuple[int, int],
    position: int,
    *,
    gap: str = "a",
) -> None:
    """Add the mention right behind the verb, and the name that explains it."""
    classes, mentions = at.classes, at.mentions
    while position < len(mentions) and mentions[position].begin < cue[1]:
        position += 1
    if at.order.fronts and position + 1 < len(mentions) and classes[cue[0]] != "K":
        # "said in a talk with reporters Ann Lee".
        position += is_governed(classes, mentions[position].begin, at.order.adjectives)
    if position == len(mentions):
        return
    mention = mentions[position]
    between = classes[cue[1] : mention.begin]
    if len(between) > _RIGHT_REACH or "Q" in between or "." in between:
        return
    gap = gaps_on("R")[between] if between else gap
    if (
        at.order.fronts
        and gap in _DISTANT
        and mention.kind in "Nr"
        and is_placed(between)
    ):
        gap = "e"
    fronts, _, adjectives, _ = at.order
    placed = fronts and gap == "d" and mention.kind not in _STATING[adjectives]
    if not gap or (placed and classes[cue[0]] != "K"):
        return
    _add(links, at, (cue, mention), ("R", gap, "0"))
    named = name_beside(classes, mentions, position)
    if named is not None:
        _add(links, at, (cue, named), ("R", "p", "1"))


def _add_verbless(links: list[Link], at: _Reading) -> None:
    """Add first mentions of sentences without a verb of saying, with the word behind."""
    classes = at.classes
    sentence = spoken = -2
    for mention in at.mentions:
        floor = classes.rfind(".", max(0, mention.begin - _SIGHT), mention.begin)
        if floor == spoken:
            continue
        if floor != sentence and _speaks(classes, floor + 1, mention.end):
            spoken = floor
            continue
        stop = _skipped(classes, mention.end)
        verb = classes[stop : stop + 1] in _UNKNOWN
        if floor == sentence and not (verb and stop - mention.end < _NEAR_VERB):
            continue
        rank = "0" if floor != sentence else "1"
        sentence = floor
        if verb and at.words[stop].isalpha():
            _add(links, at, ((stop, stop + 1), mention), ("L", "n", rank))
        else:
            none = (mention.begin, mention.begin)
            _add(links, at, (none, mention), ("0", "0", rank))


def _speaks(classes: str, start: int, end: int) -> bool:
    """Whether the sentence from *start*, going on at *end*, has a verb of saying."""
    ceiling = classes.find(".", end, end + _SIGHT)
    stop = ceiling if ceiling >= 0 else min(len(classes), end + _SIGHT)
    return bool(_SAYS.search(classes, start, stop))


def _skipped(classes: str, stop: int) -> int:
    """Return the place of the first word from *stop* on that is no small word."""
    size = len(classes)
    while stop < size and classes[stop] in "AbT":
        stop += 1
    return stop


def _add(
    links: list[Link],
    at: _Reading,
    pair: tuple[tuple[int, int], Candidate],
    how: tuple[str, str, str],
) -> None:
    """Add a pair of verb and mention, unless it is hopeless by itself."""
    side, gap, rank = how
    cue, mention = pair
    start, stop = cue
    classes = at.classes
    begin, end = mention.begin, mention.end
    letter = "0" if side == "0" else "n" if gap == "n" else classes[start]
    first = min(begin, start)
    last = max(end, stop)
    before = classes[begin - 1] if begin else "^"
    after = classes[last] if last < len(classes) else "$"
    before_cue = classes[start - 1] if start else "^"
    letters = side + gap + mention.kind + letter + rank + before + after + before_cue
    word = at.words[start].lower() if start < stop else ""
    by_word = at.sums.weights.get
    weight = at.sums[letters] + by_word("q" + word + letters[:2], 0.0)
    weight += by_word("r" + word + after, 0.0)
    if weight >= HOPELESS:
        ends = (start, stop, letter, mention, side, gap, rank, first, last)
        links.append(Link(*ends, letters, word, weight))
