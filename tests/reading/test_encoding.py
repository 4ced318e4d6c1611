"""Bytes become text once, and rightly."""

import pytest

import articlekit
from articlekit.errors import DecodingError, EmptyInputError, InputError
from articlekit.reading.encoding import (
    decode,
    find_encoding,
    to_utf8,
    without_surrogates,
)

RUSSIAN = "Мэр города открыл новый мост. Жители ждали этого дня три года. " * 8
JAPANESE = "市長は新しい橋を開いた。住民は三年間この日を待っていた。" * 8
KOREAN = "시장은 새 다리를 열었다. 주민들은 이날을 삼 년 동안 기다렸다. " * 8
CHINESE = "市长为新桥剪彩。居民们等这一天等了三年。记者昨天来到现场。" * 8
TAIWANESE = "市長為新橋剪綵。居民們等這一天等了三年。記者昨天來到現場。" * 8
POLISH = "Burmistrz otworzył nowy most. Mieszkańcy czekali na ten dzień trzy lata. " * 8
GERMAN = "Die Bürgermeisterin eröffnete die Brücke über den Fluss. " * 8
TURKISH = "Belediye başkanı köprüyü açtı, İstanbul'da şenlik düzenlendi. " * 8
ARABIC = "افتتح رئيس البلدية الجسر الجديد. انتظر السكان هذا اليوم ثلاث سنوات. " * 8
GREEK = "Ο δήμαρχος άνοιξε τη νέα γέφυρα. Οι κάτοικοι περίμεναν τρία χρόνια. " * 8


def page(text: str, charset: str | None = None) -> str:
    """Return a page around *text* that declares *charset*."""
    declared = f'<meta charset="{charset}">' if charset else ""
    return f"<html><head>{declared}<title>x</title></head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (JAPANESE, "iso-2022-jp"),
        (KOREAN, "euc-kr"),
        (CHINESE, "gb18030"),
        (CHINESE, "gb2312"),
        (TAIWANESE, "big5"),
        (POLISH, "windows-1250"),
        (POLISH, "iso-8859-2"),
        (GERMAN, "windows-1252"),
        (GERMAN, "iso-8859-1"),
        (TURKISH, "windows-1254"),
        (ARABIC, "windows-1256"),
        (GREEK, "windows-1253"),
    ],
)
def test_a_declared_charset_is_believed(text: str, charset: str) -> None:
    """A page reads as its declaration says, where the bytes fit it."""
    assert text in decode(page(text, charset).encode(charset))


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_wide_and_marked_encodings_need_no_declaration(charset: str) -> None:
    """UTF-16 with or without mark, and UTF-8 with one, are recognised."""
    found = decode(page(GERMAN).encode(charset))
    assert GERMAN in found
    assert not found.startswith("\ufeff")


@pytest.mark.parametrize(
    "wrong", ["windows-1252", "iso-8859-1", "shift_jis", "nonsense"]
)
def test_wrongly_declared_utf8_is_read_as_utf8(wrong: str) -> None:
    """Valid UTF-8 is UTF-8, whatever the page declares."""
    assert RUSSIAN in decode(page(RUSSIAN, wrong).encode())


def test_a_late_declaration_counts() -> None:
    """A charset that is declared after kilobytes of scripts is found."""
    late = f"<head><script>{'x = 1;' * 3000}</script><meta charset=koi8-r></head>"
    assert find_encoding((late + RUSSIAN).encode("koi8-r")) == "koi8-r"


def test_of_two_declarations_the_first_that_fits_counts() -> None:
    """A declaration that the bytes contradict is passed over."""
    data = page(JAPANESE, "utf-8").replace(
        "<title>",
        '<meta http-equiv="Content-Type" content="text/html; charset=euc-jp"><title>',
    )
    assert JAPANESE in decode(data.encode("euc-jp"), "text/html; charset=euc-jp")


def test_the_header_goes_before_the_page() -> None:
    """The HTTP header decides between two charsets that both fit."""
    data = page(RUSSIAN, "windows-1252").encode("windows-1251")
    assert RUSSIAN in decode(data, "text/html; charset=windows-1251")


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (RUSSIAN, "windows-1251"),
        (JAPANESE, "shift_jis"),
        (KOREAN, "euc-kr"),
        (GREEK, "windows-1253"),
    ],
)
def test_an_undeclared_charset_is_guessed(text: str, charset: str) -> None:
    """Without any declaration the statistics of the bytes decide."""
    assert text in decode(page(text).encode(charset))


def test_damaged_utf8_stays_utf8() -> None:
    """A few broken bytes do not make another encoding of a page."""
    data = page(RUSSIAN).encode()
    damaged = data[:200] + b"\xff\xfe" + data[202:]
    assert "Жители ждали" in decode(damaged)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF document"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG picture"),
        (b"GIF89a\x01\0", "GIF picture"),
        (b"PK\x03\x04\x14\0", "ZIP archive or Office document"),
        (b"\x1f\x8b\x08\0", "gzip data"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "WebP picture"),
        (bytes(range(7)) * 400, "binary data"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, name: str) -> None:
    """A file of another kind is a DecodingError that says what it is."""
    with pytest.raises(DecodingError) as caught:
        articlekit.parse(data)
    assert caught.value.found == name


@pytest.mark.parametrize(
    "source", ["", b" ", " \n\t", b"\n \r\n", "\ufeff", "\0\0"], ids=ascii
)
def test_nothing_but_white_space_is_empty_input(source: str | bytes) -> None:
    """An empty page is an error of its own."""
    with pytest.raises(EmptyInputError):
        articlekit.parse(source)


def test_lone_surrogates_are_replaced() -> None:
    """A str that no encoding can hold is mended, not refused."""
    assert without_surrogates("a\ud83d\ude00b\ud800c") == "a\U0001f600b\ufffdc"


def test_nul_bytes_do_not_end_a_page() -> None:
    """NUL bytes inside a page are passed over."""
    source = page("The ferry sails again on Monday, the harbour master said." * 4)
    broken = source.replace("ferry", "fer\0ry")
    assert articlekit.parse(broken).text == articlekit.parse(source).text


@pytest.mark.parametrize(
    "data",
    [
        b"<p>plain",
        ("<p>" + "\u20ac\U0001f600x" * 30_000).encode(),
        ("a" + "\u20ac" * 30_000).encode(),
        ("<p>" + "\u00e9t\u00e9 " * 20_000).encode("cp1252"),
        "\ufeff<p>mark".encode(),
        "<p>wide".encode("utf-16"),
        b"<p>cut off in the middle of a character\xe2\x82",
        b"<p>" + b"\x80" * 50_000,
        b" " * 70_000 + b"<p>late",
    ],
)
def test_utf_8_is_the_decoded_text(data: bytes) -> None:
    """Bytes in UTF-8 are those of the decoded text, and begin with its start."""
    text = decode(data)
    utf8, start = to_utf8(data)
    assert utf8 == text.encode()
    assert text.startswith(start)
    assert len(start) >= min(len(text), 60_000)


@pytest.mark.parametrize("data", [b"", b" \n", "\u00a0".encode() * 99, b"%PDF-1.7 x"])
def test_utf_8_of_no_text_is_an_error(data: bytes) -> None:
    """What cannot be decoded cannot be brought to UTF-8."""
    with pytest.raises(InputError):
        to_utf8(data)
