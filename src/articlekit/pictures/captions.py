"""Tell a caption from the credit that is printed with it."""

import re
from typing import Final
from urllib.parse import unquote

import attrs

from articlekit.model.image import ImageCredit
from articlekit.pictures.credits import check_language, parse_credit
from articlekit.pictures.lexicon import Lexicon, lexicon
from articlekit.pictures.places import (
    EDGES,
    LONGEST_NAME,
    find_credit,
    is_firm,
    label_start,
)
from articlekit.pictures.strength import (
    CERTAIN,
    LIKELY,
    LONGEST,
    small_words,
    strength,
)
from articlekit.pictures.wrapping import label_end, narrow
from articlekit.text.spaces import fold_spaces, same_key

_COUNTER: Final = re.compile(
    r"^(?:\w{4,8} )?\d{1,3}\s?(?:/|of|von|de|sur|av|di|из|的)\s?\d{1,3}(?=\D)[\s|:.–-]*",
    re.IGNORECASE,
)
_LAST_COUNTER: Final = re.compile(r"\s*[|(]?\s*\d{1,3}\s?(?:/|of|von)\s?\d{1,3}\)?$")
# How long a video plays is no caption.
_DURATION: Final = re.compile(r"\d{1,2}(?::\d{2}){1,2}")

_MARKS: Final = (":", "(", "[", "©", "/", "=")
_AGENCIES: Final = ("Photo", "Getty Images", "Reuters", "AFP", "REUTERS")
_SURE: Final = 0.85
_LONGEST_END: Final = 80
_FEW: Final = 3
_LABEL_END: Final = 30
# A name and an outlet, however that writes itself: "Ani Rahma/kabarcom".
_PAIR: Final = re.compile(
    r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,3}\s?/\s?[\w.-]+(?: [\w.-]+){0,2}"
)
_DOTS: Final = ("...", "…")
_STOPS: Final = frozenset('.!?…"”»’')


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
    least = 0 if pieces[0].endswith(_DOTS) else 1
    for count in range(min(5, len(pieces)), least, -1):
        if " ".join(pieces[:count]).casefold().rstrip(":") in words.buttons:
            return " ".join(pieces[count:]).lstrip(EDGES)
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
    before = before.rstrip(EDGES + "、，").rstrip()
    if before and before[-1] in "([":
        before = before[:-1].rstrip(EDGES)
    after = after.lstrip(EDGES + ".。").rstrip(EDGES) if after else ""
    return without_last_label(f"{before} {after}".strip()) or None


def without_last_label(caption: str) -> str:
    """Drop a label that stands at the end of *caption*, its credit elsewhere."""
    if caption[-1:] == ":":
        start = label_start(narrow(caption), len(caption) - 1, lexicon())
        return caption if start is None else caption[:start].rstrip(EDGES)
    before, _, last = caption.rpartition(" ")
    if last.casefold() in lexicon().labels and before[-1:] in _STOPS:
        return before
    return caption


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
    if parts := _labelled_caption(text, words):
        return parts[0], parse_credit(parts[1], language=language)
    cut = find_credit(narrow(text), words)
    if cut is None:
        return (None if _DURATION.fullmatch(text) else text), None
    credit = parse_credit(text[cut.start : cut.end].strip(), language=language)
    if cut.certain < CERTAIN:
        return text, attrs.evolve(
            credit, confidence=min(credit.confidence, cut.certain)
        )
    if not credit.text:
        return text, None
    caption = _joined(text[: cut.start], text[cut.end :])
    return (None if caption and _DURATION.fullmatch(caption) else caption), credit


def _labelled_caption(text: str, words: Lexicon) -> tuple[str, str] | None:
    """Read "Photo: what it shows (who made it)", or return None.

    The label stands for the whole line there, and the brackets hold the credit.
    """
    view = narrow(text)
    if view[-1:] != ")" or ":" not in view[:_LABEL_END]:
        return None
    start, opening = label_end(view, words)[0], view.rfind("(")
    if not 0 < start < opening:
        return None
    shown = view[start:opening].strip(EDGES)
    if len(shown.split()) <= _FEW or strength(shown, words) >= LIKELY:
        return None
    maker = view[opening + 1 : -1]
    if strength(maker, words) < LIKELY and not _PAIR.fullmatch(maker):
        return None
    return text[start:opening].strip(EDGES), text[opening:]


def is_no_caption(text: str, url: str | None) -> bool:
    """Return whether *text* says nothing of a picture at *url*.

    So do numbers and marks alone, a label such as "Tags:", and the name of the
    picture's own file.
    """
    if not any(map(str.isalpha, text)):
        return True
    if text[-1] in ":：":
        return len(text.split()) <= _FEW
    if " " in text or not url:
        return False
    name = url.partition("?")[0].rpartition("/")[2].rpartition(".")[0]
    return same_key(text) == same_key(unquote(name))


def is_credit_line(text: str) -> bool:
    """Return whether *text*, a line of its own, is a credit and nothing else."""
    text = narrow(fold_spaces(text[: LONGEST + 1]))
    return strength(text, lexicon()) >= CERTAIN


def looks_like_credit(text: str) -> bool:
    """Return whether *text*, an element of its own, is likely to be a credit.

    A name alone is enough here, where the page sets it apart.
    """
    view = narrow(fold_spaces(text[: LONGEST + 1]))
    sure = strength(view, lexicon())
    return sure >= CERTAIN or (sure >= LIKELY and len(view) <= LONGEST_NAME)


def ends_with_credit(text: str) -> bool:
    """Return whether a label, sign or agency makes the end of *text* a credit for sure."""
    view = narrow(fold_spaces(text))
    if not any(mark in view for mark in _MARKS) and not view.endswith(_AGENCIES):
        return False
    cut = find_credit(view, lexicon())
    if cut is None or cut.end < len(view) or cut.certain < _SURE:
        return False
    tail = view[cut.start :]
    return len(tail) <= _LONGEST_END and small_words(tail) < _FEW and is_firm(tail)


def begins_with_label(text: str) -> bool:
    """Return whether *text* begins with a label and the mark behind it."""
    return label_end(narrow(text[:LONGEST]).lstrip("(["), lexicon())[0] > 0
