"""`articlekit profile check`: golden pages and laws."""

from collections.abc import Iterator
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from articlekit.cli.printing import columns, show, words
from articlekit.cli.profile.shared import (
    fail,
    golden_option,
    golden_pages,
    guarded,
    load,
    mark,
    target_argument,
)
from articlekit.rules import Profile
from articlekit.testing import GoldenPage
from articlekit.testing.laws import EXAMPLES, SECONDS, Fault, find_faults
from articlekit.testing.lint import pages_of


@click.command(short_help="Do its golden pages and the laws hold?")
@target_argument
@golden_option
@click.option(
    "--examples",
    type=click.IntRange(1),
    default=EXAMPLES,
    show_default=True,
    help="How many pages to draw for each law.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(0.1),
    default=SECONDS,
    show_default=True,
    help="How long one page may take.",
)
def check(target: str, folder: Path | None, examples: int, seconds: float) -> None:
    """Parse the golden pages, and try the laws that every profile keeps.

    Each recorded field must be as expected, each layout must have a page. Then
    pages of the site's shape are drawn, whole and broken, and hostile ones: no
    rule may fail, hang or give different values for the same page.
    """
    profiles = load(target)
    pages = golden_pages(target, folder)
    faults = 0
    for profile in profiles:
        mine = pages_of(profile, pages)
        found = guarded(find_faults)(profile, mine, examples=examples, seconds=seconds)
        show(_report(profile, mine, found))
        faults += len(found)
    if faults:
        fail(faults, "fault", "faults")


def _report(
    profile: Profile, pages: tuple[GoldenPage, ...], faults: tuple[Fault, ...]
) -> Iterator[Text | Table]:
    """Make what there is to print of one profile."""
    hosts = ", ".join(profile.hosts)
    yield words(profile.name, "bold").append("  ").append_text(words(hosts, "dim"))
    table = columns(("", "", ""))
    table.show_header = False
    for page in pages:
        table.add_row(*_of_page(page, faults))
    for law, what in _LAWS:
        broken = [fault for fault in faults if fault.law == law]
        told = law in ("pickles", "pages", "hostile") or broken
        if told and not _is_cut(law, faults):
            table.add_row(mark(good=not broken), words(what), _reasons(broken))
    yield table
    if not pages:
        yield words(
            "no golden pages: nothing shows that it finds what it should", "yellow"
        )


_LAWS = (
    ("endless", "ends"),
    ("pickles", "travels between processes"),
    ("layouts", "each layout has a page"),
    ("pages", "pages of its shape"),
    ("hostile", "hostile pages"),
)


def _is_cut(law: str, faults: tuple[Fault, ...]) -> bool:
    """Say whether a law was not tried, since something before it ended the check."""
    ended = {fault.law for fault in faults} & {"endless", "pickles"}
    return bool(ended) and law not in ended


def _of_page(page: GoldenPage, faults: tuple[Fault, ...]) -> tuple[Text, Text, Text]:
    mine = [
        fault
        for fault in faults
        if fault.law == "golden" and fault.place.partition(":")[0] == page.name
    ]
    if mine:
        return mark(good=False), words(page.name), _reasons(mine, page.name)
    ended = {fault.law for fault in faults} & {"endless", "pickles"}
    if ended:
        return words("–", "dim"), words(page.name), words("not tried", "dim")
    count = len(page.expected)
    plural = "" if count == 1 else "s"
    return mark(good=True), words(page.name), words(f"{count} field{plural}", "dim")


def _reasons(faults: list[Fault], page: str = "") -> Text:
    """Return the faults below each other, their lines as they are."""
    lines = [
        words(line.rstrip())
        if not line.startswith(" ")
        else Text("    ").append_text(words(line, "dim"))
        for fault in faults
        for line in str(fault).removeprefix(f"{page}: ").splitlines()
    ]
    return Text("\n").join(lines)
