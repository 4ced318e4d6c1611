"""Saved pages to look at in bulk: a folder, JSON Lines, or a WARC."""

import gzip
import json
from collections.abc import Iterator
from http.client import HTTPException, HTTPResponse
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import BinaryIO, Final, cast

import attrs

from articlekit.errors import BrokenResponseError, GoldenPageError
from articlekit.fetch.decoding import decoded
from articlekit.testing.golden import META, PAGES, read_meta

_ENDINGS: Final = (".html", ".htm", ".xhtml", ".txt", ".html.gz", ".htm.gz", ".txt.gz")
_LINES: Final = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_WARCS: Final = (".warc", ".warc.gz")
# Keys of JSON Lines that hold a page, best first.
_CONTENT_KEYS: Final = ("html", "content", "body", "page", "text")
_LONGEST_LINE: Final = 1 << 16
_GZIP: Final = b"\x1f\x8b"
_OK: Final = 200


@attrs.frozen
class SavedPage:
    """A page as it lies somewhere.

    Attributes:
        name: File, or file and number, for reports.
        content: The page.
        url: Its address, or None.
        content_type: The HTTP header of that name, or None.
    """

    name: str
    content: bytes | str = attrs.field(repr=False)
    url: str | None = None
    content_type: str | None = None


def read_saved(path: Path) -> Iterator[SavedPage]:
    """Yield the pages in *path*, in the order of their names or of the file.

    Args:
        path: A folder of .html and .txt files (golden pages have their address in
            `meta.json`), or one such file; JSON Lines whose objects have "html"
            (or "content", "body", "text") and "url"; or a WARC. All may be gzipped.

    Raises:
        GoldenPageError: There is no such file, or it is none of these.
    """
    if path.is_dir():
        for each in sorted(path.rglob("*")):
            if each.name.endswith((*_ENDINGS, *_LINES, *_WARCS)) and each.is_file():
                yield from read_saved(each)
    elif not path.is_file():
        raise GoldenPageError(str(path), "there is no such file")
    elif path.name.endswith(_LINES):
        yield from _of_lines(path)
    elif path.name.endswith(_WARCS):
        yield from _of_warc(path)
    else:
        yield _of_file(path)


def _of_file(path: Path) -> SavedPage:
    content = path.read_bytes()
    if content.startswith(_GZIP):
        content = gzip.decompress(content)
    beside = path.with_name(META)
    if path.name in PAGES and beside.is_file():
        meta = read_meta(beside)
        return SavedPage(str(path), content, meta.url, meta.content_type)
    return SavedPage(str(path), content)


def _of_lines(path: Path) -> Iterator[SavedPage]:
    with _opened(path) as file:
        for number, line in enumerate(file, 1):
            name = f"{path}:{number}"
            if line.strip():
                yield _of_object(name, _object(name, line))


def _object(name: str, line: bytes) -> dict[str, object]:
    try:
        data: object = json.loads(line)
    except ValueError as error:
        raise GoldenPageError(name, f"is no JSON: {error}") from error
    if not isinstance(data, dict):
        raise GoldenPageError(name, "holds no object")
    return cast("dict[str, object]", data)


def _of_object(name: str, data: dict[str, object]) -> SavedPage:
    content = next((data[key] for key in _CONTENT_KEYS if data.get(key)), None)
    if not isinstance(content, str):
        raise GoldenPageError(name, f"has no text in {', '.join(_CONTENT_KEYS)}")
    return SavedPage(name, content, _text(data, "url"), _text(data, "content_type"))


def _text(data: dict[str, object], key: str) -> str | None:
    value = data.get(key)
    return value if isinstance(value, str) else None


def _opened(path: Path) -> BinaryIO:
    with path.open("rb") as file:
        zipped = file.read(len(_GZIP)) == _GZIP
    return cast("BinaryIO", gzip.open(path)) if zipped else path.open("rb")


def _of_warc(path: Path) -> Iterator[SavedPage]:
    """Yield the pages that a WARC's responses hold; other records are passed over."""
    with _opened(path) as file:
        number = 0
        while (head := _record_head(path, file)) is not None:
            block = file.read(_length(path, head))
            number += 1
            if head.get("warc-type") == "response":
                url = head.get("warc-target-uri", "").strip("<>")
                page = _of_response(f"{path}:{number}", url, block)
                if page is not None:
                    yield page


def _record_head(path: Path, file: BinaryIO) -> dict[str, str] | None:
    """Read the head of the next record, or None at the end."""
    line = b"\r\n"
    while line in (b"\r\n", b"\n"):
        line = file.readline(_LONGEST_LINE)
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        raise GoldenPageError(str(path), "is no WARC, or a broken one")
    head: dict[str, str] = {}
    while (line := file.readline(_LONGEST_LINE)).strip():
        name, _, value = line.decode("utf-8", "replace").partition(":")
        head[name.strip().lower()] = value.strip()
    return head


def _length(path: Path, head: dict[str, str]) -> int:
    length = head.get("content-length", "")
    if not length.isdecimal():
        raise GoldenPageError(str(path), "a record does not say how long it is")
    return int(length)


class _Recorded:
    """A connection that holds what was recorded."""

    def __init__(self, block: bytes) -> None:
        self._block = block

    def makefile(self, *_: object, **__: object) -> BufferedReader:
        return BufferedReader(BytesIO(self._block))  # pyright: ignore[reportArgumentType] - BytesIO is raw enough


def _of_response(name: str, url: str, block: bytes) -> SavedPage | None:
    """Return the page of an HTTP response, or None for what is none."""
    answer = HTTPResponse(_Recorded(block))  # type: ignore[arg-type] # it only makes a file of it
    try:
        answer.begin()
        body = answer.read()
        encoding = answer.headers.get("content-encoding", "")
        content = b"".join(decoded(url, [body], encoding))
    except (HTTPException, ValueError, OSError, BrokenResponseError):
        return None
    kind = answer.headers.get("content-type")
    is_page = "html" in (kind or "html") or "text/plain" in (kind or "")
    if answer.status != _OK or not is_page:
        return None
    return SavedPage(name, content, url or None, kind)
