"""Speakers in scripts without capitals or without blanks.

Where nothing marks a name, the particles around it do: what stands before "ने", before
"は" or between "قال" and "إن" is the speaker. A language's data file holds these as
regular expressions over the text before and after a quoted region.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import Final, cast

import attrs

from articlekit.model.quote import Quote, QuoteKind
from articlekit.model.spans import Mention, Span
from articlekit.quotes.lexicon import raw_lists
from articlekit.quotes.marks import Marked, Region

_BEFORE: Final = 90
_AFTER: Final = 70
_LONG: Final = 24
_SHORT: Final = 3
# How many names back a short form may mean: keeps long texts linear.
_NAMES: Final = 100
# How many languages, and sets of added verbs, are kept.
_KEPT: Final = 64
_TITLES: Final = frozenset("《『")
# An age or a field behind a name.
_ASIDE: Final = re.compile(r"[（(][^（()）]{0,16}[）)]\Z")
_STOPS: Final = frozenset("。！？!?.…।؟")
_ENDS: Final = frozenset("。！？!?.…।،，,؟")


@attrs.frozen
class Patterns:
    """The compiled expressions of one language.

    Attributes:
        before: For the text that ends at the opening mark.
        after: For the text that begins behind the closing mark.
        trim: Finds where words that are no part of the name end.
        pronouns: Speakers that mean the one before.
        stops: Words that begin no name.
        drops: Whether a verb without a subject means the one before.
    """

    before: tuple[re.Pattern[str], ...]
    after: tuple[re.Pattern[str], ...]
    trim: re.Pattern[str] | None
    pronouns: frozenset[str]
    stops: frozenset[str]
    drops: bool


@attrs.frozen
class _Said:
    """Who says a region, as far as the words beside it tell."""

    speaker: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    linked: bool = False

    def with_defaults(self, other: "_Said") -> "_Said":
        """Fill what is missing from *other*."""
        return _Said(
            self.speaker or other.speaker,
            self.cue or other.cue,
            self.linked or other.linked,
        )


@lru_cache(maxsize=_KEPT)
def patterns_for(language: str, verbs: tuple[str, ...] = ()) -> Patterns | None:
    """Return the expressions of *language*; None where it needs none.

    *verbs* of saying count besides those of its list.
    """
    data = dict(raw_lists(language))
    data["say"] = " ".join((str(data.get("say", "")), *verbs))
    before, after = data.get("before"), data.get("after")
    if not isinstance(before, list) or not isinstance(after, list):
        return None
    words = {key: _alternatives(data, key) for key in ("say", "stop", "source")}
    trim = str(data.get("trim", ""))
    return Patterns(
        tuple(_compiled(r"(?:{})\s*$", cast("list[object]", before), words)),
        tuple(_compiled(r"\s*(?:{})", cast("list[object]", after), words)),
        re.compile(trim) if trim else None,
        frozenset(str(data.get("pronouns", "")).split()),
        frozenset(str(data.get("stop", "")).split()),
        data.get("drops_subject") is True,
    )


def _alternatives(data: Mapping[str, object], key: str) -> str:
    words = sorted(str(data.get(key, "")).split(), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, words)) + ")"


def _compiled(
    frame: str, patterns: Sequence[object], words: dict[str, str]
) -> Iterator[re.Pattern[str]]:
    """Yield the expressions; one of a plugin that is none is left out."""
    for pattern in patterns:
        text = frame.replace("{}", str(pattern))
        for key, alternatives in words.items():
            text = text.replace("{" + key + "}", alternatives)
        with suppress(re.error):
            yield re.compile(text)


def find_by_patterns(text: str, marked: Marked, patterns: Patterns) -> list[Quote]:
    """Return the quotations of *text* in a language that has patterns."""
    quotes: list[Quote] = []
    names: list[str] = []
    chain: list[Region] = []
    previous: tuple[Region, Mention | None] | None = None
    for region, floor, ceiling in _with_bounds(marked):
        chain.append(region)
        if region.runs_on:
            continue
        said = _said(text, (chain[0], region), (floor, ceiling), patterns)
        mention = _mention(text, said.speaker, patterns)
        if mention is None and previous and previous[0].paragraph == region.paragraph:
            mention = previous[1]
        level = _level(text, chain, said, mention)
        if level:
            source = _source(mention, names, patterns)
            if mention is None and said.cue and patterns.drops and names:
                source = names[-1]
            cue = text[slice(*said.cue)] if said.cue else None
            kind = _kind(text, chain[0], said)
            quotes.append(_quote(text, chain, (kind, mention, source, cue, level)))
            previous = (region, mention)
        chain = []
    return quotes


def _with_bounds(marked: Marked) -> list[tuple[Region, int, int]]:
    """Return each region with the stretch of its paragraph that may speak of it."""
    found: list[tuple[Region, int, int]] = []
    regions = marked.regions
    for index, region in enumerate(regions):
        start, end = marked.paragraphs[region.paragraph]
        if index and regions[index - 1].paragraph == region.paragraph:
            start = regions[index - 1].outer_end
        if (
            index + 1 < len(regions)
            and regions[index + 1].paragraph == region.paragraph
        ):
            end = regions[index + 1].outer_start
        found.append((region, start, end))
    return found


def _said(
    text: str,
    ends: tuple[Region, Region],
    bounds: tuple[int, int],
    patterns: Patterns,
) -> _Said:
    first, last = ends
    stop = last.outer_end
    following = text[stop : min(bounds[1], stop + _AFTER)]
    behind = _Said()
    for pattern in patterns.after:
        match = pattern.match(following)
        if match:
            behind = behind.with_defaults(_read(match, stop))
    begin = max(bounds[0] if first is last else 0, first.outer_start - _BEFORE)
    leading = text[begin : first.outer_start]
    leading = leading[max(leading.rfind("\n") + 1, 0) :]
    begin = first.outer_start - len(leading)
    ahead = _Said()
    for pattern in patterns.before:
        match = pattern.search(leading)
        if match:
            ahead = ahead.with_defaults(_read(match, begin))
    # What follows a full stop speaks of the next quotation.
    whole = text[last.end - 1] in _STOPS
    if whole and ahead.speaker and ahead.cue:
        return ahead.with_defaults(behind)
    return behind.with_defaults(ahead)


def _read(match: re.Match[str], offset: int) -> _Said:
    groups = match.groupdict()
    speaker = cue = None
    if groups.get("speaker"):
        speaker = (match.start("speaker") + offset, match.end("speaker") + offset)
    if groups.get("cue"):
        cue = (match.start("cue") + offset, match.end("cue") + offset)
    return _Said(speaker, cue, bool(groups.get("link")))


def _mention(
    text: str, span: tuple[int, int] | None, patterns: Patterns
) -> Mention | None:
    if span is None:
        return None
    start, end = span
    if patterns.trim:
        for match in patterns.trim.finditer(text, start, end):
            if match.end() < end:
                start = match.end()
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",،、，:"):
        end -= 1
    aside = _ASIDE.search(text, max(start, end - _LONG), end)
    end = aside.start() if aside else end
    if start >= end or text[start:end].split(maxsplit=1)[0] in patterns.stops:
        return None
    return Mention(text[start:end], Span(start, end))


def _level(
    text: str, chain: Sequence[Region], said: _Said, mention: Mention | None
) -> float:
    """Return how sure it is that the regions are speech; 0 where it is not."""
    size = sum(region.end - region.start for region in chain)
    region = chain[0]
    if region.single and not said.cue:
        return 0.0
    if said.cue and said.speaker:
        return 0.0 if region.mark in _TITLES else 0.95
    whole = text[chain[-1].end - 1] in _ENDS
    if said.cue:
        return 0.9 if size > _SHORT else 0.0
    if mention is not None and (whole or said.linked or size > _LONG):
        return 0.8
    return 0.7 if size > 2 * _LONG and region.mark not in _TITLES else 0.0


def _kind(text: str, region: Region, said: _Said) -> QuoteKind:
    if text[region.end - 1] in _ENDS or region.end - region.start > _LONG:
        return QuoteKind.DIRECT
    before = text[max(0, region.outer_start - 2) : region.outer_start].strip()
    whole = before.endswith((":", "：", ",", "，", "、")) or not before
    return QuoteKind.DIRECT if whole or said.cue else QuoteKind.MIXED


def _source(
    mention: Mention | None, names: list[str], patterns: Patterns
) -> str | None:
    """Return the fullest earlier form of the speaker's name."""
    if mention is None:
        return None
    if mention.text in patterns.pronouns:
        return names[-1] if names else None
    for name in names[: -_NAMES - 1 : -1]:
        if mention.text == name or (
            len(name) > len(mention.text) and _within(mention.text, name)
        ):
            names.append(name)
            return name
    names.append(mention.text)
    return mention.text


def _within(short: str, long: str) -> bool:
    """Whether a short form ("田中氏") abbreviates a longer one ("田中太郎首相")."""
    words = short.split()
    if len(words) > 1 or " " in long:
        return set(words) <= set(long.split())
    return len(short) > 1 and long.startswith(short[:-1])


def _quote(
    text: str,
    chain: Sequence[Region],
    what: tuple[QuoteKind, Mention | None, str | None, str | None, float],
) -> Quote:
    kind, mention, source, cue, level = what
    return Quote(
        tuple(Span(region.start, region.end) for region in chain),
        "\n".join(text[region.start : region.end] for region in chain),
        kind,
        mention,
        source,
        cue,
        level,
    )
