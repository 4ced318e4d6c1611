"""What became of the parse: an article, a part of one, a wall, or nothing."""

import json
from functools import cache
from typing import Final, cast

from articlekit.model import Access, ArticleKind, Evidence, Status
from articlekit.reading.page import Page

_SHORT_TEXT: Final = 600
"""A wall says little; a longer text is an article about walls."""
_NEARLY_NOTHING: Final = 60
_LOOKED_AT: Final = 1_200
_CAPTCHAS: Final = (
    "captcha",
    "challenge-platform",
    "challenges.cloudflare",
    "/cdn-cgi/",
)


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    from importlib.resources import files

    path = files("articlekit.text") / "data" / "walls" / "phrases.json"
    data = cast("dict[str, list[str]]", json.loads(path.read_text("utf-8")))
    return {kind: tuple(phrases) for kind, phrases in data.items()}


def page_text(page: Page) -> str:
    """Return the beginning of all text on *page*, lower case."""
    pieces: list[str] = []
    length = 0
    for block in page.blocks:
        pieces.append(block.text[:_LOOKED_AT])
        length += len(block.text)
        if length > _LOOKED_AT:
            break
    return "\n".join(pieces).lower()


def find_wall_kind(page: Page) -> tuple[str, str] | None:
    """Say which wall stands in the place of an article.

    Args:
        page: A page whose body is short or missing.

    Returns:
        "bot", "consent" or "script" and the words that gave it away, or None.
    """
    said = f"{(page.title_tag or '').lower()}\n{page_text(page)}"
    for media in page.media:
        source = media.attrs.get("src", "")
        if any(word in source for word in _CAPTCHAS):
            return "bot", source
    for kind, phrases in _phrases().items():
        for phrase in phrases:
            if phrase in said:
                return kind, phrase
    return None


def find_status(
    page: Page,
    text: str,
    *,
    kind: ArticleKind | None,
    truncated: bool | None,
    access: Access | None,
) -> tuple[Status, tuple[Evidence, ...]]:
    """Find what became of the parse.

    Args:
        page: The page.
        text: The running text.
        kind: What the page is, or None where that was not asked.
        truncated: Whether the text is only a part, likewise.
        access: Who may read it, likewise.

    Returns:
        The status, and where a wall was found, what gave it away.
    """
    if len(text) < _SHORT_TEXT and kind is not ArticleKind.LISTING:
        wall = find_wall_kind(page)
        if wall:
            found = Evidence("status", "text", wall[0], wall[1])
            return Status.BLOCKED, (found,)
    if kind is ArticleKind.LISTING:
        return Status.NOT_ARTICLE, ()
    if not text:
        everything = sum(len(block.text) for block in page.blocks)
        return (
            Status.EMPTY if everything < _NEARLY_NOTHING else Status.NOT_ARTICLE
        ), ()
    if truncated or (access is Access.PAID and len(text) < _SHORT_TEXT):
        return Status.PARTIAL, ()
    return Status.OK, ()
