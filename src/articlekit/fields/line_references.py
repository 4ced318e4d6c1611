"""The addresses that a text page lists at its end, and the numbers that point at them.

Text browsers number the links ("[3]Sport") and list the addresses below
("3. https://..."); writers of Markdown may do the same ("[Sport][3]" and
"[3]: https://...").
"""

import re
from collections.abc import Sequence
from typing import Final

from articlekit.fields.line_kinds import words_of
from articlekit.fields.line_marks import Run
from articlekit.text.late import late

_LISTED: Final = late(
    r"(?:\s*+(\d{1,4})\. |\[([^\[\]]{1,60})\]: <?)"
    r"((?:https?|mailto|file|javascript|ftp):[^\s>]{0,2000})>?(?:\s+[\"'(].{0,200})?$"
)
_NUMBER: Final = late(r"\[(\d{1,4})\](?=\S)")
_POINTER: Final = late(r"(?<!\])\[([^\[\]]{1,300})\]\[([^\[\]]{0,60})\]")
_LEAST: Final = 2
_MOST_HEADS: Final = 2


def take_references(runs: Sequence[Run]) -> list[Run]:
    """Take the list of addresses out, and the numbers that point at it.

    Args:
        runs: The lines of a page; those that point at an address get it.

    Returns:
        The runs without the list and its headings; all of them where the page has
        no such list.
    """
    listed = {at: found for at, run in enumerate(runs) if (found := _listed(run))}
    if len(listed) < _LEAST:
        return list(runs)
    addresses = {found[1] or found[2]: found[3] for found in listed.values()}
    for run in runs:
        if "[" in run.text:
            _point(run, addresses)
    out = set(listed)
    for at in sorted(listed):
        _add_heads(runs, at, out)
    return [run for at, run in enumerate(runs) if at not in out and run.text]


def _listed(run: Run) -> re.Match[str] | None:
    text = run.text
    return _LISTED.match(text) if run.level or text[0] == "[" else None


def _point(run: Run, addresses: dict[str, str]) -> None:
    """Take the numbers out of a line and keep where its first link leads."""

    def words(found: re.Match[str]) -> str:
        address = addresses.get(found[2] or found[1])
        if address is None:
            return found[0]
        run.url = run.url or address
        return found[1]

    if "][" in run.text:
        run.text = _POINTER.sub(words, run.text)
    if numbered := _NUMBER.search(run.text):
        run.url = run.url or addresses.get(numbered[1])
        run.text = _NUMBER.sub("", run.text)


def _add_heads(runs: Sequence[Run], at: int, out: set[int]) -> None:
    """Add the headings right above a list to what leaves the page."""
    for above in range(at - 1, max(-1, at - 1 - _MOST_HEADS), -1):
        if runs[above].text.casefold().rstrip(" :") not in words_of("references"):
            return
        out.add(above)
