"""`articlekit profile`: the commands for those who write source profiles.

Each is imported when it is called: `articlekit parse` needs none of them.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Final, cast

import click

# Name of a command to its module; the command has the module's name.
_COMMANDS: Final[Mapping[str, str]] = {
    "new": "new",
    "check": "check",
    "lint": "lint",
    "refresh": "refresh",
    "drift": "drift",
    "redact": "redact",
    "list": "listing",
    "doctor": "doctor",
}


class _LateGroup(click.Group):
    """A group whose commands are imported one by one, in the order of their use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        del ctx
        name = _COMMANDS.get(cmd_name)
        if name is None:
            return None
        module = import_module(f"articlekit.cli.profile.{name}")
        return cast("click.Command", getattr(module, name))


@click.group(
    cls=_LateGroup,
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


__all__ = ["profile"]
