"""The headline, without the site's name."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple, cast

from articlekit.fields.clues import Clues, first_string, plain
from articlekit.fields.contest import Candidate, Finding, decide
from articlekit.fields.headings import (
    MOST_HEADINGS,
    Heading,
    parts_at,
    read_headings,
    split_kicker,
)
from articlekit.fields.site import is_site, site_keys, strip_site, title_parts
from articlekit.reading.structured import types_of
from articlekit.text.names import is_cjk
from articlekit.text.spaces import same_key

_META: Final = (
    ("og:title", 0.55),
    ("parsely-title", 0.3),
    ("headline", 0.3),
    ("hdl", 0.3),
    ("citation_title", 0.5),
    ("sailthru.title", 0.1),
    ("dc.title", 0.1),
    ("dcterms.title", 0.1),
    ("twitter:title", 0.1),
    ("title", 0.1),
)
_LD_CONFIDENCE, _TAG_CONFIDENCE, _PROP_CONFIDENCE = 0.5, 0.2, 0.45
_STATED, _LONGEST_PATH = 0.99, 1_000
_LONE_H1, _RELATED_H1, _STRANGE_H1, _OTHER_HEADING = 0.62, 0.87, 0.3, 0.4
_LONGEST: Final = 400
_RELATED, _PARTIAL, _NEAR_LENGTH = 0.5, 0.4, 5
_GLUED: Final = re.compile(r"\S [:,;!?](?:\s|$)|[^\s\d]:[^\s\d/]|\u00ad")
_MAY_BE_GLUED: Final = re.compile(r"[:\u00ad]| [,;!?]")
_FEW_WORDS, _FEW_LETTERS, _SEVERAL = 2, 7, 3
_WORD: Final = re.compile(r"\w+")
_CUT_OFF: Final = ("...", "…")


def _anchors(clues: Clues) -> Iterator[tuple[str, str, str, float]]:
    """Yield (origin, locator, raw, confidence) of titles outside of the text."""
    article, page = clues.article, clues.page
    if raw := first_string(article.get("headline")):
        yield "json-ld", "headline", raw, _LD_CONFIDENCE
    elif raw := first_string(article.get("name")):
        yield "json-ld", "name", raw, _LD_CONFIDENCE
    for name, confidence in _META:
        if value := page.meta(name):
            yield "meta", name, value, confidence
    for mark in clues.props.get("headline", ())[:2]:
        value = mark.attrs.get("content") or page.text_of(mark)
        if value:
            yield "microdata", "headline", value, _PROP_CONFIDENCE
    if page.title_tag:
        yield "element", "title", page.title_tag, _TAG_CONFIDENCE


def _within(heading: Heading, text: str, key: str, names: frozenset[str]) -> bool:
    """Say whether a title is a heading with something before or behind it."""
    if heading.key == key:
        return True
    if not (key.startswith(heading.key) or key.endswith(heading.key)):
        return False
    if len(heading.key) >= _PARTIAL * len(key):
        return True
    if same_key(strip_site(text, names)) == heading.key:
        return True
    return len(heading.key) > _FEW_LETTERS and heading.key == same_key(
        title_parts(text)[0]
    )


@lru_cache(maxsize=64)
def _words(text: str) -> frozenset[str]:
    """Return the words of a title; pairs of letters in scripts without spaces."""
    if is_cjk(text):
        key = same_key(text)
        return frozenset(key[i : i + 2] for i in range(len(key) - 1))
    return frozenset(_WORD.findall(text.casefold()))


def _overlap(a: str, b: str) -> float:
    """Return the share of words that two titles have in common."""
    x, y = _words(a), _words(b)
    return len(x & y) / min(len(x), len(y)) if x and y else 0.0


class _Anchor(NamedTuple):
    """A title from outside of the text, cleaned."""

    origin: str
    locator: str
    raw: str
    raw_key: str
    text: str
    key: str
    confidence: float


def _cleaned(clues: Clues, names: frozenset[str]) -> list[_Anchor]:
    """Clean the titles that stand outside of the text."""
    found: list[_Anchor] = []
    known: dict[tuple[str, bool], tuple[str, str, str, str]] = {}
    for origin, locator, raw, confidence in _anchors(clues):
        sections = locator == "title" and origin == "element"
        if (raw, sections) not in known:
            folded = plain(raw[: 2 * _LONGEST])
            text = strip_site(folded, names, sections=sections)
            raw_key = same_key(folded)
            known[raw, sections] = (
                folded,
                raw_key,
                text,
                raw_key if text == folded else same_key(text),
            )
        folded, raw_key, text, key = known[raw, sections]
        found.append(_Anchor(origin, locator, folded, raw_key, text, key, confidence))
    return found


def _best_overlap(heading: Heading, anchors: list[_Anchor]) -> float:
    """Return the share of words that a heading has in common with the nearest title."""
    if any(heading.key == a.raw_key for a in anchors):
        return 1.0
    return max(_overlap(heading.text, raw) for raw in {a.raw for a in anchors})


def _confidence(heading: Heading, anchors: list[_Anchor], *, lone: bool) -> float:
    """Say how sure a first-level heading is."""
    if not anchors:
        return _RELATED_H1
    related = _best_overlap(heading, anchors)
    east = is_cjk(heading.text)
    many = east or len(heading.text.split()) > _FEW_WORDS
    if lone and many and (related or not east):
        return _RELATED_H1
    if related >= _RELATED and len(heading.text.split()) > 1:
        return _RELATED_H1 if lone else _LONE_H1
    if not related and any(
        len(a.text.split()) > _FEW_WORDS or is_cjk(a.text) for a in anchors
    ):
        return _STRANGE_H1 / 2
    return _STRANGE_H1 if lone else _STRANGE_H1 / 2


def _bare(clues: Clues, heading: Heading, anchors: list[_Anchor]) -> Heading:
    """Take off what stands before or behind the headline in its own heading."""
    kicker, rest = split_kicker(clues, heading.box)
    if kicker and rest:
        return heading._replace(text=rest, key=same_key(rest))
    official = [a for a in anchors if a.confidence >= _TAG_CONFIDENCE]
    whole = [a for a in official if a.key == heading.key and "|" not in a.text]
    if any(a.origin == "json-ld" or a.locator == "og:title" for a in whole):
        return heading
    for a in official:
        many = len(a.text.split())
        long = len(a.key) >= _PARTIAL * len(heading.key)
        tail = a.key != heading.key and heading.key.endswith(a.key)
        if (tail and long and many > 1) or (
            (long or many > _FEW_WORDS) and parts_at(clues, heading, a.text)
        ):
            return heading._replace(text=a.text, key=a.key)
    return heading


def _once(headings: list[Heading], anchors: list[_Anchor]) -> list[Heading]:
    """Leave out headings that stand twice and that no title of the head holds."""
    if len(headings) < _SEVERAL:
        return headings
    counts = Counter(h.key for h in headings)
    kept = [
        h
        for h in headings
        if counts[h.key] == 1 or any(h.key in a.raw_key for a in anchors)
    ]
    return kept or headings


def _lone(headings: list[Heading], anchors: list[_Anchor]) -> bool:
    """Say whether one heading alone may be the headline."""
    if len(headings) < 2:
        return True
    return sum(_best_overlap(h, anchors) >= _RELATED for h in headings if anchors) == 1


def _slogans(
    headings: list[Heading], lower: list[Heading], anchors: list[_Anchor]
) -> set[str]:
    """Return keys of headings that close the title element as the site's name does."""
    tag = next((a for a in anchors if a.origin == "element"), None)
    parts = [same_key(p) for p in title_parts(tag.raw)[::2]] if tag else []
    if len(parts) < 2:
        return set()
    first = {h.key for h in lower if h.key == parts[0] and len(h.key) > _FEW_LETTERS}
    return {h.key for h in headings if first and h.key == parts[-1]}


def _shown(heading: Heading, anchors: list[_Anchor]) -> str:
    """Prefer the spelling of the page's head where a heading was put together."""
    text = heading.text
    if _MAY_BE_GLUED.search(text) and _GLUED.search(text):
        return next((a.text for a in anchors if a.key == heading.key), text)
    return text


def _candidates(clues: Clues, names: frozenset[str]) -> Iterator[Candidate[str]]:
    """Yield headlines: headings first, then what the head of the page says."""
    anchors = _cleaned(clues, names)
    headings = [
        _bare(clues, h, anchors)
        for h in _once(read_headings(clues, "h1", names), anchors)
    ]
    lone = _lone(headings, anchors)
    matching = [
        h for h in headings if any(_within(h, a.raw, a.raw_key, names) for a in anchors)
    ]
    if not matching or not any(h.key == a.key for h in matching for a in anchors):
        others = [h for tag in ("h2", "h3") for h in read_headings(clues, tag, names)]
        if slogans := _slogans(headings, others, anchors):
            headings = [h for h in headings if h.key not in slogans]
            matching = [h for h in matching if h.key not in slogans]
        if not matching:
            matching = [
                h
                for h in others
                if len(h.text.split()) > 1
                and any(_within(h, a.raw, a.raw_key, names) for a in anchors)
            ][:1]
            headings += matching
    spelled: dict[int, str] = {}
    for h in headings:
        related = (
            not lone
            or len(headings) == 1
            or (bool(anchors) and _best_overlap(h, anchors) >= _RELATED)
        )
        confidence = (
            _confidence(h, anchors, lone=lone and related)
            if h.tag == "h1"
            else _OTHER_HEADING
        )
        spelled[h.box] = text = _shown(h, anchors)
        yield Candidate(text, "element", h.tag, h.text, confidence, h.key)
    for a in anchors:
        twin = next((h for h in matching if _within(h, a.raw, a.raw_key, names)), None)
        text, key = (spelled[twin.box], twin.key) if twin else (a.text, a.key)
        yield Candidate(
            text,
            a.origin,
            a.locator,
            a.raw,
            a.confidence,
            key,
            _veto(a, key, names, anchors),
        )


def _veto(
    anchor: _Anchor, key: str, names: frozenset[str], anchors: list[_Anchor]
) -> str | None:
    """Say what speaks against a title from outside of the text."""
    if not key:
        return "title-empty"
    if is_site(key, names):
        return "title-is-site-name"
    if len(anchor.text) > _LONGEST:
        return "title-too-long"
    if anchor.text.startswith(("http://", "https://")):
        return "title-is-address"
    if anchor.text.endswith(_CUT_OFF) and any(
        len(a.key) > len(key) and a.key.startswith(key[:-1]) for a in anchors
    ):
        return "title-cut-off"
    return None


def find_title(clues: Clues) -> Finding[str]:
    """Find the headline.

    Args:
        clues: The page.

    Returns:
        The headline as shown, where a heading of the page agrees with what its
        head says; else the best of both, without the site's name. A headline
        that the publisher states for news goes before another that is shown.
    """
    return _titles(clues)[0]


def shown_title(clues: Clues) -> str | None:
    """Return the headline that readers see; mostly the same as `find_title` gives."""
    return _titles(clues)[1].value


def _titles(clues: Clues) -> tuple[Finding[str], Finding[str]]:
    """Decide which title is taken, and which one is shown."""
    found = clues.memo.get("title")
    if found is None:
        candidates = list(_candidates(clues, site_keys(clues)))
        shown = taken = decide("title", candidates)
        stated = _stated(clues, shown, candidates)
        if stated:
            taken = decide("title", [*candidates, stated])
        found = clues.memo["title"] = taken, shown
    return cast("tuple[Finding[str], Finding[str]]", found)


def _stated(
    clues: Clues, shown: Finding[str], candidates: list[Candidate[str]]
) -> Candidate[str] | None:
    """Return the headline that the publisher states against the heading, if any."""
    heading = same_key(shown.value or "")
    stated = {(c.origin, c.locator): c for c in candidates if not c.veto}
    og = stated.get(("meta", "og:title"))
    marked = stated.get(("microdata", "headline"))
    if marked and og and marked.key == og.key != heading:
        return marked._replace(confidence=_STATED)
    own = stated.get(("json-ld", "headline"))
    if own is None or own.key == heading or own.value.endswith(_CUT_OFF):
        return None
    if (marked and marked.key == heading) or not is_news(clues):
        return None
    tag = stated.get(("element", "title"))
    if tag and tag.key == own.key and not _names(clues, own.value, shown.value):
        return None  # written for search engines
    part = str(own.key) in heading or heading in str(own.key)
    if part and not (og and og.key == own.key):
        return None
    return own._replace(confidence=_STATED)


def is_news(clues: Clues) -> bool:
    """Say whether the data call the article one of news."""
    return any(kind.endswith("newsarticle") for kind in types_of(clues.article))


def _names(clues: Clues, title: str, other: str | None) -> bool:
    """Say whether the page's address repeats one title and not the other."""
    path = (clues.address or "")[:_LONGEST_PATH].casefold()
    shares = [
        sum(word in path for word in words) / (len(words) or 1)
        for words in (_words(title), _words(other or ""))
    ]
    return shares[0] - shares[1] >= _RELATED


def headline_block(clues: Clues) -> int | None:
    """Return the index of the block where the headline stands, or None."""
    if "headline" not in clues.memo:
        clues.memo["headline"] = _headline_block(clues)
    return cast("int | None", clues.memo["headline"])


def _headline_block(clues: Clues) -> int | None:
    """Look for the block of the headline: as a heading, else as any block."""
    title = shown_title(clues) or ""
    key = same_key(title)
    if not key:
        return None
    for alike in (_is_same, _is_similar):
        for tag in ("h1", "h2", "h3"):
            for box in clues.headings(tag)[:MOST_HEADINGS]:
                if alike(same_key(clues.page.text_in(box)), key):
                    return clues.page.boxes.first[box]
    for index, block in enumerate(clues.page.blocks):
        near = abs(len(block.text) - len(title)) < _NEAR_LENGTH
        if near and same_key(block.text) == key:
            return index
    return None


def _is_same(shown: str, key: str) -> bool:
    return shown == key


def _is_similar(shown: str, key: str) -> bool:
    return min(len(shown), len(key)) > _FEW_LETTERS and (key in shown or shown in key)
