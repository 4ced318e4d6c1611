"""Datelines give place, agency and date as printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.text.datelines import read_dateline


@pytest.mark.parametrize(
    ("text", "place", "agency", "date"),
    [
        ("New Delhi: The minister spoke of trees.", "New Delhi", None, None),
        (
            "NEW DELHI, June 3 (Reuters) - The bank said",
            "NEW DELHI",
            "Reuters",
            "June 3",
        ),
        ("SEOUL, Aug. 20 (Yonhap) -- The river rose", "SEOUL", "Yonhap", "Aug. 20"),
        ("ELM CREEK, N.Y. — The team won", "ELM CREEK, N.Y.", None, None),
        ("Berlin (dpa) - Die Stadt pflanzt", "Berlin", "dpa", None),
        ("Madrid, 3 jun (EFE).- El alcalde", "Madrid", "EFE", "3 jun"),
        ("(ANSA) - ROMA, 03 GIU - Il sindaco", "ROMA", "ANSA", "03 GIU"),
        ("नई दिल्ली: मंत्री ने कहा", "नई दिल्ली", None, None),
        ("دمشق، سوريا (CNN)-- قال الوزير", "دمشق، سوريا", "CNN", None),
        ("新华社北京11月17日电（记者林松）", "北京", "新华社", "11月17日"),
        ("(서울=연합뉴스) 김단풍 기자 = 시는", "서울", "연합뉴스", None),
        ("ВЯЗОВСК, 3 мая. /ТАСС/. Шторм сорвал", "ВЯЗОВСК", "ТАСС", "3 мая"),
        ("МОСКВА, 3 мая — РИА Новости. Город", "МОСКВА", "РИА Новости", "3 мая"),
        ("КИЇВ. 3 травня. УНН. Шторм", "КИЇВ", "УНН", "3 травня"),
        ("नई दिल्ली, पीटीआई। तूफान ने", "नई दिल्ली", "पीटीआई", None),
        ("पीटीआई, नई दिल्ली। तूफान ने", "नई दिल्ली", "पीटीआई", None),
        ("JAKARTA, KABARELM.com - Badai kencang", "JAKARTA", None, None),
        ("【ロンドン共同】市は", "ロンドン", "共同", None),
        ("市は木を植えた。【エルサレム森田樹】", "エルサレム", None, None),
    ],
)
def test_forms(text: str, place: str, agency: str | None, date: str | None) -> None:
    """Each form that agencies use is taken apart."""
    found = read_dateline(text)
    assert found is not None
    assert (place, agency, date) == (found.place, found.agency, found.date)
    assert found.raw in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Update: The city said",
        "The tree — an elm — fell",
        "EXCLUSIVE: A man",
        "Background: In 2019",
        "A man - who was tall",
        "Peter Elm — the mayor — spoke",
    ],
)
def test_other_openings_are_none(text: str) -> None:
    """A dash or a colon alone makes no dateline."""
    assert read_dateline(text) is None


@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text: str) -> None:
    """What is found stands in the text."""
    found = read_dateline(text)
    assert found is None or found.raw in text
