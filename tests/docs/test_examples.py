"""Every example of the documentation and the README runs and shows what it gives."""

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser

ROOT: Final = Path(__file__).parents[2]
PAGES: Final = (ROOT / "README.md", *sorted(ROOT.joinpath("docs").rglob("*.md")))
# A fence of a terminal: a line that begins with "$ " is a command, the lines below it
# are what it prints.
_CONSOLE: Final = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_FLAGS: Final = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def _name(page: object) -> str:
    return str(page.relative_to(ROOT)) if isinstance(page, Path) else ""


def _commands(page: Path) -> Iterator[tuple[str, str]]:
    """Yield each command line of *page* with the output shown below it."""
    for fence in _CONSOLE.findall(page.read_text("utf-8")):
        for piece in ("\n" + fence).split("\n$ ")[1:]:
            command, _, shown = piece.partition("\n")
            if "articlekit " in command and not command.startswith("pip "):
                yield command, shown


COMMANDS: Final = [
    pytest.param(command, shown, id=f"{_name(page)}: {command}")
    for page in PAGES
    for command, shown in _commands(page)
]


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder with an `articlekit` that runs the code under test."""
    folder = tmp_path_factory.mktemp("bin")
    script = folder / "articlekit"
    code = "from articlekit.cli import main; main()"
    script.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{code}" "$@"\n', "utf-8")
    script.chmod(0o755)
    return folder


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_python_examples_hold(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python examples of a page, run from top to bottom, give what they show."""
    monkeypatch.chdir(ROOT)
    parser = PythonCodeBlockParser(doctest_optionflags=_FLAGS)
    document = Sybil([parser], path=str(ROOT), patterns=["*.md"]).parse(page)
    for example in document.examples():
        example.evaluate()


@pytest.mark.parametrize(("command", "shown"), COMMANDS)
def test_command_lines_hold(command: str, shown: str, tools: Path) -> None:
    """A command line of the documentation prints what is shown below it."""
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command,
        shell=True,
        cwd=ROOT,
        env={**os.environ, "PATH": path, "PYTHONUTF8": "1", "COLUMNS": "80"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    printed = done.stdout + done.stderr
    assert doctest.OutputChecker().check_output(shown, printed, _FLAGS), printed


def test_documentation_has_examples() -> None:
    """The two tests above have something to run."""
    assert COMMANDS
    assert any(">>> " in page.read_text("utf-8") for page in PAGES)
