"""Records: text pages that name their fields, as archives export them.

"LENGTH: 312 words", "HD  Weir holds", a lone "Body": where a text says what its
lines are, nothing has to be guessed. The lines that only name a field leave the
page and are kept as what was stated, and the place of the text is known. The head
of an e-mail leaves the page, too; it is about the message, not about the story,
so what it states are fields of their own.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Final, cast

import attrs

from articlekit.reading.mail import take_mail_head
from articlekit.reading.page import TextBlock
from articlekit.reading.stated import Record, Stated
from articlekit.text.late import late
from articlekit.text.lexicons import table

_LABEL: Final = late(r"([^\W\d_][\w ’'()-]{0,30}?)\s?[:：](?!//)\s*+(.*)", re.DOTALL)
_CODE: Final = late(r"([A-Z]{2,3})(?:\s+(\S.*))?", re.DOTALL)
_FINAL_LINE: Final = late(r"(?:Document|Dokument|Documento) [A-Z]{2,10}\w{14,40}$")
_WORD: Final = late(r"[^\W\d_]+")
_LONGEST_LABEL: Final = 34
_LEAST_LABELS: Final = 3
_LEAST_CODES: Final = 5
_MOST_LINES: Final = 8
_TEXT: Final = "text"
_TITLE: Final = "title"


@attrs.frozen
class _Entry:
    """A line that names a field: its block, the field, and its own words."""

    at: int
    field: str
    label: str
    text: str
    end: int


def take_record(blocks: list[TextBlock]) -> Record | None:
    """Take the lines that name fields out of a text page.

    Args:
        blocks: The lines of the page; those that name a field leave it, but for
            the title, which only loses its label.

    Returns:
        What is stated; None where the page is no record, or one without a text.
    """
    sent = take_mail_head(blocks)
    for find in (_labelled, _coded):
        entries = find(blocks)
        first, last = _place_of_text(blocks, entries) if entries else (0, 0)
        lone = sum(first <= e.at < last and not e.text for e in entries)
        if first + lone < last:
            record = _take(blocks, entries, first, last)
            return attrs.evolve(record, fields={**sent, **record.fields})
    return Record(sent) if sent else None


# Finding the lines


def _labelled(blocks: Sequence[TextBlock]) -> list[_Entry]:
    """Find the lines with labels in words, where they can only be a record's."""
    found = [
        entry
        for at, block in enumerate(blocks)
        if (entry := _labelled_line(at, block.text))
    ]
    found = list(_steady(found))
    certain = any(_is_certain(entry) for entry in found)
    if not certain or len({entry.label.casefold() for entry in found}) < _LEAST_LABELS:
        return []
    return list(_with_ends(blocks, found, _labelled_line))


def _labelled_line(at: int, text: str) -> _Entry | None:
    """Read a line that begins with a label, or is nothing but one."""
    if (
        len(text) <= _LONGEST_LABEL
        and (lone := _lone().get(text.casefold())) is not None
    ):
        return _Entry(at, lone, text, "", at + 1)
    if _FINAL_LINE.match(text):
        return _Entry(at, "", text, "", at + 1)
    if not (":" in text[:_LONGEST_LABEL] or "：" in text[:_LONGEST_LABEL]):
        return None
    found = _LABEL.match(text)
    field = _labels().get(found[1].casefold()) if found else None
    if found is None or field is None:
        return None
    return _Entry(at, field, found[1], found[2], at + 1)


def _steady(entries: Sequence[_Entry]) -> Iterator[_Entry]:
    """Leave out what may be a line of the text: "Source: ..." alone in small letters."""
    places = {entry.at for entry in entries}
    for entry in entries:
        near = {entry.at - 1, entry.at + 1}
        loud = entry.label.isupper() or not entry.text or _is_certain(entry)
        if loud or not places.isdisjoint(near):
            yield entry


def _is_certain(entry: _Entry) -> bool:
    """Return whether only a record has such a line."""
    label = entry.label.casefold()
    if label in _listed("certain") or _FINAL_LINE.match(entry.label):
        return True
    if label not in _listed("lengths"):
        return False
    counted = entry.text[:1].isdigit()
    return counted and not _listed("words").isdisjoint(
        _WORD.findall(entry.text.casefold())
    )


def _coded(blocks: Sequence[TextBlock]) -> list[_Entry]:
    """Find the lines that begin with an archive's codes, where there are enough."""
    found = [
        entry
        for at, block in enumerate(blocks)
        if (entry := _coded_line(at, block.text))
    ]
    labels = {entry.label for entry in found}
    if len(labels) < _LEAST_CODES or "HD" not in labels:
        return []
    return list(_with_ends(blocks, found, _coded_line))


def _coded_line(at: int, text: str) -> _Entry | None:
    found = _CODE.fullmatch(text) if text[:2].isupper() else None
    field = _codes().get(found[1]) if found else None
    if found is None or field is None:
        return None
    return _Entry(at, field, found[1], found[2] or "", at + 1)


def _with_ends(
    blocks: Sequence[TextBlock],
    entries: Sequence[_Entry],
    read: Callable[[int, str], _Entry | None],
) -> Iterator[_Entry]:
    """Add the lines that go on with what a label says, up to a blank one.

    What stands alone in its line is said below it, where a blank line may come
    first.
    """
    for entry in entries:
        end = entry.at + 1
        if entry.field != _TEXT:
            limit = min(len(blocks), end + _MOST_LINES)
            while end < limit and read(end, blocks[end].text) is None:
                if blocks[end].gap and (entry.text or end > entry.at + 1):
                    break
                end += 1
        yield attrs.evolve(entry, end=end)


# Taking them out


def _take(
    blocks: list[TextBlock], found: Sequence[_Entry], first: int, last: int
) -> Record:
    """Keep what is stated, and leave only the lines of head, title and text."""
    entries = [e for e in found if not (first <= e.at < last) or e.field == _TEXT]
    fields = _stated(blocks, entries)
    keep = set(range(min(found[0].at, first))) | set(range(first, last))
    title = next((e for e in entries if e.field == _TITLE), None)
    for entry in entries:
        if entry.field == _TEXT and entry.at in keep:
            keep.discard(entry.at)
            if entry.text:
                keep.add(entry.at)
                blocks[entry.at].text = entry.text
    if title is not None and title.at < first and fields[_TITLE][0].text:
        keep.add(title.at)
        blocks[title.at].text = fields[_TITLE][0].text
    order = sorted(keep)
    places = {at: place for place, at in enumerate(order)}
    blocks[:] = [blocks[at] for at in order]
    begin = sum(1 for at in order if at < first)
    return Record(
        fields,
        places.get(title.at) if title is not None else None,
        begin,
        begin + sum(1 for at in order if first <= at < last),
    )


def _stated(
    blocks: Sequence[TextBlock], entries: Sequence[_Entry]
) -> dict[str, tuple[Stated, ...]]:
    """Return what the labels say, by field."""
    fields: dict[str, list[Stated]] = {}
    for entry in entries:
        if entry.field and entry.field != _TEXT:
            rest = (block.text for block in blocks[entry.at + 1 : entry.end])
            text = " ".join(filter(None, (entry.text, *rest)))
            said = Stated(text, blocks[entry.at].line, entry.label)
            fields.setdefault(entry.field, []).append(said)
    return {field: tuple(said) for field, said in fields.items()}


def _place_of_text(
    blocks: Sequence[TextBlock], entries: Sequence[_Entry]
) -> tuple[int, int]:
    """Return the first block of the text and the one after its last.

    The text begins where a label says so; else it is the longest stretch that no
    label interrupts, below the first of them where one stands there.
    """
    texts = [entry.at for entry in entries if entry.field == _TEXT]
    if texts:
        after = [e.at for e in entries if e.at > texts[-1] and e.field != _TEXT]
        return texts[0], min(after, default=len(blocks))
    taken = [False] * len(blocks)
    for entry in entries:
        taken[entry.at : entry.end] = [True] * (entry.end - entry.at)
    best, size, at = (len(blocks), len(blocks)), 0, 0
    for is_taken, group in groupby(taken):
        length = sum(1 for _ in group)
        if not is_taken:
            chars = sum(len(block.text) for block in blocks[at : at + length])
            if chars > size and at >= entries[0].at:
                best, size = (at, at + length), chars
        at += length
    return best


# The words


def _lists(name: str) -> dict[str, list[str]]:
    return cast("dict[str, list[str]]", table("records")[name])


@cache
def _labels() -> dict[str, str]:
    """Return the field that each label names; "" for one that we do not need."""
    return {word: field for field, words in _lists("labels").items() for word in words}


@cache
def _lone() -> dict[str, str]:
    return {word: field for field, words in _lists("lone").items() for word in words}


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(cast("list[str]", table("records")[name]))


@cache
def _codes() -> dict[str, str]:
    return cast("dict[str, str]", table("records")["codes"])
