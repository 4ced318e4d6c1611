"""`articlekit images`: the pictures and who made them."""

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
from articlekit.model import Image, ImageCredit

_HEADS: Final = (
    "url",
    "caption",
    "credit",
    "photographers",
    "agencies",
    "via",
    "status",
    "kind",
    "is_lead",
    "alt",
    "width",
    "height",
)


@click.command(short_help="The pictures and their credits.")
@page_options
@form_option
def images(path: BinaryIO, form: str, **hints: Unpack[HintOptions]) -> None:
    """Show the article's own pictures with caption and credit."""
    page = path.read()
    article = read(lambda: articlekit.parse(page, fields=("images",), **hints))
    check_usable(article)
    if not article.images:
        refuse_empty("pictures")
    if form == "jsonl":
        print_json_lines(image.to_dict() for image in article.images)
    elif form == "csv":
        print_csv(_HEADS, map(_row, article.images))
    else:
        print_images(article.images)


def print_images(found: Iterable[Image]) -> None:
    """Print pictures as a table to read."""
    table = columns((">", "Caption", "Credit", "Address"))
    for number, image in enumerate(found, 1):
        table.add_row(
            words("lead" if image.is_lead else str(number), "dim"),
            words(image.caption or image.alt, "" if image.caption else "italic"),
            words(_credit(image.credit), "bold"),
            words(image.url, "dim"),
        )
    show([table])


def _credit(credit: ImageCredit | None) -> str | None:
    return credit.text if credit else None


def _row(image: Image) -> tuple[object, ...]:
    credit = image.credit
    split: tuple[object, ...] = (None,) * 6
    if credit:
        split = (
            credit.text,
            credit.photographers,
            credit.agencies,
            credit.via,
            credit.status.value,
            credit.kind.value,
        )
    rest = ("yes" if image.is_lead else "no", image.alt, image.width, image.height)
    return (image.url, image.caption, *split, *rest)
