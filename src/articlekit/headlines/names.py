"""What the name of a list says that the list is for, in some 45 languages."""

from functools import cache, lru_cache
from typing import Final, cast

from articlekit.model.headline import ListKind
from articlekit.text.lexicons import primary, table

NOT_STORIES: Final = "not_stories"
"""What heads tags, share buttons, forms and the like."""

_LONGEST: Final = 80
_MOST_WORDS: Final = 10
_MOST_HEADING_WORDS: Final = 6
_LONGEST_PHRASE: Final = 5
_SAYS_ENOUGH: Final = 9
_MARKS: Final = " \t\"'“”„«»‹›<>()[]{}【】「」『』〈〉《》.…:：;,，、。!！?？|/\\-–—―•·●■▶►▸→➔»#*+=_~"
# Capital I with and without a dot: pages mix them up.
_TURKISH: Final = {0x307: None, 0x131: "i"}
# Where one name stands for several kinds, the first one counts.
_ORDER: Final = (
    "most_read", "latest", "related", "top", "opinion", "inline", "other", NOT_STORIES,
)  # fmt: skip
_CONTAINED: Final = frozenset(("most_read", "latest", "related", "top", "opinion"))


def folded(name: str) -> str:
    """Return *name* in lower case, without marks around it and a number before it."""
    name = name.casefold()
    if not name.isascii():
        name = name.translate(_TURKISH)
    words = name.strip(_MARKS).split()
    if len(words) > 1 and words[0].isdigit():
        del words[0]
    return " ".join(words)


def _lists() -> dict[str, dict[str, list[str]]]:
    return cast("dict[str, dict[str, list[str]]]", table("headlines/names"))


@cache
def _phrases(language: str) -> dict[str, str]:
    """Return the kind of each phrase of *language*, or of all where it is ""."""
    lists = _lists()
    kinds: dict[str, str] = {}
    for kind in _ORDER:
        for code, phrases in lists[kind].items():
            if not language or code == language:
                for phrase in phrases:
                    kinds.setdefault(
                        folded(phrase.rstrip("*")) + "*" * (phrase[-1] == "*"), kind
                    )
    return kinds


def _whole(name: str, phrases: dict[str, str]) -> str | None:
    """Return the kind of a name that is a phrase, or begins with an open one."""
    if kind := phrases.get(name):
        return kind
    end = len(name)
    while end > 0:
        if kind := phrases.get(name[:end].rstrip(" :") + "*"):
            return kind
        end = name.rfind(" ", 0, end)
    return None


@cache
def _telling_words() -> frozenset[str]:
    """Return the words of the phrases that `_within` looks for."""
    phrases = _phrases("")
    long = (
        p
        for p, kind in phrases.items()
        if len(p) >= _SAYS_ENOUGH and kind in _CONTAINED
    )
    return frozenset(word for phrase in long for word in phrase.split())


def _within(name: str, phrases: dict[str, str]) -> str | None:
    """Return the kind of the longest phrase that stands in *name*."""
    words = name.split()
    if _telling_words().isdisjoint(words):
        return None
    for size in range(min(len(words), _LONGEST_PHRASE), 0, -1):
        for at in range(len(words) - size + 1):
            part = " ".join(words[at : at + size]).strip(_MARKS)
            if len(part) >= _SAYS_ENOUGH and phrases.get(part) in _CONTAINED:
                return phrases[part]
    return None


def name_kind(name: str, language: str | None = None) -> str | None:
    """Return the key under which the word lists hold *name*.

    Args:
        name: Heading of a list, as shown.
        language: BCP 47 tag of the page; its words come first.

    Returns:
        The value of a `ListKind`, `NOT_STORIES`, or None where nothing is known.
    """
    return _kind_of(name, language) if len(name) <= _LONGEST else None


@lru_cache(maxsize=4_096)
def _kind_of(name: str, language: str | None) -> str | None:
    """Return the kind of a name in a language; pages repeat them."""
    key, code = folded(name), primary(language)
    if not key:
        return None
    if code and code in _lists()["top"] and (kind := _whole(key, _phrases(code))):
        return kind
    every = _phrases("")
    kind = _whole(key, every)
    if kind is None and key.count(" ") < _MOST_WORDS:
        kind = _within(key, every)
    return kind


def block_kind(name: str | None, language: str | None = None) -> ListKind:
    """Say what a list of headlines with this name is for.

    Args:
        name: Heading of the list, as shown.
        language: BCP 47 tag of the page; its words come first.

    Returns:
        INLINE for labels such as "Also read", which stand between paragraphs;
        OTHER where the name is none or says nothing.
    """
    kind = name_kind(name, language) if name else None
    return ListKind(kind) if kind and kind != NOT_STORIES else ListKind.OTHER


def is_list_heading(text: str, language: str | None = None) -> bool:
    """Say whether *text* is the usual name of a list of stories.

    Section names such as "Sport" are none: they head other things as well.

    Args:
        text: A line of a page.
        language: BCP 47 tag of the page.
    """
    text = text.strip()
    sentence = text.endswith((".", "。", "।", ",")) and not text.endswith("...")
    if sentence or len(text.split()) > _MOST_HEADING_WORDS:
        return False
    kind = name_kind(text, language)
    return kind is not None and kind not in {"other", NOT_STORIES}
