"""Selectors of source profiles, answered on a tree of the page.

The walk leaves columns behind and no tree. A profile whose rules select elements
gets one here, built from the page's bytes when the first of them is asked for; a
page without a profile never pays for it. Elements do not leave this module: what
leaves are texts, and places in the page's columns.
"""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import islice
from typing import Final, cast

from lxml import etree

from articlekit.reading.page import Page
from articlekit.reading.tree import build_tree
from articlekit.text.spaces import fold_spaces

MOST: Final = 1_000
"""Elements of one selector that are looked at."""
_LONGEST: Final = 500_000
"""Characters that one selector yields: elements in each other repeat their text."""
_SILENT: Final = frozenset(("script", "style", "template", "noscript"))
_IN_LINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark"
    " nobr q ruby rb s samp small span strike strong sub sup time tt u var wbr".split()
)
_PICTURES: Final = frozenset(("img", "amp-img", "image"))

_Element = etree._Element


@lru_cache(maxsize=4_096)
def _compiled(expression: str) -> etree.XPath:
    """Compile an XPath expression of a rule, once a process."""
    return etree.XPath(expression)


def _text(element: _Element) -> str:
    """Return the text of *element*: no scripts, a space between blocks."""
    pieces: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        pieces.append("" if inner.tag in _IN_LINE else " ")
        if event == "start":
            if inner.tag in _SILENT:
                walk.skip_subtree()
            elif inner.text:
                pieces.append(inner.text)
        elif inner is not element and inner.tail:
            pieces.append(inner.tail)
    return fold_spaces("".join(pieces))


class Tree:
    """The elements of one page.

    Selectors come as XPath expressions, checked when their rule was built.

    Attributes:
        failed: Expressions that could not be evaluated, and why: `sum("x")` is
            written rightly, and has no value.
    """

    def __init__(self, page: Page) -> None:
        """Hold *page*; nothing is built yet."""
        self._page = page
        self.failed: dict[str, str] = {}

    @cached_property
    def _root(self) -> _Element | None:
        return build_tree(self._page.source) if self._page.source else None

    def _found(self, expression: str) -> Iterator[_Element | str]:
        """Yield elements and texts that *expression* finds, in order."""
        if self._root is None:
            return
        try:
            result = cast("object", _compiled(expression)(self._root))
        except etree.XPathError as error:
            self.failed[expression] = str(error)
            return
        if isinstance(result, list):
            for item in islice(cast("list[object]", result), MOST):
                if isinstance(item, _Element | str):
                    yield item
        elif isinstance(result, str):
            yield result
        elif isinstance(result, float) and not isinstance(result, bool):
            yield f"{result:g}"

    def has(self, expression: str) -> bool:
        """Return whether *expression* finds anything, be it an empty element."""
        return next(self._found(expression), None) is not None

    def texts(self, expression: str, attr: str | None = None) -> Iterator[str]:
        """Yield the texts that *expression* finds, white space folded.

        Args:
            expression: An XPath expression.
            attr: Attribute whose values are meant in place of elements' texts.
        """
        left = _LONGEST
        for item in self._found(expression):
            if isinstance(item, str):
                text = fold_spaces(item)
            else:
                text = fold_spaces(item.get(attr, "")) if attr else _text(item)
            left -= len(text)
            if left < 0:
                return
            if text:
                yield text

    # Places in the page's columns

    @cached_property
    def _boxes(self) -> dict[_Element, int]:
        """The box of each element that is one."""
        root = self._root
        if root is None:
            return {}
        # What stands behind the end of the page is a tree beside the first one.
        trees = (root, *root.itersiblings())
        elements = [element for tree in trees for element in tree.iter()]
        ordinals = enumerate(self._page.boxes.ordinal)
        return {elements[at]: box for box, at in ordinals if at < len(elements)}

    def _box_of(self, element: _Element) -> int:
        """Return the box of *element*, or of the nearest one around it."""
        at: _Element | None = element
        while at is not None:
            if at in self._boxes:
                return self._boxes[at]
            at = at.getparent()
        return 0

    def _elements(self, expression: str) -> Iterator[_Element]:
        for item in self._found(expression):
            if not isinstance(item, str):
                yield item

    def boxes(self, expression: str) -> list[int]:
        """Return the boxes that *expression* finds; a nearest one for others."""
        return [self._box_of(element) for element in self._elements(expression)]

    def blocks(self, expression: str) -> set[int]:
        """Return the blocks that stand in the elements *expression* finds."""
        found = set[int]()
        for element in self._elements(expression):
            found.update(self._blocks_in(element))
        return found

    def _blocks_in(self, element: _Element) -> Iterator[int]:
        page, box = self._page, self._box_of(element)
        inside = range(page.boxes.first[box], page.boxes.last[box])
        if element in self._boxes:
            yield from inside
        elif text := _text(element):
            yield from (i for i in inside if page.blocks[i].text in text)

    def placed(
        self, expression: str, attr: str | None = None
    ) -> Iterator[tuple[str, int, tuple[int, ...]]]:
        """Yield text, box and blocks of each element that *expression* finds.

        Args:
            expression: An XPath expression.
            attr: Attribute whose values are meant; such a text has no blocks.
        """
        for element in self._elements(expression):
            if text := fold_spaces(element.get(attr, "")) if attr else _text(element):
                blocks = () if attr else tuple(self._blocks_in(element))
                yield text, self._box_of(element), blocks

    def pictures(self, expression: str) -> set[int]:
        """Return the pictures that are, or stand in, the elements found."""
        page, found = self._page, set[int]()
        for element in self._elements(expression):
            inside = self._inside(self._box_of(element))
            if element in self._boxes:
                found.update(inside)
            else:
                wanted = [dict(e.items()) for e in element.iter(*_PICTURES)]
                found.update(i for i in inside if page.pictures[i].attrs in wanted)
        return found

    def _inside(self, box: int) -> Iterator[int]:
        """Yield the pictures that stand in *box*."""
        page = self._page
        last = self._ends[box]
        for at, picture in enumerate(page.pictures):
            if box <= picture.box < last:
                yield at

    @cached_property
    def _ends(self) -> list[int]:
        """For each box the index after the last box inside it."""
        parents = self._page.boxes.parent
        ends = [box + 1 for box in range(len(parents))]
        for box in range(len(parents) - 1, 0, -1):
            ends[parents[box]] = max(ends[parents[box]], ends[box])
        return ends
