"""Phrases in a script whose words carry particles at their ends: Korean.

A word that ends in a subject's particle ends its phrase; a title or role before that
particle tells that the words before it hold a name.
"""

import re
from collections.abc import Sequence
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

_WORD: Final = re.compile(rf"[^\s,.{MASK}{FULL_MASK}()（）]+")
# How many words a phrase has at most, and how many letters a name has.
_FAR: Final = 6
_SHORT: Final = 2
_NAME: Final = 3
_LONG: Final = 4
# "The firm's side" speaks.
_SOME: Final = frozenset(("한", "두", "세"))
# How a name is hidden: "A씨", "ㄱ씨".
_HIDDEN: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ")
_SIDE: Final = "측"
_SYLLABLES: Final = 28
_FIRST: Final = "\uac00"
_LAST: Final = "\ud7a3"
# Particles that follow a vowel, and those that follow a consonant.
_OPEN: Final = frozenset(("는", "가"))
_CLOSED: Final = frozenset(("은", "이"))
_SUBJECTS: Final = {"topic": 2, "subject": 1}

_PARTICLES: Final = frozenset(("은", "는", "이", "가", "도", "께서는"))
_MASKS: Final = frozenset((MASK, FULL_MASK))
# "According to" stands behind the word with its particle.
_BY: Final = frozenset(("따르면", "의하면"))

Token = tuple[int, int]


def read_blanks(text: str, start: int, end: int, words: Words) -> list[Phrase]:
    """Return the phrases of a sentence, in order."""
    spans, behind = _words(text, start, end)
    found: list[Phrase] = []
    taken = 0
    for index, (begin, stop) in enumerate(spans):
        number = index
        if text[stop - 1] not in words.ends and (
            not index or text[begin] not in words.surname_starts
        ):
            continue
        if begin in behind and index and text[begin:stop] in _PARTICLES:
            # The particle of a name stands behind its aside.
            number, base, subject = index - 1, spans[index - 1][1], 2
            if found and found[-1].last == base:
                found[-1] = found[-1]._replace(subject=subject)
                continue
        else:
            base, subject = _stem(text, spans, index, words)
        head = (spans[number][0], base)
        titled = subject > 0 or _is_title(text, *head, words)
        before = spans[max(taken, number - _FAR) : number]
        read = _read if titled else _bare
        phrase = read(text, before, head, words)
        if phrase is None or not (subject or _is_sure(text, phrase, words)):
            continue
        if found and found[-1].start >= phrase.start:
            # A name that goes on, or has a title behind it.
            found.pop()
        found.append(phrase._replace(subject=subject, last=stop))
        taken = number + 1 if titled else taken
    return found


def _bare(
    text: str, before: Sequence[Token], head: Token, words: Words
) -> Phrase | None:
    """Return a name behind a role, whatever its clause says of it."""
    begin, base = head
    if not before or text[begin] not in words.surname_starts or base - begin < _NAME:
        return None
    role = _role_of(text, before[-1], words)
    if role and _is_name(text[begin:base], words):
        return Phrase(begin, base, NAME, role, 0, base)
    return None


def _stem(
    text: str, spans: Sequence[Token], index: int, words: Words
) -> tuple[int, int]:
    """Return where a word's stem ends, and how surely it is a subject."""
    begin, stop = spans[index]
    if text[stop - 1] not in words.ends:
        return stop, 0
    base, subject = _base(text, begin, stop, words)
    following = spans[index + 1] if index + 1 < len(spans) else None
    if following is None:
        return base, subject
    if subject and _is_modifier(text, begin, stop, words):
        subject = 2 if _is_noun(text, spans[: index + 1], base, words) else 0
    if text[stop - 1] == "에" and text[slice(*following)] in _BY:
        return stop - 1, 1
    return base, subject


def _is_sure(text: str, phrase: Phrase, words: Words) -> bool:
    """Whether a name that is no subject has the form of one: a word before a title."""
    if phrase.kind != NAME:
        return False
    name = text[phrase.start : phrase.end]
    return " " in name or len(name) == 1 or _is_name(name, words)


def _words(text: str, start: int, end: int) -> tuple[list[Token], frozenset[int]]:
    """Return the words of a sentence, and where its asides end."""
    # What hangs on a quotation is a particle.
    spans = [
        match.span()
        for match in _WORD.finditer(text, start, end)
        if text[match.start() - 1] not in _MASKS or not match.start()
    ]
    asides = [match.span() for match in ASIDE.finditer(text, start, end)]
    if not asides:
        return spans, frozenset()
    spans = [s for s in spans if not any(a <= s[0] < b for a, b in asides)]
    return spans, frozenset(stop for _, stop in asides)


def _base(text: str, start: int, end: int, words: Words) -> tuple[int, int]:
    """Return where a word's stem ends, and how surely it is a subject."""
    for size in (3, 2, 1):
        base = end - size
        if base <= start:
            continue
        particle = text[base:end]
        kind = words.particles.get(particle, "")
        if not kind:
            continue
        if kind == "place":
            # "In the trade" some say so.
            return base, 1 if text[start:base] in words.sets["circles"] else 0
        if not _fits(text[base - 1], particle):
            return end, 0
        return base, _SUBJECTS.get(kind, 0)
    return end, 0


def _fits(stem: str, particle: str) -> bool:
    """Whether a particle has the form that follows the letter *stem*."""
    if not _FIRST <= stem <= _LAST:
        return stem.isalnum()
    open_end = (ord(stem) - ord(_FIRST)) % _SYLLABLES == 0
    return particle not in (_CLOSED if open_end else _OPEN)


def _is_modifier(text: str, start: int, end: int, words: Words) -> bool:
    """Whether what looks like a topic is a verb: "하는", "맡은"."""
    return bool(words.expressions["modifier"].search(text, start, end))


def _is_noun(text: str, spans: Sequence[Token], base: int, words: Words) -> bool:
    """Whether a word that ends like a verb is a role or a name all the same."""
    word = text[spans[-1][0] : base]
    if _is_known(word, words):
        return True
    before = text[slice(*spans[-2])] if len(spans) > 1 else ""
    two = len(spans) > _SHORT and len(word) >= _NAME and not _is_known(before, words)
    if two and not _is_joined(text, *spans[-2], words):
        # A name of two words behind a role: "감독 이반 페트로비치".
        role = _role_of(text, spans[-3], words)
    else:
        role = ""
    if role:
        return True
    is_role = before in words.sets["roles"] or before in words.sets["titles"]
    is_role = is_role or (
        len(before) >= _NAME and before[-1] in words.sets["first_ends"]
    )
    return is_role and _is_name(word, words)


def _is_title(text: str, start: int, end: int, words: Words) -> bool:
    titles = words.sets["titles"]
    return text[start:end] in titles or _has_title(text[start:end], words) > 0


def _has_title(word: str, words: Words) -> int:
    """Return how long the title is that ends a longer word: 원내|대변인."""
    titles = words.sets["titles"]
    for size in (4, 3, 2):
        if len(word) > size and word[-size:] in titles:
            return size
    return 0


def _read(text: str, before: Sequence[Token], span: Token, words: Words) -> Phrase:
    """Read the phrase whose last word is *span*."""
    sets = words.sets
    begin, base = span
    head = text[begin:base]
    if head in sets["pronouns"]:
        return Phrase(begin, base, PRONOUN, "", 0, base)
    titled = _has_title(head, words) and bool(before)
    named = titled and _is_name(text[slice(*before[-1])], words)
    if head in sets["titles"] or named:
        return _titled(text, before, span, words)
    for size in (3, 2, 1):
        name, title = head[:-size], head[-size:]
        named = name in sets["surnames"] or _is_name(name, words)
        named = named or (len(name) == 1 and name in _HIDDEN)
        if title in sets["titles"] and named and (len(name) != _SHORT or size == 1):
            end = base if len(name) == 1 else base - size
            return Phrase(begin, end, NAME, title, 0, base)
    if titled and not _is_role(head, words):
        return _titled(text, before, span, words)
    return _untitled(text, before, span, words)


def _role_of(text: str, span: Token, words: Words) -> str:
    """Return the word of *span* if it is a role."""
    word = text[slice(*span)]
    known = word in words.sets["roles"] or (
        len(word) >= _NAME and ends_with(word, 0, len(word), words.sets["roles"])
    )
    return word if known else ""


def _is_role(word: str, words: Words) -> bool:
    return word in words.sets["roles"]


def _titled(text: str, before: Sequence[Token], head: Token, words: Words) -> Phrase:
    """Read a phrase that a title ends: "윤서진 국토교통부 장관"."""
    title = text[slice(*head)]
    bodies: list[Token] = []
    near = before[-_NAME:]
    for number in range(len(near) - 1, -1, -1):
        begin, stop = near[number]
        word = text[begin:stop]
        place = word in words.sets["places"]
        body = _is_body(word, words)
        further = (
            number > 0 and body and _is_name(text[slice(*near[number - 1])], words)
        )
        is_name = _is_name(word, words) or word in words.sets["surnames"]
        if is_name and not place and not further:
            # One letter alone is no name: "박 감독".
            last = head[1] if stop - begin == 1 else stop
            return Phrase(begin, last, NAME, title, 0, head[1])
        # "Kim Haneul, the head of Serim": the firm has no form of its own.
        firm = number > 0 and stop - begin > _NAME
        firm = firm and _is_korean(text[slice(*near[number - 1])], words)
        joined = _is_joined(text, begin, stop, words)
        if not place and (joined or not (body or firm)):
            break
        bodies.append((begin, stop))
    rest = before[: len(before) - len(bodies)]
    foreign = _foreign(text, rest, words)
    if foreign is not None and (not bodies or rest[-1][0] > foreign):
        return Phrase(foreign, rest[-1][1], NAME, title, 0, head[1])
    start = _role_start(text, before, head[0], words)
    return Phrase(start, head[1], ROLE, title, 0, head[1])


def _is_korean(word: str, words: Words) -> bool:
    return len(word) == _NAME and _is_name(word, words)


def _foreign(text: str, before: Sequence[Token], words: Words) -> int | None:
    """Return where the words begin that are a name of another form, if they are."""
    start: int | None = None
    for begin, stop in reversed(before[-_LONG:]):
        word = text[begin:stop]
        joined = _is_joined(text, begin, stop, words) or text[begin].isdigit()
        if joined or _is_known(word, words):
            break
        start = begin
    return start


def _is_known(word: str, words: Words) -> bool:
    """Whether a word is a role, a body or another noun, no part of a name."""
    sets = words.sets
    if any(word in sets[key] for key in ("roles", "titles", "nouns", "papers")):
        return True
    return ends_with(word, 0, len(word), sets["role_ends"]) or _is_body(word, words)


def _is_body(word: str, words: Words) -> bool:
    if word in words.sets["bodies"]:
        return True
    return len(word) >= _SHORT and ends_with(
        word, 0, len(word), words.sets["body_ends"]
    )


def _is_joined(text: str, start: int, end: int, words: Words) -> bool:
    """Whether a word ends in a particle or like a verb, so that a phrase begins."""
    if text[end : end + 1] in (",", "."):
        return True
    if end - start > _NAME and not _fits(text[end - 2], text[end - 1]):
        # The letter has another form as a particle here: "응우옌하은".
        return False
    return bool(words.expressions["joined"].search(text, start, end))


def _is_name(word: str, words: Words) -> bool:
    """Whether a word is a name of the usual form: a surname and one or two letters."""
    size = len(word)
    sets = words.sets
    if word in sets["nouns"] or word in sets["roles"] or word in sets["places"]:
        return False
    if word[:2] in words.sets["surnames"] and size in (_NAME, _LONG):
        return True
    if word[:1] not in words.sets["surnames"]:
        return False
    if size == _SHORT:
        return not _is_body(word, words) and not _is_known(word, words)
    if size != _NAME or word in sets["bodies"] or word[-1] in sets["never"]:
        return False
    return not ends_with(word, 0, size, sets["roles"])


def _untitled(text: str, before: Sequence[Token], head: Token, words: Words) -> Phrase:
    """Read a phrase that no title ends."""
    begin, base = head
    word = text[begin:base]
    sets = words.sets
    last = text[slice(*before[-1])] if before else ""
    role = last if ends_with(last, 0, len(last), sets["roles"]) else ""
    size = len(word)
    ending = size >= _NAME and (
        ends_with(word, 0, size, sets["roles"])
        or ends_with(word, 0, size, sets["role_ends"])
    )
    if ending or word in sets["roles"]:
        start = _role_start(text, before, begin, words)
        return Phrase(start, base, ROLE, word, 0, base)
    if word == _SIDE:
        return Phrase(_role_start(text, before, begin, words), base, BODY, "", 0, base)
    name = _is_name(word, words) and (len(word) >= _NAME or bool(role))
    if not name and _is_body(word, words):
        return Phrase(begin, base, BODY, "", 0, base)
    if name or role:
        return Phrase(begin, base, NAME, role, 0, base)
    return _many(text, before, head, words)


def _many(text: str, before: Sequence[Token], head: Token, words: Words) -> Phrase:
    """Read a name of several words behind a role, or what else stands there."""
    foreign = _foreign(text, [*before, head], words) if len(before) > 1 else None
    if foreign is not None and foreign < head[0]:
        role = _role_at(text, foreign, before, words)
        if role:
            return Phrase(foreign, head[1], NAME, role, 0, head[1])
    return Phrase(*head, THING, "", 0, head[1])


def _role_at(text: str, start: int, before: Sequence[Token], words: Words) -> str:
    """Return the role that stands right before *start*."""
    for begin, stop in before:
        if stop < start and not text[stop:start].strip():
            word = text[begin:stop]
            return word if ends_with(word, 0, len(word), words.sets["roles"]) else ""
    return ""


def _role_start(text: str, before: Sequence[Token], start: int, words: Words) -> int:
    """Return where the nouns begin that stand before a role: "한 70대 주민"."""
    for begin, stop in reversed(before[-_NAME:]):
        word = text[begin:stop]
        of = text[stop - 1] == "의" and stop - begin > 1
        of = of or word in _SOME or word in words.sets["roles"]
        if _is_joined(text, begin, stop, words) and not of:
            break
        start = begin
    return start
