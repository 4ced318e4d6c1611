"""The group of commands, and how it ends."""

import os
import sys
from io import TextIOWrapper
from typing import Final

import click

from articlekit.cli.batch import batch
from articlekit.cli.headlines import headlines
from articlekit.cli.images import images
from articlekit.cli.page import NOTHING_USABLE
from articlekit.cli.parse import parse
from articlekit.cli.printing import complain
from articlekit.cli.profile import profile
from articlekit.cli.quotes import quotes

_INTERRUPTED: Final = 130  # what shells use for it


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 something was found, 1 the page holds nothing usable, "
    "2 wrong use.",
)
@click.version_option(package_name="articlekit", message="articlekit %(version)s")
def app() -> None:
    """Turn a saved news page, HTML or plain text, into typed values.

    PATH is a file, or - for standard input. Nothing is ever fetched.
    """


app.add_command(parse)
app.add_command(quotes)
app.add_command(images)
app.add_command(headlines)
app.add_command(batch)
app.add_command(profile)


def run() -> int:
    """Run the command that the arguments name.

    Returns:
        The exit code. Errors go to standard error, in one line each.
    """
    _prepare_streams()
    try:
        code: object = app.main(prog_name="articlekit", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        complain(error.format_message())
        return error.exit_code
    except click.Abort:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has gone; keep the interpreter's last flush from failing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOTHING_USABLE
    return code if isinstance(code, int) else 0


def _prepare_streams() -> None:
    """Write UTF-8 into files and pipes, and never fail over a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
