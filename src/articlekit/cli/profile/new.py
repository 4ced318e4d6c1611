"""`articlekit profile new`: the first files of a profile, from one page."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import RenderableType

from articlekit.cli.page import read
from articlekit.cli.printing import columns, indented, show, words
from articlekit.cli.profile.shared import brief, guarded, load
from articlekit.testing.golden import Meta
from articlekit.testing.scaffold import Scaffold, scaffold


@click.command(short_help="Write the first files of a profile, from one page.")
@click.argument("page", metavar="URL|FILE")
@click.option("--url", help="Address of a FILE, where the page does not say it.")
@click.option(
    "--now",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]),
    metavar="TIME",
    help="When FILE was saved; without it, when it was last changed.",
)
@click.option(
    "--into",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="Folder to write into; the working directory without it.",
)
@click.option("--package", is_flag=True, help="Write a whole project, to publish.")
@click.option(
    "--allow-private", is_flag=True, help="Let URL be in a private network, or local."
)
def new(
    *,
    page: str,
    url: str | None,
    now: datetime | None,
    folder: Path,
    package: bool,
    allow_private: bool,
) -> None:
    """Write a profile, and the page with a draft of what it should give.

    Nothing is asked. The draft in expected.json is what is found without any rule:
    correct it, then add rules until `articlekit profile check` passes. A profile
    that is there already is kept, and gets one more golden page.
    """
    if page.startswith(("http://", "https://")):
        content, meta = _fetched(page, allow_private=allow_private)
    else:
        content, meta = _of_file(page, url, now)
    made = read(lambda: scaffold(content, meta))
    target = str(_target(made, folder, package=package))
    is_there = Path(target).exists()
    if is_there:
        profiles = load(target)
        made = read(lambda: scaffold(content, meta, profiles))
    written = made.write_package(folder) if package else made.write(folder)
    how = "with the profile" if is_there else "without any rule"
    show(_report(made, list(written), how, target))


def _fetched(url: str, *, allow_private: bool) -> tuple[bytes, Meta]:
    from articlekit.fetch import fetch

    found = guarded(fetch)(url, allow_private=allow_private)
    when = found.at.replace(microsecond=0)
    meta = Meta(url=found.url, content_type=found.content_type, now=when)
    return found.content, meta


def _of_file(name: str, url: str | None, now: datetime | None) -> tuple[bytes, Meta]:
    try:
        if name == "-":
            return sys.stdin.buffer.read(), Meta(url=url, now=_utc(now))
        changed = datetime.fromtimestamp(Path(name).stat().st_mtime, UTC)
        content = Path(name).read_bytes()
    except OSError as error:
        raise click.UsageError(f"{name}: {error.strerror}") from error
    return content, Meta(url=url, now=_utc(now) or changed.replace(microsecond=0))


def _utc(now: datetime | None) -> datetime | None:
    return now.replace(tzinfo=UTC) if now else None


def _report(
    made: Scaffold, paths: list[Path], how: str, target: str
) -> Iterator[RenderableType]:
    for path in paths:
        yield words("wrote", "dim").append(" ").append_text(words(str(path), "bold"))
    yield words("")
    yield words(f"Found {how}:")
    table = columns(("", ""))
    table.show_header = False
    for field, value in made.page.expected.items():
        table.add_row(words(field, "bold"), words(brief(value), most=160))
    yield indented(table)
    yield words("")
    yield words("Next: correct what is wrong in expected.json, then run")
    yield indented(words(f"articlekit profile check {target}", "cyan"))


def _target(made: Scaffold, folder: Path, *, package: bool) -> Path:
    if package:
        return folder / f"articlekit-{made.name.replace('_', '-')}"
    return folder / f"{made.name}.py"
