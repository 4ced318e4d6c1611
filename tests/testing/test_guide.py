"""The guide for authors, followed word for word in a fresh environment."""

import doctest
from pathlib import Path
from typing import Final

import pytest
from tests.testing.conftest import ROOT, Fresh
from tests.testing.guide import Command, Save, steps_of

GUIDE: Final = ROOT / "docs" / "how-to" / "write-a-profile.md"
_FLAGS: Final = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def test_profile_passes_in_few_commands() -> None:
    """From nothing to a profile that passes takes fewer than ten commands."""
    steps = list(steps_of(GUIDE))
    rules = next(
        at
        for at, step in enumerate(steps)
        if isinstance(step, Save) and step.path.endswith(".py")
    )
    commands = [step for step in steps[: rules + 2] if isinstance(step, Command)]
    assert "articlekit profile check articlekit-tidewater" == commands[-1].line
    assert "✗" not in commands[-1].shown
    assert 0 < len(commands) < 10


@pytest.mark.slow
def test_guide_word_for_word(fresh: Fresh, tmp_path: Path) -> None:
    """Each file is saved and each command run as the guide says, and prints the same."""
    folder = tmp_path / "work"
    folder.mkdir()
    home = folder
    for step in steps_of(GUIDE):
        if isinstance(step, Save):
            (home / step.path).write_text(step.text, "utf-8")
        elif step.line.startswith("cd "):
            folder = folder / step.line.removeprefix("cd ")
        else:
            printed = fresh.run(step.line, folder, check=False)
            same = doctest.OutputChecker().check_output(step.shown, printed, _FLAGS)
            assert same, f"$ {step.line}\n{printed}"
