"""Keywords of a text page: the line that a label opens, "Tags: ferries, port"."""

from collections.abc import Sequence
from typing import Final

from articlekit.fields.line_marks import Run
from articlekit.fields.tags import is_label
from articlekit.text.late import late

_LONGEST_LABEL, _LONGEST_LINE, _LONGEST, _MOST = 45, 600, 45, 30
_COLON: Final = late(r"\s?[:：]\s?")
_APART: Final = late(r"\s?[,;|·•、،#]\s?")
_MOST_BLANKS: Final = 4
_STOPS: Final = (".", "!", "?", "。")


def find_line_tags(
    runs: Sequence[Run], after: int
) -> tuple[tuple[str, ...], Run] | None:
    """Find the line that lists keywords.

    Args:
        runs: Runs of lines in order.
        after: Index of the title's run; what stands above is the page's own.

    Returns:
        The keywords in order and the run that lists them, or None.
    """
    for run in runs[after + 1 :]:
        if names := tags_in(run.text):
            return names, run
    return None


def tags_in(text: str) -> tuple[str, ...]:
    """Return the keywords that a line lists behind a label; nothing if it is none."""
    colon = _COLON.search(text, 0, _LONGEST_LABEL)
    if (
        colon is None
        or len(text) > _LONGEST_LINE
        or not is_label(text[: colon.start()])
    ):
        return ()
    return _names(text[colon.end() :])


def _names(text: str) -> tuple[str, ...]:
    """Cut a list of keywords; a sentence is none."""
    pieces: list[str] = _APART.split(text)
    names = tuple(dict.fromkeys(name for each in pieces if (name := each.strip())))
    blanks = sum(name.count(" ") for name in names)
    if len(names) > _MOST or blanks > _MOST_BLANKS * len(names):
        return ()
    if any(len(name) > _LONGEST or name.endswith(_STOPS) for name in names):
        return ()
    return names
