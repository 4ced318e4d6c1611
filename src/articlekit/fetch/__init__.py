"""Fetching one page, for those who write profiles; the extra `fetch` brings httpx.

Parsing never imports this. Only addresses of the open internet are asked, over http
and https; what comes back is bytes and the header that says what they are:

    page = fetch("https://example.com/story")
    articlekit.parse(page.content, url=page.url, content_type=page.content_type)
"""

from articlekit.errors import (
    BrokenResponseError,
    ConnectError,
    FetchError,
    FetchTimeoutError,
    RedirectError,
    RefusedAddressError,
    ResponseSizeError,
    StatusError,
)
from articlekit.fetch.page import (
    DEFAULT_FETCH_LIMITS,
    Fetched,
    FetchLimits,
    fetch,
)

__all__ = [
    "DEFAULT_FETCH_LIMITS",
    "BrokenResponseError",
    "ConnectError",
    "FetchError",
    "FetchLimits",
    "FetchTimeoutError",
    "Fetched",
    "RedirectError",
    "RefusedAddressError",
    "ResponseSizeError",
    "StatusError",
    "fetch",
]
