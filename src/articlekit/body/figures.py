"""Pictures set into the body at their places."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby

import attrs

from articlekit.body.assembly import Body
from articlekit.body.live import Entry
from articlekit.model import Block, Embed, Figure, Image, LiveEntry

_Placed = tuple[int, Block]
"""A block, and the index of the page's block that it stands at."""


def set_in(
    body: Body, images: Sequence[tuple[Image, int]], embeds: Sequence[tuple[Embed, int]]
) -> tuple[tuple[Block, ...], tuple[Image, ...]]:
    """Set pictures and embeds into a body.

    Args:
        body: The body.
        images: Pictures in order, each with the index of the page's block that
            follows it.
        embeds: Embedded things in order, likewise.

    Returns:
        The blocks with a `Figure` for each picture that stands between the
        first and the last of them, and the pictures, each with the index of its
        `Figure`, or of the live blog's entry that holds it.
    """
    numbered = [(at, Figure(number)) for number, (_, at) in enumerate(images)]
    placed: list[_Placed] = [*numbered, *((at, e) for e, at in embeds)]
    placed.sort(key=lambda pair: pair[0])
    merged = _merge(body, placed)
    blocks = (
        _in_entries(merged, body.entries) if body.entries else [b for _, b in merged]
    )
    where = {image: i for i, b in enumerate(blocks) for image in _images_of(b)}
    pictures = tuple(
        attrs.evolve(image, block=where[number]) if number in where else image
        for number, (image, _) in enumerate(images)
    )
    return tuple(blocks), pictures


def _images_of(block: Block) -> tuple[int, ...]:
    """Return the numbers of the images that *block* shows."""
    if isinstance(block, LiveEntry):
        return tuple(b.image for b in block.blocks if isinstance(b, Figure))
    return (block.image,) if isinstance(block, Figure) else ()


def _in_entries(merged: Sequence[_Placed], entries: Sequence[Entry]) -> list[Block]:
    """Put the blocks of each entry of a live blog into one block."""
    firsts = [entry.first for entry in entries]
    out: list[Block] = []
    for number, group in groupby(
        merged, lambda pair: _entry_at(pair[0], firsts, entries)
    ):
        blocks = [block for _, block in group]
        if number < 0:
            out += blocks
        else:
            inner = tuple(b for b in blocks if not isinstance(b, LiveEntry))
            out.append(LiveEntry(entries[number].moment, inner, line=inner[0].line))
    return out


def _entry_at(place: int, firsts: Sequence[int], entries: Sequence[Entry]) -> int:
    """Return the number of the entry that a place is in, or -1."""
    number = bisect_right(firsts, place) - 1
    return number if number >= 0 and place < entries[number].last else -1


def _merge(body: Body, placed: Sequence[_Placed]) -> list[_Placed]:
    """Set *placed* between the blocks; what stands above or below is left out."""
    out: list[_Placed] = []
    waiting = iter(placed)
    next_one = next(waiting, None)
    for block, place in zip(body.blocks, body.places, strict=True):
        while next_one is not None and next_one[0] <= place:
            if out:
                out.append(next_one)
            next_one = next(waiting, None)
        out.append((place, block))
    return out
