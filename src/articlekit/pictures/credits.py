"""A credit as printed -> who made the picture and who supplied it."""

import re
from functools import lru_cache
from typing import Final

import attrs

from articlekit.model.image import CreditStatus, ImageCredit, ImageKind
from articlekit.pictures.lexicon import Lexicon, lexicon
from articlekit.pictures.names import Shape, uncapped
from articlekit.pictures.parties import (
    Party,
    Role,
    joined_pieces,
    known_party,
    pieces_of,
    read_piece,
)
from articlekit.pictures.wrapping import Wrapped, license_of, plain, trimmed, unwrap

_LONGEST: Final = 400
_TAG: Final = re.compile(
    r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,6}|[xX](?:-[A-Za-z0-9]{1,8}){1,4}"
)
_EXPLICIT: Final = (
    CreditStatus.AI, CreditStatus.SCREENSHOT, CreditStatus.HANDOUT, CreditStatus.COURTESY,
    CreditStatus.POOL, CreditStatus.FILE, CreditStatus.STAFF, CreditStatus.SOCIAL,
    CreditStatus.STOCK,
)  # fmt: skip
_FEWEST_LINKED: Final = 2
_STRONG_MARKS: Final = frozenset("/|-(")
_KIND_STATUS: Final = {
    "stock": CreditStatus.STOCK,
    "wire": CreditStatus.WIRE,
    "photo": CreditStatus.WIRE,
}


def is_language(tag: str) -> bool:
    """Return whether *tag* is a well-formed BCP 47 tag."""
    return _TAG.fullmatch(tag) is not None


def check_language(language: str | None) -> None:
    """Raise ValueError where *language* is no well-formed BCP 47 tag."""
    if language is not None and not is_language(language):
        raise ValueError(f"not a well-formed language tag: {language!r}")


def _read(text: str, words: Lexicon) -> list[Party]:
    if known := known_party(text):
        return [known]
    found: list[Party] = []
    for mark, piece in joined_pieces(pieces_of(text), words):
        for party in read_piece(piece, words):
            party.mark = mark
            found.append(party)
    return found


def _chain(text: str, words: Lexicon) -> tuple[list[Party], list[Party]]:
    """Read what stands before and after the words for "via"."""
    folded = text.casefold().split()
    if len(folded) < _FEWEST_LINKED or words.via_heads.isdisjoint(folded):
        return _clients(text, folded, words), []
    links: list[str] = []
    start = 0
    for hit in words.via.finditer(text):
        links.append(text[start : hit.start()])
        start = hit.end()
    links.append(text[start:])
    after = [p for link in links[1:] for p in _read(link, words)]
    return _clients(links[0], folded, words), after


def _clients(text: str, folded: list[str], words: Lexicon) -> list[Party]:
    """Read "name for outlet"; *folded* are its words, case folded."""
    hit = None if words.for_heads.isdisjoint(folded) else words.for_.search(text)
    if hit is None or not hit.start():
        return _read(text, words)
    name, outlet = _read(text[: hit.start()], words), _read(text[hit.end() :], words)
    if not name or name[-1].role not in {Role.PERSON, Role.GUESS} or not outlet:
        return _read(text, words)
    if name[-1].shape in {Shape.PERSON, Shape.WORD}:
        name[-1].role = Role.PERSON
    if not outlet[0].kind:
        outlet[0].role = Role.SUPPLIER
    return name + outlet


def _decide(parties: list[Party], *, person: bool) -> None:
    """Decide who the parties are that may be people or suppliers."""
    anchored = any(p.kind for p in parties)
    for at, party in enumerate(parties):
        if party.role is Role.GUESS:
            party.role = _guess(parties, at, anchored=anchored, person=person)
    if len(parties) == 2 and not anchored and _is_supplier(*parties):
        parties[1].role = Role.SUPPLIER


def _guess(parties: list[Party], at: int, *, anchored: bool, person: bool) -> str:
    """Decide on a single word: a stock contributor, a surname, or a company."""
    if parties[at].shape is not Shape.WORD:
        return Role.SUPPLIER
    if anchored or (person and at == 0):
        return Role.PERSON
    named = [p for p in parties if p.name]
    pair = len(named) == 2 and at == 0 and parties[1].mark in {"/", "("}
    return (
        Role.PERSON if pair and parties[1].shape is not Shape.PERSON else Role.SUPPLIER
    )


def _is_supplier(first: Party, second: Party) -> bool:
    """Return whether a name after a slash and another name is the supplier."""
    if second.mark not in _STRONG_MARKS or second.name[:1] == "@":
        return False
    return first.shape is second.shape is Shape.PERSON


def _unique(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _status(parties: list[Party], wrapped: Wrapped) -> CreditStatus:
    said = {p.status for p in parties} | {wrapped.status}
    for status in _EXPLICIT:
        if status in said:
            return status
    if wrapped.kind is ImageKind.SCREENSHOT:
        return CreditStatus.SCREENSHOT
    if any(p.role is Role.PLATFORM for p in parties):
        return CreditStatus.SOCIAL
    kinds = {p.kind for p in parties}
    return next(
        (s for kind, s in _KIND_STATUS.items() if kind in kinds), CreditStatus.UNKNOWN
    )


def _kind(status: CreditStatus, wrapped: Wrapped) -> ImageKind:
    if wrapped.kind is not None:
        return wrapped.kind
    return (
        ImageKind.SCREENSHOT if status is CreditStatus.SCREENSHOT else ImageKind.PHOTO
    )


@attrs.frozen
class Reading:
    """A credit taken apart.

    Attributes:
        wrapped: The credit without its wrapping.
        license: Licence as printed, or None.
        before: Parties up to the word for "via".
        after: Parties behind it.
    """

    wrapped: Wrapped
    license: str | None
    before: list[Party]
    after: list[Party]

    @property
    def parties(self) -> list[Party]:
        """All parties in order."""
        return self.before + self.after


@lru_cache(maxsize=256)
def read_credit(text: str) -> Reading:
    """Take *text*, the plain text of a credit, apart; callers must not change it."""
    words = lexicon()
    wrapped = unwrap(text, words)
    license_, core = license_of(wrapped.text)
    before, after = _chain(trimmed(core), words)
    _decide(before, person=wrapped.person)
    return Reading(wrapped, license_, before, after)


def _confidence(parties: list[Party], wrapped: Wrapped) -> float:
    if not wrapped.text:
        return 0.0
    if any(p.kind or p.status for p in parties):
        return 0.95
    if wrapped.label:
        return 0.9
    return 0.6 if any(p.role is Role.PERSON for p in parties) else 0.5


def _suppliers(before: list[Party], after: list[Party]) -> tuple[list[str], list[str]]:
    """Return names of suppliers and of distributors."""
    suppliers = [p.name for p in before if p.role is Role.SUPPLIER]
    platforms = [p.name for p in before if p.role is Role.PLATFORM]
    via = [p.name for p in after if p.role is not Role.PERSON]
    if after and after[0].role is Role.PLATFORM:
        suppliers += [p.name for p in after[1:] if p.kind and p.role is Role.SUPPLIER]
        via = [n for n in via if n not in suppliers]
    if any(p.name for p in before if p.role is not Role.PLATFORM):
        return suppliers, platforms + via
    return suppliers + platforms, via


def parse_credit(text: str, *, language: str | None = None) -> ImageCredit:
    """Split a picture's credit into people, suppliers and what it says of itself.

    Args:
        text: The credit as printed, with or without label and brackets.
        language: BCP 47 tag of its language, if known. Labels and words of all
            languages are read whatever it says; it settles how capitals fold.

    Returns:
        The credit. `confidence` is 0 where *text* names nobody and says nothing,
        as for an empty one or for marks alone.

    Raises:
        ValueError: *language* is no well-formed language tag.
    """
    check_language(language)
    raw = text.strip()
    if len(raw) > _LONGEST:
        return ImageCredit(raw=raw, text=" ".join(raw.split()), confidence=0.1)
    read = read_credit(plain(raw))
    if not any(c.isalnum() for c in read.wrapped.text):
        return ImageCredit(raw=raw, text="", confidence=0.0)
    return credit_of(raw, read, language)


def _folds(language: str | None) -> bool:
    """Return whether small letters follow from capitals without a language's rules."""
    return (language or "")[:2].casefold() not in {"tr", "az"}


def credit_of(raw: str, read: Reading, language: str | None) -> ImageCredit:
    """Make the credit that was printed as *raw* and taken apart as *read*."""
    parties, words, fold_capitals = read.parties, lexicon(), _folds(language)
    suppliers, via = _suppliers(read.before, read.after)
    people = [p.name for p in parties if p.role is Role.PERSON]
    status = _status(parties, read.wrapped)
    return ImageCredit(
        raw=raw,
        text=read.wrapped.text,
        photographers=_unique(
            [uncapped(n, words) if fold_capitals else n for n in people]
        ),
        agencies=_unique(suppliers),
        via=_unique(via),
        status=status,
        kind=_kind(status, read.wrapped),
        license=read.license,
        year=read.wrapped.year,
        confidence=_confidence(parties, read.wrapped),
    )
