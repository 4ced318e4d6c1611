"""The example package: as it stands, and installed into a fresh environment."""

import shutil
from pathlib import Path
from typing import Final

import pytest
from tests.testing.conftest import ROOT, Fresh

from articlekit.testing import find_golden
from articlekit.testing.laws import find_faults
from articlekit.testing.lint import lint
from articlekit.testing.targets import load_target

EXAMPLE: Final = ROOT / "examples" / "articlekit-example"


def test_example_is_in_order() -> None:
    """Its golden pages and the laws hold, and there is nothing to remark."""
    (profile,) = load_target(str(EXAMPLE))
    pages = find_golden(EXAMPLE / "tests" / "golden")
    assert () == lint([profile], pages)
    assert () == find_faults(profile, pages, examples=10, seconds=60)
    assert {"story", "archive"} == {layout.name for layout in profile.layouts}
    assert 2 == len(pages)


@pytest.mark.slow
def test_example_is_found_where_it_is_installed(fresh: Fresh, tmp_path: Path) -> None:
    """Built and installed, its profile is found by the host, and its tests pass."""
    home = tmp_path / "example"
    shutil.copytree(EXAMPLE, home, ignore=shutil.ignore_patterns("__pycache__"))
    fresh.run("pip install 'articlekit[cli,testing]'", tmp_path)
    fresh.run(f"pip wheel --no-deps -w {fresh.wheels} .", home)
    fresh.run("pip install articlekit-example", tmp_path)
    shutil.rmtree(home / "src")

    rows = fresh.run("articlekit profile list tidewater", tmp_path).splitlines()
    assert [
        "tidewater.example",
        "articlekit_example:PROFILE",
        "articlekit-example",
    ] == (rows[1].split())
    page = home / "tests" / "golden" / "market-roof" / "page.html"
    assert "By Maeve Thornbury\n" == fresh.run(
        f"articlekit parse {page} --field byline", tmp_path
    )
    assert "✓" in fresh.run("articlekit profile doctor", tmp_path)
    out = fresh.run("python -m pytest -p no:cacheprovider", home)
    pages = find_golden(home / "tests" / "golden")
    # A test a field, one for each page as a whole, and the laws.
    assert f"{sum(len(p.expected) for p in pages) + len(pages) + 1} passed" in out
