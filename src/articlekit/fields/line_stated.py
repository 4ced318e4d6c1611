"""What a text page states of itself -> its title, its body and its fields.

An archive's export names them, and the head of an e-mail names the subject.
"""

import re
from collections.abc import Sequence
from typing import Final

from articlekit.fields.line_kinds import LineKind
from articlekit.fields.line_marks import Run
from articlekit.model import Dateline
from articlekit.reading.stated import Record, Stated
from articlekit.text.late import late
from articlekit.text.urls import absolute

_PART_OF_PAPER: Final = late(
    r"(?:(?:pg|pag|pp?|s|page|seite|column|section|p[áa]g)\b\.? ?[\w-]{1,6}|[A-Z]?\d{1,4})$",
    re.IGNORECASE,
)
_SHARE: Final = late(r"\s*\(\d{1,3}\s?%\)$")
_BYLINES: Final = ("byline", "by")
_MOST_TAGS: Final = 60
_NEAR_HEAD: Final = 12


def stated_title(
    runs: Sequence[Run], kinds: Sequence[LineKind], record: Record, guess: int | None
) -> int | None:
    """Choose the run that is the title of a page with a record.

    Args:
        runs: Runs of lines in order.
        kinds: What each is by its own words.
        record: What the page states.
        guess: The likeliest run by its looks, or None.

    Returns:
        The labelled run; else *guess*, but never a run of the text (then the last
        plain one above it), nor a byline or a date where a run repeats the subject
        of the message.
    """
    if record.title is not None:
        return next(
            (at for at, run in enumerate(runs) if run.last > record.title), None
        )
    if record.first is not None and guess is not None:
        return _above_text(runs, kinds, record.first, guess)
    subject = record.get("subject")
    return _subject_or(runs, kinds, subject.text, guess) if subject else guess


def _above_text(
    runs: Sequence[Run], kinds: Sequence[LineKind], first: int, guess: int
) -> int | None:
    """Return *guess* where it stands above the text, else the last plain run there."""
    if runs[guess].first < first:
        return guess
    above = [at for at, run in enumerate(runs) if run.first < first]
    plain = (at for at in reversed(above) if kinds[at] is LineKind.PLAIN)
    return next(plain, None)


def _subject_or(
    runs: Sequence[Run], kinds: Sequence[LineKind], subject: str, guess: int | None
) -> int | None:
    """Return a plain *guess*, else the run near the head that repeats the subject."""
    words = subject.casefold()
    same = (
        at for at, run in enumerate(runs[:_NEAR_HEAD]) if run.text.casefold() == words
    )
    plain = guess is not None and kinds[guess] is LineKind.PLAIN
    return guess if plain else next(same, guess)


def stated_body(runs: Sequence[Run], record: Record) -> list[bool] | None:
    """Return for each run whether it is text, or None where nothing says so."""
    if record.first is None or record.last is None:
        return None
    body = [record.first <= run.first < record.last for run in runs]
    return body if any(body) else None


def text_of(said: Stated) -> str:
    """Return the words of a field as they are."""
    return said.text


def address_of(said: Stated) -> str | None:
    """Return the address that a record names, or None where it is none."""
    return absolute(None, said.text)


def section_of(said: Stated) -> str | None:
    """Return the section that a record names, without page and column."""
    parts = [part.strip() for part in said.text.split(";")]
    return next(
        (part for part in parts if part and not _PART_OF_PAPER.match(part)), None
    )


def dateline_of(said: Stated) -> Dateline:
    """Return the place that a record names; "PORT ELLEN, March 3" keeps its date."""
    place, _, rest = said.text.partition(", ")
    date = rest if any(map(str.isdigit, rest)) else None
    return Dateline(place=place if date else said.text, date=date, raw=said.text)


def tags_of(said: Stated) -> tuple[str, ...]:
    """Return the subjects that a record lists, without their shares."""
    mark = ";" if ";" in said.text else ","
    parts = said.text.split(mark, _MOST_TAGS)[:_MOST_TAGS]
    return tuple(
        dict.fromkeys(filter(None, (_SHARE.sub("", p).strip() for p in parts)))
    )


def byline_of(said: Stated) -> str:
    """Return who a record names, first names first: "Author: Holt, James" is turned.

    What is labelled as a byline is one already, and may name a role after a comma.
    """
    if said.label.casefold() in _BYLINES:
        return said.text
    turned = [_turned(part.strip()) for part in said.text.split(";")]
    return ", ".join(filter(None, turned))


def _turned(name: str) -> str:
    last, comma, first = name.partition(", ")
    one = comma and "," not in first and len(last.split()) <= 2 >= len(first.split())
    return f"{first} {last}" if one else name
