"""Lines of a text page -> runs: the lines that belong together, joined.

Mailers and text browsers wrap a paragraph at a fixed width; dumps of a tree cut
a sentence at every link. Both are mended here.
"""

from collections.abc import Sequence
from typing import Final

from articlekit.fields.line_kinds import byline_labels
from articlekit.fields.line_marks import MARKED_LINK, Run
from articlekit.fields.line_references import take_references
from articlekit.reading.page import TextBlock
from articlekit.text.late import late

_HEADER: Final = late(r"[^\W\d][\w-]{1,14}: \S")
_PICTURE_NAME: Final = late(r"[a-z]{1,30}(?:-[a-z0-9]{1,30}){1,6}$")
_OPEN_LINK: Final = late(r"!?\[[^\[\]]{0,300}$|\]\([^()\s]{0,600}$")
_LONGEST_LINK, _MOST_WRAPPED = 1_000, 4

TERMINAL: Final = frozenset(".!?…。！？।॥۔؟｡:：\"”»’'）)」』】")
"""Characters that end a sentence, or close what ended with it."""
_GOING_ON: Final = frozenset(",.;:!?)’”»…、。，．；：！？）」』】％%")
_PARTICLE: Final = late(
    "[はがをにでとのもへや](?![ぁ-ん])"
    r"|(?:은|는|이|가|을|를|의|에|와|과|도|로|에서|에게|으로)(?=[\s,.]|$)"
)
_TITLE_END: Final = late(r"\s*$|\s{0,3}[|–—·•»«]|\s[-:]")
_WIDE: Final = late("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\u3040-\u30ff]")

_NARROW, _BROAD = 45, 100
_RAGGED = 14
_PROSE = 40
_SHORT = 60
_MOST_JOINED = 400
_SHORTEST_TITLE = 12
_COLONS: Final = (":", "：")
_POSSESSIVE: Final = ("'s ", "’s ")


def _lines(blocks: Sequence[TextBlock]) -> list[Run]:
    """Read the lines; a link of Markdown that is wrapped makes one of several."""
    runs: list[Run] = []
    at = 0
    while at < len(blocks):
        text, end = _whole_link(blocks, at)
        runs.append(run := Run(blocks[at], at, text))
        run.last = at = end
    return runs


def _whole_link(blocks: Sequence[TextBlock], at: int) -> tuple[str, int]:
    """Return a line with the rest of the link that begins there, and its end."""
    text, end = blocks[at].text, at + 1
    while "[" in text and end < min(len(blocks), at + _MOST_WRAPPED):
        following = blocks[end]
        opened = _OPEN_LINK.search(text, max(0, len(text) - _LONGEST_LINK))
        if opened is None or following.gap or ")" not in following.text:
            break
        joined = f"{text} {following.text}"
        if opened[0][0] != "]" and not MARKED_LINK.search(joined, opened.start()):
            break
        text, end = joined, end + 1
    return text, end


def find_runs(blocks: Sequence[TextBlock]) -> list[Run]:
    """Join the lines of a text page.

    Args:
        blocks: The lines in order.

    Returns:
        Runs in order, none without text. Their ranges do not overlap; lines
        that hold only a mark belong to no run, but lend it to the next.
    """
    runs = _marked(_lines(blocks))
    runs = take_references(runs)
    width = _width(runs)
    if width:
        runs = _unwrap(runs, width)
    return _mend(runs, runs[0].text if runs else "")


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
    run.url = next((one.url for one in group if one.url), None)
    return run


def _is_tight(first: str, second: str) -> bool:
    """Return whether no space stands between two pieces."""
    if _goes_on(second) or first[-1] in "([«„“‘":
        return True
    return bool(_WIDE.match(first[-1]) and _WIDE.match(second[0]))


def _goes_on(text: str) -> bool:
    return text[0] in _GOING_ON or text.startswith(_POSSESSIVE)


def _mend(runs: list[Run], head: str) -> list[Run]:
    """Join the pieces into which links and bold words cut a sentence.

    Without a long piece nothing is joined: menus in small letters look alike.
    Nor is the title, which is whole where *head*, the first line, says so.
    """
    joined: list[Run] = []
    head = head.casefold()
    at = 0
    while at < len(runs):
        whole = at > 0 and _is_titled(runs[at].text, head)
        end = at + 1 if whole else _end_of_sentence(runs, at)
        group = runs[at:end]
        long = any(len(run.text) >= _PROSE for run in group)
        if long or _is_possessive(group) or _has_lone_colon(group):
            joined.append(_joined(group))
        else:
            joined += group
        at = end
    return joined


def _is_possessive(group: Sequence[Run]) -> bool:
    return len(group) > 1 and group[1].text.startswith(_POSSESSIVE)


def _has_lone_colon(group: Sequence[Run]) -> bool:
    """Return whether a colon on a line of its own stands between two pieces."""
    return any(run.text in _COLONS for run in group[1:-1])


def _is_titled(text: str, head: str) -> bool:
    """Return whether *text* is the page's first line, or all of it before a bar."""
    if not _SHORTEST_TITLE <= len(text) <= len(head):
        return False
    return head.startswith(text.casefold()) and bool(_TITLE_END.match(head, len(text)))


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
    if before.text in _COLONS:
        return 1
    if _goes_on(run.text):
        return int(before.mark != "heading")
    if _starts_low(run.text):
        label = run.text.casefold().rstrip(":") in byline_labels()
        return int(before.text[-1] not in TERMINAL and not label)
    inside = prose and len(run.text) <= _SHORT
    if not inside or before.text[-1] in TERMINAL or at + 1 >= len(runs):
        return 0
    return 2 if _is_rest(runs[at + 1]) else 0


def _starts_low(text: str) -> bool:
    """Return whether a line begins as no sentence does.

    In scripts without capitals that is a word that belongs to the one before.
    """
    return text[0].islower() or bool(_PARTICLE.match(text))


def _is_rest(run: Run) -> bool:
    """Return whether a piece can only be the rest of what came before.

    The word before authors' names and the name of a button's picture are not.
    """
    text = run.text
    if run.gap or run.mark or not (_starts_low(text) or text[0] in _GOING_ON):
        return False
    label = text.casefold().rstrip(":") in byline_labels()
    return not label and not _PICTURE_NAME.match(text)
