"""What runs the command line inside the tests' own process."""

import io
import sys

import attrs
import pytest

from articlekit.cli.app import run


@attrs.frozen
class Done:
    """What a command left: its exit code, and what it printed."""

    code: int
    out: str
    err: str


class Shell:
    """Runs `articlekit`, always with the same words in front."""

    def __init__(
        self,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        *words: str,
    ) -> None:
        """Begin with the words that stand in front of all others."""
        self._capsys = capsys
        self._patch = monkeypatch
        self._words = words

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Done:
        """Run with *arguments*, on a terminal that is 200 columns wide."""
        self._patch.setattr(sys, "argv", ["articlekit", *self._words, *arguments])
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        self._patch.setenv("COLUMNS", "200")
        code = run()
        out, err = self._capsys.readouterr()
        return Done(code, out, err)
