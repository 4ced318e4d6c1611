"""A real server on loopback that answers in good and bad ways."""

import gzip
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final

import pytest

PAGE: Final = "<!DOCTYPE html><h1>Fähre fährt wieder</h1>".encode("iso-8859-1")
_HTML: Final = "text/html; charset=iso-8859-1"


class _Handler(BaseHTTPRequestHandler):
    """Answers each path in its own way."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer as the first word of the path asks."""
        _ANSWERS[self.path.split("/")[1]](self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def give(self, body: bytes = PAGE, *, status: int = 200, **headers: str) -> None:
        """Answer with *body*."""
        self.send_response(status)
        for name, value in {"content_type": _HTML, **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def drip(self, start: bytes) -> None:
        """Send *start*, then a byte now and then, without end."""
        self.wfile.write(start)
        self.close_connection = True
        try:
            while True:
                self.wfile.write(b"x")
                time.sleep(0.02)
        except OSError:
            return

    def cut(self, start: bytes) -> None:
        """Send *start* and hang up."""
        self.wfile.write(start)
        self.close_connection = True


def _deflated(body: bytes) -> bytes:
    made = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return made.compress(body) + made.flush()


_BOMB: Final = gzip.compress(bytes(5_000_000))
_ANSWERS: Final[dict[str, Callable[[_Handler], None]]] = {
    "page": lambda to: to.give(),
    "untyped": lambda to: to.cut(b"HTTP/1.0 200 OK\r\n\r\n" + PAGE),
    "agent": lambda to: to.give(to.headers["User-Agent"].encode()),
    "moved": lambda to: to.give(b"", status=302, Location="/page/2#top"),
    "loop": lambda to: to.give(b"", status=301, Location="/loop"),
    "inside": lambda to: to.give(b"", status=302, Location="http://10.1.2.3/admin"),
    "file": lambda to: to.give(b"", status=302, Location="file:///etc/passwd"),
    "missing": lambda to: to.give(b"no", status=404),
    "gzip": lambda to: to.give(gzip.compress(PAGE), Content_Encoding="gzip"),
    "deflate": lambda to: to.give(_deflated(PAGE), Content_Encoding="deflate"),
    "bomb": lambda to: to.give(_BOMB, Content_Encoding="gzip"),
    "torn": lambda to: to.give(gzip.compress(PAGE)[:-9], Content_Encoding="gzip"),
    "false": lambda to: to.give(b"\x99" * 40, Content_Encoding="gzip"),
    "brotli": lambda to: to.give(b"\x99" * 40, Content_Encoding="br"),
    "noise": lambda to: to.cut(b"SSH-2.0-nothing\r\n"),
    "cut": lambda to: to.cut(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nab"),
    "slow-head": lambda to: to.drip(b"HTTP/1.1 200 OK\r\nX-A: "),
    "slow-body": lambda to: to.drip(b"HTTP/1.1 200 OK\r\n\r\n"),
    "silent": lambda _: time.sleep(0.6),
}


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Return the address of a server that is there for the whole session."""
    made = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    made.server_close()
    thread.join()
