"""Phrases in a script with neither blanks nor particles: Chinese.

Who speaks opens the clause, and a verb or a small word ends the phrase. In it, the name
stands behind the last word for a role: "市都發局副局長簡志豪".
"""

import re
from typing import Final

from articlekit.quotes.readers.phrases import (
    ASIDE,
    BODY,
    FULL_MASK,
    MASK,
    NAME,
    PRONOUN,
    ROLE,
    THING,
    Phrase,
    Words,
    ends_with,
)

_CLAUSE: Final = re.compile(r"[^，,。：:；;！？!?…\n]+")
_DOT: Final = re.compile(r"[·•‧・]")
_LETTER: Final = re.compile(r"\w")
# The longest phrase, and how long a name is with a surname of one or two letters.
_FAR: Final = 40
_SHORT: Final = 2
_NAME: Final = 3
_LONG: Final = 4
# "Old Lee", "little Lee".
_FAMILIAR: Final = frozenset("老小阿")
_STOPS: Final = frozenset("。，！？,!?；;")
_FOREIGN: Final = 8
# How far back the full form of a name is looked for.
_BACK: Final = 3000


def read_order(text: str, start: int, end: int, words: Words) -> list[Phrase]:
    """Return the phrases that open the clauses of a sentence, in order."""
    found: list[Phrase] = []
    for match in _CLAUSE.finditer(text, start, end):
        begin = _begin(text, match.start(), match.end(), words)
        if begin < match.end():
            phrase = _read(text, begin, match.end(), words)
            if phrase is not None:
                found.append(phrase)
    return found


def _begin(text: str, start: int, end: int, words: Words) -> int:
    """Return where a clause begins behind a quotation and the words that join it."""
    at = start
    while at < end and text[at] in f"{MASK}{FULL_MASK} 、\u3000":
        at += 1
    joint = words.expressions["trim"].match(text, at, end)
    return joint.end() if joint else at


def _read(text: str, start: int, end: int, words: Words) -> Phrase | None:
    """Read the phrase that opens a clause."""
    limit = min(end, start + _FAR)
    for key, kind in (("pronoun", PRONOUN), ("somebody", ROLE)):
        told = words.expressions[key].match(text, start, limit)
        if told:
            return Phrase(start, told.end(), kind, "", 2, told.end())
    opened = _opening(text, start, limit, words)
    if opened > start:
        return Phrase(start, opened, BODY, "", 2, opened)
    if words.expressions["led"].match(text, start, limit):
        # "In the town since ten years, the baker Lee, ..."
        floor = text.rfind("的", start, end) + 1
        return _noun(text, floor, end, words) if start < floor < end else None
    return _subject(text, start, limit, words)


def _subject(text: str, start: int, limit: int, words: Words) -> Phrase | None:
    """Read the phrase that ends before a clause's first verb or small word."""
    stop = _phrase_end(text, start, limit, words)
    if stop - start < _SHORT:
        return None
    phrase = _noun(text, start, stop, words)
    of = text.find("的", stop, limit) + 1 if phrase.kind == THING else 0
    if 0 < of < limit:
        # "Who lives across, Lee": what describes a person stands first.
        other = _noun(text, of, _phrase_end(text, of, limit, words), words)
        if other.kind in (NAME, ROLE):
            return other
    return phrase


def _opening(text: str, start: int, limit: int, words: Words) -> int:
    """Return where a word for a body or a paper ends that a verb follows at once."""
    sets = words.sets
    for size in range(min(4, limit - start), 1, -1):
        word = text[start : start + size]
        if word in sets["papers"] or word in sets["bodies"]:
            end = start + size
            return end if words.stop.match(text, end, limit) else start
    return start


def _phrase_end(text: str, start: int, limit: int, words: Words) -> int:
    """Return where the phrase ends: before a verb or small word, else the clause."""
    dot = _DOT.search(text, start, limit)
    at = dot.end() + 1 if dot else start + 2
    roles = [
        role.span() for role in words.expressions["role"].finditer(text, start, limit)
    ]
    while at < limit:
        found = words.stop.search(text, at, limit)
        if found is None:
            return limit
        place = found.start()
        inside = next((end for begin, end in roles if begin <= place < end), 0)
        floor = max((end for _, end in roles if end <= place), default=start)
        # A single letter behind a role may be the half of a name.
        if inside:
            at = inside
        elif place == floor != start and _opens_name(text, found.span(), words):
            at = place + 2
        elif place - floor != 1 or floor == start:
            return place
        elif text[floor] not in words.sets["surnames"]:
            return floor
        else:
            at = place + 1
    return limit


def _opens_name(text: str, span: tuple[int, int], words: Words) -> bool:
    """Whether a small word behind a role is a surname: the verb follows the name."""
    at, end = span
    if end - at > 1 or text[at] not in words.sets["surnames"]:
        return False
    return any(words.stop.match(text, end) is not None for end in (at + 2, at + 3))


def _noun(text: str, start: int, end: int, words: Words) -> Phrase:
    """Return what is named in a phrase."""
    last = end
    aside = ASIDE.search(text, start, end)
    if aside and end - aside.end() <= 1:
        end = aside.start()
    while end > start and text[end - 1] in " \u3000、":
        end -= 1
    dot = _DOT.search(text, start, end)
    roles = list(
        words.expressions["role"].finditer(text, start, dot.start() if dot else end)
    )
    floor = max(
        roles[-1].end() if roles else start,
        text.rfind("的", start, dot.start() if dot else end) + 1,
    )
    if dot:
        floor = floor if dot.start() - floor <= _FOREIGN else start
        foreign = words.expressions["foreign"].match(text, floor, end)
        end = foreign.end() if foreign else end
        return Phrase(floor, end, NAME, roles[-1].group() if roles else "", 2, last)
    if roles and roles[-1].end() == end:
        head = max(roles[-2].end() if len(roles) > 1 else start, start)
        return _titled(text, (start, head, end), (roles[-1].start(), last), words)
    return _behind(
        text, (start, floor, end, last), roles[-1].group() if roles else "", words
    )


def _titled(
    text: str, span: tuple[int, int, int], tail: tuple[int, int], words: Words
) -> Phrase:
    """Return a phrase that a role ends: "王先生", or "外交部发言人"."""
    start, head, end = span
    role, last = tail
    head = max(text.rfind("的", start, role) + 1, head)
    title = text[role:end]
    name = text[head:role]
    surname = name in words.sets["surnames"] or (
        len(name) in (2, _NAME)
        and name[0] in words.sets["surnames"]
        and title in words.sets["titles"]
    )
    if surname and title in words.sets["titles"]:
        # One letter alone is no name: "王先生".
        return Phrase(head, end if len(name) == 1 else role, NAME, title, 2, last)
    kind = PRONOUN if text[start:end] in words.sets["pronouns"] else ROLE
    return Phrase(start, end, kind, title, 2, last)


def _behind(
    text: str, span: tuple[int, int, int, int], role: str, words: Words
) -> Phrase:
    """Return the name behind the role or the last "的", or what else stands there."""
    start, floor, end, last = span
    surnames = words.sets["surnames"]
    if not role:
        floor, role = _after_person(text, (floor, end), words)
    rest = text[floor:end]
    if rest in words.sets["pronouns"]:
        return Phrase(floor, end, PRONOUN, "", 2, last)
    if rest[:1] in _FAMILIAR and rest[1:2] in surnames:
        return Phrase(floor, floor + 2, NAME, role, 2, last)
    body = ends_with(text, floor, end, words.sets["body_ends"])
    name_end = _name_end(text, (start, floor, end, last), role, words)
    if name_end:
        return Phrase(floor, name_end, NAME, role, 2, last)
    if role and text[last : last + 1] in _STOPS and not body:
        at = text.rindex(role, start, floor)
        return _titled(text, (start, start, floor), (at, floor), words)
    return _unnamed(text, (start, end, last), words, body=body)


def _name_end(
    text: str, span: tuple[int, int, int, int], role: str, words: Words
) -> int:
    """Return where the name ends that stands at the second position; 0 for none."""
    start, floor, end, last = span
    rest = text[floor:end]
    if _NAME < len(rest) <= _FOREIGN and _is_short_form(text, (floor, end)):
        return end
    double = rest[:2] in words.sets["surnames"]
    known = double or rest[:1] in words.sets["surnames"]
    size = len(rest)
    body = ends_with(text, floor, end, words.sets["body_ends"])
    longest = _LONG if double or role else _NAME
    # What ends the clause is no name of another form: "书记拍了板".
    other = bool(role) and not body and text[last : last + 1] not in _STOPS
    if _SHORT <= size <= longest and (known or other):
        return end
    first = floor == start and text[start : start + 2] not in words.sets["nouns"]
    if known and size > _NAME and (role or (first and not body)):
        return floor + (_LONG if double else _NAME)
    short = _SHORT <= size <= _FOREIGN and _is_short_form(text, (floor, end))
    return end if short else 0


def _unnamed(
    text: str, span: tuple[int, int, int], words: Words, *, body: bool
) -> Phrase:
    """Return a phrase that holds no name."""
    start, end, last = span
    whole = text[start:end]
    if body or whole in words.sets["bodies"]:
        return Phrase(start, end, BODY, "", 2, last)
    if ends_with(text, start, end, words.sets["role_ends"]):
        return Phrase(start, end, ROLE, whole, 2, last)
    subject = 2 if _LETTER.match(text, start) else 0
    return Phrase(start, end, THING, "", subject, last)


def _after_person(text: str, span: tuple[int, int], words: Words) -> tuple[int, str]:
    """Return where a name begins behind a letter that ends words for persons."""
    floor, end = span
    for at in range(max(floor + 2, end - _LONG), end - 1):
        if text[at - 1] in words.sets["person_ends"] and (
            text[at] in words.sets["surnames"]
            or text[at : at + 2] in words.sets["surnames"]
        ):
            return at, text[at - 2 : at]
    return floor, ""


def _is_short_form(text: str, span: tuple[int, int]) -> bool:
    """Whether a word is the last part of a foreign name that stands before it."""
    start, end = span
    return any(
        text.find(dot + text[start:end], max(0, start - _BACK), start) >= 0
        for dot in "·•"
    )
