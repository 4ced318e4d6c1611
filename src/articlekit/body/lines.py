"""The body of a text page: its runs of lines as typed blocks."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from articlekit.fields.line_marks import Run
from articlekit.fields.line_roles import LineRoles, Role
from articlekit.model.blocks import Block, BlockQuote, Heading, ListBlock, Paragraph
from articlekit.text.late import late

_NUMBER: Final = late(r"\d{1,3}(?:\\\.|[.)])\s+")
_LEVEL: Final = 2


def body_blocks(roles: LineRoles) -> tuple[Block, ...]:
    """Make the blocks of a text page's body.

    Args:
        roles: What `choose_lines` found.

    Returns:
        Paragraphs, headings, lists and block quotes in order, each with the
        number of its line; empty where the page has no body.
    """
    runs = [run for _, run in roles.of(Role.BODY, Role.HEADING)]
    headings = {id(run) for _, run in roles.of(Role.HEADING)}
    return tuple(_blocks(runs, headings))


def _blocks(runs: list[Run], headings: set[int]) -> Iterator[Block]:
    for form, group in groupby(runs, lambda run: _form(run, headings)):
        members = list(group)
        if form == "heading":
            yield from (_heading(run) for run in members)
        elif form == "bullet" or _counts_up(form, members):
            yield _list(members, ordered=form == "ordered")
        elif form == "quote":
            text = "\n".join(run.text for run in members)
            yield BlockQuote(text, line=members[0].line)
        else:
            yield from (Paragraph(run.text, line=run.line) for run in members)


def _form(run: Run, headings: set[int]) -> str:
    if id(run) in headings:
        return "heading"
    return run.mark if run.mark in {"bullet", "ordered", "quote"} else ""


def _heading(run: Run) -> Heading:
    level = run.level if run.mark == "heading" else _LEVEL
    return Heading(run.text, level, line=run.line)


def _counts_up(form: str, runs: list[Run]) -> bool:
    """Return whether numbers at the start of lines are those of a list."""
    if form != "ordered" or len(runs) < 2:
        return False
    levels = [run.level for run in runs]
    return levels == list(range(levels[0], levels[0] + len(levels)))


def _list(runs: list[Run], *, ordered: bool) -> ListBlock:
    texts = (run.text for run in runs)
    items = tuple(_NUMBER.sub("", t, count=1) if ordered else t for t in texts)
    return ListBlock(items, ordered, line=runs[0].line)
