"""`articlekit profile lint`: what is useless or contradictory in a profile."""

from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import RenderableType

from articlekit.cli.printing import indented, show, words
from articlekit.cli.profile.shared import (
    counted,
    fail,
    golden_option,
    golden_pages,
    guarded,
    load,
    target_argument,
)
from articlekit.testing.lint import Remark
from articlekit.testing.lint import lint as find_remarks
from articlekit.testing.project import check_entry_points, others_installed


@click.command(short_help="Which rules do nothing, who is in whose way?")
@target_argument
@golden_option
def lint(target: str, folder: Path | None) -> None:
    """Look for rules that never fire or find nothing new, and for clashes of hosts.

    A rule finds nothing new where every golden page would give the same without
    it. Misspelt keywords are refused when the profile is loaded, with the word
    that was meant.
    """
    profiles = load(target)
    pages = golden_pages(target, folder)
    others = others_installed(profiles)
    remarks = guarded(find_remarks)(profiles, pages, others=others)
    remarks = (*check_entry_points(target, profiles), *remarks)
    if remarks:
        show(line for remark in remarks for line in _lines(remark))
        fail(len(remarks), "remark", "remarks")
    things = counted(len(profiles), "profile"), counted(len(pages), "golden page")
    show([words(f"nothing to remark on {' and '.join(things)}", "green")])


def _lines(remark: Remark) -> Iterator[RenderableType]:
    code = words(remark.code, "yellow")
    yield code.append("  ").append_text(words(remark.place, "bold"))
    yield indented(words(remark.reason))
