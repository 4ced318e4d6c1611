"""The first files of a profile."""

from datetime import UTC, datetime
from pathlib import Path

import attrs
import pytest
from tests.testing.pages import PAGE, URL

from articlekit.errors import GoldenPageError
from articlekit.testing import Meta, find_golden
from articlekit.testing.scaffold import Scaffold, name_of, scaffold

_NOW = datetime(2024, 5, 2, 12, tzinfo=UTC)


def _made(page: str = PAGE, url: str | None = URL) -> Scaffold:
    return scaffold(page.encode(), Meta(url=url, now=_NOW))


def _profile_of(made: Scaffold) -> dict[str, object]:
    space: dict[str, object] = {}
    exec(made.profile(), space)
    return attrs.asdict(space["PROFILE"])  # type: ignore[arg-type] # a profile


def test_profile_is_python() -> None:
    """The module that is written can be run, and knows what the page says."""
    made = _made()
    profile = _profile_of(made)
    assert ("courier", ("courier.example",), "en") == (
        profile["name"],
        profile["hosts"],
        profile["language"],
    )
    assert '#   title=css("h1")' in made.profile()
    assert '#   byline=css("p.byline")' in made.profile()
    assert made.profile().startswith('"""The Example Courier (courier.example)."""\n')


def test_name_of_a_site_cannot_break_the_module() -> None:
    """Quotes and backslashes of a site's name do no harm."""
    made = _made(PAGE.replace("The Example Courier", 'A "" \\ """ B'))
    assert "courier" == _profile_of(made)["name"]


def test_selectors_that_would_not_last() -> None:
    """Class names that a tool made are left out of the hints."""
    page = PAGE.replace("<h1>", '<h1 class="sc-1x9 headline css-a12 Title_a1B">')
    assert '#   title=css("h1.headline")' in _made(page).profile()


def test_time_without_zone() -> None:
    """Where times name no zone, the hint asks for it."""
    page = PAGE.replace("09:30:00+01:00", "09:30:00")
    assert "its times name no zone" in _made(page).profile()
    page = PAGE.replace("2024-05-01T09:30:00+01:00", "")
    assert "timezone" not in _made(page).profile()


def test_files(tmp_path: Path) -> None:
    """A module and a golden page are written; a second page joins the first."""
    made = _made()
    paths = [str(path.relative_to(tmp_path)) for path in made.write(tmp_path)]
    assert ["courier.py", "golden/courier/ferry-returns-to-penmoor"] == paths
    paths = [str(path.relative_to(tmp_path)) for path in made.write(tmp_path)]
    assert ["golden/courier/ferry-returns-to-penmoor-2"] == paths
    one, other = find_golden(tmp_path)
    assert one.expected == other.expected
    assert () == one.differences(one.parse(()))
    assert (URL, _NOW) == (one.meta.url, one.meta.now)


def test_plain_text(tmp_path: Path) -> None:
    """A page of plain text is a golden page as well."""
    text = (
        "Ferry returns to Penmoor\n\nBy Nora Whitcombe\n\n" + "The ferry sailed. " * 40
    )
    list(_made(text).write(tmp_path))
    (page,) = find_golden(tmp_path)
    assert (page.folder / "page.txt").is_file()


def test_project(tmp_path: Path) -> None:
    """A whole project has all that is needed to publish it."""
    made = attrs.evolve(_made(), name="my_paper")
    paths = {str(path.relative_to(tmp_path)) for path in made.write_package(tmp_path)}
    home = "articlekit-my-paper"
    assert {
        f"{home}/pyproject.toml",
        f"{home}/README.md",
        f"{home}/src/articlekit_my_paper/__init__.py",
        f"{home}/src/articlekit_my_paper/py.typed",
        f"{home}/tests/test_profile.py",
        f"{home}/tests/golden/ferry-returns-to-penmoor",
    } == paths


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("courier.example", "courier"),
        ("news.the-courier.co.uk", "the_courier"),
        ("edition.courier.com", "courier"),
        ("time.com", "site_time"),
        ("class.com", "site_class"),
        ("24sata.example", "site_24sata"),
        ("xn--bcher-kva.example", "xn_bcher_kva"),
        ("localhost", "localhost"),
        ("газета.example", "news_site"),
    ],
)
def test_names(host: str, name: str) -> None:
    """The name of a profile is good as the name of a module."""
    assert name == name_of(host)


@pytest.mark.parametrize(
    ("page", "url", "reason"),
    [
        ("<html><body><p>x</p></body></html>", None, "with --url"),
        ("<html><body></body></html>", URL, "nothing to record"),
        (PAGE, 'https://a",);exit();("b/c', "with --url"),
    ],
)
def test_useless_pages(page: str, url: str | None, reason: str) -> None:
    """A page without address or content is refused."""
    with pytest.raises(GoldenPageError, match=reason):
        _made(page, url)


def test_page_without_words_in_its_address() -> None:
    """The name of a page comes from its title where the address has none."""
    assert "1000" == _made(url="https://courier.example/1000").page.name
    assert "ferry-returns-to-penmoor" == _made(url="https://courier.example/").page.name
    page = PAGE.replace("Ferry returns to Penmoor", "Паром")
    assert "page" == _made(page, "https://courier.example/").page.name
