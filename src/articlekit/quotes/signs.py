"""Signs that leave no doubt whether words in marks are speech."""

import re
from typing import Final

from articlekit.quotes.lines import Lines
from articlekit.quotes.speakers import Option, Place

# Sixteen words and more between two marks are speech: 99 in 100. So are six that make
# a sentence.
_LONGEST: Final = "4"
_LONGER: Final = "3"
FULL: Final = (".", "?")
_SAYS: Final = re.compile(r"[,-]{0,2}(?:A?V|K)")
_REPLIED: Final = re.compile(r",-?A?V[DNRrmfEB]")
_SAID: Final = re.compile(r"V[,:]$")
# What follows words that somebody spoke: a verb of saying, or what parts it from them.
_SPOKEN: Final = ("V", ",", "-")
# Fewer than six words.
_SHORT: Final = "12"
# How far from a verb the words stand that belong to it.
_FAR: Final = 12
# What parts a verb from words that are not its object.
_APART: Final = frozenset(".;:Q")


def is_statement(first: Place) -> bool:
    """Whether a region is too long for a title, or a sentence of six words and more."""
    if first.size == _LONGEST:
        return True
    return first.size == _LONGER and first.begins == "1" and first.end in FULL


def is_announced(lines: Lines, first: Place, last: Place, *, closed: bool) -> bool:
    """Whether a verb of saying touches the quotation, whoever its subject is.

    A colon does as well, before what begins and ends like a sentence.
    """
    if first.size == "1" and last.end == "0":
        # One word or two: „Nein“, sagte sie.
        classes = lines.line(first.line).classes
        return bool(_REPLIED.match(classes, last.quote + 1))
    before = lines.line(first.line).classes
    whole = first.begins == "1" and first.end in FULL and closed
    if whole and before[max(0, first.quote - 1) : first.quote] == ":":
        return True
    after = lines.line(last.line).classes
    return bool(
        _SAYS.match(after, last.quote + 1)
        or _SAID.match(before, max(0, first.quote - 2), first.quote)
    )


def is_nickname(lines: Lines, first: Place) -> bool:
    """Whether names stand on both sides and the words were read as one between.

    Or whether they were read as the name of a paper that is told something.
    """
    classes = lines.line(first.line).classes
    if classes[first.quote] == "b":
        return True
    return classes[max(0, first.quote - 1) : first.quote + 2] == "NNN"


def is_labelled(lines: Lines, first: Place, best: Option) -> bool:
    """Whether a short region is the name or title that the word before announces.

    "Slovo „fusion“", "the film “Salt”"; but a verb of saying that has the region for its
    object wins.
    """
    announcing = lines.lexicon.announcing
    if not announcing or first.size not in _SHORT or first.end in FULL:
        return False
    line = lines.line(first.line)
    before = first.quote - 1
    if before < 0 or line.classes[before] in "VvK,.:;-":
        return False
    if announcing.get(line.words[before].lower()) is None:
        return False
    if line.classes[first.quote + 1 : first.quote + 2] in _SPOKEN:
        return False
    link = best.link
    return link is None or link.word not in lines.lexicon.naming or best.how == ">"


def is_named(lines: Lines, best: Option, first: Place) -> bool:
    """Whether the speaker's verb says that a word is the speaker's: "nannte es"."""
    link = best.link
    if link is None or best.how not in "<|" or best.line != first.line:
        return False
    if link.word not in lines.lexicon.naming or link.cue > first.quote:
        return False
    between = lines.line(first.line).classes[link.cue : first.quote]
    return not set(between) & _APART


def is_label(lines: Lines, best: Option, first: Place) -> bool:
    """Whether a poster, a shirt or the like shows the words: no speech.

    Its noun stands right before the words, or is what "says" them.
    """
    labels = lines.lexicon.labels
    line = lines.line(first.line)
    index = first.quote - 1
    while index >= 0 and line.classes[index] in ":D":
        index -= 1
    if (
        index >= 0
        and line.classes[index] not in "Vv"
        and line.words[index].lower() in labels
    ):
        return True
    link = best.link
    if link is None or link.mention.kind != "w" or best.line != first.line:
        return False
    mention = link.mention
    return any(w.lower() in labels for w in line.words[mention.begin : mention.end])


def is_reported(lines: Lines, best: Option, first: Place) -> bool:
    """Whether a few small words complete what somebody says: dit « regretter »."""
    link = best.link
    if not lines.lexicon.joins or link is None or best.how != "<":
        return False
    if best.line != first.line or link.letter != "V" or first.begins != "0":
        return False
    between = lines.line(first.line).classes[link.cue + 1 : first.quote]
    return len(between) < _FAR and not set(between) & _APART
