"""Speech that a dash begins, as in Spanish, Polish or Swedish papers.

The speech ends where a verb of saying follows: behind another dash ("— No —dijo Ana")
or behind a comma ("– Nej, säger Anna"). A dash without such a verb is a list.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final

from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.marks import Marked, Region

_OPENING: Final = re.compile(r"\s{0,4}([—–―-])[ \u00a0\u202f]?(?=\w|[¿¡\"“«(])")
_DASH: Final = re.compile(r"[ \u00a0,.!?…]([—–―-])[ \u00a0]?(\w+)")
_COMMA: Final = re.compile(r"[,!?…;][ \u00a0](\w+(?:[-’']\w+){0,2})(?:[ \u00a0](\w+))?")
_AGAIN: Final = re.compile(
    r"[.,:;][ \u00a0]?([—–―-])[ \u00a0]?|([—–―-])[.,:;]?[ \u00a0]"
)
# A dash inside of a paragraph, behind the end of a sentence.
_MIDDLE: Final = re.compile(r"[.!?…:][ \u00a0]([—–])[ \u00a0](?=\w)")
# What parts words in marks from who speaks them.
_INNER: Final = re.compile(r"(?:[,.!?…»”\"][ \u00a0]?|\w[ \u00a0])[—–-][ \u00a0]")
_ENDS: Final = frozenset(".!?…")
DASH: Final = "—"
_TRIES: Final = 40


def with_dialogue(text: str, marked: Marked, lexicon: Lexicon) -> Marked:
    """Add the speech after dashes, and part quotations that hold who speaks them."""
    regions = [
        piece for each in marked.regions for piece in _parted(text, each, lexicon)
    ]
    taken = {region.paragraph for region in regions}
    found = [
        region
        for number, bounds in enumerate(marked.paragraphs)
        if number not in taken
        for region in _spoken(text, bounds, number, lexicon)
    ]
    if not found and len(regions) == len(marked.regions):
        return marked
    if found:
        taken |= {region.paragraph for region in found}
        found += _unsigned(text, marked, taken, len(found))
    regions = sorted([*regions, *found], key=_start_of)
    return marked._replace(regions=tuple(regions))


def _unsigned(
    text: str, marked: Marked, taken: Collection[int], most: int
) -> list[Region]:
    """Return the speech after dashes that names no speaker.

    It counts only where the text has speech that does, and not much less of it:
    else dashes begin the items of lists.
    """
    found: list[Region] = []
    for number, bounds in enumerate(marked.paragraphs):
        opening = None if number in taken else _OPENING.match(text, *bounds)
        body = text[opening.end() : bounds[1]].rstrip() if opening else ""
        if opening and body[-1:] in _ENDS and " " in body and body[0].isupper():
            start, end = opening.end(), opening.end() + len(body)
            found.append(Region(start, end, opening.start(1), end, number, DASH))
    return found if len(found) <= 2 * most else []


def _start_of(region: Region) -> int:
    return region.start


def _parted(text: str, region: Region, lexicon: Lexicon) -> Iterator[Region]:
    """Yield the region without the words inside of it that name its speaker.

    Russian papers print one pair of marks: «No, — said Ann. — Never».
    """
    inside = (region.start, region.end)
    if not _INNER.search(text, *inside):
        yield region
        return
    end = _end(text, inside, lexicon)
    if end is None:
        yield region
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
    end = _end(text, (start, stop), lexicon)
    if end is None:
        return
    finish = _trimmed(text, start, end)
    yield Region(start, finish, opening.start(1), finish, number, DASH)
    again = _AGAIN.search(text, end + 2, stop)
    rest = text[again.end() : stop].strip() if again else ""
    goes_on = text[finish - 1 : finish] not in _ENDS
    if again and rest and (rest[0].isupper() or goes_on):
        begin = again.end()
        last = begin + len(text[begin:stop].rstrip())
        yield Region(begin, last, begin - 1, last, number, DASH)


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
