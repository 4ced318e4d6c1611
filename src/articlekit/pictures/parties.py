"""Pieces of a credit and the parts that they play in it."""

import re
from typing import Final

import attrs

from articlekit.model.image import CreditStatus
from articlekit.pictures.lexicon import Lexicon, is_cjk
from articlekit.pictures.names import Shape, maker, shape
from articlekit.pictures.wrapping import (
    label_end,
    says_status,
    spoken_label_end,
    trimmed,
)
from articlekit.text.agencies import agency_kind, agency_name

_SEPARATORS: Final = re.compile(
    r"\s*[/|;•·、\n©]\s*|\s+[-–—]\s+|\s*[,،]\s+|\s*=\s*|:\s+|\s*\(|\)\s*"
    r"|(?<=[a-zà-ÿ)])\.\s+(?=[A-Z])"
)
_CJK_COMMA: Final = re.compile(r"[,，、](?=[\u3040-\u9fff\uac00-\ud7af])")
_EDITOR: Final = re.compile(r"[a-zé]{2,3}\.?")
_YEAR: Final = re.compile(
    r"[\s(]{0,3}\b(?:(?:19|20)\d\d|1\d\d年)\)?$|^(?:19|20)\d\d\s+"
)
_QUOTES: Final = frozenset('"“„«»”‘‚『「')
_MOST_PIECES: Final = 24
_MOST_STATUS_WORDS: Final = 7


class Role:
    """What a party is to the picture."""

    PERSON: Final = "person"
    SUPPLIER: Final = "supplier"
    GUESS: Final = "guess"
    PLATFORM: Final = "platform"


@attrs.define
class Party:
    """A piece of a credit.

    Attributes:
        name: Name as it is to be returned, or "" for a word of provenance.
        role: One of `Role`.
        kind: Kind of a known agency, or None.
        status: Status that the piece says, or None.
        shape: What the name looks like, where nobody knows it.
        mark: The separator before it.
    """

    name: str
    role: str
    kind: str | None = None
    status: CreditStatus | None = None
    shape: Shape = Shape.OTHER
    mark: str = ""


def known_party(text: str) -> Party | None:
    """Return the party of a name that the lexicon of agencies knows, or None."""
    name = agency_name(text)
    if name is None:
        return None
    kind = agency_kind(name)
    if kind == "pool":
        return Party("", Role.SUPPLIER, status=CreditStatus.POOL)
    role = Role.PLATFORM if kind == "platform" else Role.SUPPLIER
    return Party(name, role, kind=kind)


def _provided(text: str, status: CreditStatus, words: Lexicon) -> Party:
    """Read what stands beside a word of provenance."""
    pieces = text.split()
    if len(pieces) > 1 and pieces[0].casefold() in words.of_words:
        pieces.pop(0)
    if len(pieces) > 1 and pieces[0] in words.articles:
        pieces.pop(0)
    name = trimmed(" ".join(pieces))
    if not name or name.casefold() in words.labels:
        return Party("", Role.SUPPLIER, status=status)
    found = known_party(name)
    if found is None:
        found = plain_party(name, words)
        if status in {CreditStatus.COURTESY, CreditStatus.HANDOUT}:
            found.role = Role.SUPPLIER
    found.status = status
    return found


def _names_body(head: str, rest: list[str], words: Lexicon) -> bool:
    """Return whether a word of provenance begins the name of a body instead."""
    if not words.organisation.issuperset(head.split()):
        return False
    filed = words.status.get(head) is CreditStatus.FILE
    return not filed or (bool(rest) and rest[0].casefold() in words.of_words)


def _status_first(text: str, words: Lexicon) -> Party | None:
    pieces = text.split(" ", _MOST_STATUS_WORDS)
    if pieces[0].casefold().rstrip(".:") not in words.status_heads:
        return None
    for count in range(min(_MOST_STATUS_WORDS, len(pieces)), 0, -1):
        head = " ".join(pieces[:count]).casefold().rstrip(".:")
        status = words.status.get(head) or words.status.get(head + ".")
        if status and not _names_body(head, pieces[count:], words):
            return _provided(" ".join(pieces[count:]), status, words)
    return None


def _status_last(text: str, words: Lexicon) -> Party | None:
    pieces = text.rsplit(" ", 3)
    if pieces[-1].casefold().rstrip(".") not in words.status_tails:
        return None
    for start in range(1, len(pieces)):
        tail = " ".join(pieces[start:]).casefold().rstrip(".")
        status = words.status.get(tail) or words.status.get(tail + ".")
        if status:
            rest = " ".join(pieces[:start])
            doubtful = status is CreditStatus.FILE or (
                " " not in tail and tail != "handout"
            )
            if doubtful and not agency_name(rest):
                return None
            return _provided(rest, status, words)
    return None


def _status_unspaced(text: str, words: Lexicon) -> Party | None:
    for word in words.unspaced:
        if text.startswith(word) and words.status[word] is CreditStatus.SCREENSHOT:
            return _provided(text[len(word) :].strip(), words.status[word], words)
        if text.casefold().endswith(word):
            return _provided(text[: -len(word)].strip(), words.status[word], words)
    return None


def _reporter(text: str, words: Lexicon) -> list[Party] | None:
    """Read "agency reporter name" of East Asian credits."""
    found = maker(text)
    if found is None:
        return None
    body, name = found
    if known := known_party(name):
        return [known]
    parties = [Party(name, Role.PERSON)]
    if shape(name, words) is Shape.ORGANISATION and not body and "기자" not in text:
        parties = [Party(name, Role.SUPPLIER)]
    if body:
        parties.insert(0, known_party(body) or Party(body, Role.SUPPLIER))
    return parties


def _beside_agency(text: str, words: Lexicon) -> list[Party] | None:
    """Read "AP Jane Roe" and "Jane Roe AFP", where nothing stands between."""
    pieces = text.split(" ")
    if len(pieces) < 3:
        return None
    for agency, name, first in (
        (pieces[0], pieces[1:], True),
        (pieces[-1], pieces[:-1], False),
    ):
        known = known_party(agency)
        person = " ".join(name)
        if (
            known
            and known.kind in {"wire", "photo"}
            and shape(person, words) is Shape.PERSON
        ):
            party = Party(person, Role.PERSON)
            return [known, party] if first else [party, known]
    return None


def plain_party(text: str, words: Lexicon) -> Party:
    """Return the party for a name that no lexicon knows."""
    found = shape(text, words)
    role = {Shape.PERSON: Role.PERSON, Shape.ORGANISATION: Role.SUPPLIER}.get(
        found, Role.GUESS
    )
    return Party(text, role, shape=found)


def _people(text: str, words: Lexicon) -> list[Party] | None:
    """Read two or more names with "and" between them."""
    if " " not in text:
        return None
    pieces, names = text.replace(" & ", " and ").split(), [""]
    for piece in pieces:
        if piece.casefold() in words.and_words and names[-1]:
            names.append("")
        else:
            names[-1] = f"{names[-1]} {piece}".strip()
    if len(names) < 2 or not all(names):
        return None
    parties = [known_party(n) or plain_party(n, words) for n in names]
    if all(p.kind or p.shape is Shape.PERSON for p in parties):
        return parties
    return None


def _on_platform(text: str, words: Lexicon) -> list[Party] | None:
    """Read "name on Unsplash" and "name from Pixabay"."""
    pieces = text.split()
    for at in range(len(pieces) - 2, 0, -1):
        if pieces[at].casefold() in words.on_words:
            known = known_party(" ".join(pieces[at + 1 :]))
            return [plain_party(" ".join(pieces[:at]), words), known] if known else None
    return None


def _with_handles(text: str, words: Lexicon) -> list[Party]:
    """Read a piece that holds names of accounts: "Twitter @someone"."""
    pieces = text.split()
    accounts = [
        Party(trimmed(p), Role.PERSON, shape=Shape.PERSON)
        for p in pieces
        if p[0] == "@"
    ]
    rest = " ".join(p for p in pieces if "@" not in p)
    return read_piece(rest, words) + accounts if rest else accounts


def read_piece(text: str, words: Lexicon) -> list[Party]:
    """Read one piece of a credit.

    Args:
        text: What stands between two separators.
        words: The lexicon.

    Returns:
        Its parties in order; empty where it names nobody and says nothing.
    """
    text = _bare(text, words)
    if not any(map(str.isalpha, text)) or text.casefold() in words.person_labels:
        return []
    if text[0] in _QUOTES:
        return []  # a title or a prompt
    if "@" in text and " " in text:
        return _with_handles(text, words)
    if status := words.status.get(text.casefold()):
        return [Party("", Role.SUPPLIER, status=status)]
    if known := known_party(text):
        return [known]
    return _read_words(text, words)


def _bare(text: str, words: Lexicon) -> str:
    """Take label and year off a piece."""
    text = trimmed(text)
    end = label_end(text, words)[0]
    if not end and not says_status(text, words):
        end = spoken_label_end(text, words)[0]
    text = trimmed(text[end:]) if end else text
    if text[:1].isdigit() or text[-1:].isdigit() or text[-1:] in ")年":
        text = _YEAR.sub("", text)
    return text


def _read_words(text: str, words: Lexicon) -> list[Party]:
    """Read a piece that no lexicon knows as a whole."""
    found = _status_first(text, words) or _status_last(text, words)
    if found is None and is_cjk(text):
        if several := _reporter(text, words):
            return several
        found = _status_unspaced(text, words)
    if found:
        return [found]
    many = _people(text, words) or _on_platform(text, words)
    return many or _beside_agency(text, words) or [plain_party(text, words)]


def pieces_of(text: str) -> list[tuple[str, str]]:
    """Cut a credit at its separators.

    Returns:
        Pairs of the separator before a piece ("" for the first) and the piece.
    """
    found: list[tuple[str, str]] = []
    start, mark = 0, ""
    for hit in _SEPARATORS.finditer(text):
        found.append((mark, text[start : hit.start()]))
        start, mark = hit.end(), hit[0].strip() or "-"
        if len(found) >= _MOST_PIECES:
            break
    found.append((mark, text[start:]))
    return found


def joined_pieces(
    pieces: list[tuple[str, str]], words: Lexicon
) -> list[tuple[str, str]]:
    """Put back what belongs to the name before it: "Roe, Jr.", "Acme, Inc."."""
    kept: list[tuple[str, str]] = []
    for mark, piece in pieces:
        bare = piece.strip()
        if mark == ":" and kept and kept[-1][1].casefold() in words.labels:
            kept.pop()
        if kept and mark == "," and bare.casefold().strip(".") in words.joined:
            kept[-1] = (kept[-1][0], f"{kept[-1][1]}, {bare}")
        elif bare:
            kept.append((mark, bare))
    mark, last = kept[-1] if kept else ("", "")
    if (
        len(kept) > 1
        and mark == "/"
        and _EDITOR.fullmatch(last)
        and not agency_name(last)
    ):
        kept.pop()  # initials of the editor, as "/rwa." at the end
    return kept
