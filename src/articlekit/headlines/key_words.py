"""The telling words in boxes' keys, and what they add to the score of a card."""

import re
from functools import cache, lru_cache
from typing import Final, cast

from articlekit.text.lexicons import table

_WORDS: Final = re.compile(
    r"nav|menu|foot|head|aside|sidebar|relat|popul|most|trend|latest|recent|recomm|promo|spons|advert"
    r"|\bads?\b|outbrain|taboola|widget|share|social|tag|author|byline|breadcrumb|comment|newsletter|subscri"
    r"|card|teaser|story|stories|article|post|news|headline|list|item|grid|feed|more|read|carousel|slide|video"
    r"|gallery|topic|partner|shop|deal|product|event|login|modal|popup|cookie|main|content|body|inline|embed|rank|river|bar|section|ticker|brand|external|live|hidden|jobs?\b|jobwidget|coupon|forum|thread|topics?\b|themen|submenu|subnav|megamenu|links|next|prev|similar|also|opinion|quicklinks|service|hot|best|top|sub\b|site"
)
CONTAINERS: Final = frozenset(
    (
        "nav",
        "footer",
        "header",
        "aside",
        "article",
        "main",
        "section",
        "ul",
        "ol",
        "table",
        "form",
        "dl",
        "figure",
    )
)
"""Tags that count as a word."""
_LONGEST_KEY: Final = 200


def words_in(key: str) -> tuple[str, ...]:
    """Return the telling words of a box's key, those of each class name in order."""
    return _words_of(key) if len(key) <= _LONGEST_KEY else _find_words(key)


def _find_words(key: str) -> tuple[str, ...]:
    return tuple(word for token in key.split() for word in _WORDS.findall(token))


@lru_cache(maxsize=4_096)
def _words_of(key: str) -> tuple[str, ...]:
    """Return the words of a key; the pages of a site repeat them."""
    return _find_words(key)


@cache
def weights() -> dict[str, float]:
    """Return the learned weights."""
    return cast("dict[str, float]", table("headlines/weights"))


@cache
def hundredths() -> dict[str, int]:
    """Return the weights in hundredths, so that no order of adding them matters."""
    return {name: round(100 * value) for name, value in weights().items()}


# The words around a card count once each, however many boxes have them. As bits
# of a number, those of a box join those around it in one step.


@cache
def _bits() -> dict[str, int]:
    """Return a bit for each word that has a weight around a card."""
    words = sorted(name[1:] for name in weights() if name[:1] == "@")
    return {word: 1 << place for place, word in enumerate(words)}


@cache
def tag_bits() -> dict[str, int]:
    """Return the bits of the tags that have a weight around a card."""
    return {word[1:]: bit for word, bit in _bits().items() if word[0] == "<"}


def _find_bits(key: str) -> int:
    known, found = _bits(), 0
    for word in words_in(key):
        found |= known.get(word, 0)
    return found


_short_bits = lru_cache(maxsize=4_096)(_find_bits)


def bits_of(key: str) -> int:
    """Return the bits of the telling words in a box's key."""
    return _short_bits(key) if len(key) <= _LONGEST_KEY else _find_bits(key)


@lru_cache(maxsize=4_096)
def score_of(bits: int) -> int:
    """Return what words around a card add to its score, in hundredths."""
    known = hundredths()
    return sum(known["@" + word] for word, bit in _bits().items() if bits & bit)
