"""Finding the profiles that an author means."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from articlekit.errors import UnknownProfileError
from articlekit.profiles.claims import Claim, Claims
from articlekit.profiles.installed import InstalledProfiles
from articlekit.testing.targets import (
    TargetError,
    entry_points,
    find_target,
    load_target,
)

_CODE = 'from articlekit.rules import Profile\nPROFILE = Profile(name="{}", hosts=("a.example",){})\n'
_POINTS = '[project.entry-points."articlekit.profiles"]\n{}\n'


@pytest.fixture(autouse=True)
def _own_path(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Forget modules and places of the tests."""
    import sys

    monkeypatch.setattr(sys, "path", list(sys.path))
    before = set(sys.modules)
    yield
    for name in set(sys.modules) - before:
        del sys.modules[name]


def _write(path: Path, name: str, rest: str = "") -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_CODE.format(name, rest), "utf-8")
    return str(path)


def test_file(tmp_path: Path) -> None:
    """A file is imported as the module of its name."""
    target = _write(tmp_path / "ak_one.py", "one")
    assert ["one"] == [profile.name for profile in load_target(target)]
    assert ["one"] == [profile.name for profile in find_target(target)]
    assert ["one"] == [p.name for p in load_target("ak_one.py", tmp_path)]
    assert ["one"] == [p.name for p in load_target("ak_one:PROFILE")]


def test_package_by_its_file(tmp_path: Path) -> None:
    """The `__init__.py` of a package stands for the package."""
    target = _write(tmp_path / "ak_package" / "__init__.py", "inside")
    assert ["inside"] == [profile.name for profile in load_target(target)]


def test_several_profiles(tmp_path: Path) -> None:
    """Without `PROFILE` all profiles of the module are meant, each once."""
    code = 'from articlekit.rules import Profile\nA = Profile(name="a", hosts=())\n'
    code += 'B = Profile(name="b", hosts=())\nALL = (A, B)\n'
    (tmp_path / "ak_many.py").write_text(code, "utf-8")
    found = load_target(str(tmp_path / "ak_many.py"))
    assert ["a", "b"] == [profile.name for profile in found]
    assert ["b"] == [profile.name for profile in load_target("ak_many:B")]


def test_project(tmp_path: Path) -> None:
    """A project's entry points say where its profiles are, installed or not."""
    _write(tmp_path / "src" / "ak_two" / "__init__.py", "two")
    points = '"a.example" = "ak_two:PROFILE"\n"b.example" = "ak_two:PROFILE"'
    (tmp_path / "pyproject.toml").write_text(_POINTS.format(points), "utf-8")
    assert ["two"] == [profile.name for profile in load_target(str(tmp_path))]
    assert ["a.example", "b.example"] == [name for name, _ in entry_points(tmp_path)]


def test_project_with_an_index(tmp_path: Path) -> None:
    """A package of many profiles lists them in its index."""
    _write(tmp_path / "ak_three" / "site.py", "three")
    index = tmp_path / "ak_three" / "articlekit-profiles.tsv"
    index.write_text("a.example\tak_three.site:PROFILE\n", "utf-8")
    points = 'sites = "ak_three"'
    (tmp_path / "pyproject.toml").write_text(_POINTS.format(points), "utf-8")
    assert ["three"] == [profile.name for profile in load_target(str(tmp_path))]
    index.unlink()
    with pytest.raises(TargetError, match=r"there is no ak_three.articlekit-profiles"):
        load_target(str(tmp_path))


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("x = (", "line 1: SyntaxError"),
        ("\n\nimport nothing_of_this_name", "line 3: ModuleNotFoundError"),
        ("\n1 / 0", "line 2: ZeroDivisionError"),
        ("a = 1", "holds no profile, such as PROFILE"),
        ("PROFILE = 3", "holds no profile"),
        (_CODE.format("a", ', titel="x"'), "did you mean 'title'?"),
        (_CODE.format("a", ', timezone="Mars"'), "no known time zone"),
        (_CODE.format("a", ', xyzzy="x"'), "unexpected keyword argument 'xyzzy'"),
        (
            "from articlekit.rules import css\nX = css('h1:::x')",
            "line 2: rule css('h1:::x')",
        ),
    ],
)
def test_broken_files(tmp_path: Path, code: str, reason: str) -> None:
    """What is wrong with a file is told in one line, with its place."""
    path = tmp_path / "ak_broken.py"
    path.write_text(code, "utf-8")
    with pytest.raises(TargetError, match=re.escape(reason)) as caught:
        load_target(str(path))
    assert "\n" not in str(caught.value).strip()
    assert caught.value.target == str(path)


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("nowhere.py", "there is no such file"),
        ("a/b", "is no file, no folder and no module:NAME"),
        ("nobody_has_this:PROFILE", "No module named 'nobody_has_this'"),
        ("tests.testing.sites:GOOOD", "has no GOOOD; did you mean GOOD?"),
        ("articlekit.rules:css", "holds no css"),
    ],
)
def test_wrong_targets(target: str, reason: str) -> None:
    """A target that leads nowhere is told."""
    with pytest.raises(TargetError, match=re.escape(reason)):
        load_target(target)


def test_names_of_files(tmp_path: Path) -> None:
    """A file has to be a module of its own."""
    with pytest.raises(TargetError, match="no name of a module"):
        load_target(_write(tmp_path / "a-b.py", "x"))
    with pytest.raises(TargetError, match="'json' exists already"):
        load_target(_write(tmp_path / "json.py", "x"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (None, "there is no pyproject.toml"),
        ("[", "is broken"),
        ("[project]\nname = 'x'", "has no entry point of the group"),
        ("project = 3", "has no entry point of the group"),
    ],
)
def test_broken_projects(tmp_path: Path, text: str | None, reason: str) -> None:
    """A project without entry points is told what it lacks."""
    if text is not None:
        (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    with pytest.raises(TargetError, match=reason):
        load_target(str(tmp_path))


@pytest.mark.parametrize("name", ["good.example", "sites", "tests.testing.sites"])
def test_installed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed profile goes by its host or its module."""
    claims = Claims((Claim("good.example", "tests.testing.sites", "GOOD", "x"),))
    known = InstalledProfiles(claims)
    monkeypatch.setattr("articlekit.testing.targets.default_profiles", lambda: known)
    assert ["good"] == [profile.name for profile in find_target(name)]
    with pytest.raises(UnknownProfileError, match="did you mean"):
        find_target(name[:-1])
