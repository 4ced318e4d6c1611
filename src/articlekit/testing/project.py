"""What a project says of its profiles, and what else is installed."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from articlekit.profiles.claims import Claims, installed_claims
from articlekit.profiles.hosts import host_key
from articlekit.rules import Profile
from articlekit.testing.lint import Remark
from articlekit.testing.targets import entry_points

NOT_FOUND = "host-without-entry-point"
NOT_CLAIMED = "entry-point-without-host"


def others_installed(profiles: Iterable[Profile]) -> Claims:
    """Return what other distributions claim: not the one that is being looked at.

    A project that is installed as well claims its own hosts, from the same modules.
    """
    own = {_module(profile) for profile in profiles}
    claims = installed_claims()
    others = tuple(c for c in claims.claims if c.module.partition(".")[0] not in own)
    return Claims(others, claims.missing)


def _module(profile: Profile) -> str | None:
    """Return the first part of the module that holds *profile*, if one does."""
    for name, module in list(sys.modules.items()):
        space = cast("dict[str, object]", getattr(module, "__dict__", {}))
        if any(value is profile for value in space.values()):
            return name.partition(".")[0]
    return None


def check_entry_points(target: str, profiles: Iterable[Profile]) -> Iterator[Remark]:
    """Yield hosts that the entry points of a project forget, or make up.

    Args:
        target: The project's folder; anything else has no entry points.
        profiles: Its profiles.
    """
    folder = Path(target)
    if not (folder / "pyproject.toml").is_file():
        return
    named = {host_key(name) for name, value in entry_points(folder) if ":" in value}
    if not named:
        return  # an index lists them
    claimed = {host_key(h): p.name for p in profiles for h in p.hosts}
    for host in sorted(claimed.keys() - named):
        reason = f'write "{host}" = "module:PROFILE" into pyproject.toml'
        yield Remark(NOT_FOUND, claimed[host], reason)
    for host in sorted(named - claimed.keys()):
        reason = "no profile of the project claims this host"
        yield Remark(NOT_CLAIMED, host, reason)
