"""Pages in messages: what browsers save in one file, and e-mails as they were sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.timing import cpu_seconds

import articlekit
from articlekit.errors import InputError
from articlekit.reading.mhtml import find_part, is_message

PAGE = (
    "<html><head><title>Weir holds | The Valley Echo</title></head><body><article>"
    '<h1 class="x">Weir holds through the night</h1><p>By Ines Calloway</p>'
    "<p>The weir held through the night, and the mill stayed dry, the water board "
    "said on Monday.</p><p>“We slept in our boots,” said Tove Brandt of the board.</p>"
    "</article></body></html>"
)
SAVED = """\
From: <Saved by a browser>\r
Snapshot-Content-Location: https://echo.example/weir\r
Subject: Weir holds\r
MIME-Version: 1.0\r
Content-Type: multipart/related;\r
\ttype="text/html";\r
\tboundary="----b1----"\r
\r
\r
------b1----\r
Content-Type: text/css\r
Content-Location: https://echo.example/a.css\r
\r
p {{}}\r
------b1----\r
Content-Type: text/html; charset="utf-8"\r
Content-Transfer-Encoding: {encoding}\r
Content-Location: https://echo.example/weir\r
\r
{body}\r
------b1------\r
"""


def _quoted(text: str) -> str:
    """Encode as quoted-printable, lines cut where mailers cut them."""
    codes = "".join(
        chr(byte) if byte < 0x80 and byte != ord("=") else f"={byte:02X}"
        for byte in text.encode()
    )
    return codes.replace("<article>", "<article>=\r\n")


def test_a_page_that_a_browser_saved() -> None:
    """The page is taken out and decoded; its address is that of the article."""
    saved = SAVED.format(encoding="quoted-printable", body=_quoted(PAGE)).encode()
    article = articlekit.parse(saved, profiles=())
    assert article.url == "https://echo.example/weir"
    assert article.title == "Weir holds through the night"
    assert [author.name for author in article.authors] == ["Ines Calloway"]
    assert article.quotes[0].text == "We slept in our boots,"
    plain = articlekit.parse(PAGE, url="https://echo.example/weir", profiles=())
    assert article.text == plain.text


def test_an_address_that_the_caller_gave_counts() -> None:
    """What the message says of its address is for want of a better one."""
    saved = SAVED.format(encoding="8bit", body=PAGE)
    article = articlekit.parse(saved, url="https://other.example/1", profiles=())
    assert article.url == "https://other.example/1"
    assert article.title == "Weir holds through the night"


def test_parts_within_parts_and_base64() -> None:
    """HTML comes before plain text, wherever it stands."""
    message = (
        "Subject: Weir\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n"
        "--a\nContent-Type: multipart/alternative; boundary=b\n\n"
        "--b\nContent-Type: text/plain\n\nPlain words.\n"
        "--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
        "PHA+SFRNTCB3b3Jkcy48L3A+\n--b--\n--a--\n"
    )
    part = find_part(message)
    assert part is not None
    assert part.data == b"<p>HTML words.</p>"


def test_mail_in_plain_text_keeps_its_subject() -> None:
    """Of a plain e-mail the head is decoded, and read as that of any text page."""
    message = (
        "Received: from a by b; x\nFrom: =?utf-8?q?Tove_Br=C3=A5ten?= <t@a.example>\n"
        "To: desk@a.example\nDate: Mon, 2 Jun 2025 08:00:00 +0200\n"
        "Subject: =?utf-8?q?Fwd=3A_Weir_h=C3=A5lds?=\n =?utf-8?q?_again?=\n"
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
        "By Ines Calloway\n\nThe weir held through the night, the water board said.\n"
    )
    article = articlekit.parse(message.encode(), profiles=())
    assert article.title == "Weir hålds again"
    assert article.text == "The weir held through the night, the water board said."


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "The words Mime-Version: 1.0 stand in a text.",
        "Weir: it held\n\nNobody slept.",
        "",
    ],
)
def test_what_is_no_message(text: str) -> None:
    """Pages and texts are no messages, whatever words stand in them."""
    assert find_part(text) is None
    assert not is_message(text.encode())


_LINES = st.sampled_from(
    ["MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=x", "--x", "--x--",
     "Content-Type: text/html", "Content-Type: text/plain", "", "<p>Weir</p>", "Weir: a",
     "Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: quoted-printable",
     "=C3=", "Subject: =?x?q?a?=", "Subject: =?utf-8?b?!?=", "Content-Type: multipart/x",
     "Content-Type: text/html; charset=utf-7", " folded", "\u00e5", "----x"]
)  # fmt: skip


@given(st.lists(_LINES, max_size=25).map("\n".join))
def test_any_message_is_read_or_refused(text: str) -> None:
    """Broken messages raise nothing but what pages do, as text and as bytes."""
    for source in ("MIME-Version: 1.0\n" + text, ("From: a\n" + text).encode()):
        try:
            article = articlekit.parse(source, profiles=())
        except InputError:
            continue
        assert isinstance(article, articlekit.Article)


@pytest.mark.parametrize(
    "unit",
    ["--x\nContent-Type: multipart/mixed; boundary=x\n\n", "a: b\n", "--x\n", "=\n",
     " \n", "\n\n"],
)  # fmt: skip
def test_messages_take_linear_time(unit: str) -> None:
    """Boundaries without end cost what their length does."""
    head = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
    small = cpu_seconds(lambda: find_part(head + unit * 3_000))
    large = cpu_seconds(lambda: find_part(head + unit * 12_000))
    assert large < 12 * small + 0.02
