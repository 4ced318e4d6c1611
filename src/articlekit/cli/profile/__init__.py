"""`articlekit profile`: the commands for those who write source profiles."""

import click

from articlekit.cli.profile.check import check
from articlekit.cli.profile.doctor import doctor
from articlekit.cli.profile.drift import drift
from articlekit.cli.profile.lint import lint
from articlekit.cli.profile.listing import listing
from articlekit.cli.profile.new import new
from articlekit.cli.profile.redact import redact
from articlekit.cli.profile.refresh import refresh


@click.group(
    short_help="Write, check and keep source profiles.",
    epilog="TARGET is a file (courier.py), the folder of a project, module:NAME, or "
    "the host or name of an installed profile. Golden pages are looked for in the "
    "folders golden and tests/golden beside it.",
)
def profile() -> None:
    """Write, check and keep source profiles: what is known of one site.

    Begin with `articlekit profile new PAGE`, correct the file expected.json that it
    writes, add rules until `articlekit profile check` passes.
    """


for _command in (new, check, lint, refresh, drift, redact, listing, doctor):
    profile.add_command(_command)

__all__ = ["profile"]
