"""One page, over http or https."""

from datetime import UTC, datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

import attrs
from attrs.validators import ge, gt

from articlekit.errors import (
    MissingExtraError,
    RedirectError,
    ResponseSizeError,
    StatusError,
)
from articlekit.fetch.addresses import check_url
from articlekit.fetch.clock import Clock
from articlekit.fetch.decoding import ACCEPTED, decoded

if TYPE_CHECKING:
    import httpx

_FAILED: Final = 400
# A site may answer a program it does not know with a wall; this says who asks.
_AGENT: Final = "Mozilla/5.0 (compatible; articlekit)"


@attrs.frozen(kw_only=True)
class FetchLimits:
    """Bounds on fetching one page.

    Attributes:
        wait: Seconds to wait for a connection, or for the next bytes.
        deadline: Seconds for everything together, redirects too.
        bytes: Length of the page, after its compression is undone.
        redirects: How many times the server may send us elsewhere.
    """

    wait: float = attrs.field(default=10.0, validator=gt(0))
    deadline: float = attrs.field(default=30.0, validator=gt(0))
    bytes: int = attrs.field(default=20_000_000, validator=gt(0))
    redirects: int = attrs.field(default=10, validator=ge(0))


DEFAULT_FETCH_LIMITS: Final = FetchLimits()


@attrs.frozen(kw_only=True)
class Fetched:
    """A page as it came.

    Attributes:
        url: Where it was in the end, after redirects.
        asked: The address that was asked for.
        status: The HTTP status, below 400.
        content_type: The header of that name, or None; `articlekit.parse` takes
            it as it is.
        content: The page's bytes, compression undone, not decoded.
        at: When it was fetched, in UTC.
    """

    url: str
    asked: str
    status: int
    content_type: str | None
    content: bytes = attrs.field(repr=False)
    at: datetime


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    limits: FetchLimits = DEFAULT_FETCH_LIMITS,
) -> Fetched:
    """Fetch one page.

    Proxies and netrc files of the environment are not used, and no cookie outlives
    the call.

    Args:
        url: Its address, of http or https.
        allow_private: Whether hosts of loopback, private and link-local networks
            may be asked. A redirect, and what a name resolves to, count as well.
        limits: What it may cost.

    Raises:
        MissingExtraError: httpx is not installed.
        FetchError: `RefusedAddressError`, `ConnectError`, `FetchTimeoutError`,
            `RedirectError`, `StatusError`, `ResponseSizeError` or
            `BrokenResponseError`.
    """
    _check_extra()
    from articlekit.fetch.failures import errors_of

    clock = Clock(url, limits.deadline)
    at = url
    with _client(clock, limits, allow_private=allow_private) as client:
        for _ in range(limits.redirects + 1):
            clock.url = at = check_url(at)._replace(fragment="").geturl()
            with errors_of(at, limits.wait), client.stream("GET", at) as answer:
                if not answer.has_redirect_location:
                    return _read(answer, url, at, limits)
                at = urljoin(at, answer.headers["location"])
    raise RedirectError(url, limits.redirects)


def _client(
    clock: Clock, limits: FetchLimits, *, allow_private: bool
) -> "httpx.Client":
    import httpx

    from articlekit.fetch.transport import CheckedTransport

    return httpx.Client(
        transport=CheckedTransport(clock, allow_private=allow_private),
        timeout=limits.wait,
        trust_env=False,
        headers={
            "User-Agent": _AGENT,
            "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
            "Accept-Encoding": ACCEPTED,
        },
    )


def _read(
    answer: "httpx.Response", asked: str, at: str, limits: FetchLimits
) -> Fetched:
    if answer.status_code >= _FAILED:
        raise StatusError(at, answer.status_code)
    return Fetched(
        url=at,
        asked=asked,
        status=answer.status_code,
        content_type=answer.headers.get("content-type"),
        content=_body_of(answer, at, limits.bytes),
        at=datetime.now(UTC),
    )


def _body_of(answer: "httpx.Response", at: str, most: int) -> bytes:
    """Read the body, no further than *most* bytes."""
    encoding = answer.headers.get("content-encoding", "")
    body = bytearray()
    for piece in decoded(at, answer.iter_raw(), encoding):
        body += piece
        if len(body) > most:
            raise ResponseSizeError(at, most)
    return bytes(body)


def _check_extra() -> None:
    if find_spec("httpx") is None:
        raise MissingExtraError(extra="fetch", module="httpx")
