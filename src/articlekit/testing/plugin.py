"""The pytest plugin: one test per golden page and field.

It is opt-in. A project that has golden pages says so in its `conftest.py`:

    pytest_plugins = ["articlekit.testing.plugin"]

Each folder with an `expected.json` and a `meta.json` is then collected. The profile
is found as in a parse: by the page's host, among those that are installed or built in.
A project that is not installed names its profile in pytest's settings:

    articlekit_profiles = "articlekit_example:PROFILE"

`pytest --articlekit-update` writes what the pages give now where it differs, and
shows the difference for reading.
"""

from collections.abc import Iterator
from difflib import unified_diff
from functools import cached_property
from pathlib import Path

import pytest

from articlekit.api import Profiles
from articlekit.batch.saved import META
from articlekit.errors import ArticlekitError, GoldenPageError
from articlekit.model import Article
from articlekit.testing.golden import (
    EXPECTED,
    GoldenPage,
    as_json,
    read_golden,
    write_expected,
)
from articlekit.testing.targets import load_target

_PROFILES = pytest.StashKey[Profiles]()
_CHANGES = pytest.StashKey[list[str]]()
_ALL_WELL = "warnings"


class GoldenError(Exception):
    """A golden page that gives something else; its message is for reading."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option and the setting."""
    group = parser.getgroup("articlekit")
    group.addoption(
        "--articlekit-update",
        action="store_true",
        help="Write what golden pages give now, and show what changed.",
    )
    parser.addini(
        "articlekit_profiles",
        "Where the profile of the golden pages is: module:NAME, or a path to a file.",
        default="",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Find the profile that the settings name.

    Raises:
        pytest.UsageError: The profile cannot be loaded, or pages would be updated
            by several processes at once.
    """
    config.stash[_CHANGES] = []
    if updating(config) and config.getoption("numprocesses", None):
        raise pytest.UsageError("--articlekit-update runs in one process: leave out -n")
    target = str(config.getini("articlekit_profiles"))
    try:
        config.stash[_PROFILES] = (
            load_target(target, config.rootpath) if target else None
        )
    except ArticlekitError as error:
        raise pytest.UsageError(str(error)) from error


def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> "GoldenFile | None":
    """Collect a golden page by its `expected.json`."""
    if file_path.name == EXPECTED and file_path.with_name(META).is_file():
        made: GoldenFile = GoldenFile.from_parent(parent, path=file_path)  # pyright: ignore[reportUnknownMemberType] - as pytest types it
        return made
    return None


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Show what `--articlekit-update` changed."""
    changes = config.stash[_CHANGES]
    if changes:
        terminalreporter.section("golden pages updated")
        for change in changes:
            terminalreporter.write_line(change)


def updating(config: pytest.Config) -> bool:
    """Say whether golden pages are to be written."""
    return bool(config.getoption("articlekit_update"))


class GoldenFile(pytest.File):
    """A golden page."""

    def collect(self) -> Iterator["GoldenItem"]:
        """Yield a test for each recorded field, and one for the page as a whole."""
        for name in (*sorted(self.page.expected), _ALL_WELL):
            item: GoldenItem = GoldenItem.from_parent(self, name=name)  # pyright: ignore[reportUnknownMemberType] - as pytest types it
            yield item

    @cached_property
    def page(self) -> GoldenPage:
        """The page, read once."""
        try:
            return read_golden(self.path.parent)
        except GoldenPageError as error:
            raise self.CollectError(str(error)) from error

    @cached_property
    def article(self) -> Article:
        """What the page gives, parsed once."""
        return self.page.parse(self.config.stash[_PROFILES])


class GoldenItem(pytest.Item):
    """One field of a golden page."""

    parent: GoldenFile

    def runtest(self) -> None:
        """Compare the field with what was recorded.

        Raises:
            GoldenError: It differs, and is not to be updated.
        """
        if self.name not in self.parent.page.expected:
            self._check_warnings()
            return
        found = self.parent.page.differences(self.parent.article, fields=[self.name])
        if found and updating(self.config):
            self._update()
        elif found:
            raise GoldenError("\n".join(map(str, found)))

    def _check_warnings(self) -> None:
        """Fail where a rule of the profile failed."""
        codes = self.parent.article.warnings
        failed = [w for w in codes if w.startswith(("profile-", "rule-"))]
        if failed:
            raise GoldenError(f"the parse warns of {', '.join(failed)}")

    def _update(self) -> None:
        """Write all fields of the page that differ."""
        old = read_golden(self.parent.page.folder)
        new = old.updated(self.parent.article)
        write_expected(new)
        path = str(self.path.relative_to(self.config.rootpath))
        lines = unified_diff(
            as_json(old.expected).splitlines(),
            as_json(new.expected).splitlines(),
            path,
            path,
            lineterm="",
        )
        self.config.stash[_CHANGES].extend(lines)

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None
    ) -> str:
        """Show what is different, without the way there, in whatever *style*."""
        del style
        if isinstance(excinfo.value, GoldenError | ArticlekitError):
            return f"{self.parent.page.name}: {excinfo.value}"
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, None, str]:
        """Name the test in reports."""
        return self.path, None, f"{self.parent.page.name}: {self.name}"
