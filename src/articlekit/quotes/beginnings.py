"""Words at the beginning of a paragraph or sentence that look like names and are none."""

import re
from collections.abc import Sequence
from typing import Final

from articlekit.quotes.lexicon import Lexicon

# The place that a report is from: "ROMA - ", "CASTEL DI SOTTO, 3 mar. - ".
_PLACE: Final = re.compile(
    r"(?:N[PpDw]{0,3}){1,4}(?:\([^)]{1,6}\)|,[#NXb_,]{1,6})?[-.]"
)
# A lone capital where a sentence begins, before a comma.
_LONE: Final = re.compile(r"(?:^|(?<=[.Q-]))-?(?=N,)")
# A small word with a capital before a name: "Della Rovere".
_FIRST: Final = re.compile(r"[PDp](?=[PDp]?[NE])")
# A surname that is a role as well: "Ana Pastor".
_SURNAME: Final = re.compile(r"(?<=N)[RE]")
_OF: Final = re.compile(r"(?<=N)PD?[RE](?!N)")
# Names behind a preposition that may be two: "of the Lyon town hall Ann Lee".
_GLUED: Final = re.compile(r"(?<=[PD])N{1,3}(?=NN)")
# "The minister, she, ...": who is named already is named again.
_AGAIN: Final = re.compile(r"(?<=[NrRBEw]),[mf](?=,)")
# A place between a verb of saying and a name, and a pronoun before such a verb.
_ASIDE: Final = re.compile(r"(?<=[VvXb])P[DG]?[wLM#]{1,2}(?=N)")
_OBJECT: Final = re.compile(r"(?:(?<=Q,D)|(?<=SD))[wL](?=b?[DGN])")
# The same before "has", and what commas part from a verb and its subject.
_HAS: Final = re.compile(r"(?<=Q,)D(?=A{1,2}[Vv])")
_EXPLAINED: Final = re.compile(r"(?<=[Vv]),[^.QVvN,:;]{1,7},(?=N|[DG]r)")
_SAYING: Final = ("V", "v")
_BORN: Final = re.compile(r"(?<=D)N(?!N|_)")
_TRIES: Final = 6
_SAINTS: Final = frozenset(("San", "Santa", "Santo", "São", "Sant", "Saint", "Sainte"))


def mark_beginnings(
    text: str, words: Sequence[str], classes: str, lexicon: Lexicon
) -> str:
    """Class anew what only the place in the sentence makes look like a name.

    Return the classes.
    """
    place = _PLACE.match(classes)
    if place and _is_place(words[: place.end() - 1], classes):
        classes = classes[: place.end()].replace("N", "w") + classes[place.end() :]
    if lexicon.joins:
        for match in _LONE.finditer(classes):
            index = match.end()
            if _is_participle(words[index], lexicon):
                classes = classes[:index] + "w" + classes[index + 1 :]
        classes = _OF.sub(_named, _joined(text, words, classes))
        classes = _SURNAME.sub("N", classes)
        classes = _parted(words, classes, lexicon)
        if lexicon.demonym_ends:
            classes = _with_demonyms(words, classes, lexicon)
        classes = _freed(words, classes, lexicon)
    return (
        _AGAIN.sub(",b", classes) if ",m," in classes or ",f," in classes else classes
    )


def _joined(text: str, words: Sequence[str], classes: str) -> str:
    """Make "Della" of "Della Rovere" a part of the name; return the classes."""
    for match in _FIRST.finditer(classes):
        index = match.start()
        word = words[index]
        if not word[0].isupper():
            continue
        stop = index + 1 if classes[index + 1] in "NE" else index + 2
        behind = " ".join(words[index + 1 : stop + 1])
        begins = not index or classes[index - 1] in ".Q:-("
        if not begins or any(
            _is_inside(text, f"{form} {behind}") for form in (word, word.lower())
        ):
            inner = "p" * (stop - index - 1)
            classes = classes[:index] + "N" + inner + "N" + classes[stop + 1 :]
    return classes


def _parted(words: Sequence[str], classes: str, lexicon: Lexicon) -> str:
    """Part what a preposition governs from a first name behind it; return the classes.

    "the councillor for Mobility Ann Lee" is Ann Lee.
    """
    given = lexicon.given
    for match in _GLUED.finditer(classes):
        start = match.start()
        if given.get(words[start].lower()) or words[start] in _SAINTS:
            continue
        for index in range(start + 1, match.end() + 1):
            if words[index].lower() in given:
                classes = classes[:start] + "w" * (index - start) + classes[index:]
                break
    return classes


def _with_demonyms(words: Sequence[str], classes: str, lexicon: Lexicon) -> str:
    """Make a role of whom a place has borne: "la Finistérienne"."""
    for match in _BORN.finditer(classes):
        index = match.start()
        if (
            words[index].endswith(lexicon.demonym_ends)
            and words[index - 1].lower() in lexicon.definite
        ):
            classes = classes[:index] + "R" + classes[index + 1 :]
    return classes


def _named(match: re.Match[str]) -> str:
    return "p" * (len(match[0]) - 1) + "N"


def _small(match: re.Match[str]) -> str:
    return "b" * len(match[0])


def _freed(words: Sequence[str], classes: str, lexicon: Lexicon) -> str:
    """Free names from a place before them, verbs from a pronoun; return the classes.

    "dice con gli occhi lucidi Ivo Neri", "lo ricorda la figlia".
    """
    given = lexicon.given
    for match in _ASIDE.finditer(classes):
        if words[match.end()].lower() in given:
            start, end = match.span()
            classes = classes[:start] + "b" * (end - start) + classes[end:]
    classes = _HAS.sub("A", _EXPLAINED.sub(_small, classes))
    for match in _OBJECT.finditer(classes):
        index = match.start()
        if lexicon.classes.get(words[index]) in _SAYING:
            classes = classes[: index - 1] + "AV" + classes[index + 1 :]
    return classes


def _is_inside(text: str, words: str) -> bool:
    """Whether *words* stand somewhere behind another word of the same sentence."""
    at = text.find(words)
    for _ in range(_TRIES):
        if at < 0:
            return False
        if at > 1 and text[at - 1] == " " and text[at - 2].isalnum():
            return True
        at = text.find(words, at + len(words))
    return False


def _is_place(words: Sequence[str], classes: str) -> bool:
    names = [
        word for word, letter in zip(words, classes, strict=False) if letter == "N"
    ]
    return names[0].isupper() and len(names[0]) > 1 and names[-1].isupper()


def _is_participle(word: str, lexicon: Lexicon) -> bool:
    """Whether *word* opens a sentence as a participle does: "Contactée, ..."."""
    lower = word.lower()
    return lower.endswith(lexicon.openers) and lower not in lexicon.genders
