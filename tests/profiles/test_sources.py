"""The profiles that come with the library: one file a site, found by an index."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Final

import pytest

import articlekit.profiles.sources
from articlekit import Profile, Registry
from articlekit.profiles.claims import built_in_claims
from articlekit.profiles.hosts import host_key

FOLDER: Final = Path(next(iter(articlekit.profiles.sources.__path__)))
NAMES: Final = sorted(p.stem for p in FOLDER.glob("*.py") if p.stem != "__init__")


def _profile(name: str) -> Profile:
    module = import_module(f"articlekit.profiles.sources.{name}")
    profile: Profile = module.PROFILE
    return profile


def test_the_index_and_the_folder_are_the_same() -> None:
    """Each file has its hosts in the index, and nothing else stands there."""
    indexed = sorted((claim.host, str(claim)) for claim in built_in_claims().claims)
    written = sorted(
        (host, f"articlekit.profiles.sources.{name}:PROFILE")
        for name in NAMES
        for host in _profile(name).hosts
    )
    assert indexed == written


@pytest.mark.parametrize("name", NAMES)
def test_a_source_is_well_made(name: str) -> None:
    """It is named as its file, has a rule, and its module says whose it is."""
    profile = _profile(name)
    module = import_module(f"articlekit.profiles.sources.{name}")
    assert profile.name == name
    assert profile.fields
    assert all(host == host_key(host) for host in profile.hosts)
    assert (module.__doc__ or "").startswith(f"{profile.hosts[0]}: ")


def test_no_two_sources_claim_a_host() -> None:
    """All of them make one registry."""
    assert len(list(Registry(tuple(map(_profile, NAMES))))) == len(NAMES)


def test_sources_of_many_countries() -> None:
    """Forty sites and more, in twelve languages and more."""
    languages = {(_profile(name).language or "").partition("-")[0] for name in NAMES}
    assert len(NAMES) >= 40
    assert len(languages - {""}) >= 12


def test_a_source_is_imported_alone() -> None:
    """A page of one site imports its profile and no other."""
    code = (
        "import sys, articlekit; articlekit.parse('<p>x</p>', url='https://mk.co.kr/x');"
        "print(*sorted(m for m in sys.modules if '.sources.' in m))"
    )
    out = subprocess.check_output([sys.executable, "-c", code], text=True)
    assert out.split() == ["articlekit.profiles.sources.mk_co_kr"]
