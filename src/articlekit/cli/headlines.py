"""`articlekit headlines`: the stories that a page lists."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import BinaryIO, Final, Unpack

import click
from rich.table import Table
from rich.text import Text

import articlekit
from articlekit.cli.page import (
    HintOptions,
    form_option,
    page_options,
    read,
    refuse_empty,
)
from articlekit.cli.printing import (
    columns,
    print_csv,
    print_json_lines,
    show,
    words,
)
from articlekit.model import HeadlineItem
from articlekit.views.parts import iso_date, printed_moment

_HEADS: Final = (
    "rank",
    "block",
    "block_kind",
    "block_rank",
    "title",
    "url",
    "category",
    "kicker",
    "published",
    "summary",
    "authors",
    "badges",
)


@click.command(short_help="The stories that a page lists.")
@page_options
@form_option
def headlines(path: BinaryIO, form: str, **hints: Unpack[HintOptions]) -> None:
    """Show the stories listed on a front page, in a feed, or beside an article."""
    page = path.read()
    found = read(lambda: articlekit.parse_headlines(page, **hints))
    if not found.items:
        refuse_empty("headlines")
    if "empty-list" in found.warnings:
        click.echo("articlekit: a list is named over nothing (empty-list)", err=True)
    if form == "jsonl":
        print_json_lines(item.to_dict() for item in found.items)
    elif form == "csv":
        print_csv(_HEADS, map(_row, found.items))
    else:
        show(lines_of(found.items))


def lines_of(items: Iterable[HeadlineItem]) -> Iterator[Text | Table]:
    """Make what there is to print: each block's name, then its stories."""
    for _, block in groupby(items, key=lambda item: (item.block, item.block_kind)):
        stories = list(block)
        yield _title(stories[0])
        table = columns((">", "Title", "Category", "Published"))
        table.show_header = False
        for item in stories:
            table.add_row(
                words(str(item.rank), "dim"),
                _marked(item),
                words(item.category or item.kicker, "dim"),
                words(printed_moment(item.published), "dim"),
            )
        yield table


def _title(first: HeadlineItem) -> Text:
    kind = first.block_kind.value.replace("_", " ")
    if first.block is None:
        return words(f"({kind})", "dim")
    return words(first.block, "bold").append(f"  {kind}", "dim")


def _marked(item: HeadlineItem) -> Text:
    made = words(item.title)
    for badge in item.badges:
        made.append(" ").append_text(words(f"[{badge}]", "magenta"))
    return made


def _row(item: HeadlineItem) -> tuple[object, ...]:
    return (
        item.rank,
        item.block,
        item.block_kind.value,
        item.block_rank,
        item.title,
        item.url,
        item.category,
        item.kicker,
        iso_date(item.published) or (item.published and item.published.raw),
        item.summary,
        item.authors,
        item.badges,
    )
