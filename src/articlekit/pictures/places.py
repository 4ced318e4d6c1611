"""The places where a credit may stand in a caption."""

import re
from collections.abc import Iterator
from typing import Final

import attrs

from articlekit.model.image import CreditStatus
from articlekit.pictures.credits import read_credit
from articlekit.pictures.lexicon import Lexicon, is_cjk
from articlekit.pictures.names import Shape
from articlekit.pictures.strength import CERTAIN, LIKELY, LONGEST, small_words, strength
from articlekit.pictures.wrapping import label_end, spoken_label_end

_WINDOW: Final = 400
_MOST_TAILS: Final = 6
_MOST_WORDS: Final = 14
_MOST_SIGNS: Final = 18
_LEAST_SENTENCE: Final = 4
_BARE_NAME: Final = 0.72
_ALONE: Final = 0.75
_SURE: Final = 0.85
_FEW_WORDS: Final = 4
_FEWEST_WORDS: Final = 3
_FEWEST_SIGNS: Final = 20
LONGEST_NAME: Final = 45
"""A longer name alone is no credit."""
EDGES: Final = " \t\n|/–—-•·:;,*>"
"""Marks between a caption and its credit."""
_ENDS: Final = re.compile(
    r"(?:(?<!\b[A-ZÀ-Þ])\.|[!?…。！？])[\"”“»’'）)\]]{0,2}(?:\s+(?!\d)|(?=[^\W\d_]))"
    r"|(?<=[\"”»）)\]])\s+"
)
_BARS: Final = re.compile(r"\s*\|\s*|\s+/{1,2}\s+|\s+[–—-]\s+|\s+[•·]\s+|；|;\s+|\n")
_GLUED: Final = re.compile(r"(?<=[a-zà-ÿ0-9)”\"’.])(?=[A-ZÀ-Þ@(])")
_MARKS: Final = re.compile(r"[:=]")
_SIGNS: Final = re.compile(
    r"(?:Credit){1,2}(?:\.\.\.|…)?(?=[A-ZÀ-Þ@])|©|\([cC]\)|ⓒ|Ⓒ|&copy;|\bCopyright\b"
)
_SIGN_HINTS: Final = ("Credit", "©", "(c", "(C", "ⓒ", "Ⓒ", "&copy", "Copyright")
_OPEN: Final = {")": "(", "]": "["}
_CLOSING: Final = {"(": ")", "[": "]"}
_JAPANESE: Final = re.compile(r"[=＝]([^=＝。、]{1,30})$")
_MAKERS: Final = ("撮影", "提供", "攝", "摄")
_MAKER: Final = re.compile(r"[=、，]([^\s=。、，()]{2,16}(?:撮影|提供|攝|摄))$")
_BEFORE_LABEL: Final = frozenset("([|/–—-.!?…。”\"»’'）)],;*:•·> \n")
_LABEL_STARTS: Final = re.compile(r"[\s(\[|/.!?”\"’)\]–—-]|(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_HEAD: Final = re.compile(r"[^|()\[\]:/]{20,180}(?= \| | [(\[])")
_FEW_SMALL: Final = 3
_LEAST_HEAD: Final = 8
_STOPS: Final = frozenset(".!?。…")
_LONGEST_LABEL: Final = 32


@attrs.frozen
class Cut:
    """Where the credit stands in a caption.

    Attributes:
        start: Offset of its first character, label and bracket too.
        end: Offset after its last one.
        certain: 0 to 1: that it is a credit and nothing else.
    """

    start: int
    end: int
    certain: float


def _closed(view: str, start: int) -> tuple[int, int]:
    """Return the range from *start* to the end, or to where its bracket closes."""
    before = start
    while before and view[before - 1] == " ":
        before -= 1
    if before and (closing := _CLOSING.get(view[before - 1])):
        depth, opening = 1, view[before - 1]
        for at in range(before, len(view)):
            depth += (view[at] == opening) - (view[at] == closing)
            if not depth:
                return before - 1, at + 1
        return before - 1, len(view)
    return start, len(view)


def label_start(view: str, mark: int, words: Lexicon) -> int | None:
    """Return where the label begins that ends at *mark*, or None."""
    low = max(0, mark - _LONGEST_LABEL)
    head = view[low:mark].rstrip(" .")
    starts = [m.end() for m in _LABEL_STARTS.finditer(head)]
    for start in [0, *starts]:
        label = head[start:].strip().casefold()
        if label and (label in words.labels or label in words.status):
            at = low + start
            capital = not view[at].islower()
            if at == 0 or capital or view[:at].rstrip()[-1:] in _BEFORE_LABEL - {" "}:
                return at
    return None


def _by_label(view: str, words: Lexicon) -> Iterator[Cut]:
    """Find a label with a mark, such as "Foto:"; the first one first."""
    if ":" not in view and "=" not in view:
        return
    for mark in _MARKS.finditer(view, max(0, len(view) - _WINDOW)):
        start = label_start(view, mark.start(), words)
        if start is None:
            continue
        start, end = _closed(view, start)
        yield Cut(start, end, strength(view[start:end], words))


def _by_bracket(view: str, words: Lexicon) -> Iterator[Cut]:
    """Find a bracket at the end, or one with a name alone behind it."""
    end = max(view.rfind(")"), view.rfind("]")) + 1
    behind = len(view) - end
    if not end or behind > LONGEST_NAME:
        return
    depth, closing = 0, view[end - 1]
    for at in range(end - 1, max(-1, end - LONGEST), -1):
        depth += (view[at] == closing) - (view[at] == _OPEN[closing])
        if not depth:
            inside = view[at + 1 : end - 1]
            sure = strength(inside, words)
            if behind > 1:
                sure = sure if sure >= _SURE and _is_name(view[end:]) else 0.0
            elif at == 0 and inside.count(" ") <= _FEW_WORDS:
                sure = max(sure, _ALONE)
            elif view[:at].rstrip()[-1:] in _STOPS and _is_name(inside):
                sure = max(sure, _BARE_NAME)
            yield Cut(at, len(view), sure)
            return


def _is_name(text: str) -> bool:
    """Return whether *text* is one name and nothing else."""
    parties = read_credit(text.strip()).parties
    return len(parties) == 1 and parties[0].shape in {Shape.PERSON, Shape.WORD}


def _by_sign(view: str, words: Lexicon) -> Iterator[Cut]:
    if not any(hint in view for hint in _SIGN_HINTS):
        return
    for sign in _SIGNS.finditer(view, max(0, len(view) - _WINDOW)):
        start, end = _closed(view, sign.start())
        yield Cut(start, end, strength(view[start:end], words))


def _starts(view: str) -> list[int]:
    """Return where a last part of the caption may begin, left to right."""
    low = max(0, len(view) - LONGEST)
    found = {m.end() for p in (_ENDS, _BARS) for m in p.finditer(view, low)}
    return sorted(found)[-_MOST_TAILS:]


def _by_tail(view: str, words: Lexicon) -> Iterator[Cut]:
    """Find a credit after a full stop or a bar: the longest certain one."""
    best, weak = None, None
    for start in reversed(_starts(view)):
        sure = strength(view[start:], words)
        if best and (sure < CERTAIN or not _extends(view[start : best.start], words)):
            break
        if sure >= CERTAIN:
            best = Cut(start, len(view), sure)
        elif sure >= LIKELY and weak is None:
            weak = _bare_name(view, start, sure)
    yield from (c for c in (best, weak) if c)


def _extends(piece: str, words: Lexicon) -> bool:
    """Return whether *piece*, printed before a credit, belongs to it."""
    if piece.strip(" .").casefold() in words.labels:
        return True
    return (
        piece.rstrip()[-1:] not in ".!?。" or strength(piece.rstrip(), words) >= CERTAIN
    )


def _bare_name(view: str, start: int, sure: float) -> Cut | None:
    """Judge a name that stands alone at the end.

    Behind a whole sentence it is nearly always the photographer's.
    """
    before = view[:start].rstrip("\"”»’' ")
    long = before.count(" ") >= _LEAST_SENTENCE
    if before[-1:] in "/|" and long:
        return Cut(start, len(view), _BARE_NAME)
    if before[-1:] not in ".!?。…":
        return None
    return Cut(start, len(view), _BARE_NAME if long else sure)


def _by_glue(view: str, words: Lexicon) -> Iterator[Cut]:
    """Find a credit that is printed onto the caption's last word."""
    low = max(0, len(view) - 80)
    for joint in [m.start() for m in _GLUED.finditer(view, low)][-_MOST_TAILS:]:
        tail = view[joint:]
        if "/" in tail or " " not in tail or ":" in tail or " via " in tail:
            sure = strength(tail, words) if is_firm(tail) else 0.0
            yield Cut(joint, len(view), sure)


def is_firm(text: str) -> bool:
    """Return whether a label or a known agency makes *text* a credit."""
    read = read_credit(text)
    kinds = {p.kind for p in read.parties} - {None, "platform", "outlet"}
    return read.wrapped.label or bool(kinds)


def _by_status(view: str, words: Lexicon) -> Iterator[Cut]:
    """Find "Submitted photo" and the like, two words and more, at the end."""
    pieces = view.rsplit(" ", 4)
    if pieces[-1].casefold().rstrip(".") not in words.status_tails:
        return
    for at in range(1, len(pieces) - 1):
        tail = " ".join(pieces[at:])
        status = words.status.get(tail.casefold())
        if status and tail[0].isupper() and status is not CreditStatus.FILE:
            yield Cut(len(view) - len(tail), len(view), 0.8)


def _by_last_words(view: str, words: Lexicon) -> Iterator[Cut]:
    """Find "REUTERS/Jane Roe" or "＝AP" that nothing sets off."""
    pattern = _MAKER if view.endswith(_MAKERS) else _JAPANESE if "=" in view else None
    if pattern and (found := pattern.search(view[-40:])):
        start = len(view) - len(found[found[0][0] != "="])
        yield Cut(start, len(view), strength(found[1], words))
    pieces = view.rsplit(" ", 4) if "/" in view[-60:] else []
    for at in range(1, len(pieces)):
        tail = " ".join(pieces[at:])
        if "/" in pieces[at] and is_firm(pieces[at].partition("/")[0]):
            yield Cut(len(view) - len(tail), len(view), strength(tail, words))


def _by_head(view: str, words: Lexicon) -> Iterator[Cut]:
    """Find a credit in front of the caption."""
    end, _ = label_end(view, words)
    end = end or spoken_label_end(view, words)[0]
    if not end and view[:1] not in "([©":
        return
    for stop in _head_stops(view):
        rest = view[stop:]
        if rest.count(" ") < _FEWEST_WORDS or len(rest) < _FEWEST_SIGNS:
            return
        sure = strength(view[:stop].rstrip(EDGES), words)
        if sure >= CERTAIN and strength(rest, words) < LIKELY:
            yield Cut(0, stop, sure)
            return


def _head_stops(view: str) -> list[int]:
    """Return where a first part of the caption may end."""
    stops = {m.end() for p in (_ENDS, _BARS) for m in p.finditer(view, 0, LONGEST)}
    if closing := _CLOSING.get(view[:1]):
        stops.add(view.find(closing, 0, LONGEST) + 1)
        stops.discard(0)
    return sorted(stops)[:_MOST_TAILS]


def _with_bracket_before(view: str, cut: Cut, words: Lexicon) -> Cut:
    """Take in a second credit in brackets right before the one found."""
    before = view[: cut.start].rstrip()
    if cut.end == len(view) and before[-1:] in _OPEN:
        for more in _by_bracket(before, words):
            if more.certain >= CERTAIN and more.start:
                return attrs.evolve(cut, start=more.start)
    return cut


def _with_name_before(view: str, cut: Cut) -> Cut:
    """Take in the name between the caption's last sentence and an agency in brackets."""
    if cut.end != len(view) or view[cut.start] not in "([" or not cut.start:
        return cut
    before = view[: cut.start].rstrip()
    start = max((m.end() for m in _ENDS.finditer(before)), default=0)
    name = before[start:]
    if (
        not start
        or not 1 <= name.count(" ") <= _FEW_WORDS - 1
        or len(name) > LONGEST_NAME
    ):
        return cut
    if before[:start].count(" ") < _FEWEST_WORDS or small_words(name):
        return cut
    person = [p.shape for p in read_credit(name).parties] == [Shape.PERSON]
    return attrs.evolve(cut, start=start) if person else cut


def _by_bar(view: str, words: Lexicon) -> Iterator[Cut]:
    """Find a label behind a bar: "Boats on the quay / Photo by Jane Roe / AFP"."""
    for bar in _BARS.finditer(view, max(0, len(view) - LONGEST)):
        rest = view[bar.end() :]
        if not (spoken_label_end(rest, words)[0] or label_end(rest, words)[0]):
            continue
        head = view[: bar.start()].rstrip(EDGES)
        if head.count(" ") >= _FEWEST_WORDS and strength(head, words) < LIKELY:
            yield Cut(bar.end(), len(view), strength(rest, words))
        return


def _as_whole(view: str, words: Lexicon) -> Iterator[Cut]:
    """Find that all of it is a credit."""
    long = len(view) > LONGEST or view.count(" ") > _MOST_WORDS
    if long or _ENDS.search(view, 0, len(view) - 1):
        return
    if _begins_with_sentence(view) or _is_caption_and_bracket(view, words):
        return
    if view.endswith("nuotr.") and view.count(" / ") > 1:
        return  # "who is seen / photographer's / agency's photo" of Lithuanian sites
    if is_cjk(view) and (len(view) > _MOST_SIGNS or "(" in view[1:] or "=" in view[1:]):
        return
    sure = strength(view, words)
    if sure >= CERTAIN:
        yield Cut(0, len(view), sure)


def _is_caption_and_bracket(view: str, words: Lexicon) -> bool:
    """Return whether a credit in brackets ends what is no name before it.

    In scripts without capitals, names look like any other words.
    """
    if view[-1:] != ")" or (start := view.rfind("(")) < _LEAST_HEAD:
        return False
    head = view[:start].rstrip()
    if strength(view[start + 1 : -1], words) < CERTAIN:
        return False
    return head.upper() == head.lower() or strength(head, words) < LIKELY


def _begins_with_sentence(view: str) -> bool:
    """Return whether what stands before a bar or bracket has words that no name has."""
    head = _HEAD.match(view)
    if head is None or head[0].count(" ") < _LEAST_SENTENCE:
        return False
    return small_words(head[0]) >= _FEW_SMALL


_FINDERS: Final = (
    _by_head, _by_label, _by_sign, _by_status, _by_bar, _as_whole, _by_bracket, _by_tail, _by_glue, _by_last_words,
)  # fmt: skip


def find_credit(view: str, words: Lexicon) -> Cut | None:
    """Return the surest place of a credit in a caption, or None."""
    likely = None
    for finder in _FINDERS:
        for cut in finder(view, words):
            if cut.certain >= CERTAIN:
                return _with_name_before(view, _with_bracket_before(view, cut, words))
            if cut.certain >= LIKELY and likely is None:
                likely = cut
    return likely
