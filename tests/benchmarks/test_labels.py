"""Tests of the scores against hand-made labels."""

import json
from pathlib import Path

import pytest
from benchmarks.scoring.forms import hashed, url_key
from benchmarks.scoring.labels import (
    score_credits,
    score_extras,
    score_headlines,
    score_labels,
)

ITEMS = [
    {"title": "Mill sold", "url": "https://www.x.example/a/", "category": "Business"},
    {"title": "Ferry late", "url": "https://x.example/b", "published": "2 h ago"},
]
LABEL = {"corpus": "mill", "id": "a", "blocks": [{"name": "Latest", "items": ITEMS}]}


def test_url_key_ignores_scheme_query_and_slash() -> None:
    """The same story has one key, whatever the link carries along."""
    assert "x.example/a" == url_key("https://www.X.example/a/?ref=top#c")


def test_headlines_match_by_address_or_title() -> None:
    """An item is found by either; its parts are compared on what was found."""
    found = {
        "headlines": [
            {
                "title": "Another title",
                "url": "http://x.example/a",
                "category": "Sport",
            },
            {"title": "FERRY LATE", "published": {"raw": "2 h ago"}, "block": "latest"},
            {"title": "Log in", "url": "http://x.example/login"},
        ]
    }
    scores = score_headlines([(LABEL, found)])
    assert (2 / 3, 1.0) == (scores["precision"], scores["recall"])
    assert (0.5, 0.0, 1.0) == (
        scores["title"],
        scores["category"],
        scores["published"],
    )
    assert 0.5 == scores["block"]


def test_optional_items_cost_nothing() -> None:
    """An optional item may be found or not."""
    blocks = [{"name": None, "optional": True, "items": ITEMS}]
    label = {**LABEL, "blocks": blocks}
    assert 1.0 == score_headlines([(label, {"headlines": ITEMS})])["F1"]
    assert 1.0 == score_headlines([(label, {})])["F1"]


def test_credits_and_exact_captions() -> None:
    """A caption that still holds its credit matches, but not exactly."""
    label = {
        "images": [{"credit": "Mira Oldham", "caption": "The mill at dawn in May"}]
    }
    found = {
        "images": [{"credit": None, "caption": "The mill at dawn in May Photo: Oldham"}]
    }
    scores = score_credits([(label, found)])
    assert {"credit F1": 0.0, "caption F1": 1.0, "caption exact": 0.0} == scores


def test_extras_accept_alternatives_and_punish_inventions() -> None:
    """An alternative is right; a value where none is labelled is wrong."""
    label = {
        "dateline": None,
        "section": "World",
        "section_alt": ["Europe"],
        "authors": ["A B"],
        "authors_alt": [["C D", "A B"]],
        "published": "2024-03-05T09:30:00+01:00",
    }
    found = {
        "dateline": {"place": "MILLTOWN"},
        "section": "europe",
        "authors": ["A B", "C D"],
        "published": "2024-03-05",
        "agencies": [],
    }
    scores = score_extras([(label, found)])
    assert (0.0, 1.0, 1.0) == (scores["place"], scores["section"], scores["authors"])
    assert (1.0, 0.0) == (scores["published day"], scores["published minute"])
    assert (1.0, 1.0) == (scores["agency"], scores["kicker"])


@pytest.mark.parametrize("secret", [False, True])
def test_hashed_labels_score_alike(tmp_path: Path, *, secret: bool) -> None:
    """Digests of the labels give the figures that the labels give."""
    form = [
        {
            "url": hashed(url_key(item["url"])),
            "title": hashed(item["title"].casefold()),
            "category": hashed(item.get("category", "").casefold()),
            "block": hashed("latest"),
            "published": hashed(item.get("published", "")),
        }
        for item in ITEMS
    ]
    digest = {"corpus": "mill", "id": "a", "hashed": True, "form": form}
    line = json.dumps(digest if secret else LABEL)
    (tmp_path / "headlines.dev.jsonl").write_text(line, encoding="utf-8")
    found = {"corpus": "mill", "id": "a", "headlines": ITEMS[:1]}
    (row,) = score_labels(tmp_path, "dev", [found])
    assert ("headlines", 1, 1.0, 0.5) == (
        row.name,
        row.pages,
        row.scores["precision"],
        row.scores["recall"],
    )


def test_no_labels_no_rows(tmp_path: Path) -> None:
    """A folder without labels gives no row."""
    assert () == score_labels(tmp_path, "dev", [])
