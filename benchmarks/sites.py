"""What is read wrong, site by site: where a profile is worth writing.

usage: python -m benchmarks.sites --corpora DIR [--profiles] [--all] [SITE ...]

Lists the sites of the corpora with a page whose title, authors, date, body or credits
differ from what is expected, without any profile; with --profiles only sites that have
a built-in one, read both ways; with --all also what is read right.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import attrs

import articlekit
from articlekit import InputError
from articlekit.profiles.claims import built_in_claims
from articlekit.profiles.installed import InstalledProfiles
from benchmarks import corpora
from benchmarks.extractors import article_fields
from benchmarks.records import Record
from benchmarks.scoring.pages import score_page
from benchmarks.scoring.words import f1

WHOLE: Final = 0.99
"""Body F1 from which a body counts as right."""
_RIGHT: Final = ("title", "authors", "date")


@attrs.frozen
class PageFaults:
    """What is read wrong on one page.

    Attributes:
        page: Corpus and id of the page.
        generic: What is wrong without a profile, in words.
        profiled: What is wrong with the built-in one; None where there is none.
    """

    page: str
    generic: tuple[str, ...]
    profiled: tuple[str, ...] | None = None

    def __str__(self) -> str:
        """Return the page and its faults on one line."""
        after = "" if self.profiled is None else f" -> {_told(self.profiled)}"
        return f"    {self.page}: {_told(self.generic)}{after}"


def _told(faults: tuple[str, ...]) -> str:
    return ", ".join(faults) or "right"


def faults(page: Record, fields: Record) -> tuple[str, ...]:
    """Say what is wrong about the fields that were read on a page."""
    score = score_page(page, fields)
    found = [name for name in _RIGHT if score.shares.get(name, 1) < 1]
    body = score.shares.get("body", 1.0)
    if body < WHOLE:
        found.append(f"body {body:.3f}")
    if "credits" in score.counts and f1(*score.counts["credits"]) < 1:
        found.append("credits {}/{}/{}".format(*score.counts["credits"]))
    return tuple(found)


def site_faults(folder: Path) -> Iterator[tuple[str, PageFaults]]:
    """Yield the site of each page and what is read wrong on it."""
    registry = InstalledProfiles(built_in=built_in_claims())
    for name in corpora.names(folder):
        for page in corpora.read_pages(folder / name):
            content = corpora.page_bytes(folder / name, page)
            url = corpora.page_url(page)
            try:
                generic = _read(content, url, ())
            except InputError:
                continue
            profiled = None
            if registry.lookup(url).profile is not None:
                profiled = faults(page, _read(content, url, registry))
            own = PageFaults(f"{name} {page['id']}", faults(page, generic), profiled)
            yield str(page.get("site")), own


def _read(
    content: bytes, url: str | None, profiles: tuple[()] | InstalledProfiles
) -> Record:
    return article_fields(
        articlekit.parse(content, url=url, profiles=profiles).to_dict()
    )


def main(argv: Sequence[str]) -> int:
    """List sites and pages; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.sites",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--profiles", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("sites", nargs="*", metavar="SITE")
    options = parser.parse_args(argv)
    by_site: dict[str, list[PageFaults]] = {}
    for site, page in site_faults(options.corpora):
        if not options.sites or site in options.sites:
            by_site.setdefault(site, []).append(page)
    for site, pages in sorted(by_site.items()):
        shown = _shown(pages, profiles=options.profiles, right=options.all)
        if shown:
            print(site)
            print(*shown, sep="\n")
    _sum_up(by_site)
    return 0


def _shown(pages: list[PageFaults], *, profiles: bool, right: bool) -> list[PageFaults]:
    """Return the pages of a site that are worth a line."""
    if profiles and all(page.profiled is None for page in pages):
        return []
    return [page for page in pages if right or page.generic or page.profiled]


def _sum_up(by_site: dict[str, list[PageFaults]]) -> None:
    """Say how many sites are read right, with and without profiles."""
    right = sum(not any(p.generic for p in pages) for pages in by_site.values())
    print(f"{right} of {len(by_site)} sites are right without a profile")
    known = [
        pages
        for pages in by_site.values()
        if any(p.profiled is not None for p in pages)
    ]
    whole = sum(not any(p.profiled for p in pages) for pages in known)
    print(f"{whole} of {len(known)} sites with a profile are right with it")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
