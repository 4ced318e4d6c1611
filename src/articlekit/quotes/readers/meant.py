"""Whom words mean that the text explained before: "the company", "the man"."""

from collections.abc import Iterator
from typing import Final, Protocol

from articlekit.quotes.readers.phrases import (
    BODY,
    ROLE,
    THING,
    Phrase,
    Sentence,
    Words,
)

# How many sentences back a body or a person is remembered.
_BACK: Final = 12
# A name of this length and more that comes again is a firm's.
_LONG: Final = 3
_FAR: Final = 1000
# How far from a name it may come again.
_ARTICLE: Final = 2_000
# How many that asked are passed over.
_ASKERS: Final = 3


class Spoken(Protocol):
    """What is asked of a text that is read sentence by sentence."""

    text: str
    masked: str
    words: Words

    def sentences_before(self, position: int, most: int) -> Iterator[Sentence]:
        """Yield the sentence of *position* and those before it, the nearest first."""
        ...

    def phrases(self, sentence: Sentence) -> list[Phrase]:
        """Return who is spoken of in a sentence."""
        ...

    def person_before(self, position: int, *, named: bool = False) -> Phrase | None:
        """Return who was last spoken of before *position*."""
        ...


def body_meant(scene: Spoken, phrase: Phrase) -> str | None:
    """Return the body that a bare word for one means: "the court", "the company".

    One whose name ends in that word is meant before any other; else the last one.
    """
    word = scene.text[phrase.start : phrase.end]
    anaphors = scene.words.sets["anaphors"]
    if word not in anaphors:
        return None
    end = scene.words.expressions["bare"].sub("", word)
    other: str | None = None
    for before in _before(scene, phrase.start):
        text = scene.text[before.start : before.end]
        if text in anaphors or text in scene.words.sets["bodies"]:
            continue
        if before.kind == BODY and text.endswith(end):
            return text
        if other is None and before.subject and _is_firm(scene, before, text):
            other = text
    return other


def _is_firm(scene: Spoken, phrase: Phrase, text: str) -> bool:
    """Whether a phrase is a body, or a name without a form that comes again."""
    if phrase.kind == BODY:
        return True
    if phrase.kind != THING or len(text) < _LONG:
        return False
    start, end = max(0, phrase.start - _ARTICLE), phrase.end + _ARTICLE
    return scene.text.count(text, start, end) > 1


def role_meant(scene: Spoken, phrase: Phrase) -> str | None:
    """Return the longer words for somebody that a bare word takes up: "the man"."""
    word = scene.text[phrase.start : phrase.end]
    if word != phrase.title:
        return None
    shown = any(
        scene.words.expressions["bare"].fullmatch(scene.text, at, phrase.start)
        for at in range(max(0, phrase.start - _LONG), phrase.start)
    )
    for before in _before(scene, phrase.start):
        text = scene.text[before.start : before.end]
        if before.kind == ROLE and text.endswith(word) and text != word:
            of = scene.words.expressions["of"].search(text, 0, len(text) - len(word))
            return text if shown or of else None
    return _described(scene, phrase.start, word)


def _described(scene: Spoken, position: int, word: str) -> str | None:
    """Return the last words before *position* that say more of *word*."""
    tells = scene.words.expressions["described"]
    found: str | None = None
    for match in tells.finditer(scene.text, max(0, position - _FAR), position):
        if match["word"] == word:
            found = match.group()
    return found


def is_turned(scene: Spoken, start: int, end: int) -> bool:
    """Whether words before are a question to, or praise for, who speaks at *end*."""
    return bool(scene.words.expressions["turned"].search(scene.masked, start, end))


def asked(scene: Spoken, position: int) -> Phrase | None:
    """Return who is asked by the person at *position*: who was spoken of before."""
    asker = scene.words.expressions["asker"]
    found = scene.person_before(position, named=True)
    for _ in range(_ASKERS):
        if found is None or not asker.search(scene.masked, found.end, found.last):
            break
        # Who asked in a sentence before is not asked now.
        found = scene.person_before(found.start, named=True)
    return found


def _before(scene: Spoken, position: int) -> Iterator[Phrase]:
    """Yield the phrases before *position*, the nearest first."""
    for sentence in scene.sentences_before(position, _BACK):
        for phrase in reversed(scene.phrases(sentence)):
            if phrase.end <= position:
                yield phrase
