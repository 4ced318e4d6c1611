"""Profiles are found by host, and only one claims each."""

import pickle

import pytest

import articlekit
from articlekit import Profile, ProfileConflictError, Registry, RuleError

COURIER = Profile(name="courier", hosts=("courier.example",), timezone="Europe/Paris")
WIDE = Profile(name="wide", hosts=("*.courier.example",), language="fr")
NARROW = Profile(name="narrow", hosts=("*.nord.courier.example",))
REGISTRY = Registry((COURIER, WIDE, NARROW))


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://courier.example/a", COURIER),
        ("https://www.courier.example/a", COURIER),
        ("http://sport.courier.example:8080/a?b=c", WIDE),
        ("https://a.nord.courier.example/", NARROW),
        ("https://notcourier.example/", None),
        ("https://example/", None),
        ("no address", None),
        (None, None),
    ],
)
def test_a_host_finds_its_profile(url: str | None, found: Profile | None) -> None:
    """The host goes before wildcards, a longer wildcard before a shorter one."""
    assert REGISTRY.find(url) is found


def test_two_claims_on_a_host_are_an_error() -> None:
    """The error names the host and both profiles."""
    other = Profile(name="other", hosts=("courier.example",))
    with pytest.raises(ProfileConflictError) as caught:
        Registry((COURIER, other))
    assert caught.value.host == "courier.example"
    assert caught.value.names == ("courier", "other")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


@pytest.mark.parametrize(
    "host",
    ["Courier.example", "https://courier.example", "www.courier.example", "", "a:80"],
)
def test_a_host_is_written_as_a_host(host: str) -> None:
    """Scheme, port, capitals and "www." are refused when a profile is built."""
    with pytest.raises(RuleError):
        Profile(name="wrong", hosts=(host,))


def test_a_profile_knows_the_zone_of_its_times() -> None:
    """A time without zone is read in the zone of the page's profile."""
    page = (
        "<html><head><title>Bridge reopens</title></head><body><article><h1>Bridge reopens</h1>"
        "<time datetime='2026-03-14T08:30:00'>14 March 2026, 8:30</time><p>"
        + "The bridge over the harbour mouth is open again after two years of repairs. "
        * 5
        + "</p></article></body></html>"
    )
    address = "https://courier.example/bridge"
    with_profile = articlekit.parse(page, url=address, profiles=(COURIER,)).published
    without = articlekit.parse(page, url=address, profiles=()).published
    assert with_profile is not None
    assert without is not None
    assert with_profile.value is not None
    assert with_profile.value.isoformat() == "2026-03-14T08:30:00+01:00"
    assert with_profile.zone == "assumed"
    assert without.zone == "unknown"


def test_a_registry_is_a_value() -> None:
    """Registries compare, iterate and travel between processes."""
    assert pickle.loads(pickle.dumps(REGISTRY)) == REGISTRY
    assert list(REGISTRY) == [COURIER, WIDE, NARROW]
    assert Registry.of(REGISTRY) is REGISTRY
