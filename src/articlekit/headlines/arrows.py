"""Titles of links to the stories before and after: "« Trees by the river", "Next: Rain"."""

from functools import cache
from typing import Final, cast

from articlekit.text.lexicons import table

_BULLETS: Final = " •·►▶▸→←–—|"
_BACK: Final = " «‹<←⟵◄◀⇐"
_ON: Final = " →⟶»›>▸►▶⇒"
_OPENED: Final = {"»": "«", "›": "‹", ">": "<"}
_CLOSED: Final = {"«": "»", "‹": "›", "<": ">"}
_MARKS: Final = " :–—-|"
_LONGEST_WORD, _LEAST_WORDS = 30, 4


@cache
def _directions() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return words that lead to the story before or after, and the same, longest first."""
    words = cast("dict[str, list[str]]", table("headlines/words"))["directions"]
    return frozenset(words), tuple(sorted(words, key=len, reverse=True))


def is_direction(text: str) -> bool:
    """Say whether a text is "Next post »" or the like, and nothing else."""
    bare = text.strip(_BACK + _ON + _MARKS)
    return bare.casefold() in _directions()[0]


def without_arrows(title: str) -> str:
    """Cut bullets and arrows off both ends of a title, and "next" beside an arrow.

    A title that begins with a quotation mark which closes again keeps it.
    """
    first, last = title[0], title[-1]
    pointed = False
    if (
        first in _BULLETS
        or (first in _BACK and _CLOSED.get(first, "\n") not in title)
        or (first in _ON and _OPENED.get(first, "\n") not in title)
    ):
        bare = title.lstrip(_BACK + _ON + _BULLETS)
        title, pointed = bare or title, True
    if last in _ON and _OPENED.get(last, "\n") not in title:
        title, pointed = title.rstrip(_ON) or title, True
    if pointed:
        return _undirected(title)
    if " " in title[:_LONGEST_WORD] and (rest := _behind_phrase(title)):
        return rest
    colon = title.find(":", 0, _LONGEST_WORD)
    if colon > 0 and title[:colon].casefold() in _directions()[0]:
        return title[colon + 1 :].strip(_MARKS) or title
    return title


def _behind_phrase(title: str) -> str | None:
    """Return what follows "Previous post", two words that begin no title."""
    words = title.split(" ", 3)
    if len(words) < _LEAST_WORDS or not words[2][:1].isupper():
        return None
    phrase = f"{words[0]} {words[1]}".casefold().rstrip(":")
    return (
        title[len(words[0]) + len(words[1]) + 2 :]
        if phrase in _directions()[0]
        else None
    )


def _undirected(title: str) -> str:
    """Cut "Next:" or "Previous" off a title beside an arrow, though it is glued."""
    folded = title.casefold()
    for word in _directions()[1]:
        if folded.startswith(word) and _begins(title[len(word) :]):
            return title[len(word) :].strip(_MARKS) or title
        if folded.endswith(f" {word}"):
            return title[: -len(word)].rstrip(_MARKS)
    return title


def _begins(rest: str) -> bool:
    """Say whether a title follows: behind a space or colon, or glued with a capital."""
    return rest[:1].isspace() or rest[:1].isupper() or rest[:1] == ":"
