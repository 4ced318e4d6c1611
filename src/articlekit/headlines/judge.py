"""Which cards show stories: learned weights over what a card and its list look like."""

import re
from bisect import bisect_right
from functools import cache
from operator import attrgetter
from typing import Final

from articlekit.headlines.addresses import OTHER, STORY
from articlekit.headlines.cards import Card, Link
from articlekit.headlines.key_words import (
    CONTAINERS,
    bits_of,
    hundredths,
    score_of,
    tag_bits,
    words_in,
)
from articlekit.headlines.lists import StoryList
from articlekit.headlines.names import NOT_STORIES
from articlekit.reading.page import Page

_ATTACHED: Final = 250
"""What a label such as "Also read:" before the link adds; too rare to be learned."""
_NAMED: Final = 60
"""What an h-tag with a known name adds over titles; the pages learned from nearly
all have addresses that say more than that."""
_SURE_KINDS: Final = frozenset(("latest", "most_read", "related", "top"))
_STORY_KINDS: Final = frozenset(("inline", "latest", "most_read", "related"))
_STRONG: Final = 300
"""What a known name adds where a link may lead to a story by its address."""
_WIDE: Final = 28
_NEAR: Final = 3
_TURN: Final = 330
"""What a box for the story before or after this one adds to a link with a title."""
_TICKERS: Final = re.compile(
    r"[ _-](?:breaking|ticker|newsticker|news-?flash|eilmeldung|[a-z]{0,8}alert|urgent|latest-bar)(?=[ _-])"
)
_TICKER: Final = 400
"""What a box for the news of the hour adds to a link that leads to a story."""
_TURNS: Final = re.compile(
    r"(?:^|[ _-])(?:prev|previous|nav-next|next)(?=[ _-](?:post|article|story|entry|next|item|prev)"
    r"|-link| )|(?:post|article|story|entry|item)[a-z]{0,10}[_-]{1,2}(?:prev|previous|next)(?=[ _-])"
)
_PART_OF: Final = frozenset(("", "/", "?"))
_H: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


_N_STEPS: Final = (2, 3, 5, 9)
_BLOCK_STEPS: Final = (1, 2, 3, 4, 7)
_WIDTHS: Final = (1, 16, 24, 34, 48, 64, 90, 140)
_width = attrgetter("width")


def _names(name: str, count: int) -> tuple[str, ...]:
    """Return the features of one measure, so that none is put together later."""
    return tuple(f"{name}{n}" for n in range(count))


_N: Final = _names("n", len(_N_STEPS) + 1)
_STORY: Final = _names("story", 3)
_PICTURED: Final = _names("pictured", 3)
_MEAN_WIDTH: Final = _names("meanwidth", len(_WIDTHS) + 1)
_WIDTH: Final = _names("width", len(_WIDTHS) + 1)
_KIND: Final = _names("kind", 3)
_BLOCKS: Final = _names("blocks", len(_BLOCK_STEPS) + 1)
_MEASURES: Final = {
    "n": _N,
    "story": _STORY,
    "pictured": _PICTURED,
    "mean_width": _MEAN_WIDTH,
    "width": _WIDTH,
    "kind": _KIND,
    "blocks": _BLOCKS,
}
_SINGLE: Final = ("", "foreign", "pictured", "links", "<h>", "rel")
_HEADING: Final = ("heading<h>", "heading<h>not", "heading:-")
_PLACES: Final = ("before", "after", "inside", "body")


class _Scores:
    """The weights in hundredths, so that no order of adding them matters.

    Each measure has the tuple of its steps; `named` holds the rest by feature.
    """

    def __init__(self) -> None:
        """Read the weights."""
        known = hundredths()
        self.named = {
            f: known.get(f, 0) for f in (*known, *_SINGLE, *_HEADING, *_PLACES)
        }
        self.own = {name[1:]: n for name, n in known.items() if name[:1] == "#"}
        for measure, names in _MEASURES.items():
            setattr(self, measure, tuple(known.get(name, 0) for name in names))

    n: tuple[int, ...]
    story: tuple[int, ...]
    pictured: tuple[int, ...]
    mean_width: tuple[int, ...]
    width: tuple[int, ...]
    kind: tuple[int, ...]
    blocks: tuple[int, ...]


@cache
def _scores() -> _Scores:
    return _Scores()


class Judge:
    """Scores the cards of one page."""

    def __init__(
        self, page: Page, body: frozenset[int] | set[int], own: str | None = None
    ) -> None:
        """Prepare for a page.

        Args:
            page: The page.
            body: Indices of the blocks of the article's body.
            own: Key of the page's own address.
        """
        self.page = page
        self.own = own if own and own.count("/") + own.count("-") > 1 else None
        self.body = body
        self.start = min(body, default=-1)
        self.end = max(body, default=-1)
        self.scores = _scores()
        self.contexts: dict[int, int] = {-1: 0}
        self.bits: dict[str, int] = {"": 0}
        self.tag_bits = tag_bits()
        self.own_scores: dict[str, int] = {"": 0}

    def context(self, box: int) -> int:
        """Return the bits of the words about *box* and the boxes around it."""
        path: list[int] = []
        boxes, contexts = self.page.boxes, self.contexts
        while box not in contexts:
            path.append(box)
            box = boxes.parent[box]
        found, bits, tags = contexts[box], self.bits, self.tag_bits
        for inner in reversed(path):
            key = boxes.key[inner]
            if key not in bits:
                bits[key] = bits_of(key)
            found |= bits[key] | tags.get(boxes.tag[inner], 0)
            contexts[inner] = found
        return found

    def words_around(self, box: int) -> set[str]:
        """Return the words about *box* and the boxes around it."""
        boxes, found = self.page.boxes, set[str]()
        for each in boxes.around(box):
            found.update(words_in(boxes.key[each]))
            if boxes.tag[each] in CONTAINERS:
                found.add("<" + boxes.tag[each])
        return found

    def list_features(self, group: StoryList) -> list[str]:
        """Say what a list looks like."""
        cards, heading = group.cards, group.heading
        count = len(cards)
        story = sum(c.links[0].target.kind == STORY for c in cards) / count
        pictured = sum(any(k.pictured for k in c.links) for c in cards) / count
        width = sum(max(k.width for k in c.links) for c in cards) // count
        out = [
            _N[bisect_right(_N_STEPS, count)],
            _STORY[round(story * 2)],
            _PICTURED[round(pictured * 2)],
            _MEAN_WIDTH[bisect_right(_WIDTHS, width)],
            f"heading:{heading.kind if heading else '-'}",
        ]
        if heading and heading.tagged:
            out.append("heading<h>" if heading.kind != NOT_STORIES else "heading<h>not")
        return out

    def card_features(self, card: Card) -> list[str]:
        """Say what a card looks like."""
        links = card.links
        link = links[0] if len(links) == 1 else max(links, key=_width)
        out = [
            _WIDTH[bisect_right(_WIDTHS, link.width)],
            _KIND[link.target.kind],
            _BLOCKS[bisect_right(_BLOCK_STEPS, card.last - card.first)],
        ]
        if not link.target.local:
            out.append("foreign")
        if link.pictured or (len(links) > 1 and any(k.pictured for k in links)):
            out.append("pictured")
        if len(links) > 1:
            out.append("links")
        if self.has_heading(card):
            out.append("<h>")
        return [*out, *self.place(card), *_rel(link)]

    def place(self, card: Card) -> list[str]:
        """Say where a card stands to the body."""
        if self.end < 0:
            return []
        if card.last <= self.start:
            return ["before"]
        if card.first > self.end:
            return ["after"]
        return ["inside", "body"] if card.first in self.body else ["inside"]

    def features(self, group: StoryList, card: Card) -> list[str]:
        """Return all features of a card."""
        box = _box_of(card)
        around = sorted("@" + w for w in self.words_around(box))
        own = words_in(self.page.boxes.key[box])
        return [
            *self.list_features(group),
            *self.card_features(card),
            *around,
            *("#" + w for w in own),
        ]

    def stories(self, group: StoryList) -> list[Card]:
        """Return the cards of a list that show other stories."""
        shown = [_shown(card) for card in group.cards]
        base = self.list_score(group, shown) + _prior(group, shown)
        named = _named_story(group, shown)
        found: list[Card] = []
        for card, (link, pictured) in zip(group.cards, shown, strict=True):
            score = base + self.score(card, link, pictured=pictured)
            if named and link.target.local and link.target.kind != OTHER:
                score += named
            if score <= 0 and score > -_TICKER and (turn := self.turn(link)):
                score += turn
                if link.mark.first == card.first:
                    card.start = max(card.start, link.mark.start)
            if score > 0 and self.may_be(card):
                found.append(card)
        return found

    def turn(self, link: Link) -> int:
        """Return what a box adds that is for the story before or after, or for the news of the hour."""
        if link.width < _WIDE:
            return 0
        boxes, box = self.page.boxes, link.mark.box
        keys = [link.mark.key]
        for _ in range(_NEAR):
            if box < 0:
                break
            keys.append(boxes.key[box])
            box = boxes.parent[box]
        if any(_TURNS.search(key) for key in keys if key):
            return _TURN
        if link.target.kind == STORY and any(
            _TICKERS.search(key) for key in keys if key
        ):
            return _TICKER
        return 0

    def list_score(self, group: StoryList, shown: list[tuple[Link, bool]]) -> int:
        """Return the score of `list_features` in hundredths.

        Args:
            group: The list.
            shown: Widest link of each card, and whether it has a picture.
        """
        known, heading, count = self.scores, group.heading, len(shown)
        stories = pictures = width = 0
        for card, (link, pictured) in zip(group.cards, shown, strict=True):
            stories += card.links[0].target.kind == STORY
            pictures += pictured
            width += link.width
        score = (
            known.named[""]
            + known.n[bisect_right(_N_STEPS, count)]
            + known.story[round(stories / count * 2)]
            + known.pictured[round(pictures / count * 2)]
            + known.mean_width[bisect_right(_WIDTHS, width // count)]
        )
        if heading is None:
            return score + known.named["heading:-"]
        score += known.named.get(f"heading:{heading.kind}", 0)
        if not heading.tagged:
            return score
        wanted = heading.kind != NOT_STORIES
        return score + known.named["heading<h>" if wanted else "heading<h>not"]

    def may_be(self, card: Card) -> bool:
        """Say whether a card can be one: no advertisement, not the page itself."""
        key, own = card.key, self.own
        if own and key.startswith(own) and key[len(own) : len(own) + 1] in _PART_OF:
            return False
        link = card.links[0]
        return link.target.local or "sponsored" not in link.mark.attrs.get("rel", "")

    def score(self, card: Card, link: Link, *, pictured: bool) -> int:
        """Return what a card adds to the score of its list, in hundredths.

        Args:
            card: The card.
            link: Its widest link.
            pictured: Whether one of its links has a picture.
        """
        known, box, contexts = self.scores, _box_of(card), self.contexts
        score = (
            score_of(contexts[box] if box in contexts else self.context(box))
            + self.own_score(self.page.boxes.key[box])
            + known.width[bisect_right(_WIDTHS, link.width)]
            + known.kind[link.target.kind]
            + known.blocks[bisect_right(_BLOCK_STEPS, card.last - card.first)]
            + self.place_score(card)
        )
        named = known.named
        if pictured:
            score += named["pictured"]
        if not link.target.local:
            score += named["foreign"]
        if len(card.links) > 1:
            score += named["links"]
        if self.has_heading(card):
            score += named["<h>"]
        if "rel" in link.mark.attrs and _rel(link):
            score += named["rel"]
        return score

    def place_score(self, card: Card) -> int:
        """Return the score of `place` in hundredths."""
        named = self.scores.named
        if self.end < 0:
            return 0
        if card.last <= self.start:
            return named["before"]
        if card.first > self.end:
            return named["after"]
        return named["inside"] + (named["body"] if card.first in self.body else 0)

    def own_score(self, key: str) -> int:
        """Return the score of the words of a card's own box in hundredths."""
        found = self.own_scores.get(key)
        if found is None:
            known = self.scores.own
            found = sum(known.get(word, 0) for word in words_in(key))
            self.own_scores[key] = found
        return found

    def has_heading(self, card: Card) -> bool:
        """Say whether a part of the card stands in an h-tag."""
        blocks = self.page.blocks
        for at in range(card.first, min(card.last, len(blocks))):
            if blocks[at].tag in _H:
                return True
        return False


def _prior(group: StoryList, shown: list[tuple[Link, bool]]) -> int:
    """Return what the heading of a list adds that is too rare to be learned."""
    heading = group.heading
    if heading is None:
        return 0
    if heading.attached:
        return _ATTACHED
    if sum(link.width for link, _ in shown) < _WIDE * len(shown):
        return 0
    return _NAMED if heading.tagged and heading.kind in _SURE_KINDS else 0


def _named_story(group: StoryList, shown: list[tuple[Link, bool]]) -> int:
    """Return what the heading of a list adds for a link that may lead to a story.

    A heading such as "Also read" is seldom over anything but titles; links to
    sections, tags and other sites stand under some.
    """
    heading = group.heading
    if heading is None or heading.kind not in _STORY_KINDS:
        return 0
    return _STRONG if sum(link.width for link, _ in shown) >= _WIDE * len(shown) else 0


def _box_of(card: Card) -> int:
    """Return the box that a card is, or stands in."""
    return card.box if card.box >= 0 else card.links[0].mark.box


def _shown(card: Card) -> tuple[Link, bool]:
    """Return the widest link of a card, and whether one of them has a picture."""
    links = card.links
    link = links[0]
    if len(links) == 1:
        return link, link.pictured
    return max(links, key=_width), any(k.pictured for k in links)


def _rel(link: Link) -> list[str]:
    """Return the feature of links that the site does not stand behind."""
    rel = link.mark.attrs.get("rel")
    if not rel:
        return []
    return ["rel"] if "sponsored" in rel or "nofollow" in rel else []
