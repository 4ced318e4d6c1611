"""Inputs that try to break a parse: pages, what is left of them, and mutations.

Every input has an id from which it is made again, whatever ran before.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import attrs

from benchmarks.corpora import page_bytes, page_url, read_pages
from benchmarks.dumps import DUMPS
from benchmarks.extractors import decode
from benchmarks.records import Record

MAX_GROWTH: Final = 500_000
"""A mutation adds no more bytes than these to a page at one step."""

TOKENS: Final = (
    b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&", b"&#0;", b"&#xD800;",
    b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b'"', b"'",
    b"<p>", b"<div>", b"</div>", b"<script>", b"</script>", b"<svg>", b"<table>", b"<a ",
    b"<script type='application/ld+json'>", b"{", b"[[[[", b"\\u", b"\\ud800", b"<title>",
    b"<plaintext>", b"<frameset>", b"<template>", b"<base href='http://[::1'>", b"\r",
    b"<meta charset=utf-7>", b"<meta charset='x'>", b"<time datetime='99999-99-99'>",
    b"\xe2\x80\x9c", b"\xe2\x80\x9d", b"\xc2\xab", b"\xe2\x80\xae", b"\xcc\x81", b"9" * 5000,
)  # fmt: skip


@attrs.frozen
class Case:
    """One input.

    Attributes:
        name: Id from which it can be made again.
        page: What is parsed.
        url: The page's address, as a hint.
        origin: The page that a dump was made of.
    """

    name: str
    page: bytes | str
    url: str | None = None
    origin: bytes | None = None

    @property
    def raw(self) -> bytes:
        """The input as bytes."""
        if isinstance(self.page, bytes):
            return self.page
        return self.page.encode("utf-8", "surrogatepass")

    @property
    def markup(self) -> bytes:
        """What lxml builds for comparison: of a dump, the page that it was made of."""
        return self.raw if self.origin is None else self.origin


@attrs.frozen
class Source:
    """A saved page."""

    corpus: Path
    page: Record

    @property
    def name(self) -> str:
        """Corpus and id."""
        return f"{self.corpus.name}/{self.page['id']}"

    @property
    def raw(self) -> bytes:
        """The page's bytes."""
        return page_bytes(self.corpus, self.page)

    @property
    def url(self) -> str | None:
        """The page's address."""
        return page_url(self.page)


def read_sources(folder: Path, names: Sequence[str]) -> tuple[Source, ...]:
    """All pages of the corpora, the broken ones too."""
    return tuple(
        Source(folder / name, page)
        for name in names
        for page in read_pages(folder / name, broken=True)
    )


def whole(source: Source) -> Case:
    """The page as saved."""
    return Case(f"page:{source.name}", source.raw, source.url)


def first_half(source: Source) -> Case:
    """The first half of the page's bytes."""
    raw = source.raw
    return Case(f"half:{source.name}", raw[: len(raw) // 2], source.url)


def dumped(source: Source, how: str) -> Case:
    """A plain-text dump of the page."""
    raw = source.raw
    text = DUMPS[how](decode(raw))
    return Case(f"{how}:{source.name}", text, source.url, raw)


def mutated(sources: Sequence[Source], number: int, *, seed: int) -> Case:
    """One of the mutations of a seed.

    Args:
        sources: The pages to choose from, always in the same order.
        number: Which mutation.
        seed: Together with the number it determines everything.

    Returns:
        Bytes, or for every fourth number text, in which bytes that are no UTF-8 stand
        as lone surrogates.
    """
    rng = random.Random(f"{seed}/{number}")
    source = rng.choice(sources)
    page = source.raw
    for _ in range(rng.randint(1, 4)):
        page = rng.choice(STEPS)(page, rng, sources)
    name = f"mutation:{number}"
    if number % 4 == 3:
        return Case(name, page.decode("utf-8", "surrogateescape"), source.url)
    return Case(name, page, source.url)


def cases(
    sources: Sequence[Source], *, dumps: Sequence[str], mutations: int, seed: int
) -> Iterator[Case]:
    """Every input of a run, in a fixed order."""
    for source in sources:
        yield whole(source)
        yield first_half(source)
        for how in dumps:
            yield dumped(source, how)
    for number in range(mutations):
        yield mutated(sources, number, seed=seed)


Step = Callable[[bytes, random.Random, Sequence[Source]], bytes]


def _flip(page: bytes, rng: random.Random, _sources: Sequence[Source]) -> bytes:
    changed = bytearray(page)
    for _ in range(rng.choice((1, 5, 50, 500)) if changed else 0):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _cut(page: bytes, rng: random.Random, _sources: Sequence[Source]) -> bytes:
    start, end = _slice(page, rng)
    return page[:start] + page[end:]


def _truncate(page: bytes, rng: random.Random, _sources: Sequence[Source]) -> bytes:
    return page[: rng.randint(0, len(page))]


def _repeat(page: bytes, rng: random.Random, _sources: Sequence[Source]) -> bytes:
    start, end = _slice(page, rng)
    times = rng.choice((2, 10, 100, 2000))
    times = min(times, MAX_GROWTH // max(1, end - start))
    return page[:end] + page[start:end] * times + page[end:]


def _splice(page: bytes, rng: random.Random, sources: Sequence[Source]) -> bytes:
    other = rng.choice(sources).raw
    start, end = _slice(other, rng)
    here = rng.randint(0, len(page))
    return page[:here] + other[start : min(end, start + MAX_GROWTH)] + page[here:]


def _insert(page: bytes, rng: random.Random, _sources: Sequence[Source]) -> bytes:
    for _ in range(rng.choice((1, 5, 25))):
        here = rng.randint(0, len(page))
        token = rng.choice(TOKENS) * rng.choice((1, 1, 1, 3, 200))
        page = page[:here] + token + page[here:]
    return page


def _slice(page: bytes, rng: random.Random) -> tuple[int, int]:
    """A slice of any scale, from a few bytes to the whole."""
    start = rng.randint(0, len(page))
    length = int(len(page) * 10 ** rng.uniform(-5, 0))
    return start, min(len(page), start + max(1, length))


STEPS: Final[tuple[Step, ...]] = (_flip, _cut, _truncate, _repeat, _splice, _insert)
"""Ways to change a page; a mutation takes one to four of them."""


def by_name(sources: Sequence[Source], name: str, *, seed: int) -> Case:
    """The input of an id.

    Raises:
        ValueError: No input has this id.
    """
    kind, _, rest = name.partition(":")
    if kind == "mutation" and rest.isdigit():
        return mutated(sources, int(rest), seed=seed)
    source = next((one for one in sources if one.name == rest), None)
    if source is None or kind not in {"page", "half", *DUMPS}:
        raise ValueError(f"no input named {name!r}")
    if kind == "page":
        return whole(source)
    return first_half(source) if kind == "half" else dumped(source, kind)
