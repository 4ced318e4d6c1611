"""The page that the library was asked for, where a checkout has it beside itself."""

import json
from pathlib import Path
from typing import cast

import pytest

import articlekit

SEED = Path(__file__).parents[3] / "shared" / "seed"

pytestmark = pytest.mark.skipif(
    not SEED.is_dir(), reason="the page is its publisher's and does not ship"
)

Values = dict[str, object]


@pytest.fixture(scope="module")
def expected() -> Values:
    """Return what must be found."""
    text = (SEED / "expected.json").read_text("utf-8")
    return cast("Values", json.loads(text))


@pytest.fixture(scope="module")
def article() -> articlekit.Article:
    """Parse the page."""
    return articlekit.parse((SEED / "page.txt").read_text("utf-8"))


def test_title(article: articlekit.Article, expected: Values) -> None:
    """The title is the line below the picture's lines."""
    assert article.title == expected["title"]


def test_dateline(article: articlekit.Article, expected: Values) -> None:
    """The place that opens the text is its dateline."""
    assert article.dateline is not None
    assert {"place": article.dateline.place} == expected["dateline"]


def test_nobody_and_no_date(article: articlekit.Article) -> None:
    """The page names no author and no day; those of other stories are not taken."""
    assert article.authors == ()
    assert article.published is None
    assert article.modified is None
    assert (article.kicker, article.dek, article.byline) == (None, None, None)


def test_body(article: articlekit.Article, expected: Values) -> None:
    """The body is the article, paragraph for paragraph."""
    assert [block.text for block in article.body] == expected["body"]


def test_picture(article: articlekit.Article, expected: Values) -> None:
    """The two lines above the title are one picture with a split credit."""
    found = []
    for image in article.to_dict()["images"]:  # type: ignore[attr-defined]
        credit = {
            k: image["credit"][k] for k in ("text", "raw", "agencies", "photographers")
        }
        found.append({"alt": image["alt"], "credit": credit})
    assert found == expected["images"]


def test_headlines(article: articlekit.Article, expected: Values) -> None:
    """The ten other stories are listed with block, rank, category and date."""
    found = [
        {
            "block": item.block,
            "rank": item.rank,
            "category": item.category,
            "title": item.title,
            "published": str(item.published.value) if item.published else None,
        }
        for item in article.headlines
    ]
    assert found == expected["headlines"]
