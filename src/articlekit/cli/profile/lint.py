"""`articlekit profile lint`: what is useless or contradictory in a profile."""

from pathlib import Path

import click

from articlekit.cli.printing import columns, show, words
from articlekit.cli.profile.shared import (
    fail,
    golden_option,
    golden_pages,
    guarded,
    load,
    target_argument,
)
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
    table = columns(("Remark", "Place", "Reason"))
    for remark in remarks:
        table.add_row(
            words(remark.code, "yellow"), words(remark.place), words(remark.reason)
        )
    if remarks:
        show([table])
        fail(len(remarks), "remark", "remarks")
    show(
        [
            words(
                f"nothing to remark on {_counted(len(profiles), 'profile')} and "
                f"{_counted(len(pages), 'golden page')}",
                "green",
            )
        ]
    )


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
