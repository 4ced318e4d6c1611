"""What the commands share: the page, the hints about it, the refusals."""

from collections.abc import Callable
from datetime import datetime
from typing import Final, NoReturn, ParamSpec, TypedDict, TypeVar

import click

from articlekit.errors import InputError
from articlekit.model import Article, Status

NOTHING_USABLE: Final = 1

_T = TypeVar("_T")
_P = ParamSpec("_P")


class HintOptions(TypedDict):
    """What a caller knows about the page, as `articlekit.parse` takes it."""

    url: str | None
    content_type: str | None
    language: str | None
    timezone: str | None
    now: datetime | None


class NothingUsableError(click.ClickException):
    """The page was read, or not even that, and holds nothing that was asked for."""

    exit_code = NOTHING_USABLE


def _read_time(
    _: click.Context, __: click.Parameter, value: str | None
) -> datetime | None:
    """Read `--now`, or refuse it."""
    try:
        return datetime.fromisoformat(value) if value else None
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no ISO date and time") from error


_OPTIONS: Final = (
    click.argument("path", metavar="PATH", type=click.File("rb")),
    click.option("--url", help="Address of the page; makes its links absolute."),
    click.option("--content-type", help="The HTTP header of the page."),
    click.option("--language", help="BCP 47 tag of the page's language."),
    click.option("--timezone", help="Zone of times that name none."),
    click.option(
        "--now",
        callback=_read_time,
        metavar="TIME",
        help='When it is, for dates as "2 hours ago".',
    ),
)


def form_option(command: Callable[_P, None]) -> Callable[_P, None]:
    """Give a command that lists things the choice of how it prints them."""
    option = click.option(
        "--format",
        "form",
        type=click.Choice(["table", "jsonl", "csv"]),
        default="table",
        show_default=True,
        help="A table to read, one JSON object a line, or CSV.",
    )
    return option(command)


def page_options(command: Callable[_P, None]) -> Callable[_P, None]:
    """Give a command the page as its argument, and an option for each hint."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def read(run: Callable[[], _T]) -> _T:
    """Run one of the library's readers; its refusals end the command.

    Raises:
        NothingUsableError: The page cannot be read.
        click.UsageError: A hint is wrong.
    """
    try:
        return run()
    except InputError as error:
        raise NothingUsableError(str(error)) from error
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def check_usable(article: Article) -> None:
    """Refuse an article of a page that is empty or blocked."""
    if article.status in (Status.EMPTY, Status.BLOCKED):
        codes = f" ({', '.join(article.warnings)})" if article.warnings else ""
        raise NothingUsableError(f"the page is {article.status.value}{codes}")


def refuse_empty(what: str) -> NoReturn:
    """End the command, since the page has nothing of the kind."""
    raise NothingUsableError(f"the page has no {what}")
