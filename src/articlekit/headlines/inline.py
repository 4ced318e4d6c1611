"""Pointers to other stories between the paragraphs of a body.

"Also read: ..." and the like count as headline items and leave the body. The
judge of cards does not decide here: what stands among paragraphs has to say by
itself that it leads elsewhere.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from articlekit.headlines.addresses import STORY, Targets
from articlekit.headlines.names import is_list_heading, name_kind
from articlekit.reading.page import Mark, Page, TextBlock
from articlekit.text.urls import page_base

LABEL_KINDS: Final = frozenset(("inline", "related", "latest", "most_read"))
"""Kinds of names that a label before a link may be of."""
LONGEST_LABEL: Final = 32
"""No label is longer."""
_LONGEST: Final = 400
_ENDS: Final = (":", "|", "：", "】", "｜", "»", "–", "—")
_OPENING: Final = "([【（「>»►▶▸→➤➡👉☞•*–—- "
_LEAST_TITLE: Final = 12


def label_end(text: str, language: str | None) -> int:
    """Return where a label such as "Also read:" ends in *text*, or 0.

    Args:
        text: A block, or the text of a link.
        language: BCP 47 tag of the page, if known.
    """
    for mark in _ENDS:
        end = text.find(mark, 1, LONGEST_LABEL + 1)
        if end > 0 and name_kind(text[:end].strip(_OPENING), language) in LABEL_KINDS:
            return end + len(mark)
    return 0


def inline_blocks(
    page: Page, body: Sequence[int], language: str | None
) -> frozenset[int]:
    """Find the blocks of a body that only lead to other stories.

    Args:
        page: An HTML page.
        body: Indices of the blocks of the body, in order.
        language: BCP 47 tag of the page, if known.

    Returns:
        Indices of blocks of the body, the labels over pointers among them;
        never its first or its last one.
    """
    if len(body) <= 2:
        return frozenset()
    finder = _Finder(page, frozenset(body), language)
    return frozenset(
        index for at in range(1, len(body) - 1) for index in finder.led_by(body[at])
    ) - {body[0], body[-1]}


class _Finder:
    """Finds the pointers of one page."""

    def __init__(self, page: Page, body: frozenset[int], language: str | None) -> None:
        """Prepare for the *body* of *page*."""
        self.page = page
        self.body = body
        self.language = language

    def led_by(self, at: int) -> Iterator[int]:
        """Yield the block *at* of the body where it is a pointer or heads some."""
        block = self.page.blocks[at]
        if len(block.text) > _LONGEST:
            return
        if 2 * block.link_chars > len(block.text):
            if label_end(block.text, self.language):
                yield at
            elif self.is_label(at - 1) and self.leads_away(block):
                yield from (at, *({at - 1} & self.body))
        elif len(block.text) <= LONGEST_LABEL and self.heads_links(at):
            yield at

    def is_label(self, at: int) -> bool:
        """Say whether the block *at* is the name of a list and nothing else."""
        block = self.page.blocks[at]
        text = block.text.strip(_OPENING)
        short = len(text) <= LONGEST_LABEL and not block.link_chars
        return short and name_kind(text, self.language) in LABEL_KINDS

    def leads_away(self, block: TextBlock) -> bool:
        """Say whether the first link of a block leads to a story elsewhere."""
        links = [mark for mark in block.links if mark.attrs.get("href")]
        if not links or len(block.text) < _LEAST_TITLE:
            return False
        page = self.page
        target = Targets(page_base(page.url, page.base)).read(links[0].attrs["href"])
        return target is not None and target.kind == STORY

    def heads_links(self, at: int) -> bool:
        """Say whether the block *at* is the name of a list that left the body."""
        text = self.page.blocks[at].text.strip(_OPENING)
        if at + 1 in self.body or not is_list_heading(text, self.language):
            return False
        after = self.page.blocks[at + 1]
        return self.is_label(at) and 2 * after.link_chars > len(after.text)


def inner_label(marks: list[Mark], link: Mark) -> int:
    """Return where the element ends that a link begins with, or 0."""
    return next(
        (
            mark.end
            for mark in marks
            if mark is not link
            and mark.start == 0
            and mark.first == mark.last
            and 0 < mark.end < link.end
        ),
        0,
    )
