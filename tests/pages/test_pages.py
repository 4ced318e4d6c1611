"""Whole pages of our own in the manner of 68 families of sites.

They were written by people who did not know the code: full pages with navigation,
prompts, lists and faults of metadata, in some thirty languages. Those marked "fresh"
were not read while the code was written, so that their figures are what to expect
elsewhere; who mends a fault that one of them shows takes the mark away from it.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import articlekit
from articlekit.model import Article, AuthorKind

DATA = Path(__file__).parent / "data"
PAGES = sorted(DATA.glob("*.json"))
# The least that all pages must reach, and the fresh ones alone.
LEAST = {
    "title": 0.88, "authors": 0.7, "published": 0.97, "language": 0.98, "tags": 0.88,
    "body": 0.96, "images": 0.83, "headlines": 0.85,
}  # fmt: skip
FRESH = {
    "title": 0.8, "authors": 0.8, "published": 0.98, "language": 0.98, "tags": 0.95,
    "body": 0.96, "images": 0.83, "headlines": 0.88,
}  # fmt: skip
_WORD = re.compile(r"\w+")
_SHINGLE = 4


def _plain(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()


def _overlap(found: Iterable[Any], wanted: Iterable[Any]) -> float:
    """Return F1 over two bags; 1 where both are empty."""
    one, two = Counter(found), Counter(wanted)
    total = one.total() + two.total()
    return 2 * (one & two).total() / total if total else 1.0


def _shingles(text: str) -> list[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    words = words if len(words) > len(text) / 15 else [c for c in text if c.isalnum()]
    last = max(1, len(words) - _SHINGLE + 1)
    return [tuple(words[at : at + _SHINGLE]) for at in range(last)]


def _day(stated: str | None) -> str | None:
    return datetime.fromisoformat(stated).date().isoformat() if stated else None


def _file(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[2].casefold()


def _titles(truth: dict[str, Any]) -> set[str]:
    """Return the titles that are right: a page's data and its text may differ."""
    others = truth.get("alt", {}).get("title") or ()
    others = (others,) if isinstance(others, str) else others
    return {*map(_plain, (truth["title"], *others))}


def _scores(article: Article, truth: dict[str, Any]) -> dict[str, float]:
    """Return the share that is right of each part of a page."""
    people = [a.name for a in article.authors if a.kind is AuthorKind.PERSON]
    found = article.published.value if article.published else None
    images = {_file(image.url) for image in article.images if image.url}
    return {
        "title": _plain(article.title) in _titles(truth),
        "authors": [*map(_plain, people)] == [*map(_plain, truth["authors"])],
        "published": (found.isoformat()[:10] if found else None)
        == _day(truth["published"]),
        "language": (article.language or "")[:2] == truth["language"][:2],
        "tags": {*map(_plain, article.tags)} == {*map(_plain, truth["tags"])},
        "body": _overlap(_shingles(article.text), _shingles(truth["body"])),
        "images": _overlap(images, {_file(image["url"]) for image in truth["images"]}),
        "headlines": _overlap(
            (_plain(item.title) for item in article.headlines),
            (_plain(item["title"]) for item in truth["headlines"]),
        ),
    }


@pytest.fixture(scope="module")
def scores() -> list[tuple[bool, dict[str, float]]]:
    """Return for each page whether it is fresh, and what it reaches."""
    found: list[tuple[bool, dict[str, float]]] = []
    for path in PAGES:
        truth = json.loads(path.read_text("utf-8"))
        page = path.with_suffix(".html")
        text = path.with_suffix(".txt")
        source = page.read_bytes() if page.exists() else text.read_text("utf-8")
        article = articlekit.parse(source, url=truth["url"], profiles=())
        found.append((truth["fresh"], _scores(article, truth)))
    return found


@pytest.mark.parametrize("part", LEAST)
def test_pages_of_sites_that_nobody_described(
    part: str, scores: list[tuple[bool, dict[str, float]]]
) -> None:
    """Each part is right on as many pages as before, also on those not looked at."""
    every = [score[part] for _, score in scores]
    fresh = [score[part] for is_fresh, score in scores if is_fresh]
    assert sum(every) / len(every) >= LEAST[part]
    assert sum(fresh) / len(fresh) >= FRESH[part]


def test_all_pages_are_there() -> None:
    """68 pages, twenty of them fresh, each with its truth."""
    fresh = [json.loads(path.read_text("utf-8"))["fresh"] for path in PAGES]
    assert (len(fresh), sum(fresh)) == (68, 20)
