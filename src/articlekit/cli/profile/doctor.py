"""`articlekit profile doctor`: is all that is installed as it should be?"""

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Final

import click

import articlekit
from articlekit.cli.printing import columns, show, words
from articlekit.cli.profile.shared import counted, fail, mark
from articlekit.profiles.claims import Claim
from articlekit.profiles.hosts import host_key
from articlekit.profiles.installed import default_profiles

_EXTRAS: Final = (
    ("cli", "rich", "the command line"),
    ("fetch", "httpx", "profile new URL, profile refresh"),
    ("testing", "hypothesis", "profile check"),
    ("testing", "pytest", "golden pages as tests"),
)


@click.command(short_help="Is what is installed as it should be?")
def doctor() -> None:
    """Try each profile that is installed or comes with the library.

    Each is imported, and has to be there, to be a profile, and to claim the hosts
    that its package says. Hosts that two packages claim are told: no parse uses
    either of them.
    """
    version = ".".join(map(str, sys.version_info[:3]))
    show([words(f"articlekit {articlekit.__version__}, Python {version}", "bold")])
    table = columns(("", "", ""))
    table.show_header = False
    for extra, module, what in _EXTRAS:
        there = find_spec(module) is not None
        hint = "" if there else f"pip install 'articlekit[{extra}]'"
        table.add_row(mark(good=there), words(what), words(hint, "dim"))
    claims = default_profiles().claims
    troubles = list(_troubles())
    for code, place, reason in troubles:
        table.add_row(mark(good=False), words(f"{code} {place}"), words(reason))
    sources = counted(len({claim.source for claim in claims}), "package")
    known = f"{counted(len(claims), 'host')} of {sources}"
    if not troubles:
        table.add_row(mark(good=True), words(known), words(""))
    show([table])
    if troubles:
        fail(len(troubles), "fault", "faults")


def _troubles() -> Iterator[tuple[str, str, str]]:
    """Yield code, place and reason of what is wrong, each once."""
    registry = default_profiles()
    seen: set[tuple[str, str]] = set()
    for host in {_address(claim): None for claim in registry.claims}:
        for trouble in registry.lookup(f"https://{host}/").trouble:
            if (trouble.code, trouble.rule) not in seen:
                seen.add((trouble.code, trouble.rule))
                yield trouble.code, trouble.rule, trouble.reason
    for missing in registry.installed.missing:
        place = f"{missing.name} = {missing.value}"
        if ("profile-index-missing", place) not in seen:
            reason = "its name is no host, and it points at no index of hosts"
            yield "profile-index-missing", place, reason


def _address(claim: Claim) -> str:
    """Return a host that only this claim, or one like it, answers for."""
    return host_key(claim.host).replace("*.", "any-host-at-all.")
