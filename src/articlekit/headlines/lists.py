"""Cards -> lists: which cards stand together, and under which heading."""

from functools import lru_cache
from typing import Final

from articlekit.headlines.cards import Card, width_of
from articlekit.headlines.inline import (
    LABEL_KINDS,
    LONGEST_LABEL,
    inner_label,
    label_end,
)
from articlekit.headlines.names import NOT_STORIES, is_list_heading, name_kind
from articlekit.headlines.small import badge_of, has_digit, is_count, is_date, is_noise
from articlekit.reading.page import Page

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TITLED: Final = (
    "title", "titul", "titel", "titre", "titolo", " tit ", "-tit ", "head", "hdr", "label",
    " name ", "caption",
)  # fmt: skip
_LOUD: Final = (
    "bold",
    "font-black",
    "uppercase",
    "text-lg",
    "text-xl",
    "text-2xl",
    "text-3xl",
)
_WHOLE_PAGE: Final = frozenset(("html", "body", "main"))
_WEAK_KINDS: Final = frozenset((None, "other", NOT_STORIES))
_AROUND_LABEL: Final = " :|–—-()[]（）【】｜：»>"
_KICKER_KINDS: Final = frozenset(("top", "latest"))
_INNER_KINDS: Final = frozenset(("inline", "related"))
"""Kinds of labels that a link may begin with; the others stand there as kickers."""
_LEAST_BLOCKS: Final = 2
_WIDEST: Final = 64
_MOST_STEPS: Final = 6
_LONG_TEXT: Final = 130
_SHORTEST: Final = 6
_BRANCH: Final = 3
_LEAST_SENTENCE: Final = 24
_WIDEST_TAB: Final = 30
_MOST_TABS: Final = 8
_LONGEST_SCOPE: Final = 80
_SURE, _LIKELY, _LIKE, _WEAK = 4, 3, 2, 1


@lru_cache(maxsize=2_048)
def _loudness(words: str) -> int:
    """Say how sure boxes with these words are headings; the pages of a site repeat them."""
    if any(part in words for part in _TITLED):
        return _LIKE
    return _WEAK if any(part in words for part in _LOUD) else 0


def _is_sentence(text: str) -> bool:
    return len(text) > _LEAST_SENTENCE and text[-1] in ".,;" and not text.endswith("..")


def _is_dated(text: str) -> bool:
    return any(map(str.isdigit, text)) and is_date(text)


class Heading:
    """The name that stands over cards.

    Attributes:
        text: As shown.
        block: Index of its block.
        kind: Key of the word lists that hold it, or None.
        tagged: Whether it is an h-tag.
        scope: The box that it holds for.
        tabs: The labels of the tabs that it is one of.
        attached: Whether it is a label before a link, in one line with it.
    """

    __slots__ = ("attached", "block", "kind", "scope", "tabs", "tagged", "text")

    def __init__(self, text: str, block: int, kind: str | None) -> None:
        """Make a heading whose reach is not known yet."""
        self.text = text
        self.block = block
        self.kind = kind
        self.tagged = self.attached = False
        self.scope = -1
        self.tabs: list[Heading] = []


class StoryList:
    """Cards that stand together.

    Attributes:
        cards: The cards in order.
        heading: What stands over them, or None.
        parent: The box around them.
    """

    __slots__ = ("cards", "heading", "parent")

    def __init__(self, parent: int, heading: Heading | None) -> None:
        """Make an empty list."""
        self.parent = parent
        self.heading = heading
        self.cards: list[Card] = []


class Headings:
    """Finds the heading over a card."""

    def __init__(
        self, page: Page, body: frozenset[int] | set[int], language: str | None
    ) -> None:
        """Prepare for the cards of one page."""
        self.page = page
        self.body = body
        self.start, self.end = min(body, default=-1), max(body, default=-1)
        self.language = language
        self.seen: dict[int, tuple[int, Heading] | None] = {}

    def over(
        self, at: int, cards: list[Card], inherited: Heading | None
    ) -> Heading | None:
        """Return the heading over a card, or None.

        Args:
            at: Index of the card.
            cards: All cards.
            inherited: The heading of the card before it.
        """
        card = cards[at]
        floor = cards[at - 1].last if at else 0
        found = self.inside(at, cards)
        if found is None and floor < card.first:
            found = self.before(card, floor)
        if found or inherited is None:
            return found
        boxes, scope = self.page.boxes, inherited.scope
        return (
            inherited if boxes.first[scope] <= card.first < boxes.last[scope] else None
        )

    def inside(self, at: int, cards: list[Card]) -> Heading | None:
        """Return the heading that stands in a card that is a list by itself."""
        card = cards[at]
        text = self.label_before(card)
        if text:
            label = Heading(text, card.first, name_kind(text, self.language))
            label.attached, label.scope = True, card.parent
            return label
        if card.last - card.first < _LEAST_BLOCKS or card.box < 0:
            return None
        text = self.named(card.first)
        if len(text) > LONGEST_LABEL or not is_list_heading(text, self.language):
            return None
        kind = name_kind(text, self.language)
        if kind == "opinion" or badge_of(text):
            return None
        if self.repeats(text, kind, at, cards):
            return None
        heading = Heading(text, card.first, kind)
        heading.scope = card.box
        card.first += 1
        return heading

    def repeats(self, text: str, kind: str | None, at: int, cards: list[Card]) -> bool:
        """Say whether the cards beside a card begin with the same words."""
        card = cards[at]
        beside = (*cards[max(at - 1, 0) : at], *cards[at + 1 : at + 2])
        touching = [c for c in beside if card.first == c.last or card.last == c.first]
        if kind in _KICKER_KINDS:
            return bool(touching)
        return any(self.named(c.first) == text for c in touching)

    def label_before(self, card: Card) -> str | None:
        """Return the "Also read" before a link or at its start; it leaves the title."""
        mark = card.links[0].mark
        if mark.first != card.first or mark.first >= len(self.page.blocks):
            return None
        text = self.page.blocks[mark.first].text
        end, kinds = mark.start, LABEL_KINDS
        if end == 0 and self.start < card.first < self.end:
            end = label_end(text, self.language)
        if end == 0:
            end = inner_label(self.page.blocks[mark.first].marks, mark)
            kinds = _INNER_KINDS
        if not 0 < end <= _WIDEST:
            return None
        label = text[:end].strip(_AROUND_LABEL).partition(":")[0].rstrip()
        if name_kind(label, self.language) not in kinds:
            return None
        card.start = end
        whole = f"【{label}】"
        return whole if text.startswith(whole) else label

    def before(self, card: Card, floor: int) -> Heading | None:
        """Look for a heading in the blocks between *floor* and *card*."""
        best: Heading | None = None
        rank, steps = 0, _MOST_STEPS
        for at in range(
            card.first - 1, max(floor, card.first - 1 - 2 * _MOST_STEPS) - 1, -1
        ):
            text = self.page.blocks[at].text
            if len(text) > _LONG_TEXT or not steps or rank == _SURE:
                break
            if is_noise(text):
                continue
            steps -= 1
            found = self.judge(at)
            if found and found[0] > rank and self.reaches(found[1], card):
                rank, best = found
                if best.tabs:
                    break
        return best

    def judge(self, block: int) -> tuple[int, Heading] | None:
        """Say how sure it is that *block* is a heading."""
        if block not in self.seen:
            self.seen[block] = self.look(block)
        return self.seen[block]

    def look(self, at: int) -> tuple[int, Heading] | None:
        """Look at a block that is no noise; dates are dear to find."""
        block, text = self.page.blocks[at], self.named(at)
        if len(text) > _WIDEST or width_of(text) > _WIDEST or _is_sentence(text):
            return None
        if has_digit(text) and (len(text) <= _SHORTEST or is_count(text)):
            return None
        kind = name_kind(text, self.language)
        if kind is None and at in self.body:
            return None
        words, tagged = self.words_about(at)
        rank = self.rank(kind, words, tagged=tagged) or (
            _WEAK if block.bold_chars == len(text) else 0
        )
        cut = len(text) != len(block.text)
        if not rank or (cut and is_noise(text)) or _is_dated(text):
            return None
        heading = Heading(text, at, kind)
        heading.tagged = tagged
        heading.tabs = self.tabs(heading)
        return rank, heading

    @staticmethod
    def rank(kind: str | None, words: str, *, tagged: bool) -> int:
        """Say how sure a heading is one."""
        if kind == NOT_STORIES:
            return _LIKE if tagged else _WEAK
        if tagged:
            return _SURE
        if kind is not None:
            return _LIKE if kind == "other" else _LIKELY
        return _loudness(words) if words else 0

    def named(self, at: int) -> str:
        """Return the text of a block without a "view all" at its end."""
        block = self.page.blocks[at]
        for mark in block.marks:
            if mark.start > 0 and mark.tag == "a" and mark.last == at:
                tail = block.text[mark.start : mark.end]
                if is_noise(tail):
                    return block.text[: mark.start].strip()
        return block.text

    def words_about(self, at: int) -> tuple[str, bool]:
        """Return the key words of the boxes around a block, and whether it is tagged."""
        boxes, box = self.page.boxes, self.page.blocks[at].box
        words, tagged = "", False
        for _ in range(_BRANCH):
            if box < 0 or boxes.last[box] - boxes.first[box] > _BRANCH:
                break
            tagged = tagged or boxes.tag[box] in _HEADINGS
            words += boxes.key[box]
            box = boxes.parent[box]
        return words, tagged

    def reaches(self, heading: Heading, card: Card) -> bool:
        """Say whether *card* stands in the reach of *heading*, and note it."""
        boxes = self.page.boxes
        branch = box = self.page.blocks[heading.block].box
        while box >= 0 and boxes.last[box] <= card.first:
            branch, box = box, boxes.parent[box]
        if branch != box and boxes.last[branch] - heading.block > _BRANCH + len(
            heading.tabs
        ):
            return False
        heading.scope = self.widened(max(box, 0), heading.block)
        return True

    def widened(self, scope: int, block: int) -> int:
        """Return the outermost box that begins with a heading; it names all of it."""
        boxes, box = self.page.boxes, boxes_parent(self.page, scope)
        while (
            box > 0 and boxes.first[box] == block and boxes.tag[box] not in _WHOLE_PAGE
        ):
            size = boxes.last[box] - block
            if size > _LONGEST_SCOPE or size == len(self.page.blocks):
                break
            scope, box = box, boxes.parent[box]
        return scope

    def tabs(self, heading: Heading) -> list[Heading]:
        """Return the labels of the tabs that a heading is one of, in order."""
        if heading.tagged or heading.kind is None:
            return []
        here = self.page.blocks[heading.block].box
        low = high = heading.block
        while (
            low > 0 and heading.block - low < _MOST_TABS and self.is_tab(low - 1, here)
        ):
            low -= 1
        count = len(self.page.blocks)
        while (
            high + 1 < count and high - low < _MOST_TABS and self.is_tab(high + 1, here)
        ):
            high += 1
        texts = [self.page.blocks[at].text for at in range(low, high + 1)]
        labels = [Heading(t, heading.block, name_kind(t, self.language)) for t in texts]
        known = sum(h.kind not in _WEAK_KINDS for h in labels)
        return labels if known > 1 else []

    def is_tab(self, at: int, like: int) -> bool:
        """Say whether a block is a tab beside the one in the box *like*."""
        boxes, block = self.page.boxes, self.page.blocks[at]
        if len(block.text) > _WIDEST_TAB or boxes.tag[block.box] != boxes.tag[like]:
            return False
        one, other = boxes_parent(self.page, block.box), boxes_parent(self.page, like)
        return one == other or boxes_parent(self.page, one) == boxes_parent(
            self.page, other
        )


def boxes_parent(page: Page, box: int) -> int:
    """Return the box around *box*, or -1."""
    return page.boxes.parent[box] if box >= 0 else -1


def find_lists(
    page: Page,
    cards: list[Card],
    *,
    body: frozenset[int] | set[int],
    language: str | None,
) -> list[StoryList]:
    """Put cards together that stand in one box under one heading.

    Args:
        page: The page.
        cards: Its cards in order.
        body: Indices of the blocks of the article's body.
        language: BCP 47 tag of the page.

    Returns:
        Lists in the order of their first cards.
    """
    headings = Headings(page, body, language)
    lists: list[StoryList] = []
    heading: Heading | None = None
    for at, card in enumerate(cards):
        heading = headings.over(at, cards, heading)
        here = lists[-1] if lists else None
        if here is None or here.parent != card.parent or here.heading is not heading:
            here = StoryList(card.parent, heading)
            lists.append(here)
        here.cards.append(card)
    _share_tabs(page, lists)
    return lists


def _share_tabs(page: Page, lists: list[StoryList]) -> None:
    """Give the lists under a row of tabs each the label of its own tab."""
    under: dict[int, list[StoryList]] = {}
    for group in lists:
        if group.heading and group.heading.tabs:
            under.setdefault(id(group.heading), []).append(group)
    for groups in under.values():
        heading = groups[0].heading
        assert heading is not None  # noqa: S101
        panels = _panels(page, groups, heading.scope)
        places = {panel: n for n, panel in enumerate(dict.fromkeys(panels))}
        for group, panel in zip(groups, panels, strict=True):
            group.heading = heading.tabs[min(places[panel], len(heading.tabs) - 1)]


def _panels(page: Page, groups: list[StoryList], scope: int) -> list[int]:
    """Return the box of each list that is the panel of its tab."""
    paths: list[list[int]] = []
    for group in groups:
        path = [b for b in page.boxes.around(group.parent) if b > scope]
        paths.append(path[::-1] or [scope])
    for depth in range(min(map(len, paths))):
        found = [path[depth] for path in paths]
        if len(set(found)) > 1:
            return found
    return [path[-1] for path in paths]
