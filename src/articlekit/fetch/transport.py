"""The connection: to the address that was checked, and within the deadline.

httpx times each read alone, so a server that sends a byte now and then could hold a
fetch for hours; and it resolves names itself, after any check of ours. Both are
settled one layer below, where httpcore opens the connection.
"""

import ssl
from collections.abc import Iterable, Iterator

import attrs
import httpcore
import httpx

from articlekit.fetch.addresses import resolve
from articlekit.fetch.clock import Clock

_Options = Iterable[httpcore.SOCKET_OPTION] | None


@attrs.define
class _TimedStream(httpcore.NetworkStream):
    """A connection whose every wait ends with the deadline."""

    inner: httpcore.NetworkStream
    clock: Clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.inner.read(max_bytes, self.clock.wait(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.inner.write(buffer, self.clock.wait(timeout))

    def close(self) -> None:
        self.inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        wait = self.clock.wait(timeout)
        made = self.inner.start_tls(ssl_context, server_hostname, wait)
        return _TimedStream(made, self.clock)

    def get_extra_info(self, info: str) -> object:
        return self.inner.get_extra_info(info)


@attrs.define
class _CheckedBackend(httpcore.NetworkBackend):
    """Opens connections to checked addresses."""

    clock: Clock
    allow_private: bool

    def connect_tcp(  # noqa: PLR0917 - the form that httpcore asks for
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: _Options = None,
    ) -> httpcore.NetworkStream:
        address = resolve(self.clock.url, host, port, allow_private=self.allow_private)
        made = httpcore.SyncBackend().connect_tcp(
            address, port, self.clock.wait(timeout), local_address, socket_options
        )
        return _TimedStream(made, self.clock)


@attrs.define
class _Stream(httpx.SyncByteStream):
    """The bytes of a response."""

    inner: httpcore.Response

    def __iter__(self) -> Iterator[bytes]:
        yield from self.inner.iter_stream()

    def close(self) -> None:
        self.inner.close()


class CheckedTransport(httpx.BaseTransport):
    """A transport of httpx that asks no private address and keeps the deadline.

    Args:
        clock: The seconds that are left.
        allow_private: Whether private addresses may be asked.
    """

    def __init__(self, clock: Clock, *, allow_private: bool) -> None:
        """Make the transport."""
        backend = _CheckedBackend(clock, allow_private)
        self._pool = httpcore.ConnectionPool(network_backend=backend)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send *request* and return the response, its body not read yet."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=url.raw_scheme,
                    host=url.raw_host,
                    port=url.port,
                    target=url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.read(),
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Stream(answer)
        )

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()
