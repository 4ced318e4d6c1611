"""Reading the corpora: folders of saved pages with expected values.

A corpus is a folder with ``pages.jsonl``, one object a page, whose ``html`` names
the page's file, compressed with gzip.
"""

import gzip
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from benchmarks.records import Record, read_lines

PROJECTS: Final[Mapping[str, str]] = {
    "aeb": "scrapinghub/article-extraction-benchmark",
    "atf": "AndyTheFactory/article-extraction-dataset",
    "fundus_eval": "dobbersc/fundus-evaluation",
    "fundus_fixtures": "flairNLP/fundus (tests)",
    "htmldate": "adbar/htmldate (tests)",
    "newspaper4k": "AndyTheFactory/newspaper4k (tests)",
    "postlight": "postlight/parser (fixtures)",
    "readability_js": "mozilla/readability (tests)",
    "trafi_eval": "adbar/trafilatura (tests)",
}
"""Name of a corpus -> the project on GitHub that publishes its pages and labels."""


def names(folder: Path) -> tuple[str, ...]:
    """Names of the corpora in a folder, sorted; empty if there is none."""
    return tuple(sorted(p.parent.name for p in folder.glob("*/pages.jsonl")))


def read_pages(
    corpus: Path, *, split: str | None = None, broken: bool = False
) -> tuple[Record, ...]:
    """The pages of a corpus, in its order.

    Args:
        corpus: Folder of the corpus.
        split: Only pages of this split.
        broken: Keep the pages that the corpus marks as broken.
    """
    return tuple(
        page
        for page in read_lines(corpus / "pages.jsonl")
        if (broken or not page.get("broken"))
        and (split is None or page.get("split") == split)
    )


def page_bytes(corpus: Path, page: Record) -> bytes:
    """A page, byte for byte as it was saved."""
    return gzip.decompress((corpus / str(page["html"])).read_bytes())


def page_url(page: Record) -> str | None:
    """The page's address, where it is known."""
    url = page.get("url")
    return url if isinstance(url, str) else None
