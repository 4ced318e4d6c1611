"""`articlekit quotes`: who said what."""

from collections.abc import Iterable
from typing import BinaryIO, Final, Unpack

import click

import articlekit
from articlekit.cli.page import (
    HintOptions,
    check_usable,
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
from articlekit.model import Quote

_HEADS: Final = (
    "speaker",
    "source",
    "cue",
    "kind",
    "quote",
    "start",
    "end",
    "confidence",
)


@click.command(short_help="Who said what.")
@page_options
@form_option
def quotes(path: BinaryIO, form: str, **hints: Unpack[HintOptions]) -> None:
    """Show the quotations of a page: who is said to speak, the words, the verb.

    SPEAKER is who is named beside the quotation, SOURCE who that is after
    following "he", surnames and "the statement" back through the text.
    """
    page = path.read()
    article = read(lambda: articlekit.parse(page, fields=("quotes",), **hints))
    check_usable(article)
    if not article.quotes:
        refuse_empty("quotes")
    if form == "jsonl":
        print_json_lines(quote.to_dict() for quote in article.quotes)
    elif form == "csv":
        print_csv(_HEADS, map(_row, article.quotes))
    else:
        print_quotes(article.quotes)


def print_quotes(found: Iterable[Quote]) -> None:
    """Print quotes as a table to read."""
    table = columns(("Speaker", "Quote", "Cue", "Source"))
    for quote in found:
        speaker = quote.speaker.text if quote.speaker else None
        source = quote.source if quote.source != speaker else None
        table.add_row(
            words(speaker or "–", "bold" if speaker else "dim"),
            words(quote.text),
            words(quote.cue, "dim"),
            words(source),
        )
    show([table])


def _row(quote: Quote) -> tuple[object, ...]:
    return (
        quote.speaker.text if quote.speaker else None,
        quote.source,
        quote.cue,
        quote.kind.value,
        quote.text,
        quote.parts[0].start,
        quote.parts[-1].end,
        round(quote.confidence, 3),
    )
