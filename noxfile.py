"""The project's sessions: `nox -l` lists them, `nox -s tests lint` runs some.

Every session works with virtualenv and pip alone; uv is used where it is installed.
"""

import os
import sys
from pathlib import Path
from typing import Final

import nox

PROJECT: Final = nox.project.load_toml("pyproject.toml")
PYTHONS: Final = nox.project.python_versions(PROJECT)
OLDEST: Final = PYTHONS[0]
# What a session outside of the matrix runs on: whatever started nox.
HERE: Final = f"{sys.version_info.major}.{sys.version_info.minor}"
# `oldest` also takes these down, since they are what the extras ask for.
OLDEST_EXTRAS: Final = ("cli", "fetch")
EXAMPLE: Final = "examples/harbour-bridge.html"

nox.needs_version = ">=2025.2"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.error_on_missing_interpreters = bool(os.environ.get("CI"))
nox.options.sessions = ["lint", "types", "layers", "tests", "docs", "package"]


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the test suite with branch coverage."""
    _install(session, "test", extras=("cli", "fetch", "testing"))
    session.run("pytest", "--cov", "--cov-report=term:skip-covered", *session.posargs)


@nox.session(python=OLDEST)
def oldest(session: nox.Session) -> None:
    """Run the test suite with every run-time dependency at its lower bound."""
    _install(session, "test", extras=("cli", "fetch", "testing"))
    session.install(*_lower_bounds())
    session.run("pip", "list", silent=True)
    session.run("pytest", *session.posargs)


@nox.session(python=HERE)
def properties(session: nox.Session) -> None:
    """Run the property tests deeply: 2,000 examples each."""
    _install(session, "test", extras=("cli", "fetch", "testing"))
    session.run(
        "pytest",
        "-m",
        "hypothesis",
        *session.posargs,
        env={"HYPOTHESIS_PROFILE": "deep"},
    )


@nox.session(python=HERE)
def types(session: nox.Session) -> None:
    """Check the types: mypy strict, then pyright strict."""
    _install(session, "types", extras=("cli", "fetch", "testing"))
    session.run("mypy", "src")
    session.run("pyright", "--pythonpath", str(_python(session)))


@nox.session(python=HERE)
def lint(session: nox.Session) -> None:
    """Check style and form with ruff."""
    _install(session, "lint", package=False)
    session.run("ruff", "check", *session.posargs)
    session.run("ruff", "format", "--check")


@nox.session(python=HERE)
def layers(session: nox.Session) -> None:
    """Check that imports run one way through the house."""
    _install(session, "lint")
    session.run("lint-imports", "--no-cache")


@nox.session(python=HERE)
def docs(session: nox.Session) -> None:
    """Build the documentation; a broken reference or a warning fails."""
    _install(session, "docs", extras=("cli", "fetch", "testing"))
    target = Path("docs", "_build", "html")
    session.run("sphinx-build", "-n", "-W", "--keep-going", "-E", "docs", str(target))


@nox.session(python=HERE)
def package(session: nox.Session) -> None:
    """Build the wheel, install it away from the source, and parse one page."""
    session.install("build")
    built = Path(session.create_tmp(), "dist")
    for stale in built.glob("*"):
        stale.unlink()
    session.run("python", "-m", "build", "--outdir", str(built), silent=True)
    (wheel,) = built.glob("*.whl")
    session.install(
        "--force-reinstall", f"articlekit[cli] @ {wheel.resolve().as_uri()}"
    )
    page = str(Path(EXAMPLE).resolve())
    session.chdir(session.create_tmp())
    session.run("articlekit", "parse", page, "--format", "json", silent=True)
    session.run("articlekit", "parse", page, "--field", "title")


@nox.session(python=HERE)
def bench(session: nox.Session) -> None:
    """Measure articlekit beside its peers: `nox -s bench -- --corpora DIR`."""
    _install(session, "bench")
    session.run("python", "-m", "benchmarks", *session.posargs)


@nox.session(python=HERE)
def bench_quotes(session: nox.Session) -> None:
    """Measure the quotes: `nox -s bench_quotes -- --quotes DIR`."""
    _install(session, "bench")
    session.run("python", "-m", "benchmarks", "quotes", *session.posargs)


def _install(
    session: nox.Session,
    group: str,
    *,
    extras: tuple[str, ...] = (),
    package: bool = True,
) -> None:
    """Install one dependency group and, unless told otherwise, the package."""
    session.install(*nox.project.dependency_groups(PROJECT, group))
    if package:
        wanted = f".[{','.join(extras)}]" if extras else "."
        session.install("-e", wanted)


def _lower_bounds() -> tuple[str, ...]:
    """Name each run-time dependency at its lower bound, as `name==version`."""
    project = PROJECT["project"]
    wanted = [*project["dependencies"]]
    for extra in OLDEST_EXTRAS:
        wanted += project["optional-dependencies"][extra]
    return tuple(each.replace(">=", "==") for each in wanted)


def _python(session: nox.Session) -> Path:
    """Find the interpreter of the session's own environment."""
    return next(
        Path(folder, name)
        for folder in session.bin_paths or ()
        for name in ("python", "python.exe")
        if Path(folder, name).exists()
    )
