"""Bylines cut into their items: people, organisations, agencies, roles."""

import re
from itertools import pairwise
from typing import NamedTuple

from articlekit.text.agencies import agency_name, is_credited_agency, is_weak_agency
from articlekit.text.byline_cuts import line_segments
from articlekit.text.byline_words import (
    CALENDAR,
    EDGES,
    Words,
    date_words,
    dense_date_words,
    first_word,
    is_bare_label,
    without_labels,
    words_of,
)
from articlekit.text.late import late
from articlekit.text.lexicons import primary
from articlekit.text.months import month_number
from articlekit.text.names import every, is_cjk, is_name, is_organisation
from articlekit.text.spaces import fold_spaces

_LONGEST = 400
_ADDRESS = late(
    r"[(\[<]?[\w.+-]{1,64}@[\w.-]{1,80}[)\]>]?|https?://\S{1,200}|www\.\S{1,100}|(?<!\S)@\w{1,40}"
)
_LAST_LABELS = frozenset("By by Von von Par par Por por Door Av Af".split())
# Endings of German nouns and adjectives: their capitals do not make them names.
_GERMAN_WORDS = late(
    r"(?:ung|heit|keit|schaft|tion|anstalt|zeit|sicht|nisse|nissen|ments?|aften)$"
    r"|^\S{3,20}(?:ische|ischer|liche|licher|ierte|ierter|igen)\s"
)
_OUTER = EDGES.replace(".", "")
_BRACKETS = late(r"[(（\[【]([^()（）\[\]【】]{0,80})[)）\]】]")
_DATED = late(r"(?<![\w.])\d[\d.:/ -]")
_MAY_BE_STRONG = late(r"[\n|•·;；▪●■\t–—]|\s(?:-|//)\s")
# "Rosa (Rosie) Vale": a name that one person is called by.
_NICKNAMED = late(r"[^\W\d_]+\s\([^\W\d_a-z][^\W\d_A-Z]{1,12}\)\s[^\W\d_a-z]\S+$")
_OPENS = late(r"[(（\[【]")
_ROLE_SUFFIXES = (
    "redakteur", "redakteurin", "redaktor", "redaktorin", "korrespondent",
    "korrespondentin", "reporter", "reporterin", "journalist", "journalistin",
    "redaktør", "redaktör", "redacteur", "toimittaja", "verslaggever",
    "korrespondant", "leiter", "leiterin",
)  # fmt: skip
_CODE = late(r"[a-zäöüß]{1,4}\.?")
_CJK_LEAD = late(r"^.{0,10}?(?:记者|記者|通讯员|通訊員)[\s:：]{0,2}(?=.)")
_CJK_TAIL = late(
    r"\s?(?:記者|記者ら|记者|特派員|编辑|編集委員|기자|특파원|인턴기자|선임기자|전문기자|논설위원|객원기자|앵커)$"
)
_KANA_PLACE = late(r"^[ァ-ヶー]{2,12}(?=[\u4e00-\u9fff]{2,5}$)")
_LONG_CJK = 4
_HANGUL = late(r"[\uac00-\ud7a3]{2,4}")
_NAMED_FIRST = late(r"\S{1,20}\s(?:[A-Z]\.\s)?\S{1,25}$")
GLUED_BY = late(r"^(?:By|BY|Von|Par|Por)(?=[A-Z][a-z])")
_AGENCY_WORD = late(
    r"^(?:agencia|agence|agenzia|agentur|agência|agência de notícias|agencja|agentura|news agency|información de)\s",
    re.IGNORECASE,
)
_NUMERALS = frozenset(("II", "III", "IV"))
_DESKS = frozenset("staff newsroom desk team reporters writers redaktion".split())
_CAPITALS = late(r"[A-Z]{2,5}")
# "posted on 3 June 23:30 EST by Jane": a small label behind a date or a time.
_BY_AFTER_DATE = late(
    r"^[^|]{0,40}\d(?:\s?(?:st|nd|rd|th|h|am|pm|AM|PM|[A-Z]{2,4}|Uhr|uhr)\b){0,2}[\s,]{1,2}"
    r"(?:by|von|par|por|di|av|af|door|przez)\s(?=[^\W\d_a-z])"
)
_INNER_BY = late(r"^.{1,60}?\s(?:By|BY|Von|Par|Por)\s(?=[^\W\d_a-z])")
_ENDS_SMALL = late(r"[a-z](?=\.$)")


class Piece(NamedTuple):
    """One item of a byline: *kind* is person, organisation, agency or role."""

    text: str
    kind: str


def _is_dated(word: str) -> bool:
    """Say whether a word belongs to a date or a time."""
    bare = word.strip(EDGES).casefold()
    return (
        not bare
        or any(map(str.isdigit, bare))
        or bare in CALENDAR
        or bool(month_number(bare))
    )


def _labels_date(word: str) -> bool:
    """Say whether a word stands before a date: "Posted", "Veröffentlicht"."""
    return word.strip(EDGES).casefold() in date_words()


def _without_date(text: str) -> str:
    """Take a date off the front, and cut one in the middle and what follows it."""
    match = _DATED.search(text + " ")
    words = text.split()
    if not match or not words:
        return text
    start = 0
    while start < len(words) and (
        _is_dated(words[start]) or _labels_date(words[start])
    ):
        start += 1
    if start == len(words):
        return ""
    if any(map(str.isdigit, "".join(words[:start]))):
        return _without_date(" ".join(words[start:])) if start else text
    kept = text[: match.start()].rstrip(EDGES).split()
    while kept and _is_dated(kept[-1]):
        kept.pop()
    return " ".join(kept)


def has_label_after_date(text: str) -> bool:
    """Say whether a small label stands behind a date: "3 June 2020 by Jane Doe"."""
    return _BY_AFTER_DATE.match(text) is not None


def undated(text: str, words: Words) -> str:
    """Take a date off the end of a plain byline; others come back as they are."""
    if _MAY_BE_STRONG.search(text) or _OPENS.search(text) or "@" in text:
        return text
    if any(first_word(word) in words.other_starts for word in text.split()):
        return text
    name = _without_date_words(_without_date(text).strip(_OUTER))
    german = words.language in {"de", ""} and _GERMAN_WORDS.search(name)
    return text if german else name


def _without_date_words(text: str) -> str:
    """Cut a piece at "Published", "Updated" and the like."""
    words = text.split()
    for at, word in enumerate(words):
        bare = word.strip(EDGES).casefold()
        if len(bare) > 3 and bare in date_words():
            return " ".join(words[:at])
    return text


def _without_letters(text: str) -> str:
    """Take degrees and outlets in capitals off the end: "Jane Doe MS", "Jane Doe BBC"."""
    words = text.split()
    while (
        len(words) > 2
        and _CAPITALS.fullmatch(words[-1])
        and not words[-2].isupper()
        and words[-1] not in _NUMERALS
    ):
        words.pop()
    return " ".join(words)


def _split_agency(text: str) -> tuple[str, str | None]:
    """Take an agency or outlet off the end of a name: "Jane Doe BBC News"."""
    words = text.split()
    for count in range(min(3, len(words) - 2), 0, -1):
        tail = " ".join(words[-count:])
        if agency_name(tail) and not is_weak_agency(tail):
            return " ".join(words[:-count]), tail
    return text, None


def _split_role(text: str) -> tuple[str, str | None]:
    """Take a role off the end or the front of a name."""
    words, roles = text.split(), every("roles")
    flags = [is_role(word, roles) for word in words]
    if not any(flags) or not _names_a_role(words, flags):
        return text, None
    if all(flags):
        return "", text
    if flags[-1]:
        keep = len(words)
        while keep and flags[keep - 1]:
            keep -= 1
        front = " ".join(words[:keep])
        return (front, " ".join(words[keep:])) if keep >= 2 else ("", text)
    last = max(i for i, flag in enumerate(flags) if flag)
    rest = words[last + 1 :]
    if flags[0] and len(rest) >= 2:
        return " ".join(rest), " ".join(words[: last + 1])
    return text, None


def _names_a_role(words: list[str], flags: list[bool]) -> bool:
    """Say whether one of the words is more than a modifier such as "political"."""
    modifiers = every("modifiers")
    flagged = (w for w, flag in zip(words, flags, strict=True) if flag)
    return any(word.strip(".,").casefold() not in modifiers for word in flagged)


def is_role(word: str, roles: frozenset[str]) -> bool:
    """Say whether a word names what somebody does."""
    word = word.strip(".,()'’").casefold()
    return word in roles or word.endswith(_ROLE_SUFFIXES)


def _cut_tail(text: str, words: Words) -> tuple[str, list[Piece]]:
    """Cut a piece at "in London", "for Reuters"; keep the agency named there."""
    if not words.cut or is_cjk(text):
        return text, []
    kept = words.cut.sub("", text)
    tail = text[len(kept) :].strip(EDGES).partition(" ")[2]
    return kept, [Piece(tail, "agency")] if tail and is_credited_agency(tail) else []


def _classify(text: str, words: Words) -> list[Piece]:
    """Say what one piece of a byline is."""
    text = without_labels(GLUED_BY.sub("", text.strip(_OUTER)), words)
    if is_bare_label(text, words) or text.rpartition(" ")[2] in _LAST_LABELS:
        return []
    text, tails = _cut_tail(text, words)
    text = text.strip().strip(_OUTER)
    if not text or text.casefold() in every("noise"):
        return tails
    if is_credited_agency(text) or is_credited_agency(_AGENCY_WORD.sub("", text)):
        return [Piece(text, "agency"), *tails]
    if is_cjk(text):
        return _classify_cjk(text, words)
    if text.strip(".").casefold() in every("suffixes"):
        return [Piece(text, "suffix"), *tails]
    return [*_name_and_role(_without_date_words(text), words), *tails]


def _name_and_role(text: str, words: Words) -> list[Piece]:
    """Take agency and role off a name."""
    text, agency = _split_agency(text)
    name, role = _split_role(text)
    found = _named(_without_letters(name).rstrip(","), words)
    found += [Piece(role, "role")] if role else []
    return (
        [*found, Piece(agency, "agency")]
        if agency and is_credited_agency(agency)
        else found
    )


def _named(name: str, words: Words) -> list[Piece]:
    """Tell people from organisations and noise."""
    stop = words.stop
    ends = name.casefold().split()
    if len(ends) > 1 and (
        ends[0] in stop
        or (ends[-1] in stop and ends[-2] not in every("particles"))
        or ends[0] in every("noise")
    ):
        return []
    if not name or _CODE.fullmatch(name):
        return []
    if words.language in {"de", ""} and _GERMAN_WORDS.search(name):
        return []
    if (
        name.endswith(".")
        and not name.endswith(("Jr.", "Sr.", "D."))
        and _ENDS_SMALL.search(name)
    ):
        name = name[:-1]
    if is_organisation(name, words.language):
        front, _, last = name.rpartition(" ")
        if last.casefold() in _DESKS and is_credited_agency(front):
            return [Piece(front, "agency")]
        return [Piece(name, "organisation")]
    return [Piece(name, "person")] if is_name(name) else []


def _classify_cjk(text: str, words: Words) -> list[Piece]:
    """Read a piece in Chinese, Japanese or Korean."""
    text = _CJK_LEAD.sub("", text)
    text = text.rpartition("=")[2].rpartition("＝")[2]
    bare = _CJK_TAIL.sub("", text).strip()
    parts = bare.split()
    if parts and all(_HANGUL.fullmatch(p) for p in parts):
        parts = _hangul_names(parts, titled=bare != text)
    elif not _are_names(parts, words):
        parts = [_KANA_PLACE.sub("", bare)]
    return [
        Piece(p, _kind_of_cjk(p))
        for p in parts
        if not any(word in p for word in dense_date_words())
    ]


def _kind_of_cjk(text: str) -> str:
    """Say what a name in Chinese, Japanese or Korean is."""
    if is_organisation(text):
        return "organisation"
    return "person" if is_name(text) else "other"


def _are_names(parts: list[str], words: Words) -> bool:
    """Say whether parts of a piece are a name each: three of them, or two long ones.

    Two of two signs are the halves of a Japanese name, but two Chinese ones.
    """
    if words.language == "zh" or len(parts) > 2:
        return len(parts) > 1 and all(1 < len(p) < _LONG_CJK for p in parts)
    least, most = (4, 5) if words.language in {"ja", "ko"} else (2, 3)
    sizes = [len(p) for p in parts]
    fits = len(parts) > 1 and least <= min(sizes) and max(sizes) <= most
    return fits and max(sizes) > 2


def _hangul_names(parts: list[str], *, titled: bool) -> list[str]:
    """Pick the names among words in Hangul: those before "reporter", where it stands."""
    roles = every("roles")
    before = [p for p, role in pairwise(parts) if role in roles and p not in roles]
    if before:
        return before
    if len(parts) > 1:
        parts = [p for p in parts if not is_organisation(p)]
        if titled and len(parts) > 1:
            parts = [p for p in parts if len(p) == _LONG_CJK - 1] or parts[-1:]
    return parts


def _pieces(segment: str, words: Words, *, follows: bool) -> list[Piece]:
    """Cut a segment at commas, slashes and words for "and"."""
    found: list[Piece] = []
    at, comma = 0, False
    for match in [*words.split.finditer(segment), None]:
        text = segment[at : match.start()] if match else segment[at:]
        if text:
            pieces = _classify(text, words)
            if comma and (follows or found):
                pieces = [_second(piece, pieces) for piece in pieces]
            elif found and found[-1].kind == "organisation":
                # "Institute of Allergy and Infectious Diseases" is one name.
                pieces = [p for p in pieces if p.kind != "person" or is_cjk(p.text)]
            found += pieces
        if match:
            at, comma = match.end(), "," in match[0] or "，" in match[0]
    return found


def _second(piece: Piece, pieces: list[Piece]) -> Piece:
    """Read what stands behind a comma: "Political Editor" is a role as a whole."""
    roles = [p for p in pieces if p.kind == "role"]
    if piece.kind == "person" and roles and not _NAMED_FIRST.match(piece.text):
        return Piece(f"{piece.text} {roles[0].text}", "role")
    return piece


def byline_pieces(text: str, language: str | None = None) -> tuple[Piece, ...]:
    """Cut a byline into its items.

    Args:
        text: The byline as printed; line breaks separate.
        language: BCP 47 tag; "y", "e" or "i" split names only in the
            languages where they mean "and".

    Returns:
        People, organisations, agencies, roles and suffixes, in order.
    """
    words = words_of(primary(language))
    text = text[:_LONGEST]
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(" ", text)
    text = "\n".join(map(fold_spaces, text.splitlines()))
    found: list[Piece] = []
    for segment in line_segments(text, words):
        found += _read_segment(segment, words, follows=bool(found))
    return tuple(found)


def _read_segment(segment: str, words: Words, *, follows: bool) -> list[Piece]:
    """Read what stands between two strong marks of a byline."""
    segment = without_labels(segment.strip(_OUTER), words)
    segment = _BY_AFTER_DATE.sub("", segment)
    inside: list[str] = []
    if _OPENS.search(segment) and not _NICKNAMED.match(segment):
        inside = _BRACKETS.findall(segment)
    if segment.startswith("【"):
        segment = segment.strip("【】")
    elif inside:
        segment = _BRACKETS.sub(" , ", segment)
    named = is_cjk(segment) or any(
        first_word(w) in words.other_starts for w in segment.split()
    )
    if named and (other := words.others.search(segment)):
        segment = segment[: other.start()]
    undated = _without_date(segment).strip(_OUTER)
    if undated != segment:
        segment = without_labels(undated, words)
    segment = _INNER_BY.sub("", segment)
    wires = (p.strip() for part in inside for p in part.split("/"))
    return [
        *_pieces(segment, words, follows=follows),
        *(Piece(wire, "agency") for wire in wires if is_credited_agency(wire)),
    ]
