"""Verbs of saying without a subject: "řekla", "powiedział", "dijo".

Where a language drops its pronouns, the verb beside a quotation may be all there is of
its speaker. The verb then stands for "he" or "she", as far as its ending tells which.
"""

import re
from typing import Final

from articlekit.quotes.clauses import is_governed
from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.links import Link
from articlekit.quotes.mentions import Candidate
from articlekit.quotes.speakers import Lines, Option, Place

# A verb right behind a quotation, and how far its clause goes.
_BEHIND: Final = re.compile(r"[,-]{0,2}(?:A?b{0,2}|b{0,2}A?)(?=V)")
_CLAUSE: Final = re.compile(r"[^.Q;:,()C-]{0,30}")
# A verb before a quotation, and what may stand between.
_BEFORE: Final = re.compile(
    r"V(?=(?:[^.QVv;:]{0,12}:|[^.QVv;:]{0,6},?S[^.QVv;:]{0,20}|b{0,2},?)$)"
)
_SIGHT: Final = 60
# Kinds of mentions that may be the subject wherever they stand in the clause.
_SURE: Final = frozenset("romfthiu")
# Kinds that speak only where no preposition stands before them in the clause.
_FREE: Final = frozenset("eBLw")
_GENDERS: Final = "mft"
UNKNOWN: Final = "d"
# Who was chosen without a verb beside the quotation.
_DOUBTFUL: Final = frozenset("0=^")


def unsaid(lines: Lines, ends: tuple[Place, Place], best: Option) -> Option | None:
    """Return the verb beside a quotation that has no subject, as its speaker.

    None where the language drops no subjects, or the verb has one.
    """
    lexicon = lines.lexicon
    if not lexicon.drops:
        return None
    first, last = ends
    classes = lines.line(last.line).classes
    match = _BEHIND.match(classes, last.quote + 1)
    if match and (match.end() > last.quote + 1 or last.end != "0"):
        cue = match.end()
        if not _is_said(lines, last.line, cue):
            return _option(lines, last.line, cue, how=">")
        return _right_behind(lines, last, cue, best)
    if best.how not in _DOUBTFUL:
        return None
    return _introducing(lines, first)


def _right_behind(lines: Lines, last: Place, cue: int, best: Option) -> Option | None:
    """Return the subject that follows the verb at *cue* at once.

    Where nouns have cases it wins over all others: «…», zlobí se soused, který prosí.
    """
    link = best.link
    if not lines.lexicon.oblique or (link is not None and link.cue == cue):
        return None
    found = [
        each
        for each in lines.links_near(last.line, cue, cue + 1)
        if each.side == "R" and each.gap in "ab" and each.mention.kind != "W"
    ]
    return Option(">", last.line, max(found, key=_weight)) if found else None


def _weight(link: Link) -> float:
    return link.weight


def _is_said(lines: Lines, number: int, cue: int) -> bool:
    """Whether the verb at *cue*, right behind a quotation, has a subject."""
    line = lines.line(number)
    classes = line.classes
    clause = _CLAUSE.match(classes, cue + 1)
    end = clause.end() if clause else cue + 1
    placed = classes.find("P", cue + 1, end)
    for mention in lines.mentions(number):
        if cue < mention.begin < end and _may_speak(
            lines, number, mention, placed=0 <= placed < mention.begin
        ):
            return True
    return False


def _may_speak(lines: Lines, number: int, mention: Candidate, *, placed: bool) -> bool:
    """Whether *mention* may be a subject; *placed* if a preposition stands before."""
    line = lines.line(number)
    if is_governed(line.classes, mention.begin, adjectives=False):
        return False
    if mention.kind in _SURE:
        return True
    if mention.kind in _FREE:
        return not placed
    if mention.kind != "N":
        return False
    return not (placed and line.words[mention.end - 1].endswith(lines.lexicon.oblique))


def _introducing(lines: Lines, first: Place) -> Option | None:
    """Return the verb without a subject that stands before the quotation."""
    line = lines.line(first.line)
    classes, quote = line.classes, first.quote
    floor = classes.rfind(".", max(0, quote - _SIGHT), quote) + 1
    found = _BEFORE.search(classes, floor, quote)
    if found is None:
        return None
    cue = found.start()
    for mention in lines.mentions(first.line):
        if floor <= mention.begin < quote:
            # A comma ends what a preposition opens: "In the note, the firm ...".
            part = max(floor, classes.rfind(",", floor, mention.begin) + 1)
            placed = "P" in classes[part : mention.begin]
            if _may_speak(lines, first.line, mention, placed=placed):
                return None
    return _option(lines, first.line, cue, how="<")


def _option(lines: Lines, number: int, cue: int, *, how: str) -> Option | None:
    """Make the verb at *cue* its own subject."""
    word = lines.line(number).words[cue].lower()
    lexicon = lines.lexicon
    kind = gender_of_verb(word, lexicon)
    if word in lexicon.impersonal or kind == "0":
        return Option("0", -1, None) if how == "<" else None
    mention = Candidate(cue, cue + 1, kind, cue)
    return Option(
        how,
        number,
        Link(cue, cue + 1, "V", mention, "R", "a", "0", cue, cue + 1, "", word),
    )


def gender_of_verb(word: str, lexicon: Lexicon) -> str:
    """Return "m", "f", "t" for many, "0" for nobody, or "d" where no ending tells."""
    for kind, endings in lexicon.verb_endings:
        if word.endswith(endings):
            return kind
    return UNKNOWN


def is_unsaid(link: Link) -> bool:
    """Whether the verb of *link* stands for its subject."""
    mention = link.mention
    return mention.start == mention.end or mention.start == link.cue < link.cue_end
