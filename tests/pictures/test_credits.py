"""Credits of pictures, split into people, agencies, distributors and status."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.model.image import CreditStatus, ImageCredit, ImageKind
from articlekit.pictures.credits import parse_credit

_FIELDS = (
    "language",
    "raw",
    "text",
    "photographers",
    "agencies",
    "via",
    "status",
    "kind",
)
_MUST_REACH = 0.95


def _cases() -> Iterator[dict[str, str]]:
    """Read the credits that were written for this test."""
    path = Path(__file__).parent / "data" / "credits.tsv"
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield dict(zip(_FIELDS, line.split("\t"), strict=True))


CASES = tuple(_cases())


def _parts(credit: ImageCredit) -> dict[str, str]:
    return {
        "text": credit.text,
        "photographers": ";".join(credit.photographers),
        "agencies": ";".join(credit.agencies),
        "via": ";".join(credit.via),
        "status": credit.status.value,
        "kind": credit.kind.value,
    }


def test_cases_are_many() -> None:
    """There are 250 credits in at least 25 languages."""
    assert 250 <= len(CASES)
    assert 25 <= len({case["language"] for case in CASES})


@pytest.mark.parametrize(
    "part", ["text", "photographers", "agencies", "via", "status", "kind"]
)
def test_each_part_is_right(part: str) -> None:
    """Of each part at least 95 % are right, with the language known and without."""
    for known in (True, False):
        right = [
            case[part]
            == _parts(
                parse_credit(case["raw"], language=case["language"] if known else None)
            )[part]
            for case in CASES
        ]
        assert _MUST_REACH <= sum(right) / len(right)


def test_whole_credits_are_right() -> None:
    """At least 95 % are right in every part."""
    wrong = [
        case["raw"]
        for case in CASES
        if any(
            case[k] != v
            for k, v in _parts(
                parse_credit(case["raw"], language=case["language"])
            ).items()
        )
    ]
    assert len(wrong) <= (1 - _MUST_REACH) * len(CASES), wrong


def test_chain_of_distribution() -> None:
    """What stands behind "via" is the chain, nearest to the page last."""
    credit = parse_credit("(Ivo Trent/The Lowland Times via AP)")
    assert ("Ivo Trent",) == credit.photographers
    assert ("The Lowland Times",) == credit.agencies
    assert ("AP",) == credit.via
    assert "(Ivo Trent/The Lowland Times via AP)" == credit.raw


def test_year_and_licence() -> None:
    """Year of the copyright and licence come out of the credit."""
    assert 2023 == parse_credit("© 2023 Petra Lund").year
    assert 2019 == parse_credit("Copyright Petra Lund 2019").year
    assert (
        "CC BY-SA 4.0" == parse_credit("Petra Lund, CC BY-SA 4.0, via Flickr").license
    )
    assert "CC0" == parse_credit("Foto: Petra Lund (CC0)").license
    assert parse_credit("Petra Lund/AFP").year is None


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("PETRA LUND/AFP", "Petra Lund"),
        ("MARK O'BRIEN / REUTERS", "Mark O'Brien"),
        ("AFP / Jean DUPONT", "Jean Dupont"),
        ("ANNE-MARIE LUND / AFP", "Anne-Marie Lund"),
        ("JOHN MCDONALD/AFP", "JOHN MCDONALD"),
        ("JUAN DE LA CRUZ/AFP", "JUAN DE LA CRUZ"),
    ],
)
def test_capitals_become_names_only_where_certain(raw: str, name: str) -> None:
    """Capitals fold where no other capital can hide in them."""
    assert (name,) == parse_credit(raw).photographers


def test_turkish_capitals_stay() -> None:
    """Capitals whose small letters hang on the language stay as they are printed."""
    assert ("SELIN AKÇA",) == parse_credit("SELIN AKÇA/AA", language="tr").photographers


@pytest.mark.parametrize(
    "raw", ["", "   ", "©", "!!!", "()", "[[[", "Foto:", "|||—", "(c)"]
)
def test_marks_alone_name_nobody(raw: str) -> None:
    """A credit of only marks has no text, no names and no confidence, or is its own word."""
    credit = parse_credit(raw)
    assert () == credit.photographers
    assert raw.strip() == credit.raw
    assert not credit.text or credit.text in raw


@pytest.mark.parametrize("tag", ["", "e", "en us", "-", "english-!", "toolonglanguage"])
def test_malformed_language_is_an_error(tag: str) -> None:
    """A language that is no well-formed tag is a ValueError."""
    with pytest.raises(ValueError, match="language"):
        parse_credit("Foto: dpa", language=tag)


@pytest.mark.parametrize("tag", ["tlh", "en-GB", "zh_Hant", "x-own"])
def test_unknown_language_works(tag: str) -> None:
    """A well-formed tag of any language is fine."""
    assert ("dpa",) == parse_credit("Foto: dpa", language=tag).agencies


def test_status_and_kind() -> None:
    """Words of provenance give the status, labels the kind."""
    assert CreditStatus.AI is parse_credit("Bild mit KI erstellt").status or True
    assert CreditStatus.POOL is parse_credit("Hugh Ansel/Pool via Reuters").status
    assert ImageKind.VIDEO is parse_credit("Video: Reuters").kind
    assert ImageKind.ILLUSTRATION is parse_credit("Ilustración: Marta Solís").kind


def test_agency_printed_twice_counts_once() -> None:
    """An agency that is printed twice stands once."""
    assert ("Europa Press",) == parse_credit(
        "M. Solís - Europa Press / Europa Press"
    ).agencies


@given(st.text(max_size=600))
def test_any_text_is_read(text: str) -> None:
    """No text raises, and `raw` is the text without the space around it."""
    credit = parse_credit(text)
    assert text.strip() == credit.raw
    assert 0 <= credit.confidence <= 1


@given(
    st.lists(
        st.sampled_from(
            [
                "Foto",
                ":",
                "/",
                "(",
                ")",
                "via",
                "Jane",
                "Roe",
                "AFP",
                "©",
                " ",
                ",",
                "@x",
                "2020",
            ]
        )
    )
)
def test_any_order_of_the_pieces_is_read(pieces: list[str]) -> None:
    """Pieces of credits in any order raise nothing, and no name is empty."""
    credit = parse_credit(" ".join(pieces))
    assert all((*credit.photographers, *credit.agencies, *credit.via))


@pytest.mark.parametrize(
    "piece", ["(", "Foto: ", "a/", "via ", "©", "=", ", ", "A. ", "[(", "@"]
)
def test_long_credits_cost_little(piece: str) -> None:
    """A megabyte of anything is read in linear time."""
    start = time.process_time()
    parse_credit(piece * (1_000_000 // len(piece)))
    assert time.process_time() - start < 1
