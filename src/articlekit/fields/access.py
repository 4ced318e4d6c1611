"""Whether everybody may read the text, and whether all of it is there."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, cast

from articlekit.fields.clues import Clues, has_any
from articlekit.fields.contest import Candidate, Finding, decide
from articlekit.model import Access

_TIERS: Final = {
    "free": Access.FREE, "open": Access.FREE, "false": Access.PAID, "true": Access.FREE,
    "metered": Access.METERED, "registration": Access.METERED, "soft": Access.METERED,
    "locked": Access.PAID, "paid": Access.PAID, "premium": Access.PAID, "hard": Access.PAID,
    "subscriber": Access.PAID, "subscription": Access.PAID, "plus": Access.PAID,
}  # fmt: skip
_METAS: Final = (
    "article:content_tier",
    "content_tier",
    "cxenseparse:content_tier",
    "article:opinion_tier",
    "access",
    "paywall",
    "cxenseparse:paywall",
)
_WALLS: Final = (
    "paywall",
    "pay-wall",
    "piano-",
    "tp-container",
    "metered",
    "subscriber-only",
    "premium-content",
    "regwall",
    "is-locked",
    "article-locked",
    "paid-content",
    "abo-wall",
    "plus-wall",
)
# Most pages hold none of these, which spares them nine of the words above.
_WALL_STEMS: Final = ("wall", "-locked", "er-only", "um-content", "id-content")
_OTHER_WALLS: Final = tuple(
    word for word in _WALLS if not any(stem in word for stem in _WALL_STEMS)
)
_LD, _META, _WALL = 0.8, 0.7, 0.35
_ENDING: Final = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*$")
_SHORT: Final = 1200
_MOST_DIGITS: Final = 7
_MUCH_MORE: Final = 1.6


def _flag(value: object) -> bool | None:
    """Read a JSON-LD truth value that may be a string or an address."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        word = value.rpartition("/")[2].strip().casefold()
        return {"true": True, "false": False, "yes": True, "no": False}.get(word)
    return None


def _candidates(clues: Clues) -> Iterator[Candidate[Access]]:
    """Yield what data and metas say about access, else what class words say."""
    stated = False
    for node in (clues.article, *clues.page.structured.nodes[:12]):
        free = _flag(node.get("isAccessibleForFree"))
        if free is not None:
            value = Access.FREE if free else Access.PAID
            yield Candidate(
                value,
                "json-ld",
                "isAccessibleForFree",
                str(node["isAccessibleForFree"]),
                _LD,
            )
            stated = True
            break
    for name in _METAS:
        raw = clues.page.meta(name)
        tier = _TIERS.get((raw or "").strip().casefold())
        if raw and tier:
            # "paywall: true" says the opposite of "free: true".
            flipped = (
                {"true": Access.PAID, "false": Access.FREE} if "paywall" in name else {}
            )
            yield Candidate(
                flipped.get(raw.strip().casefold(), tier), "meta", name, raw, _META
            )
            stated = True
    # What the page states outweighs the names of its classes.
    wall = None if stated else find_wall(clues)
    if wall:
        yield Candidate(Access.PAID, "element", "class", wall, _WALL)


def find_wall(clues: Clues) -> str | None:
    """Return the class word of a pay wall that the page shows, or None."""
    keys = clues.box_keys
    words = _WALLS if has_any(keys, _WALL_STEMS) else _OTHER_WALLS
    return next((word for word in words if word in keys), None)


def find_access(clues: Clues) -> Finding[Access]:
    """Find who may read the whole text; unknown where nothing says so."""
    found = decide("access", _candidates(clues))
    return found if found.value else Finding(Access.UNKNOWN, found.evidence)


def _word_count(clues: Clues) -> int:
    """Return the number of words that JSON-LD states, or 0."""
    stated = str(clues.article.get("wordCount", ""))
    return int(stated) if stated.isdecimal() and len(stated) < _MOST_DIGITS else 0


def _is_short(words: int, stated: int) -> bool:
    """Say whether a text has far fewer words than the page says it has."""
    return stated > _MUCH_MORE * words and words < stated - 50


def find_truncated(clues: Clues, text: str) -> Finding[bool]:
    """Say whether the page holds only a part of the text.

    Args:
        clues: The page.
        text: The running text.

    Returns:
        True where the text is far shorter than the page says it is, breaks off
        with dots, or stops short at a pay wall.
    """
    candidates = [
        Candidate(
            value=False,
            origin="text",
            locator="length",
            raw=str(len(text)),
            confidence=0.5,
        )
    ]
    count = _word_count(clues)
    if count and _is_short(len(text.split()), count):
        candidates.append(
            Candidate(
                value=True,
                origin="json-ld",
                locator="wordCount",
                raw=str(count),
                confidence=0.6,
            )
        )
    body = clues.article.get("articleBody")
    if isinstance(body, str) and len(body) > _MUCH_MORE * len(text) + _SHORT / 2:
        candidates.append(
            Candidate(
                value=True,
                origin="json-ld",
                locator="articleBody",
                raw=str(len(body)),
                confidence=0.6,
            )
        )
    if _ENDING.search(text[-20:]):
        candidates.append(
            Candidate(
                value=True,
                origin="text",
                locator="end",
                raw=text[-20:],
                confidence=0.45,
            )
        )
    if (
        len(text) < _SHORT
        and (wall := find_wall(clues))
        and find_access(clues).value is not Access.FREE
    ):
        candidates.append(
            Candidate(
                value=True, origin="element", locator="class", raw=wall, confidence=0.55
            )
        )
    return decide("truncated", candidates)


def has_parts(node: Mapping[str, object]) -> bool:
    """Say whether JSON-LD marks parts of a page as closed."""
    parts = node.get("hasPart")
    items = cast("list[object]", parts) if isinstance(parts, list) else [parts]
    return any(
        isinstance(p, Mapping)
        and _flag(cast("Mapping[str, object]", p).get("isAccessibleForFree")) is False
        for p in items
    )
