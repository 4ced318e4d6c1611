"""The laws of profiles, tried in a process of its own."""

import sys
from pathlib import Path

import attrs
import pytest
from tests.testing import sites
from tests.testing.pages import golden

from articlekit.errors import MissingExtraError, RuleError
from articlekit.rules import Profile
from articlekit.testing import GoldenPage, check_profile
from articlekit.testing.laws import Fault, find_faults


@pytest.fixture
def page(tmp_path: Path) -> GoldenPage:
    """Return a golden page that is right."""
    return golden(tmp_path / "ferry", title="Ferry returns to Penmoor")


def _faults(profile: Profile, *pages: GoldenPage) -> dict[str, Fault]:
    found = find_faults(profile, pages, examples=12, seconds=30)
    return {fault.law: fault for fault in found}


def test_good_profile(page: GoldenPage) -> None:
    """A profile that keeps the laws passes."""
    check_profile(sites.GOOD, [page], examples=12, seconds=30)


def test_golden_page_that_gives_something_else(page: GoldenPage) -> None:
    """A field that is not as recorded is a fault of that page and field."""
    page = attrs.evolve(page, expected={"title": "Ferry sinks"})
    found = _faults(sites.GOOD, page)
    assert ["golden"] == list(found)
    assert "ferry: title: expected 'Ferry sinks'" in str(found["golden"])
    with pytest.raises(RuleError, match="rule golden of profile 'good'"):
        check_profile(sites.GOOD, [page], examples=1, seconds=30)


def test_golden_page_that_cannot_be_read(page: GoldenPage) -> None:
    """A page that is refused is a fault, and the others are tried all the same."""
    page = attrs.evolve(page, content=b"%PDF-1.7")
    assert "PDF" in str(_faults(sites.FAILING, page)["golden"])


def test_failing_rule(page: GoldenPage) -> None:
    """A function that raises is told with its name and the smallest page."""
    found = _faults(sites.FAILING, page)
    assert {"pages", "hostile"} == set(found)
    assert "authors: bold_names: IndexError" in found["hostile"].reason
    assert "(rule-failed)" in found["hostile"].reason


def test_endless_rule(page: GoldenPage) -> None:
    """A function that never returns is stopped, and the page is named."""
    (fault,) = find_faults(sites.ENDLESS, [page], seconds=6)
    assert "golden page ferry: did not end within 6 s" == str(fault)


def test_different_values_each_time() -> None:
    """A rule that remembers is told."""
    assert "the second time" in _faults(sites.MOODY)["pages"].reason


def test_profile_that_cannot_travel() -> None:
    """A function without a name of its own cannot go to another process."""
    (fault,) = find_faults(sites.LAMBDA)
    assert "pickles" == fault.law
    assert "name functions in a module" in fault.reason


def test_layout_without_page(page: GoldenPage) -> None:
    """Each layout needs a golden page that is read with it."""
    found = find_faults(sites.IDLE, [page], examples=1, seconds=30)
    assert ["layout old: no golden page is read with it"] == [
        str(fault) for fault in found if "old:" in fault.place + ":"
    ][:1]
    assert {"layouts"} == {fault.law for fault in found}


def test_pages_of_other_hosts_are_left_alone(page: GoldenPage) -> None:
    """A golden page of another site is none of the profile's business."""
    meta = attrs.evolve(page.meta, url="https://other.example/")
    page = attrs.evolve(page, meta=meta, expected={"title": "x"})
    assert {} == _faults(attrs.evolve(sites.GOOD, layouts=()), page)


def test_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Hypothesis the error names the extra to install."""
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(MissingExtraError, match=r"articlekit\[testing\]"):
        check_profile(sites.GOOD)
