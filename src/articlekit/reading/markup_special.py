"""Elements that add no text to the page: metas, scripts, pictures and the like."""

from collections.abc import Callable, Mapping
from typing import Final

from articlekit.reading.markup_keys import key_of
from articlekit.reading.markup_tags import CODE_TYPES, LOADS, META_NAMES
from articlekit.reading.markup_text import Run
from articlekit.reading.page import HeadLink, Mark, Media, Page, Picture

# An unclosed title or quotation mark takes in the rest of the page.
_LONGEST_TITLE: Final = 1_000
_LONGEST_META: Final = 10_000

PICTURE: Final = -1
"""What stands for an open `picture` element in `Special.stack`."""
SKIP, MENU, BOLD_TEXT = 1, 2, 3
"""What `Special.aside` may be: see `Walk`."""

Attrs = Mapping[str, str]


class Special(Run):
    """Reads the elements that add no text.

    Attributes:
        ordinal: Index of the last element that began.
        stack: What each open element is: a box (its index), a mark, `PICTURE`, or
            None; without those that are skipped.
        aside: Whether, and why, what comes is not walked as the rest is.
        inside: Number of elements that stand open in what is set aside.
    """

    __slots__ = (
        "_addresses", "_finish", "_kept", "_skipped", "_sources", "_text_end", "aside",
        "inside", "ordinal", "stack",
    )  # fmt: skip

    def __init__(self, page: Page) -> None:
        """Begin with the empty columns of *page*."""
        super().__init__(page)
        self.ordinal = -1
        self.stack: list[int | Mark | None] = []
        self.aside = 0
        self.inside = 0
        self._sources: list[Attrs] | None = None  # of the picture that stands open
        self._kept: list[str] = []
        self._skipped: tuple[str, Attrs] = ("", {})
        self._addresses: list[str] = []
        self._text_end: int | None = None
        self._finish: Callable[[str], None] | None = None

    # What is skipped

    def skip(self, tag: str, attrs: Attrs) -> None:
        """Skip an element and all that it holds."""
        self.aside = SKIP
        self.inside = 1
        self._kept = self.pieces
        self.pieces = []
        self._skipped = tag, attrs
        self._addresses = []
        self._text_end = None

    def start_skipped(self, tag: str, attrs: Attrs) -> None:
        """Read a start tag inside an element that is skipped."""
        if self._text_end is None:
            self._text_end = len(self.pieces)
        if tag == "source" and self.inside == 1 and (address := attrs.get("src")):
            self._addresses.append(address)
        self.inside += 1

    def end_skipped(self) -> None:
        """Read an end tag inside an element that is skipped, or its own."""
        self.inside -= 1
        if self.inside:
            return
        pieces = self.pieces
        self.aside = 0
        self.pieces = self._kept
        if finish := self._finish:
            self._finish = None
            finish("".join(pieces[: self._text_end]))

    def title(self, tag: str, attrs: Attrs) -> None:
        """Note the title of the page, the first of several."""
        self.skip(tag, attrs)
        if self.page.title_tag is None:
            self._finish = self._end_title

    def _end_title(self, text: str) -> None:
        self.page.title_tag = " ".join(text[:_LONGEST_TITLE].split())

    def script(self, tag: str, attrs: Attrs) -> None:
        """Note a script that may hold data."""
        self.skip(tag, attrs)
        self._finish = self._end_script

    def _end_script(self, text: str) -> None:
        attrs = self._skipped[1]
        structured = self.page.structured
        kind = attrs.get("type", "")
        if kind not in CODE_TYPES:
            kind = kind.partition(";")[0].strip().lower()
        if kind == "application/ld+json":
            structured.ld_scripts.append(text)
        elif kind == "application/json":
            structured.data_scripts.append((attrs.get("id", ""), text))
        elif kind in CODE_TYPES and attrs.get("src") is None:
            structured.code_scripts.append(text)

    def media(self, tag: str, attrs: Attrs) -> None:
        """Note a frame, video or the like."""
        self.skip(tag, attrs)
        self._finish = self._end_media

    def _end_media(self, _text: str) -> None:
        tag, attrs = self._skipped
        media = Media(
            tag=tag,
            attrs=attrs or {},
            sources=tuple(self._addresses),
            box=self.box,
            block=len(self.blocks),
        )
        self.page.media.append(media)

    # What holds nothing

    def void(self, _tag: str, _attrs: Attrs) -> None:
        """Pass over an element that holds nothing and says nothing."""
        self.stack.append(None)

    def base(self, _tag: str, attrs: Attrs) -> None:
        """Note the address that relative links count from."""
        self.stack.append(None)
        if self.page.base is None:
            self.page.base = attrs.get("href")

    def meta(self, _tag: str, attrs: Attrs) -> None:
        """Note a meta element under all its names."""
        self.stack.append(None)
        content = attrs.get("content") or attrs.get("value")
        if content is None:
            return
        metas = self.page.metas
        for attribute in META_NAMES:
            if name := attrs.get(attribute):
                contents = metas.setdefault(name.strip().lower(), [])
                contents.append(content[:_LONGEST_META])
                if attribute == "itemprop":
                    self._empty_mark("meta", attrs)

    def link(self, _tag: str, attrs: Attrs) -> None:
        """Note a link element, but for those that only load something."""
        self.stack.append(None)
        rel = attrs.get("rel", "").lower()
        if rel in LOADS:
            return
        if href := attrs.get("href"):
            self.page.head_links.append(HeadLink(rel, href, attrs))
        if "itemprop" in attrs:
            self._empty_mark("link", attrs)

    def line_end(self, _tag: str, _attrs: Attrs) -> None:
        """Note a line break."""
        self.stack.append(None)
        self.line_break()

    def _empty_mark(self, tag: str, attrs: Attrs) -> None:
        """Note an element without text where it has microdata."""
        key, meaningful = key_of(attrs)
        if meaningful:
            mark = Mark(tag, key, attrs, self.box)
            mark.ordinal = self.ordinal
            self.open_mark(mark)
            self.page.props.append(mark)
            self.close_mark(mark)

    # Pictures

    def img(self, _tag: str, attrs: Attrs) -> None:
        """Note a picture that holds nothing."""
        self.stack.append(None)
        self._note_picture(attrs)

    def amp_img(self, tag: str, attrs: Attrs) -> None:
        """Note a picture that may hold others for browsers that do not know it."""
        self._note_picture(attrs)
        self.skip(tag, attrs)

    def _note_picture(self, attrs: Attrs) -> None:
        key, meaningful = key_of(attrs)
        picture = Picture(
            attrs or {},
            tuple(self._sources or ()),
            key,
            self.box,
            len(self.blocks) + self.is_pending(),
            self.innermost_link(),
            self.ordinal,
        )
        self.pictures.append(picture)
        if meaningful:
            self._empty_mark("img", attrs)

    def picture(self, tag: str, attrs: Attrs) -> None:
        """Read the element around a picture and its sources."""
        key, meaningful = key_of(attrs)
        self._sources = []
        if meaningful:
            mark = Mark(tag, key, attrs, self.box)
            mark.ordinal = self.ordinal
            self.open_mark(mark)
            self.page.props.append(mark)
            self.stack.append(mark)
        else:
            self.stack.append(PICTURE)

    def end_picture(self) -> None:
        """Forget the sources of a picture."""
        self._sources = None

    def source(self, _tag: str, attrs: Attrs) -> None:
        """Note a source of the picture that follows.

        libxml2 does not know that it is empty: what follows stands inside it.
        """
        if self._sources is not None:
            self._sources.append(attrs)
        self.stack.append(None)
