"""News, picture and stock agencies: one name each for their many spellings."""

from functools import cache
from typing import Final, NotRequired, TypedDict, cast

from articlekit.text.lexicons import table

_MOST_WORDS: Final = 5
_LONGEST: Final = 60
_SHORT: Final = (
    4  # "AP", "Epa", "tass": letters alone do not tell short names from words
)
_EDGES: Final = " \t\n.,;:|/()[]{}<>\"'“”„«»‘’-–—*•·=（）［］【】「」、。：＝／"
_SPOKEN: Final = frozenset({"wire", "photo"})


class _Entry(TypedDict):
    name: str
    kind: str
    aliases: list[str]
    weak: NotRequired[bool]


@cache
def _entries() -> tuple[_Entry, ...]:
    return tuple(cast("list[_Entry]", table("credits/agencies")["agencies"]))


@cache
def _names() -> dict[str, str]:
    """Map each spelling, case folded, to the agency's one name."""
    return {
        spelling.casefold(): entry["name"]
        for entry in reversed(_entries())
        for spelling in (*entry["aliases"], entry["name"])
    }


@cache
def _kinds() -> dict[str, str]:
    return {entry["name"]: entry["kind"] for entry in _entries()}


@cache
def _spoken() -> dict[str, str]:
    """Map the spellings that are no other word to the agency's one name.

    Short ones count only in the case in which they are printed, or in capitals.
    """
    found: dict[str, str] = {}
    for entry in _entries():
        if entry["kind"] in _SPOKEN and not entry.get("weak"):
            for spelling in (*entry["aliases"], entry["name"]):
                short = len(spelling) <= _SHORT
                forms = (
                    (spelling, spelling.upper()) if short else (spelling.casefold(),)
                )
                found.update(dict.fromkeys(forms, entry["name"]))
    return found


@cache
def _unspaced() -> tuple[str, ...]:
    """Return the spellings in scripts that put no space between words."""
    known = [s for s in _spoken() if len(s) > 1 and "\u3040" <= s[0] <= "\ud7af"]
    return tuple(sorted(known, key=len, reverse=True))


def agency_name(text: str) -> str | None:
    """Return the one name of the agency that *text* names, or None.

    Args:
        text: The spelling of an agency, photo service, stock library, platform
            or large outlet and nothing else, in any case, in any of its
            languages; marks around it make no difference.

    Returns:
        The name as the lexicon has it, such as "AP" for "Associated Press" and
        "Reuters" for "रॉयटर्स"; None where the lexicon has no such spelling.
    """
    if len(text) > _LONGEST:
        return None
    names = _names()
    found = names.get(text.casefold())
    if found is not None:
        return found
    bare = text.strip(_EDGES)
    return names.get(bare.casefold()) if len(bare) < len(text) else None


def agency_kind(name: str) -> str | None:
    """Return what an agency is, or None where the lexicon does not have it.

    Args:
        name: Its one name, as `agency_name` gives it.

    Returns:
        "wire", "photo", "stock", "outlet", "public", "pool" or "platform".
    """
    return _kinds().get(name)


def is_agency(name: str) -> bool:
    """Return whether *name* is an agency's and nothing else.

    Platforms ("X") and outlets are none. Marks around the name, its case and
    its language make no difference.
    """
    found = agency_name(name)
    return found is not None and _kinds()[found] in {"wire", "photo", "stock", "public"}


@cache
def _weak_names() -> frozenset[str]:
    """Return the names that are other words, too."""
    return frozenset(entry["name"] for entry in _entries() if entry.get("weak"))


def is_weak_agency(name: str) -> bool:
    """Return whether *name*, an agency's, is another word too and not in capitals."""
    return agency_name(name) in _weak_names() and not name.strip(_EDGES).isupper()


def is_credited_agency(name: str) -> bool:
    """Return whether *name* is an agency's where people's names may stand, too.

    A name that is another word as well ("Report", "Trend") counts in capitals only.
    """
    return is_agency(name) and not is_weak_agency(name)


def _spoken_at(words: list[str], at: int) -> str | None:
    """Return the agency whose spelling begins with the word at *at*."""
    spoken = _spoken()
    for count in range(min(_MOST_WORDS, len(words) - at), 0, -1):
        spelling = " ".join(words[at : at + count]).strip(_EDGES)
        name = (
            spoken.get(spelling)
            if len(spelling) <= _SHORT
            else spoken.get(spelling.casefold())
        )
        if name is not None:
            return name
    return None


def find_agency(text: str) -> str | None:
    """Return the first agency that *text* mentions, or None.

    Made for bylines and datelines ("(AP)", "NEW DELHI, PTI", "dpa/lnw",
    "新华社记者"): platforms, outlets and names that are words as well do not
    count, and a short name counts only in the case in which it is printed.

    Args:
        text: A byline, a dateline or another short text; only its first 300
            characters are read.

    Returns:
        The agency's one name, as `agency_name` gives it.
    """
    text = text[:300]
    words = text.replace("/", " ").replace("|", " ").replace("(", " ").split()
    for at in range(len(words)):
        if name := _spoken_at(words, at):
            return name
    if text.isascii():
        return None
    return next((_spoken()[s] for s in _unspaced() if s in text), None)
