"""`articlekit batch`: many saved pages, one JSON object a line."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from articlekit.cli.page import NothingUsableError
from articlekit.cli.printing import complain, print_json_lines
from articlekit.errors import ArticlekitError

if TYPE_CHECKING:  # no other command needs it
    from articlekit.api import Profiles
    from articlekit.batch import BatchPage, Failed, Parsed
    from articlekit.rules import Profile

_STDIN: Final = Path("-")


@click.command(short_help="Many pages, as lines of JSON.")
@click.argument(
    "paths",
    metavar="PATH...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, allow_dash=True, path_type=Path),
)
@click.option(
    "--field",
    "fields",
    metavar="NAME",
    multiple=True,
    help="Compute and print this field only; may be given more than once.",
)
@click.option(
    "--workers",
    type=click.IntRange(0),
    help="How many processes parse; one a processor without it, 0 for none but this.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    default=30.0,
    show_default=True,
    help="Seconds that one page may take; inf for any time.",
)
@click.option(
    "--unordered", is_flag=True, help="Print each page as it is ready, with its key."
)
@click.option(
    "--retry-without-profiles/--no-retry",
    default=True,
    show_default=True,
    help="Read a page that hangs or crashes once more, as if its site had no profile.",
)
@click.option(
    "--profile",
    "targets",
    metavar="TARGET",
    multiple=True,
    help="A source profile to use beside those installed: a file, a project, "
    "module:NAME.",
)
def batch(
    *,
    paths: tuple[Path, ...],
    fields: tuple[str, ...],
    workers: int | None,
    timeout: float,
    unordered: bool,
    retry_without_profiles: bool,
    targets: tuple[str, ...],
) -> None:
    """Parse many pages and print one JSON object a line for each.

    PATH is a folder of pages, a page, JSON Lines (keys html and url, and more), or
    a WARC; all may be gzipped. Where it is -, JSON Lines come from standard input. A
    line has "key", the page's file or its own key, and
    "article", or "failed" with the reason. A page that takes too long or brings its
    process down twice has failed like any other, and the rest goes on.
    """
    from articlekit.batch import parse_many

    try:
        results = parse_many(
            _pages(paths),
            workers=workers,
            timeout=timeout,
            ordered=not unordered,
            retry_without_profiles=retry_without_profiles,
            profiles=_profiles(targets),
            fields=fields or None,
        )
    except (ArticlekitError, ValueError) as error:
        raise click.UsageError(str(error)) from error
    with closing(results):
        _print(results, fields)


def _pages(paths: Iterable[Path]) -> "Iterator[BatchPage | Failed]":
    from articlekit.batch import read_pages
    from articlekit.batch.saved import read_lines

    for path in paths:
        if path == _STDIN:
            yield from read_lines(sys.stdin.buffer, str(path))
        else:
            yield from read_pages(path)


def _profiles(targets: Iterable[str]) -> "Profiles":
    """Return the default registry, with the profiles of *targets* before it."""
    from articlekit.profiles.installed import default_profiles

    own: list[Profile] = []
    for target in targets:
        # The test kit is for authors; only they name a target.
        from articlekit.cli.profile.shared import load

        own += load(target)
    return default_profiles().extended(own) if own else None


def _print(results: "Iterable[Parsed | Failed]", fields: tuple[str, ...]) -> None:
    from articlekit.batch import Parsed

    parsed = failed = 0
    for result in results:
        print_json_lines([_row(result, fields)])
        parsed += isinstance(result, Parsed)
        failed += not isinstance(result, Parsed)
    if not parsed:
        raise NothingUsableError(f"no page was parsed, {failed:,} failed")
    complain(f"{parsed:,} parsed, {failed:,} failed")


def _row(result: "Parsed | Failed", fields: tuple[str, ...]) -> dict[str, object]:
    from articlekit.batch import Failed

    if isinstance(result, Failed):
        reason = {
            "kind": result.kind.value,
            "code": result.code,
            "message": result.message,
        }
        return {"key": result.key, "failed": reason}
    article = result.article.to_dict()
    if fields:
        article = {name: article[name] for name in fields}
    return {"key": result.key, "article": article}
