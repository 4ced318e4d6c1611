"""`articlekit profile drift`: has the site changed?"""

from collections.abc import Iterator
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from articlekit.batch import BatchPage, Failed, read_pages
from articlekit.cli.page import NothingUsableError
from articlekit.cli.printing import columns, print_json_lines, show, words
from articlekit.cli.profile.shared import (
    counted,
    fail,
    golden_option,
    golden_pages,
    guarded,
    load,
    target_argument,
)
from articlekit.errors import GoldenPageError
from articlekit.rules import Profile
from articlekit.testing import GoldenPage
from articlekit.testing.drift import Drift, FieldDrift, Rates, rates_of, watch
from articlekit.testing.drift import drift as compare


@click.command(short_help="Has the site changed?")
@target_argument
@click.argument("pages", type=click.Path(exists=True, path_type=Path))
@golden_option
@click.option(
    "--baseline",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What pages gave before, from --save; the golden pages without it.",
)
@click.option(
    "--save",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what PAGES give now, to be a baseline.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl"]),
    default="table",
    show_default=True,
    help="A table to read, or one JSON object a field and line.",
)
def drift(
    *,
    target: str,
    pages: Path,
    folder: Path | None,
    baseline: Path | None,
    save: Path | None,
    form: str,
) -> None:
    """Compare how many fresh PAGES have each field with how many used to.

    PAGES is a folder, JSON Lines (keys html and url), or a WARC. A field has
    drifted where its share fell by more than chance explains, its values are the
    same on every page, or texts are half as long. The exit code is then 1.
    """
    profiles = load(target)
    before = _saved_rates(baseline)
    if not (before or save):
        before = _golden_rates(golden_pages(target, folder), profiles)
    found = guarded(compare)(_fresh(pages), before or rates_of(()), profiles)
    if not found.pages:
        raise NothingUsableError(f"there are no pages in {pages}")
    if save:
        save.write_text(found.now.to_json(), "utf-8")
    if before is None:
        show([words(f"wrote {save}: {counted(found.now.pages, 'page')}", "bold")])
        return
    if form == "jsonl":
        print_json_lines(map(_row, found.fields))
    else:
        show(_report(found))
    drifted = sum(each.has_drifted for each in found.fields)
    if drifted:
        fail(drifted, "field has drifted", "fields have drifted")


def _saved_rates(path: Path | None) -> Rates | None:
    """Read the baseline, if one is named."""
    try:
        return Rates.from_json(path.read_text("utf-8")) if path else None
    except ValueError as error:
        raise click.UsageError(f"{path}: {error}") from error


def _golden_rates(
    golden: tuple[GoldenPage, ...], profiles: tuple[Profile, ...]
) -> Rates:
    """Measure what the golden pages give."""
    if not golden:
        raise click.UsageError("there is no --baseline, and there are no golden pages")
    return rates_of(watch(_saved(page), profiles) for page in golden)


def _saved(page: GoldenPage) -> BatchPage:
    known = page.meta
    return BatchPage(
        page.content, page.name, url=known.url, content_type=known.content_type
    )


def _fresh(path: Path) -> Iterator[BatchPage]:
    """Yield the pages in *path*; shares of some of them would mislead."""
    for page in read_pages(path):
        if isinstance(page, Failed):
            raise GoldenPageError(str(path), page.message)
        yield page


def _report(found: Drift) -> Iterator[Text | Table]:
    pages = counted(found.now.pages, "page")
    yield words(f"{pages}, {found.baseline.pages:,} in the baseline", "bold")
    table = columns(("", "Field", ">Before", ">Now", "From", "Reasons", "Pages"))
    for each in found.fields:
        table.add_row(
            words("✗", "red") if each.has_drifted else words("✓", "green"),
            words(each.field),
            words(f"{each.before:.0%}"),
            words(f"{each.now:.0%}", "red" if each.has_drifted else ""),
            words(_origins(each), "dim"),
            words(", ".join(f"{code} {n}" for code, n in each.reasons.items())),
            words(", ".join(Path(name).name for name in each.examples), "dim"),
        )
    yield table


def _origins(field: FieldDrift) -> str:
    """Say where a field comes from, and where it came from if that is another place."""
    before, now = field.origin_before, field.origin_now
    return (
        (now or before or "")
        if before in (now, None) or now is None
        else (f"{before} → {now}")
    )


def _row(field: FieldDrift) -> dict[str, object]:
    return {
        "field": field.field,
        "before": round(field.before, 4),
        "now": round(field.now, 4),
        "origin_before": field.origin_before,
        "origin_now": field.origin_now,
        "reasons": dict(field.reasons),
        "examples": list(field.examples),
        "has_drifted": field.has_drifted,
    }
