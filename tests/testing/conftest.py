"""A fresh environment, as those have who install the library."""

import os
import subprocess
import venv
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import attrs
import pytest

ROOT: Final = Path(__file__).parents[2]
_OFFLINE: Final = (
    "No matching distribution",
    "Could not find a version",
    "Temporary failure in name resolution",
    "Connection",
    "Network is unreachable",
)


@attrs.frozen
class Fresh:
    """An environment of its own, with pip and nothing else.

    Attributes:
        home: Where it is.
        wheels: Folder with the wheel of the library.
    """

    home: Path
    wheels: Path

    @property
    def variables(self) -> Mapping[str, str]:
        """What a shell in this environment has as variables."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        links = f"{self.wheels} {os.environ.get('PIP_FIND_LINKS', '')}".strip()
        path = f"{self.home / 'bin'}{os.pathsep}{os.environ['PATH']}"
        more = {"PATH": path, "PIP_FIND_LINKS": links, "COLUMNS": "80"}
        return {**kept, **more, "VIRTUAL_ENV": str(self.home), "PYTHONUTF8": "1"}

    def run(self, command: str, folder: Path, *, check: bool = True) -> str:
        """Run a command line in *folder* and return what it prints."""
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=folder,
            env=self.variables,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        printed = done.stdout + done.stderr
        if "pip " in command or "build" in command:
            _skip_offline(printed, failed=done.returncode != 0)
        assert not (check and done.returncode), printed
        return printed


def _skip_offline(printed: str, *, failed: bool) -> None:
    """Skip the test where a package index cannot be reached."""
    if failed and any(mark in printed for mark in _OFFLINE):
        pytest.skip(f"pip cannot install: {printed.strip().splitlines()[-1]}")


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel of the library into a folder."""
    folder = tmp_path_factory.mktemp("wheels")
    tools = tmp_path_factory.mktemp("tools")
    venv.create(tools, with_pip=True)
    pip = (str(tools / "bin" / "python"), "-m", "pip")
    command = [*pip, "wheel", "--no-deps", "-w", str(folder), "."]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )
    _skip_offline(done.stdout + done.stderr, failed=done.returncode != 0)
    assert 0 == done.returncode, done.stderr
    return folder


@pytest.fixture
def fresh(tmp_path: Path, wheels: Path) -> Fresh:
    """Make a fresh environment."""
    home = tmp_path / "venv"
    venv.create(home, with_pip=True)
    return Fresh(home, wheels)
