"""Texts that nobody would write by hand."""

import time
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.timing import cpu_seconds

from articlekit.model import QuoteKind
from articlekit.quotes import Stated, find_quotes

MARKS = "\"“”„‟«»'‘’‚‛‹›`「」『』《》,.:-—\n "


def test_no_piece_of_a_parted_quotation_is_empty() -> None:
    """Where the verb of saying stands right behind the mark there is one piece."""
    text = "\xa0``, заявила— ” — « and; Anna Lee」; Ms. Day« we go« "
    for quote in find_quotes(text, language="ru"):
        assert all(part.start < part.end for part in quote.parts)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("« Oui » (  : the end of it", "fr"),
        ("'the”行きます。\n( :  »It is so.« ›„a ditthe1,5,»」``)Müller", "fr"),
        (' Q:「"\n›”', "ja"),
        ("‚heA:…》``:王伟 the »menurutIt is so.", "id"),
        ("이라고Да.. Да. – : “the‟’」Ф''“", "ko"),
        ("’ :›so김민수meintIt is so.?el ministro김민수", "de"),
    ],
)
def test_a_speaker_begins_and_ends_with_words(text: str, language: str) -> None:
    """Blanks, dashes and stray marks beside a mention are no part of it."""
    for quote in find_quotes(text, language=language):
        name = quote.speaker.text if quote.speaker else "x"
        assert name == name.strip(" \xa0–,;:《》‚")
        assert any(map(str.isalnum, name))
        assert quote.speaker is None or quote.speaker.span.of(text) == name


# What quotations are made of, in any order: marks, sayings, speakers, what is between.
_PIECES = st.sampled_from(
    [*MARKS, '""', "''", "``", "« ", " »", "— ", "<<", ">>", "said", "сказал", "sagte",
     "a dit", "と述べた", "قال", "Anna Lee", "Николай Ермаков", "山田太郎", "he", "Q:",
     "we go", "It is so.", "…", "1,5", ": ", ", ", ". ", "\n\n", "\u00a0"]
)  # fmt: skip
_TAGS = st.sampled_from([None, "en", "de", "fr", "es", "ru", "sv", "ja", "ar", "el"])


@given(st.lists(_PIECES, max_size=30).map("".join), _TAGS)
def test_parts_are_never_empty_and_never_overlap(text: str, tag: str | None) -> None:
    """Whatever stands beside whatever, each part is a piece of the text of its own."""
    quotes = find_quotes(text, language=tag, kinds=tuple(QuoteKind))
    parts = [part for quote in quotes for part in quote.parts]
    assert all(0 <= part.start < part.end <= len(text) for part in parts)
    starts = sorted(part.start for part in parts)
    ends = sorted(part.end for part in parts)
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


def test_nothing_between_marks_is_no_quotation() -> None:
    """Two marks with nothing in them are left alone, behind a speaker too."""
    assert find_quotes('Ann Lee said: ""', language="en") == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n \r\n\u2028",
        '"' * 100_000,
        "“" * 100_000,
        "“" * 40_000 + "”" * 40_000,
        "«‹" * 50_000,
        "''" * 50_000,
        "'a" * 50_000,
        MARKS * 4_000,
        "x" * 1_000_000,
        '"' + "x" * 500_000 + '" said ' + "y" * 500_000,
        '"yes," said ' * 10_000,
        "Ann Lee, " * 20_000 + 'said "yes"',
        '"Yes," ' + "he, she, it and they " * 10_000 + "said.",
        "“a”\n" * 30_000,
        "“a\n" * 30_000,
    ],
    ids=lambda text: f"{text[:4]!a}-{len(text)}",
)
def test_odd_texts_are_read_in_bounded_time(text: str) -> None:
    """No text of a hundred thousand marks or names takes more than seconds."""
    begin = time.process_time()
    quotes = find_quotes(text, language="en")
    assert time.process_time() - begin < 10
    for quote in quotes:
        assert all(text[part.start : part.end] == part.of(text) for part in quote.parts)


def test_time_grows_linearly() -> None:
    """Four times the text takes not much more than four times as long."""
    article = '"It is late," said Ann Lee. She left. "Very late," she added.\n' * 400
    find_quotes(article, language="en")
    seconds = [
        cpu_seconds(partial(find_quotes, article * copies, language="en"))
        for copies in (1, 4)
    ]
    assert seconds[1] < 10 * seconds[0] + 0.1


def test_every_kind_of_character_is_survived() -> None:
    """One character of each plane's corners between marks raises nothing."""
    odd = "".join(
        chr(code) for code in range(0, 0x11000, 7) if not 0xD800 <= code < 0xE000
    )
    text = f"“{odd}” said Ann. " + "".join(f'{c}"{c}' for c in odd)
    for quote in find_quotes(text):
        assert quote.parts


@pytest.mark.parametrize("tag", ["", "e", "english language", "en--GB", "1", "en-"])
def test_malformed_tag_is_refused(tag: str) -> None:
    """A tag that is not BCP 47 is a ValueError."""
    with pytest.raises(ValueError, match="language tag"):
        find_quotes("“Yes,” said Ann.", language=tag)


@pytest.mark.parametrize("tag", ["tlh", "en-GB", "EN", "en_US", "zz"])
def test_unknown_language_works_by_structure(tag: str) -> None:
    """A language without word lists still gives the quoted text."""
    quotes = find_quotes("“We will be there all night,” said Ann Lee.", language=tag)
    assert [q.text for q in quotes] == ["We will be there all night,"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ru", "«Мы ждали, — говорит Иван Котов. — И никто не пришёл»."),
        ("pl", "– Klienci wracają – cieszy się Zofia Bąk. – Oby tak dalej."),
        ("pl", ". – A b c d"),
        ("es", "—No pienso —dijo Ana— salir."),
        ("el", "— Δεν φεύγω, είπε ο Νίκος Βάρδας;"),
        ("en", "Q: What now?\nA: We will see.\nand more"),
        ("en", "MARLOW: What now?\nSHAH: We will see."),
        ("en", "“We are here now with all,” he said. Ann Lee met Tom Hale."),
    ],
)
@pytest.mark.parametrize("joint", [" ", "\n"])
def test_dashes_turns_and_pronouns_take_linear_time(
    language: str, line: str, joint: str
) -> None:
    """Eight times as many of them take about eight times as long."""
    seconds: list[float] = []
    for copies in (100, 250, 2000):
        text = joint.join([line] * copies)
        seconds.append(cpu_seconds(partial(find_quotes, text, language=language)))
    assert seconds[2] < 24 * seconds[1] + 0.1


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ja", "{}社長は新しい計画を決めた。{}さんは「これから始める」と述べた。"),
        ("ja", "{}は新しい計画を決めた。同社は「{}を始める」と述べた。"),
        ("zh", "{}决定了新的计划。公司表示：“我们将开始{}。”"),
        ("ko", "{} 대표는 계획을 정했다. 회사는 “이제 {} 시작한다”고 말했다."),
        ("id", 'Direktur PT {}, Budi {}, pergi. "Kami mulai," kata dia.'),
        (
            "pl",
            "Zdaniem dyrektora Jana K{} „zaczynamy”. W Krakowie Jan {} mówił: „Tak”.",
        ),
    ],
)
def test_names_that_never_come_again_take_linear_time(language: str, line: str) -> None:
    """Four times as many different names take about four times as long."""
    plain = "、新しい橋、" * 40 if language == "ja" else " the new bridge " * 16
    lines = [line.format(_name(n), _name(n + 7)) + plain for n in range(3200)]
    seconds: list[float] = []
    for count in (100, 800, 3200):
        text = "\n".join(lines[:count])
        seconds.append(cpu_seconds(partial(find_quotes, text, language=language)))
    assert seconds[2] < 8 * seconds[1] + 0.1


def _name(number: int) -> str:
    """Return a word of two signs that stands for a number."""
    return chr(0x4E00 + number % 4099) + chr(0x5E00 + number * 31 % 8191)


def test_many_quotations_that_a_page_marks_up_take_bounded_time() -> None:
    """Each is looked for in the text, and not too many are."""
    text = "We are here. " * 50_000
    stated = [Stated(f"nothing like {n} here") for n in range(200)]
    begin = time.process_time()
    find_quotes(text, language="en", stated=[*stated, Stated("We are here. We are")])
    assert time.process_time() - begin < 5
