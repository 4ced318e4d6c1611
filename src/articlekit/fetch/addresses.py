"""Which addresses may be asked: http and https, and the open internet only."""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import SplitResult, urlsplit

from articlekit.errors import ConnectError, RefusedAddressError

SCHEMES: Final = ("http", "https")
# Networks of IPv6 whose last four bytes are an address of IPv4 that is really asked.
_TRANSLATED: Final = (IPv6Network("64:ff9b::/96"), IPv6Network("::/96"))

_Address = IPv4Address | IPv6Address


def check_url(url: str) -> SplitResult:
    """Split *url*, or refuse it.

    Raises:
        RefusedAddressError: It is not of http or https, has no host, or carries a
            name and password.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise RefusedAddressError(url, "it is no address") from error
    if parts.scheme not in SCHEMES:
        raise RefusedAddressError(url, "only http and https are fetched")
    if not parts.hostname or port == 0:
        raise RefusedAddressError(url, "it names no host")
    if parts.username is not None or parts.password is not None:
        raise RefusedAddressError(url, "it carries a name or a password")
    return parts


def resolve(url: str, host: str, port: int, *, allow_private: bool) -> str:
    """Return the one IP address of *host* that is to be asked.

    The name is looked up here, once, and the connection goes to the address that
    was checked: a name that answers differently the second time gains nothing.

    Args:
        url: What is fetched, for the error.
        host: Name or address.
        port: Its port.
        allow_private: Whether addresses off the open internet may be asked.

    Raises:
        RefusedAddressError: One of the host's addresses is private.
        ConnectError: The host has no address.
    """
    found = _look_up(url, host, port)
    for each in found:
        if not (allow_private or is_public(ip_address(each))):
            raise RefusedAddressError(url, f"{host} is at {each}, a private address")
    return found[0]


def is_public(address: _Address) -> bool:
    """Say whether *address* is one of the open internet, also where it is wrapped."""
    if isinstance(address, IPv6Address) and (inner := _wrapped(address)):
        return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved


def _wrapped(address: IPv6Address) -> IPv4Address | None:
    """Return the address of IPv4 that *address* stands for, or None."""
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour
    if address.teredo:
        return address.teredo[1]
    if address.is_loopback or address.is_unspecified:
        return None
    if any(address in network for network in _TRANSLATED):
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return None


def _look_up(url: str, host: str, port: int) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ConnectError(url, f"{host} has no address") from error
    # A zone ("fe80::1%eth0") is no part of the address.
    return tuple(str(entry[4][0]).partition("%")[0] for entry in found)
