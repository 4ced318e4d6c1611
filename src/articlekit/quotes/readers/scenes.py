"""The sentences around quotations, and who is spoken of in each.

For scripts without capitals. Sentences are read only as far as somebody asks for them:
most of a text says nothing of who speaks.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from articlekit.quotes.marks import Marked
from articlekit.quotes.readers.meant import body_meant, role_meant
from articlekit.quotes.readers.phrases import (
    BODY,
    FULL_MASK,
    MASK,
    NAME,
    PERSONS,
    PRONOUN,
    ROLE,
    Phrase,
    Reader,
    Sentence,
    Words,
)

_ENDS: Final = re.compile(
    rf"[。！？!?；]+|\.(?=\s|\Z)|{FULL_MASK}(?=[^，,、。と라고이며{MASK}])"
)
_STOPS: Final = frozenset("。！？!?….")
# How many sentences back somebody is remembered, and how often a name is looked for.
_BACK: Final = 10
_TIMES: Final = 12
# How far back the full name of a body stands.
_SEEN: Final = 600
# Full names stand in the first part of a text that is longer than an article.
_ARTICLE: Final = 40_000
# How many paragraphs, and sentences of each, are read on for the first name.
_AHEAD: Final = 5
_FEW: Final = 2
# How much longer than its short form a name is at most.
_LONGER: Final = 12
# A longer sentence is read in pieces, so that hostile text costs no more.
_LONGEST: Final = 800
_PARTS: Final = re.compile(r"[\s·•・＝]+")


class Scene:
    """A text with its quotations covered, sentence by sentence."""

    def __init__(self, text: str, marked: Marked, words: Words, reader: Reader) -> None:
        self.text = text
        self.words = words
        self.masked = _masked(text, marked)
        self._reader = reader
        self._paragraphs = marked.paragraphs
        self._starts = [start for start, _ in marked.paragraphs]
        self._sentences: dict[int, list[Sentence]] = {}
        self._phrases: dict[int, list[Phrase]] = {}
        self._full: dict[str, str | None] = {}

    def paragraph_at(self, position: int) -> int:
        """Return the number of the paragraph that holds *position*."""
        return max(0, bisect_right(self._starts, position) - 1)

    def sentences(self, paragraph: int) -> list[Sentence]:
        """Return the sentences of a paragraph; none for a number outside."""
        if not 0 <= paragraph < len(self._paragraphs):
            return []
        known = self._sentences.get(paragraph)
        if known is None:
            known = self._sentences[paragraph] = self._split(paragraph)
        return known

    def _split(self, paragraph: int) -> list[Sentence]:
        start, end = self._paragraphs[paragraph]
        found: list[Sentence] = []
        stops = [match.end() for match in _ENDS.finditer(self.masked, start, end)]
        for stop in [*stops, end]:
            while stop - start > _LONGEST:
                found.append(Sentence(start, start + _LONGEST, paragraph))
                start += _LONGEST
            if stop > start:
                found.append(Sentence(start, stop, paragraph))
                start = stop
        return found

    def place(self, position: int) -> tuple[int, int]:
        """Return the paragraph of *position*, and the sentence's number in it."""
        paragraph = self.paragraph_at(position)
        sentences = self.sentences(paragraph)
        number = bisect_right(sentences, position, key=_start_of) - 1
        return paragraph, max(0, number)

    def sentences_before(self, position: int, most: int) -> Iterator[Sentence]:
        """Yield the sentence of *position* and those before it, the nearest first.

        An empty paragraph between counts as one of the *most*, too.
        """
        paragraph, number = self.place(position)
        for _ in range(most):
            sentences = self.sentences(paragraph)
            if number < 0 or not sentences:
                paragraph -= 1
                if paragraph < 0:
                    return
                number = len(self.sentences(paragraph)) - 1
                continue
            yield sentences[number]
            number -= 1

    def phrases(self, sentence: Sentence) -> list[Phrase]:
        """Return who is spoken of in a sentence, in order."""
        known = self._phrases.get(sentence.start)
        if known is None:
            known = self._reader(self.masked, sentence.start, sentence.end, self.words)
            self._phrases[sentence.start] = known
        return known

    def read(self, start: int, end: int) -> Phrase | None:
        """Return who is named between two positions."""
        found = self._reader(self.masked, start, end, self.words)
        return found[0] if found else None

    def person_before(self, position: int, *, named: bool = False) -> Phrase | None:
        """Return who was last spoken of before *position*.

        *named* asks for somebody with a name, if there is one.
        """
        body: Phrase | None = None
        for sentence in self.sentences_before(position, _BACK):
            before = [p for p in self.phrases(sentence) if p.end <= position]
            found = _foremost(before)
            if found is not None and (found.kind == NAME or not named):
                return found
            if (
                found is not None
                and found.kind == ROLE
                and (body is None or body.kind == BODY)
            ):
                body = found
            if body is None:
                body = next((p for p in before if p.kind == BODY and p.subject), None)
        return body

    def other_before(self, position: int) -> Phrase | None:
        """Return who was named before *position*, but nobody who asked him there."""
        before = self.person_before(position, named=True)
        if before is None:
            return None
        turned = self.words.expressions["turned"]
        if turned.search(self.masked, before.last, position):
            return self.person_before(before.start, named=True)
        return before

    def person_after(self, position: int) -> Phrase | None:
        """Return who is named first behind *position*."""
        paragraph = self.paragraph_at(position) + 1
        for number in range(paragraph, paragraph + _AHEAD):
            for sentence in self.sentences(number)[:_FEW]:
                found = _foremost(self.phrases(sentence))
                if found is not None and found.kind == NAME:
                    return found
        return None

    def source(self, phrase: Phrase) -> str | None:
        """Return the full name of who *phrase* is."""
        text = self.text[phrase.start : phrase.end]
        if phrase.kind == PRONOUN:
            body = body_meant(self, phrase)
            if body is not None:
                return body
            before = self.other_before(phrase.start)
            return (
                None
                if before is None or before.kind == PRONOUN
                else self.source(before)
            )
        if phrase.kind == NAME:
            return self.full_name(self.name_of(phrase)) or text
        if phrase.kind == ROLE:
            return self._named(text, phrase) or role_meant(self, phrase) or text
        return body_meant(self, phrase) or self._abbreviated(text, phrase) or text

    def name_of(self, phrase: Phrase) -> str:
        """Return a name without the title that a lone surname keeps."""
        text = self.text[phrase.start : phrase.end]
        return text.removesuffix(phrase.title).rstrip() or text

    def full_name(self, text: str) -> str | None:
        """Return the fuller form of a short name, from where it stands elsewhere."""
        if text in self._full:
            return self._full[text]
        words = self.words
        whole = not words.surname_starts or text[0] in words.surname_starts
        long = 0 < words.full <= len(text) and whole
        if long and self.masked.find("·" + text, 0, _ARTICLE) < 0:
            return None
        found: str | None = None
        at = -1
        for _ in range(_TIMES):
            at = self.masked.find(text, at + 1, _ARTICLE)
            if at < 0:
                break
            other = self._name_at(at, text)
            if other and (found is None or len(other) > len(found)):
                found = other
        self._full[text] = found
        return found

    def _name_at(self, at: int, short: str) -> str | None:
        """Return the longer name that holds the word *short* at *at*."""
        paragraph, number = self.place(at)
        sentences = self.sentences(paragraph)
        if not sentences:
            return None
        for phrase in self.phrases(sentences[number]):
            if phrase.kind == NAME and phrase.start <= at < phrase.end:
                name = self.name_of(phrase)
                longer = 0 < len(name) - len(short) <= _LONGER
                if longer and (at == phrase.start or short in _PARTS.split(name)):
                    return name
        return None

    def _named(self, text: str, phrase: Phrase) -> str | None:
        """Return the name that stood beside a title: "the mayor"."""
        title = self.words.expressions["bare"].sub("", text)
        if title != phrase.title or title in self.words.sets["kin"]:
            return None
        for sentence in self.sentences_before(phrase.start, _BACK):
            for other in reversed(self.phrases(sentence)):
                if (
                    other.kind == NAME
                    and other.end <= phrase.start
                    and other.title.endswith(title)
                ):
                    name = self.name_of(other)
                    return self.full_name(name) or name
        return None

    def _abbreviated(self, text: str, phrase: Phrase) -> str | None:
        """Return the body whose name "the firm's side" shortens."""
        short = self.words.expressions["side"].sub("", text)
        if not short or short == text:
            return None
        begin = max(0, phrase.start - _SEEN)
        full = re.compile(rf"\w{{1,8}}{re.escape(short)}(?=은|는|이|가|의)")
        found = full.findall(self.masked, begin, phrase.start)
        return found[-1] if found else text


def _start_of(sentence: Sentence) -> int:
    return sentence.start


def _foremost(phrases: list[Phrase]) -> Phrase | None:
    """Return the person whom a sentence is about."""
    best: Phrase | None = None
    for phrase in phrases:
        if phrase.kind in PERSONS and (
            best is None
            or (phrase.subject, phrase.kind == NAME)
            >= (best.subject, best.kind == NAME)
        ):
            best = phrase
    return best


def _masked(text: str, marked: Marked) -> str:
    """Return *text* with its quotations covered, position by position."""
    pieces: list[str] = []
    position = 0
    for region in marked.regions:
        pieces.append(text[position : region.outer_start])
        last = FULL_MASK if text[region.end - 1] in _STOPS else MASK
        pieces.append(MASK * (region.outer_end - region.outer_start - 1) + last)
        position = region.outer_end
    pieces.append(text[position:])
    return "".join(pieces)
