"""Bylines that a page prints, near the headline or elsewhere."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from articlekit.fields.author_data import (
    LONGEST_LINE,
    LONGEST_NAME,
    Source,
    read_line,
    read_name,
)
from articlekit.fields.author_marks import (
    author_marks,
    inner_href,
    speaks_of_author,
    takes_pictures,
)
from articlekit.fields.clues import Clues, has_any
from articlekit.fields.title import headline_block
from articlekit.model import Author, AuthorKind
from articlekit.reading.page import Mark, TextBlock
from articlekit.text.byline_pieces import has_label_after_date
from articlekit.text.bylines import (
    announces_names,
    has_byline_label,
    label_kinds,
    labelled_user,
    may_name_people,
)
from articlekit.text.names import (
    MOST_OF,
    every,
    is_cjk,
    is_full_name,
    is_mostly_high,
)
from articlekit.text.spaces import same_key
from articlekit.text.urls import absolute

SHOWN, SEEN, _FAR, _TEXT = 0.74, 0.7, 0.4, 0.6
_BEFORE, _AFTER, _CLUSTER = 11, 18, 4
_SHORT_DATE, _LABEL, _LONGEST_EAST = 60, 24, 80
_FARTHEST, _PROSE = 30, 180
_MOST_BLOCKS, _MOST_BOXES = 300, 40
_CLOSE, _BARE, _NAME_WORDS = 6, 0.35, 4
_BAD_BOX: Final = (
    "comment", "related", "recommend", "teaser", "sidebar", " footer", "-footer ",
    "_footer ", "most-", "popular", "newsletter", "caption", "credit", "editors-pick",
    "trending", "card-",
)  # fmt: skip
_WORST_BOX: Final = ("comment", "related", "recommend", "licen")
_NO_BYLINE: Final = frozenset(("figcaption", "li", "h1", "h2", "h3"))
_DATE_LINE: Final = re.compile(r"\d{4}|\d{1,2}[.:/]\d{1,2}")
_INNER_LABEL: Final = re.compile(r"[|•·–-]\s?(?:By|BY|Von|Par|Por)\s(?=[^\W\d_a-z])")
_INNER_SIGN: Final = re.compile(r"[|•·–-]")
_SMALL_LABEL: Final = re.compile(r" (?:by|von|par|por|di|av|af|door|przez) ")
_SENTENCE: Final = re.compile(r"\w{3,}\.(?:\s|$)|\w[!?](?:\s|$)")


def _is_bad(clues: Clues, index: int) -> bool:
    """Say whether a block stands in a box of other stories, comments and the like.

    A box that holds the headline too is the article's own, whatever its name;
    right below the headline only the worst names count.
    """
    boxes = clues.page.boxes
    head = headline_block(clues)
    close = head is not None and head < index <= head + _CLOSE
    words = _WORST_BOX if close else _BAD_BOX
    for box in boxes.around(clues.page.blocks[index].box):
        if head is not None and boxes.first[box] <= head < boxes.last[box]:
            return False
        key = boxes.key[box]
        if key and has_any(key, words):
            return True
    return False


def _has_inner_label(text: str) -> bool:
    """Say whether a label stands behind a mark: "3 June | By Jane"."""
    sign = _INNER_SIGN.search(text)
    if sign is not None and _INNER_LABEL.search(text, sign.start()):
        return True
    return _SMALL_LABEL.search(text) is not None and has_label_after_date(text)


class _Line(NamedTuple):
    """A byline that one block holds; *sure* where markup or a label says so."""

    raw: str
    authors: tuple[Author, ...]
    agencies: tuple[str, ...]
    sure: bool
    labelled: bool = False


def _lines(block: TextBlock) -> list[str]:
    """Cut the text of a block at its line breaks."""
    ends = [*block.breaks, len(block.text)]
    starts = [0, *block.breaks]
    cut = [block.text[a:b].strip() for a, b in zip(starts, ends, strict=True)]
    return [line for line in cut if line]


def _labelled_line(clues: Clues, block: TextBlock) -> _Line | None:
    """Read the line of a block that begins with a label: old pages put all in one."""
    for text in _lines(block)[1:]:
        if has_byline_label(text, clues.language):
            authors, agencies = read_line(clues, text)
            if authors and all(map(_is_plain, authors)):
                return _Line(text, authors, agencies, sure=True, labelled=True)
    return None


def _is_sentence(text: str) -> bool:
    """Say whether a line is running text: it has a full stop, or is long for its script."""
    long = len(text) > _LONGEST_EAST and is_cjk(text)
    return long or _SENTENCE.search(text) is not None


def _printed(clues: Clues, index: int) -> _Line | None:
    """Read the byline that one block holds, if it holds one."""
    block = clues.page.blocks[index]
    if len(block.text) > LONGEST_LINE or "(@" in block.text:
        return None  # the second is how a quoted post is signed
    labelled, other = label_kinds(block.text, clues.language)
    line = _labelled_line(clues, block) if block.breaks and not labelled else None
    if other or line:
        return None if other else line
    labelled = labelled or _has_inner_label(block.text)
    marks = author_marks(clues, block) if block.marks else []
    if not (labelled or marks or speaks_of_author(clues, block)):
        return _announced(clues, index) or _bare(clues, index)
    sentence = not labelled and not marks and _is_sentence(block.text)
    if sentence or _is_bad(clues, index):
        return None
    text = "\n".join(_lines(block)) if block.breaks else block.text
    authors, agencies = _credited(clues, text, marks, labelled=labelled)
    if not authors and not agencies:
        return None
    return _Line(block.text, authors, agencies, sure=True, labelled=labelled)


def _credited(
    clues: Clues, text: str, marks: list[Mark], *, labelled: bool
) -> tuple[tuple[Author, ...], tuple[str, ...]]:
    """Read a line that label, marks or class words call a byline."""
    authors, agencies = read_line(clues, text)
    if not authors and not agencies:
        user = labelled_user(text, clues.language, anyhow=not labelled)
        authors = (Author(user),) if user else ()
        if user and not marks:
            return authors, ()
    if marks:
        return _marked(clues, marks, authors, agencies)
    if not labelled:
        authors = tuple(a for a in authors if " " in a.name or is_cjk(a.name))
    return authors, agencies


def _marked(
    clues: Clues,
    marks: list[Mark],
    authors: tuple[Author, ...],
    agencies: tuple[str, ...],
) -> tuple[tuple[Author, ...], tuple[str, ...]]:
    """Prefer the names that marks hold to those read from the whole line."""
    base = clues.hints.url or clues.page.base
    named: list[Author] = []
    for mark in marks:
        if takes_pictures(clues, mark):
            continue
        text = clues.page.text_of(mark)
        people, wires = (
            read_name(clues, text) if " " not in text else read_line(clues, text)
        )
        if not people and not wires:
            user = labelled_user(text, clues.language, anyhow=True)
            people = (Author(user),) if user else ()
        agencies = tuple(dict.fromkeys([*agencies, *wires]))
        href = mark.attrs.get("href") or inner_href(clues, mark)
        url = absolute(base, href) if len(people) == 1 else None
        named += [
            Author(a.name, a.kind, a.role, url)
            for a in people
            if a.name.casefold() not in every("noise")
        ]
    if len(named) > 1 and not any(" " in a.name or is_cjk(a.name) for a in named):
        named = named[:1]  # the others are sections or tags
    full = [a for a in authors if " " in a.name or is_cjk(a.name)]
    if len(full) > len(named) or not named:
        return tuple(full) or authors, agencies
    roles = {a.name: a.role for a in authors}
    return tuple(
        Author(a.name, a.kind, a.role or roles.get(a.name), a.url) for a in named
    ), agencies


def _is_plain(author: Author) -> bool:
    """Say whether an author has a full name of few words."""
    return is_full_name(author.name) and len(author.name.split()) <= _NAME_WORDS


def _may_be_bare(clues: Clues, index: int) -> bool:
    """Say whether a block has the form of a name: short, spaced, beside a date."""
    block = clues.page.blocks[index]
    text, east = block.text, is_cjk(block.text)
    if len(text) > LONGEST_NAME or block.tag in _NO_BYLINE or not (" " in text or east):
        return False
    if text.isascii() and text[:1].islower():
        return False
    if any(map(str.isdigit, text)):
        if not (_DATE_LINE.search(text) or _dated_neighbour(clues, index)):
            return False
        return east or may_name_people(text)
    return not east and is_mostly_high(text) and _dated_neighbour(clues, index)


def _bare(clues: Clues, index: int) -> _Line | None:
    """Read a line right below the headline that is a name, alone or with a date."""
    if not _may_be_bare(clues, index):
        return None
    block = clues.page.blocks[index]
    text = block.text
    authors, agencies = read_line(clues, text)
    if not authors or not all(map(_is_plain, authors)):
        return None
    named = sum(len(author.name) for author in authors)
    whole = any(map(str.isdigit, text)) or named >= MOST_OF * len(text)
    if not whole or _is_bad(clues, index) or block.link_chars > 2 * named:
        return None
    return _Line(text, authors, agencies, sure=False)


def _announced(clues: Clues, index: int) -> _Line | None:
    """Read a name whose label stands alone in the line before."""
    blocks = clues.page.blocks
    label = blocks[index - 1].text if index else ""
    if not label or len(label) > _LABEL or not announces_names(label, clues.language):
        return None
    text = blocks[index].text
    if len(text) > LONGEST_NAME or _is_bad(clues, index):
        return None
    authors, agencies = read_line(clues, text)
    if not authors or not all(map(_is_plain, authors)):
        return None
    line = f"{label} {text}"
    return _Line(line, authors, agencies, sure=True, labelled=True)


def _dated_neighbour(clues: Clues, index: int) -> bool:
    """Say whether the line before or behind a block is a date."""
    blocks = clues.page.blocks
    lines = [
        b.text for b in blocks[max(0, index - 1) : index + 2] if b is not blocks[index]
    ]
    return any(len(line) <= _SHORT_DATE and _DATE_LINE.search(line) for line in lines)


def _prose_from(blocks: list[TextBlock], head: int) -> int:
    """Return the index behind which a byline is looked for no further."""
    last = min(len(blocks), head + _FARTHEST)
    long = (
        i
        for i in range(head + 1, last)
        if len(blocks[i].text) > _PROSE
        and 2 * blocks[i].link_chars < len(blocks[i].text)
    )
    first = next(long, head)
    return max(min(len(blocks), head + _AFTER), min(first + 2, last))


def _near_headline(clues: Clues, head: int | None) -> list[int]:
    """List the blocks where a byline mostly stands, in order of likelihood."""
    blocks = clues.page.blocks
    if head is not None:
        below = range(head + 1, _prose_from(blocks, head))
        above = range(head - 1, max(-1, head - _BEFORE), -1)
        return [*below, *above]
    texts = (b.text[:LONGEST_NAME] for b in blocks[:_MOST_BLOCKS])
    return [i for i, text in enumerate(texts) if has_byline_label(text, clues.language)]


def _names_people(line: _Line) -> bool:
    """Say whether a line names a person."""
    return any(author.kind is AuthorKind.PERSON for author in line.authors)


def printed_bylines(clues: Clues) -> Iterator[Source]:
    """Yield the bylines that are printed: near the headline, else anywhere."""
    head = headline_block(clues)
    order = _near_headline(clues, head)
    lines = _read_lines(clues, order)
    sure = [i for i in order if i in lines and lines[i].sure]
    if sure:
        people = [i for i in sure if _names_people(lines[i])]
        rest = [i for i in sure if i not in people[:1]]
        first = lines[people[0] if people else sure[0]]
        weight = SHOWN if first.labelled else SEEN
        yield _joined(clues, lines, [*people[:1], *rest], weight)
        return
    close = range((head or 0) + 1, (head or 0) + _CLOSE + 1)
    bare = [i for i in order if i in lines and i in close]
    if bare:
        numbered = any(map(str.isdigit, lines[bare[0]].raw))
        yield _joined(clues, lines, bare[:1], _TEXT if numbered else _BARE)
    found = next(_elsewhere(clues, head), None) or next(_closing(clues, head), None)
    if found:
        yield found


def _elsewhere(clues: Clues, head: int | None) -> Iterator[Source]:
    """Yield the bylines of boxes below that speak of authors."""
    blocks, boxes = clues.page.blocks, clues.page.boxes
    spoken = {m.first for m in clues.marks("author")}
    spoken |= {boxes.first[box] for box in clues.boxes("author")}
    below = sorted(i for i in spoken if (head or -1) < i < len(blocks))
    for index in below[:_MOST_BOXES]:
        line = _printed(clues, index)
        named = line and (line.labelled or all(map(_is_plain, line.authors)))
        if line and line.sure and named:
            yield _joined(clues, {index: line}, [index], _FAR)


def _closing(clues: Clues, head: int | None) -> Iterator[Source]:
    """Yield the labelled bylines that stand below running text."""
    blocks = clues.page.blocks
    prose = -_CLUSTER
    for index in range((head or 0) + 1, min(len(blocks), (head or 0) + _MOST_BLOCKS)):
        text = blocks[index].text
        if len(text) > LONGEST_NAME:
            prose = index
        elif index - prose <= _CLUSTER and has_byline_label(text, clues.language):
            line = _printed(clues, index)
            if line and line.authors and all(map(_is_plain, line.authors)):
                yield _joined(clues, {index: line}, [index], _FAR)


def _read_lines(clues: Clues, order: list[int]) -> dict[int, _Line]:
    """Read the bylines of blocks, up to those beside the first that is sure."""
    lines: dict[int, _Line] = {}
    first: int | None = None
    for index in order:
        if first is not None and abs(index - first) > _CLUSTER:
            break
        line = _printed(clues, index)
        if line:
            lines[index] = line
            if first is None and line.sure and _names_people(line):
                first = index
    return lines


def _joined(
    clues: Clues, lines: dict[int, _Line], order: list[int], confidence: float
) -> Source:
    """Join the first line of *order* and those of the same kind beside it."""
    first = order[0]
    blocks, keys = clues.page.blocks, clues.page.boxes.key
    like = keys[blocks[first].box], blocks[first].tag
    same = [i for i in order if (keys[blocks[i].box], blocks[i].tag) == like]
    near = [lines[first]]
    near += [
        lines[i]
        for i in same
        if i != first and abs(i - first) <= _CLUSTER and not lines[first].labelled
    ]
    if not any(a.kind is AuthorKind.PERSON for a in lines[first].authors):
        near += [
            lines[i] for i in order if i not in same and abs(i - first) <= _CLUSTER
        ]
    authors: dict[str, Author] = {}
    for line in near:
        for author in line.authors:
            authors.setdefault(same_key(author.name), author)
    agencies = dict.fromkeys(name for line in near for name in line.agencies)
    raw = "\n".join(dict.fromkeys(line.raw for line in near[:3]))
    return Source(
        tuple(authors.values()),
        tuple(agencies),
        "text",
        f"block {first}",
        raw,
        confidence,
    )
