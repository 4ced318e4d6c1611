"""The command line: one file a command; the extra `cli` brings click and rich.

Exit codes: 0 something was found, 1 the page holds nothing usable, 2 wrong use.
"""

import sys
from typing import Final

from articlekit.errors import MissingExtraError

WRONG_USE: Final = 2


def main() -> None:
    """Run the command line and exit with its code."""
    try:
        from articlekit.cli.app import run
    except ModuleNotFoundError as error:
        module = (error.name or "").partition(".")[0]
        if module not in ("click", "rich"):
            raise
        missing = MissingExtraError(extra="cli", module=module)
        print(f"articlekit: {missing}", file=sys.stderr)
        sys.exit(WRONG_USE)
    sys.exit(run())
