"""Which cards show stories: learned weights over what a card and its list look like."""

import re
from bisect import bisect_right
from functools import cache, lru_cache
from operator import attrgetter
from typing import Final, cast

from articlekit.headlines.addresses import STORY
from articlekit.headlines.cards import Card, Link
from articlekit.headlines.lists import StoryList
from articlekit.headlines.names import NOT_STORIES
from articlekit.reading.page import Page
from articlekit.text.lexicons import table

_WORDS: Final = re.compile(
    r"nav|menu|foot|head|aside|sidebar|relat|popul|most|trend|latest|recent|recomm|promo|spons|advert"
    r"|\bads?\b|outbrain|taboola|widget|share|social|tag|author|byline|breadcrumb|comment|newsletter|subscri"
    r"|card|teaser|story|stories|article|post|news|headline|list|item|grid|feed|more|read|carousel|slide|video"
    r"|gallery|topic|partner|shop|deal|product|event|login|modal|popup|cookie|main|content|body|inline|embed|rank|river|bar|section|ticker|brand|external|live|hidden|jobs?\b|jobwidget|coupon|forum|thread|topics?\b|themen|submenu|subnav|megamenu|links|next|prev|similar|also|opinion|quicklinks|service|hot|best|top|sub\b|site"
)
_ATTACHED: Final = 2.5
"""What a label such as "Also read:" before the link adds; too rare to be learned."""
_PART_OF: Final = frozenset(("", "/", "?"))
_CONTAINER: Final = frozenset(
    (
        "nav",
        "footer",
        "header",
        "aside",
        "article",
        "main",
        "section",
        "ul",
        "ol",
        "table",
        "form",
        "dl",
        "figure",
    )
)
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


@lru_cache(maxsize=8_192)
def _words_in(token: str) -> tuple[str, ...]:
    """Return the telling words of a class name; pages and sites repeat them."""
    return tuple(_WORDS.findall(token))


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
        self.contexts: dict[int, frozenset[str]] = {-1: frozenset()}
        self.unions: dict[tuple[frozenset[str], str, str], frozenset[str]] = {}
        self.sums: dict[frozenset[str], float] = {}
        self.words: dict[str, list[str]] = {"": []}

    def words_of(self, key: str) -> list[str]:
        """Return the telling words of a box's key."""
        found = self.words.get(key)
        if found is None:
            found = [word for token in key.split() for word in _words_in(token)]
            self.words[key] = found
        return found

    def context(self, box: int) -> frozenset[str]:
        """Return the words about *box* and the boxes around it."""
        path: list[int] = []
        while box not in self.contexts:
            path.append(box)
            box = self.page.boxes.parent[box]
        found = self.contexts[box]
        boxes = self.page.boxes
        for inner in reversed(path):
            tag, key = boxes.tag[inner], boxes.key[inner]
            if key or tag in _CONTAINER:
                found = self.joined(found, tag, key)
            self.contexts[inner] = found
        return found

    def joined(self, around: frozenset[str], tag: str, key: str) -> frozenset[str]:
        """Return the words around a box and its own; its siblings have the same."""
        known = self.unions.get((around, tag, key))
        if known is None:
            words = self.words_of(key)
            if tag in _CONTAINER:
                words = [*words, "<" + tag]
            known = self.unions[around, tag, key] = around.union(words)
        return known

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
        if not _H.isdisjoint([b.tag for b in self.page.blocks[card.first : card.last]]):
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

    def own_words(self, card: Card) -> tuple[frozenset[str], list[str]]:
        """Return the words around a card, and those of its own box."""
        box = card.box if card.box >= 0 else card.links[0].mark.box
        return self.context(box), self.words_of(self.page.boxes.key[box])

    def features(self, group: StoryList, card: Card) -> list[str]:
        """Return all features of a card."""
        context, own = self.own_words(card)
        around = sorted("@" + w for w in context)
        return [
            *self.list_features(group),
            *self.card_features(card),
            *around,
            *("#" + w for w in own),
        ]

    def stories(self, group: StoryList) -> list[Card]:
        """Return the cards of a list that show other stories."""
        known = weights()
        base = known[""] + sum(known.get(f, 0.0) for f in self.list_features(group))
        if group.heading and group.heading.attached:
            base += _ATTACHED
        return [
            c for c in group.cards if base + self.score(c, known) > 0 and self.may_be(c)
        ]

    def may_be(self, card: Card) -> bool:
        """Say whether a card can be one: not the page itself or a part of it."""
        key, own = card.key, self.own
        return not (
            own and key.startswith(own) and key[len(own) : len(own) + 1] in _PART_OF
        )

    def score(self, card: Card, known: dict[str, float]) -> float:
        """Return what a card adds to the score of its list."""
        context, own = self.own_words(card)
        around = self.sums.get(context)
        if around is None:
            around = self.sums[context] = sum(known.get("@" + w, 0.0) for w in context)
        score = around
        for feature in self.card_features(card):
            score += known.get(feature, 0.0)
        for word in own:
            score += known.get("#" + word, 0.0)
        return score


def _rel(link: Link) -> list[str]:
    rel = link.mark.attrs.get("rel", "")
    return ["rel"] if "sponsored" in rel or "nofollow" in rel else []


@cache
def weights() -> dict[str, float]:
    """Return the learned weights."""
    return cast("dict[str, float]", table("headlines/weights"))
