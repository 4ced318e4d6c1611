"""The pytest plugin, in a session of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.testing.pages import golden

from articlekit.testing import write_golden

_OPT_IN = 'pytest_plugins = ["articlekit.testing.plugin"]\n'


def _pytest(folder: Path, *arguments: str) -> str:
    """Run pytest in *folder* and return what it prints."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project with a golden page that gives another title than recorded."""
    (tmp_path / "conftest.py").write_text(_OPT_IN, "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")
    expected = {"title": "Ferry sinks", "authors": ["Nora Whitcombe"]}
    write_golden(golden(tmp_path / "golden" / "ferry", **expected))
    return tmp_path


def test_one_test_a_field(project: Path) -> None:
    """Each field is a test, and a failure says what is different and no more."""
    out = _pytest(project, "-v")
    assert "expected.json::authors PASSED" in out
    assert "expected.json::title FAILED" in out
    assert "expected.json::warnings PASSED" in out
    assert "ferry: title: expected 'Ferry sinks', found 'Ferry returns" in out
    assert "Traceback" not in out
    assert "1 failed, 2 passed" in out


def test_update_writes_and_shows_the_difference(project: Path) -> None:
    """`--articlekit-update` writes the new value, and shows old and new."""
    out = _pytest(project, "--articlekit-update")
    assert "3 passed" in out
    assert '-  "title": "Ferry sinks"' in out
    assert '+  "title": "Ferry returns to Penmoor"' in out
    text = (project / "golden" / "ferry" / "expected.json").read_text("utf-8")
    assert "Ferry returns to Penmoor" == json.loads(text)["title"]
    assert "golden pages updated" not in _pytest(project, "--articlekit-update")


def test_profile_of_the_settings(project: Path) -> None:
    """A project that is not installed names its profile."""
    code = (
        "from articlekit.rules import Profile, const\n"
        'PROFILE = Profile(name="c", hosts=("courier.example",), '
        'title=const("Ferry sinks"))\n'
    )
    (project / "courier.py").write_text(code, "utf-8")
    setting = "[pytest]\narticlekit_profiles = courier.py\n"
    (project / "pytest.ini").write_text(setting, "utf-8")
    assert "3 passed" in _pytest(project)


def test_profile_that_is_not_there(project: Path) -> None:
    """A setting that leads nowhere is one line, and no traceback."""
    setting = "[pytest]\narticlekit_profiles = nobody_has_this:PROFILE\n"
    (project / "pytest.ini").write_text(setting, "utf-8")
    out = _pytest(project)
    assert "ERROR: nobody_has_this:PROFILE: " in out
    assert "Traceback" not in out


def test_unusable_page(project: Path) -> None:
    """A golden page that cannot be read is an error of its own."""
    path = project / "golden" / "ferry" / "expected.json"
    path.write_text('{"titel": "a"}', "utf-8")
    out = _pytest(project)
    assert "did you mean title?" in out
    assert "Traceback" not in out
    assert "plugin.py" not in out


def test_no_update_in_several_processes(project: Path) -> None:
    """Several processes would write over each other."""
    pytest.importorskip("xdist")
    out = _pytest(project, "--articlekit-update", "-n", "2")
    assert "leave out -n" in out


def test_plugin_is_opt_in(project: Path) -> None:
    """Without the line in `conftest.py` nothing is collected and no option is there."""
    (project / "conftest.py").write_text("", "utf-8")
    assert "no tests ran" in _pytest(project)
    assert "unrecognized arguments" in _pytest(project, "--articlekit-update")
