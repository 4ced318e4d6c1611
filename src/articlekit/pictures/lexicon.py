"""Words of picture credits, from the data files, in the forms that reading needs."""

import re
from functools import cache
from typing import Final, cast

import attrs

from articlekit.model.image import CreditStatus, ImageKind
from articlekit.text.lexicons import table

_KINDS: Final = {
    "illustration": ImageKind.ILLUSTRATION,
    "graphic": ImageKind.GRAPHIC,
    "screenshot": ImageKind.SCREENSHOT,
    "video": ImageKind.VIDEO,
}
# Later ones win where a word stands in two lists.
_STATUSES: Final = (
    "stock", "social", "staff", "file", "pool", "courtesy", "handout", "screenshot", "ai",
)  # fmt: skip
_CJK: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ByLanguage = dict[str, list[str]]


@attrs.frozen
class Lexicon:
    """Words of credits in all languages; keys are case folded.

    Attributes:
        labels: Labels ("Foto", "Image credit") and the kind that each says.
        label_heads: First words of labels.
        status_heads: First words of `status`.
        status_tails: Last words of `status`, without a full stop.
        by: Words between a label and a name ("Foto *von*").
        status: Words of provenance and the status that each says.
        unspaced: Those of `status` in scripts without spaces, longest first.
        and_words: Words between two names.
        of_words: Words between a word of provenance and a name.
        articles: Articles that may follow those.
        person_labels: Labels that a person's name follows.
        on_words: Words between a name and a platform.
        particles: Parts of names that are written small.
        joined: What follows a name behind a comma ("Jr", "GmbH").
        organisation: Words that no person's name holds.
        organisation_ends: Ends of Chinese, Japanese and Korean bodies' names.
        rights: Statements of rights, which say nothing of who made a picture.
        buttons: Words of buttons that stand in captions.
        last_buttons: The same, longest first.
        via_heads: First words of those for "via".
        for_heads: First words of those for "for".
        via: Pattern of a word that names a distributor.
        for_: Pattern of a word that names a client.
    """

    labels: dict[str, ImageKind]
    label_heads: frozenset[str]
    status_heads: frozenset[str]
    status_tails: frozenset[str]
    by: frozenset[str]
    status: dict[str, CreditStatus]
    unspaced: tuple[str, ...]
    and_words: frozenset[str]
    of_words: frozenset[str]
    articles: frozenset[str]
    person_labels: frozenset[str]
    on_words: frozenset[str]
    particles: frozenset[str]
    joined: frozenset[str]
    organisation: frozenset[str]
    organisation_ends: tuple[str, ...]
    rights: tuple[str, ...]
    buttons: frozenset[str]
    last_buttons: tuple[str, ...]
    via_heads: frozenset[str]
    for_heads: frozenset[str]
    via: re.Pattern[str]
    for_: re.Pattern[str]


def is_cjk(text: str) -> bool:
    """Return whether *text* holds Chinese, Japanese or Korean letters."""
    return _CJK.search(text) is not None


def _folded(name: str, part: str) -> frozenset[str]:
    lists = cast("_ByLanguage", table(f"credits/{name}")[part])
    return frozenset(w.casefold() for words in lists.values() for w in words)


def _flat(name: str, part: str) -> tuple[str, ...]:
    return tuple(
        w.casefold() for w in cast("list[str]", table(f"credits/{name}")[part])
    )


def _labels() -> dict[str, ImageKind]:
    found: dict[str, ImageKind] = {}
    for groups in cast("dict[str, _ByLanguage]", table("credits/labels")).values():
        for kind, words in groups.items():
            for word in words:
                found.setdefault(word.casefold(), _KINDS.get(kind, ImageKind.PHOTO))
    return found


def _status() -> dict[str, CreditStatus]:
    lists = cast("dict[str, _ByLanguage]", table("credits/status"))
    return {
        word.casefold(): CreditStatus(name)
        for name in _STATUSES
        for words in lists[name].values()
        for word in words
    }


def _between(part: str) -> re.Pattern[str]:
    """Return a pattern that finds one of the words with space around it."""
    words = sorted(_folded("words", part), key=len, reverse=True)
    choice = "|".join(map(re.escape, words))
    return re.compile(rf"(?:^|[\s,)])(?:{choice})\s", re.IGNORECASE)


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, read on the first call."""
    labels, status = _labels(), _status()
    unspaced = sorted(filter(is_cjk, status), key=len, reverse=True)
    return Lexicon(
        labels=labels,
        label_heads=frozenset(label.split()[0].rstrip(".") for label in labels),
        status_heads=frozenset(word.split()[0].rstrip(".:") for word in status),
        status_tails=frozenset(word.split()[-1].rstrip(".") for word in status),
        by=_folded("words", "by"),
        status=status,
        unspaced=tuple(unspaced),
        and_words=_folded("words", "and"),
        of_words=_folded("words", "of"),
        articles=frozenset(_flat("words", "article")),
        person_labels=frozenset(_flat("words", "person_label")),
        on_words=_folded("words", "on"),
        particles=frozenset(_flat("words", "particle")),
        joined=frozenset(_flat("words", "joined")),
        organisation=frozenset(_flat("words", "organisation")),
        organisation_ends=_flat("words", "cjk_organisation"),
        rights=_flat("ui", "rights"),
        buttons=_folded("ui", "buttons"),
        last_buttons=tuple(sorted(_folded("ui", "buttons"), key=len, reverse=True)),
        via_heads=frozenset(w.split()[0] for w in _folded("words", "via")),
        for_heads=frozenset(w.split()[0] for w in _folded("words", "for")),
        via=_between("via"),
        for_=_between("for"),
    )
