"""`articlekit profile list`: which hosts have a profile, and from where."""

import click

from articlekit.cli.page import NothingUsableError, form_option
from articlekit.cli.printing import columns, print_csv, print_json_lines, show, words
from articlekit.profiles.installed import default_profiles

_HEADS = ("host", "profile", "source")


@click.command("list", short_help="Which hosts have a profile?")
@click.argument("host", required=False)
@form_option
def listing(host: str | None, form: str) -> None:
    """List the hosts that have a profile, or those with HOST in their name.

    Installed packages say in their metadata which hosts they know; no profile is
    imported.
    """
    claims = default_profiles().claims
    rows = [
        (claim.host, str(claim), claim.source)
        for claim in sorted(claims, key=lambda each: (each.host, each.source))
        if host is None or host in claim.host
    ]
    if not rows:
        raise NothingUsableError(f"no profile for {host}" if host else "no profiles")
    if form == "jsonl":
        print_json_lines(dict(zip(_HEADS, row, strict=True)) for row in rows)
    elif form == "csv":
        print_csv(_HEADS, rows)
    else:
        table = columns(("Host", "Profile", "From"))
        for name, profile, source in rows:
            table.add_row(words(name), words(profile, "dim"), words(source, "dim"))
        show([table])
