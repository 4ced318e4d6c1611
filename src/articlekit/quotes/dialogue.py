"""Speech that a dash begins, as in Spanish, Polish or Swedish papers.

The speech ends where a verb of saying follows: behind another dash ("— No —dijo Ana")
or behind a comma ("– Nej, säger Anna"). A dash without such a verb is a list.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final

from articlekit.quotes.asides import without_aside
from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.marks import Marked, Region

_OPENING: Final = re.compile(r"\s{0,4}([—–―-])[ \u00a0\u202f]?(?=\w|[¿¡\"“«(])")
_DASH: Final = re.compile(r"[ \u00a0,.!?…]([—–―-])[ \u00a0]?(\w+)")
_COMMA: Final = re.compile(r"[,!?…;][ \u00a0](\w+(?:[-’']\w+){0,2})(?:[ \u00a0](\w+))?")
_AGAIN: Final = re.compile(
    r"[.,:;][ \u00a0]?([—–―-])[ \u00a0]?|([—–―-])[.,:;]?[ \u00a0]"
)
# A dash inside of a paragraph, behind the end of a sentence.
_MIDDLE: Final = re.compile(r"[.!?…:][ \u00a0]([—–-])[ \u00a0](?=\w)")
# What parts words in marks from who speaks them.
_INNER: Final = re.compile(
    r"(?:[,.!?…»”\"][ \u00a0]?|\w[ \u00a0])(?:[—–-][ \u00a0]|[—–](?=\w))"
)
_ENDS: Final = frozenset(".!?…")
DASH: Final = "—"
_TRIES: Final = 40
# Where the next sentence begins.
_FOLLOWING: Final = re.compile(r"[.!?][ \u00a0](?=[^\W\d_a-zåäöæøéü])")
# How many pieces a paragraph's speech has at most, and how far before a dash the verb is
# that announces it.
_PIECES: Final = 6
_CLAUSE: Final = 80
_WORDS: Final = re.compile(r"\w+")
_SENTENCE: Final = re.compile(r"[.!?…]\s")


def with_dialogue(text: str, marked: Marked, lexicon: Lexicon) -> Marked:
    """Add the speech after dashes, and part quotations that hold who speaks them."""
    regions = [
        piece
        for each in marked.regions
        for piece in _parted(text, each, lexicon)
        if piece.start < piece.end
    ]
    within: dict[int, list[Region]] = {}
    for region in regions:
        within.setdefault(region.paragraph, []).append(region)
    found = [
        region
        for number, bounds in enumerate(marked.paragraphs)
        for region in _spoken(text, bounds, number, lexicon)
        if _is_free(region, within.get(number, ()))
    ]
    taken = within.keys() | {region.paragraph for region in found}
    found += (
        _unsigned(text, marked, taken, len(found))
        if found
        else _asked(text, marked, taken)
    )
    if not found and tuple(regions) == marked.regions:
        return marked
    found.sort(key=_start_of)
    kept = (each for each in regions if not _is_inside(each, found))
    return marked._replace(regions=tuple(sorted([*kept, *found], key=_start_of)))


def _is_free(speech: Region, regions: Sequence[Region]) -> bool:
    """Whether no quotation of the paragraph reaches over an edge of the speech."""
    return all(
        each.outer_end <= speech.outer_start
        or each.outer_start >= speech.outer_end
        or (each.outer_start >= speech.start and each.outer_end <= speech.end)
        for each in regions
    )


def _is_inside(region: Region, found: Sequence[Region]) -> bool:
    """Whether a quotation stands in speech that a dash begins; *found* is in order."""
    at = bisect_right(found, region.start, key=_start_of) - 1
    return at >= 0 and region.outer_end <= found[at].outer_end


def _unsigned(
    text: str, marked: Marked, taken: Collection[int], most: int
) -> list[Region]:
    """Return the speech after dashes that names no speaker.

    It counts only where the text has speech that does, and not much less of it:
    else dashes begin the items of lists.
    """
    found = list(_turns(text, marked, taken))
    return found if len(found) <= 2 * most else []


def _asked(text: str, marked: Marked, taken: Collection[int]) -> list[Region]:
    """Return questions after dashes, each with what the next dash answers."""
    turns = list(_turns(text, marked, taken))
    pairs = [
        (one, two)
        for one, two in pairwise(turns)
        if two.paragraph == one.paragraph + 1 and text[one.end - 1] == "?"
    ]
    return sorted({turn for pair in pairs for turn in pair}, key=_start_of)


def _turns(text: str, marked: Marked, taken: Collection[int]) -> Iterator[Region]:
    """Yield the paragraphs that a dash begins and that end as sentences do."""
    for number, bounds in enumerate(marked.paragraphs):
        opening = None if number in taken else _OPENING.match(text, *bounds)
        body = text[opening.end() : bounds[1]].rstrip() if opening else ""
        begins = not body.lstrip("¿¡")[:1].islower()
        if opening and body[-1:] in _ENDS and " " in body and begins:
            start, end = opening.end(), opening.end() + len(body)
            yield Region(start, end, opening.start(1), end, number, DASH)


def _start_of(region: Region) -> int:
    return region.start


def _parted(text: str, region: Region, lexicon: Lexicon) -> Iterator[Region]:
    """Yield the region without the words inside of it that name its speaker.

    Russian papers print one pair of marks: «No, — said Ann. — Never».
    """
    inside = (region.start, region.end)
    end = _end(text, inside, lexicon) if _INNER.search(text, *inside) else None
    if end is None:
        yield from without_aside(text, region, lexicon)
        return
    finish = _trimmed(text, region.start, end)
    yield region._replace(end=finish, outer_end=finish)
    again = _AGAIN.search(text, end + 2, region.end)
    if again and again.end() < region.end:
        yield region._replace(start=again.end(), outer_start=again.end() - 1)


def _trimmed(text: str, start: int, end: int) -> int:
    """Return where the words from *start* end, without dash and comma."""
    return start + len(text[start:end].rstrip(" \u00a0—–―-,"))


def _spoken(
    text: str, bounds: tuple[int, int], number: int, lexicon: Lexicon
) -> Iterator[Region]:
    opening = _OPENING.match(text, *bounds) or _MIDDLE.search(text, *bounds)
    if not opening:
        return
    start, stop = opening.end(), bounds[1]
    dash = opening.start(1)
    for _ in range(_PIECES):
        end = _end(text, (start, stop), lexicon)
        if end is None:
            announced = dash != opening.start(1) or _announces(text, dash, lexicon)
            if announced:
                last = start + len(text[start:stop].rstrip())
                yield Region(start, last, dash, last, number, DASH)
            return
        finish = _trimmed(text, start, end)
        yield Region(start, finish, dash, finish, number, DASH)
        again = _AGAIN.search(text, end + 2, stop)
        rest = text[again.end() : stop].strip() if again else ""
        goes_on = text[finish - 1 : finish] not in _ENDS
        if not (again and rest and (rest[0].isupper() or goes_on)):
            yield from _rest(text, (end + 2, stop), number, lexicon)
            return
        start, dash = again.end(), again.end() - 1


def _rest(
    text: str, bounds: tuple[int, int], number: int, lexicon: Lexicon
) -> Iterator[Region]:
    """Yield what follows the sentence that names the speaker, if it is speech.

    So it is where a dash stands for all its paragraph, unless somebody speaks there.
    """
    following = _FOLLOWING.search(text, *bounds) if lexicon.dash_runs else None
    if following is None:
        return
    start = following.end()
    body = text[start : bounds[1]].rstrip()
    classes = lexicon.classes
    if not any(classes.get(word) == "V" for word in _WORDS.findall(body)):
        end = start + len(body)
        yield Region(start, end, start - 1, end, number, DASH)


def _announces(text: str, dash: int, lexicon: Lexicon) -> bool:
    """Whether a colon stands before the *dash*, and a verb of saying before that."""
    before = text[max(0, dash - _CLAUSE) : dash].rstrip()
    if not before.endswith(":"):
        return False
    words = _WORDS.findall(_SENTENCE.split(before)[-1])
    return any(lexicon.classes.get(word.lower(), "") in ("V", "v") for word in words)


def _end(text: str, bounds: tuple[int, int], lexicon: Lexicon) -> int | None:
    """Return where the speech ends: before the first verb of saying."""
    for pattern in (_DASH, _COMMA):
        for count, match in enumerate(pattern.finditer(text, *bounds)):
            if count > _TRIES:
                return None
            words = [word for word in match.groups()[-2:] if word]
            if _says(words[-1:] if pattern is _DASH else words, lexicon):
                return match.start() + 1
    return None


def _says(words: list[str], lexicon: Lexicon) -> bool:
    letters = [lexicon.classes.get(word, "") for word in words]
    return letters[:1] in (["V"], ["v"]) or letters == ["A", "V"]
