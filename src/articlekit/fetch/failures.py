"""What httpx and httpcore raise, as errors of ours."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

import httpcore
import httpx

from articlekit.errors import (
    BrokenResponseError,
    ConnectError,
    FetchTimeoutError,
    RefusedAddressError,
)

_BROKEN: Final = (
    httpcore.ProtocolError,
    httpcore.ReadError,
    httpcore.WriteError,
    httpx.HTTPError,
)


@contextmanager
def errors_of(url: str, wait: float) -> Generator[None]:
    """Raise our errors for those of the connection.

    Args:
        url: What is fetched.
        wait: Seconds that one wait may take.
    """
    try:
        yield
    except httpcore.TimeoutException as error:
        raise FetchTimeoutError(url, wait) from error
    except httpcore.ConnectError as error:
        raise ConnectError(url, str(error)) from error
    except httpx.InvalidURL as error:
        raise RefusedAddressError(url, "it is no address") from error
    except _BROKEN as error:
        reason = str(error) or type(error).__name__
        raise BrokenResponseError(url, reason) from error
