"""Fields of a text page: title, kicker, dek, byline and dates from its lines."""

from typing import Final

import attrs

from articlekit.fields.line_dates import line_dates
from articlekit.fields.line_roles import LineRoles, Role
from articlekit.fields.line_runs import Run
from articlekit.model import Evidence, Moment
from articlekit.rules.hints import Hints

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
    byline = _note(found, "byline", roles.first(Role.BYLINE))
    published, modified = line_dates(roles, hints)
    for name, dated in (("published", published), ("modified", modified)):
        if dated:
            found.append(_evidence(name, dated[1]))
    return LineFields(
        **values,
        byline=_whole_byline(roles) if byline else None,
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
