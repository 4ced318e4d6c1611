"""The page of figures: sections that each mode writes, put together."""

import json
import os
import platform
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import attrs

from benchmarks.records import Record, text_of

ORDER: Final = (
    "scores",
    "costs",
    "speed",
    "dumps",
    "labels",
    "quotes",
    "robust",
    "versions",
)
"""Keys of the sections, in the order of the page."""

INTRODUCTION: Final = """\
# Benchmarks

articlekit's figures beside those of other extractors, on the public collections of
saved pages that are named below. Every extractor runs in a process of its own, in an
environment of its own, one at a time. *articlekit, generic* is `profiles=()`: no
source profile helps, so it is the figure for a site that nobody described.

articlekit was developed on these collections, and the weights of its body model were
learned from them, so its own figures here flatter it: `training/` tells what it scores
when whole sites are left out. The peers were developed on some of them too. No figure
on a page that a tool was built with is worth as much as one on pages of your own.

## How to reproduce

The pages are not part of this project; their publishers own them. The collections are:

{projects}

Put each in a folder with `pages.jsonl` and the pages as `html/*.html.gz`, then:

```console
$ pip install -e . html2text inscriptis
$ python -m benchmarks --corpora DIR --dump bs4,inscriptis,html2text --labels LABELS
$ python -m benchmarks speed --corpora DIR
$ python -m benchmarks robust --corpora DIR --mutations 20000
$ python -m benchmarks quotes --quotes DIR
```

The first run makes an environment for each peer under `.bench-envs/`; `--peers none`
leaves the peers out.

## What is counted

- **body F1**: runs of four words, precision and recall averaged over pages, and F1 of
  the two averages, as scrapinghub's article-extraction-benchmark has it; *word for
  word* is the share of texts that are equal, *paragraph F1* counts whole paragraphs.
  Where a collection marks paragraphs that may be missing, the best reading counts.
- **segments**: share of sentences that are rightly present or absent.
- **title**, **authors**: share of pages that are equal but for case, white space and
  the form of marks; **names F1** counts single names.
- **day**, **minute**: share of pages with an equal date of publication.
- **times lxml's build**: CPU time of all pages, divided by the time that lxml takes to
  build the trees of the same bytes in the same process. **p99 page** is the 99th
  percentile of the pages' own ratios.
- An empty cell: the extractor does not offer the field.

"""


@attrs.frozen
class Section:
    """A part of the page.

    Attributes:
        key: One of `ORDER`.
        title: Its heading.
        text: Markdown under it.
        pictures: SVG documents that the text shows, by file name; they stand
            beside the page.
    """

    key: str
    title: str
    text: str
    pictures: Mapping[str, str] = attrs.field(factory=dict)


def keep(sections: Iterable[Section], folder: Path) -> None:
    """Keep sections, with the day and the machine, for the page."""
    folder.mkdir(parents=True, exist_ok=True)
    for section in sections:
        stamped = attrs.asdict(section) | {"made": made()}
        path = folder / f"{section.key}.json"
        path.write_text(json.dumps(stamped), encoding="utf-8")


def made() -> str:
    """When and on what figures are made."""
    day = datetime.now(UTC).date()
    machine = f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}"
    return f"{day}, Python {platform.python_version()}, {machine}"


def write(out: Path, folder: Path, projects: Iterable[str]) -> None:
    """Write the page from all the sections that were kept."""
    names = "\n".join(f"- {project}" for project in projects)
    parts = [INTRODUCTION.format(projects=names)]
    out.parent.mkdir(parents=True, exist_ok=True)
    for key in ORDER:
        path = folder / f"{key}.json"
        if path.exists():
            section = json.loads(path.read_text(encoding="utf-8"))
            parts.append(_rendered(section))
            for name, picture in section.get("pictures", {}).items():
                (out.parent / name).write_text(picture, encoding="utf-8")
    out.write_text("".join(parts).rstrip("\n") + "\n", encoding="utf-8")


def _rendered(section: Record) -> str:
    title, text = text_of(section, "title"), text_of(section, "text")
    return f"## {title}\n\n*Measured {text_of(section, 'made')}.*\n\n{text}\n"
