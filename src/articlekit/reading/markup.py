"""HTML to the columns of a `Page`: the tree is built once and walked once.

The walk is the hot loop of the library, so it is written for speed: one stack
of child iterators, one look at each element's attributes, text joined and
folded once a block. What has to be told apart by tag is a table.
"""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from articlekit.errors import LimitError
from articlekit.reading.deadline import Deadline
from articlekit.reading.page import HIDDEN, Boxes, HeadLink, Mark, Media, Page, Picture, TextBlock
from articlekit.reading.scan import check_source
from articlekit.reading.structured import Structured
from articlekit.rules.limits import DEFAULT_LIMITS, Limits

# What the walk does with a tag; anything unknown is a block-level box.
_BOX: Final = 0
_INLINE: Final = 1
_SKIP: Final = 2
_BREAK: Final = 3
_IMAGE: Final = 4
_SOURCE: Final = 5
_META: Final = 6
_LINK: Final = 7
_SCRIPT: Final = 8
_TITLE: Final = 9
_MEDIA: Final = 10
_BASE: Final = 11

_ACTIONS: Final = (
    dict.fromkeys(
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark"
        " nobr picture q ruby rb s samp small span strike strong sub sup time tt u"
        " var wbr o:p".split(),
        _INLINE,
    )
    | dict.fromkeys(
        "style svg template canvas select textarea datalist map rt rp input"
        " area col colgroup progress meter".split(),
        _SKIP,
    )
    | dict.fromkeys("img amp-img image".split(), _IMAGE)
    | dict.fromkeys(
        "iframe video audio embed object amp-video amp-iframe amp-youtube"
        " amp-twitter amp-instagram amp-facebook amp-brightcove frame applet".split(),
        _MEDIA,
    )
    | {
        "br": _BREAK, "source": _SOURCE, "meta": _META, "link": _LINK,
        "script": _SCRIPT, "title": _TITLE, "base": _BASE,
    }
)  # fmt: skip

# Attributes whose words say what an element is for.
_KEYS: Final = frozenset(
    "class id role itemprop rel data-testid data-test-id data-component data-qa"
    " data-type data-module data-block-type aria-label name".split()
)
_HIDERS: Final = frozenset(("hidden", "aria-hidden", "style"))
_MEANINGFUL: Final = frozenset(("itemprop", "property", "itemscope", "typeof"))
_CODE_TYPES: Final = frozenset(
    ("", "text/javascript", "application/javascript", "module")
)
_BOLD: Final = frozenset(("b", "strong"))
_CHECK_EVERY: Final = 5_000
_END, _START, _BR = 0, 1, 2

_Event = tuple[Mark | None, int]
_Attrs = dict[str, str]
_Items = list[tuple[str, str]]
_Open = tuple[Iterator[etree._Element], etree._Element, int, Mark | None]


def build_tree(text: str) -> etree._Element | None:
    """Build the tree of an HTML page, or None where it has no element.

    The text goes to libxml2 as UTF-8 with its encoding said, so that no
    declaration in the page can change it again.
    """
    parser = etree.HTMLParser(
        encoding="utf-8",
        recover=True,
        no_network=True,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    data = text.replace("\0", "").encode("utf-8", "replace")
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None


def _key_of(items: list[tuple[str, str]]) -> tuple[str, bool]:
    """Read the attributes that say what an element is for.

    Returns:
        Their words, and whether microdata or RDFa is among them.
    """
    words = ""
    meaningful = False
    for name, value in items:
        if name in _KEYS:
            words += " " + value
        elif name in _HIDERS and _hides(name, value):
            words += " " + HIDDEN
        if name in _MEANINGFUL:
            meaningful = True
    return (f" {' '.join(words.lower().split())} " if words else ""), meaningful


def _hides(name: str, value: str) -> bool:
    if name == "style":
        return "none" in value and "display:none" in value.replace(" ", "")
    return name == "hidden" or value == "true"


class _Walk:
    """The columns while they are being filled."""

    def __init__(self, page: Page, limits: Limits) -> None:
        self.page = page
        self.limits = limits
        self.boxes: Boxes = page.boxes
        self.blocks: list[TextBlock] = page.blocks
        self.marks: list[Mark] = page.marks
        self.pieces: list[str] = []
        self.events: list[_Event] = []
        self.box = -1
        self.open_links: list[Mark] = []
        self.counted_links = 0
        self.bold = 0
        self.sources: list[_Attrs] = []

    # Boxes and marks

    def open_box(self, tag: str, key: str) -> int:
        """Begin a box inside the current one and return its index."""
        boxes, parent = self.boxes, self.box
        box = len(boxes.tag)
        boxes.tag.append(tag)
        boxes.key.append(key)
        boxes.parent.append(parent)
        boxes.depth.append(boxes.depth[parent] + 1 if parent >= 0 else 0)
        boxes.first.append(len(self.blocks))
        boxes.last.append(0)
        self.box = box
        return box

    def close_box(self, box: int) -> None:
        """End *box*."""
        self.boxes.last[box] = len(self.blocks)
        self.box = self.boxes.parent[box]

    def open_mark(self, mark: Mark) -> None:
        """Begin *mark* at the end of the text so far."""
        count = len(self.page.pictures)
        mark.pictures = (count, count)
        self.marks.append(mark)
        self.pieces.append("\0")
        self.events.append((mark, _START))
        if mark.tag == "a" and "href" in mark.attrs:
            self.open_links.append(mark)

    def close_mark(self, mark: Mark) -> None:
        """End *mark* at the end of the text so far."""
        mark.pictures = (mark.pictures[0], len(self.page.pictures))
        self.pieces.append("\0")
        self.events.append((mark, _END))
        if self.open_links and self.open_links[-1] is mark:
            self.open_links.pop()

    # Text

    def flush(self) -> None:
        """Make a block of the text so far."""
        text = " ".join("".join(self.pieces).split())
        self.pieces.clear()
        if self.events:
            self.flush_events(text)
        elif text:
            block = self.new_block(text)
            if self.counted_links:
                block.link_chars = len(text)
        self.bold = 0

    def new_block(self, text: str) -> TextBlock:
        """Append a block in the current box."""
        block = TextBlock(text, self.boxes.tag[self.box], self.box)
        block.bold_chars = min(self.bold, len(text))
        self.blocks.append(block)
        return block

    def flush_events(self, folded: str) -> None:
        """Make a block of a text that holds marks, and place the marks."""
        events, self.events = self.events, []
        text, linked, breaks = self.place(folded, events)
        if not text:
            return
        block = self.new_block(text)
        block.link_chars = min(linked, len(text))
        block.breaks = breaks
        block.marks = [m for m, kind in events if kind == _START and m is not None]

    def place(self, folded: str, events: list[_Event]) -> tuple[str, int, tuple[int, ...]]:
        """Take the place holders out of *folded* and set the marks' ends.

        Returns:
            The text, its linked characters, and the offsets of line breaks.
        """
        here = len(self.blocks)
        out: list[str] = []
        breaks: list[int] = []
        at = linked = 0
        spaced = True  # at the start, or behind a space
        ended = -1  # where a mark has just ended
        for index, piece in enumerate(folded.split("\0")):
            if piece:
                if spaced:
                    piece = piece.lstrip(" ")
                if piece:
                    out.append(piece)
                    at += len(piece)
                    spaced = piece[-1] == " "
                    if self.counted_links:
                        linked += len(piece)
            if index >= len(events):
                break
            mark, kind = events[index]
            if mark is None:
                if not spaced:
                    out.append(" ")
                    at += 1
                    spaced = True
                breaks += [at] if at else []
                continue
            if kind == _START:
                if ended == at and not spaced:
                    # Two elements side by side without a space: two words.
                    out.append(" ")
                    at += 1
                    spaced = True
                mark.first, mark.start = here, at
                self.counted_links += mark.tag == "a"
            else:
                ended = at
                mark.last, mark.end = here, at
                self.counted_links -= mark.tag == "a"
        return "".join(out).rstrip(" "), linked, tuple(breaks)

    # Elements that are no text

    def special(self, action: int, element: etree._Element, items: _Items) -> None:
        """Deal with an element that adds no text."""
        attrs = dict(items)
        if action == _IMAGE:
            self.picture(attrs, items)
        elif action == _SOURCE:
            self.sources.append(attrs)
        elif action == _META:
            self.meta(attrs, items)
        elif action == _LINK:
            self.link(attrs, items)
        elif action == _SCRIPT:
            self.script(element, attrs)
        elif action == _MEDIA:
            self.media(element, attrs)
        elif action == _TITLE and self.page.title_tag is None:
            self.page.title_tag = " ".join((element.text or "").split())
        elif action == _BASE and self.page.base is None:
            self.page.base = attrs.get("href")

    def empty_mark(self, tag: str, attrs: _Attrs, items: _Items) -> None:
        """Note an element without text where it has microdata."""
        key, meaningful = _key_of(items)
        if meaningful:
            mark = Mark(tag, key, attrs, self.box)
            self.open_mark(mark)
            self.close_mark(mark)

    def picture(self, attrs: _Attrs, items: _Items) -> None:
        """Note a picture."""
        link = self.open_links[-1] if self.open_links else None
        pending = bool("".join(self.pieces).strip("\0 \t\r\n"))
        block = len(self.blocks) + pending
        key = _key_of(items)[0]
        sources = tuple(self.sources)
        picture = Picture(attrs, sources, key, self.box, block, link)
        self.page.pictures.append(picture)
        self.empty_mark("img", attrs, items)

    def media(self, element: etree._Element, attrs: _Attrs) -> None:
        """Note a frame, video or the like."""
        found = (source.get("src") for source in element.iterchildren("source"))
        media = Media(
            tag=element.tag,
            attrs=attrs,
            sources=tuple(filter(None, found)),
            box=self.box,
            block=len(self.blocks),
        )
        self.page.media.append(media)

    def meta(self, attrs: _Attrs, items: _Items) -> None:
        """Note a meta element under all its names."""
        content = attrs.get("content") or attrs.get("value")
        if content is None:
            return
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if name := attrs.get(attribute):
                self.page.metas.setdefault(name.strip().lower(), []).append(content)
        if "itemprop" in attrs:
            self.empty_mark("meta", attrs, items)

    def link(self, attrs: _Attrs, items: _Items) -> None:
        """Note a link element."""
        if href := attrs.get("href"):
            rel = attrs.get("rel", "").lower()
            self.page.head_links.append(HeadLink(rel, href, attrs))
        if "itemprop" in attrs:
            self.empty_mark("link", attrs, items)

    def script(self, element: etree._Element, attrs: _Attrs) -> None:
        """Note a script that may hold data."""
        structured = self.page.structured
        kind = attrs.get("type", "").partition(";")[0].strip().lower()
        if kind == "application/ld+json":
            structured.ld_scripts.append(element.text or "")
        elif kind == "application/json":
            structured.data_scripts.append((attrs.get("id", ""), element))
        elif "src" not in attrs and kind in _CODE_TYPES:
            structured.code_scripts.append(element)

    # The hot loop

    def enter(self, element: etree._Element, tag: str, items: _Items) -> _Open:
        """Begin a block-level element."""
        if self.pieces:
            self.flush()
        key, meaningful = _key_of(items) if items else ("", False)
        box = self.open_box(tag, key)
        mark = None
        if meaningful:
            mark = Mark(tag, key, dict(items), self.boxes.parent[box], box)
            self.open_mark(mark)
        if text := element.text:
            self.pieces.append(text)
        return iter(element), element, box, mark

    def enter_inline(self, element: etree._Element, tag: str, items: _Items) -> _Open:
        """Begin an inline element."""
        mark = None
        if items:
            mark = Mark(tag, _key_of(items)[0], dict(items), self.box)
            self.open_mark(mark)
        if text := element.text:
            if tag in _BOLD:
                self.bold += len(text)
            self.pieces.append(text)
        if tag == "picture":
            self.sources = []
        return iter(element), element, -1, mark

    def leave(self, opened: _Open) -> None:
        """End an element that was begun."""
        _, element, box, mark = opened
        if box >= 0:
            self.flush()
        if mark is not None:
            self.close_mark(mark)
        if box >= 0:
            self.close_box(box)
        if tail := element.tail:
            self.pieces.append(tail)

    def line_break(self, element: etree._Element) -> None:
        """Note a line break; two in a row end the block."""
        if self.events and self.events[-1][0] is None and self.pieces[-1] == "\0":
            self.flush()
        else:
            self.pieces.append("\0")
            self.events.append((None, _BR))
        tail = element.tail
        if tail and not tail.isspace():
            self.pieces.append(tail)

    def check(self, count: int, deadline: Deadline) -> None:
        """Check the bounds that grow with the walk."""
        deadline.check()
        if count > self.limits.nodes:
            raise LimitError("nodes", self.limits.nodes, count)

    def run(self, root: etree._Element, deadline: Deadline) -> None:
        """Fill the columns from the tree below *root*."""
        opened = self.enter(root, "html", root.items())
        stack = [opened]
        children = opened[0]
        count = 0
        while stack:
            element = next(children, None)
            if element is None:
                self.leave(stack.pop())
                if stack:
                    children = stack[-1][0]
                continue
            count += 1
            if count % _CHECK_EVERY == 0:
                self.check(count, deadline)
            tag = element.tag
            action = _ACTIONS.get(tag, _BOX)
            if action <= _INLINE:
                enter = self.enter_inline if action else self.enter
                opened = enter(element, tag, element.items())
                stack.append(opened)
                children = opened[0]
                if len(stack) > self.limits.depth:
                    raise LimitError("depth", self.limits.depth, len(stack))
            elif action == _BREAK:
                self.line_break(element)
            else:
                if action != _SKIP:
                    self.special(action, element, element.items())
                if tail := element.tail:
                    self.pieces.append(tail)


def read_markup(
    text: str,
    *,
    url: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    deadline: Deadline | None = None,
) -> Page:
    """Read an HTML page.

    Args:
        text: The page's source.
        url: Its address, if known.
        limits: What it may cost.
        deadline: The clock that is running, if one is.

    Returns:
        The filled columns; without blocks where the page has no text.

    Raises:
        LimitError: The page goes over one of *limits*.
    """
    deadline = deadline or Deadline(limits.deadline)
    check_source(text, limits)
    page = Page(kind="html", url=url)
    root = build_tree(text)
    deadline.check()
    walk = _Walk(page, limits)
    if root is None:
        walk.open_box("html", "")
        return page
    page.language = root.get("lang") or root.get("xml:lang")
    walk.run(root, deadline)
    return page
