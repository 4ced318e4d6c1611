"""The profile of a page is that of its address: the caller's, else its own."""

import pytest
from tests.profiles.pages import PAGE, URL, courier

import articlekit
from articlekit import Profile, Registry
from articlekit.rules import const

_OTHER = "https://other.example/story"


@pytest.mark.parametrize(
    ("head", "url", "used"),
    [
        ("", URL, True),
        ("", None, False),
        ("", _OTHER, False),
        (f'<link rel="canonical" href="{URL}">', None, True),
        (f'<meta property="og:url" content="{URL}">', None, True),
        (f'<link rel="canonical" href="{URL}">', _OTHER, False),
        (f'<link rel="canonical" href="{_OTHER}">', URL, True),
    ],
)
def test_the_callers_address_decides(head: str, url: str | None, used: bool) -> None:  # noqa: FBT001 - a case
    """What the page says of itself counts only where the caller says nothing."""
    page = PAGE.replace("<head>", "<head>" + head)
    profiles = (courier(section=const("Nord")),)
    article = articlekit.parse(page, url=url, profiles=profiles)
    assert (article.section == "Nord") is used


@pytest.mark.parametrize("first", [0, 1])
def test_a_profile_that_replaces_another_wins(first: int) -> None:
    """In a registry built by hand, whatever the order."""
    old = courier(section=const("Vieux"))
    new = Profile(
        name="new", hosts=old.hosts, replaces=("courier",), section=const("Neuf")
    )
    pair = (old, new) if first == 0 else (new, old)
    registry = Registry(pair)
    assert registry.find(URL) is new
    assert articlekit.parse(PAGE, url=URL, profiles=registry).section == "Neuf"


def test_hosts_are_those_of_addresses() -> None:
    """The prefixes of mobile pages name the same site, in profiles too."""
    profile = Profile(name="mobile", hosts=("m.courier.example",))
    assert Registry((profile,)).find("https://amp.courier.example/x") is profile


def test_a_profile_without_rules_changes_no_value() -> None:
    """Nor does one whose rules find nothing."""
    plain = articlekit.parse(PAGE, url=URL, profiles=())
    assert articlekit.parse(PAGE, url=URL, profiles=(courier(),)) == plain
