"""Bylines give people, roles and agencies, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.fields.authors import parse_byline
from articlekit.model import AuthorKind
from articlekit.text.bylines import has_byline_label, is_other_credit, read_byline


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("By Ada Birch and Tom Quill, Reuters", "en", ["Ada Birch", "Tom Quill"]),
        ("By ADA BIRCH March 11, 2015 3:46 PM", "en", ["ADA BIRCH"]),
        (
            "Ada Birch, William K. Stone, Al Reed and Jo Moss",
            "en",
            ["Ada Birch", "William K. Stone", "Al Reed", "Jo Moss"],
        ),
        (
            "By Ada Birch in London and Tom Quill in Paris",
            "en",
            ["Ada Birch", "Tom Quill"],
        ),
        ("Posted on 3 June 2019 by Ada Birch", "en", ["Ada Birch"]),
        ("By Ada Birch The Associated Press", "en", ["Ada Birch"]),
        ("Photos by Ann Lens | Story by Ada Birch", "en", ["Ada Birch"]),
        ("J.K. Marlow", "en", ["J.K. Marlow"]),
        ("Robert E. Finch, Ph.D.", "en", ["Robert E. Finch, Ph.D."]),
        ("Von Max Ahorn und Alexa von Weiden", "de", ["Max Ahorn", "Alexa von Weiden"]),
        ("Text: Max Ahorn, Fotos: Eva Linse", "de", ["Max Ahorn"]),
        ("Ein Gastbeitrag von Max Ahorn", "de", ["Max Ahorn"]),
        ("22. Dezember 2019 von Max Ahorn", "de", ["Max Ahorn"]),
        ("Par Luc Chêne", "fr", ["Luc Chêne"]),
        ("Ana Roble y Luis Olmo", "es", ["Ana Roble", "Luis Olmo"]),
        ("Luana Faia; Rui Cedro", "pt", ["Luana Faia", "Rui Cedro"]),
        ("di Mario Olmo", "it", ["Mario Olmo"]),
        ("Trine Bøg og Tor Lind-Eg", "da", ["Trine Bøg", "Tor Lind-Eg"]),
        ("Автор: Иван Дубов", "ru", ["Иван Дубов"]),
        ("بقلم: سالم نخلة", "ar", ["سالم نخلة"]),
        ("김단풍 기자(maple@example.kr), 이소나무 기자", "ko", ["김단풍", "이소나무"]),
        ("【ロンドン森田樹】", "ja", ["森田樹"]),
        ("作者：林松", "zh", ["林松"]),
        ("新华社记者林松、柏青", "zh", ["林松", "柏青"]),
    ],
)
def test_people_in_order(text: str, language: str, names: list[str]) -> None:
    """Labels, dates, places, agencies and photographers are left out."""
    assert names == [a.name for a in parse_byline(text, language=language)]


@pytest.mark.parametrize(
    "text",
    [
        "dpa",
        "By Staff",
        "Redaktion",
        "The Associated Press",
        "",
        "Guardian staff reporter",
    ],
)
def test_desks_and_agencies_are_no_people(text: str) -> None:
    """A byline without a person gives none."""
    assert () == parse_byline(text)


def test_agencies_are_kept_apart() -> None:
    """The agency behind a name is not lost and is no author."""
    authors, agencies = read_byline("Ada Birch (Reuters)", "en")
    assert (["Ada Birch"], ("Reuters",)) == ([a.name for a in authors], agencies)
    assert ((), ("dpa",)) == read_byline("abc/dpa", "de")


def test_roles_go_with_their_person() -> None:
    """A role before or behind a name becomes its role."""
    assert "Political Editor" == parse_byline("Ada Birch, Political Editor")[0].role
    assert "Staff Writer" == parse_byline("By Ada Birch, Staff Writer")[0].role
    front = parse_byline("By Chief Political Correspondent Ada Birch")[0]
    assert ("Ada Birch", "Chief Political Correspondent") == (front.name, front.role)


def test_organisations_are_said_to_be_such() -> None:
    """An institute is read, with its kind."""
    authors, _ = read_byline("Institute for Basic Trees", "en")
    assert {AuthorKind.ORGANISATION} == {a.kind for a in authors}


def test_short_words_split_only_in_their_language() -> None:
    """A lone "y" joins names in Spanish, and is no separator in English."""
    assert 2 == len(parse_byline("Ana Roble y Luis Olmo", language="es"))
    assert 1 >= len(parse_byline("Ana Roble y Luis Olmo", language="en"))


def test_labels_are_recognised_at_the_front() -> None:
    """A label counts only before a name."""
    assert has_byline_label("By Ada Birch", "en")
    assert not has_byline_label("By the river", "en")
    assert is_other_credit("Foto: Eva Linse", "de")
    assert not is_other_credit("Ada Birch", "de")


@given(st.text(max_size=500), st.sampled_from([None, "en", "de", "ja", "xx"]))
def test_any_text_is_read_without_error(text: str, language: str | None) -> None:
    """Names are never empty, whatever stands there."""
    assert all(author.name for author in parse_byline(text, language=language))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("更新时间 2012年12月10日", []),
        ("发布时间：2024-05-01 王小明", ["王小明"]),
        ("김수정 기자", ["김수정"]),
    ],
)
def test_labels_of_dates_are_no_names(line: str, names: list[str]) -> None:
    """Words for when a page was changed name nobody, whatever they stand in."""
    assert names == [author.name for author in parse_byline(line)]
