"""The summary of an article on a terminal."""

from collections.abc import Iterator
from typing import Final

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from articlekit.cli.headlines import lines_of
from articlekit.cli.printing import columns, indented, show, words
from articlekit.model import Article, Image, Quote, Status
from articlekit.model.blocks import running_text
from articlekit.views.parts import byline, credit_text, printed_moment

_FIRST_BLOCKS: Final = 3
_MOST_OF_A_BLOCK: Final = 320
_MOST_OF_A_QUOTE: Final = 160
_MOST_ROWS: Final = 20


def print_summary(article: Article) -> None:
    """Print title, byline, dates, first lines, quotes, pictures, other stories."""
    show((*_head(article), *_text(article), *_lists(article)))


def _head(article: Article) -> Iterator[Text]:
    lines = (
        words(article.kicker, "dim"),
        words(article.title or "(no title)", "bold"),
        words(article.dek, "italic"),
        words(byline(article), "cyan"),
        _joined(article.agencies),
        _dates(article),
        _about(article),
    )
    yield from filter(None, lines)


def _dates(article: Article) -> Text:
    published = printed_moment(article.published)
    modified = printed_moment(article.modified)
    parts = [f"published {published}"] if published else []
    if modified and modified != published:
        parts.append(f"modified {modified}")
    return _joined(parts)


def _about(article: Article) -> Text:
    """Say in one line what page it is."""
    status = article.status
    return _joined(
        (
            article.site_name,
            article.section,
            article.language,
            article.kind and article.kind.value,
            article.access and f"access {article.access.value}",
            None if status is Status.OK else f"status {status.value}",
            *article.warnings,
        )
    )


def _text(article: Article) -> Iterator[RenderableType]:
    running = [text for text in map(running_text, article.body) if text]
    if not running:
        return
    count = f"{len(running):,} blocks, {len(article.text):,} characters"
    yield _section("Text", count)
    for text in running[:_FIRST_BLOCKS]:
        yield indented(words(text, most=_MOST_OF_A_BLOCK))
    if len(running) > _FIRST_BLOCKS:
        yield indented(Text("…", "dim"))


def _lists(article: Article) -> Iterator[RenderableType]:
    if article.quotes:
        yield _section("Quotes", str(len(article.quotes)))
        yield indented(_quotes(article.quotes))
    if article.images:
        yield _section("Pictures", str(len(article.images)))
        yield indented(_images(article.images))
    if article.headlines:
        yield _section("Other stories", str(len(article.headlines)))
        for part in lines_of(article.headlines):
            yield indented(part)


def _quotes(found: tuple[Quote, ...]) -> Table:
    table = _bare("Speaker", "Quote")
    for quote in found[:_MOST_ROWS]:
        speaker = quote.source or (quote.speaker.text if quote.speaker else None)
        table.add_row(
            words(speaker or "–", "bold" if speaker else "dim"),
            words(quote.text, most=_MOST_OF_A_QUOTE),
        )
    return _told(table, len(found))


def _images(found: tuple[Image, ...]) -> Table:
    table = _bare(">", "Caption", "Credit")
    for number, image in enumerate(found[:_MOST_ROWS], 1):
        shown = image.caption or image.alt or image.url
        table.add_row(
            words("lead" if image.is_lead else str(number), "dim"),
            words(shown, "" if image.caption else "dim", most=_MOST_OF_A_QUOTE),
            words(credit_text(image.credit), "bold"),
        )
    return _told(table, len(found))


def _bare(*heads: str) -> Table:
    table = columns(heads)
    table.show_header = False
    return table


def _told(table: Table, count: int) -> Table:
    """Say below a table how many rows it leaves out."""
    if count > _MOST_ROWS:
        table.add_row(words("…", "dim"), words(f"{count - _MOST_ROWS} more", "dim"))
    return table


def _section(name: str, count: str) -> Text:
    return Text(f"\n{name}", "bold").append(f"  {count}", "not bold dim")


def _joined(parts: tuple[str | None, ...] | list[str]) -> Text:
    return words(" · ".join(part for part in parts if part), "dim")
