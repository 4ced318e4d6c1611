"""The heads of e-mails that carry a story, forwarded ones too."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, cast

from articlekit.reading.page import TextBlock
from articlekit.reading.stated import Stated
from articlekit.text.late import late
from articlekit.text.lexicons import table

_HEADER: Final = late(r"[>*\s]{0,6}([^\W\d_][\w ’'-]{0,24}?)\*?\s?[:：]\*?\s*+(.*)")
_PREFIX: Final = late(
    r"\s*(?:([^\W\d_]{1,6})(?:\[\d{1,2}\])?\s?[:：]|\[[^\[\]]{1,40}\])\s*+"
)
_WITHIN: Final = 14
_MOST_PREFIXES: Final = 6
_LEAST_HEADERS: Final = 3
_MOST_HEADS: Final = 8


def take_mail_head(blocks: list[TextBlock]) -> Mapping[str, tuple[Stated, ...]]:
    """Take the head of an e-mail, and all above it, out of a text page.

    Args:
        blocks: The lines of the page. The subject stays as the first of them where
            no line near it repeats it.

    Returns:
        "subject", without marks of answers and forwards, and "sent" as the head
        prints them; empty where the page begins with no such head. Of a message
        within a message the inner one counts.
    """
    found: dict[str, tuple[Stated, ...]] = {}
    subject: TextBlock | None = None
    for _ in range(_MOST_HEADS):
        head = _next_head(blocks)
        if head is None:
            break
        found |= head[0]
        line = found["subject"][0].line
        subject = next(block for block in blocks if block.line == line)
        del blocks[: head[1]]
    if subject is not None:
        _keep(blocks, subject, found["subject"][0].text)
    return found


def _keep(blocks: list[TextBlock], subject: TextBlock, text: str) -> None:
    """Put the subject back above the text that does not repeat it."""
    folded = text.casefold()
    if folded and all(block.text.casefold() != folded for block in blocks[:_WITHIN]):
        subject.text = text
        blocks.insert(0, subject)


def _next_head(
    blocks: Sequence[TextBlock],
) -> tuple[dict[str, tuple[Stated, ...]], int] | None:
    """Find the first head near the start; return what it states, and its end.

    A page that is nothing but a head is none.
    """
    at = 0
    while at < min(len(blocks), _WITHIN):
        fields, end = _head(blocks, at)
        if "subject" in fields and end < len(blocks):
            return fields, end
        at = max(end, at + 1)
    return None


def _head(
    blocks: Sequence[TextBlock], at: int
) -> tuple[dict[str, tuple[Stated, ...]], int]:
    """Read the lines from *at* on that name a header each, up to a blank one."""
    fields: dict[str, tuple[Stated, ...]] = {}
    known, end = 0, at
    while end < len(blocks) and (end == at or not blocks[end].gap):
        found = _HEADER.match(blocks[end].text)
        if found is None:
            break
        field = _headers().get(found[1].casefold())
        known += field is not None
        if field:
            text = _subject(found[2]) if field == "subject" else found[2]
            said = Stated(text, blocks[end].line, found[1])
            fields.setdefault(field, (said,))
        end += 1
    return (fields, end) if known >= _LEAST_HEADERS else ({}, end)


def _subject(text: str) -> str:
    """Take "Fwd:", "AW:" and names of lists in brackets off a subject."""
    for _ in range(_MOST_PREFIXES):
        found = _PREFIX.match(text)
        if not found or (found[1] and found[1].casefold() not in _prefixes()):
            break
        text = text[found.end() :]
    return text


@cache
def _headers() -> dict[str, str]:
    """Return the field that each header names; "" for one that we do not need."""
    lists = cast("dict[str, list[str]]", table("records")["mail"])
    return {word: field for field, words in lists.items() for word in words}


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(cast("list[str]", table("records")["prefixes"]))
