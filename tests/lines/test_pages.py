"""Whole text pages: what a reader sees is what the parts of the article hold.

`pages` holds texts written for these tests, in the shapes that copies, mailers,
text browsers and converters give, each with what must be found in it.
"""

import json
from itertools import pairwise
from pathlib import Path
from typing import cast

import pytest

from articlekit.body.lines import body_blocks
from articlekit.fields.line_roles import LineRoles, choose_lines
from articlekit.fields.lines import LineFields, read_lines
from articlekit.headlines.lines import line_headlines
from articlekit.model import Moment
from articlekit.model.dicts import to_dict
from articlekit.pictures.lines import line_images
from articlekit.reading.page import Page
from articlekit.reading.plaintext import read_plain
from articlekit.rules import Hints

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.txt"))
FIELDS = ("title", "kicker", "dek", "byline")

Expected = dict[str, object]


def _page(name: str) -> Page:
    return read_plain((PAGES / f"{name}.txt").read_text("utf-8"))


def _roles(name: str) -> LineRoles:
    return choose_lines(_page(name))


def _expected(name: str) -> Expected:
    text = (PAGES / f"{name}.json").read_text("utf-8")
    return cast("Expected", json.loads(text))


def _printed(moment: Moment | None) -> str | None:
    return moment.value.isoformat() if moment and moment.value else None


def _fields(name: str) -> LineFields:
    hints = Hints(language=name if len(name) == 2 else None)
    page = _page(name)
    return read_lines(choose_lines(page), hints, page.record)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("field", FIELDS)
def test_words_around_the_title(name: str, field: str) -> None:
    """Title, kicker, dek and byline stand where the page prints them."""
    assert getattr(_fields(name), field) == _expected(name).get(field)


@pytest.mark.parametrize("name", NAMES)
def test_dates(name: str) -> None:
    """Publication and change are read, and no date of another story is."""
    found, expected = _fields(name), _expected(name)
    assert _printed(found.published) == expected.get("published")
    assert _printed(found.modified) == expected.get("modified")


@pytest.mark.parametrize("name", NAMES)
def test_body(name: str) -> None:
    """The body is the article, block for block, and nothing else."""
    found = [[to_dict(b)["type"], b.text] for b in body_blocks(_roles(name))]
    assert found == _expected(name)["body"]


@pytest.mark.parametrize("name", NAMES)
def test_pictures(name: str) -> None:
    """Lines around the title give pictures with alt, caption and credit."""
    found = [
        {
            "alt": image.alt,
            "caption": image.caption,
            "credit": image.credit.text if image.credit else None,
            "is_lead": image.is_lead,
        }
        for image in line_images(_roles(name))
    ]
    assert found == _expected(name).get("images", [])


@pytest.mark.parametrize("name", NAMES)
def test_headlines(name: str) -> None:
    """Other stories are listed with block, rank, category and date."""
    hints = Hints(language=name if len(name) == 2 else None)
    found = [
        [i.block, str(i.block_kind), i.rank, i.category, i.title, _printed(i.published)]
        for i in line_headlines(_roles(name), hints)
    ]
    assert found == _expected(name).get("headlines", [])


@pytest.mark.parametrize("name", NAMES)
def test_every_word_has_one_role(name: str) -> None:
    """No line with words is lost, and none belongs to two runs."""
    roles = _roles(name)
    ends = [(run.first, run.last) for run in roles.runs]
    assert all(a < b for a, b in ends)
    assert all(one[1] <= two[0] for one, two in pairwise(ends))
    assert len(roles.runs) == len(roles.roles) == len(roles.kinds) == len(roles.scores)
