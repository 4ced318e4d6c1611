"""`articlekit profile redact`: pages that may be published."""

from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import RenderableType

from articlekit.cli.printing import show
from articlekit.cli.profile.shared import (
    counted,
    fail,
    guarded,
    line_of,
    load,
    mark,
    reasons_of,
)
from articlekit.errors import InputError
from articlekit.rules import Profile
from articlekit.rules.writing import written
from articlekit.testing import GoldenPage, find_golden, write_golden
from articlekit.testing.redact import redact_page
from articlekit.testing.redact_golden import redact_golden
from articlekit.testing.redact_words import Redactor


@click.command(short_help="Make pages that may be published.")
@click.argument(
    "path", metavar="PAGE|FOLDER", type=click.Path(exists=True, path_type=Path)
)
@click.option(
    "--profile", "target", metavar="TARGET", help="Keep the words its rules go by."
)
@click.option("--keep", multiple=True, metavar="WORD", help="Keep this word as well.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a PAGE here and not to standard output.",
)
def redact(
    path: Path, target: str | None, keep: tuple[str, ...], output: Path | None
) -> None:
    """Replace the prose of a page, and keep its form.

    A PAGE is written to standard output. In a FOLDER each golden page is replaced
    where it is, with what is expected of it; a field that the redacted page no
    longer gives is told.
    """
    profiles = load(target) if target else ()
    redactor = Redactor((*keep, *map(_words_of, profiles)))
    if path.is_dir():
        _replace(guarded(find_golden)(path), redactor, profiles)
        return
    made = redact_page(path.read_bytes(), redactor)
    if output:
        output.write_text(made, "utf-8")
    else:
        click.echo(made.encode("utf-8"), nl=False)


def _words_of(profile: Profile) -> str:
    """Return the words of all rules of *profile*, as they are written."""
    rules = (
        written(rule)
        for step in (profile, *profile.layouts)
        for field in step.fields
        for rule in step.rules(field)
    )
    return " ".join(rules)


def _replace(
    pages: tuple[GoldenPage, ...], redactor: Redactor, profiles: tuple[Profile, ...]
) -> None:
    if not pages:
        raise click.UsageError("there are no golden pages in this folder")
    lost = 0
    for page in pages:
        made = redact_golden(page, redactor)
        write_golden(made)
        before, after = (dict(_differing(each, profiles)) for each in (page, made))
        reasons = [reason for field, reason in after.items() if field not in before]
        lost += len(reasons)
        show(_report(made, reasons))
    if lost:
        fail(lost, "field is given no longer", "fields are given no longer")


def _report(page: GoldenPage, reasons: list[str]) -> Iterator[RenderableType]:
    said = "" if reasons else f"{counted(len(page.expected), 'field')} as before"
    yield line_of(mark(good=not reasons), page.name, said)
    yield from reasons_of(reasons)


def _differing(
    page: GoldenPage, profiles: tuple[Profile, ...]
) -> Iterator[tuple[str, str]]:
    """Yield the fields that a page does not give as recorded."""
    try:
        article = page.parse(profiles or None)
    except InputError as error:
        yield "page", str(error)
        return
    for each in page.differences(article):
        yield each.path.partition("[")[0].partition(".")[0], str(each)
