"""`articlekit profile refresh`: new copies of the golden pages."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, cast

import attrs
import click
from rich.table import Table

from articlekit.cli.printing import columns, show, words
from articlekit.cli.profile.shared import (
    brief,
    fail,
    golden_option,
    golden_pages,
    load,
    target_argument,
)
from articlekit.errors import ArticlekitError, GoldenPageError
from articlekit.rules import Profile
from articlekit.testing import GoldenPage, write_golden
from articlekit.testing.draft import DRAFTED, drafted
from articlekit.testing.lint import pages_of

_ENDINGS: Final = (".html", ".htm", ".txt", "/page.html", "/page.txt")


@click.command(short_help="What do new copies of the golden pages give?")
@target_argument
@golden_option
@click.option(
    "--from",
    "copies",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of new copies, named as the golden pages; fetched without it.",
)
@click.option("--write", is_flag=True, help="Put the new copies in their place.")
@click.option(
    "--allow-private", is_flag=True, help="Let pages be in a private network, or local."
)
def refresh(
    *,
    target: str,
    folder: Path | None,
    copies: Path | None,
    write: bool,
    allow_private: bool,
) -> None:
    """Compare, field by field, what golden pages give with what new copies give.

    With --write the new copies replace the old ones, and fields that are recorded
    get their new values; look at the difference before you commit it. The exit
    code is 1 where a recorded field is gone, or a page.
    """
    pages = golden_pages(target, folder)
    table = columns(("Page", "Field", "Before", "Now"))
    gone = count = 0
    for profile in load(target):
        for page in pages_of(profile, pages):
            count += 1
            gone += _compare(
                page, profile, _Source(copies, allow_private), table, write=write
            )
    if not count:
        raise click.UsageError("there are no golden pages of this profile")
    show([table] if table.row_count else [words("nothing has changed", "green")])
    if gone:
        fail(
            gone, "recorded field or page is gone", "recorded fields or pages are gone"
        )


@attrs.frozen
class _Source:
    """Where new copies come from."""

    folder: Path | None
    allow_private: bool

    def copy_of(self, page: GoldenPage) -> GoldenPage:
        """Return a new copy of *page*, with what was recorded of the old one.

        Raises:
            ArticlekitError: There is none.
        """
        if self.folder is not None:
            return self._in_folder(self.folder, page)
        from articlekit.fetch import fetch

        found = fetch(page.meta.url or "", allow_private=self.allow_private)
        when = found.at.replace(microsecond=0)
        meta = attrs.evolve(page.meta, content_type=found.content_type, now=when)
        return attrs.evolve(page, content=found.content, meta=meta)

    def _in_folder(self, folder: Path, page: GoldenPage) -> GoldenPage:
        paths = (folder / f"{page.name}{ending}" for ending in _ENDINGS)
        path = next((path for path in paths if path.is_file()), None)
        if path is None:
            raise GoldenPageError(str(folder), f"has no copy of {page.name}")
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        meta = attrs.evolve(page.meta, now=changed.replace(microsecond=0))
        return attrs.evolve(page, content=path.read_bytes(), meta=meta)


def _compare(
    page: GoldenPage, profile: Profile, source: _Source, table: Table, *, write: bool
) -> int:
    """Compare one page with its copy; return how many recorded things are gone."""
    try:
        copy = source.copy_of(page)
        before, now = (each.parse((profile,)) for each in (page, copy))
    except ArticlekitError as error:
        table.add_row(
            words(page.name, "bold"), words("–"), words(""), words(str(error))
        )
        return 1
    names = tuple(dict.fromkeys((*page.expected, *DRAFTED)))
    old, new = (drafted(article, fields=names) for article in (before, now))
    gone = 0
    for name in names:
        if old.get(name) != new.get(name):
            lost = name in page.expected and name in old and name not in new
            gone += lost
            table.add_row(
                words(page.name, "bold"),
                words(name, "red" if lost else ""),
                *(
                    words(text, most=200)
                    for text in _sides(old.get(name), new.get(name))
                ),
            )
    if write:
        write_golden(copy.updated(now))
    return gone


def _sides(old: object, new: object) -> Iterator[str]:
    """Yield both sides in short: of lists only what differs."""
    one, other = (
        cast("list[object]", side) if isinstance(side, list) else None
        for side in (old, new)
    )
    if one is None or other is None:
        yield brief(old)
        yield brief(new)
    else:
        yield brief([each for each in one if each not in other] or one)
        yield brief([each for each in other if each not in one] or other)
