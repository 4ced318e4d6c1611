"""Transcripts and interviews: paragraphs that begin with who speaks.

"SMITH: We will see." is somebody's words without a mark. One such paragraph may be
anything ("Note: ..."), so a text counts as a transcript only where labels come back
and most paragraphs have one, or stand between two that have. Behind "Q:" the
paper itself speaks, and "A:" names nobody: the answers are those of the one person whom
the lines before the interview name.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import attrs

from articlekit.model.quote import Quote, QuoteKind
from articlekit.model.spans import Mention, Span
from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.marks import Marked
from articlekit.quotes.people import People

_LABEL: Final = re.compile(
    r"\s{0,4}(?P<name>[^\W\d_](?:[\w.'’-]|[ \u00a0](?=[^\W\d_])){0,40})"
    r"(?:[ \u00a0]\([^()\n]{1,40}\))?"
    r"(?:[ \u00a0]?:[ \u00a0]+|：[ \u00a0]{0,2}|(?<=(?<!\w)[QAFRP]\.)[ \u00a0])"
    r"(?=[^\s\"“”„«»「『‘'])"
)
_LEAST: Final = 3
_WORDS: Final = 5
# How far from the paragraph's start a label ends at most.
_REACH: Final = 100
_CONFIDENCE: Final = 0.9
# Of the paragraphs from the first turn to the last, one in so many begins a turn.
_TURNS: Final = 4
# How a sentence ends: labels before numbers or lists make no transcript.
_ENDS: Final = frozenset('.!?…。！？؟।”"»“')
_ASKS: Final = frozenset(
    "q question questions frage f pregunta p pergunta domanda d вопрос в 问 問 질문 문 "
    "fråga vraag v pytanie otázka soru s pertanyaan t س سؤال सवाल प्रश्न".split()
)
_ANSWERS: Final = frozenset(
    "a answer antwort respuesta r resposta risposta réponse reponse ответ о 答 답변 답 "
    "svar antwoord odpowiedź odpověď cevap c jawaban j ج جواب जवाब उत्तर".split()
)


@attrs.frozen
class _Turn:
    """One paragraph of a transcript."""

    paragraph: int
    label: tuple[int, int]
    words: tuple[int, int]


def split_transcript(
    text: str, marked: Marked, lexicon: Lexicon
) -> tuple[list[Quote], Marked]:
    """Return the turns of a transcript, and *marked* without their paragraphs."""
    if text.count(":") + text.count("：") < _LEAST and not _dotted(text):
        return [], marked
    turns = _without_head(text, _turns(text, marked.paragraphs))
    if not _is_transcript(text, turns, len(marked.paragraphs)):
        return [], marked
    taken = range(turns[0].paragraph, turns[-1].paragraph + 1)
    regions = tuple(r for r in marked.regions if r.paragraph not in taken)
    guest = guest_of(text[: turns[0].label[0]], lexicon)
    ends = [turn.paragraph for turn in turns[1:]] + [turns[-1].paragraph + 1]
    quotes = [
        _quote(text, turn, marked.paragraphs[turn.paragraph + 1 : end], guest)
        for turn, end in zip(turns, ends, strict=True)
        # What the paper itself asks is no quotation.
        if _role(text[slice(*turn.label)]) != "Q"
    ]
    return quotes, marked._replace(regions=regions)


def _dotted(text: str) -> bool:
    return text.startswith("Q. ") or "\nQ. " in text


def _turns(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[_Turn]:
    turns: list[_Turn] = []
    for number, (start, end) in enumerate(paragraphs):
        near = text[start : min(end, start + _REACH)]
        if ":" not in near and "：" not in near and near[1:2] != ".":
            continue
        match = _LABEL.match(text, start, end)
        if match and (_role(match["name"]) or _is_name(match["name"])):
            last = start + len(text[start:end].rstrip())
            turns.append(_Turn(number, match.span("name"), (match.end(), last)))
    return turns


def _without_head(text: str, turns: list[_Turn]) -> list[_Turn]:
    """Leave out lines at the top that only look like turns, a title with a colon."""
    names = Counter(text[slice(*turn.label)] for turn in turns)
    while len(turns) > 1:
        alone = turns[1].paragraph > turns[0].paragraph + 1
        if not alone or names[text[slice(*turns[0].label)]] > 1:
            break
        turns = turns[1:]
    return turns


def _is_transcript(text: str, turns: Sequence[_Turn], paragraphs: int) -> bool:
    """Whether labels come back, and turns fill most of the text."""
    if len(turns) < _LEAST:
        return False
    names = Counter(text[slice(*turn.label)] for turn in turns)
    again = sum(count for count in names.values() if count > 1)
    if len(names) == 1 or 2 * again <= len(turns):
        return False
    whole = sum(text[turn.words[1] - 1] in _ENDS for turn in turns)
    if 2 * whole < len(turns):
        return False
    roles = {_role(name) for name in names}
    length = turns[-1].paragraph - turns[0].paragraph + 1
    if "" in roles and roles != {""}:
        return False
    return 2 * length > paragraphs and _TURNS * len(turns) >= length


def _role(label: str) -> str:
    """Return "Q" or "A" for a label that says only who asks and who answers."""
    folded = label.rstrip(".").casefold()
    return "Q" if folded in _ASKS else "A" if folded in _ANSWERS else ""


def guest_of(before: str, lexicon: Lexicon) -> str | None:
    """Return the one full name in the lines before an interview."""
    names = People(before, lexicon).names if before.strip() else ()
    return names[0] if len(names) == 1 else None


def _is_name(label: str) -> bool:
    words = label.split()
    capitals = all(not word[0].islower() for word in words)
    return capitals and len(label) > 1 and len(words) <= _WORDS


def _quote(
    text: str, turn: _Turn, more: Sequence[tuple[int, int]], guest: str | None
) -> Quote:
    """Return a turn with the paragraphs that follow it."""
    start, end = turn.label
    name = text[start:end]
    spans = [Span(*turn.words)]
    for first, last in more:
        body = text[first:last]
        begin = first + len(body) - len(body.lstrip())
        spans.append(Span(begin, first + len(body.rstrip())))
    role = _role(name)
    source = name.title() if name.isupper() and len(name) > _LEAST else name
    return Quote(
        tuple(spans),
        "\n".join(span.of(text) for span in spans),
        QuoteKind.DIRECT,
        None if role else Mention(name, Span(start, end)),
        guest if role else source,
        ":",
        _CONFIDENCE,
    )
