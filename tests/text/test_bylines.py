"""Bylines give people, roles and agencies, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.fields.authors import parse_byline
from articlekit.model import AuthorKind
from articlekit.text.bylines import (
    announces_names,
    has_byline_label,
    is_other_credit,
    labelled_user,
    read_byline,
)


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


@pytest.mark.parametrize(
    ("line", "language", "name"),
    [
        ('By Rosa "Rosie Lee" Vale', "en", 'Rosa "Rosie Lee" Vale'),
        ("By Leo “Buck” Harmon, The Elm Times", "en", "Leo “Buck” Harmon"),
        ("Von Karl-Heinz „Kalle“ Ahorn", "de", "Karl-Heinz „Kalle“ Ahorn"),
        ("Por José (Pepe) Roble", "es", "José (Pepe) Roble"),
    ],
)
def test_what_people_are_called_by_belongs_to_their_name(
    line: str, language: str, name: str
) -> None:
    """A nickname in quotes or brackets is kept, and the surname behind it."""
    assert [name] == [a.name for a in parse_byline(line, language=language)]


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("By Ada Birch, in News, Harbour, Travel · 3 May 2024", "en", ["Ada Birch"]),
        ("By Ada Birch in Politics, Local, Opinion on 3 May 2024", "en", ["Ada Birch"]),
        ("Posted by Ada Birch under Odds and Ends", "en", ["Ada Birch"]),
        ("Ada Birch | Tags: Sea Tales, Old Boats • Blue Sky", "en", ["Ada Birch"]),
        ("By Ada Birch Filed under: Boats, Harbours", "en", ["Ada Birch"]),
        ("Von Max Ahorn | Schlagwörter: Unsinn, Theorie", "de", ["Max Ahorn"]),
        ("Par Luc Chêne dans Société, Culture, Sports", "fr", ["Luc Chêne"]),
        ("Por Ana Roble Etiquetas: Barcos, Puertos", "es", ["Ana Roble"]),
        ("作者：林松 标签：花园、树木", "zh", ["林松"]),
        (
            "By Ada Birch in London, Tom Quill in Paris",
            "en",
            ["Ada Birch", "Tom Quill"],
        ),
    ],
)
def test_sections_and_tags_are_no_people(
    line: str, language: str, names: list[str]
) -> None:
    """A list of sections or tags behind the names is left out; places keep people."""
    assert names == [a.name for a in parse_byline(line, language=language)]


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        (
            "Funk Elm - Das Gespräch mit Eva Linse - 3.5.2024 Autor/in: Max Ahorn",
            "de",
            ["Max Ahorn"],
        ),
        ("Blog Beitrag von Max Ahorn", "de", ["Max Ahorn"]),
        ("Von Max Ahorn Symbolbild imago", "de", ["Max Ahorn"]),
        ("Door onze redacteur Piet van 't Hof", "nl", ["Piet van 't Hof"]),
        (
            "Door Joost de Vries en Eva van der Meer",
            "nl",
            ["Joost de Vries", "Eva van der Meer"],
        ),
        ("By Ada Birch For The Elm Times", "en", ["Ada Birch"]),
        ("By T.J. Oakes III", "en", ["T.J. Oakes III"]),
        ("Penulis: Dwi Jati | Editor: Agus Mawar", "id", ["Dwi Jati"]),
        ("作者：林小松 柏青 更新时间：2024年5月4日", "zh", ["林小松", "柏青"]),
        ("本报记者 林松 来源：榆树报", "zh", ["林松"]),
        ("김단풍 기자 입력 2024.05.04 10:20", "ko", ["김단풍"]),
        ("最終更新日 2024年5月6日", "ja", []),
        ("山田太郎　佐藤花子", "ja", ["山田太郎", "佐藤花子"]),
        ("佐藤 花子", "ja", ["佐藤 花子"]),
        ("林小松 柏青", "", ["林小松", "柏青"]),
        ("Soumis par Luc Le Goff le ven 03/05/2024 - 10:20", "fr", ["Luc Le Goff"]),
    ],
)
def test_only_names_are_taken_from_long_lines(
    line: str, language: str, names: list[str]
) -> None:
    """Labels inside a line, roles, outlets, credits and dates end or begin a byline."""
    assert names == [a.name for a in parse_byline(line, language=language or None)]


def test_a_desk_is_named_whole() -> None:
    """A word for a desk is a label before a colon only."""
    (authors, _) = read_byline("Redaktion Blaulicht Ulmental", "de")
    assert [("Redaktion Blaulicht Ulmental", AuthorKind.ORGANISATION)] == [
        (a.name, a.kind) for a in authors
    ]


@pytest.mark.parametrize("line", ["By", "Author:", "Autor", "Verfasst von", "Par"])
def test_labels_that_announce_names(line: str) -> None:
    """A label alone in its line has the name in the next."""
    assert announces_names(line)
    assert not announces_names(f"{line} the river")
    assert not announces_names("Interview")


def test_users_between_a_label_and_a_date() -> None:
    """A name in small letters is one only where a date follows."""
    assert "elm42" == labelled_user(
        "Submitted by elm42 on Tue, 03/12/2024 - 14:22", "en"
    )
    assert "ahorn" == labelled_user("Gespeichert von ahorn am 24. Juli 2024", "de")
    assert labelled_user("Sent by boat on the river", "en") is None
    assert "elm42" == labelled_user("von elm42", "de", anyhow=True)
    assert labelled_user("elm42", "de", anyhow=True) is None


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("Ada Birch, Report", ()),
        ("Ada Birch Staff Report", ()),
        ("Ada Birch, REPORT", ("REPORT",)),
        ("Reuters Staff", ("Reuters",)),
    ],
)
def test_agencies_that_are_other_words_too(
    line: str, agencies: tuple[str, ...]
) -> None:
    """A word that an agency goes by counts in capitals; its staff is the agency."""
    assert agencies == read_byline(line, "en")[1]
