"""Saved pages in folders, JSON Lines and WARCs."""

import gzip
import json
from pathlib import Path

import pytest
from tests.testing.pages import PAGE, URL, golden

from articlekit.errors import GoldenPageError
from articlekit.testing import write_golden
from articlekit.testing.saved import read_saved

_HTML = "Content-Type: text/html; charset=utf-8\r\n"


def _record(kind: str, url: str, block: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def _answer(body: bytes, head: str = _HTML, status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def test_folder(tmp_path: Path) -> None:
    """Pages of a folder come in the order of their paths, golden ones with address."""
    (tmp_path / "b.html").write_text("<p>b")
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(b"c"))
    (tmp_path / "d.json").write_text("{}")
    write_golden(golden(tmp_path / "a", title="x"))
    found = [(Path(p.name).name, p.content, p.url) for p in read_saved(tmp_path)]
    assert [
        ("page.html", PAGE.encode(), URL),
        ("b.html", b"<p>b", None),
        ("c.txt.gz", b"c", None),
    ] == found


def test_json_lines(tmp_path: Path) -> None:
    """A line is a page; the names of its keys are those in use."""
    lines = [
        {"url": URL, "html": "<p>a", "content_type": "text/html"},
        {"body": "b", "url": None},
    ]
    path = tmp_path / "pages.jsonl.gz"
    text = "\n\n".join(map(json.dumps, lines))
    path.write_bytes(gzip.compress(text.encode()))
    one, other = read_saved(path)
    assert ("<p>a", URL, "text/html") == (one.content, one.url, one.content_type)
    assert ("b", None, f"{path}:3") == (other.content, other.url, other.name)


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.jsonl", "{", "a.jsonl:1: is no JSON"),
        ("a.jsonl", "[]", "holds no object"),
        ("a.jsonl", '{"url": "x"}', "has no text in html"),
        ("a.warc", "HTTP/1.1", "is no WARC"),
        ("a.warc", "WARC/1.0\r\nA: b\r\n\r\n", "does not say how long"),
        ("b.html/x", "", "no such file"),
    ],
)
def test_unusable_files(tmp_path: Path, name: str, text: str, reason: str) -> None:
    """A file that is not what its name says is an error that names the place."""
    path = tmp_path / name
    if path.parent.exists():
        path.write_text(text, "utf-8")
    with pytest.raises(GoldenPageError, match=reason):
        list(read_saved(path))


@pytest.mark.parametrize("zipped", [False, True])
def test_warc(tmp_path: Path, *, zipped: bool) -> None:
    """Only pages of responses are yielded, decoded as HTTP says."""
    chunked = b"4\r\n<p>b\r\n1\r\nc\r\n0\r\n\r\n"
    records = [
        _record("warcinfo", "", b"software: x"),
        _record("request", URL, b"GET / HTTP/1.1\r\n\r\n"),
        _record("response", f"<{URL}>", _answer(b"<p>a")),
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
    found = list(read_saved(path))
    assert [b"<p>a", b"<p>bc", b"<p>d"] == [page.content for page in found]
    assert {URL} == {page.url for page in found}
    assert "text/html; charset=utf-8" == found[0].content_type
    assert f"{path}:3" == found[0].name
