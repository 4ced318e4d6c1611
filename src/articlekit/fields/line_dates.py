"""Dates of a text page: when it was published and changed, from its lines."""

from collections.abc import Iterator
from typing import Final

from articlekit.fields.date_sources import address_day
from articlekit.fields.line_kinds import LineKind, has_year, label_end, words_of
from articlekit.fields.line_marks import Run
from articlekit.fields.line_roles import LineRoles, Role
from articlekit.model import Moment
from articlekit.rules.hints import Hints
from articlekit.text.dates import is_after, read_moment

_ABOVE: Final = 12
_INTO_BODY: Final = 12
_BELOW: Final = 15
_LONGEST: Final = 200
_DATED: Final = (LineKind.DATE, LineKind.UPDATED)
_TEXT: Final = (Role.BODY, Role.HEADING, Role.ALSO_READ)

Dated = tuple[Moment, Run | None]
"""A moment and the run that prints it; None where the address names it."""


def line_dates(roles: LineRoles, hints: Hints) -> tuple[Dated | None, Dated | None]:
    """Read when a text page was published and changed.

    Args:
        roles: What `choose_lines` found.
        hints: Language, zone and time of reading.

    Returns:
        Publication and change, None where none is printed. A date that is only
        said to be that of a change is never taken for the publication. Where no
        line tells the publication, the day that the page's address names is it.
    """
    published: Dated | None = None
    modified: Dated | None = None
    for at in _places(roles):
        run = roles.runs[at]
        first, second = _read(_with_label(roles, at), hints)
        if published is None and first and first.value:
            published = first, run
        if modified is None and second and second.value:
            modified = second, run
        if published and modified:
            break
    return published or _of_address(hints), modified


def _of_address(hints: Hints) -> Dated | None:
    """Return the day that the page's address names."""
    found = address_day(hints.url or "")
    moment = _moment(found[0], hints) if found else None
    return (moment, None) if moment and moment.value else None


def _places(roles: LineRoles) -> Iterator[int]:
    """Yield where dates may stand, likeliest first, each once."""
    seen: set[int] = set()
    for at in _all_places(roles):
        if at not in seen:
            seen.add(at)
            yield at


def _all_places(roles: LineRoles) -> Iterator[int]:
    start, end = roles.body_range
    total = len(roles.runs)
    title = next((at for at, _ in roles.of(Role.TITLE)), start)
    below = range(
        title + 1, min(max(start, title + 1) + _INTO_BODY, max(end, start), total)
    )
    above = range(min(title, total - 1), max(-1, title - _ABOVE), -1)
    near = [at for at in [*below, *above] if _may_date(roles, at)]
    yield from (at for at in near if _is_labelled(roles, at))
    yield from near
    yield from _after(roles, end)
    yield from (at for at in range(title) if _has_author_and_date(roles, at))


def _may_date(roles: LineRoles, at: int) -> bool:
    """Return whether a run is dated and no part of the text."""
    kind, role = roles.kinds[at], roles.roles[at]
    if kind in _DATED:
        return role not in _TEXT
    return role is Role.BYLINE and has_year(roles.runs[at].text)


def _is_labelled(roles: LineRoles, at: int) -> bool:
    labels = words_of("published") | words_of("updated")
    return label_end(_with_label(roles, at), labels) is not None


def _after(roles: LineRoles, end: int) -> Iterator[int]:
    """Yield the run right after the body, and labelled ones soon after.

    Dates without a label are more often those of other stories.
    """
    for at in range(end, min(end + _BELOW, len(roles.runs))):
        if _may_date(roles, at) and (at == end or _is_labelled(roles, at)):
            yield at


def _has_author_and_date(roles: LineRoles, at: int) -> bool:
    return _may_date(roles, at) and label_end(
        roles.runs[at].text[:12], frozenset(("by", "von", "par", "por"))
    ) == (0, 2)


def _with_label(roles: LineRoles, at: int) -> str:
    """Return a run's text, with the label that stands on the line above it."""
    text = roles.runs[at].text
    if at and not roles.runs[at].mark:
        above = roles.runs[at - 1].text
        label = above.rstrip(" :：").casefold()
        if label in words_of("published") or label in words_of("updated"):
            return f"{above} {text}"
    return text


def _read(text: str, hints: Hints) -> tuple[Moment | None, Moment | None]:
    """Read a line that may say both when it was published and changed."""
    found = label_end(text, words_of("updated"))
    if found is None:
        return _moment(text, hints), None
    before, after = text[: found[0]], text[found[1] :]
    first = label_end(after, words_of("published"))
    if first:
        return _moment(after[first[1] :], hints), _moment(after[: first[0]], hints)
    return _moment(before, hints), _moment(after, hints)


def _moment(text: str, hints: Hints) -> Moment | None:
    text = text[:_LONGEST].strip(" |·•-–—,;:/()[]")
    if not text or not any(c.isdigit() for c in text):
        return None
    moment = read_moment(
        text, language=hints.language, timezone=hints.timezone, now=hints.now
    )
    if hints.now and is_after(moment, hints.now):
        return None
    return moment
