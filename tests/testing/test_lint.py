"""What is useless or contradictory in a profile."""

from pathlib import Path

import attrs
import pytest
from tests.testing import sites
from tests.testing.pages import golden

from articlekit.profiles.claims import Claim, Claims
from articlekit.rules import Profile, css, regex
from articlekit.testing import GoldenPage
from articlekit.testing.lint import Remark, lint
from articlekit.testing.project import check_entry_points, others_installed

_TITLE = "Ferry returns to Penmoor"


@pytest.fixture
def page(tmp_path: Path) -> GoldenPage:
    """Return a golden page."""
    return golden(tmp_path / "ferry", title=_TITLE, text={"$contains": "pump"})


def _codes(found: tuple[Remark, ...]) -> dict[str, str]:
    return {remark.place: remark.code for remark in found}


def test_idle_profile(page: GoldenPage) -> None:
    """Each rule and layout that does nothing is told, with its place."""
    found = lint([sites.IDLE], [page])
    assert {
        "idle.headlines": "rule-never-fires",
        "idle.title": "rule-never-fires",
        "idle.drop": "rule-never-fires",
        "idle.kicker": "field-not-recorded",
        "idle.layouts[new].kicker": "rule-never-fires",
        "idle.layouts[old]": "layout-unreachable",
        "idle.layouts[older]": "layout-without-page",
    } == _codes(found) | {"idle.headlines": "rule-never-fires"}
    assert "rule-finds-nothing-new" in {remark.code for remark in found}
    assert "css('h1.other') finds nothing on the golden page" in "".join(
        map(str, found)
    )
    assert "taken by new" in "".join(map(str, found))


@pytest.mark.parametrize(
    "rules",
    [
        {"title": css("p.byline")},
        {"drop": css("article p:last-child")},
        {"credit": regex(r"Photo: (?P<credit>.+)/")},
    ],
)
def test_rule_that_does_something(page: GoldenPage, rules: dict[str, object]) -> None:
    """A rule without which a page gives something else is in its place."""
    expected = {"title": "x", "text": "x", "images": "x", "headlines": "x"}
    page = attrs.evolve(page, expected=expected)
    profile = attrs.evolve(Profile(name="p", hosts=sites.HOSTS), **rules)
    assert () == lint([profile], [page])


def test_clash_within_a_project(page: GoldenPage) -> None:
    """Two profiles of one host are in each other's way, unless one replaces."""
    one = Profile(name="one", hosts=sites.HOSTS)
    other = Profile(name="other", hosts=("www2.example", *sites.HOSTS))
    assert {"other": "host-clash"} == _codes(lint([one, other], [page])[:1])
    other = attrs.evolve(other, replaces=("one",))
    assert () == lint([one, other], [page])


def test_clash_with_what_is_installed(page: GoldenPage) -> None:
    """A host that another package claims is told."""
    claims = Claims((Claim("www.courier.example", "m", "P", "articlekit-m"),))
    (found,) = lint([Profile(name="p", hosts=sites.HOSTS)], [page], others=claims)
    assert (
        "host-clash: p: articlekit-m claims www.courier.example as well, with m:P"
        == (str(found))
    )


def test_pages(page: GoldenPage) -> None:
    """A profile without pages, and a page without profile, are told."""
    meta = attrs.evolve(page.meta, url="https://other.example/a")
    page = attrs.evolve(page, meta=meta)
    found = lint([Profile(name="p", hosts=sites.HOSTS)], [page])
    assert {"ferry": "page-of-another-host", "p": "no-golden-pages"} == _codes(found)


def test_unreadable_page(page: GoldenPage) -> None:
    """A page that cannot be read is left to `check`."""
    page = attrs.evolve(page, content=b"%PDF-1.7")
    assert () == lint([Profile(name="p", hosts=sites.HOSTS)], [page])


def test_entry_points_of_a_project(tmp_path: Path) -> None:
    """Hosts that the entry points forget or make up are told."""
    text = '[project.entry-points."articlekit.profiles"]\n"a.example" = "m:PROFILE"\n'
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    profile = Profile(name="p", hosts=("b.example",))
    found = tuple(check_entry_points(str(tmp_path), [profile]))
    assert {
        "p": "host-without-entry-point",
        "a.example": "entry-point-without-host",
    } == _codes(found)
    assert [] == list(check_entry_points("module:NAME", [profile]))


def test_own_package_is_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """A project that is installed as well does not clash with itself."""
    claims = Claims(
        (
            Claim("a.example", "tests.testing.sites", "GOOD", "mine"),
            Claim("a.example", "others", "PROFILE", "theirs"),
        )
    )
    monkeypatch.setattr("articlekit.testing.project.installed_claims", lambda: claims)
    assert ["theirs"] == [c.source for c in others_installed([sites.GOOD]).claims]
