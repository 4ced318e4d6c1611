"""How sure it is that a text is a picture's credit."""

from typing import Final

from articlekit.model.image import CreditStatus
from articlekit.pictures.credits import Reading, read_credit
from articlekit.pictures.lexicon import Lexicon, is_cjk
from articlekit.pictures.names import Shape, maker
from articlekit.pictures.parties import Party, Role
from articlekit.pictures.wrapping import label_end

LONGEST: Final = 200
"""Longer texts are no credits."""
CERTAIN: Final = 0.7
"""What is as sure as this is cut out of a caption."""
LIKELY: Final = 0.4
"""What is less sure than this is no credit."""
_LONGEST_WIDE: Final = 18
_MOST_SMALL_WORDS: Final = 4
_MOST_SMALL_LABELLED: Final = 9
_MOST_GIVEN_WORDS: Final = 6
_WEAK_KINDS: Final = frozenset(("platform", "outlet"))
_SMALL: Final = frozenset("of and the for by via et und y e i og och de la du".split())
_MOST_LABELLED_WORDS: Final = 8
_MOST_LOOSE_WORDS: Final = 4


def small_words(text: str) -> int:
    """Count the small words of *text* that names and agencies do not hold."""
    small = 0
    for word in text.split()[:24]:
        small += (
            word[:1].islower()
            and word not in _SMALL
            and "." not in word
            and "/" not in word
        )
    return small


def strength(text: str, words: Lexicon) -> float:
    """Return how sure it is that *text*, plain and short, is a credit.

    Returns:
        0 to 1; 0.7 and more is certain enough to cut it out of a caption.
    """
    if not 1 < len(text) <= LONGEST:
        return 0.0
    if text[0].isdigit() and 2 * sum(map(str.isdigit, text)) >= len(text):
        return 0.0
    small = small_words(text)
    if small > _MOST_SMALL_WORDS and (
        small > _MOST_SMALL_LABELLED or not label_end(text.lstrip("(["), words)[0]
    ):
        return 0.0
    return _strength(read_credit(text), text)


def _strength(read: Reading, text: str) -> float:
    parties = read.parties
    if not parties:
        return 0.8 if read.license else 0.0
    if _begins_small(read, parties[0]):
        return 0.3 if len(parties) > 1 and "/" in text else 0.0
    loose = [p for p in parties if p.name and not p.kind and p.shape is Shape.OTHER]
    wordy = sum(len(p.name.split()) for p in loose if p.role is not Role.PERSON)
    if read.wrapped.label:
        return 0.9 if wordy <= _MOST_LABELLED_WORDS and not _is_text(parties) else 0.5
    if any(p.kind for p in parties):
        return _with_known(parties, loose, wordy, text=text)
    if any(p.status for p in parties):
        return _with_status(read, wordy)
    return _unknown(read, text)


def _is_text(parties: list[Party]) -> bool:
    """Return whether one of the names is too long in a script without spaces."""
    return any(len(p.name) > _LONGEST_WIDE and is_cjk(p.name) for p in parties)


def _begins_small(read: Reading, first: Party) -> bool:
    """Return whether a small letter begins what nothing tells to be a credit."""
    told = first.kind or first.status or read.wrapped.label
    return not told and read.wrapped.text[:1].islower()


def _with_known(
    parties: list[Party], loose: list[Party], wordy: int, *, text: str
) -> float:
    """Judge names among which there is a known agency."""
    known = [p for p in parties if p.kind]
    weak = all(p.kind in _WEAK_KINDS for p in known)
    small = any(p.name[:1].islower() and " " in p.name for p in loose)
    if small or (weak and wordy) or wordy > _MOST_LOOSE_WORDS:
        return 0.3
    if len(known) == len(parties) or any(mark in text for mark in ("/", ",", "(")):
        return 0.9
    return 0.9 if " via " in text else 0.75


def _with_status(read: Reading, wordy: int) -> float:
    said = {p.status for p in read.parties} - {None}
    if said == {CreditStatus.FILE}:
        people = any(p.shape is Shape.PERSON for p in read.parties)
        return 0.8 if people and not wordy else 0.3
    return 0.8 if wordy <= _MOST_GIVEN_WORDS else 0.3


def _unknown(read: Reading, text: str) -> float:
    """Judge names that no lexicon knows and that no label explains."""
    if is_cjk(text) and maker(read.wrapped.text):
        return 0.85
    parties = read.parties
    people = [p for p in parties if p.shape is Shape.PERSON]
    if len(parties) > 1 and " / " in text and text.isupper():
        return 0.8
    if len(parties) > 1 and "/" in text and all(p.name[:1].isupper() for p in parties):
        return 0.8 if people and len(people) < len(parties) else 0.3
    return LIKELY if len(people) == len(parties) else 0.2


def is_sentence(text: str) -> bool:
    """Return whether *text* has more small words than a credit has."""
    return small_words(text) > _MOST_SMALL_WORDS
