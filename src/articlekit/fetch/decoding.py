"""Undoing a response's compression, never further than a size."""

import zlib
from collections.abc import Iterable, Iterator
from typing import Final

from articlekit.errors import BrokenResponseError

ACCEPTED: Final = "gzip, deflate"
# Windows of zlib: with a header of gzip or zlib, or bare.
_EITHER: Final = zlib.MAX_WBITS | 32
_BARE: Final = -zlib.MAX_WBITS
_STEP: Final = 1 << 16


def decoded(url: str, chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Yield the bytes that *chunks* hold, in pieces of at most 64 KiB.

    A kilobyte of gzip can hold a megabyte; whoever counts the pieces can stop
    before the rest is made.

    Args:
        url: Where they come from, for the error.
        chunks: The response as it comes.
        encoding: The header `Content-Encoding`.

    Raises:
        BrokenResponseError: The bytes are not what the header says, or it names
            what was not asked for.
    """
    name = encoding.strip().lower()
    if name in ("", "identity"):
        yield from chunks
    elif name in ("gzip", "x-gzip", "deflate"):
        yield from _inflated(url, chunks)
    else:
        raise BrokenResponseError(url, f"its encoding {name!r} was not asked for")


def _inflated(url: str, chunks: Iterable[bytes]) -> Iterator[bytes]:
    made = None
    try:
        for chunk in chunks:
            made = made or _inflater(chunk)
            rest = chunk
            while rest and not made.eof:
                yield made.decompress(rest, _STEP)
                rest = made.unconsumed_tail
    except zlib.error as error:
        raise BrokenResponseError(url, "its compressed body is broken") from error
    if made is not None and not made.eof:
        raise BrokenResponseError(url, "its compressed body is cut")


def _inflater(start: bytes) -> "zlib._Decompress":
    """Return what inflates; some servers send deflate without its header."""
    try:
        zlib.decompressobj(_EITHER).decompress(start, 1)
    except zlib.error:
        return zlib.decompressobj(_BARE)
    return zlib.decompressobj(_EITHER)
