"""Lines of a text page -> runs: the lines that belong together, joined.

Mailers and text browsers wrap a paragraph at a fixed width; dumps of a tree cut
a sentence at every link. Both are mended here, and marks that stand for
markup (bullets, "#", ">") are taken off and remembered.
"""

from collections.abc import Sequence
from typing import Final

from articlekit.fields.line_kinds import byline_labels
from articlekit.reading.page import TextBlock
from articlekit.text.late import late

_HEADING: Final = late(r"(#{1,6})\s+(?:#{1,6}\s+){0,3}(?=\S)")
_BULLET: Final = late(
    r"(?:[*+•‣▪◦●■○►▶∙]|\\?-)(?:\s+(?:[*+•‣▪◦●■○►▶∙]|\\?-))*(?:\s+|$)"
)
_ORDERED: Final = late(r"(\d{1,3})(\\?)[.)]\s+(?=\S)")
_QUOTED: Final = late(r"(?:>\s?){1,9}")
_RULE: Final = late(r"[-=_*~#|+.\s\\]{1,400}$")
_STOPS: Final = frozenset((".", "...", "|"))
_HEADER: Final = late(r"[^\W\d][\w-]{1,14}: \S")
_MARKED_LINK: Final = late(
    r"(!?)\[([^\[\]]{0,300})\]\([^()\s]{0,600}(?:\s\"[^\"]{0,200}\")?\)"
)
_LINK_NUMBER: Final = late(r"\[\d{1,4}\](?=\S)")
_LINK_LIST: Final = late(r"\s*\d{1,4}\. (?:https?|mailto|file|javascript):")
_STARTING: Final = frozenset("#*+•‣▪◦●■○►▶∙-\\>0123456789=_~|.[")

TERMINAL: Final = frozenset(".!?…。！？।॥۔؟｡:：\"”»’'）)」』】")
"""Characters that end a sentence, or close what ended with it."""
_GOING_ON: Final = frozenset(",.;:!?)’”»…、。，．；：！？）」』】％%")
_WIDE: Final = late("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\u3040-\u30ff]")

_NARROW, _BROAD = 45, 100
_RAGGED = 14
_PROSE = 40
_SHORT = 60
_MOST_JOINED = 400


class Run:
    """Lines that belong together.

    Attributes:
        text: Their words, joined; empty where a line held only a mark.
        first: Index of the first line's block in the page.
        last: Index after the last one.
        gap: Blank lines before it.
        line: Number of the first line in the source.
        mark: "heading", "bullet", "ordered", "quote" or "".
        level: Number of a heading's marks, or of an ordered item; else 0.
    """

    __slots__ = ("first", "gap", "last", "level", "line", "mark", "text")

    def __init__(self, block: TextBlock, at: int) -> None:
        """Read one line."""
        self.text = block.text
        self.first = at
        self.last = at + 1
        self.gap = block.gap
        self.line = block.line
        self.mark = ""
        self.level = 0
        if "](" in self.text or "**" in self.text:
            self.text = _without_marks(self.text)
        if self.text[0] in _STARTING:
            self._take_marks()

    def _take_marks(self) -> None:
        text = self.text
        if found := _QUOTED.match(text):
            self.mark, text = "quote", text[found.end() :]
        if _RULE.match(text) and text not in _STOPS:
            self.mark, self.text = ("bullet" if len(text) == 1 else "rule"), ""
        elif found := _HEADING.match(text):
            self.mark, self.level, self.text = (
                "heading",
                len(found[1]),
                text[found.end() :],
            )
        elif found := _BULLET.match(text):
            self.mark, self.text = "bullet", text[found.end() :]
        elif found := _ORDERED.match(text):
            self.mark, self.level = "ordered", int(found[1])
            self.text = text.replace("\\", "", 1) if found[2] == "\\" else text
        else:
            self.text = text


def _without_marks(text: str) -> str:
    """Take links, pictures and bold out of a line of Markdown."""
    bare = _MARKED_LINK.sub(lambda m: "" if m[1] else m[2], text)
    if bare.count("**") % 2 == 0:
        bare = bare.replace("**", "")
    return bare.strip() or "***"


def find_runs(blocks: Sequence[TextBlock]) -> list[Run]:
    """Join the lines of a text page.

    Args:
        blocks: The lines in order.

    Returns:
        Runs in order, none without text. Their ranges do not overlap; lines
        that hold only a mark belong to no run, but lend it to the next.
    """
    runs = _marked([Run(block, at) for at, block in enumerate(blocks)])
    _drop_link_numbers(runs)
    width = _width(runs)
    if width:
        runs = _unwrap(runs, width)
    return _mend(runs)


def _marked(lines: list[Run]) -> list[Run]:
    """Drop lines without words; a lone bullet or a rule goes to the next line."""
    runs: list[Run] = []
    bullet, gap = False, 0
    for run in lines:
        if not run.text:
            bullet = run.mark == "bullet"
            gap += run.gap + (run.mark == "rule")
            continue
        if bullet and not run.mark:
            run.mark = "bullet"
        run.gap += gap
        bullet, gap = False, 0
        runs.append(run)
    return runs


def _drop_link_numbers(runs: list[Run]) -> None:
    """Take out the numbers of links that a text browser lists at the end."""
    listed = sum(1 for run in runs if run.level and _LINK_LIST.match(run.text))
    if listed < 2:
        return
    for run in runs:
        if "[" in run.text:
            run.text = _LINK_NUMBER.sub("", run.text)


def _width(runs: list[Run]) -> int:
    """Return the column at which the page is wrapped, or 0 where it is not."""
    lengths = sorted(len(run.text) for run in runs if len(run.text) >= _NARROW)
    if len(lengths) < 3:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    if width > _BROAD or lengths[-1] > width + _SHORT:
        return 0
    full = [run for run in runs if len(run.text) > width - _RAGGED]
    cut = sum(1 for run in full if run.text[-1] not in TERMINAL)
    return width if len(full) * 2 >= len(lengths) and cut * 2 >= len(full) else 0


def _unwrap(runs: list[Run], width: int) -> list[Run]:
    """Join a line to the one before where its first word did not fit there."""
    groups: list[list[Run]] = []
    length = 0
    for run in runs:
        if groups and _was_full(length, run, width):
            groups[-1].append(run)
        else:
            groups.append([run])
        length = len(run.text)
    return [_joined(group) for group in groups]


def _was_full(length: int, run: Run, width: int) -> bool:
    """Return whether the line before *run*, *length* long, had no room for it."""
    if run.gap or run.mark not in {"", "quote"} or _HEADER.match(run.text):
        return False
    word = run.text.partition(" ")[0]
    room = 2 if _WIDE.match(word) else len(word) + 1
    return length + room > width - 2 and length * 2 > width


def _joined(group: Sequence[Run]) -> Run:
    """Put the words of all runs of *group* into the first."""
    run = group[0]
    if len(group) == 1:
        return run
    pieces = [run.text]
    for other in group[1:]:
        pieces.append(
            other.text if _is_tight(pieces[-1], other.text) else f" {other.text}"
        )
    run.text = "".join(pieces)
    run.last = group[-1].last
    return run


def _is_tight(first: str, second: str) -> bool:
    """Return whether no space stands between two pieces."""
    if second[0] in _GOING_ON or first[-1] in "([«„“‘":
        return True
    return bool(_WIDE.match(first[-1]) and _WIDE.match(second[0]))


def _mend(runs: list[Run]) -> list[Run]:
    """Join the pieces into which links and bold words cut a sentence.

    Without a long piece nothing is joined: menus in small letters look alike.
    """
    joined: list[Run] = []
    at = 0
    while at < len(runs):
        end = _end_of_sentence(runs, at)
        group = runs[at:end]
        if any(len(run.text) >= _PROSE for run in group):
            joined.append(_joined(group))
        else:
            joined += group
        at = end
    return joined


def _end_of_sentence(runs: list[Run], at: int) -> int:
    """Return the index after the last run that goes on with run *at*."""
    end, length = at + 1, len(runs[at].text)
    while end < min(len(runs), at + _MOST_JOINED):
        step = _step(runs, end, prose=length >= _PROSE)
        if not step:
            break
        length += sum(len(run.text) for run in runs[end : end + step])
        end += step
    return end


def _step(runs: list[Run], at: int, *, prose: bool) -> int:
    """Return how many runs from *at* on go on with the one before: 0, 1 or 2.

    A piece with a capital may stand inside of a sentence, where there is one:
    *prose* says that what came before is long enough.
    """
    before, run = runs[at - 1], runs[at]
    if run.gap or run.mark:
        return 0
    if run.text[0] in _GOING_ON:
        return int(before.mark != "heading")
    if run.text[0].islower():
        label = run.text.casefold().rstrip(":") in byline_labels()
        return int(before.text[-1] not in TERMINAL and not label)
    inside = prose and len(run.text) <= _SHORT
    if not inside or before.text[-1] in TERMINAL or at + 1 >= len(runs):
        return 0
    following = runs[at + 1]
    first = following.text[0]
    goes_on = first.islower() or first in _GOING_ON
    return 2 if goes_on and not following.gap and not following.mark else 0
