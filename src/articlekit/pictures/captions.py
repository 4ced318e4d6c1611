"""Tell a caption from the credit that is printed with it."""

import re
from collections.abc import Iterator
from typing import Final

import attrs

from articlekit.model.image import CreditStatus, ImageCredit
from articlekit.pictures.credits import Reading, check_language, parse_credit, read_credit
from articlekit.pictures.lexicon import Lexicon, is_cjk, lexicon
from articlekit.pictures.names import Shape, maker
from articlekit.pictures.parties import Role
from articlekit.pictures.wrapping import label_end, narrow, spoken_label_end
from articlekit.text.spaces import fold_spaces

_LONGEST: Final = 200
_WINDOW: Final = 400
_CERTAIN: Final = 0.7
_LIKELY: Final = 0.4
_MOST_TAILS: Final = 6
_MOST_SMALL_WORDS: Final = 4
_MOST_SMALL_LABELLED: Final = 9
_MOST_WORDS: Final = 14
_MOST_SIGNS: Final = 18
_LEAST_SENTENCE: Final = 4
_MOST_GIVEN_WORDS: Final = 6
_WEAK_KINDS: Final = frozenset(("platform", "outlet"))
_BARE_NAME: Final = 0.72
_ALONE: Final = 0.75
_SURE: Final = 0.85
_FEW_WORDS: Final = 4
_FEWEST_WORDS: Final = 3
_FEWEST_SIGNS: Final = 20
_LONGEST_NAME: Final = 45
_COUNTER: Final = re.compile(
    r"^(?:\w{4,8} )?\d{1,3}\s?(?:/|of|von|de|sur|av|di|из|的)\s?\d{1,3}(?=\D)[\s|:.–-]*", re.IGNORECASE
)
_LAST_COUNTER: Final = re.compile(r"\s*[|(]?\s*\d{1,3}\s?(?:/|of|von)\s?\d{1,3}\)?$")
_ENDS: Final = re.compile(
    r"(?:(?<!\b[A-ZÀ-Þ])\.|[!?…。！？])[\"”“»’'）)\]]{0,2}(?:\s+(?!\d)|(?=[^\W\d_]))"
    r"|(?<=[\"”»）)\]])\s+"
)
_BARS: Final = re.compile(r"\s*\|\s*|\s+/{1,2}\s+|\s+[–—-]\s+|\s+[•·]\s+|；|;\s+|\n")
_GLUED: Final = re.compile(r"(?<=[a-zà-ÿ0-9)”\"’.])(?=[A-ZÀ-Þ@(])")
_MARKS: Final = re.compile(r"[:=]")
_SIGNS: Final = re.compile(r"(?:Credit){1,2}(?:\.\.\.|…)?(?=[A-ZÀ-Þ@])|©|\([cC]\)|ⓒ|Ⓒ|&copy;|\bCopyright\b")
_SIGN_HINTS: Final = ("Credit", "©", "(c", "(C", "ⓒ", "Ⓒ", "&copy", "Copyright")
_OPEN: Final = {")": "(", "]": "["}
_LEFT: Final = " \t\n|/–—-•·:;,*>"
_JAPANESE: Final = re.compile(r"[=＝]([^=＝。、]{1,30})$")
_SMALL: Final = frozenset("of and the for by via et und y e i og och de la du".split())
_BEFORE_LABEL: Final = frozenset("([|/–—-.!?…。”\"»’'）)],;*:•·> \n")


@attrs.frozen
class _Cut:
    """Where the credit stands in a caption.

    Attributes:
        start: Offset of its first character, label and bracket too.
        end: Offset after its last one.
        certain: 0 to 1: that it is a credit and nothing else.
    """

    start: int
    end: int
    certain: float


# How sure it is that a text is a credit


def _small_words(text: str) -> int:
    """Count the small words of *text* that names and agencies do not hold."""
    small = 0
    for word in text.split()[:24]:
        small += word[:1].islower() and word not in _SMALL and "." not in word and "/" not in word
    return small


def strength(text: str, words: Lexicon) -> float:
    """Return how sure it is that *text*, plain and short, is a credit.

    Returns:
        0 to 1; 0.7 and more is certain enough to cut it out of a caption.
    """
    if not 1 < len(text) <= _LONGEST:
        return 0.0
    small = _small_words(text)
    if small > _MOST_SMALL_WORDS and (
        small > _MOST_SMALL_LABELLED or not label_end(text.lstrip("(["), words)[0]
    ):
        return 0.0
    return _strength(read_credit(text), text, words)


def _strength(read: Reading, text: str, words: Lexicon) -> float:
    parties = read.parties
    if not parties:
        return 0.8 if read.license else 0.0
    first = parties[0]
    if read.wrapped.text[:1].islower() and not (first.kind or first.status or read.wrapped.label):
        return 0.3 if len(parties) > 1 and "/" in text else 0.0
    loose = [p for p in parties if p.name and not p.kind and p.shape is Shape.OTHER]
    wordy = sum(len(p.name.split()) for p in loose if p.role is not Role.PERSON)
    if read.wrapped.label:
        return 0.9 if wordy <= 8 else 0.5
    known = [p for p in parties if p.kind]
    if known:
        weak = all(p.kind in _WEAK_KINDS for p in known)
        small = any(p.name[:1].islower() and " " in p.name for p in loose)
        return 0.3 if small or (weak and wordy) else _with_known(len(known), len(parties), wordy, text)
    if any(p.status for p in parties):
        return _with_status(read, wordy)
    return _unknown(read, text, words)


def _with_known(known: int, parties: int, wordy: int, text: str) -> float:
    if wordy > 4:
        return 0.3
    alone = known == parties
    return 0.9 if alone or "/" in text or "," in text or "(" in text or " via " in text else 0.75


def _with_status(read: Reading, wordy: int) -> float:
    said = {p.status for p in read.parties} - {None}
    if said == {CreditStatus.FILE}:
        people = any(p.shape is Shape.PERSON for p in read.parties)
        return 0.8 if people and not wordy else 0.3
    return 0.8 if wordy <= _MOST_GIVEN_WORDS else 0.3


def _unknown(read: Reading, text: str, words: Lexicon) -> float:
    """Judge names that no lexicon knows and that no label explains."""
    if is_cjk(text) and maker(read.wrapped.text):
        return 0.85
    parties = read.parties
    people = [p for p in parties if p.shape is Shape.PERSON]
    if len(parties) > 1 and "/" in text and all(p.name[:1].isupper() for p in parties):
        return 0.8 if people and len(people) < len(parties) else 0.3
    return _LIKELY if len(people) == len(parties) else 0.2


# Where it may stand


def _closed(view: str, start: int) -> tuple[int, int]:
    """Return the range from *start* to the end, or to where its bracket closes."""
    before = start
    while before and view[before - 1] == " ":
        before -= 1
    if before and (closing := {"(": ")", "[": "]"}.get(view[before - 1])):
        depth, opening = 1, view[before - 1]
        for at in range(before, len(view)):
            depth += (view[at] == opening) - (view[at] == closing)
            if not depth:
                return before - 1, at + 1
        return before - 1, len(view)
    return start, len(view)


def _label_start(view: str, mark: int, words: Lexicon) -> int | None:
    """Return where the label begins that ends at *mark*, or None."""
    low = max(0, mark - 32)
    head = view[low:mark].rstrip(" .")
    starts = [m.end() for m in re.finditer(r"[\s(\[|/.!?”\"’)\]–—-]|(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])", head)]
    for start in [0, *starts]:
        label = head[start:].strip().casefold()
        if label and (label in words.labels or label in words.status):
            at = low + start
            capital = not view[at].islower()
            if at == 0 or capital or view[:at].rstrip()[-1:] in _BEFORE_LABEL - {" "}:
                return at
    return None


def _by_label(view: str, words: Lexicon) -> Iterator[_Cut]:
    """Find a label with a mark, such as "Foto:"; the first one first."""
    if ":" not in view and "=" not in view:
        return
    for mark in _MARKS.finditer(view, max(0, len(view) - _WINDOW)):
        start = _label_start(view, mark.start(), words)
        if start is None:
            continue
        start, end = _closed(view, start)
        yield _Cut(start, end, strength(view[start:end], words))


def _by_bracket(view: str, words: Lexicon) -> Iterator[_Cut]:
    """Find a bracket at the end, or one with a name alone behind it."""
    end = max(view.rfind(")"), view.rfind("]")) + 1
    behind = len(view) - end
    if not end or behind > _LONGEST_NAME:
        return
    depth, closing = 0, view[end - 1]
    for at in range(end - 1, max(-1, end - _LONGEST), -1):
        depth += (view[at] == closing) - (view[at] == _OPEN[closing])
        if not depth:
            inside = view[at + 1 : end - 1]
            sure = strength(inside, words)
            if behind > 1:
                sure = sure if sure >= _SURE and _is_name(view[end:], words) else 0.0
            elif at == 0 and inside.count(" ") <= _FEW_WORDS:
                sure = max(sure, _ALONE)
            yield _Cut(at, len(view), sure)
            return


def _is_name(text: str, words: Lexicon) -> bool:
    """Return whether *text* is one name and nothing else."""
    parties = read_credit(text.strip()).parties
    return len(parties) == 1 and parties[0].shape in {Shape.PERSON, Shape.WORD}


def _by_sign(view: str, words: Lexicon) -> Iterator[_Cut]:
    if not any(hint in view for hint in _SIGN_HINTS):
        return
    for sign in _SIGNS.finditer(view, max(0, len(view) - _WINDOW)):
        start, end = _closed(view, sign.start())
        yield _Cut(start, end, strength(view[start:end], words))


def _starts(view: str) -> list[int]:
    """Return where a last part of the caption may begin, left to right."""
    low = max(0, len(view) - _LONGEST)
    found = {m.end() for p in (_ENDS, _BARS) for m in p.finditer(view, low)}
    return sorted(found)[-_MOST_TAILS:]


def _by_tail(view: str, words: Lexicon) -> Iterator[_Cut]:
    """Find a credit after a full stop or a bar: the longest certain one."""
    best, weak = None, None
    for start in reversed(_starts(view)):
        sure = strength(view[start:], words)
        if best and (sure < _CERTAIN or not _extends(view[start : best.start], words)):
            break
        if sure >= _CERTAIN:
            best = _Cut(start, len(view), sure)
        elif sure >= _LIKELY and weak is None:
            weak = _bare_name(view, start, sure)
    yield from (c for c in (best, weak) if c)


def _extends(piece: str, words: Lexicon) -> bool:
    """Return whether *piece*, printed before a credit, belongs to it."""
    if piece.strip(" .").casefold() in words.labels:
        return True
    return piece.rstrip()[-1:] not in ".!?。" or strength(piece.rstrip(), words) >= _CERTAIN


def _bare_name(view: str, start: int, sure: float) -> _Cut | None:
    """Judge a name that stands alone at the end.

    Behind a whole sentence it is nearly always the photographer's.
    """
    before = view[:start].rstrip("\"”»’' ")
    long = before.count(" ") >= _LEAST_SENTENCE
    if before[-1:] in "/|" and long:
        return _Cut(start, len(view), _BARE_NAME)
    if before[-1:] not in ".!?。…":
        return None
    return _Cut(start, len(view), _BARE_NAME if long else sure)


def _by_glue(view: str, words: Lexicon) -> Iterator[_Cut]:
    """Find a credit that is printed onto the caption's last word."""
    low = max(0, len(view) - 80)
    for joint in [m.start() for m in _GLUED.finditer(view, low)][-_MOST_TAILS:]:
        tail = view[joint:]
        if "/" in tail or " " not in tail or ":" in tail or " via " in tail:
            yield _Cut(joint, len(view), strength(tail, words) if _firm(tail, words) else 0.0)


def _firm(text: str, words: Lexicon) -> bool:
    read = read_credit(text)
    parties = read.parties
    return read.wrapped.label or any(p.kind not in {None, "platform", "outlet"} for p in parties)


def _by_status(view: str, words: Lexicon) -> Iterator[_Cut]:
    """Find "Submitted photo" and the like, two words and more, at the end."""
    pieces = view.rsplit(" ", 4)
    if pieces[-1].casefold().rstrip(".") not in words.status_tails:
        return
    for at in range(1, len(pieces) - 1):
        tail = " ".join(pieces[at:])
        status = words.status.get(tail.casefold())
        if status and tail[0].isupper() and status is not CreditStatus.FILE:
            yield _Cut(len(view) - len(tail), len(view), 0.8)


def _by_last_words(view: str, words: Lexicon) -> Iterator[_Cut]:
    """Find "REUTERS/Jane Roe" or "＝AP" that nothing sets off."""
    if "=" in view and (japanese := _JAPANESE.search(view[-40:])):
        start = len(view) - len(japanese[0])
        yield _Cut(start, len(view), strength(japanese[1], words))
    pieces = view.rsplit(" ", 4) if "/" in view[-60:] else []
    for at in range(1, len(pieces)):
        tail = " ".join(pieces[at:])
        if "/" in pieces[at] and _firm(pieces[at].partition("/")[0], words):
            yield _Cut(len(view) - len(tail), len(view), strength(tail, words))


def _by_head(view: str, words: Lexicon) -> Iterator[_Cut]:
    """Find a credit in front of the caption."""
    end, _ = label_end(view, words)
    end = end or spoken_label_end(view, words)[0]
    if not end and view[:1] not in "([©":
        return
    for stop in _head_stops(view):
        rest = view[stop:]
        if rest.count(" ") < _FEWEST_WORDS or len(rest) < _FEWEST_SIGNS:
            return
        sure = strength(view[:stop].rstrip(_LEFT), words)
        if sure >= _CERTAIN and strength(rest, words) < _LIKELY:
            yield _Cut(0, stop, sure)
            return


def _head_stops(view: str) -> list[int]:
    """Return where a first part of the caption may end."""
    stops = {m.end() for p in (_ENDS, _BARS) for m in p.finditer(view, 0, _LONGEST)}
    if view[:1] in "([" and (closing := view.find({"(": ")", "[": "]"}[view[0]], 0, _LONGEST)) > 0:
        stops.add(closing + 1)
    return sorted(stops)[:_MOST_TAILS]


def _with_bracket_before(view: str, cut: _Cut, words: Lexicon) -> _Cut:
    """Take in a second credit in brackets right before the one found."""
    before = view[: cut.start].rstrip()
    if cut.end == len(view) and before[-1:] in _OPEN:
        for more in _by_bracket(before, words):
            if more.certain >= _CERTAIN and more.start:
                return attrs.evolve(cut, start=more.start)
    return cut


def _as_whole(view: str, words: Lexicon) -> Iterator[_Cut]:
    """Find that all of it is a credit."""
    long = len(view) > _LONGEST or view.count(" ") > _MOST_WORDS
    if long or _ENDS.search(view, 0, len(view) - 1):
        return
    if view.endswith("nuotr.") and view.count(" / ") > 1:
        return  # "who is seen / photographer's / agency's photo" of Lithuanian sites
    if is_cjk(view) and (len(view) > _MOST_SIGNS or "(" in view[1:] or "=" in view[1:]):
        return
    read = strength(view, words)
    yield from () if read < _CERTAIN else (_Cut(0, len(view), read),)


_FINDERS: Final = (
    _by_head, _by_label, _by_sign, _by_status, _as_whole, _by_bracket, _by_tail, _by_glue, _by_last_words,
)  # fmt: skip


def _found(view: str, words: Lexicon) -> _Cut | None:
    """Return the surest place of a credit in a caption, or None."""
    likely = None
    for finder in _FINDERS:
        for cut in finder(view, words):
            if cut.certain >= _CERTAIN:
                return _with_bracket_before(view, cut, words)
            if cut.certain >= _LIKELY and likely is None:
                likely = cut
    return likely


# The caption itself


def _without_buttons(text: str, words: Lexicon) -> str:
    """Drop counters ("1 of 12 |") and words of buttons at both ends."""
    text = _LAST_COUNTER.sub("", _COUNTER.sub("", text)) or text
    for _ in range(3):
        before = text
        text = _without_last_button(_without_first_button(text, words), words)
        if text == before:
            break
    return text


def _without_first_button(text: str, words: Lexicon) -> str:
    pieces = text.split(" ", 5)
    for count in range(min(5, len(pieces)), 1, -1):
        if " ".join(pieces[:count]).casefold().rstrip(":") in words.buttons:
            return " ".join(pieces[count:]).lstrip(_LEFT)
    return "" if text.casefold() in words.buttons else text


def _without_last_button(text: str, words: Lexicon) -> str:
    folded = text[-40:].casefold()
    if not folded.endswith(words.last_buttons):
        return text
    button = next(b for b in words.last_buttons if folded.endswith(b))
    rest = text[: len(text) - len(button)].rstrip()
    return rest.rstrip(" |") if " " in button or rest[-1:] in ".!?)|" else text


def _joined(before: str, after: str) -> str | None:
    """Return the caption without what stood between its two parts."""
    before = before.rstrip(_LEFT).rstrip()
    if before and before[-1] in "([":
        before = before[:-1].rstrip(_LEFT)
    after = after.lstrip(_LEFT + ".。").rstrip(_LEFT) if after else ""
    return without_last_label(f"{before} {after}".strip()) or None


def without_last_label(caption: str) -> str:
    """Drop a label that stands at the end of *caption*, its credit elsewhere."""
    if caption[-1:] != ":":
        return caption
    start = _label_start(narrow(caption), len(caption) - 1, lexicon())
    return caption if start is None else caption[:start].rstrip(_LEFT)


def split_caption(
    text: str, *, language: str | None = None
) -> tuple[str | None, ImageCredit | None]:
    """Split what stands under a picture into caption and credit.

    Args:
        text: The text under the picture.
        language: BCP 47 tag of its language, if known.

    Returns:
        The caption without credit and buttons, or None; and the credit, or
        None. Where it is not certain that something is the credit, the caption
        holds it as well and the credit's `confidence` is under 0.5.

    Raises:
        ValueError: *language* is no well-formed language tag.
    """
    check_language(language)
    words = lexicon()
    text = _without_buttons(fold_spaces(text), words)
    if not text:
        return None, None
    cut = _found(narrow(text), words)
    if cut is None:
        return text, None
    credit = parse_credit(text[cut.start : cut.end].strip(), language=language)
    if cut.certain < _CERTAIN:
        return text, attrs.evolve(credit, confidence=min(credit.confidence, cut.certain))
    if not credit.text:
        return text, None
    return _joined(text[: cut.start], text[cut.end :]), credit


def is_credit_line(text: str) -> bool:
    """Return whether *text*, a line of its own, is a credit and nothing else."""
    text = narrow(fold_spaces(text[: _LONGEST + 1]))
    words = lexicon()
    if strength(text, words) < _CERTAIN:
        return False
    return True


def looks_like_credit(text: str) -> bool:
    """Return whether *text*, an element of its own, is likely to be a credit.

    A name alone is enough here, where the page sets it apart.
    """
    view = narrow(fold_spaces(text[: _LONGEST + 1]))
    sure = strength(view, lexicon())
    return sure >= _CERTAIN or (sure >= _LIKELY and len(view) <= _LONGEST_NAME)


def begins_with_label(text: str) -> bool:
    """Return whether *text* begins with a label and the mark behind it."""
    return label_end(narrow(text[:_LONGEST]).lstrip("(["), lexicon())[0] > 0


def is_sentence(text: str) -> bool:
    """Return whether *text* has more small words than a credit has."""
    return _small_words(text) > _MOST_SMALL_WORDS
