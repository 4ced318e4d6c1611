"""`articlekit profile check`: golden pages and laws."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click
from rich.console import RenderableType

from articlekit.cli.printing import show, words
from articlekit.cli.profile.shared import (
    counted,
    fail,
    golden_option,
    golden_pages,
    guarded,
    line_of,
    load,
    mark,
    reasons_of,
    target_argument,
)
from articlekit.rules import Profile
from articlekit.testing import GoldenPage
from articlekit.testing.laws import EXAMPLES, SECONDS, Fault, find_faults
from articlekit.testing.lint import pages_of

_LAWS: Final = (
    ("endless", "ends"),
    ("pickles", "travels between processes"),
    ("layouts", "each layout has a page"),
    ("pages", "pages of its shape"),
    ("hostile", "hostile pages"),
)
# After these nothing else was tried.
_ENDING: Final = {"endless", "pickles"}


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
) -> Iterator[RenderableType]:
    """Make what there is to print of one profile."""
    hosts = ", ".join(profile.hosts)
    yield words(profile.name, "bold").append("  ").append_text(words(hosts, "dim"))
    for page in pages:
        yield from _of_page(page, faults)
    for law, what in _LAWS:
        broken = [fault for fault in faults if fault.law == law]
        told = law in ("pickles", "pages", "hostile") or broken
        if told and not _is_cut(law, faults):
            yield line_of(mark(good=not broken), what)
            yield from _reasons(broken)
    if not pages:
        missing = "no golden pages: nothing shows that it finds what it should"
        yield words(missing, "yellow")


def _is_cut(law: str, faults: tuple[Fault, ...]) -> bool:
    """Say whether a law was not tried, since something before it ended the check."""
    ended = {fault.law for fault in faults} & _ENDING
    return bool(ended) and law not in ended


def _of_page(page: GoldenPage, faults: tuple[Fault, ...]) -> Iterator[RenderableType]:
    mine = [
        fault
        for fault in faults
        if fault.law == "golden" and fault.place.partition(":")[0] == page.name
    ]
    if mine:
        yield line_of(mark(good=False), page.name)
        yield from _reasons(mine, page.name)
    elif {fault.law for fault in faults} & _ENDING:
        yield line_of(words("–", "dim"), page.name, "not tried")
    else:
        yield line_of(mark(good=True), page.name, counted(len(page.expected), "field"))


def _reasons(faults: list[Fault], page: str = "") -> Iterator[RenderableType]:
    return reasons_of(str(fault).removeprefix(f"{page}: ") for fault in faults)
