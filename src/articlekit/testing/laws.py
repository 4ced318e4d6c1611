"""The laws that every profile keeps, tried on its own pages and on broken ones."""

import pickle
import re
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from typing import Final

import attrs

from articlekit.api import parse
from articlekit.batch.process import packed
from articlekit.errors import (
    InputError,
    MissingExtraError,
    ProfileError,
    RuleError,
    WorkerError,
)
from articlekit.model import Article, Figure
from articlekit.profiles.registry import Registry
from articlekit.rules import Profile
from articlekit.testing.golden import GoldenPage
from articlekit.testing.looking import layout_of, view_of
from articlekit.testing.worker import Worker

EXAMPLES: Final = 30
SECONDS: Final = 20.0
# Not `str.strip`: "\x1f" counts as white space there, and pages hold it as text.
_AROUND: Final = re.compile(r"^[ \t\r\n]|[ \t\r\n]$")
_TEXTS: Final = ("title", "kicker", "dek", "byline", "section", "site_name")

Tell = Callable[[str], None]


@attrs.frozen
class Fault:
    """A law that a profile breaks, or a golden page that gives something else.

    Attributes:
        law: What is broken: "golden", "pickles", "layouts", "pages", "hostile".
        place: The page, field or layout.
        reason: What happened, for reading; may have several lines.
    """

    law: str
    place: str
    reason: str

    def __str__(self) -> str:
        """Return it for reading."""
        return f"{self.place}: {self.reason}"


@attrs.frozen
class _Task:
    """What a worker process is given."""

    profile: Profile
    golden: tuple[GoldenPage, ...]
    examples: int


def check_profile(
    profile: Profile,
    golden: Iterable[GoldenPage] = (),
    *,
    examples: int = EXAMPLES,
    seconds: float = SECONDS,
) -> None:
    """Check that *profile* keeps the laws, and its golden pages their values.

    It pickles; its golden pages give what was recorded, without a warning; each
    layout has a page that it is taken for; and on pages of the site's shape, whole
    and broken, and on hostile ones, nothing is raised but `InputError`, no rule
    fails, the same page gives the same, and texts are clean. All this runs in a
    process of its own, where a function that never returns is stopped.

    Args:
        profile: The profile.
        golden: Golden pages; those of other hosts are left alone.
        examples: How many pages to draw for each law.
        seconds: How long one page may take.

    Raises:
        RuleError: It does not; the first fault is the reason.
        MissingExtraError: Hypothesis is not installed.
    """
    found = find_faults(profile, golden, examples=examples, seconds=seconds)
    if found:
        raise RuleError(profile.name, found[0].law, str(found[0]))


def find_faults(
    profile: Profile,
    golden: Iterable[GoldenPage] = (),
    *,
    examples: int = EXAMPLES,
    seconds: float = SECONDS,
) -> tuple[Fault, ...]:
    """Return every fault of *profile*; see `check_profile`.

    Raises:
        MissingExtraError: Hypothesis is not installed.
    """
    if find_spec("hypothesis") is None:
        raise MissingExtraError(extra="testing", module="hypothesis")
    registry = Registry((profile,))
    pages = tuple(page for page in golden if registry.find(page.meta.url))
    if reason := _cannot_pickle(profile):
        return (Fault("pickles", profile.name, reason),)
    task = _Task(profile, pages, examples)
    try:
        return Worker(_try_all, seconds)(task)
    except WorkerError as error:
        return (Fault("endless", error.step, error.reason),)


def _cannot_pickle(profile: Profile) -> str | None:
    """Say why *profile* cannot travel to another process, or None."""
    try:
        copy: object = pickle.loads(packed(profile))  # noqa: S301 - our own
    except (ProfileError, AttributeError, TypeError, ImportError) as error:
        return str(error)
    return None if copy == profile else "is not equal to its copy"


def _try_all(task: _Task, tell: Tell) -> tuple[Fault, ...]:
    return (
        *_of_golden(task, tell),
        *_of_layouts(task, tell),
        *_of_drawn(task, tell),
    )


def _of_golden(task: _Task, tell: Tell) -> Iterator[Fault]:
    for page in task.golden:
        tell(f"golden page {page.name}")
        try:
            article = page.parse((task.profile,))
        except InputError as error:
            yield Fault("golden", page.name, str(error))
            continue
        for each in page.differences(article):
            yield Fault("golden", f"{page.name}: {each.path}", each.reason)
        for reason in _failures(article):
            yield Fault("golden", page.name, reason)


def _of_layouts(task: _Task, tell: Tell) -> Iterator[Fault]:
    taken: set[str] = set()
    for page in task.golden:
        tell(f"layout of {page.name}")
        try:
            layout = layout_of(view_of(page), task.profile)
        except InputError:
            continue  # told of already
        taken |= {layout.name} if layout else set()
    for layout in task.profile.layouts:
        if layout.name not in taken:
            reason = "no golden page is read with it"
            yield Fault("layouts", f"layout {layout.name}", reason)


def _of_drawn(task: _Task, tell: Tell) -> Iterator[Fault]:
    """Draw pages and return the smallest that breaks a law, for each kind of page."""
    from articlekit.testing.site_pages import hostile_pages, site_pages

    pages = [page.content.decode("utf-8", "replace") for page in task.golden]
    kinds = (
        ("pages", site_pages(task.profile, pages=pages)),
        ("hostile", hostile_pages()),
    )
    for law, drawn in kinds:
        tell(f"{law}: drawing pages")
        fault = _first_fault(task, law, drawn, tell)
        if fault is not None:
            yield fault


class _BrokenLawError(Exception):
    """Ends an example; Hypothesis looks for the smallest page that does."""


def _first_fault(task: _Task, law: str, drawn: object, tell: Tell) -> Fault | None:
    from articlekit.testing.drawing import smallest

    number = iter(range(10**9))

    def try_page(page: str) -> None:
        tell(f"{law}: drawn page {next(number) + 1}")
        if reason := _broken_law(task.profile, page):
            raise _BrokenLawError(reason)

    found = smallest(try_page, drawn, failing=_BrokenLawError, examples=task.examples)
    if found is None:
        return None
    page, reason = found
    return Fault(
        law, f"on a page of {len(page)} characters", f"{reason}\n{_start(page)}"
    )


def _start(page: str) -> str:
    lines = page.splitlines() or [""]
    return "\n".join(f"    {line[:100]}" for line in lines[:6])


def _broken_law(profile: Profile, page: str) -> str | None:
    """Say which law *profile* breaks on *page*, or None."""
    from articlekit.testing.site_pages import site_url

    url = site_url(profile)
    try:
        article = parse(page, url=url, profiles=(profile,))
    except InputError:
        return None
    reason = next(_failures(article), None) or next(_unclean(article), None)
    if reason:
        return reason
    if article != parse(page, url=url, profiles=(profile,)):
        return "the same page gave something else the second time"
    if article != Article.from_dict(article.to_dict()):
        return "its values do not survive to_dict and from_dict"
    return None


def _failures(article: Article) -> Iterator[str]:
    """Yield what failed in rules and tests of layouts."""
    for each in article.evidence:
        if (each.rejected or "").startswith(("rule-", "profile-")):
            yield f"{each.field}: {each.locator}: {each.raw} ({each.rejected})"


def _unclean(article: Article) -> Iterator[str]:
    """Yield values that are not as values are."""
    for name in _TEXTS:
        value: object = getattr(article, name)
        if isinstance(value, str) and _AROUND.search(value):
            yield f"{name} has white space around it: {value!r}"
    for author in article.authors:
        if _AROUND.search(author.name) or not author.name:
            yield f"authors: the name is {author.name!r}"
    figures = (block.image for block in article.body if isinstance(block, Figure))
    if any(index >= len(article.images) for index in figures):
        yield "body: a figure points at no image"
    for quote in article.quotes:
        if any(not part.of(article.text) for part in quote.parts):
            yield "quotes: a part is no piece of the text"
