"""Text dumps of saved pages, each run labelled as body or not.

A page gives three dumps, as people make them: all text nodes on lines of their
own, a laid-out text, and Markdown without links.
"""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import attrs
import numpy as np

from articlekit.fields.line_features import own_features, sizes_of
from articlekit.fields.line_kinds import LineKind, kind_of
from articlekit.fields.line_marks import Run
from articlekit.fields.line_runs import find_runs
from articlekit.reading.encoding import decode
from articlekit.reading.plaintext import read_plain

WITH_BODY = ("aeb", "atf", "fundus_eval", "fundus_fixtures")
WITH_TITLE = ("postlight", "trafi_eval")
WAYS = ("nodes", "layout", "markdown")
_WORD = re.compile(r"\w+")
_PIECE = 4
_HALF = 0.5
_MOST_WORDS = 100
_ABOVE, _BELOW = (1, 2, 3, 4, 5, 6, 8), (0, 2, 5, 12, 30)


@attrs.define(eq=False)
class Dump:
    """One dump of a page.

    Attributes:
        corpus: Collection.
        site: Registrable domain.
        url: Address of the page.
        way: How it was made.
        truth: What the collection states of the page.
        runs: Runs of its lines.
        kinds: What each is by its own words.
        sizes: Their lengths.
        own: Features of the first stage.
        words: Number of words of each run.
        body: Whether each is body; empty where the collection does not say.
        weight: How much each counts in training.
        guess: The first stage's probabilities, once made.
        found: The second stage's, once made.
        cropped: Whether what stands far from the article was cut off.
    """

    corpus: str
    site: str
    url: str | None
    way: str
    truth: dict
    runs: list[Run]
    kinds: list[LineKind]
    sizes: list[float]
    own: np.ndarray
    words: np.ndarray
    body: np.ndarray
    weight: np.ndarray
    guess: np.ndarray | None = None
    found: np.ndarray | None = None
    cropped: bool = False


def make_dump(page: str, way: str) -> str:
    """Return the plain text of a page, made in one of `WAYS`."""
    if way == "nodes":
        from bs4 import BeautifulSoup

        soup = BeautifulSoup(page, "lxml")
        for tag in soup(["script", "style", "noscript", "template"]):
            tag.decompose()
        return soup.get_text("\n", strip=True)
    if way == "layout":
        from inscriptis import get_text

        return get_text(page)
    from html2text import HTML2Text

    writer = HTML2Text(bodywidth=0)
    writer.ignore_links = writer.ignore_images = writer.ignore_emphasis = True
    return writer.handle(page)


def read_dumps(corpora: Path, names: tuple[str, ...]) -> Iterator[Dump]:
    """Yield the dumps of the collections *names*, each page in all three ways."""
    for name in names:
        lines = (corpora / name / "pages.jsonl").read_text("utf-8").splitlines()
        for number, entry in enumerate(map(json.loads, lines)):
            if entry.get("broken"):
                continue
            page = decode(
                gzip.decompress((corpora / name / entry["html"]).read_bytes())
            )
            for way in WAYS:
                text = make_dump(page, way)
                if text.strip():
                    yield (dump := _labelled(name, entry, way, text))
                    if way == WAYS[number % 3] and dump.body.any():
                        yield _cropped(dump, number)


def _labelled(corpus: str, entry: dict, way: str, text: str) -> Dump:
    runs = find_runs(read_plain(text).blocks)
    kinds = [kind_of(run.text) for run in runs]
    sizes = sizes_of(runs)
    own = np.array(own_features(runs, kinds, sizes), np.float32)
    truth = dict(entry["truth"])
    for field in entry.get("suspect") or {}:
        truth.pop(field, None)
    words, body, weight = _labels(runs, truth)
    if "all" in (entry.get("suspect") or {}):
        body = np.zeros(0, int)
    return Dump(
        corpus,
        entry["site"],
        entry.get("url"),
        way,
        truth,
        runs,
        kinds,
        sizes,
        own,
        words,
        body,
        weight,
    )


def _cropped(dump: Dump, number: int) -> Dump:
    """Cut a dump as people do who copy an article and little else."""
    inside = np.flatnonzero(dump.body)
    first = max(0, int(inside[0]) - _ABOVE[number % len(_ABOVE)])
    last = int(inside[-1]) + 1 + _BELOW[number % len(_BELOW)]
    runs, kinds = dump.runs[first:last], dump.kinds[first:last]
    sizes = dump.sizes[first:last]
    return attrs.evolve(
        dump,
        runs=runs,
        kinds=kinds,
        sizes=sizes,
        own=np.array(own_features(runs, kinds, sizes), np.float32),
        words=dump.words[first:last],
        body=dump.body[first:last],
        weight=dump.weight[first:last],
        cropped=True,
    )


def _pieces(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text)
    return {tuple(words[i : i + _PIECE]) for i in range(len(words) - _PIECE + 1)}


def _labels(runs: list[Run], truth: dict) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Mark the runs whose words lie in four-word pieces of the true body.

    Runs that lie in the summary may be body or not, and do not count.
    """
    found = [
        (at, word) for at, run in enumerate(runs) for word in _WORD.findall(run.text)
    ]
    owners = np.array([at for at, _ in found], int)
    counts = np.bincount(owners, minlength=len(runs)).astype(float)
    if "body" not in truth and "body_text" not in truth:
        return counts, np.zeros(0, int), np.ones(len(runs))
    true = _pieces(truth.get("body_text") or "\n".join(truth["body"]))
    either = _pieces("\n".join(truth.get("summary") or []))
    words = [word for _, word in found]
    inside, beside = np.zeros(len(words)), np.zeros(len(words))
    for at in range(len(words) - _PIECE + 1):
        piece = tuple(words[at : at + _PIECE])
        if piece in true:
            inside[at : at + _PIECE] = 1
        elif piece in either:
            beside[at : at + _PIECE] = 1
    share = np.bincount(owners, inside, len(runs)) / np.maximum(counts, 1)
    other = np.bincount(owners, beside, len(runs)) / np.maximum(counts, 1)
    body = (share >= _HALF).astype(int)
    weight = np.sqrt(np.clip(counts, 1, _MOST_WORDS))
    weight[(body == 0) & (other >= _HALF)] = 0
    return counts, body, weight / np.sqrt(weight.sum() + 1e-9)
