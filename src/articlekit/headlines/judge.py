"""Which cards show stories: learned weights over what a card and its list look like."""

import re
from functools import cache
from typing import Final, cast

from articlekit.headlines.addresses import OTHER, STORY
from articlekit.headlines.cards import Card
from articlekit.headlines.lists import StoryList
from articlekit.reading.page import HIDDEN, Page
from articlekit.text.lexicons import table

_WORDS: Final = re.compile(
    r"nav|menu|foot|head|aside|sidebar|relat|popul|most|trend|latest|recent|recomm|promo|spons|advert"
    r"|\bads?\b|outbrain|taboola|widget|share|social|tag|author|byline|breadcrumb|comment|newsletter|subscri"
    r"|card|teaser|story|stories|article|post|news|headline|list|item|grid|feed|more|read|carousel|slide|video"
    r"|gallery|topic|partner|shop|deal|product|event|login|modal|popup|cookie|main|content|body|inline|embed|rank|river|bar|section|ticker|brand|external|live|hidden"
)
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


def _bucket(value: int, steps: tuple[int, ...]) -> int:
    return sum(value >= step for step in steps)


class Judge:
    """Scores the cards of one page."""

    def __init__(self, page: Page, body: frozenset[int] | set[int]) -> None:
        """Prepare for a page whose article stands in the blocks *body*."""
        self.page = page
        self.body = body
        self.start = min(body, default=-1)
        self.end = max(body, default=-1)
        self.contexts: dict[int, frozenset[str]] = {-1: frozenset()}

    def context(self, box: int) -> frozenset[str]:
        """Return the words about *box* and the boxes around it."""
        found = self.contexts.get(box)
        if found is None:
            boxes = self.page.boxes
            words = set(_WORDS.findall(boxes.key[box])) if boxes.key[box] else set()
            if boxes.tag[box] in _CONTAINER:
                words.add("<" + boxes.tag[box])
            if HIDDEN in boxes.key[box]:
                words.add(HIDDEN)
            around = self.context(boxes.parent[box])
            found = around if words <= around else around | words
            self.contexts[box] = found
        return found

    def list_features(self, group: StoryList) -> list[str]:
        """Say what a list looks like."""
        cards = group.cards
        count = len(cards)
        story = sum(c.links[0].kind == STORY for c in cards) / count
        pictured = (
            sum(
                any(k.mark.pictures[1] > k.mark.pictures[0] for k in c.links)
                for c in cards
            )
            / count
        )
        width = sum(max(k.width for k in c.links) for c in cards) // count
        heading = group.heading
        out = [
            f"n{_bucket(count, (2, 3, 5, 9))}",
            f"story{round(story * 2)}",
            f"pictured{round(pictured * 2)}",
            f"meanwidth{_bucket(width, (1, 16, 24, 34, 48, 64, 90, 140))}",
            f"heading:{heading.kind if heading else '-'}",
        ]
        if heading and heading.tagged:
            out.append("heading<h>")
        return out

    def card_features(self, card: Card) -> list[str]:
        """Say what a card looks like."""
        link = max(card.links, key=lambda k: k.width)
        boxes = self.page.boxes
        tags = (
            {
                boxes.tag[b]
                for b in range(card.box, card.box + 25)
                if 0 <= b < len(boxes) and boxes.first[b] < card.last
            }
            if card.box >= 0
            else set()
        )
        inner = boxes.find(link.mark.box, _H)
        out = [
            f"width{_bucket(link.width, (1, 16, 24, 34, 48, 64, 90, 140))}",
            f"kind{link.kind}",
            f"blocks{_bucket(card.last - card.first, (1, 2, 3, 4, 7))}",
        ]
        if not link.local:
            out.append("foreign")
        if any(k.mark.pictures[1] > k.mark.pictures[0] for k in card.links):
            out.append("pictured")
        if len(card.links) > 1:
            out.append("links")
        if inner > card.parent or tags & _H:
            out.append("<h>")
        if card.minor:
            out.append("minor")
        if self.end >= 0:
            where = (
                "before"
                if card.last <= self.start
                else "after"
                if card.first > self.end
                else "inside"
            )
            out.append(where)
        if card.first in self.body:
            out.append("body")
        rel = link.mark.attrs.get("rel", "")
        if "sponsored" in rel or "nofollow" in rel:
            out.append("rel")
        return out

    def features(self, group: StoryList, card: Card) -> list[str]:
        """Return all features of a card."""
        box = card.box if card.box >= 0 else card.links[0].mark.box
        context = sorted("@" + w for w in self.context(box))
        own = ["#" + w for w in _WORDS.findall(self.page.boxes.key[box])]
        return [*self.list_features(group), *self.card_features(card), *context, *own]

    def is_story(self, group: StoryList, card: Card) -> bool:
        """Say whether *card* shows another story."""
        known = weights()
        return (
            known[""] + sum(known.get(f, 0.0) for f in self.features(group, card)) > 0
        )


@cache
def weights() -> dict[str, float]:
    """Return the learned weights."""
    return cast("dict[str, float]", table("headlines/weights"))


__all__ = ["OTHER", "Judge", "weights"]
