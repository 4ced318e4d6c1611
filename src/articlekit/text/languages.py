"""Which language a text is in: its script, then its function words."""

import re
from collections import Counter
from functools import cache, lru_cache
from typing import Final, cast

from articlekit.text.late import late
from articlekit.text.lexicons import primary, table

_TAG: Final = late(
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3})){0,8}(?:-[a-wyz0-9](?:-[a-z0-9]{2,8}){1,8}){0,4}"
    r"(?:-x(?:-[a-z0-9]{1,8}){1,8})?|x(?:-[a-z0-9]{1,8}){1,8}|[a-z]{4,8}",
    re.IGNORECASE,
)
_WORD: Final = late(r"[^\W\d_]+(?:[\u0900-\u0d7f\u0e31-\u0e4e][^\W\d_]*)*")
_FOREIGN: Final = late("[\u0370-\u1fff\u3040-\ud7af]")
_ENOUGH, _SAMPLE, _SHARE, _CLEAR, _PLAIN = 4, 2000, 0.08, 1.35, 0.25
_GLANCE: Final = 600
"""A text that is clear at a glance, with marks still on its words, is clear."""
# The first letter of a range, the first behind it, and the language that a text
# in this script is in if no function word says otherwise.
_SCRIPTS: Final = (
    ("\u0370", "\u0400", "el"), ("\u0400", "\u0530", "ru"), ("\u0530", "\u0590", "hy"),
    ("\u0590", "\u0600", "he"), ("\u0600", "\u0700", "ar"), ("\u0900", "\u0980", "hi"),
    ("\u0980", "\u0a00", "bn"), ("\u0a00", "\u0a80", "pa"), ("\u0a80", "\u0b00", "gu"),
    ("\u0b80", "\u0c00", "ta"), ("\u0c00", "\u0c80", "te"), ("\u0c80", "\u0d00", "kn"),
    ("\u0d00", "\u0d80", "ml"), ("\u0d80", "\u0e00", "si"), ("\u0e00", "\u0e80", "th"),
    ("\u0e80", "\u0f00", "lo"), ("\u1000", "\u10a0", "my"), ("\u10a0", "\u1100", "ka"),
    ("\u1200", "\u1380", "am"), ("\u1780", "\u1800", "km"), ("\u3040", "\u3100", "ja"),
    ("\u4e00", "\ua000", "zh"), ("\uac00", "\ud7b0", "ko"),
)  # fmt: skip
_BY_SCRIPT: Final = {
    "ru": ("ru", "uk", "bg", "sr", "mk", "be", "kk"),
    "ar": ("ar", "fa", "ur"),
    "hi": ("hi", "mr"),
    "bn": ("bn",), "el": ("el",), "he": ("he",), "hy": ("hy",), "ka": ("ka",),
}  # fmt: skip
_KANA_SHARE, _TRADITIONAL = (
    0.05,
    frozenset("們這個說對時會來過國後還沒為與點學業發當經實關問門開見長電話機場體應"),
)


@lru_cache(maxsize=128)
def function_words(language: str) -> frozenset[str]:
    """Return the most frequent words of a language, or none.

    Args:
        language: Primary subtag, lower case.
    """
    return frozenset(cast("list[str]", table("function_words").get(language, [])))


@cache
def _languages_of_word() -> dict[str, tuple[str, ...]]:
    """Map each function word to its languages."""
    found: dict[str, list[str]] = {}
    for language in table("function_words"):
        for word in function_words(language):
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


def check_tag(tag: str) -> str:
    """Check a BCP 47 tag and return it in its usual case.

    Args:
        tag: A tag such as "pt-br"; an underscore counts as a hyphen.

    Returns:
        The tag, language lower, script title and region upper case: "pt-BR".

    Raises:
        ValueError: The tag is not well formed.
    """
    parts = tag.strip().replace("_", "-").split("-")
    if not _TAG.fullmatch("-".join(parts)):
        message = f"{tag!r} is no well-formed language tag"
        raise ValueError(message)
    shaped = [parts[0].lower()]
    for part in parts[1:]:
        if len(part) == 2 and len(shaped[-1]) > 1:
            shaped.append(part.upper())
        else:
            shaped.append(
                part.title() if len(part) == 4 and part.isalpha() else part.lower()
            )
    return "-".join(shaped)


def script_language(text: str) -> str | None:
    """Return the language that the script of a text stands for; None for Latin."""
    text = text[:_SAMPLE]
    if text.isascii():
        return None
    if _FOREIGN.search(text, 0, _GLANCE) is None:
        return None
    foreign = _FOREIGN.findall(text)
    latin = (len(text) - len(foreign)) * 3 // 4
    # The letters of a text are in few scripts: each is looked up once.
    counts: Counter[str] = Counter()
    for char, number in Counter(foreign).items():
        for first, behind, language in _SCRIPTS:
            if first <= char < behind:
                counts[language] += number
                break
    if not counts:
        return None
    best, number = counts.most_common(1)[0]
    east = counts["ja"] + counts["zh"]
    if east >= number and counts["ja"] > _KANA_SHARE * east:
        return "ja" if 3 * east > latin else None
    # A word takes four letters in most scripts and one or two in Han.
    return best if number * (3 if best in {"zh", "ko", "ja"} else 1) > latin else None


def _by_words(
    text: str, allowed: tuple[str, ...] | None
) -> tuple[str | None, dict[str, int]]:
    """Count the function words of each language."""
    known = _languages_of_word()
    counts: Counter[str] = Counter()
    total = 0
    for word in _WORD.findall(text[:_SAMPLE].casefold()):
        total += 1
        for language in known.get(word, ()):
            if allowed is None or language in allowed:
                counts[language] += 1
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < max(_ENOUGH, _SHARE * total):
        return None, counts
    return ranked[0][0], counts


def _is_clear(text: str, language: str) -> bool:
    """Say whether a text is full of the function words of one language."""
    own = function_words(language)
    if not own:
        return False
    for find, sample in ((str.split, _GLANCE), (_WORD.findall, _SAMPLE // 2)):
        found = find(text[:sample].casefold())
        if sum(map(own.__contains__, found)) > max(_ENOUGH, _PLAIN * len(found)):
            return True
    return False


def guess_language(text: str, declared: str | None = None) -> str | None:
    """Guess the language of a running text.

    Args:
        text: The text; its first 2000 characters are read.
        declared: BCP 47 tag that the page declares. It is kept, region and all,
            unless the text speaks clearly against it.

    Returns:
        The declared tag, else a primary subtag; None where neither the page nor
        the text says.
    """
    script = script_language(text)
    allowed = _BY_SCRIPT.get(script) if script else None
    tag = primary(declared)
    if script and allowed is None:
        return declared if tag == script and declared else script
    if tag and (allowed is None or tag in allowed) and _is_clear(text, tag):
        return declared
    best, counts = _by_words(text, allowed)
    if best is None or tag == best:
        if script and (allowed is None or tag not in allowed):
            return best or script
        return declared or best
    if tag and counts.get(tag, 0) * _CLEAR >= counts[best]:
        return declared
    return best


def is_traditional(text: str) -> bool:
    """Say whether Chinese text is in traditional characters."""
    return any(char in _TRADITIONAL for char in text[:_SAMPLE])
