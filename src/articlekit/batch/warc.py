"""The pages that a WARC holds: its HTTP responses that brought one."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from http.client import HTTPException, HTTPResponse
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from articlekit.batch.values import BatchPage, Failed, unreadable
from articlekit.errors import BrokenResponseError
from articlekit.fetch.decoding import decoded

_LONGEST_LINE: Final = 1 << 16
_OK: Final = 200


class _BrokenWarcError(Exception):
    """After this nothing can be read from the file."""


def pages_of_warc(path: Path, file: BinaryIO) -> Iterator[BatchPage | Failed]:
    """Yield the pages that responses hold; other records are passed over.

    Args:
        path: Where it lies; with the number of the record, the key of a page.
        file: The WARC, no longer compressed.
    """
    number = 0
    try:
        while (head := _record_head(file)) is not None:
            block = file.read(_length(head))
            number += 1
            if head.get("warc-type") == "response":
                yield from _of_response(f"{path}:{number}", head, block)
    except _BrokenWarcError as error:
        yield unreadable(f"{path}:{number + 1}", f"{path} {error}")


def _record_head(file: BinaryIO) -> dict[str, str] | None:
    """Read the head of the next record, or None at the end."""
    line = b"\r\n"
    while line in (b"\r\n", b"\n"):
        line = file.readline(_LONGEST_LINE)
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        raise _BrokenWarcError("is no WARC, or a broken one")
    head: dict[str, str] = {}
    while (line := file.readline(_LONGEST_LINE)).strip():
        name, _, value = line.decode("utf-8", "replace").partition(":")
        head[name.strip().lower()] = value.strip()
    return head


def _length(head: Mapping[str, str]) -> int:
    length = head.get("content-length", "")
    if not length.isdecimal():
        raise _BrokenWarcError("has a record that does not say how long it is")
    return int(length)


class _Recorded:
    """A connection that holds what was recorded."""

    def __init__(self, block: bytes) -> None:
        self._block = block

    def makefile(self, *_: object, **__: object) -> BufferedReader:
        return BufferedReader(BytesIO(self._block))  # pyright: ignore[reportArgumentType] - BytesIO is raw enough


def _of_response(
    name: str, head: Mapping[str, str], block: bytes
) -> Iterator[BatchPage]:
    """Yield the page of an HTTP response; none for an error, a picture, nonsense."""
    url = head.get("warc-target-uri", "").strip("<>")
    answer = HTTPResponse(_Recorded(block))  # type: ignore[arg-type] # it only makes a file of it
    try:
        answer.begin()
        body = answer.read()
        encoding = answer.headers.get("content-encoding", "")
        content = b"".join(decoded(url, [body], encoding))
    except (HTTPException, ValueError, OSError, BrokenResponseError):
        return
    kind = answer.headers.get("content-type")
    is_page = "html" in (kind or "html") or "text/plain" in (kind or "")
    if answer.status == _OK and is_page:
        now = _moment(head.get("warc-date", ""))
        yield BatchPage(content, name, url=url or None, content_type=kind, now=now)


def _moment(date: str) -> datetime | None:
    """Return when a record was made; relative dates of its page count from it."""
    try:
        return datetime.fromisoformat(date)
    except ValueError:
        return None
