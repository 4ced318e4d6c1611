"""Keywords: those that the page's data states, and those that it shows as links."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple, cast

from articlekit.fields.clues import Clues, plain, strings
from articlekit.fields.contest import Candidate, Finding, decide
from articlekit.fields.title import headline_block
from articlekit.reading.page import Mark, TextBlock
from articlekit.text.lexicons import table
from articlekit.text.spaces import same_key

_MOST: Final = 40
_LONGEST: Final = 90
_SPLIT: Final = re.compile(r"\s?[,;、،]\s?")
# Class words of a box that holds keywords, and of one that holds everybody's.
_KEYED: Final = re.compile(
    r"[ _-](?:tags|keywords|tag-?list|tag-?links?|schlagw\w{2,8}|stichw\w{2,8}|etiquetas|tagi|hashtags)[ _-]|\w[_-]tag "
)
_KEY_PARTS: Final = ("tag", "keyword", "schlagw", "stichw", "etiquetas")
_EVERYBODYS: Final = re.compile(
    r"[ _-](?:trending|trends|popular|hot|cloud|tagcloud|navbar|menu|navigation|breadcrumbs?|comments?|sidebar|(?:site|page|main|global)[_-](?:footer|header))[ _-]"
)
_OWN: Final = frozenset(("article", "main"))
_FRAME: Final = frozenset(("header", "footer"))
_ASIDE: Final = frozenset(("nav", "aside"))
_WHOLE: Final = frozenset(("html", "body", "main", "article"))
_MOST_BOXES, _MOST_BLOCKS, _MOST_CHARS = 40, 60, 1_500
_MOST_SHOWN, _LONGEST_SHOWN, _LINKED = 25, 45, 0.6
_MOST_BLANKS: Final = 4
_EDGES: Final = " #:：,;|·•"
_COUNT: Final = re.compile(r"\s?\(\d{1,6}\)$")
_STATED, _SHOWN, _SHOWN_ONLY = 0.6, 0.58, 0.45


class _Group(NamedTuple):
    """Links that stand together and may be keywords.

    Attributes:
        first: Index of the block where the first stands.
        names: Their texts.
        sure: Whether class words or a label say that they are keywords.
    """

    first: int
    names: tuple[str, ...]
    sure: bool


@cache
def _labels() -> frozenset[str]:
    """Return what stands before a list of keywords, in lower case."""
    return frozenset(cast("list[str]", table("tag_labels")["labels"]))


@cache
def _paths() -> re.Pattern[str]:
    """Return what the address of a keyword's page holds."""
    words = cast("list[str]", table("tag_labels")["paths"])
    return re.compile(rf"/(?:{'|'.join(words)})/[^/?#]")


def _links_in(clues: Clues, first: int, last: int) -> list[Mark]:
    """Return the links of blocks that hold little but links, else nothing."""
    blocks = clues.page.blocks[first:last]
    if not blocks or len(blocks) > _MOST_BLOCKS:
        return []
    chars = sum(len(block.text) for block in blocks)
    head = _before_links(blocks[0])
    label = len(head) if is_label(head) else 0
    linked = sum(block.link_chars for block in blocks)
    if chars > _MOST_CHARS or linked < _LINKED * (chars - label):
        return []
    return [mark for block in blocks for mark in block.links]


def _before_links(block: TextBlock) -> str:
    """Return a block's text before its first link."""
    return block.text[: block.links[0].start] if block.links else block.text


def is_label(text: str) -> bool:
    """Say whether a text announces keywords, as "Tags:" does."""
    return len(text) <= _LONGEST_SHOWN and text.strip(_EDGES).lower() in _labels()


def _name(clues: Clues, mark: Mark) -> str:
    """Return the text of a link without hash, separators and number of pages."""
    return _COUNT.sub("", plain(clues.page.text_of(mark))).strip(_EDGES)


def _names(clues: Clues, marks: Sequence[Mark]) -> tuple[str, ...]:
    """Return the texts of links, or nothing if one is none of a keyword."""
    names = [n for m in marks if (n := _name(clues, m)) and not is_label(n)]
    if len(names) > _MOST_SHOWN or any(len(name) > _LONGEST_SHOWN for name in names):
        return ()
    # A name of a keyword has fewer words than a headline.
    if sum(name.count(" ") for name in names) > _MOST_BLANKS * len(names):
        return ()
    return tuple(names)


def _is_everybodys(clues: Clues, box: int) -> bool:
    """Say whether a box stands in what is the same on all pages."""
    boxes, own = clues.page.boxes, False
    for around in reversed([*boxes.around(box)]):
        tag = boxes.tag[around]
        own = own or tag in _OWN
        # An article has a footer of its own.
        if tag in _ASIDE or (tag in _FRAME and not own):
            return True
        if tag not in _WHOLE and _EVERYBODYS.search(boxes.key[around]):
            return True
    return False


def _keyed(clues: Clues, after: int) -> Iterator[_Group]:
    """Yield the groups in boxes whose class words speak of keywords."""
    page, past = clues.page, after
    lines = clues.box_keys
    # The pattern is slow, and most pages have few keys that it could match.
    parts = [part for part in _KEY_PARTS if part in lines]
    if not parts:
        return
    keys = {
        key
        for part in parts
        for key in lines.split("\n")
        if part in key and _KEYED.search(key)
    }
    if not keys:
        return
    found = [box for box, key in enumerate(page.boxes.key) if key in keys]
    for box in found[:_MOST_BOXES]:
        first, last = page.boxes.first[box], page.boxes.last[box]
        if first < past or _is_everybodys(clues, box):
            continue
        if names := _names(clues, _links_in(clues, first, last)):
            past = last
            yield _Group(first, names, sure=True)


def _labelled(clues: Clues, after: int) -> Iterator[_Group]:
    """Yield the groups behind a label."""
    page, labels = clues.page, _labels()
    for index in range(after, len(page.blocks)):
        block = page.blocks[index]
        text = block.text
        if not block.link_chars:
            if len(text) > _LONGEST_SHOWN or text.strip(_EDGES).lower() not in labels:
                continue
            around = page.boxes.parent[block.box]
            last = max(page.boxes.last[block.box], page.boxes.last[max(0, around)])
        elif len(text) - block.link_chars < 2 or not is_label(_before_links(block)):
            continue
        else:
            last = index + 1
        if names := _names(clues, _links_in(clues, index, last)):
            yield _Group(index, names, sure=not _is_everybodys(clues, block.box))


def _addressed(clues: Clues, after: int) -> Iterator[_Group]:
    """Yield the groups of links to pages of keywords, side by side."""
    search, blocks = _paths().search, clues.page.blocks
    run: list[Mark] = []
    for mark in clues.page.marks:
        # An empty link at the end stands behind the last block.
        if mark.tag != "a" or not after <= mark.first < len(blocks):
            continue
        block = blocks[mark.first]
        if mark.last == mark.first and mark.end - mark.start > _LONGEST_SHOWN:
            continue
        if not search(mark.attrs.get("href", "")):
            continue
        if block.link_chars < _LINKED * len(block.text):
            continue
        if run and mark.first > run[-1].last + 1:
            yield from _side_by_side(clues, run)
            run = []
        run.append(mark)
    yield from _side_by_side(clues, run)


def _side_by_side(clues: Clues, marks: Sequence[Mark]) -> Iterator[_Group]:
    """Yield a group; one link alone may lead anywhere."""
    if len(marks) < 2 or _is_everybodys(clues, marks[0].box):
        return
    if len(names := _names(clues, marks)) > 1:
        yield _Group(marks[0].first, names, sure=False)


def _stated(clues: Clues) -> Iterator[str]:
    """Yield the links of the article that say by themselves that they are keywords."""
    for mark in clues.tag_links:
        # Blogs set rel="category tag" on their sections.
        rel = mark.attrs.get("rel", "").split()
        if (
            "tag" in rel
            and "category" not in rel
            and not _is_everybodys(clues, mark.box)
        ):
            yield _name(clues, mark)


def _shown(clues: Clues) -> tuple[_Group, ...]:
    """Return the groups behind the headline, the most telling first."""
    after = headline_block(clues) or 0
    groups = [
        *_keyed(clues, after),
        *_labelled(clues, after),
        *_addressed(clues, after),
    ]
    return tuple(sorted(groups, key=lambda group: not group.sure))


def _split(raws: Sequence[str]) -> tuple[str, ...]:
    """Cut lists of keywords and drop empty and overlong ones."""
    parts = [
        part
        for raw in raws
        for part in (_SPLIT.split(raw) if len(raws) == 1 else [raw])
    ]
    folded = (plain(part) for part in parts[: 4 * _MOST])
    unique = {same_key(name): name for name in folded if name and len(name) <= _LONGEST}
    return tuple(name for key, name in unique.items() if key)[:_MOST]


def _sources(clues: Clues) -> Iterator[tuple[str, str, Sequence[str], float]]:
    """Yield (origin, locator, raws, confidence)."""
    page = clues.page
    yield "json-ld", "keywords", list(strings(clues.article.get("keywords"))), 0.7
    yield "meta", "article:tag", page.metas.get("article:tag", []), 0.65
    yield "meta", "news_keywords", page.metas.get("news_keywords", [])[:1], 0.55
    yield "meta", "parsely-tags", page.metas.get("parsely-tags", [])[:1], 0.5
    yield "element", "a rel=tag", list(_stated(clues)), _STATED
    for group in _shown(clues)[:3]:
        sure = _SHOWN if group.sure else _SHOWN_ONLY
        yield "element", "links to keywords", group.names, sure
    yield "meta", "keywords", page.metas.get("keywords", [])[:1], 0.4
    yield "meta", "sailthru.tags", page.metas.get("sailthru.tags", [])[:1], 0.35


def find_tags(clues: Clues) -> Finding[tuple[str, ...]]:
    """Find the keywords, in the order of the source that is trusted most."""
    candidates: list[Candidate[tuple[str, ...]]] = []
    for origin, locator, raws, confidence in _sources(clues):
        if raws and (tags := _split(raws)):
            key = frozenset(same_key(tag) for tag in tags)
            candidates.append(
                Candidate(tags, origin, locator, "; ".join(raws), confidence, key)
            )
    return decide("tags", candidates)
