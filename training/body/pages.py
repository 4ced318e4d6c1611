"""Pages of the corpora with a label for each block."""

import gzip
import json
import re
from collections import Counter
from pathlib import Path

import attrs

from articlekit.reading.encoding import decode
from articlekit.reading.markup import read_markup
from articlekit.reading.page import Page

CORPORA = ("aeb", "atf", "fundus_eval", "fundus_fixtures", "trafi_eval")
"""The last one states only pieces that belong to the text, or do not."""
_WORDS = re.compile(r"\w+")
_PIECE = 4
_MOSTLY, _HARDLY = 0.6, 0.25


@attrs.frozen(eq=False)
class Example:
    """A page and what its blocks are.

    Attributes:
        site: Registrable domain.
        page: The page.
        title: Its title as the metadata have it.
        labels: For each block 1 (body), 0 (not) or -1 (either will do).
    """

    site: str
    page: Page
    title: str | None
    labels: list[int]


def _title(page: Page) -> str | None:
    for node in page.structured.articles:
        headline = node.get("headline")
        if isinstance(headline, str):
            return headline.strip()
    return page.meta("og:title", "twitter:title") or page.title_tag


def _pieces(words: list[str]) -> list[tuple[str, ...]]:
    last = max(1, len(words) - _PIECE + 1)
    return [tuple(words[i : i + _PIECE]) for i in range(last)]


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.lower())


class _Truth:
    """The true body in the forms that blocks are compared with."""

    def __init__(self, truth: dict) -> None:
        body = truth.get("body_text") or "\n".join(truth["body"])
        words = _words(body)
        self.pieces = Counter(_pieces(words))
        self.lines = {" ".join(_words(line)) for line in body.split("\n")}
        self.joined = f" {' '.join(words)} "
        self.summary = set(_pieces(_words("\n".join(truth.get("summary") or []))))
        optional = truth.get("body_optional") or []
        self.optional = {" ".join(_words(truth["body"][i])) for i in optional}

    def label(self, text: str) -> int:
        """Return the label of a block."""
        words = _words(text)
        key = " ".join(words)
        if not words or key in self.optional:
            return -1
        if len(words) < _PIECE:
            return self._label_short(words, key)
        pieces = _pieces(words)
        share = sum(p in self.pieces for p in pieces) / len(pieces)
        summary = sum(p in self.summary for p in pieces) / len(pieces)
        if summary > _MOSTLY > share:
            return -1
        return 1 if share >= _MOSTLY else 0 if share < _HARDLY else -1

    def _label_short(self, words: list[str], key: str) -> int:
        if key in self.lines:
            return 1
        return -1 if len(words) == _PIECE - 1 and f" {key} " in self.joined else 0


class _Pieces:
    """Pieces of text that must be in the body, and pieces that must not."""

    def __init__(self, truth: dict) -> None:
        self.inside = [" ".join(piece.split()) for piece in truth["with"]]
        self.outside = [" ".join(piece.split()) for piece in truth["without"]]

    def label(self, text: str) -> int:
        """Return the label of a block; most are unknown."""
        if any(piece in text for piece in self.inside):
            return 1
        if any(piece in text for piece in self.outside):
            return 0
        return -1


def read_examples(corpora: Path) -> list[Example]:
    """Read the pages whose whole body is known, in a fixed order."""
    examples = []
    for name in CORPORA:
        for line in (corpora / name / "pages.jsonl").read_text("utf-8").splitlines():
            entry = json.loads(line)
            if entry.get("broken"):
                continue
            data = gzip.decompress((corpora / name / entry["html"]).read_bytes())
            page = read_markup(decode(data), url=entry["url"])
            truth = (_Pieces if "with" in entry["truth"] else _Truth)(entry["truth"])
            labels = [truth.label(b.text) for b in page.blocks]
            if labels:
                examples.append(Example(entry["site"], page, _title(page), labels))
    return examples
