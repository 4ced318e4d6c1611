"""Quotations in scripts without capitals: what is speech, and who speaks."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from articlekit.model.quote import Quote, QuoteKind
from articlekit.model.spans import Mention, Span
from articlekit.quotes.lexicon import raw_lists
from articlekit.quotes.marks import Marked, Region
from articlekit.quotes.readers.blanks import read_blanks
from articlekit.quotes.readers.frames import Frame, Said, with_ends
from articlekit.quotes.readers.order import read_order
from articlekit.quotes.readers.phrases import MASK, Reader, Words, words_for
from articlekit.quotes.readers.runs import read_runs
from articlekit.quotes.readers.scenes import Scene
from articlekit.quotes.readers.told import ENDS, Teller

_READERS: Final[Mapping[str, Reader]] = {
    "runs": read_runs,
    "blanks": read_blanks,
    "order": read_order,
}
_KEPT: Final = 64
# How far before a quotation what tells of it stands.
_WINDOW: Final = 120


class Way(NamedTuple):
    """How a language is read."""

    reader: Reader
    words: Words
    leads: bool


@lru_cache(maxsize=_KEPT)
def way_for(language: str, verbs: tuple[str, ...] = ()) -> Way | None:
    """Return how *language* is read; None where its names have other marks."""
    data = raw_lists(language)
    reader = _READERS.get(str(data.get("phrases", "")))
    if reader is None:
        return None
    return Way(reader, words_for(language, verbs), data.get("verb_leads") is True)


def find_by_phrases(text: str, marked: Marked, way: Way) -> list[Quote]:
    """Return the quotations of *text*."""
    unclosed = way.words.expressions["unclosed"]
    return _Reading(text, with_ends(text, marked, unclosed), way).run()


class _Reading:
    """One text while it is read from its first quotation to its last."""

    def __init__(self, text: str, marked: Marked, way: Way) -> None:
        self.text = text
        self.marked = marked
        self.words = way.words
        self.scene = Scene(text, marked, way.words, way.reader)
        self.quotes: list[Quote] = []
        self.joins = False
        self.teller = Teller(self.scene, way.words, leads=way.leads)

    def run(self) -> list[Quote]:
        """Return the quotations in order."""
        chain: list[Region] = []
        regions = self.marked.regions
        for index, region in enumerate(regions):
            chain.append(region)
            if region.runs_on:
                continue
            previous = regions[index - len(chain)] if index >= len(chain) else None
            following = regions[index + 1] if index + 1 < len(regions) else None
            self._take(chain, previous, following)
            chain = []
        return self.quotes

    def _take(
        self, chain: list[Region], previous: Region | None, following: Region | None
    ) -> None:
        frame = self._frame(chain, previous, following)
        said = self.teller.said(frame)
        if said.level <= 0:
            self.joins = False
            return
        phrase = said.phrase
        mention, source = None, None
        if phrase is not None:
            source = self.scene.source(phrase)
            if said.near:
                span = Span(phrase.start, phrase.end)
                mention = Mention(span.of(self.text), span)
        if self.joins and self.quotes and self._continues(frame):
            self._join(chain)
        else:
            self.quotes.append(self._quote(chain, frame, said, (mention, source)))
        self.joins = said.joins
        self.teller.last = (frame.last, phrase)

    def _frame(
        self, chain: Sequence[Region], previous: Region | None, following: Region | None
    ) -> Frame:
        first, last = chain[0], chain[-1]
        paragraph, number = self.scene.place(first.outer_start)
        sentence = self.scene.sentences(paragraph)[number]
        start, _ = self.marked.paragraphs[first.paragraph]
        _, end = self.marked.paragraphs[last.paragraph]
        floor = max(start, sentence.start, first.outer_start - _WINDOW)
        if previous is not None and previous.paragraph == first.paragraph:
            floor = max(floor, previous.outer_end)
        ceiling = end
        if following is not None and following.paragraph == last.paragraph:
            ceiling = following.outer_start
        alone = not self.text[start : first.outer_start].strip(" \u3000")
        return Frame(first, last, sentence, number, floor, ceiling, alone)

    def _continues(self, frame: Frame) -> bool:
        last = self.teller.last
        if last is None or last[0].paragraph != frame.first.paragraph:
            return False
        between = self.scene.masked[last[0].outer_end : frame.first.outer_start]
        return bool(between) and not any(sign in between for sign in "。！？；")

    def _join(self, chain: Sequence[Region]) -> None:
        """Add pieces to the quotation before."""
        quote = self.quotes[-1]
        parts = (*quote.parts, *(Span(r.start, r.end) for r in chain))
        text = quote.text + " " + _joined(self.text, chain)
        self.quotes[-1] = Quote(
            parts,
            text,
            quote.kind,
            quote.speaker,
            quote.source,
            quote.cue,
            quote.confidence,
        )

    def _quote(
        self,
        chain: Sequence[Region],
        frame: Frame,
        said: Said,
        who: tuple[Mention | None, str | None],
    ) -> Quote:
        return Quote(
            tuple(Span(region.start, region.end) for region in chain),
            _joined(self.text, chain),
            self._kind(frame),
            *who,
            self.text[slice(*said.cue)] if said.cue else None,
            said.level,
        )

    def _kind(self, frame: Frame) -> QuoteKind:
        masked, first, last = self.scene.masked, frame.first, frame.last
        mixed = self.words.expressions["mixed"]
        text = self.text[last.end - 1] in ENDS
        before = masked[max(0, first.outer_start - 1) : first.outer_start]
        if text or before in (":", "：", ""):
            return QuoteKind.DIRECT
        around = (
            masked[max(frame.sentence.start, first.outer_start - 8) : first.outer_start]
            + MASK
            + self.text[max(last.start, last.end - 2) : last.end]
            + MASK
            + masked[last.outer_end : last.outer_end + 8]
        )
        return QuoteKind.MIXED if mixed.search(around) else QuoteKind.DIRECT


def _joined(text: str, chain: Sequence[Region]) -> str:
    return "\n".join(text[region.start : region.end] for region in chain)
