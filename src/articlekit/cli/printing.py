"""Text of a page on a terminal or in a file, never as commands to either."""

import csv
import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, cast

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from articlekit.views.parts import clean, one_line

# Lines longer than this are hard to read.
_WIDEST: Final = 120
# JSON escapes controls below U+0020 itself; these act on terminals as well.
_ACTIVE: Final = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def show(parts: Iterable[RenderableType]) -> None:
    """Print *parts*, words of pages as they are: no markup or emoji in them."""
    screen = Console(markup=False, emoji=False, highlight=False)
    screen.width = min(screen.width, _WIDEST)
    with screen.capture() as made:
        for part in parts:
            screen.print(part)
    for line in made.get().splitlines():
        print(line.rstrip())


def words(text: str | None, style: str = "", *, most: int = 0) -> Text:
    """Return *text* in one line, without control characters.

    Args:
        text: Words of a page, or None for nothing.
        style: Style of rich.
        most: Cut to so many characters; 0 for all.
    """
    line = one_line(text or "")
    if most and len(line) > most:
        line = line[: most - 1].rstrip() + "…"
    return Text(line, style)


def columns(heads: Iterable[str]) -> Table:
    """Return an empty table without lines; a head that begins with > is for numbers."""
    made = Table(
        box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold dim"
    )
    for head in heads:
        numbers = head.startswith(">")
        made.add_column(
            head.removeprefix(">"),
            justify="right" if numbers else "left",
            no_wrap=numbers,
            overflow="fold",
        )
    return made


def indented(what: Table | Text) -> Padding:
    """Return *what* two columns further right."""
    return Padding(what, (0, 0, 0, 2))


def complain(message: str) -> None:
    """Write one line to standard error."""
    print(f"articlekit: {one_line(message)}", file=sys.stderr)


def print_text(text: str) -> None:
    """Write text of a page, ended by a newline, without control characters."""
    made = clean(text)
    print(made, end="" if made.endswith("\n") else "\n")


def print_json(made: str) -> None:
    """Write JSON, with what would act on a terminal escaped."""
    print(_ACTIVE.sub(lambda found: f"\\u{ord(found[0]):04x}", made))


def print_json_lines(rows: Iterable[Mapping[str, object]]) -> None:
    """Write one JSON object a line."""
    for row in rows:
        made = json.dumps(row, ensure_ascii=False)
        print_json(made.encode("utf-8", "backslashreplace").decode())


def print_csv(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table as CSV with a head; several values of a cell are parted by "; "."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(heads)
    for row in rows:
        writer.writerow([_cell(value) for value in row])


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(map(_cell, cast("tuple[object, ...]", value)))
    return clean(str(value))
