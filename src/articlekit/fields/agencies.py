"""The agencies that a text is credited to."""

from collections.abc import Iterator
from typing import Final

from articlekit.fields.author_data import LONGEST_LINE, Source
from articlekit.fields.clues import Clues, plain
from articlekit.fields.contest import Candidate, Finding, decide
from articlekit.fields.dateline import find_dateline
from articlekit.fields.title import headline_block
from articlekit.text.agencies import agency_name, is_agency
from articlekit.text.datelines import is_wire
from articlekit.text.late import late

_SOURCE_LINE: Final = late(
    r"(?:来源|來源|출처|情報源|[Ss]ources?|Quellen?|Fuentes?|Font[ei]|Kaynak|Источник|Джерело|Źródło|Zdroj|Izvor|Vir|Bron|Kilde|Källa|Lähde"
    r"|Forrás|Sursa|Sumber|Nguồn|Πηγή|Współpraca|المصدر|منبع|स्रोत|ที่มา)\s?[:：]\s?([^\s|:：,，]{1,30}(?:\s[^\s|:：,，]{1,20}){0,2})"
)
_NAMES: Final = late(r"\s?[,/;|、，]\s?|\s-\s")
_AFTER, _SHORT, _MOST = 14, 60, 80
_ABBREVIATION: Final = 3


def _credited(clues: Clues) -> Iterator[Source]:
    """Yield the agencies of the dateline, and of a line that names the source."""
    found = find_dateline(clues).value
    if found and found.agency:
        yield Source((), (found.agency,), "text", "dateline", found.raw, 0.6)
    head = headline_block(clues)
    for name in ("source", "news.source", "news_source", "dc.source", "provider"):
        raw = clues.page.meta(name)
        if raw and is_wire(plain(raw)):
            yield Source((), (plain(raw),), "meta", name, raw, 0.5)
    if head is None:
        return
    yield from _below(clues, head + _AFTER)
    for index in range(max(0, head - 3), min(len(clues.page.blocks), head + _AFTER)):
        text = clues.page.blocks[index].text
        if len(text) <= _SHORT and _is_signed(text):
            yield Source((), (text,), "text", f"block {index}", text, 0.4)
        elif (
            len(text) <= LONGEST_LINE
            and (":" in text or "：" in text)
            and (match := _SOURCE_LINE.search(text))
            and is_wire(match[1].strip())
        ):
            yield Source((), (match[1].strip(),), "text", f"block {index}", text, 0.5)


def _is_signed(text: str) -> bool:
    """Say whether a line is the name of a wire; "Aa" is a button for larger letters."""
    mixed = len(text) <= _ABBREVIATION and text.istitle() and text.isascii()
    return not mixed and is_agency(text) and is_wire(text)


def _below(clues: Clues, first: int) -> Iterator[Source]:
    """Yield the wires of the first short line below that names the text's source."""
    for index, block in enumerate(clues.page.blocks[first : first + _MOST], first):
        text = block.text
        if len(text) <= _SHORT and (match := _SOURCE_LINE.match(text)):
            names = [name.strip() for name in _NAMES.split(text[match.start(1) :])]
            wires = tuple(name for name in names if is_agency(name) and is_wire(name))
            if wires:
                yield Source((), wires, "text", f"block {index}", text, 0.4)
                return


def _unstopped(name: str) -> str:
    """Return *name* without the full stop of its sentence, unless it has one itself."""
    bare = name.rstrip(".")
    return bare if bare != name and agency_name(bare) else name


def find_agencies(clues: Clues, sources: list[Source]) -> Finding[tuple[str, ...]]:
    """Collect the agencies of all sources, each once."""
    found: dict[str, str] = {}
    entries: list[Candidate[tuple[str, ...]]] = []
    for source in [*sources, *_credited(clues)]:
        wires = tuple(_unstopped(name) for name in source.agencies if is_wire(name))
        for name in wires:
            found.setdefault(agency_name(name) or name.casefold(), name)
        if wires:
            entries.append(
                Candidate(
                    wires,
                    source.origin,
                    source.locator,
                    source.raw,
                    source.confidence,
                    "agencies",
                )
            )
    finding = decide("agencies", entries)
    value = tuple(found.values()) or None
    return Finding(value, finding.evidence, finding.confidence, finding.judged)
