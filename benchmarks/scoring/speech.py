"""Scores of quotations: spans, speakers, cues.

Spans are cut at line breaks and trimmed of outer signs on both sides. ``strict`` is
equal offsets, ``lenient`` a word overlap of F1 >= 0.8, one to one, best first. A mixed
unit is also matched by its whole content. Annotated content outside the task is
ignored when predicted. A speaker is scored on matched units.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal

import attrs

from benchmarks.records import (
    Record,
    items_of,
    record_of,
    records_of,
    text_of,
    whole_of,
)
from benchmarks.scoring.speakers import cue_agrees, score_speaker, trusted_name
from benchmarks.scoring.speech_text import (
    Span,
    WordIndex,
    range_f1,
    units,
)

Task = Literal["direct", "quoted", "all"]
TASKS: Final[tuple[Task, ...]] = ("direct", "quoted", "all")
"""Direct units; with the fragments of mixed ones; every attributed span."""

LENIENT: Final = 0.8

Tally = Counter[str]
Matches = Mapping[int, int]
"""Number of a prediction -> number of the target that it matches."""


@attrs.frozen(eq=False)
class _Target:
    """A unit that must be found; `spans` are its accepted forms, the first its own."""

    unit: Record
    spans: tuple[Span, ...]
    words: tuple[range, ...]
    content: range | None = None


@attrs.frozen(eq=False)
class _Guess:
    """A predicted span; `ignored` where it costs nothing if it matches no target."""

    found: Record
    span: Span
    words: range
    ignored: bool


def score_articles(
    articles: Iterable[Record],
    predictions: Mapping[str, Sequence[Record]],
    task: Task = "quoted",
) -> dict[str, float]:
    """Scores over articles.

    Args:
        articles: Annotated articles.
        predictions: Id of an article -> its predicted quotes, each with ``spans``,
            ``speaker``, ``speaker_full`` and ``cue``; none where an id is missing.
        task: What must be found.

    Returns:
        Score -> value between 0 and 1.
    """
    tally: Tally = Counter()
    for article in articles:
        found = predictions.get(str(article["id"]), ())
        tally.update(score_article(article, found, task))
    return summarise(tally)


def score_article(
    article: Record, predictions: Sequence[Record], task: Task = "quoted"
) -> Tally:
    """Counts over one article."""
    index = WordIndex.of(text_of(article, "text"))
    targets, ignored = _targets(article, task, index)
    guesses = _guesses(article, predictions, index=index, ignored=ignored)
    strict, lenient = _match_strict(guesses, targets), _match_lenient(guesses, targets)
    tally: Tally = Counter()
    for mode, match in (("strict", strict), ("lenient", lenient)):
        tally[f"{mode}_tp"] = len(match)
        tally[f"{mode}_gold"] = len(targets) - _covered(guesses, targets, match)
        tally[f"{mode}_pred"] = sum(
            i in match or not guess.ignored for i, guess in enumerate(guesses)
        )
    tally["res_gold"] = sum(
        bool(target.unit.get("speaker") and trusted_name(target.unit))
        for target in targets
    )
    language = text_of(article, "lang") or "en"
    for i, j in lenient.items():
        tally.update(_speaker_tally(targets[j].unit, guesses[i].found, language))
    return tally


def _targets(
    article: Record, task: Task, index: WordIndex
) -> tuple[list[_Target], list[Span]]:
    """What must be found, and the spans that may be found at no cost.

    The same trimmed span twice (two attributions of one region) is one target.
    """
    text = text_of(article, "text")
    groups = _covered_groups(article) if task == "all" else ()
    targets: dict[Span, _Target] = {}
    ignored: list[Span] = []
    for unit in records_of(article, "quotes"):
        spans = units(text, whole_of(unit, "start"), whole_of(unit, "end"))
        if spans and not _wanted(unit, task, groups):
            ignored += spans
            continue
        content = _content(text, unit, spans)
        for span in spans:
            targets.setdefault(span, _target(unit, span, content=content, index=index))
    return list(targets.values()), ignored


_Group = tuple[object, int, int]


def _covered_groups(article: Record) -> tuple[_Group, ...]:
    return tuple(
        (unit.get("group"), whole_of(unit, "start"), whole_of(unit, "end"))
        for unit in records_of(article, "quotes")
        if unit.get("kind") == "indirect" and unit.get("covers_fragments")
    )


def _wanted(unit: Record, task: Task, groups: Sequence[_Group]) -> bool:
    kind = unit.get("kind")
    if kind == "direct":
        return True
    if task == "direct":
        return False
    if kind == "indirect" or task == "quoted":
        return kind == "mixed" or task == "all"
    start, end = whole_of(unit, "start"), whole_of(unit, "end")
    return not any(
        group == unit.get("group") and a <= start and end <= b for group, a, b in groups
    )


def _content(text: str, unit: Record, spans: Sequence[Span]) -> Span | None:
    """The whole content of a mixed unit, where it is one span beyond the fragment."""
    content = record_of(unit, "content")
    if unit.get("kind") != "mixed" or not content or len(spans) != 1:
        return None
    whole = units(text, whole_of(content, "start"), whole_of(content, "end"))
    return whole[0] if len(whole) == 1 and whole[0] != spans[0] else None


def _target(
    unit: Record, span: Span, *, content: Span | None, index: WordIndex
) -> _Target:
    spans = (span, content) if content else (span,)
    words = tuple(index.within(s) for s in spans)
    return _Target(unit, spans, words, words[1] if content else None)


def _guesses(
    article: Record,
    predictions: Iterable[Record],
    *,
    index: WordIndex,
    ignored: Iterable[Span],
) -> list[_Guess]:
    free = {word for span in ignored for word in index.within(span)}
    text = text_of(article, "text")
    found: dict[Span, Record] = {}
    for prediction in predictions:
        for start, end in _spans(prediction):
            for span in units(text, start, end):
                found.setdefault(span, prediction)
    return [_guess(found[span], span, index=index, free=free) for span in sorted(found)]


def _spans(prediction: Record) -> Iterator[Span]:
    spans = items_of(prediction, "spans")
    for span in spans:
        if isinstance(span, list | tuple):
            yield int(span[0]), int(span[1])
    if not spans:
        yield whole_of(prediction, "start"), whole_of(prediction, "end")


def _guess(found: Record, span: Span, *, index: WordIndex, free: set[int]) -> _Guess:
    words = index.within(span)
    share = sum(word in free for word in words)
    # fewer words than one: nothing that a reader would call a quotation
    ignored = not words or share / len(words) >= 0.5
    return _Guess(found, span, words, ignored)


def _match_strict(guesses: Sequence[_Guess], targets: Sequence[_Target]) -> Matches:
    by_span: dict[Span, list[int]] = {}
    for j, target in enumerate(targets):
        for span in target.spans:
            by_span.setdefault(span, []).append(j)
    match: dict[int, int] = {}
    used: set[int] = set()
    for i, guess in enumerate(guesses):
        free = (j for j in by_span.get(guess.span, ()) if j not in used)
        first = next(free, None)
        if first is not None:
            match[i] = first
            used.add(first)
    return match


def _match_lenient(guesses: Sequence[_Guess], targets: Sequence[_Target]) -> Matches:
    pairs = []
    for i, guess in enumerate(guesses):
        for j, target in enumerate(targets):
            value = max(range_f1(guess.words, words) for words in target.words)
            if value >= LENIENT:
                pairs.append((-value, i, j))
    match: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in match and j not in used:
            match[i] = j
            used.add(j)
    return match


def _covered(
    guesses: Sequence[_Guess], targets: Sequence[_Target], match: Matches
) -> int:
    """Number of fragments inside a content span that was matched as a whole."""
    used = set(match.values())
    covered: set[int] = set()
    for i, j in match.items():
        content = targets[j].content
        if content is None or range_f1(guesses[i].words, content) < LENIENT:
            continue
        span = targets[j].spans[1]
        covered |= {
            k
            for k, target in enumerate(targets)
            if k not in used and target.content is not None and target.spans[1] == span
        }
    return len(covered)


def _speaker_tally(unit: Record, found: Record, language: str) -> Tally:
    """Counts of one matched unit."""
    tally: Tally = Counter()
    score = score_speaker(unit, found, language)
    if score.null is not None:
        good = score.null
        tally.update(res_skip=1)
    else:
        good = bool(score.entity)
        tally.update(
            spk_n=1,
            spk_exact=bool(score.exact),
            spk_head=bool(score.head),
            spk_entity=good,
        )
        tally.update(_resolution_tally(unit, resolved=score.resolved))
    tally["attr_tp"] = good
    cue = cue_agrees(unit, found)
    if cue is not None:
        tally.update(cue_n=1, cue_ok=cue)
    return tally


def _resolution_tally(unit: Record, *, resolved: bool | None) -> dict[str, int]:
    if resolved is None:
        return {"res_skip": 1}
    tally: dict[str, int] = {"res_n": 1, "res_ok": resolved}
    if record_of(unit, "speaker").get("type") == "pronoun":
        tally |= {"pron_n": 1, "pron_ok": resolved}
    return tally


def summarise(tally: Tally) -> dict[str, float]:
    """Scores of added counts."""
    scores: dict[str, float] = {}
    for mode in ("strict", "lenient"):
        gold, pred = tally[f"{mode}_gold"], tally[f"{mode}_pred"]
        scores |= _prf(f"span {mode}", tally[f"{mode}_tp"], pred=pred, gold=gold)
    for measure in ("exact", "head", "entity"):
        scores[f"speaker {measure}"] = _ratio(tally[f"spk_{measure}"], tally["spk_n"])
    scores["resolved"] = _ratio(tally["res_ok"], tally["res_n"])
    scores["resolved pronoun"] = _ratio(tally["pron_ok"], tally["pron_n"])
    gold, pred = tally["lenient_gold"], tally["lenient_pred"]
    scores |= _prf("quote+speaker", tally["attr_tp"], pred=pred, gold=gold)
    named = pred - tally["res_skip"]
    if tally["res_gold"]:
        scores |= _prf(
            "quote+full name", tally["res_ok"], pred=named, gold=tally["res_gold"]
        )
    return scores | {"cue": _ratio(tally["cue_ok"], tally["cue_n"])}


def _prf(name: str, tp: int, *, pred: int, gold: int) -> dict[str, float]:
    if not pred and not gold:
        return dict.fromkeys((f"{name} P", f"{name} R", f"{name} F1"), 1.0)
    p, r = _ratio(tp, pred), _ratio(tp, gold)
    f = 2 * p * r / (p + r) if p + r else 0.0
    return {f"{name} P": p, f"{name} R": r, f"{name} F1": f}


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
