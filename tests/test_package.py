"""The package as its users meet it: names, version, shipped files."""

import importlib.metadata
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

import articlekit

ROOT = Path(__file__).parents[1]


def _project() -> dict[str, object]:
    """Read the project's own settings."""
    return tomllib.loads(ROOT.joinpath("pyproject.toml").read_text("utf-8"))


def test_public_names_are_there() -> None:
    """`__all__` lists each public name once, and each can be reached."""
    names = list(articlekit.__all__)
    assert len(set(names)) == len(names)
    assert [name for name in names if not hasattr(articlekit, name)] == []


@pytest.mark.parametrize(
    "name",
    [
        "Article",
        "ArticlekitError",
        "InputError",
        "find_quotes",
        "parse",
        "parse_byline",
        "parse_credit",
        "parse_headlines",
        "parse_html",
        "parse_text",
    ],
)
def test_contract_is_public(name: str) -> None:
    """The entry points and the values users name are in the top namespace."""
    assert name in articlekit.__all__


@pytest.mark.parametrize("name", articlekit.__all__)
def test_public_objects_are_documented(name: str) -> None:
    """Each public class and function says what it is."""
    value = getattr(articlekit, name)
    if callable(value):
        assert (value.__doc__ or "").strip()


def test_package_is_marked_as_typed() -> None:
    """Type checkers of other projects see our types."""
    assert files("articlekit").joinpath("py.typed").is_file()


def test_installed_version_is_the_newest_in_the_changelog() -> None:
    """The version is either unreleased or the changelog's newest heading."""
    version = importlib.metadata.version("articlekit")
    headings = [
        line.split("[", 1)[1].split("]", 1)[0]
        for line in ROOT.joinpath("CHANGELOG.md").read_text("utf-8").splitlines()
        if line.startswith("## [")
    ]
    assert "Unreleased" == headings[0]
    assert headings[1:2] in ([], [version])


def test_extras_are_those_that_have_code() -> None:
    """Only extras whose code is here can be asked for."""
    project = _project()["project"]
    assert isinstance(project, dict)
    for extra in project["optional-dependencies"]:
        assert files("articlekit").joinpath(extra).is_dir()
