"""One line of a text page, and the marks that stand in it for markup."""

import re
from typing import Final, cast

from articlekit.reading.page import TextBlock
from articlekit.text.late import late

_HEADING: Final = late(r"(#{1,6})\s+(?:#{1,6}\s+){0,3}(?=\S)")
_BULLET: Final = late(
    r"(?:[*+•‣▪◦●■○►▶∙]|\\?-)(?:\s+(?:[*+•‣▪◦●■○►▶∙]|\\?-))*(?:\s+|$)"
)
_ORDERED: Final = late(r"(\d{1,3})(\\?)[.)]\s+(?=\S)")
_HEADING_ITEM: Final = late(
    r"(?:[*+•-]|\d{1,3}[.)])\s{1,9}(#{1,6})\s+(?:#{1,6}\s+){0,3}(?=\S)"
)
_QUOTED: Final = late(r"(?:>\s?){1,9}")
_RULE: Final = late(r"[-=_*~#|+.\s\\]{1,400}$")
_STOPS: Final = frozenset((".", "...", "|"))
_STARTING: Final = frozenset("#*+•‣▪◦●■○►▶∙-\\>0123456789=_~|.[")

MARKED_LINK: Final = late(
    r"(!?)\[([^\[\]]{0,300})\]\(([^()\s]{0,600})(?:\s\"[^\"]{0,200}\")?\)"
)
"""A link or picture of Markdown: its "!", its words and its address."""


_EMPHASIS: Final = late(
    r"(?<![\w*])\*(?=[^\s*])([^*]{0,399}[^\s*])\*(?![\w*])"
    r"|(?<![\w_])_(?=[^\s_])([^_]{0,399}[^\s_])_(?![\w_])"
)


class Run:
    """Lines that belong together.

    Attributes:
            text: Their words, joined; empty where a line held only a mark.
            first: Index of the first line's block in the page.
            last: Index after the last one.
            gap: Blank lines before it.
            line: Number of the first line in the source.
            mark: "heading", "bullet", "ordered", "quote", "code" (a field of an
    XX
            level: Number of a heading's marks, or of an ordered item; else 0.
            url: Address of its first link as written, or None.
    """

    __slots__ = ("first", "gap", "last", "level", "line", "mark", "text", "url")

    def __init__(self, block: TextBlock, at: int, text: str | None = None) -> None:
        """Read one line, whose words are *text* where they go on below it."""
        self.text = text or block.text
        self.first = at
        self.last = at + 1
        self.gap = block.gap
        self.line = block.line
        self.mark = ""
        self.level = 0
        self.url: str | None = None
        if "](" in self.text:
            self.url = _first_link(self.text)
        if "](" in self.text or "*" in self.text or "_" in self.text:
            self.text = _without_marks(self.text)
        if self.text[0] in _STARTING:
            self._take_marks()

    def _take_marks(self) -> None:
        text = self.text
        if found := _QUOTED.match(text):
            self.mark, text = "quote", text[found.end() :]
        if _RULE.match(text) and text not in _STOPS:
            self.mark, self.text = ("bullet" if len(text) == 1 else "rule"), ""
        elif not self._take_heading(text):
            self._take_item(text)

    def _take_heading(self, text: str) -> bool:
        """Take the signs of a heading off, also where it stands in a list."""
        found = _HEADING.match(text) or _HEADING_ITEM.match(text)
        if found:
            self.mark, self.level = "heading", len(found[1])
            self.text = text[found.end() :]
        return bool(found)

    def _take_item(self, text: str) -> None:
        if found := _BULLET.match(text):
            self.mark, self.text = "bullet", text[found.end() :]
        elif found := _ORDERED.match(text):
            self.mark, self.level = "ordered", int(found[1])
            self.text = text.replace("\\", "", 1) if found[2] == "\\" else text
        else:
            self.text = text


def _without_marks(text: str) -> str:
    """Take links, pictures and bold out of a line of Markdown."""
    bare = MARKED_LINK.sub(_words_of_link, text)
    if "](" in bare:  # a picture that was a link
        bare = MARKED_LINK.sub(_words_of_link, bare)
    if bare.count("**") % 2 == 0:
        bare = bare.replace("**", "")
    return _EMPHASIS.sub(_stressed, bare).strip() or "***"


def _stressed(found: re.Match[str]) -> str:
    return cast("str", found[1] or found[2])


def _words_of_link(found: re.Match[str]) -> str:
    return "" if found[1] else found[2]


def _first_link(text: str) -> str | None:
    """Return the address of the first link in a line of Markdown that is no picture."""
    found = (link for link in MARKED_LINK.finditer(text) if not link[1] and link[2])
    return next((link[3] for link in found if link[3]), None)
