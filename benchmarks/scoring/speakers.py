"""Whether a quote's speaker and cue are the annotated ones."""

import re
from typing import Final

import attrs

from benchmarks.records import Record, record_of, text_of, texts_of
from benchmarks.scoring.speech_text import (
    PRONOUNS,
    compatible,
    contains_name,
    last_word,
    norm_name,
    without_apposition,
)

_WORD: Final = re.compile(r"\w+")
_CUE_STOP: Final = frozenset(
    [
        "a",
        "an",
        "the",
        "to",
        "of",
        "in",
        "on",
        "at",
        "by",
        "with",
        "for",
        "as",
        "from",
        "that",
        "this",
        "his",
        "her",
        "its",
        "their",
        "he",
        "she",
        "it",
        "they",
        "who",
        "and",
        "or",
        "is",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "will",
        "would",
        "could",
        "should",
        "may",
        "might",
        "do",
        "does",
        "did",
        "not",
        "also",
        "then",
        "during",
        "after",
        "before",
    ]
)


@attrs.frozen
class SpeakerScore:
    """What is right about a speaker; ``None`` where a measure does not apply.

    Attributes:
        exact: Equals the annotated source or its core.
        head: Last word equals the core's or the full name's, or the core is inside.
        resolved: Compatible with a trusted full name.
        entity: `head` or `resolved`.
        null: No speaker was given, where the annotation has none.
    """

    exact: bool | None = None
    head: bool | None = None
    resolved: bool | None = None
    entity: bool | None = None
    null: bool | None = None


def score_speaker(unit: Record, found: Record, language: str) -> SpeakerScore:
    """Compare a prediction's speaker with an annotated unit's."""
    gold = record_of(unit, "speaker")
    speaker = text_of(found, "speaker")
    if not gold:
        return SpeakerScore(null=not speaker)
    core = text_of(record_of(gold, "core") or gold, "text")
    exact = bool(norm_name(speaker)) and norm_name(speaker) in {
        norm_name(text_of(gold, "text")),
        norm_name(core),
    }
    head = exact or _has_head(unit, speaker, core)
    resolved = _resolved(unit, text_of(found, "speaker_full") or speaker, language)
    return SpeakerScore(
        exact=exact, head=head, resolved=resolved, entity=head or bool(resolved)
    )


def trusted_name(unit: Record) -> str:
    """The unit's full name where resolution can be scored by it, else empty.

    Names linked by automatic coreference are right in about two of three cases: good
    enough to accept a name, not good enough to score resolution by.
    """
    how = unit.get("speaker_full_how")
    return "" if how == "coref" else text_of(unit, "speaker_full")


def _has_head(unit: Record, speaker: str, core: str) -> bool:
    if not speaker:
        return False
    heads = {last_word(core), *texts_of(record_of(unit, "speaker"), "heads")}
    heads |= {last_word(text_of(unit, "speaker_full"))}
    heads.discard("")
    found = {last_word(speaker), last_word(without_apposition(speaker))}
    return bool(found & heads) or contains_name(speaker, core)


def _resolved(unit: Record, name: str, language: str) -> bool | None:
    trusted = trusted_name(unit)
    if not trusted:
        return None
    pronouns = PRONOUNS.get(language, PRONOUNS["en"])
    if not name or norm_name(name) in pronouns:
        return False
    forms = {norm_name(name), norm_name(without_apposition(name))}
    same = any(compatible(form, norm_name(trusted)) for form in forms)
    return same or contains_name(name, trusted)


def cue_agrees(unit: Record, found: Record) -> bool | None:
    """Whether the cue shares a content word; ``None`` where none is annotated."""
    gold = record_of(unit, "cue")
    if not gold:
        return None
    true, cue = text_of(gold, "text"), text_of(found, "cue")
    if not cue:
        return False
    a, b = _content_words(true), _content_words(cue)
    return bool(a & b) if a or b else true.strip() == cue.strip()


def _content_words(cue: str) -> frozenset[str]:
    return frozenset(_WORD.findall(cue.casefold())) - _CUE_STOP
