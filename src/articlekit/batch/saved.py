"""Pages as they lie in folders, JSON Lines and WARCs, each to a `BatchPage`."""

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final, cast

from articlekit.batch.values import BatchPage, Failed, Key, unreadable

META: Final = "meta.json"
"""What is known of the page beside it, as JSON."""
PAGES: Final = ("page.html", "page.txt")
"""Names of a page that has such a file."""

_ENDINGS: Final = (".html", ".htm", ".xhtml", ".txt", ".html.gz", ".htm.gz", ".txt.gz")
_LINES: Final = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_WARCS: Final = (".warc", ".warc.gz")
# Keys of JSON Lines that hold a page, and that name it, best first.
_CONTENT_KEYS: Final = ("html", "content", "body", "page", "text")
_NAME_KEYS: Final = ("key", "id")
_GZIP: Final = b"\x1f\x8b"
# What a file raises that is missing, closed to us, or cut.
_BROKEN: Final = (OSError, EOFError, zlib.error)


def read_pages(path: Path) -> Iterator[BatchPage | Failed]:
    """Yield the pages in *path*, in the order of their names or of the file.

    Args:
        path: A folder of .html and .txt files, or one such file; JSON Lines; or a
            WARC. All may be gzipped. An object of JSON Lines has the page as
            "html" (or "content", "body", "text"), and may have "key" (or "id"),
            "url", "content_type", "language", "timezone" and "now". A `meta.json`
            beside page.html has the same of that page.

    Returns:
        Pages whose keys are the names of their files, with the number of the line
        or record where there are many. A file, line or record that cannot be read
        is a `Failed` in its place, with the code "unreadable".
    """
    if path.is_dir():
        for each in sorted(path.rglob("*")):
            if each.name.endswith((*_ENDINGS, *_LINES, *_WARCS)) and each.is_file():
                yield from read_pages(each)
        return
    try:
        yield from _pages_of(path)
    except _BROKEN as error:
        yield unreadable(str(path), f"{path}: {_reason(error)}")


def read_lines(file: BinaryIO, name: str) -> Iterator[BatchPage | Failed]:
    """Yield the pages of JSON Lines, as `read_pages` does.

    Args:
        file: The lines, no longer compressed.
        name: What their keys begin with where they have none of their own.
    """
    for number, line in enumerate(file, 1):
        if line.strip():
            key = f"{name}:{number}"
            yield _made(key, None, key, line)


def _reason(error: BaseException) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _pages_of(path: Path) -> Iterator[BatchPage | Failed]:
    if path.name.endswith(_LINES):
        with _opened(path) as file:
            yield from read_lines(file, str(path))
    elif path.name.endswith(_WARCS):
        # Reading HTTP takes long to import, and few need it.
        from articlekit.batch.warc import pages_of_warc

        with _opened(path) as file:
            yield from pages_of_warc(path, file)
    else:
        yield _of_file(path)


def _opened(path: Path) -> BinaryIO:
    with path.open("rb") as file:
        is_zipped = file.read(len(_GZIP)) == _GZIP
    return cast("BinaryIO", gzip.open(path)) if is_zipped else path.open("rb")


def _of_file(path: Path) -> BatchPage | Failed:
    with _opened(path) as file:
        content = file.read()
    beside = path.with_name(META)
    if path.name not in PAGES or not beside.is_file():
        return BatchPage(content, str(path))
    return _made(str(path), content, str(beside), beside.read_bytes())


def _made(
    name: str, content: bytes | None, place: str, known: bytes
) -> BatchPage | Failed:
    """Return a page with what is *known* of it, in JSON at *place*."""
    try:
        data: object = json.loads(known)
    except ValueError as error:
        return unreadable(name, f"{place} is no JSON: {error}")
    if not isinstance(data, dict):
        return unreadable(name, f"{place} holds no object")
    fields = cast("dict[str, object]", data)
    try:
        return _page(name, content or _content(fields), fields)
    except (TypeError, ValueError) as error:
        return unreadable(name, f"{place} {error}")


def _content(fields: Mapping[str, object]) -> str:
    content = next((fields[key] for key in _CONTENT_KEYS if fields.get(key)), None)
    if not isinstance(content, str):
        raise TypeError(f"has no text in {', '.join(_CONTENT_KEYS)}")
    return content


def _page(name: str, content: bytes | str, fields: Mapping[str, object]) -> BatchPage:
    now = _text(fields, "now")
    named = (
        fields[key] for key in _NAME_KEYS if isinstance(fields.get(key), str | int)
    )
    return BatchPage(
        content,
        cast("Key", next(named, name)),
        url=_text(fields, "url"),
        content_type=_text(fields, "content_type"),
        language=_text(fields, "language"),
        timezone=_text(fields, "timezone"),
        now=datetime.fromisoformat(now) if now else None,
    )


def _text(fields: Mapping[str, object], name: str) -> str | None:
    value = fields.get(name)
    return value if isinstance(value, str) else None
