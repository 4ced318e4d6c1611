"""Interviews without labels: paragraphs that ask, and what is said in answer.

A paper explains the news in questions and answers, too; an interview is told from that
by its answers, most of which say "I". They are those of the one person whom the lines
before the first question name, or nobody's.
"""

import re
from collections.abc import Sequence
from typing import Final

from articlekit.model.quote import Quote, QuoteKind
from articlekit.model.spans import Span
from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.marks import Marked
from articlekit.quotes.transcript import guest_of

_ASKED: Final = re.compile(r"[?؟？][ \u00a0]{0,4}[\r\n]")
_ASKING: Final = ("?", "؟", "？")
_LABEL: Final = re.compile(r"\W{0,4}[^\W\d_][\w. \u00a0-]{0,40}[:：]\s")
_WORD: Final = re.compile(r"[^\W\d_]+")
# How many questions make an interview, and how long one is at most.
_LEAST: Final = 4
_LONG: Final = 600
# Of five answers, so many say "I"; and how many paragraphs an answer may have.
_PERSONAL: Final = 3
_OF: Final = 5
_MOST: Final = 6
_CONFIDENCE: Final = 0.7
_SELF: Final = frozenset(
    "i i'm my me ich mich mir mein meine je j me moi mon ma mes yo me mi mis io mi mio mia "
    "eu me meu minha ik mij mijn jag mig min mitt jeg ja mnie mój moja já mě můj moje "
    "я мне меня мой saya aku".split()
)


def split_interview(
    text: str, marked: Marked, lexicon: Lexicon
) -> tuple[list[Quote], Marked]:
    """Return the answers of an interview, and *marked* without their paragraphs."""
    if sum(map(text.count, _ASKING)) < _LEAST or len(_ASKED.findall(text)) < _LEAST:
        return [], marked
    paragraphs = marked.paragraphs
    asked = [number for number, each in enumerate(paragraphs) if _asks(text, each)]
    answers = _answers(asked, len(paragraphs))
    if not _is_interview(text, marked, asked, answers):
        return [], marked
    taken = range(asked[0], answers[-1][1])
    regions = tuple(r for r in marked.regions if r.paragraph not in taken)
    guest = guest_of(text[: paragraphs[asked[0]][0]], lexicon)
    found = [_quote(text, paragraphs[slice(*answer)], guest) for answer in answers]
    return found, marked._replace(regions=regions)


def _asks(text: str, bounds: tuple[int, int]) -> bool:
    start, end = bounds
    return end - start <= _LONG and text[start:end].rstrip().endswith(_ASKING)


def _answers(asked: Sequence[int], paragraphs: int) -> list[tuple[int, int]]:
    """Return first paragraph and end of what follows each question."""
    ends = [*asked[1:], paragraphs]
    found = [(n + 1, end) for n, end in zip(asked, ends, strict=True) if end > n + 1]
    if found and found[-1][1] == paragraphs:
        # What stands below the last answer is not known: it is as long as another.
        longest = max((end - start for start, end in found[:-1]), default=1)
        found[-1] = (found[-1][0], min(paragraphs, found[-1][0] + longest))
    return found


def _is_interview(
    text: str,
    marked: Marked,
    asked: Sequence[int],
    answers: Sequence[tuple[int, int]],
) -> bool:
    """Whether enough is asked and answered, most of it in the first person."""
    if len(asked) < _LEAST or len(answers) < _LEAST:
        return False
    if any(end - start > _MOST for start, end in answers):
        return False
    questions = set(asked)
    if any(region.paragraph in questions for region in marked.regions):
        return False
    paragraphs = marked.paragraphs
    firsts = (paragraphs[start][0] for start, _ in answers)
    if sum(_LABEL.match(text, first) is not None for first in firsts) > 1:
        return False
    personal = sum(
        _is_personal(text[paragraphs[start][0] : paragraphs[end - 1][1]])
        for start, end in answers
    )
    return _OF * personal >= _PERSONAL * len(answers)


def _is_personal(words: str) -> bool:
    return not _SELF.isdisjoint(_WORD.findall(words.lower()))


def _quote(text: str, bounds: Sequence[tuple[int, int]], guest: str | None) -> Quote:
    spans: list[Span] = []
    for start, end in bounds:
        body = text[start:end]
        begin = start + len(body) - len(body.lstrip())
        spans.append(Span(begin, start + len(body.rstrip())))
    words = "\n".join(span.of(text) for span in spans)
    return Quote(tuple(spans), words, QuoteKind.DIRECT, None, guest, None, _CONFIDENCE)
