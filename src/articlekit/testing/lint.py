"""What is useless or contradictory in a profile, though it is valid."""

from collections.abc import Iterable, Iterator
from typing import Final, Protocol, TypeVar, cast

import attrs

from articlekit.errors import InputError
from articlekit.profiles.claims import Claim, Claims
from articlekit.profiles.hosts import host_key
from articlekit.profiles.registry import Registry
from articlekit.profiles.view import View
from articlekit.rules import Layout, Profile
from articlekit.rules.profile import FieldRules
from articlekit.rules.writing import written
from articlekit.testing.golden import GoldenPage
from articlekit.testing.looking import finds, fits, layout_of, view_of

NEVER_FIRES: Final = "rule-never-fires"
FINDS_NOTHING_NEW: Final = "rule-finds-nothing-new"
UNREACHABLE: Final = "layout-unreachable"
UNMATCHED: Final = "layout-without-page"
CLASH: Final = "host-clash"
NO_PAGES: Final = "no-golden-pages"
UNCLAIMED: Final = "page-of-another-host"
NOT_RECORDED: Final = "field-not-recorded"

# Rules whose effect is recorded under another name, or nowhere of its own.
_RECORDED_AS: Final = {
    "body": "text",
    "keep": "text",
    "drop": "text",
    "caption": "images",
    "credit": "images",
}
_T = TypeVar("_T", bound=FieldRules)
_Views = dict[str, View]


class _Evolve(Protocol[_T]):
    """How `attrs.evolve` is called with the name of a field as a text."""

    def __call__(self, step: _T, /, **changes: object) -> _T: ...


@attrs.frozen
class Remark:
    """One thing to look at.

    Attributes:
        code: What kind of thing, a word of the reference.
        place: Profile, layout, field and rule that it is about.
        reason: Why, for reading.
    """

    code: str
    place: str
    reason: str

    def __str__(self) -> str:
        """Return it in one line."""
        return f"{self.code}: {self.place}: {self.reason}"


def lint(
    profiles: Iterable[Profile],
    golden: Iterable[GoldenPage] = (),
    *,
    others: Claims | None = None,
) -> tuple[Remark, ...]:
    """Look for rules that do nothing, and for profiles in each other's way.

    Args:
        profiles: The profiles of one project.
        golden: Their golden pages; a page counts for the profile that claims its
            host.
        others: What else is installed, to find clashes with; from
            `articlekit.profiles.claims.installed_claims`.

    Returns:
        Remarks, those about hosts first; empty where all is well.
    """
    some, pages = tuple(profiles), tuple(golden)
    claims = others.claims if others else ()
    found = [*_clashes(some), *_clashes_outside(some, claims), *_strays(some, pages)]
    for profile in some:
        found += _remarks(profile, pages_of(profile, pages))
    return tuple(found)


def pages_of(profile: Profile, golden: Iterable[GoldenPage]) -> tuple[GoldenPage, ...]:
    """Return those of *golden* whose host *profile* claims."""
    registry = Registry((profile,))
    return tuple(page for page in golden if registry.find(page.meta.url))


def _clashes(profiles: tuple[Profile, ...]) -> Iterator[Remark]:
    """Yield hosts that two profiles of the project claim."""
    claimed: dict[str, Profile] = {}
    for profile in profiles:
        for host in profile.hosts:
            other = claimed.setdefault(host_key(host), profile)
            if other is not profile and not _replaces(other, profile):
                yield Remark(CLASH, profile.name, f"{other.name} claims {host} as well")


def _replaces(one: Profile, other: Profile) -> bool:
    return one.name in other.replaces or other.name in one.replaces


def _clashes_outside(
    profiles: tuple[Profile, ...], claims: Iterable[Claim]
) -> Iterator[Remark]:
    """Yield hosts that another installed distribution claims."""
    hosts = {host_key(host): profile for profile in profiles for host in profile.hosts}
    for claim in claims:
        profile = hosts.get(host_key(claim.host))
        if profile is not None:
            reason = f"{claim.source} claims {claim.host} as well, with {claim}"
            yield Remark(CLASH, profile.name, reason)


def _strays(
    profiles: tuple[Profile, ...], pages: tuple[GoldenPage, ...]
) -> Iterator[Remark]:
    for page in pages:
        if not any(pages_of(profile, (page,)) for profile in profiles):
            reason = f"no profile here claims the host of {page.meta.url}"
            yield Remark(UNCLAIMED, page.name, reason)


def _remarks(profile: Profile, pages: tuple[GoldenPage, ...]) -> Iterator[Remark]:
    if not pages:
        yield Remark(NO_PAGES, profile.name, "nothing shows that its rules work")
        return
    views = dict(_views(pages))
    yield from _of_layouts(profile, views)
    yield from _unrecorded(profile, pages)
    for step in (profile, *profile.layouts):
        yield from _of_rules(profile, step, pages, views)


def _views(pages: Iterable[GoldenPage]) -> Iterator[tuple[str, View]]:
    for page in pages:
        try:
            yield str(page.folder), view_of(page)
        except InputError:
            continue  # `check` tells of it


def _of_layouts(profile: Profile, views: _Views) -> Iterator[Remark]:
    for layout in profile.layouts:
        place = f"{profile.name}.layouts[{layout.name}]"
        fitting = [view for view in views.values() if fits(view, layout)]
        taken = [layout_of(view, profile) for view in fitting]
        if not fitting:
            yield Remark(UNMATCHED, place, "no golden page passes its tests")
        elif layout not in taken:
            names = {other.name for other in taken if other is not None}
            reason = f"each page that passes its tests is taken by {_listed(names)}"
            yield Remark(UNREACHABLE, place, reason)


def _listed(names: Iterable[str]) -> str:
    return " and ".join(sorted(names))


def _unrecorded(profile: Profile, pages: tuple[GoldenPage, ...]) -> Iterator[Remark]:
    """Yield fields with rules that no golden page looks at."""
    recorded = {name for page in pages for name in page.expected}
    ruled = {f for step in (profile, *profile.layouts) for f in step.fields}
    for field in sorted(ruled):
        name = _RECORDED_AS.get(field, field)
        if name not in recorded and not (name == "text" and "body" in recorded):
            reason = f"it has rules, and no expected.json records {name}"
            yield Remark(NOT_RECORDED, f"{profile.name}.{field}", reason)


def _of_rules(
    profile: Profile, step: FieldRules, pages: tuple[GoldenPage, ...], views: _Views
) -> Iterator[Remark]:
    """Yield rules of a profile, or of one of its layouts, that do nothing."""
    mine = [page for page in pages if _counts(views, page, profile, step)]
    if not mine:
        return
    name = f".layouts[{step.name}]" if isinstance(step, Layout) else ""
    for field in step.fields:
        for at, rule in enumerate(step.rules(field)):
            place = f"{profile.name}{name}.{field}"
            if not any(finds(views[str(p.folder)], field, rule) for p in mine):
                reason = f"{written(rule)} finds nothing on {_counted(mine)}"
                yield Remark(NEVER_FIRES, place, reason)
            elif _is_idle(profile, step, (field, at), mine):
                reason = f"without {written(rule)} {_counted(mine)} would give the same"
                yield Remark(FINDS_NOTHING_NEW, place, reason)


def _counted(pages: list[GoldenPage]) -> str:
    return "the golden page" if len(pages) == 1 else f"any of {len(pages)} golden pages"


def _counts(
    views: _Views, page: GoldenPage, profile: Profile, step: FieldRules
) -> bool:
    """Say whether rules of *step* are used on *page*."""
    view = views.get(str(page.folder))
    if view is None:
        return False
    return step is profile or layout_of(view, profile) is step


def _is_idle(
    profile: Profile,
    step: FieldRules,
    place: tuple[str, int],
    pages: Iterable[GoldenPage],
) -> bool:
    """Say whether all pages give the same without one rule."""
    less = _without(profile, step, place)
    return all(page.parse((profile,)) == page.parse((less,)) for page in pages)


def _without(profile: Profile, step: FieldRules, place: tuple[str, int]) -> Profile:
    """Return *profile* without the rule at a place of one of its steps."""
    if step is profile:
        return _less(profile, place)
    layouts = tuple(
        _less(each, place) if each is step else each for each in profile.layouts
    )
    return attrs.evolve(profile, layouts=layouts)


def _less(step: _T, place: tuple[str, int]) -> _T:
    field, at = place
    rules = step.rules(field)
    left = (*rules[:at], *rules[at + 1 :]) or None
    return cast("_Evolve[_T]", attrs.evolve)(step, **{field: left})
