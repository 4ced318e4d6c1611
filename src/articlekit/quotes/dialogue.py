"""Speech that a dash at the paragraph's start begins, as in Spanish or Swedish papers.

The speech ends where a verb of saying follows: behind another dash ("— No —dijo Ana")
or behind a comma ("– Nej, säger Anna"). A dash without such a verb is a list.
"""

import re
from collections.abc import Iterator
from typing import Final

import attrs

from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.marks import Marked, Region

_OPENING: Final = re.compile(r"\s{0,4}([—–―-])[ \u00a0\u202f]?(?=\w|[¿¡\"“«(])")
_DASH: Final = re.compile(r"[ \u00a0,.!?…]([—–―-])[ \u00a0]?(\w+)")
_COMMA: Final = re.compile(r"[,!?…][ \u00a0](\w+(?:[-’']\w+){0,2})(?:[ \u00a0](\w+))?")
_AGAIN: Final = re.compile(
    r"[.,:;][ \u00a0]?([—–―-])[ \u00a0]?|([—–―-])[.,:;]?[ \u00a0]"
)
DASH: Final = "—"
_TRIES: Final = 40


def with_dialogue(text: str, marked: Marked, lexicon: Lexicon) -> Marked:
    """Add the speech after dashes to the regions of *marked*."""
    taken = {region.paragraph for region in marked.regions}
    found = [
        region
        for number, (start, end) in enumerate(marked.paragraphs)
        if number not in taken
        for region in _spoken(text, (start, end), number, lexicon)
    ]
    if not found:
        return marked
    regions = sorted([*marked.regions, *found], key=_start_of)
    return attrs.evolve(marked, regions=tuple(regions))


def _start_of(region: Region) -> int:
    return region.start


def _spoken(
    text: str, bounds: tuple[int, int], number: int, lexicon: Lexicon
) -> Iterator[Region]:
    opening = _OPENING.match(text, *bounds)
    if not opening:
        return
    start, stop = opening.end(), bounds[1]
    end = _end(text, (start, stop), lexicon)
    if end is None:
        return
    piece = text[start:end].rstrip(" \u00a0—–―-,")
    finish = start + len(piece)
    yield Region(start, finish, opening.start(1), finish, number, DASH)
    again = _AGAIN.search(text, end + 2, stop)
    rest = text[again.end() : stop].strip() if again else ""
    if again and rest[:1].isupper() and again.end() < stop:
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
    return letters[:1] == ["V"] or letters == ["A", "V"]
