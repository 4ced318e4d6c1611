"""Fields of a text page: title, kicker, dek, byline and dates from its lines."""

from collections.abc import Iterator
from typing import Final

import attrs

from articlekit.fields.line_kinds import LineKind, head_of, label_end, words_of
from articlekit.fields.line_roles import LineRoles, Role
from articlekit.fields.line_runs import Run
from articlekit.model import Evidence, Moment
from articlekit.rules.hints import Hints
from articlekit.text.dates import read_moment

_ABOVE: Final = 8
_BELOW: Final = 4
_LONGEST_DATE: Final = 160
_ORIGIN: Final = "text"


@attrs.frozen
class LineFields:
    """What the lines around a text page's title say.

    Attributes:
        title: Headline, or None.
        kicker: Line above it, or None.
        dek: Standfirst below it, or None.
        byline: Line that names the authors, as printed, or None.
        published: When it was published, or None.
        modified: When it was last changed, or None.
        evidence: Where each of them stands.
    """

    title: str | None = None
    kicker: str | None = None
    dek: str | None = None
    byline: str | None = None
    published: Moment | None = None
    modified: Moment | None = None
    evidence: tuple[Evidence, ...] = ()


def read_lines(roles: LineRoles, hints: Hints) -> LineFields:
    """Read the fields of a text page.

    Args:
        roles: What `choose_lines` found.
        hints: Language, zone and time of reading.

    Returns:
        The fields; None for what the page lacks.
    """
    found: list[Evidence] = []
    values = {
        name: _note(found, name, roles.first(role))
        for name, role in (
            ("title", Role.TITLE),
            ("kicker", Role.KICKER),
            ("dek", Role.DEK),
        )
    }
    values["title"] = _title(roles)
    byline = _note(found, "byline", roles.first(Role.BYLINE))
    published, modified = _dates(roles, hints, found)
    return LineFields(
        **values,
        byline=_whole_byline(roles) if byline else None,
        published=published,
        modified=modified,
        evidence=tuple(found),
    )


def _title(roles: LineRoles) -> str | None:
    """Return the title without the label that mailers and archives put before it."""
    for at, run in roles.of(Role.TITLE):
        return head_of(run.text)[1] if roles.kinds[at] is LineKind.TITLE else run.text
    return None


def _note(found: list[Evidence], name: str, run: Run | None) -> str | None:
    """Return the words of *run* and keep where they stand."""
    if run is None:
        return None
    found.append(_evidence(name, run))
    return run.text


def _evidence(name: str, run: Run) -> Evidence:
    return Evidence(name, _ORIGIN, f"line {run.line}", run.text[:_LONGEST_DATE], 0.8)


def _whole_byline(roles: LineRoles) -> str:
    """Join the byline with the lines right below that go on with it."""
    pieces: list[str] = []
    last = None
    for at, run in roles.of(Role.BYLINE):
        if last is not None and at != last + 1:
            break
        pieces.append(run.text)
        last = at
    return " ".join(pieces)


def _dates(
    roles: LineRoles, hints: Hints, found: list[Evidence]
) -> tuple[Moment | None, Moment | None]:
    """Read when the text was published and changed."""
    published: Moment | None = None
    modified: Moment | None = None
    for run, updated in _printed_dates(roles):
        first, second = _read(run.text, hints, updated=updated)
        if first and first.value and not published:
            published = first
            found.append(_evidence("published", run))
        if second and second.value and not modified:
            modified = second
            found.append(_evidence("modified", run))
        if published and modified:
            break
    return published, modified


def _printed_dates(roles: LineRoles) -> Iterator[tuple[Run, bool]]:
    """Yield runs that may hold the dates, likeliest first, and if for a change."""
    for _, run in roles.of(Role.PUBLISHED, Role.UPDATED):
        yield run, False
    start, end = roles.body_range
    title = next((at for at, _ in roles.of(Role.TITLE)), start)
    below = _labelled_below(roles, end)
    for at in [*_near(roles, (title, start)), *below]:
        kind = roles.kinds[at]
        if kind in {LineKind.DATE, LineKind.UPDATED} and roles.roles[at] is Role.OTHER:
            yield roles.runs[at], kind is LineKind.UPDATED


def _labelled_below(roles: LineRoles, end: int) -> Iterator[int]:
    """Yield the run right after the body, and labelled ones soon after.

    Dates without a label are more often those of other stories.
    """
    labels = words_of("updated") | words_of("published")
    for at in range(end, min(end + _BELOW, len(roles.runs))):
        if at == end or label_end(roles.runs[at].text, labels):
            yield at


def _near(roles: LineRoles, head: tuple[int, int]) -> Iterator[int]:
    """Yield indices from the title to the body, then upwards from the title."""
    title, start = head
    yield from range(title + 1, max(start, title + 1))
    yield from range(min(title, len(roles.runs) - 1), max(-1, title - _ABOVE), -1)


def _read(
    text: str, hints: Hints, *, updated: bool
) -> tuple[Moment | None, Moment | None]:
    """Read a line that may say both when it was published and changed."""
    at = label_end(text, words_of("updated"))
    if at is None:
        moment = _moment(text, hints)
        return (None, moment) if updated else (moment, None)
    before, after = text[: at[0]], text[at[1] :]
    first = label_end(after, words_of("published"))
    if first:
        return _moment(after[first[1] :], hints), _moment(after[: first[0]], hints)
    return _moment(before, hints), _moment(after, hints)


def _moment(text: str, hints: Hints) -> Moment | None:
    text = text[:_LONGEST_DATE].strip(" |·•-–—,;/()[]")
    if not text:
        return None
    return read_moment(
        text, language=hints.language, timezone=hints.timezone, now=hints.now
    )
