"""The walk: what libxml2 reads goes straight into the columns of a page.

No tree is built. libxml2 calls `Walk.start`, `Walk.data` and `Walk.end` for each
start tag, text and end tag, those that it adds itself too: the ends match the
starts, and elements that hold nothing end at once. `start` and `end` are the hot
loop of the library: they hold what nearly all elements need, and what has to be
told apart by tag is a table.

Some of what comes is not walked as the rest is (`Walk.aside`):

- What is skipped, such as scripts. Its text is kept until it ends.
- A `nav`, until it is known whether it is a mere menu. What it holds is kept as
  it came; a menu is then forgotten, anything else walked after all.
- The text of a bold element before its first child, which is counted.
"""

from collections.abc import Callable, Mapping
from typing import Final

from articlekit.errors import LimitError
from articlekit.reading.deadline import Deadline
from articlekit.reading.markup_keys import NAMES_BESIDE_CLASS, class_key, key_of
from articlekit.reading.markup_special import (
    BOLD_TEXT,
    MENU,
    SKIP,
    Attrs,
    Special,
)
from articlekit.reading.markup_tags import (
    BOLD,
    IN_LISTS,
    INLINE,
    MEDIA,
    NO_MENU,
    PLAIN,
    SKIPPED,
    TELLING,
    VOID,
)
from articlekit.reading.markup_text import Run
from articlekit.reading.page import Mark, Page
from articlekit.rules.limits import Limits

_CHECK_EVERY: Final = 5_000


_NO_ATTRS: Final[Attrs] = {}
_NOT_KEPT: Final = IN_LISTS | {"nav"}

# What is kept of a menu: the number of pieces of text before a tag; the name of a
# start tag, or ""; its attributes; its ordinal.
_Kept = tuple[int, str, Attrs, int]


class Walk(Special):
    """The target of the parser: fills the columns of a page.

    Attributes:
        has_failed: Whether the page went over a limit.
    """

    __slots__ = (
        "_bold_from", "_check_at", "_classes", "_deadline", "_firsts", "_is_read",
        "_keys", "_lasts", "_limits", "_menu", "_menu_depth", "_menus", "_most_attributes",
        "_ordinals", "_parents", "has_failed",
    )  # fmt: skip

    def __init__(self, page: Page, limits: Limits, deadline: Deadline) -> None:
        """Begin with the root box."""
        super().__init__(page)
        self.has_failed = False
        self._limits = limits
        self._deadline = deadline
        self._most_attributes = limits.tag_attributes
        self._check_at = 0
        self._bold_from = 0
        self._menu: list[_Kept] = []
        self._menus: list[tuple[int, int]] = []  # depth and index in `_menu`
        self._menu_depth = 0
        self._classes: dict[str | None, str] = {}
        self._is_read = False  # whether a `nav` is known to be no menu
        boxes = page.boxes
        boxes.tag.append("html")
        boxes.key.append("")
        boxes.parent.append(-1)
        boxes.first.append(0)
        boxes.last.append(0)
        boxes.ordinal.append(0)
        self._keys, self._parents, self._ordinals = (
            boxes.key,
            boxes.parent,
            boxes.ordinal,
        )
        self._firsts, self._lasts = boxes.first, boxes.last

    # The callbacks

    def start(self, tag: str, attrs: Attrs) -> None:
        """Read a start tag."""
        ordinal = self.ordinal = self.ordinal + 1
        if ordinal >= self._check_at:
            self._check()
        if self.aside:
            if self.aside == MENU and tag not in _NOT_KEPT:
                self.inside += 1
                self._menu.append((len(self.pieces), tag, attrs, ordinal))
                return
            if self._start_aside(tag, attrs):
                return
        if tag in INLINE:
            if attrs:
                if len(attrs) > self._most_attributes:
                    self._fail(attrs)
                if NAMES_BESIDE_CLASS.isdisjoint(attrs):
                    meaningful = False
                    value = attrs.get("class")
                    if (key := self._classes.get(value)) is None:
                        key = self._classes[value] = class_key(value)
                else:
                    key, meaningful = key_of(attrs)
                if meaningful or (tag not in PLAIN and (key or tag in TELLING)):
                    mark = Mark(tag, key, attrs, self.box)
                    mark.ordinal = ordinal
                    self.marks.append(mark)
                    if meaningful:
                        self.page.props.append(mark)
                    self.pieces.append("\0")
                    self.events.append(mark)
                    if tag == "a":
                        self._open_links.append((mark, len(self.pictures)))
                    self.stack.append(mark)
                    return
            self.stack.append(None)
        elif (special := _SPECIAL.get(tag)) is None or special(self, tag, attrs):
            if self.pieces:
                self.flush()
            box = len(self._tags)
            key = ""
            opened: Mark | int = box
            if attrs:
                if len(attrs) > self._most_attributes:
                    self._fail(attrs)
                if NAMES_BESIDE_CLASS.isdisjoint(attrs):
                    value = attrs.get("class")
                    if (key := self._classes.get(value)) is None:
                        key = self._classes[value] = class_key(value)
                else:
                    key, meaningful = key_of(attrs)
                    if meaningful:
                        opened = mark = Mark(tag, key, attrs, self.box, box)
                        mark.ordinal = ordinal
                        self.open_mark(mark)
                        self.page.props.append(mark)
            self.stack.append(opened)
            self._tags.append(tag)
            self._keys.append(key)
            self._parents.append(self.box)
            self._ordinals.append(ordinal)
            self._firsts.append(len(self.blocks))
            self._lasts.append(0)
            self.box = box

    def end(self, _tag: str) -> None:
        """Read an end tag."""
        if self.aside:
            if self.aside == MENU and self.inside != self._menu_depth:
                self.inside -= 1
                self._menu.append((len(self.pieces), "", _NO_ATTRS, 0))
                return
            if self._end_aside():
                return
        opened = self.stack.pop()
        if opened is None:
            return
        mark = None
        if isinstance(opened, int):
            if opened < 0:
                self.end_picture()
                return
            box = opened
        else:
            mark = opened
            box = mark.own
            if box < 0:
                self.pieces.append("\0")
                self.events.append(mark)
                if mark.tag == "a":
                    first = self._open_links.pop()[1]
                    if first < len(self.pictures):
                        mark.pictures = (first, len(self.pictures))
                elif mark.tag == "picture":
                    self.end_picture()
                return
        if self.pieces:
            self.flush()
        self._lasts[box] = len(self.blocks)
        self.box = self._parents[box]
        if mark is not None:
            self.close_mark(mark)

    def close(self) -> None:
        """Do nothing: the parser calls it where the walk has failed, too."""

    def finish(self) -> None:
        """Place what still stands open at the end of the page."""
        self.flush()
        boxes = self.boxes
        boxes.last[0] = len(self.blocks)
        boxes.fill_depths()

    def _fail(self, attrs: Attrs) -> None:
        """Fail where a tag has too many attributes."""
        self.has_failed = True
        raise LimitError("tag_attributes", self._most_attributes, len(attrs))

    def _check(self) -> None:
        """Check the bounds that grow with the walk, and find when to check again."""
        self.has_failed = True
        self._deadline.check()
        ordinal, limits = self.ordinal, self._limits
        if ordinal > limits.nodes:
            raise LimitError("nodes", limits.nodes, ordinal)
        depth = len(self.stack) + self.inside
        if depth > limits.depth:
            raise LimitError("depth", limits.depth, depth)
        # No bound can be reached by fewer start tags than these.
        least = min(_CHECK_EVERY, limits.depth - depth + 1, limits.nodes - ordinal + 1)
        self._check_at = ordinal + least
        self.has_failed = False

    def release(self) -> None:
        """Let go of the page.

        lxml's parser and its context hold each other, and the walk as well, so what
        the walk holds would stay until garbage is collected.
        """
        for kind in (Run, Special, Walk):
            for name in kind.__slots__:
                delattr(self, name)

    # Elements that need a second look

    def root(self, _tag: str, attrs: Attrs) -> None:
        """Read the start tag of the page, whose box is there already."""
        if self.page.language is None:
            self.page.language = attrs.get("lang") or attrs.get("xml:lang")
        self.stack.append(None)

    def bold_start(self, tag: str, attrs: Attrs) -> None:
        """Read the start tag of a bold element, which is a mark for data only."""
        mark = None
        if attrs:
            key, meaningful = key_of(attrs)
            if meaningful:
                mark = Mark(tag, key, attrs, self.box)
                mark.ordinal = self.ordinal
                self.open_mark(mark)
                self.page.props.append(mark)
        self.stack.append(mark)
        self.aside = BOLD_TEXT
        self._bold_from = len(self.pieces)

    def quoted(self, tag: str, attrs: Attrs) -> None:
        """Read the start tag of a quotation, which is always a mark."""
        key, meaningful = key_of(attrs) if attrs else ("", False)
        mark = Mark(tag, key, attrs or {}, self.box)
        mark.ordinal = self.ordinal
        self.open_mark(mark)
        if meaningful:
            self.page.props.append(mark)
        self.stack.append(mark)

    # What is set aside

    def _start_aside(self, tag: str, attrs: Attrs) -> bool:
        """Read a start tag beside the walk; return False where it is not."""
        if self.aside == SKIP:
            self.start_skipped(tag, attrs)
            return True
        if self.aside == MENU:
            if tag not in IN_LISTS:
                self._keep_start(tag, attrs)
                return True
            self._read_menu()  # and what this tag stands in may be skipped there
            return bool(self.aside) and self._start_aside(tag, attrs)
        self._end_bold()
        return False

    def _end_aside(self) -> bool:
        """Read an end tag beside the walk; return False where it is not."""
        if self.aside == SKIP:
            self.end_skipped()
            return True
        if self.aside == MENU:
            self._end_menu()
            return True
        self._end_bold()
        return False

    def _end_bold(self) -> None:
        self.aside = 0
        self.bold += sum(map(len, self.pieces[self._bold_from :]))

    # Menus

    def nav(self, tag: str, attrs: Attrs) -> bool:
        """Read the start tag of what may be a menu; return whether it is a box.

        A mere menu is not walked: a quarter of a usual page's elements. A trail, a
        pager or a list of stories is none, whatever its tag.
        """
        if self._is_read or not _is_menu(attrs):
            return True
        self.aside = MENU
        self.inside = 0
        self._kept = self.pieces
        self.pieces = []
        self._keep_start(tag, attrs)
        return False

    def _keep_start(self, tag: str, attrs: Attrs) -> None:
        self.inside += 1
        if tag == "nav" and _is_menu(attrs):
            self._menus.append((self.inside, len(self._menu)))
            self._menu_depth = self.inside
        self._menu.append((len(self.pieces), tag, attrs, self.ordinal))

    def _end_menu(self) -> None:
        """Forget the innermost of the menus that stand open."""
        self.inside -= 1
        _, first = self._menus.pop()
        del self.pieces[self._menu[first][0] :]
        del self._menu[first:]
        if self._menus:
            self._menu_depth = self._menus[-1][0]
        else:
            self.aside = 0
            self.pieces = self._kept

    def _read_menu(self) -> None:
        """Walk what was kept: none of the `nav` that are open is a menu."""
        pieces, menu, last = self.pieces, self._menu, self.ordinal
        self.aside = self.inside = 0
        self.pieces = self._kept
        self._menu = []
        self._menus = []
        self._is_read = True
        done = 0
        for at, tag, attrs, ordinal in menu:
            for piece in pieces[done:at]:
                self.data(piece)
            done = at
            if tag:
                self.ordinal = ordinal - 1
                self.start(tag, attrs)
            else:
                self.end(tag)
        for piece in pieces[done:]:
            self.data(piece)
        self._is_read = False
        self.ordinal = last


def _is_menu(attrs: Attrs) -> bool:
    """Return whether a `nav` may be a mere menu."""
    key = key_of(attrs)[0]
    return not any(word in key for word in NO_MENU)


_Start = Callable[[Walk, str, Attrs], bool | None]


_SPECIAL: Final[Mapping[str, _Start]] = (
    dict.fromkeys(BOLD, Walk.bold_start)
    | dict.fromkeys(SKIPPED, Walk.skip)
    | dict.fromkeys(VOID, Walk.void)
    | dict.fromkeys(MEDIA, Walk.media)
    | {
        "html": Walk.root,
        "nav": Walk.nav,
        "title": Walk.title,
        "script": Walk.script,
        "base": Walk.base,
        "meta": Walk.meta,
        "link": Walk.link,
        "br": Walk.line_end,
        "img": Walk.img,
        "amp-img": Walk.amp_img,
        "image": Walk.amp_img,
        "picture": Walk.picture,
        "q": Walk.quoted,
        "cite": Walk.quoted,
        "source": Walk.source,
    }
)
