"""The other stories of a text page: lists of category, title and date lines.

A list is known by its heading, or by dates that come back at the same place.
Within a list the first line tells the order: whatever kind it is (category,
title or date), the next one of that kind begins the next item.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Final

import attrs

from articlekit.fields.line_kinds import LineKind, head_of
from articlekit.fields.line_marks import Run
from articlekit.fields.line_roles import LineRoles, Role, choose_lines
from articlekit.headlines.names import block_kind, is_list_heading
from articlekit.model.headline import HeadlineItem, HeadlineList, ListKind
from articlekit.model.moment import Moment
from articlekit.reading.page import Page
from articlekit.rules.hints import Hints
from articlekit.text.dates import read_moment
from articlekit.text.late import late
from articlekit.text.urls import absolute, without_tracking

_WIDE: Final = late(
    "[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\u3040-\u30ff\u0e00-\u0e7f]"
)
_RANK: Final = late(r"(?:#\s?)?\d{1,2}(?:\\\.|[.)])?\s+(?=\D)")
_ONLY_RANK: Final = late(r"#?\d{1,2}\.?$")
_RIGHTS: Final = late(r"(?:©|\(c\)\s|copyright\b)", re.IGNORECASE)
_LONGEST_TITLE: Final = 220
_LONGEST_CATEGORY: Final = 32
_LONGEST_TIME: Final = 60
_MOST_CATEGORY_WORDS: Final = 3
_LEAST_TITLE_WORDS: Final = 4
_LEAST_WIDE_TITLE: Final = 9
_LEAST_ITEMS: Final = 2
_LEAST_UNNAMED: Final = 3
_MOST_ASIDES: Final = 2


class _Part(StrEnum):
    """What a line of a list is."""

    TITLE = "title"
    CATEGORY = "category"
    DATE = "date"
    SUMMARY = "summary"
    RANK = "rank"
    NONE = "none"


@attrs.frozen
class _Line:
    """A line of a list, with what it is."""

    at: int
    run: Run
    part: _Part
    moment: Moment | None = None


@attrs.frozen
class _Block:
    """A list: its name and its lines."""

    name: str | None
    lines: tuple[_Line, ...]


def line_headlines(roles: LineRoles, hints: Hints) -> tuple[HeadlineItem, ...]:
    """Read the other stories that a text page lists.

    Args:
        roles: What `choose_lines` found.
        hints: Language, zone and time of reading.

    Returns:
        Items in order of the page, ranked over all lists and within each.
    """
    found: list[tuple[int, HeadlineItem]] = list(_inline(roles, hints.url))
    for block in _blocks(roles, hints):
        found += _items(block, hints)
    found.sort(key=lambda pair: pair[0])
    return tuple(
        attrs.evolve(item, rank=rank) for rank, (_, item) in enumerate(found, 1)
    )


def list_of_lines(page: Page, hints: Hints) -> HeadlineList:
    """Read the stories that a text page lists.

    Args:
        page: A text page.
        hints: Language, zone and time of reading.

    Returns:
        The list with the page's title; "empty-list" among its warnings where
        it holds none.
    """
    roles = choose_lines(page)
    items = line_headlines(roles, hints)
    return HeadlineList(
        url=page.url,
        title=next((run.text for _, run in roles.of(Role.TITLE)), None),
        items=items,
        warnings=() if items else ("empty-list",),
    )


def _inline(roles: LineRoles, base: str | None) -> Iterator[tuple[int, HeadlineItem]]:
    """Yield the stories that "Also read" lines in the body name."""
    for at, run in roles.of(Role.ALSO_READ):
        _, title = head_of(run.text)
        if len(title.split()) >= _LEAST_TITLE_WORDS or _is_wide_title(title):
            label = run.text[: -len(title)].rstrip(" :：|")
            url = _address(base, run.url)
            item = HeadlineItem(title, url=url, block=label, block_kind=ListKind.INLINE)
            yield at, item


def _address(base: str | None, written: str | None) -> str | None:
    """Return where a title leads, without what only tells where visitors came from."""
    url = absolute(base, written)
    return without_tracking(url) if url else None


def _is_wide_title(text: str) -> bool:
    return len(text) >= _LEAST_WIDE_TITLE and bool(_WIDE.search(text))


# Lists


def _blocks(roles: LineRoles, hints: Hints) -> Iterator[_Block]:
    """Yield the lists of a page: named ones, then those that dates give away."""
    start, end = roles.body_range
    stretches = [range(start), range(end, len(roles.runs))]
    for stretch in stretches if end else stretches[1:]:
        lines = [_line(roles, at, hints) for at in stretch if _is_free(roles, at)]
        yield from _named(lines, hints) or _dated(lines)


def _is_free(roles: LineRoles, at: int) -> bool:
    return roles.roles[at] is Role.OTHER


def _line(roles: LineRoles, at: int, hints: Hints) -> _Line:
    run, kind = roles.runs[at], roles.kinds[at]
    text = run.text
    if kind is LineKind.ASIDE:
        return _Line(at, run, _Part.NONE)
    if len(text) <= _LONGEST_TIME and (moment := _moment(text, kind, hints)):
        return _Line(at, run, _Part.DATE, moment)
    return _Line(at, run, _part(text))


def _moment(text: str, kind: LineKind, hints: Hints) -> Moment | None:
    """Read a line that is a date and little else."""
    digits = any(c.isdigit() for c in text)
    short = len(text.split()) <= 6 or _WIDE.search(text)
    if kind not in {LineKind.DATE, LineKind.UPDATED} and not (digits and short):
        return None
    moment = read_moment(
        text, language=hints.language, timezone=hints.timezone, now=hints.now
    )
    return moment if moment.value else None


def _part(text: str) -> _Part:
    """Tell by its length what a line of a list is."""
    if _ONLY_RANK.match(text):
        return _Part.RANK
    words = len(text.split())
    if len(text) > _LONGEST_TITLE:
        return _Part.SUMMARY
    if words >= _LEAST_TITLE_WORDS or _is_wide_title(text):
        return _Part.TITLE
    small = words <= _MOST_CATEGORY_WORDS and len(text) <= _LONGEST_CATEGORY
    return _Part.CATEGORY if small else _Part.TITLE


def _named(lines: Sequence[_Line], hints: Hints) -> list[_Block]:
    """Cut the lines at headings that lists of stories usually have."""
    heads = [at for at, line in enumerate(lines) if _is_head(line, hints)]
    blocks: list[_Block] = []
    for head, following in zip(heads, [*heads[1:], len(lines)], strict=False):
        members = tuple(_until_end(lines[head + 1 : following]))
        if sum(line.part is _Part.TITLE for line in members) >= _LEAST_ITEMS:
            blocks.append(_Block(lines[head].run.text, members))
    return blocks


def _is_head(line: _Line, hints: Hints) -> bool:
    bulleted = line.run.mark in {"bullet", "ordered"}
    return not bulleted and is_list_heading(line.run.text, hints.language)


def _until_end(lines: Sequence[_Line]) -> Iterator[_Line]:
    """Yield the lines of a list up to where something else begins."""
    asides = 0
    for at, line in enumerate(lines):
        asides = asides + 1 if line.part is _Part.NONE else 0
        if asides >= _MOST_ASIDES or (line.run.mark == "heading" and at):
            return
        if _RIGHTS.match(line.run.text):
            return
        if line.part is not _Part.NONE:
            yield line


def _dated(lines: Sequence[_Line]) -> list[_Block]:
    """Find a list without a known heading by the dates under or over its titles."""
    dates = [at for at, line in enumerate(lines) if line.part is _Part.DATE]
    steps = [b - a for a, b in pairwise(dates)]
    if len(dates) < _LEAST_UNNAMED or not set(steps) <= {2, 3} or len(set(steps)) > 1:
        return []
    step = steps[0]
    first = max(0, dates[0] - step + 1)
    if any(line.part is _Part.TITLE for line in lines[dates[-1] + 1 : dates[-1] + 2]):
        first = dates[0]
    members = tuple(lines[first : dates[-1] + (step if first == dates[0] else 1)])
    name = lines[first - 1].run.text if first else None
    short = name is not None and len(name) <= _LONGEST_CATEGORY * 2
    return [_Block(name if short else None, members)]


# Items


def _items(block: _Block, hints: Hints) -> Iterator[tuple[int, HeadlineItem]]:
    """Read the items of one list."""
    rank = 0
    for group in _groups(block.lines):
        item = _item(group, hints.url)
        if item is None:
            continue
        rank += 1
        kind = block_kind(block.name, hints.language)
        yield (
            group[0].at,
            attrs.evolve(item, block=block.name, block_kind=kind, block_rank=rank),
        )


def read_list(
    roles: LineRoles,
    places: Sequence[int],
    what: tuple[str | None, ListKind],
    hints: Hints,
) -> list[HeadlineItem]:
    """Read the stories of a list that is known to be one.

    Args:
        roles: What `choose_lines` found.
        places: Indices of the list's runs, in order.
        what: Name of the list, or None, and what it is for.
        hints: Language, zone and time of reading.

    Returns:
        Items in order, ranked within the list.
    """
    name, kind = what
    lines = [_line(roles, at, hints) for at in places]
    block = _Block(name, tuple(line for line in lines if line.part is not _Part.NONE))
    found = (item for _, item in _items(block, hints))
    return [attrs.evolve(item, block_kind=kind) for item in found]


def _groups(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Cut the lines of a list into items."""
    bullets = sum(_is_bulleted(line) for line in lines)
    lead = next((line.part for line in lines), _Part.NONE)
    group: list[_Line] = []
    for line in _without_rest(lines):
        if group and _begins(line, group, lead, by_bullet=bullets >= _LEAST_ITEMS):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _without_rest(lines: Sequence[_Line]) -> Sequence[_Line]:
    """Leave out the short lines below the last item, such as "Privacy Contact"."""
    end = len(lines)
    while end and lines[end - 1].part is _Part.CATEGORY and lines[end - 1].run.gap:
        end -= 1
    return lines[:end]


def _is_bulleted(line: _Line) -> bool:
    """Return whether a bullet or rank stands before *line*; "11. Mai" is no rank."""
    ranked = line.run.mark == "ordered" and line.part is not _Part.DATE
    return ranked or line.run.mark == "bullet"


def _begins(
    line: _Line, group: Iterable[_Line], lead: _Part, *, by_bullet: bool
) -> bool:
    """Return whether *line* begins the item after *group*."""
    if by_bullet:
        return _is_bulleted(line)
    parts = {member.part for member in group}
    if line.part is lead and lead in parts:
        return True
    return line.part is _Part.TITLE and _Part.TITLE in parts


def _item(group: Sequence[_Line], base: str | None) -> HeadlineItem | None:
    """Read one item, or return None where it has no title."""
    titles = [line for line in group if line.part is _Part.TITLE]
    if not titles:
        return None
    others = [line for line in group if line.part in {_Part.SUMMARY, _Part.TITLE}]
    summary = next((o.run.text for o in others if o is not titles[0]), None)
    category = next((m.run.text for m in group if m.part is _Part.CATEGORY), None)
    moment = next((m.moment for m in group if m.moment), None)
    return HeadlineItem(
        _RANK.sub("", titles[0].run.text, count=1)
        if titles[0].run.level
        else titles[0].run.text,
        url=_address(base, titles[0].run.url),
        category=category,
        published=moment,
        summary=summary,
    )
