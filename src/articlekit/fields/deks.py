"""What stands above and below the headline: kicker and dek."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from articlekit.fields.clues import Clues, first_string, has_any, plain
from articlekit.fields.contest import Candidate, Finding, decide
from articlekit.fields.headings import split_kicker
from articlekit.fields.section import find_section, is_directory_of
from articlekit.fields.site import site_keys
from articlekit.fields.title import find_title, headline_block, shown_title
from articlekit.reading.page import TextBlock
from articlekit.text.dates import read_moment
from articlekit.text.relative import find_distance
from articlekit.text.spaces import same_key
from articlekit.text.urls import path_of

_STRONG_KICKER: Final = (
    "kicker", "overline", "eyebrow", "dachzeile", "roofline", "topline", "volanta",
    "antetitulo", "catchline", "supertitle", "overtitle", "pretitle", "pre-title",
    "spitzmarke", "occhiello", "surtitre", "surtitle", "pre-headline", "preheadline",
    "headline-prefix", "cintillo",
)  # fmt: skip
_LONGEST_KICKER, _ABOVE = 60, 4
_LETTERS: Final = 3
_CLOCK: Final = re.compile(r"\d[:.]\d\d(?!\d)")
_BADGES: Final = (
    "plus",
    "premium",
    "badge",
    "icon",
    "paywall",
    "paid",
    "abo-",
    "-abo",
    "subscri",
    "exclusive",
)
_SHORTEST_DEK, _LONGEST_DEK, _BELOW = 20, 900, 10
_NOT_DEK: Final = (
    "caption",
    "author",
    "byline",
    "date",
    "time",
    "share",
    "social",
    "image",
    "credit",
    "comment",
    "related",
    "teaser-list",
    "newsletter",
    "breadcrumb",
    "tags",
    "leaderboard",
    "video-description",
    "loader",
)
_BODY_TAGS: Final = frozenset(
    ("li", "figcaption", "td", "th", "button", "blockquote", "dt", "dd", "label")
)
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4"))
_SAME, _ENOUGH, _FRONT, _MOST_OF = 40, 240, 16, 0.8
_LONE: Final = frozenset(("p", "div", "span"))
_LONGEST_LONE, _SHORT = 400, 120
_STOPS: Final = frozenset(".!?…。！？।؟")
_OF_PICTURES: Final = ("photo", "foto", "image:", "bild:", "credit:", "©")
_BYLINES: Final = ("author", "byline", "autor", "date", "time", "publish", "posted")
_LISTS: Final = frozenset(("ul", "ol", "figure", "nav", "aside", "footer"))


def _kickers(clues: Clues) -> Iterator[Candidate[str]]:
    """Yield kickers inside the headline's box and above it."""
    head = headline_block(clues)
    if head is None:
        return
    page = clues.page
    for box in clues.headings("h1")[:3]:
        if page.boxes.first[box] <= head < page.boxes.last[box]:
            kicker, _ = split_kicker(clues, box)
            if kicker and len(kicker) <= _LONGEST_KICKER:
                yield _kicker(clues, kicker, "inside h1", 0.7)
    above = range(head - 1, max(-1, head - _ABOVE), -1)
    short = [i for i in above if len(page.blocks[i].text) <= _LONGEST_KICKER]
    if short[:1] == [head - 1] and _is_subtitle(clues, page.blocks[head - 1], head):
        text = page.blocks[head - 1].text
        yield _kicker(clues, text, f"block {head - 1}", 0.4)
    called = next((i for i in short if _is_called_so(clues, page.blocks[i])), None)
    if called is not None and not _leads_to_own_section(clues, page.blocks[called]):
        text = _without_badge(page.blocks[called])
        yield _kicker(clues, text, f"block {called}", 0.6)


def _is_called_so(clues: Clues, block: TextBlock) -> bool:
    """Say whether class words call a block a kicker."""
    boxes = clues.page.boxes
    keys = [boxes.key[box] for box in islice(boxes.around(block.box), 2)]
    keys += [m.key for m in block.marks if m.start == 0 and m.end >= len(block.text)]
    return any(has_any(key, _STRONG_KICKER) for key in keys)


def _kicker(clues: Clues, text: str, locator: str, confidence: float) -> Candidate[str]:
    """Judge one kicker."""
    key = same_key(text)
    title = same_key(shown_title(clues) or "")
    section = same_key(find_section(clues).value or "")
    veto = None
    if not key or key == title or key in site_keys(clues):
        veto = "kicker-is-site-name"
    elif key == section or any(
        same_key(e.raw) == key for e in find_section(clues).evidence
    ):
        veto = "kicker-is-section"
    elif any(map(str.isdigit, text)) and _is_dated(clues, text):
        veto = "kicker-has-digits"
    return Candidate(text, "element", locator, text, confidence, key, veto)


def _is_subtitle(clues: Clues, block: TextBlock, head: int) -> bool:
    """Say whether a heading right above the headline, in its box, is called a subtitle."""
    page = clues.page
    parent, key = page.boxes.parent, page.boxes.key[block.box]
    beside = parent[block.box] == parent[page.blocks[head].box]
    lower = block.tag in _HEADINGS or block.tag == "p"
    return beside and lower and not block.link_chars and clues.speaks_of(key, "dek")


def _is_dated(clues: Clues, text: str) -> bool:
    """Say whether a line with digits is a date, a time or a count, not a name."""
    letters = sum(map(str.isalpha, text))
    if letters < _LETTERS or _CLOCK.search(text) or find_distance(text.casefold()):
        return True
    return read_moment(text, language=clues.language).value is not None


def _without_badge(block: TextBlock) -> str:
    """Return the text of a block without the badge that stands before it: "Plus"."""
    for mark in block.marks:
        front = mark.own < 0 and mark.start == 0 and mark.end < len(block.text)
        if front and has_any(mark.key, _BADGES):
            return block.text[mark.end :].strip(" :|·–-")
    return block.text


def _leads_to_own_section(clues: Clues, block: TextBlock) -> bool:
    """Say whether a line is a link to the directory in which the article lies."""
    path = path_of(clues.address)
    return any(
        m.end - m.start >= len(block.text)
        and is_directory_of(m.attrs.get("href", ""), path)
        for m in block.links
    )


def find_kicker(clues: Clues) -> Finding[str]:
    """Find the line above the headline, where it is more than the section's name."""
    return decide("kicker", _kickers(clues))


def _descriptions(clues: Clues) -> set[str]:
    """Return how what the head of the page gives as description begins, as keys."""
    page, article = clues.page, clues.article
    raws = [
        page.meta("og:description"),
        page.meta("description"),
        page.meta("twitter:description"),
        first_string(article.get("description")),
        first_string(article.get("alternativeHeadline")),
    ]
    unique = {raw[:_ENOUGH] for raw in raws if raw}
    keys = (same_key(plain(raw)) for raw in unique)
    return {key[:_SAME] for key in keys if len(key) > _SHORTEST_DEK}


def _is_described(text: str, descriptions: set[str]) -> bool:
    """Say whether a text begins as one of the descriptions does."""
    front = same_key(text[:_FRONT])
    if not any(d.startswith(front) or front.startswith(d) for d in descriptions):
        return False
    return same_key(text[:_ENOUGH])[:_SAME] in descriptions


def _is_prose_box(clues: Clues, box: int) -> bool:
    """Say whether a box holds running text: several paragraphs of some length."""
    boxes, blocks = clues.page.boxes, clues.page.blocks
    parent = boxes.parent[box]
    if parent < 0:
        return False
    inside = blocks[boxes.first[parent] : boxes.last[parent]][:12]
    if sum(b.tag == "p" and len(b.text) > _SHORTEST_DEK * 3 for b in inside) > 2:
        return True
    first, key = boxes.first[box], boxes.key[box]
    like = [b for b in blocks[first + 1 : first + 5] if boxes.key[b.box] == key]
    return bool(key) and sum(len(b.text) > _SHORTEST_DEK * 3 for b in like) > 1


def _deks(clues: Clues) -> Iterator[Candidate[str]]:
    """Yield the texts below the headline that may be its dek."""
    head = headline_block(clues)
    if head is None:
        return
    page = clues.page
    descriptions = _descriptions(clues)
    titles = {
        same_key(shown_title(clues) or ""),
        same_key(find_title(clues).value or ""),
    }
    boxes_seen: set[int] = set()
    for index in range(max(0, head - 2), min(len(page.blocks), head + _BELOW)):
        block = page.blocks[index]
        if (
            block.box in boxes_seen
            or not _SHORTEST_DEK <= len(block.text) <= _LONGEST_DEK
        ):
            continue
        boxes_seen.add(block.box)
        if _cannot_be(clues, block):
            continue
        described = _is_described(block.text, descriptions)
        confidence = _dek_confidence(clues, index, head, described=described)
        key = same_key(block.text) if confidence else ""
        if confidence and key not in titles and not _is_numbers(block.text):
            text = _whole(clues, block.box, block.text)
            yield Candidate(
                text,
                "element",
                f"{block.tag}{page.boxes.key[block.box].rstrip()}",
                block.text,
                confidence,
                key,
            )


def _whole(clues: Clues, box: int, text: str) -> str:
    """Join the blocks of one dek."""
    whole = clues.page.text_in(box)
    return whole if len(whole) <= _LONGEST_DEK else text


def _cannot_be(clues: Clues, block: TextBlock) -> bool:
    """Say whether a block is something else by its tag, class or links."""
    key = clues.page.boxes.key[block.box]
    return (
        block.tag in _BODY_TAGS
        or 2 * block.link_chars > len(block.text)
        or has_any(key, _NOT_DEK)
    )


def _is_numbers(text: str) -> bool:
    """Say whether a fifth of a text are digits."""
    return 5 * sum(map(str.isdigit, text)) > len(text)


def _is_spoken(clues: Clues, block: TextBlock) -> bool:
    """Say whether class words call a block a dek."""
    boxes = clues.page.boxes
    if clues.speaks_of(boxes.key[block.box], "dek"):
        return True
    around = boxes.key[max(0, boxes.parent[block.box])]
    if clues.speaks_of(around, "dek") and not _is_prose_box(clues, block.box):
        return True
    whole = [m for m in block.marks if m.end - m.start > _MOST_OF * len(block.text)]
    return any(clues.speaks_of(m.key, "dek") for m in whole if m.own < 0)


def _dek_confidence(clues: Clues, index: int, head: int, *, described: bool) -> float:
    """Say how likely a block near the headline is its dek; 0 for not at all."""
    page = clues.page
    block = page.blocks[index]
    listed = not described and page.boxes.find(block.box, _LISTS) >= 0
    if listed:
        return 0.0
    near = 0.02 * abs(index - head)
    if _is_spoken(clues, block):
        sure = 0.8 if described else 0.6
        return sure - near if index > head else 0.4 * described
    if index < head:
        return 0.0
    if block.tag in _HEADINGS and (index == head + 1 or described):
        return (0.75 if described else 0.4) - near
    if described and not _is_prose_box(clues, block.box):
        return 0.6 - near
    return 0.35 * (index == head + 1 and _is_above_byline(clues, index))


def _is_above_byline(clues: Clues, index: int) -> bool:
    """Say whether byline or date follow a sentence that stands alone."""
    page = clues.page
    block = page.blocks[index]
    whole = page.boxes.last[block.box] - page.boxes.first[block.box] == 1
    if not (whole and block.tag in _LONE and _is_sentence(block.text)):
        return False
    for after in page.blocks[index + 1 : index + 3]:
        if len(after.text) > _SHORT:
            return False
        keys = (page.boxes.key[after.box], *(mark.key for mark in after.marks))
        if any(has_any(key, _BYLINES) for key in keys):
            return True
    return False


def _is_sentence(text: str) -> bool:
    """Say whether a text is a sentence or two, and none about a picture."""
    ended = len(text) <= _LONGEST_LONE and text[-1] in _STOPS
    return ended and not has_any(text.casefold(), _OF_PICTURES)


def find_dek(clues: Clues) -> Finding[str]:
    """Find the standfirst that is shown below the headline.

    A description that only stands in the head of the page is none.
    """
    return decide("dek", _deks(clues))
