"""The first files of a profile, written from one page of its site."""

import keyword
import re
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from string import Template
from typing import Final
from urllib.parse import unquote

import attrs

from articlekit.errors import GoldenPageError
from articlekit.model import Article, Zone
from articlekit.rules import Profile
from articlekit.testing.draft import drafted
from articlekit.testing.golden import GoldenPage, Meta, write_golden
from articlekit.testing.hints import selectors_of
from articlekit.text.urls import host_of, path_of
from articlekit.views.parts import one_line

_NO_NAME: Final = re.compile(r"[^a-z0-9]+")
# Second levels under which sites are registered: example.co.uk, example.com.au.
_SECOND_LEVELS: Final = frozenset("co com org net gov ac edu go or ne gob gov".split())
_LONGEST_NAME: Final = 40
_HOST: Final = re.compile(r"\w[\w.-]*")

_PROFILE: Final = Template('''\
"""$title."""

from articlekit.rules import Profile

PROFILE = Profile(
    name="$name",
    hosts=("$host",),
    language="$language",
$timezone\
    # Rules go here, each only where a golden page gives a wrong value without it.
    # Import them above: from articlekit.rules import Profile, css
$hints\
)
''')
_PYPROJECT: Final = Template("""\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "$project"
version = "0.1.0"
description = "articlekit profile of $host"
readme = "README.md"
requires-python = ">=3.11"
dependencies = ["articlekit"]

# One line a host: articlekit reads it without importing the package.
[project.entry-points."articlekit.profiles"]
"$host" = "$module:PROFILE"

[dependency-groups]
test = ["articlekit[testing]"]

[tool.pytest.ini_options]
addopts = ["-p", "articlekit.testing.plugin"]
articlekit_profiles = "$module:PROFILE"
pythonpath = ["src"]
testpaths = ["tests"]
""")
_README: Final = Template("""\
# $project

What articlekit has to know of $host. Once this
package is installed, pages of that host are read with it.

    articlekit profile check .    # golden pages and laws
    pytest                        # one test a page and field

Pages in `tests/golden` are redacted: their form is the site's, their prose is not.
""")
_TEST: Final = Template('''\
"""The profile keeps the laws, and its golden pages their values."""

from pathlib import Path

from articlekit.testing import check_profile, find_golden

from $module import PROFILE


def test_profile_keeps_the_laws() -> None:
    """Nothing fails, hangs or changes, whatever the page."""
    check_profile(PROFILE, find_golden(Path(__file__).parent / "golden"))
''')


@attrs.frozen
class Scaffold:
    """A profile that is to be written.

    Attributes:
        page: Its first golden page, with the draft of what to expect.
        article: What the page gives.
        host: Host of the site.
        name: Name of the profile, and of its module.
    """

    page: GoldenPage
    article: Article
    host: str
    name: str

    def write(self, folder: Path) -> Iterator[Path]:
        """Write a module and a golden folder; yield what was written.

        A module that is there already is left as it is: a second page of the same
        site is one more golden page.
        """
        yield from self._if_new(folder / f"{self.name}.py", self.profile())
        yield self._golden(folder / "golden" / self.name)

    def write_package(self, folder: Path) -> Iterator[Path]:
        """Write a project that can be built and published; yield what was written."""
        project = f"articlekit-{self.name.replace('_', '-')}"
        module = project.replace("-", "_")
        names = {"project": project, "module": module, "host": self.host}
        home = folder / project
        for path, text in (
            ("pyproject.toml", _PYPROJECT.substitute(names)),
            ("README.md", _README.substitute(names)),
            (f"src/{module}/__init__.py", self.profile()),
            (f"src/{module}/py.typed", ""),
            ("tests/test_profile.py", _TEST.substitute(names)),
        ):
            yield from self._if_new(home / path, text)
        yield self._golden(home / "tests" / "golden")

    def profile(self) -> str:
        """Return the module of the profile."""
        site = self.article.site_name or self.host
        title = f"{site} ({self.host})" if site != self.host else site
        hints = (
            f"    #   {f}={rule},\n" for f, rule in selectors_of(self.page).items()
        )
        return _PROFILE.substitute(
            title=one_line(title).replace("\\", "").replace('"', "'"),
            name=self.name,
            host=self.host,
            language=self.article.language or "en",
            timezone=_timezone(self.article),
            hints="".join(hints),
        )

    def _if_new(self, path: Path, text: str) -> Iterator[Path]:
        if path.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        yield path

    def _golden(self, folder: Path) -> Path:
        """Write the golden page into a folder of its own."""
        name = self.page.folder.name
        number = 1
        while (home := folder / (name if number == 1 else f"{name}-{number}")).exists():
            number += 1
        kind = "html" if b"<" in self.page.content[:2_000] else "txt"
        write_golden(attrs.evolve(self.page, folder=home), kind=kind)
        return home


def scaffold(
    content: bytes, meta: Meta, profiles: Collection[Profile] = ()
) -> Scaffold:
    """Make the first files of a profile from one page.

    Args:
        content: The page.
        meta: What is known of it; without a url, the page's own counts.
        profiles: What the draft is made with; () for what is found without rules.

    Raises:
        GoldenPageError: Neither says which site it is of, or the page has nothing
            to record.
        InputError: The page cannot be read.
    """
    page = GoldenPage(Path(), content, {}, meta)
    article = page.parse(profiles)
    url = meta.url or article.canonical_url
    host = host_of(url)
    # The page may say what it likes, and the host is written into source code.
    if not _HOST.fullmatch(host):
        reason = "it does not say which site it is of; give its address with --url"
        raise GoldenPageError("page", reason)
    expected = drafted(article)
    if not expected.keys() & {"title", "text"}:
        reason = f"nothing to record (status {article.status.value})"
        raise GoldenPageError(host, reason)
    known = attrs.evolve(meta, url=url)
    page = GoldenPage(Path(_page_name(url, article)), content, expected, known)
    return Scaffold(page, article, host, name_of(host))


def name_of(host: str) -> str:
    """Return the name of a profile for *host*, good as the name of a module."""
    labels = host.split(".")[:-1] or [host]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVELS:
        labels.pop()
    name = _NO_NAME.sub("_", labels[-1]).strip("_") or "news_site"
    if name[0].isdigit() or name in sys.stdlib_module_names or keyword.iskeyword(name):
        name = f"site_{name}"
    return name


def _page_name(url: str | None, article: Article) -> str:
    """Return a short name for a page: of its address, else of its title."""
    pieces = unquote(path_of(url)).lower().split("/")
    slug = max((_NO_NAME.sub("-", each).strip("-") for each in pieces), key=len)
    slug = slug or _NO_NAME.sub("-", (article.title or "").lower()).strip("-")
    words = slug.removesuffix("-html").removesuffix("-htm")
    return words[:_LONGEST_NAME].strip("-") or "page"


def _timezone(article: Article) -> str:
    """Return the line of the time zone: commented, as a page does not tell its name."""
    moment = article.published
    if moment is None or moment.value is None:
        return ""
    if moment.zone is Zone.KNOWN:
        return '    # timezone="Europe/London",  # for times that name no zone\n'
    return (
        '    # timezone="Europe/London",  # its times name no zone: which one is it?\n'
    )
