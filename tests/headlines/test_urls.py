"""Addresses."""

import pytest

from articlekit.text.urls import (
    absolute,
    host_of,
    page_base,
    page_key,
    same_page,
    same_site,
    without_tracking,
)

BASE = "https://www.example.org/news/today/index.html?x=1"


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("/story", "https://www.example.org/story"),
        ("story", "https://www.example.org/news/today/story"),
        ("../story", "https://www.example.org/news/story"),
        ("?page=2", "https://www.example.org/news/today/index.html?page=2"),
        ("//cdn.example.org/a.jpg", "https://cdn.example.org/a.jpg"),
        ("http://other.example/a b", "http://other.example/a%20b"),
        ("https://other.example/x/../y", "https://other.example/y"),
        (" \n/sto\nry\t", "https://www.example.org/story"),
        ("/a/../b", "https://www.example.org/b"),
    ],
)
def test_absolute(href: str, expected: str) -> None:
    """Relative and odd addresses become absolute ones."""
    assert expected == absolute(BASE, href)


@pytest.mark.parametrize(
    "href",
    [
        "", None, "javascript:void(0)", "JavaScript:x", "data:image/gif;base64,R0",
        "mailto:desk@example.org", "tel:+4930", "http://", "http:story", "http://[::1",
        "http://exa mple/x", "ftp://example.org/x", "https://user:pw@example.org/",
        "/" + "x" * 9_000,
    ],
)  # fmt: skip
def test_unusable_addresses_are_dropped(href: str | None) -> None:
    """Other schemes, broken and endless addresses give None."""
    assert absolute(BASE, href) is None


def test_relative_without_a_base() -> None:
    """A relative address leads nowhere where no base is known."""
    assert absolute(None, "/story") is None
    assert absolute("no address", "/story") is None
    assert "https://a.example/x" == absolute(None, "https://a.example/x")


def test_base_element() -> None:
    """The base element counts from the page's own address; a bad one is ignored."""
    assert "https://www.example.org/en/" == page_base(BASE, "/en/")
    assert BASE == page_base(BASE, "javascript:alert(1)")
    assert page_base(None, "/en/") is None


def test_tracking_leaves_and_the_rest_stays() -> None:
    """Only what tells where a visitor came from is dropped."""
    url = "https://a.example/s?id=7&utm_source=feed&fbclid=x#xtor=RSS-3"
    assert "https://a.example/s?id=7" == without_tracking(url)
    assert "https://a.example/s#entry-5" == without_tracking(
        "https://a.example/s?utm_id=1#entry-5"
    )
    assert "https://a.example/s?cid=7" == without_tracking("https://a.example/s?cid=7")


def test_same_page() -> None:
    """Scheme, www, tracking, fragment and index file make no difference; queries do."""
    assert same_page(
        "http://www.a.example/b/index.html?utm_id=1#c", "https://a.example/b/"
    )
    assert same_page("https://m.a.example/b", "https://a.example/b")
    assert not same_page("https://a.example/b?id=1", "https://a.example/b?id=2")
    assert not same_page(None, "https://a.example/b")
    assert page_key("https://a.example/b") == "a.example/b"


def test_same_site() -> None:
    """Hosts are compared without www and the like."""
    assert same_site("https://www.a.example/x", "http://a.example/y")
    assert not same_site("https://a.example/x", "https://b.example/x")
    assert not same_site(None, None)
    assert host_of("no address") == ""
