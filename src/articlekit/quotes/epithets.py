"""Descriptions that lead back to somebody named before: "the biologist said"."""

from typing import Final

from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.mentions import Candidate
from articlekit.quotes.tokens import Line

# Whose description it is: "his lawyer", "Lee's doctor".
_OWNED: Final = frozenset("GHo")
# What may follow a description that tells no more of somebody.
_CLOSING: Final = ("", ",", ".", ";", ":", "-", "Q", "C", ")", "P", "b", "X")
# How far a description reaches back at most, in words.
_LONG: Final = 8


def gender_of(line: Line, mention: Candidate, lexicon: Lexicon) -> str | None:
    """Return "m", "f" or "" for a description of somebody known, else None.

    Such a one is definite ("the biologist"), and tells nobody else's relation
    ("the mayor's lawyer", "the head of the bank").
    """
    begin, end = mention.begin, mention.end
    classes = line.classes
    word = line.words[end - 1].lower()
    if end - begin > _LONG or _OWNED & set(classes[begin:end]):
        return None
    if mention.kind != "r" and not word.endswith(lexicon.person_ends):
        return None
    if _is_anothers(line, mention, lexicon):
        return None
    gender = lexicon.genders.get(word, "")
    if classes[begin] == "D":
        article = lexicon.definite.get(line.words[begin].lower())
        # "la sociologue": where the word is both, the article tells.
        first, second = (article, gender) if lexicon.joins else (gender, article)
        return None if article is None else first or second
    if lexicon.oblique and is_alone(line, mention, lexicon):
        return None if word in lexicon.strangers else gender or _ending(word, lexicon)
    return gender if _is_bare(word, lexicon) else None


def _is_anothers(line: Line, mention: Candidate, lexicon: Lexicon) -> bool:
    """Whether a description is of an office, or tells whose somebody is."""
    begin, end = mention.begin, mention.end
    if not lexicon.offices.isdisjoint(map(str.lower, line.words[begin:end])):
        return True
    return (
        "".join(line.words[end : end + 1]).lower() in lexicon.owning
        and line.words[begin].lower() not in lexicon.demonstrative
        and line.classes[end + 1 : end + 2] not in ("V", "v", "#")
    )


def is_alone(line: Line, mention: Candidate, lexicon: Lexicon) -> bool:
    """Whether one noun is all there is of a description: "řekla režisérka"."""
    before = line.words[mention.begin : mention.end - 1]
    if not all(word.endswith(lexicon.adjectives) for word in before):
        return False
    after = line.classes[mention.end : mention.end + 2]
    if after[:1] == "w" and line.words[mention.end].endswith(lexicon.oblique):
        # "vzkázal umělec fanouškům".
        return True
    return after[:1] in _CLOSING and after[1:] != "W"


def _ending(word: str, lexicon: Lexicon) -> str:
    return "f" if lexicon.feminine and word.endswith(lexicon.feminine) else "m"


def _is_bare(word: str, lexicon: Lexicon) -> bool:
    """Whether a noun without an article is definite by its end: "mittbacken"."""
    return bool(lexicon.definite_ends) and word.endswith(lexicon.definite_ends)


def is_new(line: Line, mention: Candidate, lexicon: Lexicon) -> bool:
    """Whether a description is of somebody not known yet: "a biologist"."""
    if line.classes[mention.begin] != "D":
        return False
    return line.words[mention.begin].lower() in lexicon.indefinite
