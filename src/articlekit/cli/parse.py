"""`articlekit parse`: the whole article, one field of it, or why it is so."""

import json
from typing import BinaryIO, Final, Unpack, cast

import click

import articlekit
from articlekit.cli.page import (
    HintOptions,
    check_usable,
    page_options,
    read,
    refuse_empty,
)
from articlekit.cli.printing import columns, print_json, print_text, show, words
from articlekit.cli.summary import print_summary
from articlekit.model import Article, Moment
from articlekit.model.article import FIELD_NAMES
from articlekit.views import markdown
from articlekit.views.parts import iso_date

# `text` is made of the body; these two are always there.
_COMPUTED: Final = {
    "text": ("body",),
    "evidence": None,
    "warnings": None,
    "status": None,
}
_FIELDS: Final = (*FIELD_NAMES, "text")


@click.command(short_help="The article: summary, JSON, text or one field.")
@page_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["summary", "json", "text", "markdown"]),
    default="summary",
    show_default=True,
    help="A summary to read, everything as JSON, the running text, or Markdown.",
)
@click.option("--field", metavar="NAME", help="Print this field only, e.g. title.")
@click.option("--why", metavar="NAME", help="Print where this field came from.")
def parse(
    path: BinaryIO,
    form: str,
    field: str | None,
    why: str | None,
    **hints: Unpack[HintOptions],
) -> None:
    """Turn a page into an article and print it.

    A field that holds several values prints one a line; a value that has parts
    prints as JSON.
    """
    if field and why:
        raise click.UsageError("--field and --why exclude each other")
    _check_name(field or why)
    wanted = _COMPUTED.get(field, (field,)) if field else None
    page = path.read()
    article = read(lambda: articlekit.parse(page, fields=wanted, **hints))
    if field:
        _print_field(article, field)
    elif why:
        _print_evidence(article, why)
    else:
        _print_whole(article, form)


def _check_name(name: str | None) -> None:
    if name and name not in _FIELDS:
        raise click.UsageError(
            f"no field is named {name!r}; there are {', '.join(_FIELDS)}"
        )


def _print_whole(article: Article, form: str) -> None:
    """Print the article; JSON also of a page that has nothing, since it says why."""
    if form == "json":
        print_json(article.to_json(indent=2))
        check_usable(article)
        return
    check_usable(article)
    if form == "summary":
        print_summary(article)
    else:
        print_text(markdown(article) if form == "markdown" else article.text)


def _print_field(article: Article, name: str) -> None:
    found: object = getattr(article, name)
    value = article.to_dict()[name]
    if isinstance(found, Moment):
        value = iso_date(found) or found.raw
    if value in (None, "", []):
        refuse_empty(name)
    for each in cast("list[object]", value) if isinstance(value, list) else [value]:
        if isinstance(each, str):
            print_text(each)
        else:
            print_json(json.dumps(each, ensure_ascii=False))


def _print_evidence(article: Article, name: str) -> None:
    found = article.why("body" if name == "text" else name)
    if not found:
        refuse_empty(f"evidence for {name}")
    table = columns(("", "Origin", "Place", "Words", ">Sure", "Passed over"))
    for each in found:
        taken = each.rejected is None
        table.add_row(
            words("✓" if taken else "", "green"),
            words(each.origin),
            words(each.locator),
            words(each.raw, "bold" if taken else "", most=200),
            words(f"{each.confidence:.2f}", "dim"),
            words(each.rejected, "yellow"),
        )
    show([table])
