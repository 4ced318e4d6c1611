"""Fields of a text page: title, kicker, dek, byline and dates from its lines."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, cast

import attrs

from articlekit.fields.line_dates import Dated, line_dates
from articlekit.fields.line_kinds import is_byline
from articlekit.fields.line_marks import Run
from articlekit.fields.line_roles import LineRoles, Role
from articlekit.fields.line_stated import (
    address_of,
    byline_of,
    dateline_of,
    section_of,
    tags_of,
    text_of,
)
from articlekit.fields.line_tags import find_line_tags
from articlekit.model import Dateline, Evidence, Moment
from articlekit.reading.stated import Record, Stated
from articlekit.rules.hints import Hints
from articlekit.text.dates import read_moment

_ABOVE: Final = 7
_INTO_BODY: Final = 10
_NO_TEXT: Final = frozenset({Role.OTHER, Role.PUBLISHED, Role.UPDATED})
_LONGEST_DATE: Final = 160
_ORIGIN: Final = "text"
_STATED: Final[Mapping[str, Callable[[Stated], object]]] = {
    "title": text_of, "dek": text_of, "byline": byline_of, "section": section_of,
    "site_name": text_of, "canonical_url": address_of, "tags": tags_of,
    "dateline": dateline_of,
}  # fmt: skip


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
        section: Section that a label names, or None.
        site_name: Publication that a label names, or None.
        canonical_url: Address that a label names, or None.
        tags: Subjects that a label names, in order.
        dateline: Place that a label names, or None.
        evidence: Where each of them stands.
    """

    title: str | None = None
    kicker: str | None = None
    dek: str | None = None
    byline: str | None = None
    published: Moment | None = None
    modified: Moment | None = None
    section: str | None = None
    site_name: str | None = None
    canonical_url: str | None = None
    tags: tuple[str, ...] = ()
    dateline: Dateline | None = None
    evidence: tuple[Evidence, ...] = ()


def read_lines(
    roles: LineRoles, hints: Hints, record: Record | None = None
) -> LineFields:
    """Read the fields of a text page.

    Args:
        roles: What `choose_lines` found.
        hints: Language, zone and time of reading.
        record: What the page states of itself by labels, if anything.

    Returns:
        The fields; None for what the page lacks. What is stated comes before
        what the lines look like; of an e-mail's head, after it.
    """
    fields = _read(roles, hints)
    return _with_stated(fields, record, hints) if record else fields


def _with_stated(fields: LineFields, record: Record, hints: Hints) -> LineFields:
    """Put what a record states in place of what was read."""
    found: dict[str, tuple[object, Stated]] = {}
    for name, read in _STATED.items():
        if (said := record.get(name)) and (value := read(said)):
            found[name] = value, said
    for name, source in _dated_and_titled(fields, found):
        said = record.get(source)
        value = said and (said.text if name == "title" else _moment(said.text, hints))
        if said and value and name not in found:
            found[name] = value, said
    kept = (e for e in fields.evidence if e.field not in found)
    evidence = (_stated_evidence(name, said) for name, (_, said) in found.items())

    def chosen(name: str) -> object:
        return found[name][0] if name in found else getattr(fields, name)

    return attrs.evolve(
        fields,
        title=cast("str | None", chosen("title")),
        dek=cast("str | None", chosen("dek")),
        byline=cast("str | None", chosen("byline")),
        published=cast("Moment | None", chosen("published")),
        section=cast("str | None", chosen("section")),
        site_name=cast("str | None", chosen("site_name")),
        canonical_url=cast("str | None", chosen("canonical_url")),
        tags=cast("tuple[str, ...]", chosen("tags")),
        dateline=cast("Dateline | None", chosen("dateline")),
        evidence=(*kept, *evidence),
    )


def _dated_and_titled(
    fields: LineFields, found: Mapping[str, object]
) -> Iterator[tuple[str, str]]:
    """Yield field and source: what the head of an e-mail says comes last."""
    yield "published", "published"
    if fields.published is None:
        yield "published", "sent"
    if fields.title is None and "title" not in found:
        yield "title", "subject"


def _moment(text: str, hints: Hints) -> Moment | None:
    moment = read_moment(
        text, language=hints.language, timezone=hints.timezone, now=hints.now
    )
    return moment if moment.value else None


def _stated_evidence(name: str, said: Stated) -> Evidence:
    raw = f"{said.label}: {said.text}"[:_LONGEST_DATE]
    return Evidence(name, _ORIGIN, f"line {said.line}", raw, 0.9)


def _read(roles: LineRoles, hints: Hints) -> LineFields:
    """Read the fields that the lines around the title show."""
    found: list[Evidence] = []
    _note(found, "title", roles.first(Role.TITLE))
    kicker = _note(found, "kicker", roles.first(Role.KICKER))
    dek = _note(found, "dek", roles.first(Role.DEK))
    byline = _byline(roles)
    if byline:
        found.append(_evidence("byline", byline[1]))
    published, modified = line_dates(roles, hints)
    for name, dated in (("published", published), ("modified", modified)):
        if dated:
            found.append(_dated_evidence(name, dated))
    title = next((at for at, _ in roles.of(Role.TITLE)), -1)
    tags = find_line_tags(roles.runs, title)
    if tags:
        found.append(_evidence("tags", tags[1]))
    return LineFields(
        title=roles.title,
        kicker=kicker,
        dek=dek,
        byline=byline[0] if byline else None,
        published=published[0] if published else None,
        modified=modified[0] if modified else None,
        tags=tags[0] if tags else (),
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
