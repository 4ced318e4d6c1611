"""Fields of a text page: title, kicker, dek, byline and dates from its lines."""

from collections.abc import Iterator
from typing import Final

import attrs

from articlekit.fields.line_dates import Dated, line_dates
from articlekit.fields.line_kinds import is_byline
from articlekit.fields.line_roles import LineRoles, Role
from articlekit.fields.line_runs import Run
from articlekit.model import Evidence, Moment
from articlekit.rules.hints import Hints

_ABOVE: Final = 7
_INTO_BODY: Final = 10
_NO_TEXT: Final = frozenset({Role.OTHER, Role.PUBLISHED, Role.UPDATED})
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
    values["title"] = roles.title
    byline = _byline(roles)
    if byline:
        found.append(_evidence("byline", byline[1]))
    published, modified = line_dates(roles, hints)
    for name, dated in (("published", published), ("modified", modified)):
        if dated:
            found.append(_dated_evidence(name, dated))
    return LineFields(
        **values,
        byline=byline[0] if byline else None,
        published=published[0] if published else None,
        modified=modified[0] if modified else None,
        evidence=tuple(found),
    )


def _note(found: list[Evidence], name: str, run: Run | None) -> str | None:
    """Return the words of *run* and keep where they stand."""
    if run is None:
        return None
    found.append(_evidence(name, run))
    return run.text


def _evidence(name: str, run: Run) -> Evidence:
    return Evidence(name, _ORIGIN, f"line {run.line}", run.text[:_LONGEST_DATE], 0.8)


def _dated_evidence(name: str, dated: Dated) -> Evidence:
    moment, run = dated
    if run is None:
        return Evidence(name, "url", "path", moment.raw, 0.5)
    return _evidence(name, run)


def _byline(roles: LineRoles) -> tuple[str, Run] | None:
    """Return the byline and the run where it begins.

    Lines that go on with it right below belong to it. Where no line is a byline
    alone, one near the title that begins like one will do.
    """
    pieces: list[Run] = []
    last = None
    for at, run in roles.of(Role.BYLINE):
        if last is not None and at != last + 1:
            break
        pieces.append(run)
        last = at
    if not pieces:
        pieces = [run for run in _near_title(roles) if is_byline(run.text)][:1]
    return (" ".join(run.text for run in pieces), pieces[0]) if pieces else None


def _near_title(roles: LineRoles) -> Iterator[Run]:
    """Yield lines below the title, into the body, then those above it."""
    title = next((at for at, _ in roles.of(Role.TITLE)), None)
    if title is None:
        return
    below = min(max(roles.body_range[0], title) + _INTO_BODY, len(roles.runs))
    for at in [
        *range(title + 1, below),
        *range(title - 1, max(-1, title - _ABOVE), -1),
    ]:
        if roles.roles[at] in _NO_TEXT:
            yield roles.runs[at]
