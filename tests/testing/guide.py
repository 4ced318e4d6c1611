"""A guide of the documentation as steps: files to write, commands to run."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import attrs

_FENCE: Final = re.compile(
    r"^```(?:\{code-block\} \w+\n:caption: (?P<path>\S+)\n\n|(?P<kind>shell-session)\n)"
    r"(?P<inside>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@attrs.frozen
class Save:
    """Write a file."""

    path: str
    text: str


@attrs.frozen
class Command:
    """Run a command line.

    Attributes:
        line: The command.
        shown: What the guide says that it prints.
        start: Where that stands in the guide.
        end: Where it ends.
    """

    line: str
    shown: str
    start: int
    end: int


def steps_of(guide: Path) -> Iterator[Save | Command]:
    """Yield the steps of a guide, in order."""
    text = guide.read_text("utf-8")
    for fence in _FENCE.finditer(text):
        if fence["path"]:
            yield Save(fence["path"], fence["inside"])
        else:
            yield from _commands(text, fence.start("inside"), fence.end("inside"))


def _commands(text: str, start: int, end: int) -> Iterator[Command]:
    """Yield the commands of a fence: lines that begin with "$ "."""
    prompts = [
        m.start() for m in re.compile(r"^\$ ", re.MULTILINE).finditer(text, start, end)
    ]
    for at, after in zip(prompts, [*prompts[1:], end], strict=True):
        line_end = text.index("\n", at) + 1
        yield Command(
            text[at + 2 : line_end - 1], text[line_end:after], line_end, after
        )
