"""Lines that name fields: archives' exports and the heads of e-mails."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.timing import cpu_seconds

from articlekit.reading.mail import take_mail_head
from articlekit.reading.plaintext import read_plain

UNIFORM = """\
Mussel farm wins appeal over harbour lights

The Strait Ledger

May 6, 2025 Tuesday

Section: LOCAL; Pg. B3
Length: 204 words
Byline: Ines Calloway
Highlight: Lamps drove the larvae away, the court heard.
Dateline: KELL BAY

Body

The mussel farm in Kell Bay need not move, an appeal court ruled on Monday.

Source: the court's own summary.

The harbour has until autumn to shade its lamps.

Graphic

PHOTO: Ropes of mussels at Kell Bay. (Ada Finch/The Strait Ledger)

Classification

Subject: AQUACULTURE (94%); COURTS (88%)
Load-Date: May 7, 2025

End of Document
"""


def _texts(text: str) -> list[str]:
    return [block.text for block in read_plain(text).blocks]


def test_labels_leave_the_page_and_are_kept() -> None:
    """What labels say is stated; head and text are the blocks that stay."""
    page = read_plain(UNIFORM)
    record = page.record
    assert record is not None
    assert {name: said[0].text for name, said in record.fields.items()} == {
        "section": "LOCAL; Pg. B3",
        "byline": "Ines Calloway",
        "dek": "Lamps drove the larvae away, the court heard.",
        "dateline": "KELL BAY",
        "graphic": "PHOTO: Ropes of mussels at Kell Bay. (Ada Finch/The Strait Ledger)",
        "tags": "AQUACULTURE (94%); COURTS (88%)",
    }
    assert (record.first, record.last) == (3, 6)
    assert page.blocks[3].text.startswith("The mussel farm")
    assert page.blocks[4].text == "Source: the court's own summary."


def test_text_without_a_label_is_the_longest_stretch() -> None:
    """Where no label opens the text, it lies between those of head and tail."""
    page = read_plain(
        "Tide mill turns again\n\nBYLINE: ODA REINHOLT\n\nLENGTH: 31 words\n\n"
        "The wheel turned at noon.\n\nNobody fell in this time.\n\n"
        "LOAD-DATE: 3 June 2025\n\nCopyright 2025 Fjord Press\n"
    )
    assert page.record is not None
    assert (page.record.first, page.record.last) == (1, 3)
    assert page.blocks[0].text == "Tide mill turns again"
    assert len(page.blocks) == 3


def test_a_value_goes_on_in_the_next_lines() -> None:
    """A wrapped value is one; a label alone in its line is said below a blank one."""
    page = read_plain(
        "HEADLINE: Eel ladder opens\nat the old weir\n\nLENGTH: 12 words\n\nBODY:\n\n"
        "Eels climb.\n\nGRAPHIC:\n\nThe ladder\n\nLOAD-DATE: 1 May 2025"
    )
    assert page.record is not None
    assert page.record.title == 0
    assert page.blocks[0].text == "Eel ladder opens at the old weir"
    graphic = page.record.get("graphic")
    assert graphic is not None
    assert graphic.text == "The ladder"


@pytest.mark.parametrize(
    "text",
    [
        "Author: Mia Holm\nDate: 3 May 2025\nSource: Coast Post\n\nA story begins.",
        "Length: 98 minutes\nTitle: The Eel\nAuthor: Mia Holm\n\nA film review.",
        "Body\n\nSubject: the body in the library\n\nSection: crime",
    ],
)
def test_a_few_labels_make_no_record(text: str) -> None:
    """Labels that any page may have do not make it an export."""
    page = read_plain(text)
    assert page.record is None
    assert len(page.blocks) == len(list(filter(None, text.split("\n"))))


def test_codes_of_an_archive() -> None:
    """Codes before headline and text are taken off; the fields are stated."""
    page = read_plain(
        "HD  Weir holds\nWC  90 words\nPD  2 May 2026\nSN  Coast Post\nLP\nIt held.\n"
        "TD\nStill.\nAN  Document COAST00020260502\n"
    )
    assert [block.text for block in page.blocks] == ["Weir holds", "It held.", "Still."]
    assert page.record is not None
    assert (page.record.title, page.record.first, page.record.last) == (0, 1, 3)
    name = page.record.get("site_name")
    assert name is not None
    assert name.text == "Coast Post"


@pytest.mark.parametrize(
    ("head", "subject"),
    [
        ("From: a@a.example\nTo: b\nSubject: Fwd: RE: Weir holds", "Weir holds"),
        ("Von: Ada\nGesendet: heute\nAn: Bo\nBetreff: WG: [intern] Wehr hält", "Wehr hält"),
        ("De : Ada\nEnvoyé : lundi\nÀ : Bo\nObjet : TR: Le barrage tient", "Le barrage tient"),
        ("差出人: 港湾新聞\n日時: 2025年5月7日\n宛先: 読者\n件名: 堰は持ちこたえた", "堰は持ちこたえた"),
        ("From: a\nDate: now\nSubject: Re: 3: the third gate", "3: the third gate"),
    ],
)  # fmt: skip
def test_heads_of_mails(head: str, subject: str) -> None:
    """The head leaves the page; its subject, without marks of forwards, stays."""
    page = read_plain(f"{head}\n\nThe weir held for another night.\n")
    assert page.blocks[0].text == subject
    assert len(page.blocks) == 2
    assert page.record is not None
    stated = page.record.get("subject")
    assert stated is not None
    assert stated.text == subject


def test_a_subject_that_the_text_repeats_is_not_doubled() -> None:
    """The headline of the message stands once."""
    text = "From: a\nTo: b\nSubject: FW: Weir holds\n\nWeir holds\n\nIt held."
    assert _texts(text) == ["Weir holds", "It held."]


def test_the_inner_message_counts() -> None:
    """Heads of forwards around a message leave with all above the inner one."""
    page = read_plain(
        "From: a\nTo: b\nSubject: Fwd: fun\n\nSee below!\n\n-------- Forwarded --------\n"
        "From: c\nDate: 3 May 2025\nTo: a\nSubject: Weir holds\n\nIt held."
    )
    assert [block.text for block in page.blocks] == ["Weir holds", "It held."]


@pytest.mark.parametrize(
    "text",
    [
        "Subject: how we write\n\nTo: be read, we write.",
        "From: Oslo\nTo: Bergen\n\nThe train takes seven hours.",
        "From: a\nTo: b\nSubject: nothing below",
    ],
)
def test_what_is_no_head_stays(text: str) -> None:
    """Two labels, or a head without a message, are lines like others."""
    blocks = list(read_plain(text).blocks)
    assert take_mail_head(blocks) == {}
    assert len(blocks) == len(list(filter(None, text.split("\n"))))


_WORDS = st.sampled_from(
    ["LENGTH: 9 words", "LOAD-DATE: x", "BODY:", "Body", "HD  x", "BY  x", "WC  1", "PD",
     "LP", "TD", "SN y", "From: a", "To: b", "Subject: c", "Graphic", "HEADLINE:", "text",
     "", "End of Document", "Re: Re:", "BYLINE:"]
)  # fmt: skip


@given(st.lists(_WORDS, min_size=1, max_size=30).filter(any))
def test_any_order_of_labels_is_read(lines: list[str]) -> None:
    """Ranges lie within the blocks, and lines keep their order, whatever comes."""
    page = read_plain("\n".join(lines))
    numbers = [block.line for block in page.blocks]
    assert numbers == sorted(set(numbers))
    if page.record and page.record.first is not None:
        assert page.record.last is not None
        assert 0 <= page.record.first <= page.record.last <= len(page.blocks)


@pytest.mark.parametrize(
    "unit",
    ["LENGTH: 9 words\n", "Subject: x\nFrom: y\nTo: z\n\nq\n", "HD\nBY\nWC\nPD\nSN\n",
     "a: \n", "BODY:\n\n", "Re: " * 9 + "\n"],
)  # fmt: skip
def test_records_take_linear_time(unit: str) -> None:
    """Twice the labels take about twice the time."""
    small = cpu_seconds(lambda: read_plain("Weir\n" + unit * 2_000))
    large = cpu_seconds(lambda: read_plain("Weir\n" + unit * 8_000))
    assert large < 12 * small + 0.02
