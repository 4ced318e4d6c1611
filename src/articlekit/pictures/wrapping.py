"""The wrapping of a credit: brackets, labels, signs, years, statements of rights."""

import re
from typing import Final

import attrs

from articlekit.model.image import CreditStatus, ImageKind
from articlekit.pictures.lexicon import Lexicon

_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0xA0: 0x20, 0x3000: 0x20, 0x202F: 0x20, 0x2009: 0x20,
    0x3010: 0x5B, 0x3011: 0x5D, 0x3014: 0x5B, 0x3015: 0x5D,
}  # fmt: skip
_DROPPED: Final = dict.fromkeys(
    (
        0xAD,
        0x200B,
        0x200E,
        0x200F,
        0x2060,
        0xFEFF,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    )
)
_PLAIN: Final = _WIDTH | _DROPPED
_NARROW: Final = _WIDTH | dict.fromkeys(_DROPPED, 0x20)
_EDGES: Final = " \t\r\n|/\\–—-•·:;,=*>‐‑―~+_▲△▼▽◆◇■□●○※►▶→📷📸…"
_BRACKETS: Final = {"(": ")", "[": "]", "{": "}", "<": ">"}
_ANY_BRACKET: Final = frozenset("()[]{}<>")
_LABELLED: Final = re.compile(r"([^:=/|]{1,40}?)\s?([:=/]|\s?[–—-]\s)\s*(?=\S)")
_SIGN: Final = re.compile(
    r"(?:(?:&copy;|©|\(c\)|ⓒ|Ⓒ|℗|copyright\b|all rights\b)[\s:,]*){1,4}", re.IGNORECASE
)
_SIGN_STARTS: Final = frozenset("&©(ⓒⒸ℗cCaA")
_YEAR: Final = re.compile(r"((?:1[89]|20)\d\d)(?:\s?[-–/]\s?\d{2,4})?(?!\d)[\s,:.]*")
_LAST_YEAR: Final = re.compile(r"[\s,(]{1,3}((?:1[89]|20)\d\d)\)?$")
_LICENSE: Final = re.compile(
    r"\bCC[ -]?(?:BY(?:[ -](?:NC|SA|ND)){0,3}(?:[ -]?\d\.\d)?(?: [A-Z]{2}\b)?|0(?: 1\.0)?|Zero)"
    r"|\bCreative Commons(?: [A-Z][\w-]{2,20}){0,4}(?: \d\.\d)?|\bG?FDL(?: \d\.\d)?\b"
    r"|\bPublic Domain\b|\bgemeinfrei\b|\bdomaine public\b|\bdominio público\b"
    r"|\bdomínio público\b|\bpubblico dominio\b|\bpublic domain\b|\bOpen Government Licen[cs]e\b",
    re.IGNORECASE,
)
_LICENSE_HINTS: Final = (
    "cc",
    "ommons",
    "omain",
    "frei",
    "fdl",
    "omini",
    "omíni",
    "licen",
)
_RIGHTS: Final = (
    "reserv", "riservat", "réserv", "rezerv", "vorbehalten", "voorbehouden", "禁", "금지", "版", "محفوظ", "saklı",
    "защищ", "захищ", "zastrze", "vyhraz", "fenntart", "παντ", "dilindungi", "förbeh", "pidät",
)  # fmt: skip
_SHORTEST_RIGHTS: Final = 18
_NUOTR: Final = re.compile(r"\s+nuotr(?:auka)?\.?$")
_GLUED: Final = re.compile(r"(?:Credit){1,2}(?:\.\.\.|…)?(?=[A-ZÀ-Þ@])")
_MOST_LABEL_WORDS: Final = 4
_ABBREVIATED: Final = frozenset(
    "Inc Ltd Co Jr Sr Corp St Inst Bros Cie Pvt Dept Univ Assn".split()
)


@attrs.define
class Wrapped:
    """A credit without its wrapping, and what the wrapping said.

    Attributes:
        text: What is left.
        label: Whether a label or a copyright sign stood there.
        person: Whether the label says that a person follows.
        kind: Kind of picture that the label says.
        status: Status that the label says, or None.
        year: Year of the copyright notice, or None.
    """

    text: str
    label: bool = False
    person: bool = False
    kind: ImageKind | None = None
    status: CreditStatus | None = None
    year: int | None = None


def narrow(text: str) -> str:
    """Return *text* in narrow letters, as long as it was."""
    return text if text.isascii() else text.translate(_NARROW)


def plain(text: str) -> str:
    """Return *text* in narrow letters, white space folded."""
    if not text.isascii():
        text = text.translate(_PLAIN)
    return " ".join(text.split())


def _unbracketed(text: str) -> str:
    """Drop brackets that stand around all of *text*, or that never close."""
    opening, last = text[:1], text[-1:]
    if opening not in _ANY_BRACKET and last not in _ANY_BRACKET:
        return text
    closing = _BRACKETS.get(opening)
    if closing is None:
        for a, b in _BRACKETS.items():
            if last == b and a not in text:
                return text[:-1]
        return text
    if closing not in text:
        return text[1:]
    depth = 0
    for at, char in enumerate(text):
        depth += (char == opening) - (char == closing)
        if depth == 0:
            return text[1:at] if at == len(text) - 1 else text
    return text[1:]


def _without_stop(text: str) -> str:
    """Drop the full stop at the end where it ends no abbreviation."""
    if text[-1:] not in ".。" or text.endswith(("..", " al.")):
        return text
    word = text[:-1].rpartition(" ")[2]
    return text if "." in word or len(word) == 1 or word in _ABBREVIATED else text[:-1]


def trimmed(text: str) -> str:
    """Drop the marks at the edges of *text* that belong to no name."""
    return _without_stop(text.strip(_EDGES)).rstrip(_EDGES)


def label_end(text: str, words: Lexicon) -> tuple[int, str]:
    """Find the label that *text* begins with and that a mark sets off.

    Args:
        text: Plain text of a credit.
        words: The lexicon.

    Returns:
        Where the rest begins, and the label case folded; (0, "") without one.
    """
    head = text[:60]
    if not (":" in head or "/" in head or "=" in head or "- " in head or "– " in head):
        return 0, ""
    found = _LABELLED.match(head)
    if found is None:
        return 0, ""
    label = found[1].strip(" .,'\"[(").casefold()
    if label in words.labels or label in words.status:
        return found.end(), label
    return 0, ""


def spoken_label_end(text: str, words: Lexicon) -> tuple[int, str]:
    """Find the label that *text* begins with and that "by" or nothing sets off.

    Returns:
        Where the rest begins, and the label case folded; (0, "") without one.
    """
    pieces = text[:60].split(" ", _MOST_LABEL_WORDS + 1)
    if pieces[0].casefold().rstrip(".") not in words.label_heads:
        return 0, ""
    for count in range(min(_MOST_LABEL_WORDS, len(pieces) - 1), 0, -1):
        label = " ".join(pieces[:count])
        folded = label.casefold().rstrip(".")
        if folded not in words.labels:
            continue
        by = pieces[count].casefold() in words.by and len(pieces) > count + 1
        rest = pieces[count + 1] if by else pieces[count]
        if by or label[-1] == "." or _may_follow(rest):
            return len(label) + 1 + (len(pieces[count]) + 1 if by else 0), folded
        return 0, ""
    return 0, ""


def _may_follow(word: str) -> bool:
    """Return whether *word* can begin a name behind a bare label."""
    return (
        word[:1] in "@©('\""
        or word[:1].isupper()
        or not (word[:1].isascii() or word[:1].islower())
    )


def says_status(text: str, words: Lexicon) -> bool:
    """Return whether *text* begins with a word of provenance that holds a label."""
    pieces = text[:60].casefold().split(" ", _MOST_LABEL_WORDS + 1)
    if pieces[0].rstrip(".") not in words.status_heads:
        return False
    heads = (" ".join(pieces[:n]).rstrip(".") for n in range(2, _MOST_LABEL_WORDS + 2))
    return any(head in words.status for head in heads)


def _unsign(at: Wrapped) -> None:
    """Drop a copyright sign and the year beside it."""
    text = at.text
    sign = _SIGN.match(text) if text[:1] in _SIGN_STARTS else None
    rest = text[sign.end() :] if sign else text
    year = _YEAR.match(rest) if rest[:1].isdigit() else None
    if year and len(rest) > year.end():
        at.text, at.label, at.year = rest[year.end() :], True, int(year[1])
        return
    if not sign:
        return
    at.text, at.label = rest, True
    last = _LAST_YEAR.search(rest[-9:])
    if last and at.year is None:
        at.text = rest[: len(rest) - len(rest[-9:]) + last.start()]
        at.year = int(last[1])


def _unlabel(at: Wrapped, words: Lexicon) -> None:
    """Drop a label and note what it says."""
    text = at.text
    end, label = label_end(text, words)
    by = False
    if not end and text[:6] == "Credit" and (glued := _GLUED.match(text)):
        end, label = glued.end(), "credit"
    if not end and not says_status(text, words):
        end, label = spoken_label_end(text, words)
        by = bool(end) and text[:end].split()[-1].casefold() in words.by
    if not end or not text[end:].strip(_EDGES):
        return
    kind, status = words.labels.get(label), words.status.get(label)
    if status and _keeps(label, text, end):
        return
    at.text, at.label = text[end:], True
    at.person = at.person or by or label in words.person_labels
    if kind in {None, ImageKind.PHOTO, ImageKind.SCREENSHOT}:
        at.status = status or at.status
    if kind not in {None, ImageKind.PHOTO}:
        at.kind = kind


def _keeps(label: str, text: str, end: int) -> bool:
    """Return whether a word of provenance before a slash stays in the text."""
    return "/" in text[len(label) : end]


def _without_rights(text: str, words: Lexicon) -> str:
    if len(text) < _SHORTEST_RIGHTS:
        return text
    folded = text.casefold()
    if len(folded) != len(text) or not any(hint in folded for hint in _RIGHTS):
        return text
    for statement in words.rights:
        at = folded.find(statement)
        if at >= 0:
            return f"{text[:at].rstrip(_EDGES)} {text[at + len(statement) :].lstrip(_EDGES + '.')}"
    return text


def license_of(text: str) -> tuple[str | None, str]:
    """Split off the licence that *text* names.

    Returns:
        The licence as printed or None, and the rest of the text.
    """
    folded = text.casefold()
    if not any(hint in folded for hint in _LICENSE_HINTS):
        return None, text
    found = _LICENSE.search(text)
    if found is None:
        return None, text
    before, after = (
        text[: found.start()].rstrip(" (["),
        text[found.end() :].lstrip(" )]"),
    )
    after = _LICENSE.sub("", after).strip()
    return found[0], f"{before} / {after}" if before and after else before or after


def unwrap(text: str, words: Lexicon) -> Wrapped:
    """Take brackets, labels and signs off a credit.

    Args:
        text: Plain text (`plain`) of a credit.
        words: The lexicon.

    Returns:
        What is left and what the wrapping said.
    """
    at = Wrapped(_without_rights(text, words))
    for _ in range(8):
        before = at.text
        at.text = _unbracketed(trimmed(before))
        if " nuotr" in at.text:
            at.text = _NUOTR.sub("", at.text)
        _unsign(at)
        _unlabel(at, words)
        if at.text == before:
            break
    return at
