"""Phrases in a script whose particles tell where a noun phrase ends: Japanese.

Nouns are written in other letters than what joins them, so a name is the run of these
letters before a title or a particle.
"""

import re
from typing import Final

from articlekit.quotes.readers.phrases import (
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
    title_start,
)

_HAN: Final = "一-鿿㐀-䶿々〆ヶヵ"
_KATA: Final = "ァ-ヺー・＝･ｦ-ﾟ"
_LATIN: Final = "A-Za-zＡ-Ｚａ-ｚ0-9０-９"
_IS_HAN: Final = re.compile(f"[{_HAN}]")
_IS_KATA: Final = re.compile(f"[{_KATA}{_LATIN}]")
_IS_NOUN: Final = re.compile(f"[{_HAN}{_KATA}{_LATIN}{MASK}{FULL_MASK}]")
_IS_KANA: Final = re.compile("[ぁ-ゖ]")
_PARTICLES: Final = frozenset("のはがをにでともやたるなれいうくすつぬむっそりし")
# An age in brackets, a place between double hyphens.
_ASIDE: Final = re.compile(r"[（(][^（()）]{0,24}[）)]\Z|[=＝][^=＝]{1,24}[=＝]\Z")
# Words for persons that are written in kana: さん, くん, さま, たち, ひとり, 彼ら.
_KANA_ENDS: Final = frozenset("んまちりら")
_TAILS: Final = (
    "さん",
    "ゃん",
    "くん",
    "さま",
    "たち",
    "とり",
    "彼ら",
    "女ら",
    "僕ら",
    "奴ら",
)
# How names of women end behind kana: サチ子.
_CHILD: Final = frozenset("子美江恵代枝")
_DATE: Final = re.compile(r"(?:[0-9０-９]+[年月日時]|[午同][前後日])+")
# "Fukuoka" is a name, "Fukuoka prefecture" is none.
_AREAS: Final = frozenset("県府都市町村区郡道駅港島国産発着出")
_WEAK: Final = frozenset(("が", "も", "によると", "によれば"))
_ASIDES: Final = frozenset("）)=＝")
# How far a name reaches at most, and how many nouns that "の" joins.
_FAR: Final = 24
_KANA: Final = 5
_JOINED: Final = 3
# Longer than any name without the body that it belongs to.
_LONG: Final = 5


def read_runs(text: str, start: int, end: int, words: Words) -> list[Phrase]:
    """Return the phrases of a sentence, in order."""
    found: list[Phrase] = []
    titles = words.sets["titles"]
    taken = start
    for match in words.expressions["anchor"].finditer(text, start, end):
        sign = match.group()
        stop = match.start()
        if sign in titles:
            stop, subject = match.end(), 0
            if stop <= taken:
                continue
        elif not _is_noun(text, start, stop):
            continue
        else:
            subject = 1 if sign in _WEAK else 2
            if found and found[-1].last == stop:
                # The title before the particle was read already.
                found[-1] = found[-1]._replace(subject=subject, last=match.end())
                taken = stop
                continue
        phrase = _read(text, start, stop, words)
        if phrase is None or (not subject and phrase.kind != NAME):
            continue
        found.append(phrase._replace(subject=subject, last=match.end()))
        taken = stop
    return found


def _is_noun(text: str, start: int, end: int) -> bool:
    """Whether a noun may end at *end*: what else stands before "は" is no phrase."""
    if end <= start:
        return False
    last = text[end - 1]
    if "ぁ" <= last <= "ゖ":
        return last in _KANA_ENDS and text.startswith(_TAILS, end - 2)
    return bool(_IS_NOUN.match(last)) or last in _ASIDES


def _read(text: str, floor: int, end: int, words: Words) -> Phrase | None:
    """Read the phrase that ends at *end*, from its end."""
    end = _without_aside(text, floor, end)
    tail = title_start(text, floor, end, words)
    tail = _without_aside(text, floor, tail) if tail < end else tail
    more = title_start(text, floor, tail, words) if tail < end else tail
    tail = more if more > floor and _IS_NOUN.match(text, more - 1) else tail
    start = _name_start(text, floor, tail, words)
    if tail < end and start - floor > _KANA and _IS_KATA.match(text, start - 1):
        # ジョン・スミス駐日大使: the letters of the title go on.
        kata = _name_start(text, floor, start, words)
        if "・" in text[kata + 1 : start]:
            start, tail = kata, start
    title = text[tail:end]
    name = text[start:tail]
    common = name in words.sets["nouns"] or name in words.sets["roles"]
    if title and name and not common:
        return Phrase(start, tail, NAME, title, 0, end)
    begin = min(start, tail)
    if begin >= end:
        return None
    return _untitled(text, floor, (begin, end), words)


def _without_aside(text: str, floor: int, end: int) -> int:
    if end > floor and text[end - 1] in _ASIDES:
        aside = _ASIDE.search(text, max(floor, end - _FAR), end)
        before = aside.start() if aside else end
        return _without_aside(text, floor, before) if before < end else end
    return end


def _untitled(text: str, floor: int, span: tuple[int, int], words: Words) -> Phrase:
    """Return a phrase without a title behind a name."""
    start, end = span
    sets = words.sets
    body = text[start:end]
    if body in sets["pronouns"]:
        return Phrase(start, end, PRONOUN, "", 0, end)
    before = _role_before(text, floor, start, words)
    is_role = body in sets["roles"] or body in sets["titles"] or body in sets["kin"]
    if before and not is_role and len(body) > 1:
        return Phrase(start, end, NAME, before, 0, end)
    is_role = is_role or ends_with(text, start, end, sets["roles"])
    is_role = is_role or title_start(text, start, end, words) < end
    if is_role or ends_with(text, start, end, sets["role_ends"]):
        begin = _joined(text, floor, start)
        return Phrase(begin, end, ROLE, body, 0, end)
    if body in sets["bodies"] or ends_with(text, start, end, sets["body_ends"]):
        return Phrase(_body_start(text, floor, start), end, BODY, "", 0, end)
    if (
        "・" in body
        or "＝" in body
        or _has_family(text, span, sets["family"])
        or _looks_named(text, floor, span)
    ):
        return Phrase(start, end, NAME, "", 0, end)
    return Phrase(start, end, THING, "", 0, end)


def _has_family(text: str, span: tuple[int, int], family: frozenset[str]) -> bool:
    """Whether a word is a family name, with or without a first name."""
    start, end = span
    if not family or end - start > _LONG:
        return False
    sizes = range(min(end - start, _JOINED), 0, -1)
    size = next((size for size in sizes if text[start : start + size] in family), 0)
    rest = end - start - size
    if rest and text[start + size] in _AREAS:
        return False
    return size > 0 and (not rest or (size > 1 and rest <= _JOINED))


def _body_start(text: str, floor: int, start: int) -> int:
    """Return where the whole name of a body begins, behind a date."""
    low = max(floor, start - _FAR)
    while start > low and _IS_NOUN.match(text, start - 1):
        start -= 1
    date = _DATE.match(text, start)
    return date.end() if date else start


def _looks_named(text: str, floor: int, span: tuple[int, int]) -> bool:
    """Whether a bare word behind a clause is as long as a name: 決めた堂本レオは."""
    start, end = span
    if start - floor < _KANA or text[start - 1] not in "ただるうすくむぐ":
        return False
    size = end - start
    han = sum(1 for _ in _IS_HAN.finditer(text, start, end))
    if han == size:
        return _JOINED <= size <= _LONG
    mixed = _IS_HAN.match(text, start) and _IS_KATA.match(text, end - 1)
    return bool(mixed) and size <= _LONG + 1


def _role_before(text: str, floor: int, start: int, words: Words) -> str:
    """Return the role that stands before a name: "主将の", "女優、"."""
    if start - floor < 2 or text[start - 1] not in "の、":
        return ""
    at = start - 1
    sets = words.sets
    for size in range(min(words.longest, at - floor), 1, -1):
        word = text[at - size : at]
        if word in sets["roles"] or word in sets["titles"]:
            return word
    return ""


def _name_start(text: str, floor: int, end: int, words: Words) -> int:
    """Return where the run of name letters that ends at *end* begins."""
    low = max(floor, end - _FAR)
    at = _kana_start(text, low, end)
    if low < at < end and not _IS_HAN.match(text, at - 1):
        return at
    kata = at
    while kata > low and _IS_KATA.match(text, kata - 1):
        kata -= 1
    han = kata
    if kata == at or not {"・", "＝"} & set(text[kata:at]):
        while han > low and _IS_HAN.match(text, han - 1):
            han -= 1
        if at - han == 1 and text[han] in _CHILD and _IS_KATA.match(text, han - 1):
            return _name_start(text, low, han, words)
    if han < kata < at and not _is_surname(text, han, kata, words):
        han = kata
    return _without_body(text, han, end, words)


def _kana_start(text: str, low: int, end: int) -> int:
    """Return where a first name in kana begins, behind the particle before it."""
    at = end
    while at > max(low, end - _KANA) and _IS_KANA.match(text, at - 1):
        at -= 1
    while low < at < end and text[at] in _PARTICLES:
        at += 1
    return at


def _is_surname(text: str, start: int, end: int, words: Words) -> bool:
    """Whether what stands before kana is a surname, no role: 北川リエ."""
    if end - start > _JOINED or ends_with(text, start, end, words.sets["roles"]):
        return False
    return not ends_with(text, start, end, words.sets["titles"])


def _without_body(text: str, start: int, end: int, words: Words) -> int:
    """Return where a name begins behind the role or body written before it."""
    dot = text.find("・", start, end)
    beside = text[start:dot] if dot > start else ""
    if beside in words.sets["roles"] or beside in words.sets["kin"]:
        # "his daughter Jane".
        return dot + 1
    for at in range(min(end - 2, start + _FAR), start + 1, -1):
        if ends_with(text, start, at, words.sets["roles"]):
            return at
    if end - start > _LONG:
        for at in range(end - 2, start + 1, -1):
            if text[at - 1] in words.sets["body_ends"] and end - at <= _LONG:
                return at
    return start


def _joined(text: str, floor: int, start: int) -> int:
    """Return where the nouns begin that "の" joins to the one at *start*."""
    for _ in range(_JOINED):
        at = start
        if at - floor < 2 or text[at - 1] != "の":
            break
        at = _without_aside(text, floor, at - 1)
        begin = at
        while begin > floor and _IS_NOUN.match(text, begin - 1):
            begin -= 1
        if begin == at:
            break
        start = begin
    return start
