"""Fetching a page, from a real server on loopback."""

import pickle
import socket
import sys
import time
from datetime import UTC, datetime
from ipaddress import ip_address

import pytest

from articlekit.errors import MissingExtraError
from articlekit.fetch import (
    BrokenResponseError,
    ConnectError,
    FetchError,
    FetchLimits,
    FetchTimeoutError,
    RedirectError,
    RefusedAddressError,
    ResponseSizeError,
    StatusError,
    fetch,
)
from articlekit.fetch.addresses import is_public

_PAGE = "<!DOCTYPE html><h1>Fähre fährt wieder</h1>".encode("iso-8859-1")


def test_page_comes_as_it_is(server: str) -> None:
    """The bytes are not decoded, and the content type is kept beside them."""
    before = datetime.now(UTC)
    found = fetch(f"{server}/page", allow_private=True)
    assert _PAGE == found.content
    assert "text/html; charset=iso-8859-1" == found.content_type
    assert (200, f"{server}/page", f"{server}/page") == (
        found.status,
        found.url,
        found.asked,
    )
    assert before <= found.at <= datetime.now(UTC)


def test_page_without_content_type(server: str) -> None:
    """A server that does not say what it sends gives None."""
    assert fetch(f"{server}/untyped", allow_private=True).content_type is None


def test_we_say_who_asks(server: str) -> None:
    """The server learns the name of the program."""
    assert b"articlekit" in fetch(f"{server}/agent", allow_private=True).content


def test_redirect_is_followed(server: str) -> None:
    """The page of a redirect carries the address that it came from, and the first."""
    found = fetch(f"{server}/moved", allow_private=True)
    assert (f"{server}/page/2", f"{server}/moved") == (found.url, found.asked)


def test_endless_redirects(server: str) -> None:
    """A page that leads to itself is given up."""
    limits = FetchLimits(redirects=3)
    with pytest.raises(RedirectError, match="more than 3 times"):
        fetch(f"{server}/loop", allow_private=True, limits=limits)


@pytest.mark.parametrize("path", ["gzip", "deflate"])
def test_compression_is_undone(server: str, path: str) -> None:
    """Compressed pages come as they were before."""
    assert _PAGE == fetch(f"{server}/{path}", allow_private=True).content


@pytest.mark.parametrize("path", ["torn", "false", "brotli", "noise", "cut"])
def test_broken_answers(server: str, path: str) -> None:
    """What is no whole answer of HTTP is an error of its own."""
    with pytest.raises(BrokenResponseError, match=path):
        fetch(f"{server}/{path}", allow_private=True)


@pytest.mark.parametrize("path", ["page", "bomb"])
def test_length_is_bounded(server: str, path: str) -> None:
    """A page longer than allowed is refused, also where it is short compressed."""
    limits = FetchLimits(bytes=40)
    with pytest.raises(ResponseSizeError, match="longer than 40 bytes"):
        fetch(f"{server}/{path}", allow_private=True, limits=limits)


def test_page_of_exactly_the_length_passes(server: str) -> None:
    """The bound itself is allowed."""
    limits = FetchLimits(bytes=len(_PAGE))
    found = fetch(f"{server}/page", allow_private=True, limits=limits)
    assert _PAGE == found.content


@pytest.mark.parametrize("path", ["slow-head", "slow-body"])
def test_dripping_server_is_left(server: str, path: str) -> None:
    """A server that sends a byte now and then cannot hold us past the deadline."""
    limits = FetchLimits(wait=5.0, deadline=0.3)
    start = time.monotonic()
    with pytest.raises(FetchTimeoutError):
        fetch(f"{server}/{path}", allow_private=True, limits=limits)
    assert time.monotonic() - start < 2


def test_silent_server_is_left(server: str) -> None:
    """A server that says nothing is left after the wait."""
    limits = FetchLimits(wait=0.1)
    with pytest.raises(FetchTimeoutError, match=r"longer than 0\.1 s"):
        fetch(f"{server}/silent", allow_private=True, limits=limits)


def test_status_of_failure(server: str) -> None:
    """A page that is not there is an error that holds the status."""
    with pytest.raises(StatusError) as caught:
        fetch(f"{server}/missing", allow_private=True)
    assert 404 == caught.value.status


def test_nobody_listens() -> None:
    """A port without a server is no connection."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        with pytest.raises(ConnectError):
            fetch(f"http://127.0.0.1:{port}/", allow_private=True)


def test_unknown_host() -> None:
    """A name without address is no connection."""
    with pytest.raises(ConnectError, match="has no address"):
        fetch("http://nowhere.invalid/")


def test_loopback_is_refused(server: str) -> None:
    """Without leave no private address is asked."""
    with pytest.raises(RefusedAddressError, match="a private address"):
        fetch(f"{server}/page")


def test_redirect_to_a_private_address_is_refused(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a redirect leads to is checked as the first address is."""
    # Only the server of this test counts as public here.
    monkeypatch.setattr(
        "articlekit.fetch.addresses.is_public",
        lambda address: address.is_loopback or is_public(address),
    )
    assert _PAGE == fetch(f"{server}/page").content
    with pytest.raises(RefusedAddressError, match=r"10\.1\.2\.3"):
        fetch(f"{server}/inside")


def test_name_of_a_private_address_is_refused() -> None:
    """What a name resolves to is checked, not how it is written."""
    with pytest.raises(RefusedAddressError, match="localhost is at"):
        fetch("http://localhost:1/")


def test_one_private_address_among_several_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A name with a public and a private address is refused."""
    entries = [(0, 0, 0, "", ("93.184.216.34", 80)), (0, 0, 0, "", ("10.0.0.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: entries)
    with pytest.raises(RefusedAddressError, match=r"10\.0\.0\.1"):
        fetch("http://two.example/")


def test_redirect_to_a_file_is_refused(server: str) -> None:
    """A redirect cannot leave http and https."""
    with pytest.raises(RefusedAddressError, match="only http and https"):
        fetch(f"{server}/file", allow_private=True)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.com/a",
        "javascript:alert(1)",
        "/etc/passwd",
        "http://",
        "http://[::1/",
        "http://a:b@example.com/",
        "http://example.com:99999/",
        "http://example.com:0/",
        "http://exa mple.com/",
        "",
    ],
)
def test_refused_addresses(url: str) -> None:
    """What is no plain address of the web is refused before anything is asked."""
    with pytest.raises(FetchError) as caught:
        fetch(url)
    assert isinstance(caught.value, RefusedAddressError | ConnectError)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "2001:db8::1",
    ],
)
def test_private_addresses(address: str) -> None:
    """Addresses off the open internet are known, however they are written."""
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"]
)
def test_public_addresses(address: str) -> None:
    """Addresses of the open internet are known."""
    assert is_public(ip_address(address))


def test_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without httpx the error names the extra to install."""
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(MissingExtraError, match=r"articlekit\[fetch\]"):
        fetch("https://example.com/")


@pytest.mark.parametrize(
    "error",
    [
        RefusedAddressError("u", "r"),
        ConnectError("u", "r"),
        FetchTimeoutError("u", 1.0),
        RedirectError("u", 3),
        StatusError("u", 404),
        ResponseSizeError("u", 9),
        BrokenResponseError("u", "r"),
    ],
)
def test_errors_pickle(error: FetchError) -> None:
    """Every error travels between processes with its message."""
    copy = pickle.loads(pickle.dumps(error))
    assert (type(error), str(error)) == (type(copy), str(copy))
