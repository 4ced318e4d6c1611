"""Who is named in a line: names, pronouns, descriptions."""

import re
from typing import Final, NamedTuple

from articlekit.quotes.tokens import Line

# A noun phrase: something that can begin one, then what may follow inside of it.
_CHUNK: Final = re.compile(
    r"[mfthiuW]"
    r"|(?:[DGoH#rReEBLNMX]_?)(?:[GH#rReEBLNMw]_?|J|(?<=[Do#])[Do]|p(?=p?p?N)){0,10}"
)
# "Ann Lee met Tom Hale": two names and a word between them that we do not know.
_PARTED: Final = re.compile(r"[NJ]_?(?=w{1,3}N)")
# "after the match with Odra coach Ann Lee", where nouns have no article.
_PARTED_BY_ROLE: Final = re.compile(r"[NJ]_?(?=w{1,3}[Nr]|r)")
# Two names and a word between them take more than two words.
_SHORT: Final = 2
_PRONOUNS: Final = frozenset("mfthiuW")
_HEADS: Final = frozenset("NRreEBLMoJ")
_BARE_NAME: Final = re.compile(r"(?:N_?(?:[#p]{1,2}(?=N))?){1,6}J?_?$")
_NAME: Final = re.compile(r"(?:R_?){0,4}(?:N_?(?:[#p]{1,2}(?=N))?){1,6}J?_?$")


class Candidate(NamedTuple):
    """Words of a line that may name a speaker.

    Attributes:
        start: Index of the first word.
        end: Index after the last word.
        kind: N name, r person by role, e people, B body, L document, w other noun,
            o "one, some", or the letter of a pronoun.
        begin: Index where the whole phrase begins, determiner and role too.
    """

    start: int
    end: int
    kind: str
    begin: int


def find_mentions(line: Line, *, bare: bool = False) -> list[Candidate]:
    """Return the mentions of *line* in order.

    Args:
        line: A paragraph in words.
        bare: Whether nouns have no article, so that a role begins a phrase.
    """
    found: list[Candidate] = []
    classes = line.classes
    position: int | None = 0
    while position is not None:
        position = _add_mentions(found, classes, position, bare=bare)
    return found


def _add_mentions(
    found: list[Candidate], classes: str, start: int, *, bare: bool
) -> int | None:
    """Add the mentions from *start* on; return where to go on after a short one."""
    for match in _CHUNK.finditer(classes, start):
        begin, end = match.span()
        letter = classes[begin]
        if letter in _PRONOUNS:
            found.append(Candidate(begin, end, letter, begin))
            continue
        if letter == "N" and (end - begin == 1 or classes[begin:end] == "NN"):
            found.append(Candidate(begin, end, letter, begin))
            continue
        parted = None
        if letter not in "DGo#" and end - begin > _SHORT:
            parted = (_PARTED_BY_ROLE if bare else _PARTED).search(classes, begin, end)
        stop = parted.end() if parted else end
        candidate = _nominal(classes, begin, stop, bare=bare)
        if candidate is not None:
            found.append(candidate)
        if stop < end:
            return stop
    return None


def _nominal(classes: str, begin: int, end: int, *, bare: bool) -> Candidate | None:
    """Trim a chunk to the name or noun that heads it."""
    stop = end
    if classes[end - 1] == "w" and end - begin > 1 and _is_noun(classes, begin, end):
        return Candidate(begin, end, "w", begin)
    while stop > begin and classes[stop - 1] not in _HEADS:
        stop -= 1
    if stop == begin:
        if classes[begin] not in "DG" or "w" not in classes[begin:end]:
            return None
        return Candidate(begin, _last_noun(classes, begin, end), "w", begin)
    last = classes[stop - 1]
    if last in "NJ":
        name = (_BARE_NAME if bare else _NAME).search(classes, begin, stop)
        start = name.start() if name else stop - 1
        return Candidate(start, stop, "N", begin)
    if stop == end - 1 and classes[stop] == "_":
        stop = end
    return Candidate(begin, stop, last.lower() if last in "RE" else last, begin)


def _is_noun(classes: str, begin: int, end: int) -> bool:
    """Whether an unknown last word is a noun, as the verb behind it shows."""
    after = classes[end : end + 1]
    return bool(after) and (after in "Vv" or (after == "A" and classes[begin] in "DG"))


def _last_noun(classes: str, begin: int, end: int) -> int:
    while end > begin and classes[end - 1] != "w":
        end -= 1
    return min(end, begin + 4)
