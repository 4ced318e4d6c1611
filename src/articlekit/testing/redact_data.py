"""Prose in scripts: JSON-LD and the state of apps, as they are written.

String literals are replaced where they stand, and nothing is parsed as a whole: data
that are broken on the page stay broken in the same way.
"""

import json
import re
from collections.abc import Callable
from typing import Final

from articlekit.testing.redact_words import Redactor

# A string literal, and whether a colon makes it a key.
_LITERAL: Final = re.compile(
    r"""\"((?:[^"\\\n]|\\.)*+)\"(\s*:)?|'((?:[^'\\\n]|\\.)*+)'(\s*:)?""", re.DOTALL
)
# A script that is data: `window.__STATE__ = {...`, `self.__next_f.push([...`
_STATE: Final = re.compile(
    r"\s*(?:(?:var|let|const)\s+)?[\w.$]+(?:\[[^\]]{1,80}\])?\s*(?:=|\.push\(|\()\s*"
    r"(?:[\[{]|JSON\.parse\(\s*[\"'])"
)
_JSON_TYPE: Final = re.compile(r"json", re.IGNORECASE)
_TAGS: Final = re.compile(r"<[a-zA-Z/!][^<>]*>")
_NESTED: Final = re.compile(r'\\?"[\w@-]+\\?"\s*:')
# Words for machines: one piece without spaces, such as "NewsArticle" or "free".
_MACHINE: Final = re.compile(r"[!-~]*")
# Keys whose strings are for people, even when they are one word.
_FOR_PEOPLE: Final = frozenset(
    "headline alternativeheadline alternateheadline alternativename name description"
    " articlebody articlesection caption credittext text title subtitle kicker"
    " keywords author byline abstract firstname lastname givenname familyname".split()
)


def redacted_script(
    text: str, kind: str, redactor: Redactor, markup: Callable[[str], str]
) -> str:
    """Return a script with its prose replaced, or "" where it is a program.

    Args:
        text: What stands in the script.
        kind: Its attribute `type`.
        redactor: Replaces words.
        markup: Replaces the words of markup that stands in a string.
    """
    if not (_JSON_TYPE.search(kind) or _STATE.match(text)):
        return ""
    return redacted_literals(text, redactor, markup)


def redacted_literals(
    text: str, redactor: Redactor, markup: Callable[[str], str]
) -> str:
    """Return *text* with the prose of its string literals replaced."""
    key = ""

    def replace(found: re.Match[str]) -> str:
        nonlocal key
        double = found[1] is not None
        inner = found[1] if double else found[3]
        if found[2] or found[4]:
            key = inner.lower()  # of all that follow up to the next key: lists, too
            return found[0]
        made = _string(inner, key.rstrip("\\"), redactor, markup) if inner else inner
        mark = '"' if double else "'"
        return f"{mark}{made}{mark}"

    return _LITERAL.sub(replace, text)


def _string(
    inner: str, key: str, redactor: Redactor, markup: Callable[[str], str]
) -> str:
    """Replace the prose of one literal's inside."""
    if _MACHINE.fullmatch(inner) and key not in _FOR_PEOPLE:
        return redactor.url(inner) if "/" in inner and "\\u" not in inner else inner
    plain = _unescaped(inner)
    if plain is None:
        return redactor.text(inner)
    if _NESTED.search(plain):
        made = redacted_literals(plain, redactor, markup)
    else:
        made = markup(plain) if _TAGS.search(plain) else redactor.text(plain)
    return json.dumps(made, ensure_ascii=False)[1:-1].replace("</", "<\\/")


def _unescaped(inner: str) -> str | None:
    try:
        made: object = json.loads(f'"{inner}"', strict=False)
    except ValueError:
        return None
    return made if isinstance(made, str) else None
