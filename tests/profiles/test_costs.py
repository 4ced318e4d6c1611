"""What profiles cost that are installed and not needed."""

import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

from articlekit.profiles.claims import INDEX, installed_claims
from articlekit.profiles.installed import InstalledProfiles
from articlekit.profiles.registry import NO_PROFILES

MANY: Final = 2_000
_FIRST, _LATER = 0.020, 20e-6


def _one_package(place: Path) -> None:
    """Make one distribution whose package has an index of many hosts."""
    info = place / "ak_all-1.0.dist-info"
    info.mkdir()
    info.joinpath("entry_points.txt").write_text(
        "[articlekit.profiles]\nall = ak_all\n"
    )
    package = place / "ak_all"
    package.mkdir()
    package.joinpath("__init__.py").write_text("raise SystemExit\n")
    rows = (f"site{n}.example\tak_all.site{n}:PROFILE\n" for n in range(MANY))
    package.joinpath(INDEX).write_text("".join(rows))


def _some_packages(place: Path) -> None:
    """Make four distributions with an entry point a host."""
    for part in range(4):
        info = place / f"ak_part{part}-1.0.dist-info"
        info.mkdir()
        rows = (
            f"site{n}.example = ak_part{part}.site{n}:PROFILE\n"
            for n in range(part, MANY, 4)
        )
        info.joinpath("entry_points.txt").write_text(
            "[articlekit.profiles]\n" + "".join(rows)
        )


@pytest.mark.parametrize("install", [_one_package, _some_packages])
def test_many_profiles_cost_little(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, install: object
) -> None:
    """2,000 of them add under 20 ms to the first page and 20 µs to each later one."""
    assert callable(install)
    install(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    url = "https://www.nothing-here.example/story"
    first: list[float] = []
    later: list[float] = []
    for _ in range(5):
        start = time.process_time()
        registry = InstalledProfiles(installed_claims([str(tmp_path)]))
        assert registry.lookup(url).profile is None
        first.append(time.process_time() - start)
        start = time.process_time()
        for _ in range(1_000):
            registry.lookup(url)
        later.append((time.process_time() - start) / 1_000)
    assert len(registry.claims) == MANY
    assert min(first) < _FIRST
    assert min(later) < _LATER
    assert not [name for name in sys.modules if name.startswith("ak_")]


def test_a_page_without_a_profile_pays_next_to_nothing() -> None:
    """Looking up its host in an empty registry is all."""
    start = time.process_time()
    for _ in range(1_000):
        NO_PROFILES.lookup("https://nothing-here.example/story")
    assert (time.process_time() - start) / 1_000 < _LATER


def test_what_runs_rules_is_imported_late() -> None:
    """A page of a host without profile loads none of it."""
    code = (
        "import sys, articlekit; articlekit.parse('<p>x</p>', url='https://a.example/x');"
        "print(*sorted(sys.modules))"
    )
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    late = {
        "articlekit.rules.profile",
        "articlekit.profiles.ruled",
        "articlekit.profiles.view",
        "articlekit.profiles.registry",
        "articlekit.reading.selecting",
        "cssselect",
        "bs4",
    }
    assert "articlekit.profiles.installed" in loaded
    assert late.isdisjoint(loaded)
