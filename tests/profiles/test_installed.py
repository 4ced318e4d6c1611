"""Installed profiles are known by metadata, and imported when their host comes up."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.profiles.pages import GENERIC, PAGE, URL

import articlekit
from articlekit import Profile, ProfileConflictError
from articlekit.profiles.claims import (
    INDEX,
    Claim,
    Claims,
    built_in_claims,
    installed_claims,
)
from articlekit.profiles.installed import InstalledProfiles, default_profiles
from articlekit.profiles.loading import load
from articlekit.rules import const

_HOST = "courier.example"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that modules are imported from, forgotten afterwards."""
    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - before:
        if name.startswith("ak_"):
            del sys.modules[name]
    load.cache_clear()


def _install(place: Path, name: str, points: str, module: str = "") -> None:
    """Make a distribution with entry points, and a module if it has a text."""
    info = place / f"{name}-1.0.dist-info"
    info.mkdir()
    text = f"[console_scripts]\nx = y:z\n\n[articlekit.profiles]\n{points}\n[other]\na = b:c\n"
    info.joinpath("entry_points.txt").write_text(text, "utf-8")
    if module:
        place.joinpath(f"{name}.py").write_text(module, "utf-8")


def _module(name: str = "plugin", hosts: str = f"'{_HOST}'", more: str = "") -> str:
    return (
        "from articlekit.rules import Profile, const\n"
        f"PROFILE = Profile(name='{name}', hosts=({hosts},),"
        f" title=const('{name}'){more})\n"
    )


def _parsed(place: Path, built_in: Claims | None = None) -> articlekit.Article:
    """Parse the page with what is installed in *place*."""
    claims = installed_claims([str(place)])
    registry = InstalledProfiles(claims, built_in or Claims())
    return articlekit.parse(PAGE, url=URL, profiles=registry)


def test_a_plugin_is_found_by_its_host(place: Path) -> None:
    """The name of the entry point is the host, its value the profile."""
    _install(place, "ak_one", f"{_HOST} = ak_one:PROFILE", _module())
    article = _parsed(place)
    assert (article.title, article.warnings) == ("plugin", ())


def test_nothing_is_imported_that_is_not_needed(place: Path) -> None:
    """Neither for another host nor to learn the hosts."""
    _install(place, "ak_one", f"{_HOST} = ak_one:PROFILE", _module())
    _install(place, "ak_two", "other.example = ak_two:PROFILE", "raise SystemExit")
    _install(place, "ak_many", "ak-many = ak_pack")
    pack = place / "ak_pack"
    pack.mkdir()
    pack.joinpath("__init__.py").write_text("raise SystemExit\n", "utf-8")
    pack.joinpath(INDEX).write_text("third.example\tak_pack.sites:A\n", "utf-8")
    assert _parsed(place).title == "plugin"
    assert "ak_one" in sys.modules
    assert not {"ak_two", "ak_pack"} & set(sys.modules)


def test_one_entry_point_carries_many_profiles(place: Path) -> None:
    """An index file beside the package names hosts; each profile loads alone."""
    _install(place, "ak_many", "many = ak_pack")
    pack = place / "ak_pack"
    pack.mkdir()
    pack.joinpath("__init__.py").write_text("", "utf-8")
    pack.joinpath("sites.py").write_text(_module(), "utf-8")
    pack.joinpath("others.py").write_text("raise SystemExit\n", "utf-8")
    pack.joinpath(INDEX).write_text(
        "# hosts of this package\n\nother.example\tak_pack.others:PROFILE\n"
        f"{_HOST}\tak_pack.sites:PROFILE\nbroken line\n",
        "utf-8",
    )
    article = _parsed(place)
    assert (article.title, article.warnings) == ("plugin", ())
    assert "ak_pack.others" not in sys.modules


def test_one_attribute_holds_many_profiles(place: Path) -> None:
    """The one that claims the host is taken."""
    module = (
        _module() + "PROFILES = (Profile(name='x', hosts=('x.example',)), PROFILE)\n"
    )
    _install(place, "ak_one", f"{_HOST} = ak_one:PROFILES", module)
    assert _parsed(place).title == "plugin"


@pytest.mark.parametrize(
    ("value", "module", "code", "said"),
    [
        ("ak_bad:PROFILE", "import nothing_like_it", "profile-import-failed", "ModuleNotFound"),
        ("ak_bad:PROFILE", "1 +", "profile-import-failed", "SyntaxError"),
        ("ak_bad:PROFILE", "raise SystemExit(1)", "profile-import-failed", "SystemExit"),
        ("ak_bad:PROFILE", _module(more=", titel=3"), "profile-import-failed", "TypeError"),
        ("ak_bad:PROFILE", _module(more=", dek=3"), "profile-import-failed", "RuleError"),
        ("ak_nowhere:PROFILE", "", "profile-import-failed", "ModuleNotFoundError"),
        ("ak_bad:PROFIL", _module(), "profile-not-there", "has no PROFIL"),
        ("ak_bad:PROFILE", "PROFILE = 'x'", "profile-wrong-type", "holds str"),
        ("ak_bad:PROFILE", "PROFILE = ()", "profile-wrong-type", "holds list"),
        ("ak_bad:PROFILE", "PROFILE = (1,)", "profile-wrong-type", "holds int"),
        ("ak_bad:PROFILE", _module(hosts="'x.example'"), "profile-host-not-claimed", _HOST),
    ],
)  # fmt: skip
def test_a_broken_plugin_is_a_warning(
    place: Path, value: str, module: str, code: str, said: str
) -> None:
    """The parse goes on generically, and the evidence says what is wrong, each time."""
    _install(place, "ak_bad", f"{_HOST} = {value}", module)
    for _ in range(2):
        article = _parsed(place)
        assert article.title == GENERIC.title
        assert article.warnings == (code,)
        (told,) = (e for e in article.evidence if e.rejected == code)
        assert (told.field, told.origin, told.locator) == ("profile", "profile", value)
        assert said in told.raw


@pytest.mark.parametrize("value", ["ak_nowhere", "ak_one:PROFILE", "ak_one", "..bad"])
def test_an_entry_point_without_hosts_is_a_warning(place: Path, value: str) -> None:
    """Its hosts cannot be known without importing it, so it is not used."""
    _install(place, "ak_one", f"courier = {value}", _module())
    article = _parsed(place)
    assert article.title == GENERIC.title
    assert article.warnings == ("profile-index-missing",)
    assert "ak_one" not in sys.modules


def test_two_plugins_on_one_host_are_a_warning(place: Path) -> None:
    """Neither is used; the evidence names both, whatever their order."""
    _install(place, "ak_two", f"{_HOST} = ak_two:PROFILE", _module("two"))
    _install(place, "ak_one", f"{_HOST} = ak_one:PROFILE", _module("one"))
    article = _parsed(place)
    assert article.title == GENERIC.title
    assert article.warnings == ("profile-conflict",)
    (told,) = (e for e in article.evidence if e.rejected == "profile-conflict")
    assert "ak_one:PROFILE and ak_two:PROFILE" in told.raw


def test_a_plugin_that_replaces_another_wins(place: Path) -> None:
    """By the other's name, as it says itself."""
    _install(place, "ak_one", f"{_HOST} = ak_one:PROFILE", _module("one"))
    more = ", replaces=('one',)"
    _install(place, "ak_two", f"{_HOST} = ak_two:PROFILE", _module("two", more=more))
    article = _parsed(place)
    assert (article.title, article.warnings) == ("two", ())


def test_a_broken_plugin_leaves_the_host_to_others(place: Path) -> None:
    """A second plugin, else the library's own profile."""
    _install(place, "ak_bad", f"{_HOST} = ak_bad:PROFILE", "1 +")
    place.joinpath("ak_own.py").write_text(_module("own"), "utf-8")
    own = Claims((Claim(_HOST, "ak_own", "PROFILE", "articlekit"),))
    article = _parsed(place, own)
    assert (article.title, article.warnings) == ("own", ("profile-import-failed",))
    _install(place, "ak_one", f"{_HOST} = ak_one:PROFILE", _module("one"))
    assert _parsed(place, own).title == "one"


def test_an_installed_profile_goes_before_a_built_in_one(place: Path) -> None:
    """On the same host; a host of its own goes before a wildcard."""
    place.joinpath("ak_own.py").write_text(_module("own"), "utf-8")
    own = Claims((Claim(_HOST, "ak_own", "PROFILE", "articlekit"),))
    assert _parsed(place, own).title == "own"
    _install(place, "ak_one", f"{_HOST} = ak_one:PROFILE", _module("one"))
    assert _parsed(place, own).title == "one"
    broken = Claims((Claim(_HOST, "ak_none", "PROFILE", "articlekit"),))
    assert InstalledProfiles(Claims(), broken).lookup(URL).trouble


def test_wildcards_of_plugins(place: Path) -> None:
    """A wildcard stands for the hosts below it."""
    _install(
        place, "ak_one", "*.example = ak_one:PROFILE", _module(hosts="'*.example'")
    )
    assert _parsed(place).title == "plugin"


def test_the_callers_profiles_go_first(place: Path) -> None:
    """Before all that is installed, on the hosts that they claim."""
    _install(place, "ak_one", f"{_HOST} = ak_one:PROFILE", _module("one"))
    registry = InstalledProfiles(installed_claims([str(place)]))
    mine = Profile(name="mine", hosts=(_HOST,), title=const("mine"))
    other = Profile(name="other", hosts=("x.example",), title=const("other"))
    for profiles, title in (((mine,), "mine"), ((other,), "one")):
        extended = registry.extended(profiles)
        assert articlekit.parse(PAGE, url=URL, profiles=extended).title == title
    with pytest.raises(ProfileConflictError):
        registry.extended((mine, Profile(name="too", hosts=(_HOST,))))
    assert registry.lookup(URL).profile == load("ak_one", "PROFILE")[0]


def test_the_first_of_two_copies_of_a_distribution_counts(place: Path) -> None:
    """As for modules: what is found first on the path."""
    _install(place, "ak_one", f"{_HOST} = ak_one:PROFILE", _module("one"))
    second = place / "second"
    second.mkdir()
    _install(second, "ak_one", f"{_HOST} = ak_two:PROFILE")
    found = installed_claims([str(place), str(second), str(place / "missing")])
    assert [str(claim) for claim in found.claims] == ["ak_one:PROFILE"]


def test_the_default_registry_is_used() -> None:
    """Without `profiles`, or with None; () means none."""
    assert default_profiles() is default_profiles()
    assert default_profiles().claims[-1] in built_in_claims().claims
    address = f"https://{built_in_claims().claims[0].host}/x"
    assert default_profiles().lookup(address).profile is not None
    assert articlekit.parse(PAGE, url=URL).title == GENERIC.title
