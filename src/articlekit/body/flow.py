"""The flow of a text: what belongs to it by where it stands and how it is made.

A score looks at one block and its neighbours. Where the text around a block is
known, more can be said: a sub-heading of two words between paragraphs, a row of
figures in a table between them, a paragraph full of links among others that are
made alike.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Final

from articlekit.body.features import ending_of
from articlekit.reading.page import Page, TextBlock

HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TABLE: Final = frozenset(("table",))
_ROW: Final = frozenset(("tr",))
_CELLS: Final = frozenset(("td", "th"))
_TABLE_PARTS: Final = frozenset(("table", "tbody", "thead", "tr", *_CELLS))
"""Class words of these say how a row looks, hardly ever that it is no text."""
_FLOW: Final = frozenset((
    "p", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre",
    *_TABLE_PARTS, *HEADINGS,
))  # fmt: skip
_LIKELY: Final = -2.0
_POSSIBLE: Final = -3.5
_NEAR: Final = 3
_MAIN_FORM: Final = 0.1
"""Share of the text that is made alike, from which on a form is that of the text."""
_SENTENCE, _PARAGRAPH = 40, 80
_BEHIND, _BEHIND_LIKELY, _REACH = 6, -1.0, 40
_MOST_LINKED: Final = 0.4
_FEWEST_CARDS, _CARDS = 4, 0.2
_FEWEST_HEADS: Final = 3
_LONGEST_CELL: Final = 200
_FEWEST_ROWS: Final = 3
_ENOUGH_CELLS: Final = 0.3


def with_flow(page: Page, scores: Sequence[float], chosen: list[int]) -> list[int]:
    """Add blocks that belong to the flow of the chosen ones.

    Args:
        page: The page.
        scores: For each block a log of odds that it belongs to the body.
        chosen: Indices of the blocks chosen so far, in order.

    Returns:
        *chosen* with paragraphs that are made like most of them, the texts of
        cards between them, what stands there in the same flow, and the rest of
        tables begun.
    """
    if not chosen:
        return chosen
    if loose := _loose_texts(page, scores, chosen):
        chosen = _with_alike(page, scores, chosen, loose)
    chosen = _with_gaps_filled(page, scores, chosen)
    return _with_whole_tables(page, _with_sub_headings(page, chosen))


# Paragraphs that are made alike


def _loose_texts(
    page: Page, scores: Sequence[float], chosen: Sequence[int]
) -> list[int]:
    """Return what may be text between and behind *chosen* by its length and links.

    What has a better score and is not chosen was left out for a reason.
    """
    blocks, known = page.blocks, frozenset(chosen)
    first, last = chosen[0] + 1, chosen[-1] + _REACH
    possible = [
        index
        for index, score in enumerate(scores[first:last], first)
        if _POSSIBLE < score <= 0
    ]
    return [
        index
        for index in possible
        if len(blocks[index].text) >= _SENTENCE
        and blocks[index].link_chars <= _MOST_LINKED * len(blocks[index].text)
        and index not in known
    ]


def _with_alike(
    page: Page, scores: Sequence[float], chosen: list[int], loose: Sequence[int]
) -> list[int]:
    """Add those of the *loose* texts that are made like most, or make a list."""
    blocks = page.blocks
    ended = [index for index in loose if ending_of(blocks[index].text) == 0]
    if len(ended) == len(loose) or _has_stops(page, chosen):
        loose = ended
    if not loose:
        return chosen
    alike = frozenset(_made_alike(page, scores, chosen, loose))
    rest = [index for index in loose if index not in alike]
    chosen = sorted({*chosen, *alike})
    return sorted({*chosen, *_in_cards(page, chosen, rest)})


def _made_alike(
    page: Page, scores: Sequence[float], chosen: Sequence[int], loose: Sequence[int]
) -> Iterator[int]:
    """Yield texts made like most of the text, between and right behind it."""
    forms = _main_forms(page, chosen)
    last = end = chosen[-1]
    for index in loose:
        block = page.blocks[index]
        if block.tag == "li" or _form_of(page, block) not in forms:
            continue
        if index > last:
            near = index <= end + _BEHIND and scores[index] > _BEHIND_LIKELY
            if not near or len(block.text) < _PARAGRAPH:
                continue
            end = index
        yield index


def _has_stops(page: Page, chosen: Sequence[int]) -> bool:
    """Return whether most paragraphs end with a sentence; in Thai none does."""
    texts = [page.blocks[index].text for index in chosen]
    long = [text for text in texts if len(text) >= _PARAGRAPH]
    return 2 * sum(ending_of(text) == 0 for text in long) >= len(long)


def _in_cards(page: Page, chosen: Sequence[int], loose: Sequence[int]) -> Iterator[int]:
    """Yield the texts of cards that make up a good part of the text around them.

    A card in a text leads elsewhere; many that are made alike, each with a text
    of its own, are the items of a list of things to buy or to see.
    """
    blocks = page.blocks
    groups: dict[_Form, list[int]] = {}
    for index in loose:
        if index < chosen[-1] and len(blocks[index].text) >= _PARAGRAPH:
            groups.setdefault(_form_of(page, blocks[index]), []).append(index)
    many = [group for group in groups.values() if len(group) >= _FEWEST_CARDS]
    if not many:
        return
    enough = _CARDS * sum(len(blocks[index].text) for index in chosen)
    for group in many:
        if sum(len(blocks[index].text) for index in group) >= enough:
            yield from group


_Form = tuple[str, str, str]


def _form_of(page: Page, block: TextBlock) -> _Form:
    boxes, box = page.boxes, block.box
    return boxes.tag[box], boxes.key[box], boxes.key[boxes.parent[box]]


def _main_forms(page: Page, chosen: Sequence[int]) -> frozenset[_Form]:
    """Return the forms that more than a tenth of the text has."""
    lengths: dict[_Form, int] = {}
    for index in chosen:
        block = page.blocks[index]
        form = _form_of(page, block)
        lengths[form] = lengths.get(form, 0) + len(block.text)
    enough = _MAIN_FORM * sum(lengths.values())
    return frozenset(form for form, length in lengths.items() if length > enough)


# Gaps


def _with_gaps_filled(
    page: Page, scores: Sequence[float], chosen: list[int]
) -> list[int]:
    """Add blocks between chosen ones that stand in the same flow of text.

    The name above a paragraph of a gallery, a short answer of an interview, the
    cells of a table: alone they look like nothing, between paragraphs they are
    text.
    """
    filled = [chosen[0]]
    for before, after in pairwise(chosen):
        if after - before > 1:
            filled += _between(page, scores, before, after)
        filled.append(after)
    return filled


def _with_sub_headings(page: Page, chosen: list[int]) -> list[int]:
    """Add headings right above chosen blocks where several are made alike."""
    blocks = page.blocks
    groups: dict[_Form, list[int]] = {}
    for before, after in pairwise(chosen):
        head = blocks[after - 1]
        if (
            after - before > 1
            and head.tag in HEADINGS
            and 2 * head.link_chars < len(head.text)
        ):
            groups.setdefault(_form_of(page, head), []).append(after - 1)
    added = [
        group
        for group in groups.values()
        if len({blocks[index].text for index in group}) == len(group) >= _FEWEST_HEADS
    ]
    return sorted(chain(chosen, *added)) if added else chosen


def _between(
    page: Page, scores: Sequence[float], before: int, after: int
) -> Iterator[int]:
    """Yield the blocks of a gap that belong to the text around it."""
    blocks, boxes = page.blocks, page.boxes
    around = set(boxes.around(blocks[before].box))
    common = next(b for b in boxes.around(blocks[after].box) if b in around)
    beside = {boxes.parent[blocks[index].box] for index in (before, after)}
    for index in range(before + 1, after):
        block = blocks[index]
        if 2 * block.link_chars < len(block.text) and (
            _is_beside(page, block, beside)
            or _flows(page, block.box, common, likely=scores[index] > _LIKELY)
            or (
                after - index <= _NEAR
                and block.tag in HEADINGS
                and _is_wrapped_like(page, block.box, (before, after), common)
            )
        ):
            yield index


def _is_wrapped_like(
    page: Page, box: int, others: tuple[int, int], common: int
) -> bool:
    """Return whether a heading has the wrappers of the text that it stands in."""
    wrappers = _wrappers(page, box, common)
    alike = (_wrappers(page, page.blocks[index].box, common) for index in others)
    return bool(wrappers) and wrappers in alike


def _wrappers(page: Page, box: int, common: int) -> list[tuple[str, str]]:
    """Return tags and keys of the boxes between *box* and *common*, both left out."""
    boxes = page.boxes
    found: list[tuple[str, str]] = []
    box = boxes.parent[box]
    while box > common:
        found.append((boxes.tag[box], boxes.key[box]))
        box = boxes.parent[box]
    return found if box == common else []


def _is_beside(page: Page, block: TextBlock, parents: set[int]) -> bool:
    """Return whether a plain paragraph stands right beside chosen ones."""
    boxes, box = page.boxes, block.box
    return block.tag == "p" and not boxes.key[box] and boxes.parent[box] in parents


def _flows(page: Page, box: int, common: int, *, likely: bool) -> bool:
    """Return whether only tags of running text stand between *box* and *common*.

    Args:
        page: The page.
        box: The box of a block.
        common: The box that holds it and its chosen neighbours.
        likely: Whether the block may be text by its score; else none of those
            tags may have class words either, which say that it is something.
    """
    boxes = page.boxes
    while box > common:
        tag = boxes.tag[box]
        plain = boxes.key[box] == "" or tag in _TABLE_PARTS
        if tag not in _FLOW or not (likely or plain):
            return False
        box = boxes.parent[box]
    return box == common


# Tables


def _with_whole_tables(page: Page, chosen: list[int]) -> list[int]:
    """Add the rest of data tables of which a good part is chosen."""
    cells = [i for i in chosen if page.blocks[i].tag in _CELLS]
    if not cells:
        return chosen
    known = frozenset(chosen)
    added: set[int] = set()
    for inside in _tables_of(page, cells):
        if _is_data(page, inside) and _is_begun(page, inside, known):
            added.update(inside)
    return sorted(known | added)


def _tables_of(page: Page, cells: Sequence[int]) -> Iterator[range]:
    """Yield the blocks of the innermost tables of some cells, the last one first.

    What holds another table only lays out the page.
    """
    boxes = page.boxes
    tables = {boxes.find(page.blocks[index].box, _TABLE) for index in cells} - {-1}
    end = len(page.blocks)
    for table in sorted(tables, reverse=True):
        if boxes.last[table] <= end:
            yield range(boxes.first[table], boxes.last[table])
        end = min(end, boxes.first[table])


def _is_data(page: Page, inside: range) -> bool:
    """Return whether the blocks of a table are short and stand in several rows."""
    blocks = page.blocks
    if max(len(blocks[i].text) for i in inside) > _LONGEST_CELL:
        return False
    rows = {page.boxes.find(blocks[i].box, _ROW) for i in inside}
    return len(rows) >= _FEWEST_ROWS


def _is_begun(page: Page, inside: range, known: frozenset[int]) -> bool:
    """Return whether enough of the blocks that are not linked are chosen."""
    blocks = page.blocks
    plain = [i for i in inside if 2 * blocks[i].link_chars < len(blocks[i].text)]
    return sum(i in known for i in plain) >= _ENOUGH_CELLS * len(plain)
