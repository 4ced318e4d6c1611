"""The body as the page's data states it: JSON-LD, and the state of its app.

Where the page shows its text, the statement only helps to choose the blocks.
Where it does not (a page that is empty without scripts), the statement is all
there is.
"""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Final, cast

from articlekit.body.assembly import Body
from articlekit.body.live import UPDATES, Entry, stated_moment, updates_of
from articlekit.body.measures import length_of
from articlekit.model import Block, Heading, Moment, Paragraph
from articlekit.model.blocks import EntryBlock
from articlekit.reading.page import Page
from articlekit.rules.hints import NO_HINTS, Hints

_BLOCK: Final = re.compile(
    r"</?(?:p|br|div|li|ul|ol|h[1-6]|blockquote|section|article|tr|figure)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_TAG: Final = re.compile(r"<[^<>]{0,2000}>")
_SHORTEST: Final = 200
_SHOWN: Final = 0.6
"""Share of a stated text that the page has to show for its blocks to count."""
_TEXT_KEYS: Final = (
    "articleBody", "bodyHtml", "body", "content", "html", "text", "bodyText",
    "articleText", "storyHtml", "fullText",
)  # fmt: skip
_PIECE_KEYS: Final = ("content", "text", "html", "value", "body")
_PIECE_TYPES: Final = ("text", "paragraph", "p", "html", "header", "heading", "")
_FEWEST_PIECES: Final = 3
_MOST_NODES: Final = 50_000


def _plain(text: str) -> str:
    """Return *text* without tags, one paragraph a line."""
    if "<" in text:
        text = _TAG.sub(" ", _BLOCK.sub("\n", text))
    text = html.unescape(text) if "&" in text else text
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(filter(None, lines))


def stated_body(page: Page) -> str:
    """Return the longest `articleBody` of the page's JSON-LD as plain text.

    Returns:
        The text, one paragraph a line, or an empty string where none is stated
        or it is a mere teaser.
    """
    bodies = [node.get("articleBody") for node in page.structured.articles]
    best = max((b for b in bodies if isinstance(b, str)), key=len, default="")
    return _plain(best) if length_of(best) >= _SHORTEST else ""


def state_body(page: Page) -> str:
    """Return the longest text that the state of the page's app holds, or "".

    It is looked for only where the page shows no text: all inline scripts have
    to be read for it.
    """
    found: list[str] = []
    for _, value in page.structured.state:
        found += _texts(value)
    best = max(found, key=len, default="")
    return best if length_of(best) >= _SHORTEST else ""


def _texts(value: object) -> Iterator[str]:
    """Yield what may be the text of an article inside a JSON value."""
    waiting = [value]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if isinstance(node, dict):
            entries = cast("dict[str, object]", node)
            yield from _own_texts(entries)
            waiting += entries.values()
        elif isinstance(node, list):
            items = cast("list[object]", node)
            yield _joined(items)
            waiting += items


def _own_texts(node: Mapping[str, object]) -> Iterator[str]:
    for key in _TEXT_KEYS:
        text = node.get(key)
        if isinstance(text, str) and length_of(text) >= _SHORTEST and _is_prose(text):
            yield _plain(text)


def _is_prose(text: str) -> bool:
    """Return whether a long string is no code: words, or a script without spaces."""
    start = text[:100]
    return " " in start or not start.isascii()


def _joined(items: list[object]) -> str:
    """Join the texts of a list of pieces such as paragraphs."""
    pieces = [
        _piece(cast("Mapping[str, object]", i)) for i in items if isinstance(i, dict)
    ]
    texts = [piece for piece in pieces if piece]
    return "\n".join(texts) if len(texts) >= _FEWEST_PIECES else ""


def _piece(node: Mapping[str, object]) -> str:
    kind = node.get("type", "")
    if not isinstance(kind, str) or kind.lower() not in _PIECE_TYPES:
        return ""
    values = (node.get(key) for key in _PIECE_KEYS)
    text = next((v for v in values if isinstance(v, str) and v), "")
    return _plain(text)


def rescued(page: Page, shown: Body, stated: str, hints: Hints = NO_HINTS) -> Body:
    """Return the stated text where the page shows hardly any of it.

    Args:
        page: The page.
        shown: The body that the page shows.
        stated: What `stated_body` gives.
        hints: Language and zone, for the times of a live blog.

    Returns:
        *shown*, or a body of the paragraphs that the page's data hold.
    """
    length = sum(len(block.text) for block in shown.blocks)
    if not stated and length < _SHORTEST:
        stated = state_body(page)
    # A page that shows more than a line or two has chosen what its readers see.
    few = length < _SHORTEST and not shown.entries
    if few and (listed := _listed_entries(page, hints)):
        size = sum(len(block.text) for blocks, _ in listed for block in blocks)
        if length < _SHOWN * size and len(stated) < size:
            return _of_entries(listed, shown.chosen)
    if length >= _SHOWN * len(stated):
        return shown
    paragraphs = tuple(Paragraph(line) for line in stated.split("\n"))
    place = min(shown.chosen, default=0)
    return Body(paragraphs, (place,) * len(paragraphs), shown.chosen)


_Listed = list[tuple[tuple[EntryBlock, ...], Moment | None]]


def _listed_entries(page: Page, hints: Hints) -> _Listed:
    """Return the entries of a live blog that JSON-LD gives with their texts."""
    if not any(UPDATES in script for script in page.structured.ld_scripts):
        return []
    found: _Listed = []
    for update in updates_of(page):
        headline, text = update.get("headline"), update.get("articleBody")
        blocks: list[EntryBlock] = []
        if isinstance(headline, str) and headline.strip():
            blocks.append(Heading(_plain(headline).replace("\n", " "), 3))
        if isinstance(text, str):
            blocks += map(Paragraph, filter(None, _plain(text).split("\n")))
        if blocks:
            found.append((tuple(blocks), stated_moment(update, page, hints)))
    return found


def _of_entries(listed: _Listed, chosen: frozenset[int]) -> Body:
    """Make a body of entries that the page does not show."""
    blocks: list[Block] = []
    entries: list[Entry] = []
    for inner, moment in listed:
        entries.append(Entry(moment, len(blocks), len(blocks) + len(inner)))
        blocks += inner
    return Body(tuple(blocks), tuple(range(len(blocks))), chosen, tuple(entries))
