"""Saved pages in folders, JSON Lines and WARCs."""

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.testing.pages import PAGE, URL, golden

from articlekit.batch import BatchPage, Failed, FailureKind, read_pages
from articlekit.testing import write_golden

_HTML = "Content-Type: text/html; charset=utf-8\r\n"


def _record(kind: str, url: str, block: bytes, date: str = "") -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
    head += f"WARC-Date: {date}\r\n" * bool(date)
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def _answer(body: bytes, head: str = _HTML, status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def test_folder(tmp_path: Path) -> None:
    """Pages of a folder come in the order of their paths, golden ones with address."""
    (tmp_path / "b.html").write_text("<p>b")
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(b"c"))
    (tmp_path / "d.json").write_text("{}")
    page = golden(tmp_path / "a", title="x")
    write_golden(page)
    assert [
        BatchPage(
            PAGE.encode(),
            str(tmp_path / "a" / "page.html"),
            url=URL,
            now=page.meta.now,
        ),
        BatchPage(b"<p>b", str(tmp_path / "b.html")),
        BatchPage(b"c", str(tmp_path / "c.txt.gz")),
    ] == list(read_pages(tmp_path))


def test_json_lines(tmp_path: Path) -> None:
    """A line is a page; the names of its keys are those in use."""
    lines = [
        {
            "id": "a1",
            "url": URL,
            "html": "<p>a",
            "content_type": "text/html",
            "language": "en",
            "timezone": "UTC",
            "now": "2026-03-14T06:30:00+00:00",
        },
        {"body": "b", "url": None},
        {"text": "c", "key": 7, "id": "c1"},
    ]
    path = tmp_path / "pages.jsonl.gz"
    text = "\n\n".join(map(json.dumps, lines))
    path.write_bytes(gzip.compress(text.encode()))
    assert [
        BatchPage(
            "<p>a",
            "a1",
            url=URL,
            content_type="text/html",
            language="en",
            timezone="UTC",
            now=datetime(2026, 3, 14, 6, 30, tzinfo=UTC),
        ),
        BatchPage("b", f"{path}:3"),
        BatchPage("c", 7),
    ] == list(read_pages(path))


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.jsonl", "{", "a.jsonl:1 is no JSON"),
        ("a.jsonl", "[]", "a.jsonl:1 holds no object"),
        ("a.jsonl", '{"url": "x"}', "a.jsonl:1 has no text in html"),
        ("a.jsonl", '{"html": "x", "now": "noon"}', "a.jsonl:1 Invalid isoformat"),
        ("a.warc", "HTTP/1.1", "a.warc is no WARC"),
        ("a.warc", "WARC/1.0\r\nA: b\r\n\r\n", "does not say how long"),
        ("a.html.gz", "\x1f\x1f", None),
        ("b.html/x", "", "No such file"),
    ],
)
def test_unusable_files(
    tmp_path: Path, name: str, text: str, reason: str | None
) -> None:
    """A file that is not what its name says is a failure that names the place."""
    path = tmp_path / name
    if path.parent.exists():
        path.write_text(text, "utf-8")
    (found,) = read_pages(path)
    if reason is None:  # what is not compressed is taken as it is
        assert BatchPage(text.encode(), str(path)) == found
        return
    assert isinstance(found, Failed)
    assert (FailureKind.INPUT, "unreadable") == (found.kind, found.code)
    assert reason in found.message
    assert str(found.key).startswith(str(path))


def test_lines_after_a_broken_one(tmp_path: Path) -> None:
    """A line that is no page takes none of the others with it."""
    path = tmp_path / "pages.jsonl"
    path.write_text('{"html": "a"}\n{"html"\n\n{"html": "b"}\n')
    found = list(read_pages(path))
    assert [f"{path}:{number}" for number in (1, 2, 4)] == [page.key for page in found]
    assert [BatchPage, Failed, BatchPage] == [type(page) for page in found]


def test_file_that_is_cut(tmp_path: Path) -> None:
    """What comes before the cut is read; then a failure says that there is more."""
    path = tmp_path / "pages.jsonl.gz"
    line = json.dumps({"html": "".join(map(str, range(3_000)))}).encode() + b"\n"
    path.write_bytes(gzip.compress(line * 20)[:-40])
    *pages, last = read_pages(path)
    assert pages
    assert isinstance(last, Failed)
    assert (str(path), "unreadable") == (last.key, last.code)


@pytest.mark.parametrize("zipped", [False, True])
def test_warc(tmp_path: Path, *, zipped: bool) -> None:
    """Only pages of responses are yielded, decoded as HTTP says."""
    chunked = b"4\r\n<p>b\r\n1\r\nc\r\n0\r\n\r\n"
    records = [
        _record("warcinfo", "", b"software: x"),
        _record("request", URL, b"GET / HTTP/1.1\r\n\r\n"),
        _record("response", f"<{URL}>", _answer(b"<p>a"), "2026-03-14T06:30:00Z"),
        _record("response", URL, _answer(chunked, "Transfer-Encoding: chunked\r\n")),
        _record(
            "response",
            URL,
            _answer(gzip.compress(b"<p>d"), f"{_HTML}Content-Encoding: gzip\r\n"),
        ),
        _record("response", URL, _answer(b"x", "Content-Encoding: br\r\n")),
        _record("response", URL, _answer(b"x", status="404 Not Found")),
        _record("response", URL, _answer(b"x", "Content-Type: image/png\r\n")),
        _record("response", URL, b"nonsense"),
    ]
    path = tmp_path / ("a.warc.gz" if zipped else "a.warc")
    # Each record of a gzipped WARC is a member of its own.
    made = b"".join(gzip.compress(each) if zipped else each for each in records)
    path.write_bytes(made)
    first, *others = read_pages(path)
    assert first == BatchPage(
        b"<p>a",
        f"{path}:3",
        url=URL,
        content_type="text/html; charset=utf-8",
        now=datetime(2026, 3, 14, 6, 30, tzinfo=UTC),
    )
    sources = [page.source for page in others if isinstance(page, BatchPage)]
    assert [b"<p>bc", b"<p>d"] == sources
    assert {None} == {page.now for page in others if isinstance(page, BatchPage)}
