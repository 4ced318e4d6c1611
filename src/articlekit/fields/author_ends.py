"""Bylines that sign a text at its end, without a label: "Ada Birch, Ben Cole"."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final

from articlekit.fields.author_data import LONGEST_NAME, Source, read_line
from articlekit.fields.clues import Clues, has_any
from articlekit.fields.title import headline_block
from articlekit.model import Author, AuthorKind
from articlekit.reading.page import TextBlock
from articlekit.text.bylines import is_other_credit
from articlekit.text.late import late
from articlekit.text.lexicons import primary
from articlekit.text.names import given_names, is_cjk, is_full_name
from articlekit.text.spaces import same_key

_MOST_BLOCKS, _BETWEEN, _BEHIND = 300, 3, 6
_PROSE, _PROSE_EAST, _FEW_WORDS, _MOST_NAMES, _SHORTEST = 80, 40, 4, 5, 3
_CONFIDENCE, _ENOUGH, _LEAST = 0.4, 0.7, 2
_FIGURES: Final = frozenset(("figure", "figcaption", "aside", "li", "blockquote"))
_NO_SIGNATURE: Final = frozenset(
    ("li", "figcaption", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "dt", "dd", "cite", "button")
)  # fmt: skip
_OTHER_BOX: Final = (
    "comment", "related", "recommend", "teaser", "sidebar", "caption", "credit", "quote",
    "citation", "zitat", "tags", "share", "social", "newsletter", "testimonial",
)  # fmt: skip
# A bracket that closes a text: "…, he said. (Ada Birch)", "…した。【山田花子、森田一】".
_BRACKET: Final = late(r"(?:^|[.!?…»”\"。！？」』\s])\s?(【[^【】]{2,60}】|[(（\[][^()（）\[\]]{2,60}[)）\]])$")  # fmt: skip
_OPENING: Final = frozenset("【(（[—–―")
_EDGES: Final = "【】()（）[]—–-―~*= \t"
# What else stands in brackets at the end of a Japanese or Chinese text.
_CLOSINGS: Final = frozenset(
    "終わり 終 おわり 完 了 つづく 続く 続 敬称略 文中敬称略 敬称一部略 年齢は当時 肩書は当時 共同 時事 全文完 待续 未完 完结 合众 끝 계속".split()
)
_CODE: Final = late(r"(?:[,;/]\s?|\s?[(（])[^\W\d_A-Z]{1,5}[.)）]?$")


def _is_prose(text: str) -> bool:
    """Say whether a text is long enough to be a paragraph."""
    return len(text) > _PROSE or (len(text) > _PROSE_EAST and is_cjk(text))


def _named(clues: Clues, text: str) -> tuple[tuple[Author, ...], tuple[str, ...]]:
    """Read a signature: full names, and agencies, and hardly anything beside them."""
    bare = text.strip(_EDGES) if text[0] in _OPENING else text.strip()
    if bare in _CLOSINGS or bare.endswith((":", "：")) or any(map(str.isdigit, bare)):
        return (), ()
    if not bare or is_other_credit(bare, clues.language):
        return (), ()
    authors, agencies = read_line(clues, bare)
    people = [a for a in authors if a.kind is AuthorKind.PERSON]
    if not people or len(people) < len(authors) or len(people) > _MOST_NAMES:
        return (), ()
    if not all(_is_plain(author.name) for author in people):
        return (), ()
    said = sum(len(same_key(n)) for n in (*(a.name for a in people), *agencies))
    said += sum(len(same_key(a.role)) for a in people if a.role)
    whole = said >= _ENOUGH * len(same_key(_CODE.sub("", bare)))
    return (tuple(people), agencies) if whole else ((), ())


def _is_plain(name: str) -> bool:
    """Say whether a name has a first and a last part; signs of three or four letters."""
    words = name.split()
    if not is_full_name(name) or len(words) > _FEW_WORDS or len(name) < _SHORTEST:
        return False
    return is_cjk(name) or not any(
        w.isupper() and 1 < len(w) <= _SHORTEST for w in words
    )


def _may_sign(clues: Clues, block: TextBlock) -> bool:
    """Say whether a block is no item, heading, caption or part of another box."""
    boxes = clues.page.boxes
    if block.tag in _NO_SIGNATURE or boxes.find(block.box, _FIGURES) >= 0:
        return False
    if 2 * block.link_chars > len(block.text):
        return False
    around = islice(boxes.around(block.box), 2)
    return not any(has_any(boxes.key[box], _OTHER_BOX) for box in around)


def _follows(clues: Clues, index: int, around: int) -> str:
    """Say what of the same box follows a block: "prose", "more" or nothing."""
    parent = clues.page.boxes.parent
    found = ""
    for block in clues.page.blocks[index + 1 : index + 1 + _BEHIND]:
        if parent[block.box] == around:
            if _is_prose(block.text):
                return "prose"
            found = "more"
    return found


def _signatures(clues: Clues, head: int) -> Iterator[tuple[int, str]]:
    """Yield (block, line) of what may sign the text, in order."""
    page, parent = clues.page, clues.page.boxes.parent
    around = between = -1
    seen: Counter[int] = Counter()
    for index in range(head + 1, min(len(page.blocks), head + _MOST_BLOCKS)):
        block = page.blocks[index]
        if _is_prose(block.text):
            around, between = parent[block.box], 0
            seen[around] += 1
            line = _closing_line(block)
        elif around in {parent[block.box], block.box}:
            between += 1
            line = block.text[: block.breaks[0]] if block.breaks else block.text
        else:
            continue
        if between > _BETWEEN or (seen[around] < _LEAST and not block.breaks):
            continue
        if line and len(line) <= LONGEST_NAME and _may_sign(clues, block):
            yield index, line


def _closing_line(block: TextBlock) -> str:
    """Return the last line of a paragraph, or the bracket that closes it; "" for none."""
    text = block.text
    if block.breaks and text[block.breaks[-1] :].strip()[:1] in _OPENING:
        return text[block.breaks[-1] :].strip()
    match = _BRACKET.search(text, max(0, len(text) - LONGEST_NAME))
    return match[1] if match else ""


def _is_sure(clues: Clues, line: str, *, last: bool) -> bool:
    """Say whether one name alone signs a text; two German nouns look like one, too."""
    if line[0] in _OPENING:
        return True
    nouns = primary(clues.language) in {"de", ""}
    return last and (not nouns or line.split(maxsplit=1)[0].casefold() in given_names())


def signed_off(clues: Clues) -> Iterator[Source]:
    """Yield the names that sign the text: right below it, or at its very end.

    Args:
        clues: The page.

    Yields:
        One source at the most. A line counts where it holds names and nothing
        else, is set off from the text, and no paragraph follows it; one name
        outside of brackets must be the last of its box.
    """
    head = headline_block(clues)
    if head is None:
        return
    parent = clues.page.boxes.parent
    for index, line in _signatures(clues, head):
        after = _follows(clues, index, parent[clues.page.blocks[index].box])
        if after == "prose":
            continue
        authors, agencies = _named(clues, line)
        if authors and (len(authors) > 1 or _is_sure(clues, line, last=not after)):
            locator = f"block {index}"
            yield Source(authors, agencies, "text", locator, line, _CONFIDENCE)
            return
