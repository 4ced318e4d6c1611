"""Headings of the page, and where the headline stands."""

from typing import Final, NamedTuple

from articlekit.fields.clues import Clues
from articlekit.fields.site import is_site, strip_site
from articlekit.reading.page import Mark, TextBlock
from articlekit.text.spaces import same_key

_LONGEST: Final = 400
_MOST_BLOCKS: Final = 20
_LOGO: Final = (
    "logo",
    "site-title",
    "site-name",
    "sitename",
    "site_title",
    "branding",
    "navbar",
)
_BARS: Final = ("|", "»", "\u00b7")
_DASHES: Final = frozenset(":-–—|·•/")
MOST_HEADINGS: Final = 40


class Heading(NamedTuple):
    """A heading of the page that may be the headline."""

    text: str
    key: str
    box: int
    tag: str


def split_kicker(clues: Clues, box: int) -> tuple[str, str]:
    """Cut a heading into the kicker that stands inside it and the rest.

    Args:
        clues: The page.
        box: The heading.

    Returns:
        The kicker, or "", and the rest.
    """
    page = clues.page
    first, last = page.boxes.first[box], page.boxes.last[box]
    block = page.blocks[first]
    key = page.boxes.key[block.box] if block.box != box else ""
    if last - first > 1 and (
        clues.speaks_of(key, "kicker") or _marked(clues, block.marks, box)
    ):
        return block.text, " ".join(b.text for b in page.blocks[first + 1 : last])
    for mark in block.marks:
        if (
            mark.own != box
            and 0 < mark.end < len(block.text)
            and mark.last == first
            and mark.start == 0
        ):
            if clues.speaks_of(mark.key, "kicker") or _is_parted(block, mark):
                rest = [
                    block.text[mark.end :].lstrip(" :|–—-"),
                    *(b.text for b in page.blocks[first + 1 : last]),
                ]
                return block.text[: mark.end].strip(), " ".join(rest).strip()
            break
    return "", page.text_in(box)


def parts_at(clues: Clues, heading: Heading, title: str) -> bool:
    """Say whether a heading is a title with more behind a bar, or in an element of its own."""
    size = len(title)
    if not size < len(heading.text) or not heading.text.startswith(title):
        return False
    if heading.text[size:].lstrip().startswith(_BARS):
        return True
    page = clues.page
    first, last = page.boxes.first[heading.box], page.boxes.last[heading.box]
    block = page.blocks[first]
    if len(block.text) <= size + 1:
        return last - first > 1
    return any(size <= m.start <= size + 1 < m.end for m in block.marks)


def _is_parted(block: TextBlock, mark: Mark) -> bool:
    """Say whether a dash or colon of its own element follows the front of a heading."""
    return any(
        mark.end <= m.start <= mark.end + 1
        and block.text[m.start : m.end].strip() in _DASHES
        for m in block.marks
        if m.start < m.end < len(block.text)
    )


def _marked(clues: Clues, marks: list[Mark], box: int) -> bool:
    """Say whether one of the marks at the front of a heading is a kicker's."""
    return any(
        clues.speaks_of(m.key, "kicker") for m in marks if m.own != box and m.start == 0
    )


def read_headings(clues: Clues, tag: str, names: frozenset[str]) -> list[Heading]:
    """Return the headings of one tag that may be the headline."""
    found: list[Heading] = []
    boxes = clues.page.boxes
    for box in clues.headings(tag)[:MOST_HEADINGS]:
        if boxes.last[box] - boxes.first[box] > _MOST_BLOCKS:
            continue
        key = clues.page.boxes.key[box]
        text = strip_site(clues.page.text_in(box)[: 2 * _LONGEST], names)
        text_key = same_key(text) if len(text) <= _LONGEST else ""
        if (
            text_key
            and not is_site(text_key, names)
            and not any(w in key for w in _LOGO)
        ):
            found.append(Heading(text, text_key, box, tag))
    return found
