"""Which packages an extractor needs, and in which environment it runs.

Every peer has an environment of its own, since their pins exclude each other's and
ours: some ask for an lxml before 6. lxml itself is installed everywhere, so that its
build can be timed beside the extractor in the same process.
"""

from typing import Final

import attrs


@attrs.frozen
class Peer:
    """Another project's extractor.

    Attributes:
        name: Its name in tables and on the command line.
        extractor: Key in `benchmarks.extractors.FACTORIES`.
        requires: What pip is asked to install.
        env: Name of the environment; peers of one package share it.
    """

    name: str
    extractor: str
    requires: tuple[str, ...]
    env: str

    @property
    def distribution(self) -> str:
        """The distribution whose version is reported."""
        return self.requires[0].partition("=")[0]


_COMMON: Final = ("lxml", "charset-normalizer")
_TRAFILATURA: Final = ("trafilatura", "lxml_html_clean")


def _peer(
    name: str, *requires: str, extractor: str | None = None, env: str | None = None
) -> Peer:
    packages = (*(requires or (name,)), *_COMMON)
    return Peer(name, extractor or name, packages, env or name)


PEERS: Final = (
    _peer("trafilatura", *_TRAFILATURA),
    _peer("newspaper4k"),
    _peer("goose3", "goose3", "lxml_html_clean"),
    _peer("news-please", "news-please", "newspaper4k[all]"),
    _peer("readability-lxml", "readability-lxml", "html-text", extractor="readability"),
    _peer("resiliparse"),
    _peer("turbohtml"),
    _peer("justext", "justext", "lxml_html_clean"),
    _peer("boilerpy3"),
)
"""The peers of the tables, in their order."""

EXTRA_PEERS: Final = (
    _peer("htmldate"),
    _peer("trafilatura-text", *_TRAFILATURA, env="trafilatura"),
    _peer("trafilatura-fast", *_TRAFILATURA, env="trafilatura"),
    _peer(
        "trafilatura-2.0",
        "trafilatura==2.0.0",
        "lxml_html_clean",
        extractor="trafilatura",
    ),
)
"""Run only when asked for by name."""


def choose(names: str) -> tuple[Peer, ...]:
    """The peers of a comma-separated list.

    Args:
        names: Names of peers; ``all`` are those of the tables, ``none`` is none.

    Returns:
        The peers, in the order given.

    Raises:
        ValueError: A name is unknown.
    """
    if names == "none":
        return ()
    if names == "all":
        return PEERS
    known = {peer.name: peer for peer in (*PEERS, *EXTRA_PEERS)}
    wanted = [name for name in names.split(",") if name]
    unknown = [name for name in wanted if name not in known]
    if unknown:
        message = f"no peer named {', '.join(unknown)}: {', '.join(known)}"
        raise ValueError(message)
    return tuple(known[name] for name in wanted)
