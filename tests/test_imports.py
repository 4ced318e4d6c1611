"""What `import articlekit` may load, seen from a fresh interpreter."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

# Each costs more than the rest of the import together, and is not always needed.
LATE: Final = (
    "bs4",
    "cattrs",
    "charset_normalizer",
    "click",
    "dateutil",
    "fastwarc",
    "httpx",
    "hypothesis",
    "pyarrow",
    "pytest",
    "requests",
    "rich",
    "urllib.request",
)
_QUICK: Final = 0.15
_MOST_TRIES: Final = 20
_REPORT: Final = "; import sys, json; print(json.dumps(sorted(sys.modules)))"


@pytest.fixture(scope="module")
def loaded() -> frozenset[str]:
    """Name the modules that a fresh `import articlekit` leaves in the interpreter."""
    return _modules_after("import articlekit")


def _modules_after(code: str) -> frozenset[str]:
    """Run *code* in a fresh interpreter and name the modules that it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", code + _REPORT],
        check=True,
        capture_output=True,
        text=True,
    )
    return frozenset(json.loads(done.stdout))


@pytest.mark.parametrize("module", LATE)
def test_import_leaves_heavy_modules_alone(loaded: frozenset[str], module: str) -> None:
    """Importing the library loads no optional and no slow module."""
    assert module not in loaded


def test_import_loads_no_source_profile(loaded: frozenset[str]) -> None:
    """Importing the library loads the profile of no site."""
    sources = "articlekit.profiles.sources."
    assert [name for name in loaded if name.startswith(sources)] == []


def test_import_loads_neither_command_line_nor_test_kit(
    loaded: frozenset[str],
) -> None:
    """Importing the library loads neither its command line nor its test kit."""
    assert loaded.isdisjoint({"articlekit.cli", "articlekit.testing"})


def test_import_is_quick(tmp_path: Path) -> None:
    """Importing the library takes under 0.15 s of CPU once its bytecode is written."""
    code = (
        "import time; a = time.process_time(); import articlekit; "
        "print(time.process_time() - a)"
    )
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    best = float("inf")
    for _ in range(_MOST_TRIES):  # other processes cost caches, and so time
        said = subprocess.check_output([sys.executable, "-c", code], env=environment)
        best = min(best, float(said))
        if best < _QUICK:
            return
    pytest.fail(f"the best of {_MOST_TRIES} took {best:.3f} s")
