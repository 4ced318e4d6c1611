"""Names that a comma sets beside a description: "the mayor, Ann Lee"."""

import re
from collections.abc import Sequence
from typing import Final

from articlekit.quotes.mentions import Candidate
from articlekit.quotes.tokens import Line

# Between "the chief" and "Jane Doe": of the agency and a comma.
_MODIFIER: Final = re.compile(r"(?:[Pp][DGMNwRrHB_]{1,5}|[DM]{1,3}|[wBrb]{1,2}){0,3},")
# Between "the conductor" and "Jane Doe" where no comma stands: of the orchestra.
_OF: Final = re.compile(
    r"[Pp][DG]?[wBLMXe]{1,3}(?=N)|(?:P[DG]?[wBLMXe]{1,3}|[w]){1,2}(?=NN)"
)
_BETWEEN: Final = re.compile(
    r"(?:D[Rrw]?(?=[NR]))?(?:R_?){0,2}(?:N_?p{0,2}){1,4}(?=[,.Q]|$)"
)


def name_beside(
    classes: str, mentions: Sequence[Candidate], position: int
) -> Candidate | None:
    """Return the name that a comma sets behind a description."""
    mention = mentions[position]
    if mention.kind not in "rMBwL" and classes[mention.begin] not in "DG":
        return None
    match = _MODIFIER.match(classes, mention.end)
    if not match:
        return None
    for other in mentions[position + 1 : position + 5]:
        if other.begin == match.end() and other.kind == "N":
            return other
    return None


def name_behind(line: Line, mention: Candidate) -> Candidate | None:
    """Return the name set between commas right behind a description."""
    classes = line.classes
    if classes[mention.begin] not in "DGrR":
        return None
    match = _MODIFIER.match(classes, mention.end) or _OF.match(classes, mention.end)
    name = _BETWEEN.match(classes, match.end()) if match else None
    if name is None:
        return None
    start = name.start()
    while classes[start] in "DRrw_":
        start += 1
    return Candidate(start, name.end(), "N", name.start())
