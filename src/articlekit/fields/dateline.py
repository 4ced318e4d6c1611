"""The dateline: place, agency and date that open the text."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, cast

from articlekit.fields.clues import Clues
from articlekit.fields.contest import Candidate, Finding, decide
from articlekit.fields.title import find_title, headline_block
from articlekit.model import Dateline
from articlekit.text.datelines import is_place, read_dateline
from articlekit.text.names import is_cjk
from articlekit.text.relative import find_distance

_FIRST, _OPENING, _NEAR, _LONGEST = 3, 0.7, 14, 60
_SHORTEST_PARAGRAPH, _SHORTEST_WIDE, _MOST_PARAGRAPHS = 60, 30, 4
_OPENS: Final = re.compile(r"[【（(]")
_DAY_MARKS: Final = frozenset("-–—|,•·")


def opening_paragraphs(clues: Clues) -> list[str]:
    """Return the first long texts below the headline, for want of a body."""
    head = headline_block(clues)
    found: list[str] = []
    for block in clues.page.blocks[(head or 0) + 1 : (head or 0) + 45]:
        text, length = block.text, len(block.text)
        if length < _SHORTEST_WIDE or 2 * block.link_chars >= length:
            continue
        if length >= _SHORTEST_PARAGRAPH or is_cjk(text):
            found.append(text)
            if len(found) == _MOST_PARAGRAPHS:
                break
    return found


def _read(clues: Clues, text: str) -> Dateline | None:
    """Read the dateline of a paragraph; the body opens as the page's text does."""
    known = clues.datelines
    if text not in known:
        known[text] = read_dateline(text, language=clues.language)
    return known[text]


def _from_body(
    clues: Clues, paragraphs: Sequence[str]
) -> Iterator[Candidate[Dateline]]:
    """Yield the datelines of the first paragraphs, and of the last one."""
    for number, text in enumerate(paragraphs[:_FIRST]):
        if found := _read(clues, text):
            yield Candidate(
                found,
                "text",
                f"paragraph {number}",
                found.raw,
                _OPENING - 0.1 * number,
                found.place,
            )
    last = paragraphs[-1][-_LONGEST:] if len(paragraphs) > _FIRST else ""
    found = _read(clues, last) if _OPENS.search(last) else None
    if found and found.raw[:1] in "【（(":
        yield Candidate(found, "text", "last paragraph", found.raw, 0.5, found.place)


def _near_date(clues: Clues) -> Iterator[Candidate[Dateline]]:
    """Yield the place that a byline prints before its date: "Madrid - 3 May"."""
    head = headline_block(clues)
    if head is None:
        return
    title = frozenset((find_title(clues).value or "").split())
    for block in clues.page.blocks[head + 1 : head + _NEAR]:
        text = block.text
        if len(text) > _LONGEST or " " not in text:
            continue
        first, _, rest = text.partition(" ")
        place = first.strip(",-–—|")
        marked = first[-1] in _DAY_MARKS or rest[0] in _DAY_MARKS
        known = (marked and is_place(place)) or (len(place) > 3 and place in title)
        if known and _is_dated(rest.strip(" -–—|,•·")):
            dateline = Dateline(place=place, raw=text)
            yield Candidate(dateline, "text", "byline", text, 0.4, place)
            return


def _is_dated(text: str) -> bool:
    """Say whether a text begins with a number or counts from now."""
    return text[:1].isdigit() or find_distance(text.casefold()) is not None


def find_dateline(
    clues: Clues, paragraphs: Sequence[str] | None = None
) -> Finding[Dateline]:
    """Find the dateline.

    Args:
        clues: The page.
        paragraphs: The paragraphs of the body in order; None for the first long
            texts below the headline.

    Returns:
        Place, agency and date as printed.
    """
    if paragraphs is None:
        if "dateline" not in clues.memo:
            clues.memo["dateline"] = find_dateline(clues, opening_paragraphs(clues))
        return cast("Finding[Dateline]", clues.memo["dateline"])
    texts = paragraphs
    return decide("dateline", [*_from_body(clues, texts), *_near_date(clues)])
