"""HTML to the columns of a `Page`: the tree is built once and walked once.

The walk is the hot loop of the library, so it is written for speed: one stack
of child iterators, one look at each element's attributes, text joined and
folded once a block. What has to be told apart by tag is a table.
"""

from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from articlekit.errors import LimitError
from articlekit.reading.deadline import Deadline
from articlekit.reading.page import (
    HIDDEN,
    Boxes,
    HeadLink,
    Mark,
    Media,
    Page,
    Picture,
    TextBlock,
)
from articlekit.reading.scan import check_source
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

_ACTIONS: Final[dict[str, int]] = (
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

# Attributes whose words say what an element is for, those that hide it, and
# those of microdata and RDFa.
_WORDS, _HIDER, _PROPERTY = "words", "hider", "property"
_KINDS_OF_NAMES: Final = (
    (
        _WORDS,
        (
            "class id role rel data-testid data-test-id data-component data-qa"
            " data-type data-module data-block-type aria-label name"
        ),
    ),
    (_HIDER, "hidden aria-hidden style"),
    (_PROPERTY, "itemprop property itemscope typeof"),
)
_NAMES: Final[dict[str, str]] = {
    str(name): kind for kind, names in _KINDS_OF_NAMES for name in names.split()
}
_CODE_TYPES: Final = frozenset(
    ("", "text/javascript", "application/javascript", "module")
)
_META_NAMES: Final = ("property", "name", "itemprop", "http-equiv")
_LOADS: Final = frozenset((
    "stylesheet", "preload", "dns-prefetch", "preconnect", "prefetch", "icon",
    "modulepreload", "shortcut icon", "apple-touch-icon", "manifest", "mask-icon",
))  # fmt: skip
# An unclosed title or quotation mark takes in the rest of the page.
_LONGEST_TITLE: Final = 1_000
_LONGEST_KEY: Final = 10_000
_LONGEST_META: Final = 10_000
_NO_MENU: Final = (
    "crumb", "pag", "relat", "stor", "article", "post", "prev", "next", "toc",
    "tag", "author", "byline",
)  # fmt: skip
_IN_LISTS: Final = ("h1", "h2", "h3", "h4", "time", "p", "article")
_BOLD: Final = frozenset(("b", "strong"))
_PICTURE_DEPTH: Final = 10  # each `source` before a picture adds a level
_CHECK_EVERY: Final = 5_000
_PLAIN: Final = frozenset(
    "b strong i em u s sub sup small font wbr picture o:p".split()
)
_TELLING: Final = frozenset("a time q cite abbr data".split())

_Attrs = dict[str, str]
_Items = list[tuple[str, str]]
# What stands open: an element, held because lxml frees the elements inside it
# more quickly while it lives; the rest of its siblings; the text behind it.
_Open = tuple[etree._Element, Iterator[etree._Element], str | None, int, Mark | None]


def build_tree(data: bytes) -> etree._Element | None:
    """Build the tree of an HTML page, or None where it has no element.

    Args:
        data: The source in UTF-8 without NUL. Its encoding is said to libxml2,
            so that no declaration in the page can change it again.
    """
    parser = etree.HTMLParser(
        encoding="utf-8",
        recover=True,
        no_network=True,
        huge_tree=True,
        collect_ids=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None


def _key_of(
    items: list[tuple[str, str]], names: Callable[[str], str | None] = _NAMES.get
) -> tuple[str, bool]:
    """Read the attributes that say what an element is for.

    Returns:
        Their words, and whether microdata or RDFa is among them.
    """
    if len(items) == 1:
        name, value = items[0]
        if name == "class" and "\n" not in value:
            return f" {value[:_LONGEST_KEY].lower()} ", False
    words = ""
    meaningful = False
    for name, value in items:
        if name == "class":  # a third of all attributes
            words += " " + value
        elif kind := names(name):
            if kind is not _HIDER:
                words += " " + value
                if kind is _PROPERTY:
                    meaningful = True
            elif _hides(name, value):
                words += " " + HIDDEN
    if not words:
        return "", meaningful
    if len(words) > _LONGEST_KEY:
        words = words[:_LONGEST_KEY]
    if "\n" in words or "\t" in words:
        words = " " + " ".join(words.split())
    return words.lower() + " ", meaningful


def _hides(name: str, value: str) -> bool:
    if name == "style":
        return "none" in value and "display:none" in value.replace(" ", "")
    return name == "hidden" or value == "true"


def _is_menu(element: etree._Element) -> bool:
    """Return whether a `nav` is a mere menu: a quarter of a usual page's elements.

    A trail, a pager or a list of stories is none, whatever its tag.
    """
    key = _key_of(element.items())[0]
    if any(word in key for word in _NO_MENU):
        return False
    return next(element.iter(*_IN_LISTS), None) is None


def _in_picture(element: etree._Element) -> bool:
    """Return whether a `picture` element is near around *element*."""
    parent = element.getparent()
    for _ in range(_PICTURE_DEPTH):
        if parent is None or parent.tag == "picture":
            break
        parent = parent.getparent()
    return parent is not None and parent.tag == "picture"


class _Walk:
    """The columns while they are being filled."""

    def __init__(self, page: Page, limits: Limits) -> None:
        self.page = page
        self.limits = limits
        self.boxes: Boxes = page.boxes
        self.blocks: list[TextBlock] = page.blocks
        self.marks: list[Mark] = page.marks
        self.pieces: list[str] = []
        self.events: list[Mark | None] = []  # None is a line break
        self.box = -1
        self.open_links: list[tuple[Mark, int]] = []
        self.pictures = page.pictures
        self.counted_links = 0
        self.bold = 0
        self.blank = 0
        self.sources: list[_Attrs] = []

    # Boxes and marks

    def open_box(self, tag: str, key: str) -> int:
        """Begin a box inside the current one and return its index."""
        boxes, parent = self.boxes, self.box
        box = len(boxes.tag)
        boxes.tag.append(tag)
        boxes.key.append(key)
        boxes.parent.append(parent)
        boxes.line.append(None)
        boxes.first.append(len(self.blocks))
        boxes.last.append(0)
        self.box = box
        return box

    def open_mark(self, mark: Mark) -> None:
        """Begin *mark* at the end of the text so far."""
        self.marks.append(mark)
        self.pieces.append("\0")
        self.events.append(mark)
        if mark.tag == "a":
            self.open_links.append((mark, len(self.pictures)))

    def close_mark(self, mark: Mark) -> None:
        """End *mark* at the end of the text so far."""
        self.pieces.append("\0")
        self.events.append(mark)
        if mark.tag == "a":
            first = self.open_links.pop()[1]
            if first < len(self.pictures):
                mark.pictures = (first, len(self.pictures))

    # Text

    def flush(self) -> None:
        """Make a block of the text so far."""
        text = " ".join("".join(self.pieces).split())
        self.pieces.clear()
        self.blank = 0
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
        if self.bold:
            block.bold_chars = min(self.bold, len(text))
        self.blocks.append(block)
        return block

    def new_leaf(self, text: str, tag: str, box: int) -> None:
        """Append the block of a box that holds only text."""
        block = TextBlock(text, tag, box)
        if self.counted_links:
            block.link_chars = len(text)
        self.blocks.append(block)

    def flush_events(self, folded: str) -> None:
        """Make a block of a text that holds marks, and place the marks."""
        events = self.events
        first = events[0]
        if (
            first is not None
            and len(events) == 2
            and events[1] is first
            and folded[0] == folded[-1] == "\0"  # nothing beside it
        ):
            events.clear()
            self.flush_mark(folded[1:-1].strip(" "), first)
            return
        here = len(self.blocks)
        text, linked, breaks = self.place(folded, events)
        if not text:
            events.clear()
            return
        block = self.new_block(text)
        block.link_chars = min(linked, len(text))
        if breaks:
            block.breaks = tuple(at for at in breaks if at < len(text))
        seen = [m for m in events if m is not None and m.first == here]
        block.marks = list(dict.fromkeys(seen))
        events.clear()

    def flush_mark(self, text: str, mark: Mark) -> None:
        """Make a block of one mark, the form of most links of a page."""
        mark.first = mark.last = len(self.blocks)
        mark.start = 0
        mark.end = len(text)
        if text:
            block = self.new_block(text)
            block.marks = [mark]
            if mark.tag == "a" or self.counted_links:
                block.link_chars = len(text)

    def place(
        self, folded: str, events: list[Mark | None]
    ) -> tuple[str, int, list[int]]:
        """Take the place holders out of *folded* and set the marks' ends.

        Returns:
            The text, its linked characters, and the offsets of line breaks.
        """
        here = len(self.blocks)
        breaks: list[int] = []
        counted = self.counted_links
        ended = False  # a mark ends right here
        pieces = iter(folded.split("\0"))
        text = next(pieces)
        linked = len(text) if counted else 0
        for mark, piece in zip(events, pieces, strict=True):
            if mark is None:
                if text:
                    if text[-1] != " ":
                        text += " "
                    breaks.append(len(text))
                ended = False
            elif mark.first < 0:
                if ended and text and text[-1] != " ":
                    text += " "  # two elements side by side: two words
                mark.first = here
                mark.start = len(text)
                ended = False
                if mark.tag == "a":
                    counted += 1
            else:
                mark.last = here
                mark.end = len(text)
                ended = True
                if mark.tag == "a":
                    counted -= 1
            if piece:
                if piece[0] == " " and (not text or text[-1] == " "):
                    piece = piece[1:]
                text += piece
                ended = False
                if counted:
                    linked += len(piece)
        self.counted_links = counted
        return text.rstrip(" "), linked, breaks

    # Elements that are no text

    def specials(self) -> dict[int, Callable[[etree._Element], None]]:
        """Return what deals with an element that adds no text.

        Not an attribute: it would hold the walk, and the walk it, so that both
        stay until garbage is collected.
        """
        return {
            _META: self.meta, _LINK: self.link, _SCRIPT: self.script,
            _IMAGE: self.picture, _SOURCE: self.source, _MEDIA: self.media,
            _TITLE: self.title, _BASE: self.base,
        }  # fmt: skip

    def title(self, element: etree._Element) -> None:
        """Note the title of the page, the first of several."""
        if self.page.title_tag is None:
            title = (element.text or "")[:_LONGEST_TITLE]
            self.page.title_tag = " ".join(title.split())

    def base(self, element: etree._Element) -> None:
        """Note the address that relative links count from."""
        if self.page.base is None:
            self.page.base = element.get("href")

    def source(self, element: etree._Element) -> None:
        """Note a source of the picture that follows."""
        self.sources.append(dict(element.items()))

    def empty_mark(self, tag: str, attrs: _Attrs, items: _Items) -> None:
        """Note an element without text where it has microdata."""
        key, meaningful = _key_of(items)
        if meaningful:
            mark = Mark(tag, key, attrs, self.box)
            self.open_mark(mark)
            self.close_mark(mark)

    def picture(self, element: etree._Element) -> None:
        """Note a picture."""
        items = element.items()
        attrs = dict(items)
        link = self.open_links[-1][0] if self.open_links else None
        block = len(self.blocks) + self.is_pending()
        key, meaningful = _key_of(items)
        if self.sources and not _in_picture(element):
            self.sources = []
        sources = tuple(self.sources)
        picture = Picture(attrs, sources, key, self.box, block, link)
        self.pictures.append(picture)
        if meaningful:
            self.empty_mark("img", attrs, items)

    def is_pending(self) -> bool:
        """Return whether there is text that will become a block."""
        pieces, at = self.pieces, self.blank
        while at < len(pieces) and not pieces[at].strip("\0 \t\r\n\f"):
            at += 1
        self.blank = at  # looked at once, or many pictures take quadratic time
        return at < len(pieces)

    def media(self, element: etree._Element) -> None:
        """Note a frame, video or the like."""
        found = (source.get("src") for source in element.iterchildren("source"))
        media = Media(
            tag=str(element.tag),
            attrs=dict(element.items()),
            sources=tuple(filter(None, found)),
            box=self.box,
            block=len(self.blocks),
        )
        self.page.media.append(media)

    def meta(self, element: etree._Element) -> None:
        """Note a meta element under all its names."""
        get = element.get
        content = get("content") or get("value")
        if content is None:
            return
        metas = self.page.metas
        for attribute in _META_NAMES:
            if name := get(attribute):
                contents = metas.setdefault(name.strip().lower(), [])
                contents.append(content[:_LONGEST_META])
                if attribute == "itemprop":
                    items = element.items()
                    self.empty_mark("meta", dict(items), items)

    def link(self, element: etree._Element) -> None:
        """Note a link element, but for those that only load something."""
        rel = element.get("rel", "").lower()
        if rel in _LOADS:
            return
        items = element.items()
        attrs = dict(items)
        if href := attrs.get("href"):
            self.page.head_links.append(HeadLink(rel, href, attrs))
        if "itemprop" in attrs:
            self.empty_mark("link", attrs, items)

    def script(self, element: etree._Element) -> None:
        """Note a script that may hold data."""
        structured = self.page.structured
        kind = element.get("type", "")
        if kind not in _CODE_TYPES:
            kind = kind.partition(";")[0].strip().lower()
        if kind == "application/ld+json":
            structured.ld_scripts.append(element.text or "")
        elif kind == "application/json":
            structured.data_scripts.append((element.get("id", ""), element))
        elif kind in _CODE_TYPES and element.get("src") is None:
            structured.code_scripts.append(element)

    def line_break(self) -> None:
        """Note a line break; two in a row end the block."""
        if self.events and self.events[-1] is None and self.pieces[-1] == "\0":
            self.flush()
        else:
            self.pieces.append("\0")
            self.events.append(None)

    def check(self, count: int, deadline: Deadline) -> None:
        """Check the bounds that grow with the walk."""
        deadline.check()
        if count > self.limits.nodes:
            raise LimitError("nodes", self.limits.nodes, count)

    def run(self, root: etree._Element, deadline: Deadline) -> None:
        """Fill the columns from the tree below *root*.

        One function on purpose: it runs once an element, and a call costs as
        much as half of the work that is done here.
        """
        pieces, events, boxes = self.pieces, self.events, self.boxes
        blocks, marks, flush = self.blocks, self.marks, self.flush
        tags, keys, parents = boxes.tag, boxes.key, boxes.parent
        firsts, lasts = boxes.first, boxes.last
        actions: Callable[[str, int], int] = _ACTIONS.get
        most = self.limits.depth
        specials = self.specials()
        self.open_box("html", "")
        lines = boxes.line
        stack: list[_Open] = []
        children = iter(root)
        count = 0
        while True:
            for element in children:
                count += 1
                if not count % _CHECK_EVERY:
                    self.check(count, deadline)
                # Comments and PIs are left out of the tree, so tags are words.
                tag: str = element.tag  # type: ignore[assignment] # pyright: ignore[reportAssignmentType]
                action = actions(tag, _BOX)
                mark = None
                if action == _BOX:
                    if tag == "nav" and _is_menu(element):
                        if tail := element.tail:
                            pieces.append(tail)
                        continue
                    if pieces:
                        flush()
                    box = len(tags)
                    key = ""
                    if items := element.items():
                        key, meaningful = _key_of(items)
                        if meaningful:
                            mark = Mark(tag, key, dict(items), self.box, box)
                            self.open_mark(mark)
                    lines.append(element.sourceline)
                    tags.append(tag)
                    keys.append(key)
                    parents.append(self.box)
                    firsts.append(len(blocks))
                    text = element.text
                    tail = element.tail
                    if mark is None and not len(element):
                        # Half of all boxes: text, or nothing, and no child.
                        if text and (words := text.split()):
                            self.new_leaf(" ".join(words), tag, box)
                        lasts.append(len(blocks))
                        if tail and not tail.isspace():
                            pieces.append(tail)
                        continue
                    lasts.append(0)
                    self.box = box
                    if text and not text.isspace():
                        pieces.append(text)
                    if tail and tail.isspace():
                        tail = None
                elif action == _INLINE:
                    box = -1
                    if items := element.items():
                        key, meaningful = _key_of(items)
                        if meaningful or (
                            tag not in _PLAIN and (key or tag in _TELLING)
                        ):
                            mark = Mark(tag, key, dict(items), self.box)
                    text = element.text
                    tail = element.tail
                    if text and tag in _BOLD:
                        self.bold += len(text)
                    if not len(element):
                        if mark is not None:
                            marks.append(mark)
                            events += (mark, mark)
                            pieces.append(f"\0{text}\0" if text else "\0\0")
                        elif text:
                            pieces.append(text)
                        if tail:
                            pieces.append(tail)
                        continue
                    if mark is not None:
                        self.open_mark(mark)
                    if text:
                        pieces.append(text)
                    if tag == "picture":
                        self.sources = []
                else:
                    tail = element.tail
                    if action == _BREAK:
                        self.line_break()
                        if tail and not tail.isspace():
                            pieces.append(tail)
                        continue
                    if action != _SKIP:
                        specials[action](element)
                    if action != _SOURCE or not len(element):
                        # White space that nothing stands before is nothing.
                        if tail and (pieces or not tail.isspace()):
                            pieces.append(tail)
                        continue
                    # libxml2 does not know that `source` is empty: the picture
                    # that follows stands inside it.
                    box = -1
                stack.append((element, children, tail, box, mark))
                children = iter(element)
                if len(stack) >= most:
                    raise LimitError("depth", most, len(stack) + 1)
                break
            else:
                if not stack:
                    break
                element, children, tail, box, mark = stack.pop()
                if box >= 0:
                    if pieces:
                        flush()
                    lasts[box] = len(blocks)
                    self.box = parents[box]
                if mark is not None:
                    self.close_mark(mark)
                if tail:
                    pieces.append(tail)
        flush()  # places the marks that end behind the last text, too
        lasts[0] = len(blocks)
        self.check(count, deadline)
        boxes.fill_depths()


def read_markup(
    source: str | bytes,
    *,
    url: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    deadline: Deadline | None = None,
) -> Page:
    """Read an HTML page.

    Args:
        source: The page; as bytes in UTF-8, see `to_utf8`.
        url: Its address, if known.
        limits: What it may cost.
        deadline: The clock that is running, if one is.

    Returns:
        The filled columns; without blocks where the page has no text.

    Raises:
        LimitError: The page goes over one of *limits*.
    """
    deadline = deadline or Deadline(limits.deadline)
    data = source.encode("utf-8", "replace") if isinstance(source, str) else source
    data = data.replace(b"\0", b"")
    check_source(data, limits)
    page = Page(kind="html", url=url, source=data)
    root = build_tree(data)
    deadline.check()
    walk = _Walk(page, limits)
    if root is None:
        walk.open_box("html", "")
        return page
    page.language = root.get("lang") or root.get("xml:lang")
    walk.run(root, deadline)
    return page
