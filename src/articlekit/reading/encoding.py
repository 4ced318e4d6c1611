"""Bytes to text, decoded once.

The order of belief: a byte order mark; the HTTP header; valid UTF-8 with
characters beyond ASCII (few texts in another encoding are valid UTF-8 by
accident, and wrongly declared UTF-8 is frequent); the charset that the page
declares, wherever in its first part it does; a statistical guess.
"""

import codecs
import re
from typing import Final

from articlekit.errors import DecodingError, EmptyInputError

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC: Final = (
    (b"%PDF-", "PDF document"),
    (b"\x89PNG\r\n", "PNG picture"),
    (b"\xff\xd8\xff", "JPEG picture"),
    (b"GIF87a", "GIF picture"),
    (b"GIF89a", "GIF picture"),
    (b"PK\x03\x04", "ZIP archive or Office document"),
    (b"bplist0", "property list or Safari web archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"\x7fELF", "ELF program"),
    (b"MZ\x90", "Windows program"),
    (b"\xd0\xcf\x11\xe0", "Office document"),
    (b"OggS", "Ogg media"),
    (b"ID3", "MP3 audio"),
    (b"\x00\x00\x01\x00", "icon"),
    (b"SQLite format 3", "SQLite database"),
)
_TAGGED: Final = ((b"RIFF", 8, b"WEBP", "WebP picture"), (b"", 4, b"ftyp", "MP4 media"))
_DECLARED: Final = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_HEADER: Final = re.compile(
    r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})", re.IGNORECASE
)
_SEARCHED: Final = 100_000
_SAMPLE: Final = 60_000
_PIECE: Final = 16_384
_CONTINUES, _BEGINS = 0x80, 0xC0  # bytes inside and at the start of a character
_ON_THE_WEB: Final = [
    "utf_8", "cp1252", "cp1251", "koi8_r", "cp1250", "iso8859_2", "cp1253", "cp1254",
    "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "cp932", "euc_jp", "cp949",
    "gb18030", "big5",
]  # fmt: skip
_GUESSED: Final = 6_000
_FEWEST_HIGH: Final = 12
"""Bytes beyond ASCII that a guess needs; fewer are read as in Western Europe."""
_FEW_BROKEN: Final = 4
_NON_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_MARKUP: Final = re.compile(rb"<[^<>]{0,2000}>")
_LOOKED_AT: Final = 4_000
_BINARY: Final = re.compile(r"[\x00-\x06\x0e-\x1a\x1c-\x1f\ufffd]")
_ESCAPE: Final = re.compile(rb"\x1b(?:\$[@B]|\([BJ])")
_MOST_BINARY: Final = 0.05

# What browsers take these labels for; Python knows them by narrower tables.
_WIDER: Final = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254",
    "iso8859-11": "cp874", "tis-620": "cp874", "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip


def _codec(label: str) -> str | None:
    """Return the Python codec for an encoding label, or None."""
    label = label.strip().lower().replace("_", "-")
    label = label.removeprefix("x-") if label.startswith("x-sjis") else label
    try:
        name = codecs.lookup(
            {"sjis": "cp932", "utf8mb4": "utf-8"}.get(label, label)
        ).name
        "".encode(name)
    except (LookupError, ValueError, UnicodeError):
        return None
    return _WIDER.get(name, name) if name not in _NO_TEXT else None


_NO_TEXT: Final = frozenset({"hex", "base64", "bz2", "zlib", "rot13", "uu", "quopri", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})  # fmt: skip


def _kind_of_binary(data: bytes) -> str | None:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    for lead, at, tag, name in _TAGGED:
        if data.startswith(lead) and data[at : at + len(tag)] == tag:
            return name
    return None


def _wide(data: bytes) -> str | None:
    """Return UTF-16 in its byte order where every other byte is NUL."""
    sample = data[:2_000]
    half = len(sample) // 2
    if half < 2:
        return None
    if sample[0::2].count(0) > 0.6 * half:
        return "utf-16-be"
    if sample[1::2].count(0) > 0.6 * half:
        return "utf-16-le"
    return None


def _as_utf8(data: bytes) -> str | None:
    """Return *data* as UTF-8, cut off at its end or not, or None if it is not."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.end == len(data) and error.reason == "unexpected end of data"
        return data.decode("utf-8", "replace") if cut else None


def _fits(data: bytes, codec: str) -> bool:
    """Return whether nearly all of *data* decodes."""
    text = data[:_SAMPLE].decode(codec, "replace")
    return text.count("\ufffd") <= len(text) // 100


def declared_charset(data: bytes) -> str | None:
    """Return the codec that the page itself declares, or None."""
    for match in _DECLARED.finditer(data[:_SEARCHED]):
        codec = _codec(match.group(1).decode("ascii", "replace"))
        # A declaration that can be read as ASCII is not in UTF-16.
        if codec and not codec.startswith(("utf-16", "utf-32")):
            return codec
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Return whether *data* is UTF-8 but for a few damaged bytes."""
    text = data[:_SAMPLE].decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(_NON_ASCII.findall(text)) - broken
    return broken * _FEW_BROKEN <= whole


def _guess(data: bytes) -> str | None:
    """Guess from the lines that hold more than ASCII."""
    from charset_normalizer import from_bytes

    lines = [line for line in data[:_SAMPLE].split(b"\n") if not line.isascii()]
    sample = _MARKUP.sub(b" ", b"\n".join(lines)[:_GUESSED])
    if len(_HIGH.findall(sample)) < _FEWEST_HIGH:
        return None
    best = from_bytes(sample, threshold=0.4, cp_isolation=_ON_THE_WEB).best()
    return _codec(best.encoding) if best else None


def _marked(data: bytes) -> str | None:
    """Return the encoding that the first bytes give away, or None."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name
    if b"\x1b" in data and _ESCAPE.search(data):
        return "iso2022_jp"
    return _wide(data)


def _stated(data: bytes, content_type: str | None) -> str | None:
    """Return the encoding that header or page states, where the bytes fit it."""
    header = _HEADER.search(content_type or "")
    for codec in (header and _codec(header.group(1)), declared_charset(data)):
        if codec and _fits(data, codec):
            return codec
    return None


def _decode(data: bytes, content_type: str | None) -> tuple[str, str]:
    """Return the text and its codec."""
    if codec := _marked(data):
        return data.decode(codec, "replace"), codec
    if (text := _as_utf8(data)) is not None:
        return text, "utf-8"
    codec = _stated(data, content_type)
    if codec is None:
        codec = "utf-8" if _mostly_utf8(data) else _guess(data) or "cp1252"
    return data.decode(codec, "replace"), codec


def find_encoding(data: bytes, content_type: str | None = None) -> str:
    """Find the encoding of *data*.

    Args:
        data: The page.
        content_type: The HTTP header, if known.

    Returns:
        Name of a Python codec.
    """
    return _decode(data, content_type)[1]


def _is_blank(text: str) -> bool:
    return not text.strip("\ufeff \t\r\n\f\v\0") or text.isspace()


def check_blank(text: str) -> None:
    """Check that there is something in *text*.

    Raises:
        EmptyInputError: There is nothing but white space.
    """
    if _is_blank(text):
        raise EmptyInputError(len(text))


def without_surrogates(text: str) -> str:
    """Return *text* with pairs of surrogates joined and lone ones as U+FFFD."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def check_text(data: bytes) -> None:
    """Check that *data* can be text.

    Raises:
        EmptyInputError: There is nothing but white space.
        DecodingError: It is a PDF, a picture or something else.
    """
    if data.isspace() or not data:
        raise EmptyInputError(len(data))
    if found := _kind_of_binary(data[:64].lstrip()):
        raise DecodingError(found)


def decode(data: bytes, content_type: str | None = None) -> str:
    """Decode a page.

    Args:
        data: The page.
        content_type: The HTTP header, if known.

    Returns:
        The text without byte order mark; what does not decode is U+FFFD.

    Raises:
        EmptyInputError: There is nothing but white space.
        DecodingError: It is no text.
    """
    check_text(data)
    text, codec = _decode(data, content_type)
    check_blank(text)
    check_printable(text, codec)
    return text.removeprefix("\ufeff")


def to_utf8(data: bytes, content_type: str | None = None) -> tuple[bytes, str]:
    """Bring a page to UTF-8, at the least cost where it is UTF-8 already.

    Args:
        data: The page.
        content_type: The HTTP header, if known.

    Returns:
        The page in UTF-8 without byte order mark, and its first characters:
        60,000 or more, or all that there are.

    Raises:
        EmptyInputError: There is nothing but white space.
        DecodingError: It is no text.
    """
    start = None if _marked(data) else _utf8_start(data)
    if start is None or _is_blank(start):
        text = decode(data, content_type)
        return text.encode("utf-8", "replace"), text
    check_text(data)
    check_printable(start, "utf-8")
    return data, start


def _utf8_start(data: bytes) -> str | None:
    """Return the first characters of *data*, or None where it is not UTF-8.

    It is decoded in pieces that fit the processor's first cache, and most of
    them are thrown away: that takes a third of the time of the whole.
    """
    start = ""
    at, end = 0, len(data)
    while at < end:
        cut = min(at + _PIECE, end)
        for _ in range(3):  # not in the middle of a character
            if cut < end and _CONTINUES <= data[cut] < _BEGINS:
                cut -= 1
        try:
            piece = data[at:cut].decode("utf-8")
        except UnicodeDecodeError:
            return None
        if len(start) < _SAMPLE:
            start += piece
        at = cut
    return start


def check_printable(text: str, codec: str | None = None) -> None:
    """Check that *text* begins like text and not like some other file.

    Raises:
        DecodingError: It is full of control characters.
    """
    sample = text[:_LOOKED_AT]
    if len(_BINARY.findall(sample)) > _MOST_BINARY * len(sample):
        raise DecodingError("binary data", codec)
