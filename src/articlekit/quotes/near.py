"""Who speaks where the place of a quotation tells it better than weights.

The verb behind a quotation with its subject behind that; the person who opens the next
sentence; or whom the sentence before is about.
"""

import re
from typing import Final

from articlekit.quotes.lines import Lines
from articlekit.quotes.links import Link
from articlekit.quotes.mentions import Candidate
from articlekit.quotes.speakers import Option, Place, named

# A verb of saying right behind a quotation.
_BEHIND: Final = re.compile(r"[,-]{0,2}A{0,3}b?A?(?=[Vv])")
# What may stand before a quotation that opens its paragraph: a dateline.
_DATELINE: Final = re.compile(r"[wN#,.()X-]{0,12}")
_WHOLE: Final = frozenset(".?")
_VAGUE: Final = frozenset("wu")
_NEAR: Final = 24
# A person before a quotation without a verb; no ending tells more.
SOMEBODY: Final = "d"


def placed(lines: Lines, ends: tuple[Place, Place], best: Option) -> Option | None:
    """Return the speaker of a quotation by its place; None where *best* stands.

    Only for languages whose papers set speakers so.
    """
    if not lines.lexicon.joins:
        return None
    own = _own(lines, ends[1], best)
    if own is not None or not _is_nobody(best):
        return own
    first, last = ends
    if first.begins != "1" or (last.end not in _WHOLE and last.size < "2"):
        return None
    return _following(lines, ends) or _before(first)


def _own(lines: Lines, last: Place, best: Option) -> Option | None:
    """Return the subject that follows the verb behind a quotation at once."""
    match = _BEHIND.match(lines.line(last.line).classes, last.quote + 1)
    if not match or (last.end == "0" and match.end() == last.quote + 1):
        return None
    cue = match.end()
    link = best.link
    if link is not None and link.cue == cue and best.how == ">":
        return None
    found = [
        each
        for each in lines.links_near(last.line, match.start(), cue + 1)
        if each.cue == cue
        and each.side == "R"
        and each.gap in "abc"
        and each.mention.kind not in "Ww"
    ]
    if not found:
        return None
    return named(lines, Option(">", last.line, max(found, key=_weight)))


def _weight(link: Link) -> float:
    return link.weight


def _is_nobody(best: Option) -> bool:
    """Whether nobody was chosen, or a thing that no verb of saying has for subject."""
    link = best.link
    if link is None:
        return True
    return link.letter in "0n" and link.mention.kind in _VAGUE


def _following(lines: Lines, ends: tuple[Place, Place]) -> Option | None:
    """Return the person who opens the sentence behind a paragraph's first words."""
    first, last = ends
    line = lines.line(last.line)
    classes = line.classes
    if first is not last or not _DATELINE.fullmatch(classes, 0, first.quote):
        return None
    start = last.quote + 1
    if classes[start : start + 1] == ".":
        start += 1
    elif last.end not in _WHOLE:
        return None
    for mention in lines.mentions(last.line):
        if mention.begin < start:
            continue
        if mention.begin > start or mention.kind not in "Nr":
            return None
        none = (mention.begin, mention.begin)
        link = Link(
            *none, "0", mention, "0", "0", "0", mention.begin, mention.end, "", ""
        )
        option = named(lines, Option(">", last.line, link))
        name = option.link.mention if option.link else mention
        return option if name.kind == "N" and name.end - name.start > 1 else None
    return None


def _before(first: Place) -> Option:
    """Return that the quotation is whose the sentence before is about."""
    at = first.quote
    mention = Candidate(at, at, SOMEBODY, at)
    return Option(
        "0", first.line, Link(at, at, "0", mention, "0", "0", "0", at, at, "", "")
    )
