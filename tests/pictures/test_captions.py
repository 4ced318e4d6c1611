"""Captions told apart from the credits that are printed with them."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.pictures.captions import is_credit_line, split_caption

_SENTENCE = "The ferry leaves the old harbour at dawn."

# Text under a picture, its caption, the text of its credit.
SPLITS = [
    (
        "Boats on the quay on Friday / Photo by Jane Roe / Unsplash",
        "Boats on the quay on Friday",
        "Jane Roe / Unsplash",
    ),
    (
        "Los barcos sobre el muelle este viernes. Tomás Fresno (EFE)",
        "Los barcos sobre el muelle este viernes.",
        "Tomás Fresno (EFE)",
    ),
    (
        "Los barcos sobre el muelle este viernes.Tomás Fresno (EFE)",
        "Los barcos sobre el muelle este viernes.",
        "Tomás Fresno (EFE)",
    ),
    (
        "The harbour was closed by order of Mayor Ines Tollund (AP)",
        "The harbour was closed by order of Mayor Ines Tollund",
        "AP",
    ),
    (
        "The ferry leaves at dawn. Photo: Jane Roe/AFP",
        "The ferry leaves at dawn.",
        "Jane Roe/AFP",
    ),
    (
        "The ferry leaves at dawn. (AP Photo/Jane Roe)",
        "The ferry leaves at dawn.",
        "AP Photo/Jane Roe",
    ),
    (
        "The ferry leaves at dawn (Photo by Jane Roe/Getty Images)",
        "The ferry leaves at dawn",
        "Jane Roe/Getty Images",
    ),
    (
        "The ferry leaves the harbour at dawnCredit: PA",
        "The ferry leaves the harbour at dawn",
        "PA",
    ),
    (
        "The ferry leaves at dawn. | Jane Roe/PA Images via Getty Images",
        "The ferry leaves at dawn.",
        "Jane Roe/PA Images via Getty Images",
    ),
    (
        "The ferry leaves at dawn. REUTERS/Jane Roe",
        "The ferry leaves at dawn.",
        "REUTERS/Jane Roe",
    ),
    (
        "The ferry leaves at dawn.Jane Roe/Instagram",
        "The ferry leaves at dawn.",
        "Jane Roe/Instagram",
    ),
    (
        "The ferry leaves at dawn. Jane Roe / The Harbour Post",
        "The ferry leaves at dawn.",
        "Jane Roe / The Harbour Post",
    ),
    (
        "The ferry leaves at dawn. Courtesy of Harbour Museum",
        "The ferry leaves at dawn.",
        "Courtesy of Harbour Museum",
    ),
    ("Jane Roe Submitted photo", "Jane Roe", "Submitted photo"),
    ("The ferry leaves at dawn. Supplied", "The ferry leaves at dawn.", "Supplied"),
    (
        "1 of 12 | The ferry leaves at dawn. (AP Photo/Jane Roe)",
        "The ferry leaves at dawn.",
        "AP Photo/Jane Roe",
    ),
    (
        "Photo: Jane Roe. The ferry leaves the old harbour at dawn.",
        _SENTENCE,
        "Jane Roe",
    ),
    (
        "(AP Photo/Jane Roe) The ferry leaves the old harbour at dawn.",
        _SENTENCE,
        "AP Photo/Jane Roe",
    ),
    ("Die Fähre legt ab. © Jonas Ebert/dpa", "Die Fähre legt ab.", "Jonas Ebert/dpa"),
    ("Die Fähre legt ab. Foto: dpa Bild vergrößern", "Die Fähre legt ab.", "dpa"),
    (
        "Färjan lägger ut. Foto: Elin Sandh/TT Visa mer",
        "Färjan lägger ut.",
        "Elin Sandh/TT",
    ),
    (
        "Le bac quitte le port. LÉA MARCHAND / AFP",
        "Le bac quitte le port.",
        "LÉA MARCHAND / AFP",
    ),
    (
        "El barco sale del puerto viejo al alba / Marta Solís",
        "El barco sale del puerto viejo al alba",
        "Marta Solís",
    ),
    (
        "El barco sale del puerto. EFE/Marta Solís",
        "El barco sale del puerto.",
        "EFE/Marta Solís",
    ),
    ("Паром выходит из гавани. Фото: ТАСС", "Паром выходит из гавани.", "ТАСС"),
    ("नाव बंदरगाह से निकलती है। (फोटो: पीटीआई)", "नाव बंदरगाह से निकलती है।", "पीटीआई"),
    ("港を出るフェリー（北浜市提供）", "港を出るフェリー", "北浜市提供"),
    ("港を出るフェリー＝山川遥撮影", "港を出るフェリー", "山川遥撮影"),
    (
        "배가 항구를 떠나고 있다. [사진=연합뉴스]",
        "배가 항구를 떠나고 있다.",
        "연합뉴스",
    ),
    ("渡轮驶离港口。新华社记者 林晓 摄", "渡轮驶离港口。", "新华社记者 林晓 摄"),
    ("Phà rời bến cảng. Ảnh: TTXVN", "Phà rời bến cảng.", "TTXVN"),
    (
        "Prom wypływa z portu. Fot. Zofia Wrona / PAP",
        "Prom wypływa z portu.",
        "Zofia Wrona / PAP",
    ),
]


@pytest.mark.parametrize(("text", "caption", "credit"), SPLITS)
def test_caption_and_credit_are_told_apart(
    text: str, caption: str, credit: str
) -> None:
    """The caption keeps its sentence and loses credit and buttons."""
    found, who = split_caption(text)
    assert caption == found
    assert who is not None
    assert credit == who.text
    assert 0.5 <= who.confidence


@pytest.mark.parametrize(
    "text",
    [
        "Photo: Jane Roe/AFP",
        "© dpa",
        "(AP Photo/Jane Roe)",
        "Jane Roe / Reuters",
        "Getty Images",
        "[사진=연합뉴스]",
    ],
)
def test_a_credit_alone_leaves_no_caption(text: str) -> None:
    """Where there is only a credit, the caption is None."""
    caption, credit = split_caption(text)
    assert caption is None
    assert credit is not None


@pytest.mark.parametrize(
    "text",
    [
        _SENTENCE,
        "Jane Roe",
        "PM Roe | Stamm",
        "Jane Roe (left) and Paul Stamm, the director of the museum, at the harbour.",
        "The image: a ferry that nobody wanted to buy from the town.",
        "Was das Foto zeigt: ein Schiff im Hafen der Stadt",
        "A ferry (2019)",
        "Die Fähre im Hafen (Archivbild)",
        "Zwischen Werbung und Wirklichkeit – und auf Instagram",
    ],
)
def test_a_caption_alone_has_no_credit(text: str) -> None:
    """A caption without a credit stays as it is."""
    assert (text, None) == split_caption(text)


def test_where_the_split_is_uncertain_the_credit_stays() -> None:
    """An uncertain credit stands in the caption as well, with low confidence."""
    caption, credit = split_caption("At dawn. Jane Roe")
    assert "At dawn. Jane Roe" == caption
    assert credit is not None
    assert ("Jane Roe",) == credit.photographers
    assert credit.confidence < 0.5


@pytest.mark.parametrize("text", ["", "  ", "Visa mer", "Click to enlarge"])
def test_nothing_and_buttons_alone(text: str) -> None:
    """Where nothing is printed, there is neither caption nor credit."""
    assert (None, None) == split_caption(text)


def test_two_brackets_are_one_credit() -> None:
    """A second credit in brackets goes with the first."""
    caption, credit = split_caption(
        "The ferry at dawn. (Jane Roe/REUTERS) (REUTERS / Reuters)"
    )
    assert "The ferry at dawn." == caption
    assert credit is not None
    assert ("Jane Roe",) == credit.photographers


def test_malformed_language_is_an_error() -> None:
    """A language that is no well-formed tag is a ValueError."""
    with pytest.raises(ValueError, match="language"):
        split_caption(_SENTENCE, language="not a tag")


@pytest.mark.parametrize(
    "line",
    [
        "Image Credit: PIB",
        "(AP Photo/Jane Roe)",
        "Photo: Jane Roe",
        "© Jane Roe",
        "[사진=연합뉴스]",
        "Foto: dpa",
    ],
)
def test_lines_of_credits(line: str) -> None:
    """A line that is a credit and nothing else is one."""
    assert is_credit_line(line)


@pytest.mark.parametrize(
    "line",
    [
        _SENTENCE,
        "PM Roe | Stamm",
        "Jane Roe",
        "",
        "Home | News | Sports",
        "Source of the river: unknown",
    ],
)
def test_other_lines(line: str) -> None:
    """Sentences, names and navigation are no credits."""
    assert not is_credit_line(line)


@given(st.text(max_size=400))
def test_nothing_is_invented(text: str) -> None:
    """Any text is read; what comes out stood in it."""
    caption, credit = split_caption(text)
    assert credit is None or 0 <= credit.confidence <= 1
    assert caption is None or caption.strip() == caption


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "Foto: ",
        "a/",
        ". A",
        "|",
        "©",
        "= ",
        "word ",
        "[(",
        "Credit...",
        "1/2 ",
        "A",
    ],
)
def test_long_captions_cost_little(piece: str) -> None:
    """A caption of a megabyte is read in linear time."""
    start = time.process_time()
    split_caption(piece * (1_000_000 // len(piece)))
    assert time.process_time() - start < 2


def _cases() -> Iterator[list[str]]:
    """Read the texts that were written for this test before it was run."""
    path = Path(__file__).parent / "data" / "captions.tsv"
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def test_captions_of_many_languages() -> None:
    """At least 95 of 100 captions are told from their credits, word for word."""
    right: list[bool] = []
    for language, text, caption, credit in _cases():
        for known in (language, None):
            found, said = split_caption(text, language=known)
            right.append(
                (found or "-", said.text if said else "-") == (caption, credit)
            )
    assert 80 <= len(right)
    assert 0.95 <= sum(right) / len(right)


def test_how_long_a_video_plays_is_no_caption() -> None:
    """A duration on the picture of a video leaves, with or without a credit."""
    assert split_caption("01:40") == (None, None)
    caption, credit = split_caption("1:02:12 | Source: Reuters")
    assert caption is None
    assert credit is not None
    assert credit.agencies == ("Reuters",)
