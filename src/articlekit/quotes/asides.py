"""Who speaks, between commas inside of the marks: « Non, dit Anne, jamais »."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.marks import Region

_COMMA: Final = re.compile(r"[,!?…][ \u00a0](?=[^\W\d_])")
_WORD: Final = re.compile(r"\w+(?:-\w+)*|[^\w\s]")
_SIGHT: Final = 70
_WORDS: Final = 10
# Pronouns before the verb, with or without an apostrophe.
_SMALL: Final = frozenset(
    "s m l se si me lo le la lui leur les vi ci nous vous ' ’".split()
)
_HAS: Final = frozenset("a ont avait avaient ha hanno aveva avevano".split())
_TURNED: Final = ("-il", "-elle", "-ils", "-elles", "-on")
_SPEAKERS: Final = frozenset("reB")
_NOBODY: Final = frozenset("mfthiuA")
_BETWEEN: Final = frozenset("bX")
# Where such words end: a comma or full stop not far behind.
_ENDS: Final = re.compile(
    r"[^,.!?;:«»“”\"\n]{0,90}?[ \u00a0]?(?P<end>[,.:])(?=[ \u00a0])"
)
_TITLE: Final = re.compile(r"\b(?:Mme|Mlle|MM|M|Dr|Sr|Sra|Me|D|[A-Z])\Z")
_TRIES: Final = 30
_MARKS: Final = frozenset(",.;:!?…")
# What explains a name behind a comma: "la voisine", "34 ans", "qui".
_EXPLAINED: Final = re.compile(r",[ \u00a0](?:\d|(\w+['’]?)[ \u00a0]?(\w+))")
_WHO: Final = frozenset("qui dont lequel laquelle que quien che cui".split())
_PARTS: Final = 3
_PLACE: Final = 5
_PHRASE: Final = 6
_VERBS: Final = frozenset("VvAmfthiuS")


def without_aside(text: str, region: Region, lexicon: Lexicon) -> Iterator[Region]:
    """Yield the region without who speaks between commas.

    Where the closing mark was forgotten, the speech ends before that verb.
    """
    for count, match in enumerate(_COMMA.finditer(text, region.start, region.end)):
        if count > _TRIES:
            break
        behind = _subject(text, match.end(), region.end, lexicon)
        if behind is None and not (
            _is_forgotten(region) and _is_told(text, match.end(), region.end, lexicon)
        ):
            continue
        finish = match.start() + (text[match.start()] != ",")
        yield region._replace(end=finish, outer_end=finish, closed=True, runs_on=False)
        whole = region.closed or region.runs_on
        again = None
        if whole and behind is not None:
            again = _resumed(text, behind, region.end, lexicon)
        if again is not None:
            yield region._replace(start=again, outer_start=again - 1, continued=False)
        return
    yield region


def _is_forgotten(region: Region) -> bool:
    return not (region.closed or region.runs_on)


def _is_told(text: str, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a verb of saying without a subject ends a paragraph ("řekla ještě").

    Only where endings tell who spoke, and no other clause follows.
    """
    if not lexicon.verb_endings or stop - start > _SIGHT:
        return False
    words = [match[0] for match in _WORD.finditer(text, start, stop)]
    if not words:
        return False
    said = words[0].lower()
    gendered = any(
        kind in "mf" and said.endswith(e) for kind, e in lexicon.verb_endings
    )
    if not (gendered and lexicon.classes.get(said) == "V"):
        return False
    return words[-1] == "." and not _MARKS.intersection(words[:-1])


def _subject(text: str, start: int, stop: int, lexicon: Lexicon) -> int | None:
    """Return where a verb of saying from *start* on and its subject end."""
    found = list(_WORD.finditer(text, start, min(stop, start + _SIGHT)))[:_WORDS]
    words = [match[0].lower() for match in found]
    index = 0
    while index < len(words) and words[index] in _SMALL:
        index += 1
    if words[:1] == [lexicon.according]:
        return found[1].end() if found[1:] and found[1][0][0].isupper() else None
    after = _verb(words, index, lexicon)
    if after is None:
        return None
    index, turned = after
    if turned:
        return found[index - 1].end()
    last = _named(found, index, lexicon)
    return None if last is None else found[last].end()


def _named(found: Sequence[re.Match[str]], index: int, lexicon: Lexicon) -> int | None:
    """Return the place of the first word that says who speaks behind a verb."""
    classes = [lexicon.classes.get(match[0].lower(), "") for match in found]
    while index < len(found) and classes[index] in _BETWEEN:
        index += 1
    if index == len(found):
        return None
    if classes[index] == "P":
        # "a dit à l'AFP Marc Lee".
        stop = min(len(found), index + _PLACE)
        index = next((i for i in range(index, stop) if found[i][0][0].isupper()), index)
    if found[index][0][0].isupper() and classes[index] not in _NOBODY:
        return index
    if classes[index] == "D":
        near = classes[index + 1 : index + _PARTS]
        stop = min(len(found), index + _PHRASE)
        ends = next((i for i in range(index, stop) if found[i][0] in ",.:"), None)
        if _SPEAKERS.intersection(near):
            return index
        if ends is not None and not _VERBS.intersection(classes[index + 1 : ends]):
            return index
    return None


def _verb(
    words: Sequence[str], index: int, lexicon: Lexicon
) -> tuple[int, bool] | None:
    """Return the place behind a verb of saying, and whether it holds its subject."""
    if index >= len(words):
        return None
    word = words[index]
    stem = word.partition("-")[0]
    if word.endswith(_TURNED):
        if stem in _HAS:
            said = lexicon.classes.get(words[index + 1]) if words[index + 1 :] else ""
            return (index + 2, True) if said in ("V", "v") else None
        said = lexicon.classes.get(stem) or lexicon.classes.get(word)
        return (index + 1, True) if said in ("V", "v") else None
    if word in _HAS:
        index += 1
        said = lexicon.classes.get(words[index]) if words[index:] else ""
        return (index + 1, False) if said in ("V", "v") else None
    return (index + 1, False) if lexicon.classes.get(word) == "V" else None


def _resumed(text: str, start: int, stop: int, lexicon: Lexicon) -> int | None:
    """Return where the speech goes on behind the words that name its speaker."""
    for _ in range(_PARTS):
        match = _ENDS.match(text, start, stop)
        if match is None:
            return None
        end = match.start("end")
        titled = text[end] == "." and _TITLE.search(text, max(0, end - 6), end)
        if not titled and not _is_explained(text, end, stop, lexicon):
            return match.end() + 1
        start = match.end()
    return None


def _is_explained(text: str, end: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether the comma at *end* sets a role, an age or "who" behind the name."""
    match = _EXPLAINED.match(text, end, stop)
    if match is None:
        return False
    first, second = match[1], match[2]
    if first is None or first.lower() in _WHO or first[0].isupper():
        return True
    letters = [lexicon.classes.get(word.lower(), "") for word in (first, second)]
    return letters[0] == "r" or letters in (["D", "r"], ["D", "e"])
