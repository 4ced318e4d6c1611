"""Who is said to speak a quotation, in scripts without capitals, and whether it is speech."""

from typing import Final

from articlekit.quotes.marks import Region
from articlekit.quotes.readers.frames import Frame, Said, cue_of
from articlekit.quotes.readers.meant import asked, is_turned
from articlekit.quotes.readers.phrases import (
    BODY,
    FULL_MASK,
    MASK,
    NAME,
    PERSONS,
    THING,
    Phrase,
    Sentence,
    Words,
)
from articlekit.quotes.readers.scenes import Scene

_TITLES: Final = frozenset("《『")
ENDS: Final = frozenset("。！？!?….")
_JOINTS: Final = frozenset(
    ("，", ",", "、", "和", "与", "與", "及", "以及", "，", "，更", "，也")
)
_SIGNS: Final = " 。.、，,―—–…-\u3000"
COMMAS: Final = frozenset("，,、")
# Words in marks so long are speech wherever they stand; so short, hardly anywhere.
_LONG: Final = 40
_SHORT: Final = 3
_SOME: Final = 8
# How far before a quotation what denies that it is speech stands.
_NEAR: Final = 30
_SURE, _LIKELY, _FAIR, _BARE = 0.95, 0.9, 0.8, 0.7


class Teller:
    """Reads the words around a text's quotations, in their order."""

    def __init__(self, scene: Scene, words: Words, *, leads: bool) -> None:
        self.text = scene.text
        self.words = words
        self.leads = leads
        self.scene = scene
        self.last: tuple[Region, Phrase | None] | None = None

    def said(self, frame: Frame) -> Said:
        """Return what the text around a quotation says of it."""
        words, masked = self.words, self.scene.masked
        first, last = frame.first, frame.last
        expressions = words.expressions
        size = last.end - first.start
        start = max(frame.sentence.start, first.outer_start - _NEAR)
        whole = self.text[last.end - 1] in ENDS
        if expressions["unsaid_before"].search(masked, start, first.outer_start):
            # What minutes read is said; what a banner reads is not.
            clause = masked[start : first.outer_start]
            written = whole and any(map(clause.__contains__, words.sets["papers"]))
            return self._by_verb(frame, size) or Said(0.0) if written else Said(0.0)
        denied = expressions["unsaid_after"].match(
            masked, last.outer_end, frame.ceiling + 1
        )
        if denied and not whole:
            return Said(0.0)
        if first.mark in _TITLES and size <= _LONG:
            return Said(0.0)
        if self._is_named(frame):
            return Said(0.0)
        more = self._more(frame)
        if more is not None:
            return more
        said = self._by_verb(frame, size)
        return said if said is not None else self._bare(frame, size)

    def _more(self, frame: Frame) -> Said | None:
        """Return what only a comma parts from words that somebody said."""
        last = self.last
        if not self.leads or last is None:
            return None
        between = self.scene.masked[last[0].outer_end : frame.first.outer_start]
        if between not in _JOINTS or self.text[last[0].end - 1] in ENDS:
            return None
        return Said(_FAIR, last[1], near=last[1] is not None)

    def _is_named(self, frame: Frame) -> bool:
        """Whether marks hold a name inside of a noun phrase: 公司“暖心”发言人."""
        first, last = frame.first, frame.last
        if not self.leads or self.text[last.end - 1] in ENDS | COMMAS:
            return False
        before = self.scene.masked[max(0, first.outer_start - 1) : first.outer_start]
        role = self.words.expressions["role"]
        return before.isalnum() and bool(role.match(self.scene.masked, last.outer_end))

    def _by_verb(self, frame: Frame, size: int) -> Said | None:
        """Return who speaks where a verb or a particle says that somebody does."""
        masked, expressions = self.scene.masked, self.words.expressions
        first, last = frame.first, frame.last
        ahead, cue = self._ahead(frame) if self.leads else (False, None)
        learned = expressions["learned"].match(masked, frame.floor, first.outer_start)
        if learned:
            source = Phrase(
                *learned.span("speaker"), BODY, "", 2, learned.end("speaker")
            )
            return self._level(frame, source, learned.span("cue"), size)
        if ahead:
            limit = cue[0] if cue else first.outer_start
            phrase = self._in(frame.sentence, frame.sentence.start, limit)
            if phrase is not None or cue or size > _SOME:
                return self._level(frame, phrase, cue, size)
        behind = expressions["after"].match(masked, last.outer_end, frame.ceiling)
        if behind is None:
            by = expressions["according"].search(masked, frame.floor, first.outer_start)
            return self._told(frame, by.span(), size) if by else None
        if self.leads and self._leads_on(frame):
            return None
        said = self._told(frame, cue_of(behind), size)
        if behind.lastgroup == "crowd" and not said.near:
            return said._replace(phrase=None)
        return said

    def _ahead(self, frame: Frame) -> tuple[bool, tuple[int, int] | None]:
        """Return whether somebody is said to speak before a quotation, and the verb."""
        masked, words = self.scene.masked, self.words
        end = frame.first.outer_start
        cue: tuple[int, int] | None = None
        for match in words.say.finditer(masked, frame.floor, end):
            cue = match.span()
        if cue is not None:
            return True, cue
        other = words.expressions["before"].match(masked, frame.floor, end)
        return other is not None, cue_of(other) if other else None

    def _leads_on(self, frame: Frame) -> bool:
        """Whether the words behind a sentence speak of the next quotation."""
        before = self.scene.masked[frame.last.outer_end : frame.ceiling].rstrip()
        whole = self.text[frame.last.end - 1] in ENDS
        return whole and before.endswith((":", "：")) and frame.ceiling < len(self.text)

    def _told(self, frame: Frame, cue: tuple[int, int] | None, size: int) -> Said:
        """Return the speaker of words behind which somebody is said to speak."""
        first, last = frame.first, frame.last
        phrase = None
        if not self.leads:
            start = frame.sentence.start
            if self._is_turned(frame):
                start = self.last[0].outer_end if self.last else start
            phrase = self._in(frame.sentence, start, first.outer_start)
            phrase = phrase or self._touching(frame, cue)
        if phrase is None or phrase.kind not in PERSONS | {THING}:
            other = self._subject_behind(last.outer_end, frame)
            phrase = (
                other
                if other is not None and (phrase is None or other.kind in PERSONS)
                else phrase
            )
        return self._level(frame, phrase, cue, size)

    def _touching(self, frame: Frame, cue: tuple[int, int] | None) -> Phrase | None:
        """Return what no form tells to be somebody, right before words that are said."""
        if cue is None:
            return None
        start = frame.first.outer_start
        for phrase in self.scene.phrases(frame.sentence):
            if phrase.kind == THING and phrase.subject > 1 and phrase.last <= start:
                word = self.text[phrase.start : phrase.end]
                touches = not self.text[phrase.last : start].strip()
                if touches and self._is_somebody(word):
                    return phrase
        return None

    def _is_somebody(self, word: str) -> bool:
        """Whether a word may be the name of a firm, or of a person known already."""
        if self.scene.full_name(word):
            return True
        nouns = self.words.sets["nouns"]
        return (
            len(word) >= _SHORT
            and word not in nouns
            and word[:2] not in nouns
            and word[-2:] not in nouns
        )

    def _level(
        self,
        frame: Frame,
        phrase: Phrase | None,
        cue: tuple[int, int] | None,
        size: int,
    ) -> Said:
        """Weigh what was found; who is not named here was so before."""
        near = phrase is not None
        if (
            phrase is None
            and self.last
            and self.last[0].outer_end >= frame.sentence.start
        ):
            phrase = self.last[1]
            if self._is_turned(frame):
                start = phrase.start if phrase else frame.sentence.start
                level = _LIKELY if cue else _FAIR
                return Said(level, asked(self.scene, start), near=False, cue=cue)
            near = phrase is not None
        if phrase is None:
            phrase = self.scene.person_before(frame.first.outer_start)
        level = _SURE if cue and near else _LIKELY if cue else _FAIR
        if size <= _SHORT and not cue:
            level = 0.0
        return Said(level, phrase, near, cue, joins=self._joins(frame))

    def _is_turned(self, frame: Frame) -> bool:
        last = self.last
        if last is None or last[0].outer_end < frame.sentence.start:
            return False
        return is_turned(self.scene, last[0].outer_end, frame.first.outer_start)

    def _joins(self, frame: Frame) -> bool:
        """Whether a sentence goes on in the next quotation: “…，”he said，“…”."""
        end = frame.last.end
        return self.leads and self.text[end - 1] in COMMAS

    def _bare(self, frame: Frame, size: int) -> Said:
        """Return what stands there as a sentence, without a verb of saying."""
        masked, expressions = self.scene.masked, self.words.expressions
        first, last = frame.first, frame.last
        whole = self.text[last.end - 1] in ENDS
        start, end = frame.sentence.start, first.outer_start
        if (
            not whole
            and first.closed
            and not expressions["ends"].match(masked, last.outer_end)
        ):
            return self._unsure(frame, size)
        if not masked[start:end].strip(" \u3000") and (size > _SHORT or whole):
            return self._standing(frame)
        phrase = self._in(frame.sentence, start, end)
        label = expressions["label"].match(masked, start, end)
        if label and (phrase is None or phrase.kind not in PERSONS):
            name = label.span("speaker")
            return Said(_LIKELY, Phrase(*name, NAME, "", 2, name[1]))
        phrase = phrase or self._right_before(frame)
        if phrase is None or phrase.kind not in PERSONS | {BODY}:
            return self._unsure(frame, size)
        touches = expressions["touches"].search(masked, phrase.end, end)
        if (
            touches
            or (size > _SOME and not first.closed)
            or self._goes_on(frame, phrase)
        ):
            return Said(_FAIR, phrase)
        return Said(_BARE if size > 2 * _SOME else 0.0, phrase)

    def _unsure(self, frame: Frame, size: int) -> Said:
        """Return what is speech by its length alone."""
        if size <= _LONG:
            return Said(0.0)
        return Said(
            _BARE, self.scene.person_before(frame.first.outer_start), near=False
        )

    def _goes_on(self, frame: Frame, phrase: Phrase) -> bool:
        """Whether somebody acts between two halves: “…？”他想了想，“…。”."""
        last = self.last
        if not self.leads or last is None or last[0].paragraph != frame.first.paragraph:
            return False
        before = self.scene.masked[: frame.first.outer_start][-1:]
        return phrase.start >= last[0].outer_end and before in COMMAS

    def _right_before(self, frame: Frame) -> Phrase | None:
        """Return the name that touches the opening mark."""
        start = frame.first.outer_start
        names = (p for p in self.scene.phrases(frame.sentence) if p.kind == NAME)
        return next((name for name in names if name.last == start), None)

    def _standing(self, frame: Frame) -> Said:
        """Return the speaker of a quotation that is a sentence of its own."""
        follow = self._sentence_behind(frame) or self._paragraph_behind(frame)
        before = self.scene.person_before(frame.first.outer_start)
        led = self._led(frame, before)
        if led is not None:
            return led
        if follow is not None:
            text = (self.scene.masked, follow.start, follow.end)
            phrase = self._in(follow, follow.start, follow.end) or self._named(follow)
            whose = self.words.expressions["theirs"].match(*text)
            if whose:
                phrase = self.scene.read(*whose.span("speaker")) or phrase
            told = whose or self.words.expressions["follow"].match(*text)
            if told and phrase is None:
                return Said(_LIKELY, before, near=False)
            person = phrase is not None and phrase.kind in PERSONS
            near = frame.last.outer_end + 1
            beside = self.leads and phrase is not None and phrase.start <= near
            if person and (told or frame.alone or beside or before is None):
                return Said(_LIKELY if told else _FAIR, phrase)
        if before is None and frame.alone:
            before = self.scene.person_after(frame.last.outer_end)
        return Said(_FAIR if before else _BARE, before, near=False)

    def _named(self, sentence: Sentence) -> Phrase | None:
        """Return the last name of a sentence that has no subject."""
        names = [p for p in self.scene.phrases(sentence) if p.kind == NAME]
        return names[-1] if names else None

    def _led(self, frame: Frame, before: Phrase | None) -> Said | None:
        """Return who is said to speak in the sentence right before a quotation."""
        number = frame.number
        if before is None or not number:
            return None
        start = self.scene.sentences(frame.sentence.paragraph)[number - 1].start
        masked = self.scene.masked
        if self.last and self.last[1] == before and self.last[0].outer_end <= start:
            # That sentence speaks of the quotation before it.
            return None
        if (
            before.start < start
            or MASK in masked[before.last : frame.first.outer_start]
        ):
            return None
        end = frame.first.outer_start
        cue: tuple[int, int] | None = None
        for match in self.words.say.finditer(masked, before.last, end):
            cue = match.span()
        if cue is None or len(masked[cue[1] : end].rstrip()) > _SHORT:
            return None
        return Said(_LIKELY, before, cue=cue)

    def _sentence_behind(self, frame: Frame) -> Sentence | None:
        """Return the sentence behind a quotation, if none speaks in it."""
        end = frame.last.outer_end
        paragraph, number = self.scene.place(end)
        sentences = self.scene.sentences(paragraph)
        for sentence in sentences[number : number + 2]:
            if sentence.start >= end - 1 or sentence.end > end + 1:
                if frame.ceiling < sentence.end and frame.ceiling <= sentence.start + 1:
                    return None
                start = max(sentence.start, end)
                if not self.scene.masked[start : sentence.end].strip(_SIGNS):
                    continue
                return Sentence(sentence.start, sentence.end, paragraph)
        return None

    def _paragraph_behind(self, frame: Frame) -> Sentence | None:
        """Return the first sentence of the next paragraph, if it tells who spoke."""
        if not frame.alone:
            return None
        sentences = self.scene.sentences(frame.last.paragraph + 1)
        if not sentences:
            return None
        start, end, _ = sentences[0]
        masked = self.scene.masked
        if MASK in masked[start:end] or FULL_MASK in masked[start:end]:
            return None
        told = self.words.expressions["follow"].match(masked, start, end)
        return sentences[0] if told else None

    def _in(self, sentence: Sentence, start: int, end: int) -> Phrase | None:
        best: Phrase | None = None
        rank = (0, 0)
        for phrase in self.scene.phrases(sentence):
            if phrase.start < start or phrase.end > end:
                continue
            found = self._rank(phrase)
            if found[0] and found >= rank:
                best, rank = phrase, found
        return best

    def _rank(self, phrase: Phrase) -> tuple[int, int]:
        """Return how likely a phrase speaks; a first 0 says that it does not."""
        if not phrase.subject:
            return (0, 0)
        if phrase.kind in PERSONS:
            return (3, phrase.subject)
        if phrase.kind == BODY:
            return (2, phrase.subject)
        if self.leads and self._tells(phrase):
            return (1, phrase.subject)
        word = self.text[phrase.start : phrase.end]
        papers = self.words.sets["papers"]
        return (1, phrase.subject) if any(map(word.endswith, papers)) else (0, 0)

    def _tells(self, phrase: Phrase) -> bool:
        """Whether a verb of saying stands in the clause that a phrase opens."""
        told = self.words.expressions["tells"]
        return bool(told.match(self.scene.masked, phrase.last))

    def _subject_behind(self, start: int, frame: Frame) -> Phrase | None:
        """Return who is named behind a quotation, in what is left of its sentence."""
        sentence = frame.sentence
        if start >= sentence.end:
            paragraph, number = self.scene.place(start)
            sentence = self.scene.sentences(paragraph)[number]
        limit = min(sentence.end, frame.ceiling)
        found = self._in(sentence, start, limit)
        if found is not None:
            return found
        for phrase in self.scene.phrases(sentence):
            ends = not self.scene.masked[phrase.last : limit].strip("。.だです")
            if phrase.start >= start and phrase.kind == NAME and ends:
                return phrase
        return None
