"""Cards of saved pages with what they look like and whether they show stories."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from articlekit.body.scoring import score_blocks
from articlekit.body.select import select_blocks
from articlekit.body.stated import stated_body
from articlekit.fields.clues import Clues
from articlekit.fields.title import find_title
from articlekit.headlines.addresses import Targets
from articlekit.headlines.cards import find_cards
from articlekit.headlines.judge import Judge
from articlekit.headlines.lists import find_lists
from articlekit.reading.encoding import decode
from articlekit.reading.markup import read_markup
from articlekit.reading.page import Page
from articlekit.rules.hints import NO_HINTS
from articlekit.text.urls import absolute, page_base, page_key

STORY, OTHER, EITHER = 1, 0, -1


class Row(NamedTuple):
    """A card.

    Attributes:
        site: Registrable domain of its page.
        page: Corpus and id of its page.
        href: Address as written.
        features: What it looks like.
        label: STORY, OTHER, or EITHER where both will do.
    """

    site: str
    page: tuple[str, str]
    href: str
    features: list[str]
    label: int


def read_records(corpora: Path) -> dict[tuple[str, str], dict[str, str]]:
    """Return the records of all pages that are not broken, by corpus and id."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for listing in sorted(corpora.glob("*/pages.jsonl")):
        for line in listing.read_text("utf-8").splitlines():
            record = json.loads(line)
            if not record.get("broken"):
                found[listing.parent.name, record["id"]] = record
    return found


def read_page(corpora: Path, key: tuple[str, str], record: dict[str, str]) -> Page:
    """Read a saved page."""
    data = gzip.decompress((corpora / key[0] / record["html"]).read_bytes())
    return read_markup(decode(data), url=record.get("url"))


def body_of(page: Page) -> frozenset[int]:
    """Return the blocks of the article's body."""
    title = find_title(Clues(page, NO_HINTS)).value
    scores = score_blocks(page, title=title, stated=stated_body(page))
    return frozenset(select_blocks(page, scores))


def rows_of(
    page: Page,
    key: tuple[str, str],
    site: str,
    *,
    listing: bool,
    labels: dict[str, list[int]],
) -> Iterator[Row]:
    """Yield the cards of a page.

    Args:
        page: The page.
        key: Its corpus and id.
        site: Its registrable domain.
        listing: Whether it is a front or section page, which has no body.
        labels: For the key of each labelled address the labels of its items.
    """
    body: frozenset[int] = frozenset() if listing else body_of(page)
    targets = Targets(page_base(page.url, page.base))
    own = targets.key_of(page.url) if page.url else None
    judge = Judge(page, body, own)
    cards = find_cards(page, targets, body)
    for group in find_lists(page, cards, body=body, language=page.language):
        for card in filter(judge.may_be, group.cards):
            href = card.links[0].mark.attrs["href"]
            left = labels.get(page_key(absolute(targets.base, href) or ""), [])
            label = (left.pop(0) if len(left) > 1 else left[0]) if left else OTHER
            yield Row(site, key, href, judge.features(group, card), label)


def labels_of(page: dict[str, object]) -> dict[str, list[int]]:
    """Return the labels of a labelled page by the keys of their addresses."""
    found: dict[str, list[int]] = {}
    for block in page["blocks"]:  # type: ignore[attr-defined]
        for item in block["items"]:
            either = block.get("optional") or item.get("optional")
            found.setdefault(page_key(item["url"]), []).append(
                EITHER if either else STORY
            )
    return found
