"""Whole articles of our own, written by people who did not know the code.

`tests/quotes/data` shows what is known to work; these show how it fares on texts that
come as they come. From those marked "fresh" nothing was learned for the code:
their share is what to expect elsewhere. Who mends a fault that one of them shows takes
the mark away from it.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from articlekit import find_quotes
from articlekit.model import Quote

ARTICLES = Path(__file__).parent / "articles"
LANGUAGES = sorted(path.stem for path in ARTICLES.glob("*.json"))
# Shares of pieces found, and of those found with the right speaker and source.
PIECES, KNOWN, FRESH = 0.96, 0.88, 0.72
EACH_PIECES, EACH_RIGHT = 0.85, 0.6
_EDGES = re.compile(r"^\W+|\W+$")


def _plain(text: str | None) -> str:
    return _EDGES.sub("", " ".join((text or "").split())).casefold()


def _agree(found: str | None, wanted: str | None) -> bool:
    """A title or what describes a person more or less is no error."""
    short, long = sorted((_plain(found), _plain(wanted)), key=len)
    if not short or short == long:
        return short == long
    inside = f" {short} " in f" {long} " or long.endswith(short)
    return long.startswith(short) or (inside and len(long) <= len(short) + 30)


def _is_right(quote: Quote, wanted: dict[str, Any]) -> bool:
    """Whether mention and source are those of the truth.

    A verb without a subject has no mention; who is nowhere named has no source.
    """
    mention = quote.speaker.text if quote.speaker else None
    told, source = wanted["speaker"], wanted["source"]
    said = _agree(mention, told) or (mention is not None and _agree(mention, source))
    said = said or (told is None and mention is None)
    unnamed = quote.source is None and mention is not None and _agree(source, told)
    return said and (_agree(quote.source, source) or unnamed)


def _judged(language: str) -> Iterator[tuple[bool, bool, bool]]:
    """Yield for each piece: whether its article is fresh, it is found, it is right."""
    for article in json.loads((ARTICLES / f"{language}.json").read_text("utf-8")):
        text = article["text"]
        found = {
            _plain(part.of(text)): quote
            for quote in find_quotes(text, language=language)
            for part in quote.parts
        }
        for wanted in article["quotes"]:
            for piece in wanted["parts"]:
                quote = found.get(_plain(piece))
                right = quote is not None and _is_right(quote, wanted)
                yield article["fresh"], quote is not None, right


@pytest.fixture(scope="module")
def judged() -> dict[str, list[tuple[bool, bool, bool]]]:
    """Return the outcome for all articles by language."""
    return {language: list(_judged(language)) for language in LANGUAGES}


def _share(values: list[bool]) -> float:
    return sum(values) / len(values)


def test_pieces_are_found(judged: dict[str, list[tuple[bool, bool, bool]]]) -> None:
    """Nearly all pieces are found, and in no language much fewer."""
    every = [found for rows in judged.values() for _, found, _ in rows]
    assert _share(every) >= PIECES
    for language, rows in judged.items():
        assert _share([found for _, found, _ in rows]) >= EACH_PIECES, language


def test_speakers_and_sources_are_right(
    judged: dict[str, list[tuple[bool, bool, bool]]],
) -> None:
    """Most are right; of texts that nobody looked at, fewer are."""
    rows = [row for found in judged.values() for row in found]
    assert _share([right for fresh, _, right in rows if not fresh]) >= KNOWN
    assert _share([right for fresh, _, right in rows if fresh]) >= FRESH
    for language, found in judged.items():
        assert _share([right for *_, right in found]) >= EACH_RIGHT, language


def test_every_article_is_as_its_truth_says(
    judged: dict[str, list[tuple[bool, bool, bool]]],
) -> None:
    """Eighteen languages; every piece of the truth stands in its text."""
    assert len(judged) == 18
    for language in LANGUAGES:
        for article in json.loads((ARTICLES / f"{language}.json").read_text("utf-8")):
            for wanted in article["quotes"]:
                assert all(piece in article["text"] for piece in wanted["parts"])
