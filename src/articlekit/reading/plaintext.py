"""Plain text to the columns of a `Page`: lines stand where blocks would.

Nothing is judged here. A line keeps its words, its number and the number of
blank lines before it; which lines belong together and what they are is the
business of the rooms that read the page. Only lines that name a field, as an
archive's export and an e-mail have them, are read as such and leave the blocks.
"""

import re
from typing import Final

from articlekit.errors import EmptyInputError, LimitError
from articlekit.reading.page import Page, TextBlock
from articlekit.reading.records import take_record
from articlekit.rules.limits import DEFAULT_LIMITS, Limits
from articlekit.text.spaces import fold_spaces

_TAG: Final = "line"
_SAMPLE: Final = 60_000
_COMMENT: Final = re.compile(r"\s*+<!--(?:[^-]++|-(?!->))*+-->")
_OPENING: Final = re.compile(
    r"\s*+(?:<!doctype\s{1,9}html|<!doctype\s{1,9}rss|<\?xml"
    r"|<(?:html|head|body|meta|title|script|style|link|rss|feed|urlset|rdf:rdf|amp-html"
    r"|div|p|article|main|section|header|table|h1|ul|span|img|a|center|font|nav)[\s>/])",
    re.IGNORECASE,
)
_CLOSING: Final = re.compile(
    r"</(?:a|article|b|blockquote|body|button|center|div|em|figure|font|footer|form"
    r"|h[1-6]|head|header|html|i|li|main|nav|ol|option|p|pre|script|section|span"
    r"|strong|style|table|tbody|td|th|title|tr|ul)\s{0,9}>|<(?:br|hr)\s{0,9}/?>"
    r"|<img\s",
    re.IGNORECASE,
)
_SKELETON: Final = ("<html", "</head>", "<body")
_CHARS_WHOLE: Final = 400
_CHARS_A_TAG: Final = 160
_LINE_END: Final = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def looks_like_html(text: str) -> bool:
    """Tell HTML (or a feed) from plain text.

    Args:
        text: The page, decoded.

    Returns:
        True where the text opens like a document, or holds as many tags as
        markup does. A stray tag in a text does not make it HTML.
    """
    if "<" not in text[:_SAMPLE]:
        return False
    sample = text[:_SAMPLE].lstrip("\ufeff \t\r\n\f\v")
    while comment := _COMMENT.match(sample):
        sample = sample[comment.end() :]
    if _OPENING.match(sample):
        return True
    whole = all(tag in sample.lower() for tag in _SKELETON)
    tags = sum(1 for _ in _CLOSING.finditer(sample))
    return tags * (_CHARS_WHOLE if whole else _CHARS_A_TAG) >= len(sample)


def read_plain(
    text: str, *, url: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> Page:
    """Read a page of plain text.

    Args:
        text: The page, decoded.
        url: Address that the caller gave, or None.
        limits: Bounds on the page; lines count as its nodes.

    Returns:
        A page of kind "text". Its blocks are the lines that hold anything,
        white space folded, each with its number from 1 and the number of blank
        lines before it; what lines with labels state is its record.

    Raises:
        EmptyInputError: There is nothing but white space.
        LimitError: The text is too long or has too many lines.
    """
    if len(text) > limits.bytes:
        raise LimitError("bytes", limits.bytes, len(text))
    lines = _split(text)
    if len(lines) > limits.nodes:
        raise LimitError("nodes", limits.nodes, len(lines))
    page = Page("text", url)
    page.base = url
    box = _open_root(page)
    _add_lines(page, lines, box)
    page.record = take_record(page.blocks)
    if not page.blocks:
        raise EmptyInputError(len(text))
    page.boxes.last[box] = len(page.blocks)
    return page


def _split(text: str) -> list[str]:
    """Split at every mark that ends a line; control characters are dropped."""
    return _LINE_END.split(_CONTROL.sub("", text.removeprefix("\ufeff")))


def _open_root(page: Page) -> int:
    boxes = page.boxes
    boxes.tag.append(_TAG)
    boxes.key.append("")
    boxes.parent.append(-1)
    boxes.depth.append(0)
    boxes.first.append(0)
    boxes.last.append(0)
    return 0


def _add_lines(page: Page, lines: list[str], box: int) -> None:
    gap = 0
    for number, line in enumerate(lines, 1):
        words = fold_spaces(line)
        if not words:
            gap += 1
            continue
        block = TextBlock(words, _TAG, box)
        block.gap = gap
        block.line = number
        page.blocks.append(block)
        gap = 0
