"""What marks and boxes say about where a byline stands."""

import re
from typing import Final

from articlekit.fields.author_data import inside
from articlekit.fields.clues import Clues, has_any
from articlekit.reading.page import Mark, TextBlock

_BAD_KEY: Final = (
    "authority",
    "authoriz",
    "authoris",
    "photo",
    "image",
    "credit",
    "date",
    "time",
    "title",
    "share",
    "social",
    "comment",
    "bio",
    "description",
    "role",
    "position",
    "job",
    "avatar",
    "follow",
    "signatures",
    "signature-",
    "licen",
    "quote",
    "citation",
    "zitat",
    "text-editor",
    "texteditor",
    "block-editor",
    "ql-editor",
    "editor-content",
    "editor-body",
    "wysiwyg",
)
_AUTHOR_PATHS: Final = re.compile(
    r"/(?:author|autor|auteur|verfasser|journalist|reporter|contributor|columnist|byline|staff/|toimittaja|szerzo"
    r"|yazar|muhabir|penulis|periodista|firmas?/|colaborador|giornalist|redaktor|novinar|tac-gia|skribent|avtor)"
)
_PICTURE_MAKERS: Final = (
    "photographer", "illustrator", "fotograf", "fotografin", "photographe", "fotógrafo",
    "fotógrafa", "fotografo", "fotograaf", "kuvaaja", "фотограф", "illustratorin",
)  # fmt: skip
_USER_PATHS: Final = ("/user/", "/user-", "/users/", "/profil")
_NO_USERS: Final = ("agree", "regist", "login", "sign", "setting", "polic")


def _leads_to_author(clues: Clues, href: str) -> bool:
    """Say whether an address is that of an author's, or a user's, own page."""
    if not href:
        return False
    if _AUTHOR_PATHS.search(href):
        return True
    if not has_any(href, _USER_PATHS) or has_any(href, _NO_USERS):
        return False
    return href[:1] == "/" or (bool(clues.host) and clues.host in href)


def author_marks(clues: Clues, block: TextBlock) -> list[Mark]:
    """Return the marks of a block that hold names of authors."""
    found: list[Mark] = []
    for mark in block.marks:
        if mark.own >= 0 or mark.first != mark.last or mark.end <= mark.start:
            continue
        if (
            "author" in mark.attrs.get("rel", "")
            or _leads_to_author(clues, mark.attrs.get("href", ""))
            or (clues.speaks_of(mark.key, "author") and not has_any(mark.key, _BAD_KEY))
        ):
            found.append(mark)
    if len(found) < 2:
        return found
    outer = {(m.start, m.end): m for m in reversed(found)}
    return [
        m
        for m in found
        if m in outer.values() and not any(inside(o, m) for o in outer.values())
    ]


def speaks_of_author(clues: Clues, block: TextBlock) -> bool:
    """Say whether the boxes around a block speak of authors."""
    keys, box = clues.page.boxes.key, block.box
    for _ in range(3):
        if box < 0:
            return False
        key = keys[box]
        if key and clues.speaks_of(key, "author") and not has_any(key, _BAD_KEY):
            return True
        box = clues.page.boxes.parent[box]
    return False


def inner_href(clues: Clues, mark: Mark) -> str | None:
    """Return the address of a link to an author's page inside of a mark, if there is one."""
    links = clues.page.blocks[mark.first].links
    inner = (m for m in links if mark.start <= m.start and m.end <= mark.end)
    hrefs = (m.attrs.get("href", "") for m in inner)
    return next((href for href in hrefs if href and "mailto:" not in href), None)


def takes_pictures(clues: Clues, mark: Mark) -> bool:
    """Say whether the one word behind a name is "Photographer" or the like."""
    block = clues.page.blocks[mark.first]
    starts = (m.start for m in block.links if m.start >= mark.end)
    behind = block.text[mark.end : min(starts, default=len(block.text))].strip()
    return behind.casefold().endswith(_PICTURE_MAKERS) and " " not in behind
