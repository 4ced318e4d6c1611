"""An article as Markdown (CommonMark, with the tables of GitHub's dialect)."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from articlekit.model import (
    Article,
    Block,
    BlockQuote,
    Embed,
    Figure,
    Heading,
    Image,
    Link,
    ListBlock,
    LiveEntry,
    Note,
    Paragraph,
    Table,
)
from articlekit.views.parts import (
    byline,
    caption_text,
    linked_pieces,
    one_line,
    printed_moment,
    safe_url,
)

# What means something anywhere in a line; a backslash takes the meaning away.
_MARKS: Final = re.compile(r"[\\`*_\[\]<>|~&]")
# What means something at the beginning of a line only.
_STARTS: Final = re.compile(r"^(\s*)([#+=-])")
_NUMBER: Final = re.compile(r"^(\s*[0-9]{1,9})([.)])")
_IN_URL: Final = str.maketrans(
    {"(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\\": "%5C", '"': "%22"}
)


def markdown(article: Article) -> str:
    """Write an article as Markdown.

    Kicker, title, dek, byline and date come first, then the blocks; words are
    escaped, so that nothing of the page is taken for markup. Only addresses of
    http, https and mailto become links.

    Args:
        article: The article.

    Returns:
        The document; it ends with a newline, and is empty for an empty article.
    """
    parts = [part for part in (*_head(article), *_body(article)) if part]
    return "\n\n".join(parts) + "\n" if parts else ""


def _head(article: Article) -> Iterator[str]:
    title, dek = _words(article.title), _words(article.dek)
    when = printed_moment(article.published)
    by = " · ".join(filter(None, (_words(byline(article)), _words(when))))
    yield _words(article.kicker)
    yield f"# {title}" if title else ""
    yield f"**{dek}**" if dek else ""
    yield by


def _body(article: Article) -> Iterator[str]:
    shown = {block.image for block in article.body if isinstance(block, Figure)}
    for index, image in enumerate(article.images):
        if image.is_lead and index not in shown:
            yield _figure(image)
    for block in article.body:
        yield _block(block, article.images)


def _block(block: Block, images: tuple[Image, ...]) -> str:
    match block:
        case Figure():
            inside = 0 <= block.image < len(images)
            return _figure(images[block.image]) if inside else ""
        case LiveEntry():
            return _entry(block, images)
        case ListBlock():
            return _list(block)
        case Table():
            return _table(block)
        case Embed() | Paragraph() | Heading() | BlockQuote() | Note():
            return _worded(block)


def _worded(block: Embed | Paragraph | Heading | BlockQuote | Note) -> str:
    match block:
        case Paragraph():
            return _linked(block.text, block.links)
        case Heading():
            words = _linked(block.text.replace("\n", " "), block.links)
            return f"{'#' * min(max(block.level, 2), 6)} {words}" if words else ""
        case BlockQuote():
            return _prefixed("> ", _linked(block.text, block.links))
        case Note():
            return _prefixed("> ", f"*{_words(block.text)}*" if block.text else "")
        case Embed():
            url = safe_url(block.url)
            words = _words(block.text) or block.kind
            return f"[{words}]({_address(url)})" if url else _words(block.text)


def _list(block: ListBlock) -> str:
    lines: list[str] = []
    start = 0
    for place, item in enumerate(block.items):
        depth = block.levels[place] if place < len(block.levels) else 0
        mark = "1. " if block.ordered else "- "
        words = _linked(item.replace("\n", " "), block.links, start=start)
        lines.append(" " * (len(mark) * depth) + mark + words)
        start += len(item) + 1
    return "\n".join(lines)


def _table(block: Table) -> str:
    """Write a table; its first row is the head, as the dialect demands one."""
    width = max((len(row) for row in block.rows), default=0)
    rows: list[str] = []
    start = 0
    for row in block.rows:
        cells: list[str] = []
        for cell in row:
            inside = _linked(cell.replace("\n", " "), block.links, start=start)
            cells.append(inside)
            start += len(cell) + 1
        start += not row  # an empty row still is a line of the block's text
        rows.append(f"| {' | '.join(cells + [''] * (width - len(cells)))} |")
    rows.insert(1, "|" + " --- |" * width)
    return "\n".join(rows) if width else ""


def _entry(block: LiveEntry, images: tuple[Image, ...]) -> str:
    when = printed_moment(block.moment)
    parts = [f"**{_words(when)}**"] if when else []
    parts += [made for each in block.blocks if (made := _block(each, images))]
    return "\n\n".join(parts)


def _figure(image: Image) -> str:
    url, caption = safe_url(image.url, mail=False), _words(caption_text(image))
    picture = f"![{_words(image.alt)}]({_address(url)})" if url else ""
    return "\\\n".join(filter(None, (picture, f"*{caption}*" if caption else "")))


def _words(text: str | None) -> str:
    """Write text in one line without any markup."""
    return _escape(one_line(text or ""))


def _linked(text: str, links: Iterable[Link], *, start: int = 0) -> str:
    """Write text with its links; its lines stay lines, by hard breaks."""
    made = "".join(
        _link(piece, url) if url else _escape_lines(piece)
        for piece, url in linked_pieces(text, links, start=start)
    )
    return "\\\n".join(line.strip() for line in made.split("\n") if line.strip())


def _link(piece: str, url: str) -> str:
    return f"[{_words(piece)}]({_address(url)})"


def _escape_lines(text: str) -> str:
    # White space at the ends parts the piece from links beside it.
    left = " " if text[:1].isspace() and text[:1] != "\n" else ""
    right = " " if text[-1:].isspace() and text[-1:] != "\n" else ""
    inside = "\n".join(_escape(one_line(line)) for line in text.split("\n"))
    return f"{left}{inside}{right}"


def _escape(line: str) -> str:
    line = _MARKS.sub(r"\\\g<0>", line)
    line = _STARTS.sub(r"\1\\\2", line)
    return _NUMBER.sub(r"\1\\\2", line)


def _address(url: str) -> str:
    return url.translate(_IN_URL)


def _prefixed(mark: str, text: str) -> str:
    return "\n".join(mark + line for line in text.split("\n")) if text else ""
