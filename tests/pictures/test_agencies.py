"""The lexicon of agencies: one name each, found in bylines and datelines."""

from typing import cast

import pytest

from articlekit.text.agencies import agency_kind, agency_name, find_agency, is_agency
from articlekit.text.lexicons import table


def test_lexicon_holds_150_agencies() -> None:
    """The lexicon has at least 150 agencies, platforms and outlets aside."""
    entries = cast("list[dict[str, object]]", table("credits/agencies")["agencies"])
    assert 150 <= sum(e["kind"] in {"wire", "photo", "stock"} for e in entries)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Associated Press", "AP"),
        ("रॉयटर्स", "Reuters"),
        ("ロイター", "Reuters"),
        ("(ТАСС)", "TASS"),
        ("新华社", "Xinhua"),
        ("연합뉴스", "Yonhap"),
        ("AFP Photo", "AFP"),
        ("getty images", "Getty Images"),
    ],
)
def test_spellings_share_one_name(printed: str, name: str) -> None:
    """A native or long spelling gives the agency's one name."""
    assert name == agency_name(printed)


def test_unknown_name_has_no_agency() -> None:
    """A name that is no agency's gives None, however long it is."""
    assert agency_name("Jane Roe") is None
    assert agency_name("AP " * 1000) is None
    assert agency_kind("Jane Roe") is None


def test_platform_is_no_agency() -> None:
    """A platform has a name and a kind but is no agency."""
    assert "X" == agency_name("Twitter")
    assert "platform" == agency_kind("X")
    assert not is_agency("Twitter")
    assert is_agency("dpa")


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("By JANE ROE (AP)", "AP"),
        ("NEW DELHI, PTI", "PTI"),
        ("dpa/jr", "dpa"),
        ("新华社记者 林晓", "Xinhua"),
        ("By Jane Roe, Associated Press", "AP"),
        ("Von Jane Roe | AFP", "AFP"),
    ],
)
def test_agency_is_found_in_a_byline(byline: str, name: str) -> None:
    """The first agency of a byline is found under its one name."""
    assert name == find_agency(byline)


@pytest.mark.parametrize(
    "byline", ["By Rex Smith", "The sky is blue", "Jane Roe, online editor", "", "东京"]
)
def test_words_are_no_agencies(byline: str) -> None:
    """Names that are words as well do not count in running text."""
    assert find_agency(byline) is None
