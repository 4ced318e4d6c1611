"""Pictures set into the body at their places."""

from collections.abc import Sequence

import attrs

from articlekit.body.assembly import Body
from articlekit.model import Block, Embed, Figure, Image


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
        `Figure`.
    """
    numbered = [(at, Figure(number)) for number, (_, at) in enumerate(images)]
    placed: list[tuple[int, Block]] = [*numbered, *((at, e) for e, at in embeds)]
    placed.sort(key=lambda pair: pair[0])
    blocks = _merge(body, placed)
    where = {b.image: i for i, b in enumerate(blocks) if isinstance(b, Figure)}
    pictures = tuple(
        attrs.evolve(image, block=where[number]) if number in where else image
        for number, (image, _) in enumerate(images)
    )
    return tuple(blocks), pictures


def _merge(body: Body, placed: Sequence[tuple[int, Block]]) -> list[Block]:
    """Set *placed* between the blocks; what stands above or below is left out."""
    out: list[Block] = []
    waiting = iter(placed)
    next_one = next(waiting, None)
    for block, place in zip(body.blocks, body.places, strict=True):
        while next_one is not None and next_one[0] <= place:
            if out:
                out.append(next_one[1])
            next_one = next(waiting, None)
        out.append(block)
    return out
