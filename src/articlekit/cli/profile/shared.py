"""What the commands share: targets, golden pages, and how they end."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, NoReturn, ParamSpec, TypeVar, cast

import click
from rich.padding import Padding
from rich.text import Text

from articlekit.cli.page import NothingUsableError
from articlekit.cli.printing import words
from articlekit.errors import ArticlekitError
from articlekit.rules import Profile
from articlekit.testing import GoldenPage, find_golden
from articlekit.testing.targets import find_target

_INDENT: Final = 4
_FOLDERS: Final = ("golden", "tests/golden")
_P = ParamSpec("_P")
_T = TypeVar("_T")

target_argument: Final = click.argument("target", metavar="TARGET")
golden_option: Final = click.option(
    "--golden",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the golden pages; found beside TARGET without it.",
)


def guarded(run: Callable[_P, _T]) -> Callable[_P, _T]:
    """Make what goes wrong with an author's files a wrong use of the command."""

    def guard(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        try:
            return run(*args, **kwargs)
        except ArticlekitError as error:
            raise click.UsageError(str(error)) from error

    return guard


@guarded
def load(target: str) -> tuple[Profile, ...]:
    """Load the profiles that an author names.

    Raises:
        click.UsageError: There are none, or they are broken.
    """
    return find_target(target)


@guarded
def golden_pages(target: str, folder: Path | None) -> tuple[GoldenPage, ...]:
    """Read the golden pages in *folder*, or those beside *target*.

    Raises:
        click.UsageError: One of them cannot be used.
    """
    folders = [folder] if folder else _folders(Path(target))
    return tuple(page for each in folders for page in find_golden(each))


def _folders(target: Path) -> Iterator[Path]:
    """Yield the folders where golden pages of a target lie, nearest first."""
    if not target.exists():
        return
    start = target.resolve()
    for home in (start, *start.parents):
        found = [home / name for name in _FOLDERS if (home / name).is_dir()]
        if found:
            yield from found
            return
        if (home / "pyproject.toml").exists() or (home / ".git").exists():
            return


def fail(count: int, one: str, many: str) -> NoReturn:
    """End the command, since there is something to mend."""
    raise NothingUsableError(f"{count} {one if count == 1 else many}")


def counted(number: int, one: str) -> str:
    """Return a number of things in words: 1 page, 2 pages."""
    return f"{number:,} {one}{'' if number == 1 else 's'}"


def brief(value: object) -> str:
    """Return a plain value in one line, for reading."""
    if isinstance(value, list):
        return " | ".join(map(brief, cast("list[object]", value)))
    if isinstance(value, dict):
        form = cast("dict[str, object]", value)
        return ", ".join(f"{key} {brief(each)}" for key, each in form.items())
    return "–" if value is None else str(value)


def mark(*, good: bool) -> Text:
    """Return a tick or a cross."""
    return words("✓", "green") if good else words("✗", "red")


def line_of(sign: Text, what: str, more: str = "") -> Text:
    """Return a line of a report: sign, name, and a remark."""
    made = sign.append("  ").append_text(words(what))
    return made.append("  ").append_text(words(more, "dim")) if more else made


def reasons_of(reasons: Iterable[str]) -> Iterator[Padding]:
    """Yield reasons below such a line, the lines of a difference further right."""
    for reason in reasons:
        for line in reason.splitlines():
            depth = len(line) - len(line.lstrip())
            made = words(line, "dim" if depth else "")
            yield Padding(made, (0, 0, 0, _INDENT + depth))
