"""Pages that a browser saved in one file (MHTML), and e-mails as they were sent.

Both are messages of parts; the part that is the page is taken out and decoded,
the others (pictures, styles) are left alone. Nothing recurses, and each part is
looked at once.
"""

import re
from binascii import Error, a2b_base64, a2b_qp
from collections.abc import Mapping
from typing import Final, NamedTuple

from articlekit.text.late import late

_HEAD: Final = 16_384
_LONGEST_HEAD: Final = 65_536
_DEEPEST: Final = 6
_MIME: Final = re.compile(rb"^mime-version[ \t]{0,9}:", re.IGNORECASE | re.MULTILINE)
_FIRST: Final = re.compile(rb"\s{0,99}[!-9;-~]{1,70}:[^\r\n]{0,2000}\r?\n")
_END_OF_HEAD: Final = re.compile(rb"\r?\n\r?\n")
_FOLDED: Final = late(r"\r?\n[ \t]+")
_HEADER: Final = late(r"^([!-9;-~]{1,70})[ \t]*:[ \t]*([^\r\n]*)", re.MULTILINE)
_BOUNDARY: Final = late(r"boundary\s{0,9}=\s{0,9}(?:\"([^\"]{1,200})\"|([^\s;]{1,200}))", re.IGNORECASE)  # fmt: skip
_PLAIN_HEADERS: Final = ("from", "date", "subject")


class Part(NamedTuple):
    """The page inside a message.

    Attributes:
        data: Its bytes, decoded from how they were sent.
        content_type: What is said of its type and charset.
        url: Address that the page was saved from, or None.
    """

    data: bytes
    content_type: str
    url: str | None


class _Piece(NamedTuple):
    headers: Mapping[str, str]
    body: bytes


def find_part(source: str | bytes) -> Part | None:
    """Find the page in a message.

    Args:
        source: What may be a message.

    Returns:
        The first part that is HTML, else the first that is plain text; of an
        e-mail in plain text, with its sender, date and subject above it. None
        where *source* is no message, or no part of it is either.
    """
    if not is_message(source):
        return None
    data = source.encode("utf-8", "replace") if isinstance(source, str) else source
    whole = _piece(data)
    pieces = _texts(whole)
    for kind in ("text/html", "application/xhtml", "text/plain"):
        for piece in pieces:
            if _type_of(piece).startswith(kind):
                return _part(whole, piece)
    return None


def is_message(source: str | bytes) -> bool:
    """Say whether *source* begins with the head of a message of parts."""
    head = source[:_HEAD]
    start = head.encode("utf-8", "replace") if isinstance(head, str) else head
    return bool(_FIRST.match(start) and _MIME.search(start))


def _piece(data: bytes) -> _Piece:
    """Part the head of a message or part from its body."""
    end = _END_OF_HEAD.search(data, 0, _LONGEST_HEAD)
    head = data[: end.start()] if end else b""
    text = _FOLDED.sub(" ", head.decode("utf-8", "replace"))
    headers = {name.lower(): value for name, value in reversed(_HEADER.findall(text))}
    return _Piece(headers, data[end.end() :] if end else data)


def _type_of(piece: _Piece) -> str:
    return piece.headers.get("content-type", "text/plain").lower()


def _texts(whole: _Piece) -> list[_Piece]:
    """Return the parts in order; those that are of parts themselves are opened."""
    found = [whole]
    for _ in range(_DEEPEST):
        opened: list[_Piece] = []
        for piece in found:
            opened += _opened(piece)
        if len(opened) == len(found):
            break
        found = opened
    return found


def _opened(piece: _Piece) -> list[_Piece]:
    """Return the parts of a piece, or itself where it has none."""
    if not _type_of(piece).startswith("multipart/"):
        return [piece]
    found = _BOUNDARY.search(piece.headers["content-type"])
    if found is None:
        return [piece]
    mark = b"--" + (found[1] or found[2]).encode("utf-8")
    return [_piece(part.lstrip(b"\r\n")) for part in piece.body.split(mark)[1:]]


def _part(whole: _Piece, piece: _Piece) -> Part:
    data = _decoded(piece)
    address = piece.headers.get("content-location") or ""
    address = whole.headers.get("snapshot-content-location") or address
    if _type_of(piece).startswith("text/plain"):
        data = _head_of_mail(whole) + data
    url = address if address.startswith(("http://", "https://")) else None
    return Part(data, piece.headers.get("content-type", "text/plain"), url)


def _decoded(piece: _Piece) -> bytes:
    encoding = piece.headers.get("content-transfer-encoding", "").strip().lower()
    if encoding == "quoted-printable":
        return a2b_qp(piece.body)
    if encoding == "base64":
        try:
            return a2b_base64(piece.body)
        except Error:
            return piece.body
    return piece.body


def _head_of_mail(whole: _Piece) -> bytes:
    """Return the lines of an e-mail's head that tell of the story."""
    from email.header import decode_header, make_header

    lines: list[str] = []
    for name in _PLAIN_HEADERS:
        value = whole.headers.get(name)
        if value:
            try:
                value = str(make_header(decode_header(value)))
            except (ValueError, LookupError):
                continue
            lines.append(f"{name.title()}: {' '.join(value.split())}")
    return ("\n".join(lines) + "\n\n").encode("utf-8", "replace") if lines else b""
