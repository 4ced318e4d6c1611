"""What was found on the lines of a text page, as a contest has it."""

from typing import Final, cast

from articlekit.fields.contest import Candidate, Finding
from articlekit.fields.lines import LineFields
from articlekit.model import Dateline, Moment

_SURE: Final = 0.8


def text_finding(fields: LineFields, name: str) -> Finding[str]:
    """Return what was found for a field of lines, as a contest has it."""
    return cast("Finding[str]", _finding(fields, name))


def moment_finding(fields: LineFields, name: str) -> Finding[Moment]:
    """Return what was found for a date of lines, as a contest has it."""
    return cast("Finding[Moment]", _finding(fields, name))


def names_finding(fields: LineFields, name: str) -> Finding[tuple[str, ...]]:
    """Return what was found for a list of names, as a contest has it."""
    return cast("Finding[tuple[str, ...]]", _finding(fields, name))


def dateline_finding(fields: LineFields) -> Finding[Dateline]:
    """Return the dateline that a label states, as a contest has it."""
    return cast("Finding[Dateline]", _finding(fields, "dateline"))


def _finding(fields: LineFields, name: str) -> Finding[object]:
    value = cast("object", getattr(fields, name, None))
    if value is None or value == ():
        return Finding()
    evidence = tuple(e for e in fields.evidence if e.field == name)
    own = [
        (Candidate(value, e.origin, e.locator, e.raw, e.confidence), value, None)
        for e in evidence
    ]
    return Finding(value, evidence, _SURE, own)
