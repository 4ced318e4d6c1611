"""Verbs of saying without a subject: "řekla", "powiedział", "dijo".

Where a language drops its pronouns, the verb beside a quotation may be all there is of
its speaker. The verb then stands for "he" or "she", as far as its ending tells which.
"""

import re
from typing import Final

from articlekit.quotes.clauses import is_governed
from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.lines import Lines
from articlekit.quotes.links import Link
from articlekit.quotes.mentions import Candidate
from articlekit.quotes.speakers import Option, Place
from articlekit.quotes.tokens import Line

# A verb right behind a quotation, and how far its clause goes.
_BEHIND: Final = re.compile(r"[,-]{0,2}(?:A?b{0,2}|b{0,2}A?)(?=[Vv])")
_CLAUSE: Final = re.compile(r"[^.Q;:,()C-]{0,30}")
# A verb before a quotation, and what may stand between.
_BEFORE: Final = re.compile(
    r"[Vv](?=(?:[^.QVv;:]{0,12}:|[^.QVv;:]{0,6},?S[^.QVv;:]{0,20}|[bwDX#]{0,3},?)$)"
)
# What a preposition governs, and two roles before a name.
_INNER: Final = re.compile(r"P[wBLX]{1,2}\Z")
# A role behind a name whose bearer is told something.
_ANOTHER: Final = re.compile(r"w{0,3}r")
_COUPLED: Final = re.compile(r"[wBN]{0,4}C[Dw]{0,2}r[wB]{0,4}(?P<name>N{1,5})")
_SIGHT: Final = 60
# Kinds of mentions that may be the subject wherever they stand in the clause.
_SURE: Final = frozenset("romfthiu")
# Kinds that speak only where no preposition stands before them in the clause.
_FREE: Final = frozenset("eBLw")
_GENDERS: Final = "mft"
UNKNOWN: Final = "d"
_NOBODY: Final = Option("0", -1, None)
# Who was chosen without a verb beside the quotation.
_DOUBTFUL: Final = frozenset("0=^")


def unsaid(lines: Lines, ends: tuple[Place, Place], best: Option) -> Option | None:
    """Return the verb beside a quotation that has no subject, as its speaker.

    None where the language drops no subjects, or the verb has one.
    """
    lexicon = lines.lexicon
    if not lexicon.drops:
        return None
    found = None if lexicon.oblique else _behind(lines, ends[1], best)
    if found is not None or best.how not in _DOUBTFUL:
        return found
    return _introducing(lines, ends[0])


def surely_behind(lines: Lines, last: Place) -> Option | None:
    """Return the subject of a verb right behind a quotation, where cases tell it."""
    if not (lines.lexicon.oblique and lines.lexicon.drops):
        return None
    return _behind(lines, last, _NOBODY)


def _behind(lines: Lines, last: Place, best: Option) -> Option | None:
    """Return the verb right behind a quotation with its subject, or alone."""
    classes = lines.line(last.line).classes
    match = _BEHIND.match(classes, last.quote + 1)
    if match and (match.end() > last.quote + 1 or last.end != "0"):
        cue = match.end()
        subject = _subject_behind(lines, last.line, cue)
        if subject is None:
            return _by_body(lines, last.line, cue, how=">") or _option(
                lines, last.line, cue, how=">"
            )
        return _right_behind(lines, last.line, (cue, subject), best)
    return None


def _right_behind(
    lines: Lines, number: int, pair: tuple[int, Candidate], best: Option
) -> Option | None:
    """Pair the verb behind a quotation with the subject that follows it.

    Where nouns have cases it wins over all others: «…», zlobí se soused, který prosí.
    """
    if not lines.lexicon.oblique:
        return None
    cue, subject = pair
    link = best.link
    if link is not None and link.cue == cue and link.mention.end > subject.begin > cue:
        return None
    line = lines.line(number)
    word = line.words[cue].lower()
    letter = line.classes[cue]
    ends = (cue, cue + 1, letter, subject, "R", "a", "0", cue, subject.end)
    return Option(">", number, Link(*ends, "", word))


def _subject_behind(lines: Lines, number: int, cue: int) -> Candidate | None:
    """Return the subject of the verb at *cue*, right behind a quotation."""
    line = lines.line(number)
    classes = line.classes
    clause = _CLAUSE.match(classes, cue + 1)
    end = clause.end() if clause else cue + 1
    placed = classes.find("P", cue + 1, end)
    found: Candidate | None = None
    for mention in lines.mentions(number):
        if mention.begin >= end:
            break
        behind = 0 <= placed < mention.begin
        if mention.begin > cue and _may_speak(lines, number, mention, placed=behind):
            if not lines.lexicon.oblique:
                return mention
            if not _is_beside(line, mention, (cue, end)):
                return _coupled(lines, number, mention)
            if not _is_council(lines, line, mention):
                found = found or mention
    return found or _glued(lines, number, (cue, end))


def _is_council(lines: Lines, line: Line, mention: Candidate) -> bool:
    """Whether a body is named: "after the meeting of the Council of Ministers"."""
    return lines.lexicon.classes.get(line.words[mention.begin].lower(), "") in (
        "B",
        "L",
        "e",
    )


def _glued(lines: Lines, number: int, clause: tuple[int, int]) -> Candidate | None:
    """Return the name that stands right behind a place: "na Kavkaze Boris Jelcin"."""
    line, lexicon = lines.line(number), lines.lexicon
    for mention in lines.mentions(number) if lexicon.oblique else ():
        if mention.kind == "N" and clause[0] < mention.begin < clause[1]:
            for at in range(mention.begin + 1, mention.end - 1):
                word = line.words[at].lower()
                known = word in lexicon.genders or word in lexicon.given
                if known and line.classes[at] == "N":
                    return Candidate(at, mention.end, "N", at)
    return None


def _is_beside(line: Line, mention: Candidate, clause: tuple[int, int]) -> bool:
    """Whether a name may be another's than the subject's.

    It belongs to what a preposition governs (na síti X), or is told the words right
    behind the verb (řekl ČTK mluvčí).
    """
    cue, end = clause
    classes = line.classes
    if mention.kind != "N" or classes[mention.begin] not in "NB":
        return False
    told = mention.begin == cue + 1 and _ANOTHER.match(classes, mention.end)
    inner = _INNER.search(classes, cue, mention.begin)
    return bool(told and mention.end < end) or inner is not None


def _coupled(lines: Lines, number: int, mention: Candidate) -> Candidate:
    """Return the name behind a second role: "jeho přítel a kolega Jan Dub"."""
    if mention.kind != "r":
        return mention
    match = _COUPLED.match(lines.line(number).classes, mention.end)
    if match is None:
        return mention
    return Candidate(match.start("name"), match.end("name"), "N", mention.begin)


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
    reported = classes.find("S", cue, quote)
    for mention in lines.mentions(first.line):
        if floor <= mention.begin < (reported if reported > 0 else quote):
            # A comma ends what a preposition opens: "In the note, the firm ...".
            part = max(floor, classes.rfind(",", floor, mention.begin) + 1)
            placed = "P" in classes[part : mention.begin]
            if _may_speak(lines, first.line, mention, placed=placed):
                return None
    body = _by_body(lines, first.line, cue, how="<")
    return body or _option(lines, first.line, cue, how="<")


def _by_body(lines: Lines, number: int, cue: int, *, how: str) -> Option | None:
    """Return the body that many speak in: "В МЧС сообщили", "uvedli na radnici"."""
    line = lines.line(number)
    word = line.words[cue].lower()
    lexicon = lines.lexicon
    if not lexicon.oblique or gender_of_verb(word, lexicon) != "t":
        return None
    low = line.classes.rfind(".", 0, cue) + 1 if how == "<" else cue + 1
    high = cue if how == "<" else line.classes.find(".", cue) % (len(line.classes) + 1)
    for mention in lines.mentions(number):
        inside = low < mention.begin < high
        if (
            inside
            and line.classes[mention.begin - 1] == "P"
            and _is_body(line, mention)
        ):
            pair = (min(cue, mention.begin), max(cue + 1, mention.end))
            letter = line.classes[cue]
            ends = (cue, cue + 1, letter, mention, "L", "a", "0", *pair)
            return Option(how, number, Link(*ends, "", word))
    return None


def _is_body(line: Line, mention: Candidate) -> bool:
    """Whether a ministry, a town hall or the like is named, or one by its initials."""
    words = line.words[mention.start : mention.end]
    return mention.kind in "BL" or any(len(w) > 1 and w.isupper() for w in words)


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
        Link(
            cue,
            cue + 1,
            lines.line(number).classes[cue],
            mention,
            "R",
            "a",
            "0",
            cue,
            cue + 1,
            "",
            word,
        ),
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


def is_reply(option: Option) -> bool:
    """Whether a verb without a subject right behind a quotation says who speaks."""
    return option.how == ">" and option.link is not None and is_unsaid(option.link)
