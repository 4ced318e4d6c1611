"""A text page -> the role of every run of lines, decided once for all rooms.

The order of work: join lines to runs, score how much each looks like the body,
choose the body, find the title above it, and name what stands around the two.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

import attrs

from articlekit.fields.line_body import choose_body, drop_service
from articlekit.fields.line_kinds import LineKind, byline_labels, kind_of, words_of
from articlekit.fields.line_marks import Run
from articlekit.fields.line_model import LineScores
from articlekit.fields.line_runs import find_runs
from articlekit.fields.line_stated import stated_body, stated_title
from articlekit.fields.line_title import title_end, title_start, title_words
from articlekit.reading.page import Page
from articlekit.text.names import is_full_name

_HEAD_LINES = 5
_HEAD_KINDS = (LineKind.BYLINE, LineKind.DATE, LineKind.UPDATED)
_NEAR_TITLE = 12
_LONGEST_NAME = 48
_LITTLE = 5
_LONGEST_KICKER = 40
_WORDS_OF_DEK = 6
_LONGEST_ALT = 200


class Role(StrEnum):
    """What a run of lines is."""

    TITLE = "title"
    KICKER = "kicker"
    DEK = "dek"
    BYLINE = "byline"
    PUBLISHED = "published"
    UPDATED = "updated"
    ALT = "alt"
    CREDIT = "credit"
    CAPTION = "caption"
    BODY = "body"
    HEADING = "heading"
    ALSO_READ = "also-read"
    OTHER = "other"


@attrs.frozen
class LineRoles:
    """The runs of a text page and their roles.

    Attributes:
        runs: Runs of lines in order.
        roles: Role of each run.
        kinds: What each run is by its own words.
        scores: How sure it is that each run belongs to the body, 0 to 1.
        title: The title, whole and without what belongs to the page around it.
    """

    runs: tuple[Run, ...]
    roles: tuple[Role, ...]
    kinds: tuple[LineKind, ...]
    scores: tuple[float, ...]
    title: str | None = None

    def of(self, *roles: Role) -> Iterator[tuple[int, Run]]:
        """Yield index and run where the role is one of *roles*, in order."""
        for at, role in enumerate(self.roles):
            if role in roles:
                yield at, self.runs[at]

    def first(self, role: Role) -> Run | None:
        """Return the first run with *role*, or None."""
        return next((run for _, run in self.of(role)), None)

    @property
    def body_range(self) -> tuple[int, int]:
        """Index of the first body run and index after the last; equal if none."""
        found = [at for at, _ in self.of(Role.BODY)]
        return (found[0], found[-1] + 1) if found else (0, 0)


def choose_lines(page: Page) -> LineRoles:
    """Decide what each line of a text page is.

    Args:
        page: A page of kind "text".

    Returns:
        Runs of lines with their roles; every line with words is in one run. Empty
        for a page of nothing but rules and bullets.
    """
    runs = find_runs(page.blocks)
    if not runs:
        return LineRoles((), (), (), ())
    kinds = [kind_of(run.text) for run in runs]
    scores = LineScores(runs, kinds)
    body = choose_body(runs, kinds, scores.body)
    scores.drop_segments(body)
    drop_service(body, runs)
    title = scores.title(page.url)
    if page.record:
        title = stated_title(runs, kinds, page.record, title)
    end = 0
    if title is not None:
        title = title_start(runs, title)
        end = title_end(runs, title)
    _free_title(body, scores.sizes, (title, end))
    _free_head(body, kinds, [_has_letters(run.text) for run in runs], end)
    if page.record:
        body = stated_body(runs, page.record) or body
    roles = [Role.OTHER] * len(runs)
    _name_body(runs, kinds, body, roles)
    start = next((at for at, chosen in enumerate(body) if chosen), len(runs))
    if title is not None:
        roles[title:end] = [Role.TITLE] * (end - title)
        _name_head(runs, kinds, (end - 1, max(start, end)), roles)
        _name_above(runs, kinds, title, roles)
        _name_author(runs, kinds, (end, max(start, end)), roles)
    _name_pictures(runs, kinds, roles)
    words = title_words(runs, kinds, (title, end)) if title is not None else None
    return LineRoles(tuple(runs), tuple(roles), tuple(kinds), tuple(scores.body), words)


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _free_title(
    body: list[bool], sizes: Sequence[float], head: tuple[int | None, int]
) -> None:
    """Take the title, and what little stands above it, out of the body."""
    title, end = head
    if title is None:
        return
    body[title:end] = [False] * (end - title)
    if _length(body[:title], sizes) * _LITTLE <= _length(body, sizes):
        body[:title] = [False] * title


def _length(body: Sequence[bool], sizes: Sequence[float]) -> float:
    return sum(size for size, chosen in zip(sizes, body, strict=False) if chosen)


def _free_head(
    body: list[bool], kinds: list[LineKind], worded: list[bool], title_end: int
) -> None:
    """Take byline, dates, lone numbers and what stands above them out of the body.

    A sentence between the title and the byline is the dek, whatever it looks
    like.
    """
    near = range(title_end, min(len(body), title_end + _HEAD_LINES))
    last = max((at for at in near if kinds[at] in _HEAD_KINDS), default=None)
    if title_end and last is not None:
        body[title_end : last + 1] = [False] * (last + 1 - title_end)
    start = next((at for at, chosen in enumerate(body) if chosen), len(body))
    while start < len(body) and (kinds[start] in _HEAD_KINDS or not worded[start]):
        body[start] = False
        start += 1


def _name_body(
    runs: list[Run], kinds: list[LineKind], body: list[bool], roles: list[Role]
) -> None:
    """Give the chosen runs, and what stands between them, their roles."""
    chosen = [at for at, is_body in enumerate(body) if is_body]
    if not chosen:
        return
    for at in range(chosen[0], chosen[-1] + 1):
        if kinds[at] is LineKind.ALSO_READ and not body[at]:
            roles[at] = Role.ALSO_READ
        elif body[at]:
            roles[at] = Role.HEADING if _is_heading(runs, body, at) else Role.BODY


def _is_heading(runs: list[Run], body: list[bool], at: int) -> bool:
    """Return whether a body run stands as a heading over another one."""
    run = runs[at]
    if run.mark == "heading":
        return True
    if run.mark or at + 1 >= len(runs) or not body[at + 1] or runs[at + 1].mark:
        return False
    short = len(run.text) <= 80 and len(runs[at + 1].text) > len(run.text)
    short = short and _has_letters(run.text)
    return (
        short and run.text[-1] not in '.!…。！।॥۔,;:"”»' and not run.text[0].islower()
    )


def _name_head(
    runs: list[Run], kinds: list[LineKind], head: tuple[int, int], roles: list[Role]
) -> None:
    """Name the runs between title and body."""
    title, start = head
    for at in range(title + 1, min(start, title + 1 + _NEAR_TITLE)):
        if roles[at] is Role.OTHER:
            roles[at] = _role_below(runs[at], kinds[at], roles[title + 1 : at])


def _name_above(
    runs: list[Run], kinds: list[LineKind], title: int, roles: list[Role]
) -> None:
    """Name the byline and dates right above the title, and the kicker."""
    for at in range(title - 1, max(-1, title - 1 - _NEAR_TITLE // 2), -1):
        named = _role_above(kinds[at])
        if named is Role.OTHER or roles[at] is not Role.OTHER:
            break
        roles[at] = named
    _name_kicker(runs, kinds, title, roles)


def _name_author(
    runs: list[Run], kinds: list[LineKind], head: tuple[int, int], roles: list[Role]
) -> None:
    """Take a name beside a date, or under a lone label, as the byline."""
    places = range(head[0], min(head[1], head[0] + _NEAR_TITLE))
    if any(roles[at] is Role.BYLINE for at in places):
        return
    for at in places:
        plain = roles[at] is Role.OTHER and kinds[at] is LineKind.PLAIN
        if plain and _is_author(runs, roles, at, head):
            roles[at] = Role.BYLINE
            return


def _is_author(
    runs: list[Run], roles: list[Role], at: int, head: tuple[int, int]
) -> bool:
    text = runs[at].text
    words = text.casefold()
    asides = words_of("aside")
    if words in byline_labels() or any(word in asides for word in words.split()):
        return False
    if len(text) > _LONGEST_NAME or not is_full_name(text):
        return False
    if at and runs[at - 1].text.casefold().rstrip(" :") in byline_labels():
        return True
    near = roles[max(head[0], at - 2) : at + 3]
    return Role.PUBLISHED in near or Role.UPDATED in near


def _role_below(run: Run, kind: LineKind, before: list[Role]) -> Role:
    named = _role_above(kind)
    if named is not Role.OTHER:
        return named
    if kind is not LineKind.PLAIN or any(r is not Role.OTHER for r in before):
        return Role.OTHER
    words = len(run.text.split())
    wordy = words >= _WORDS_OF_DEK or (words < 3 and len(run.text) >= 25)
    return Role.DEK if wordy else Role.OTHER


def _role_above(kind: LineKind) -> Role:
    return {
        LineKind.DATE: Role.PUBLISHED,
        LineKind.UPDATED: Role.UPDATED,
        LineKind.BYLINE: Role.BYLINE,
    }.get(kind, Role.OTHER)


def _name_kicker(
    runs: list[Run], kinds: list[LineKind], title: int, roles: list[Role]
) -> None:
    """Take the short line right above the title as its kicker."""
    at = title - 1
    if at < 0 or roles[at] is not Role.OTHER or kinds[at] is not LineKind.PLAIN:
        return
    run = runs[at]
    above = runs[at - 1] if at else None
    alone = above is None or run.gap or len(above.text) > _LONGEST_KICKER
    plain = not run.mark and len(run.text) <= _LONGEST_KICKER and "|" not in run.text
    close = runs[title].gap == 0 or run.text.isupper()
    if alone and plain and close and run.text[-1] not in ".!?。":
        roles[at] = Role.KICKER


def _name_pictures(runs: list[Run], kinds: list[LineKind], roles: list[Role]) -> None:
    """Name credits and captions around the title and inside the body."""
    near = [at for at, role in enumerate(roles) if role is not Role.OTHER]
    if not near:
        return
    for at in range(max(0, near[0] - 4), near[-1]):
        if kinds[at] is LineKind.CREDIT and roles[at] in {Role.OTHER, Role.BODY}:
            roles[at] = Role.CREDIT
            _name_above_credit(runs, kinds, at, roles)
        elif kinds[at] is LineKind.CAPTION and roles[at] in {Role.OTHER, Role.DEK}:
            roles[at] = Role.CAPTION


def _name_above_credit(
    runs: list[Run], kinds: list[LineKind], at: int, roles: list[Role]
) -> None:
    """Take the line above a credit as the caption or alternative text."""
    above = at - 1
    if above < 0 or roles[above] not in {Role.OTHER, Role.DEK, Role.KICKER}:
        return
    run = runs[above]
    if kinds[above] is not LineKind.PLAIN or run.mark:
        return
    if len(run.text) <= _LONGEST_ALT * 2:
        sentence = run.text[-1] in ".!?。।" and len(run.text) >= 25
        roles[above] = Role.CAPTION if sentence else Role.ALT
