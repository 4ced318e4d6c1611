"""Who a piece of a credit names: a person, a supplier, or nobody for certain."""

import re
from enum import Enum
from typing import Final

from articlekit.pictures.lexicon import Lexicon, is_cjk

_MOST_NAME_WORDS: Final = 5
_MIXED: Final = re.compile(r"^(?:MC|MAC)")
_LEAST_CAPITALS: Final = 4
_MOST_TITLE_WORDS: Final = 4
# What the names of newspapers begin with.
_TITLES: Final = frozenset("the le la les el los las il lo der die das".split())
_NUMBERED: Final = frozenset({"II", "III", "IV", "JR", "SR"})
_DOMAIN: Final = re.compile(
    r"[\w-]{2,}\.(?:com|org|net|[a-z]{2,3})(?:/|$)", re.IGNORECASE
)
_MAKER: Final = re.compile(
    r"\s*(?:撮影|摄影|攝影|摄|攝|촬영|\s기자|(?<=\S)기자|記者|记者|特派員|カメラマン|さん|特派员"
    r"|인턴기자|선임기자|사진기자|객원기자|대기자|작가|특파원|氏)$"
)
_MAKER_FIRST: Final = re.compile(
    r"^(.{0,12}?)(?:本报记者|本報記者|本社记者|摄影记者|攝影記者|记者|記者|通讯员|特約攝影)\s*(\S.{0,20})$"
)
_KOREAN_NAME: Final = re.compile(r"[가-힣]{2,4}")
_HAN_NAME: Final = re.compile(
    r"[\u3400-\u9fff々ヶァ-ヶーぁ-ん]{2,4}(?:[ ・·][\u3400-\u9fffァ-ヶー]{1,10})?"
)


class Shape(Enum):
    """What a piece looks like."""

    PERSON = "person"
    ORGANISATION = "organisation"
    WORD = "word"
    OTHER = "other"


def maker(text: str) -> tuple[str, str] | None:
    """Split the words for "reporter" or "photographed" off an East Asian name.

    Returns:
        The body that the person works for, or "", and the name; None where
        there is no such word.
    """
    first = _MAKER_FIRST.match(text)
    if first:
        return first[1].strip(), _MAKER.sub("", first[2]).strip()
    bare = _MAKER.sub("", text)
    if bare == text or not bare:
        return None
    again = _MAKER.sub("", bare)
    body, _, name = (again or bare).rpartition(" ")
    return (body, name) if _KOREAN_NAME.fullmatch(name) else ("", again or bare)


def _cjk_shape(text: str, words: Lexicon) -> Shape:
    if text.endswith(words.organisation_ends):
        return Shape.ORGANISATION
    if _HAN_NAME.fullmatch(text) or _KOREAN_NAME.fullmatch(text):
        return Shape.WORD
    return Shape.OTHER


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "").replace("-", "").replace("&", "")
    return len(letters) > 1 and letters.isupper() and "." not in word


def _is_name_word(word: str, words: Lexicon) -> bool:
    """Return whether *word* can be part of a person's name."""
    if word.casefold().strip(".") in words.particles:
        return True
    letters = word.replace("-", "").replace("'", "").replace("’", "").replace(".", "")
    letters = letters.replace("\u200c", "")
    if not letters or any(c.isdigit() for c in letters):
        return False
    return word[0].isupper() or not (word[0].islower() or word[0].isascii())


def _is_small_name(pieces: list[str], odd: str, words: Lexicon) -> bool:
    """Return whether *odd* is a name in small letters: "Shin hyun Kyung"."""
    linking = odd in words.of_words or odd in words.and_words or odd in words.on_words
    return pieces.index(odd) == 1 and len(pieces) == 3 and odd.isalpha() and not linking


def _person(pieces: list[str], words: Lexicon) -> bool:
    """Return whether these two to five words can be a person's name."""
    odd = [p for p in pieces if not _is_name_word(p, words)]
    if odd and not (len(odd) == 1 and _is_small_name(pieces, odd[0], words)):
        return False
    if pieces[0].casefold() in _TITLES and len(pieces) < _MOST_TITLE_WORDS:
        return False
    if pieces[-1].casefold() in words.particles:
        return False
    acronyms = [p for p in pieces if _is_acronym(p) and p not in _NUMBERED]
    if not acronyms or len(acronyms) == len(pieces):
        return True
    return all(len(p) >= _LEAST_CAPITALS for p in acronyms)  # "Jean DUPONT"


def shape(text: str, words: Lexicon) -> Shape:
    """Return what *text*, a piece of a credit that no lexicon knows, looks like."""
    if is_cjk(text):
        return _cjk_shape(text, words)
    if text[:1] == "@":
        return Shape.PERSON
    if _DOMAIN.search(text):
        return Shape.ORGANISATION
    pieces = text.replace("&", " & ").split()
    folded = [p.casefold().strip(".,'’\"”") for p in pieces]
    if not words.organisation.isdisjoint(folded) or len(pieces) > _MOST_NAME_WORDS:
        return Shape.ORGANISATION
    if len(pieces) == 1:
        return (
            Shape.ORGANISATION
            if _is_acronym(text) and len(text) <= _MOST_NAME_WORDS
            else Shape.WORD
        )
    return Shape.PERSON if _person(pieces, words) else Shape.OTHER


def uncapped(name: str, words: Lexicon) -> str:
    """Return a name printed in capitals in small letters, where that is certain.

    Names with parts that keep their own capitals ("McKay", "DiCaprio", "de la
    Cruz") and short words that may be initials stay as they are printed.
    """
    pieces = name.split()
    if (
        len(pieces) < 2
        or "İ" in name
        or not any(p.isupper() and len(p) > 2 for p in pieces)
    ):
        return name
    if any(_is_uncertain(piece, words) for piece in pieces):
        return name
    return " ".join(
        p if "." in p or not p.isupper() else _capitalised(p) for p in pieces
    )


def _is_uncertain(piece: str, words: Lexicon) -> bool:
    """Return whether the capitals of *piece* may hide others, or be initials."""
    if not piece.isupper():
        return False
    letters = piece.replace(".", "")
    short = len(letters) == 2 and "." not in piece
    return (
        short
        or letters.casefold() in words.particles
        or _MIXED.match(piece) is not None
    )


def _capitalised(word: str) -> str:
    """Return *word* with one capital a part: "O'Brien", "Anne-Marie"."""
    parts = [
        "'".join(p.capitalize() for p in part.split("'")) for part in word.split("-")
    ]
    return "-".join(parts)
