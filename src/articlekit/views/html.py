"""An article as a piece of HTML that is safe whatever the page held."""

from collections.abc import Iterable, Iterator
from html import escape

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
    Moment,
    Note,
    Paragraph,
    Table,
)
from articlekit.views.parts import (
    byline,
    caption_text,
    clean,
    credit_text,
    iso_date,
    linked_pieces,
    one_line,
    printed_moment,
    safe_url,
)


def html(article: Article) -> str:
    """Write an article as one `<article>` element.

    It is built from the values, never from markup of the page: text is escaped,
    addresses are http, https or mailto only, and there is no script, style,
    handler, frame or class.

    Args:
        article: The article.

    Returns:
        The element; it ends with a newline, and every block has its own line.
    """
    language = one_line(article.language or "")
    opened = f"<article lang={_quote(language)}>" if language else "<article>"
    lines = (opened, *_head(article), *_body(article), "</article>\n")
    return "\n".join(lines)


def _head(article: Article) -> Iterator[str]:
    lines = (
        _element("p", article.kicker),
        _element("h1", article.title),
        _element("p", article.dek),
        _element("p", byline(article)),
        _when(article.published),
    )
    inside = [line for line in lines if line]
    if inside:
        yield "\n".join(("<header>", *inside, "</header>"))


def _body(article: Article) -> Iterator[str]:
    shown = {block.image for block in article.body if isinstance(block, Figure)}
    for index, image in enumerate(article.images):
        if image.is_lead and index not in shown:
            yield _figure(image)
    for block in article.body:
        yield from _block(block, article.images)


def _block(block: Block, images: tuple[Image, ...]) -> Iterator[str]:
    """Write one block; nothing where it would be empty."""
    match block:
        case Figure():
            if 0 <= block.image < len(images):
                yield _figure(images[block.image])
        case LiveEntry():
            yield _entry(block, images)
        case ListBlock():
            yield _list(block)
        case Table():
            yield _table(block)
        case Embed():
            yield from _embed(block)
        case Paragraph() | Heading() | BlockQuote() | Note():
            yield _worded(block)


def _worded(block: Paragraph | Heading | BlockQuote | Note) -> str:
    inside = _linked(block.text, block.links)
    match block:
        case Paragraph():
            return f"<p>{inside}</p>"
        case Heading():
            tag = f"h{min(max(block.level, 2), 6)}"
            return f"<{tag}>{inside}</{tag}>"
        case Note():
            return f"<aside><p>{inside}</p></aside>"
        case BlockQuote():
            cite = safe_url(block.cite, mail=False)
            opened = f"<blockquote cite={_quote(cite)}>" if cite else "<blockquote>"
            return f"{opened}<p>{inside}</p></blockquote>"


def _list(block: ListBlock) -> str:
    """Write a list flat: how deep an item stood is not shown."""
    tag = "ol" if block.ordered else "ul"
    items: list[str] = []
    start = 0
    for item in block.items:
        items.append(f"<li>{_linked(item, block.links, start=start)}</li>")
        start += len(item) + 1
    return "\n".join((f"<{tag}>", *items, f"</{tag}>"))


def _table(block: Table) -> str:
    rows: list[str] = []
    start = 0
    for row in block.rows:
        cells: list[str] = []
        for cell in row:
            cells.append(f"<td>{_linked(cell, block.links, start=start)}</td>")
            start += len(cell) + 1
        start += not row  # an empty row still is a line of the block's text
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return "\n".join(("<table>", *rows, "</table>"))


def _entry(block: LiveEntry, images: tuple[Image, ...]) -> str:
    inside = [line for each in block.blocks for line in _block(each, images)]
    when = _when(block.moment)
    return "\n".join(("<section>", *filter(None, (when,)), *inside, "</section>"))


def _embed(block: Embed) -> Iterator[str]:
    url = safe_url(block.url)
    words = one_line(block.text) or url
    if words:
        inside = f"<a href={_quote(url)}>{escape(words)}</a>" if url else escape(words)
        yield f"<p>{inside}</p>"


def _figure(image: Image) -> str:
    url = safe_url(image.url, mail=False)
    alt = _quote(one_line(image.alt or ""))
    picture = f"<img src={_quote(url)} alt={alt}>" if url else ""
    return f"<figure>{picture}{_caption(image)}</figure>"


def _caption(image: Image) -> str:
    both, credit = caption_text(image), credit_text(image.credit)
    if both is None:
        return ""
    if credit and both.endswith(f"({credit})"):
        words = both.removesuffix(f"({credit})")
        return (
            f"<figcaption>{escape(words)}<small>{escape(credit)}</small></figcaption>"
        )
    return f"<figcaption>{escape(both)}</figcaption>"


def _when(moment: Moment | None) -> str | None:
    shown, exact = printed_moment(moment), iso_date(moment)
    if shown is None or exact is None:
        return _element("p", shown)
    return f"<p><time datetime={_quote(exact)}>{escape(shown)}</time></p>"


def _element(tag: str, text: str | None) -> str | None:
    """Write text in an element, or nothing where there is no text."""
    inside = one_line(text or "")
    return f"<{tag}>{escape(inside)}</{tag}>" if inside else None


def _linked(text: str, links: Iterable[Link], *, start: int = 0) -> str:
    """Write text with its links, and its line breaks as such."""
    made = "".join(
        f"<a href={_quote(url)}>{escape(clean(piece))}</a>"
        if url
        else escape(clean(piece))
        for piece, url in linked_pieces(text, links, start=start)
    )
    return made.replace("\n", "<br>")


def _quote(value: str) -> str:
    return f'"{escape(value)}"'
