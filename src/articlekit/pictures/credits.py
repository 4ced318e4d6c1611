"""A credit as printed -> who made the picture and who supplied it."""

import re
from typing import Final

import attrs

from articlekit.model.image import CreditStatus, ImageCredit, ImageKind
from articlekit.pictures.lexicon import Lexicon, lexicon
from articlekit.pictures.names import Shape, uncapped
from articlekit.pictures.parties import (
    Party,
    Role,
    joined_pieces,
    pieces_of,
    read_piece,
)
from articlekit.pictures.wrapping import Wrapped, license_of, plain, trimmed, unwrap

_LONGEST: Final = 400
_TAG: Final = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,6}|[xX](?:-[A-Za-z0-9]{1,8}){1,4}")
_EXPLICIT: Final = (
    CreditStatus.AI, CreditStatus.SCREENSHOT, CreditStatus.HANDOUT, CreditStatus.COURTESY,
    CreditStatus.POOL, CreditStatus.FILE, CreditStatus.STAFF, CreditStatus.SOCIAL,
    CreditStatus.STOCK,
)  # fmt: skip
_KIND_STATUS: Final = {"stock": CreditStatus.STOCK, "wire": CreditStatus.WIRE, "photo": CreditStatus.WIRE}


def check_language(language: str | None) -> None:
    """Raise ValueError where *language* is no well-formed BCP 47 tag."""
    if language is not None and not _TAG.fullmatch(language):
        raise ValueError(f"not a well-formed language tag: {language!r}")


def _read(text: str, words: Lexicon) -> list[Party]:
    pieces = joined_pieces(pieces_of(text), words)
    return [attrs.evolve(p, mark=mark) for mark, piece in pieces for p in read_piece(piece, words)]


def _chain(text: str, words: Lexicon) -> tuple[list[Party], list[Party]]:
    """Read what stands before and after the words for "via"."""
    links, start = [], 0
    for hit in words.via.finditer(text):
        links.append(text[start : hit.start()])
        start = hit.end()
    links.append(text[start:])
    after = [p for link in links[1:] for p in _read(link, words)]
    return _clients(links[0], words), after


def _clients(text: str, words: Lexicon) -> list[Party]:
    """Read "name for outlet"."""
    hit = words.for_.search(text)
    if hit is None or not hit.start():
        return _read(text, words)
    name, outlet = _read(text[: hit.start()], words), _read(text[hit.end() :], words)
    if not name or name[-1].role not in {Role.PERSON, Role.GUESS} or not outlet:
        return _read(text, words)
    if name[-1].shape in {Shape.PERSON, Shape.WORD}:
        name[-1] = attrs.evolve(name[-1], role=Role.PERSON)
    if not outlet[0].kind:
        outlet[0] = attrs.evolve(outlet[0], role=Role.SUPPLIER)
    return name + outlet


def _decided(parties: list[Party], *, person: bool) -> list[Party]:
    """Decide who the parties are that may be people or suppliers."""
    anchored = any(p.kind for p in parties)
    decided: list[Party] = []
    for at, party in enumerate(parties):
        role = party.role
        if role is Role.GUESS:
            role = _guess(parties, at, anchored=anchored, person=person)
        elif _second_of_two(parties, at, anchored=anchored):
            role = Role.SUPPLIER
        decided.append(party if role is party.role else attrs.evolve(party, role=role))
    return decided


def _guess(parties: list[Party], at: int, *, anchored: bool, person: bool) -> str:
    """Decide on a single word: a stock contributor, a surname, or a company."""
    if parties[at].shape is not Shape.WORD:
        return Role.SUPPLIER
    if anchored or (person and at == 0):
        return Role.PERSON
    named = [p for p in parties if p.name]
    pair = len(named) == 2 and at == 0 and parties[1].mark in {"/", "("}
    return Role.PERSON if pair and parties[1].shape is not Shape.PERSON else Role.SUPPLIER


def _second_of_two(parties: list[Party], at: int, *, anchored: bool) -> bool:
    """Return whether a name after a slash and another name is the supplier."""
    party = parties[at]
    return (
        at == 1
        and len(parties) == 2
        and not anchored
        and party.role is Role.PERSON
        and party.mark in {"/", "|", "-", "("}
        and party.name[:1] != "@"
        and parties[0].role is Role.PERSON
    )


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
    return next((s for kind, s in _KIND_STATUS.items() if kind in kinds), CreditStatus.UNKNOWN)


def _kind(status: CreditStatus, wrapped: Wrapped) -> ImageKind:
    if wrapped.kind is not None:
        return wrapped.kind
    return ImageKind.SCREENSHOT if status is CreditStatus.SCREENSHOT else ImageKind.PHOTO


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


def read_credit(text: str, words: Lexicon) -> Reading:
    """Take *text*, the plain text of a credit, apart."""
    wrapped = unwrap(text, words)
    license_, core = license_of(wrapped.text)
    before, after = _chain(trimmed(core), words)
    return Reading(wrapped, license_, _decided(before, person=wrapped.person), after)


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
    raw, words = text.strip(), lexicon()
    if len(raw) > _LONGEST:
        return ImageCredit(raw=raw, text=" ".join(raw.split()), confidence=0.1)
    read = read_credit(plain(raw), words)
    if not any(c.isalnum() for c in read.wrapped.text):
        return ImageCredit(raw=raw, text="", confidence=0.0)
    return _credit(raw, read, fold_capitals=_folds(language), words=words)


def _folds(language: str | None) -> bool:
    """Return whether small letters follow from capitals without a language's rules."""
    return (language or "")[:2].casefold() not in {"tr", "az"}


def _credit(raw: str, read: Reading, *, fold_capitals: bool, words: Lexicon) -> ImageCredit:
    parties = read.before + read.after
    suppliers, via = _suppliers(read.before, read.after)
    people = [p.name for p in parties if p.role is Role.PERSON]
    status = _status(parties, read.wrapped)
    return ImageCredit(
        raw=raw,
        text=read.wrapped.text,
        photographers=_unique([uncapped(n, words) if fold_capitals else n for n in people]),
        agencies=_unique(suppliers),
        via=_unique(via),
        status=status,
        kind=_kind(status, read.wrapped),
        license=read.license,
        year=read.wrapped.year,
        confidence=_confidence(parties, read.wrapped),
    )
