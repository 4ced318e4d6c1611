"""The headline, without the site's name."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple, cast

from articlekit.fields.clues import Clues, first_string, plain
from articlekit.fields.contest import Candidate, Finding, decide
from articlekit.fields.site import find_site_name, host_names
from articlekit.reading.page import Mark
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
_LONE_H1, _RELATED_H1, _STRANGE_H1, _OTHER_HEADING = 0.62, 0.87, 0.3, 0.4
_LONGEST_SITE, _SITE_EXTRA, _SITE_SHORT = 40, 5, 3
_BREAK: Final = re.compile(
    r"(\s+(?:[|–—\-:·•»«/‹›~>]|::|//|\|\|)\s+|\s?[|｜»«]\s?|(?<=\S)_(?=\S)|:\s+)"
)
_STRONG: Final = frozenset("|｜»«_•·")
_LONGEST: Final = 400
_LOGO: Final = ("logo", "site-title", "site-name", "sitename", "site_title", "branding", "navbar")
_GLUED: Final = re.compile(r"\S [:,;!?](?:\s|$)|\w:[^\W\d_]|\u00ad")
_FEW_WORDS, _FEW_LETTERS = 2, 7
_WORD: Final = re.compile(r"\w+")
_MOST_HEADINGS: Final = 40
_CUT_OFF: Final = ("...", "…")
_RELATED, _PARTIAL, _SECTION_WORDS = 0.5, 0.4, 2


class Heading(NamedTuple):
    """A heading of the page that may be the headline."""

    text: str
    key: str
    box: int
    tag: str


def site_keys(clues: Clues) -> frozenset[str]:
    """Return the keys of all names that the site goes by."""
    if "sites" not in clues.memo:
        clues.memo["sites"] = _site_keys(clues)
    return cast("frozenset[str]", clues.memo["sites"])


def _site_keys(clues: Clues) -> frozenset[str]:
    hosts = host_names(clues.host)
    title = same_key(clues.page.title_tag or "")
    found = {same_key(e.raw) for e in find_site_name(clues).evidence if len(e.raw) <= _LONGEST_SITE}
    shown = same_key(clues.page.meta("og:title") or "")
    names = {key for key in found if key in hosts or key not in {title, shown}}
    if names:
        names -= {key for key in names if len(key) > len(hosts[0]) + _SITE_EXTRA and not any(h in key for h in hosts) and title.startswith(key)}
    return frozenset(key for key in (*names, *hosts) if len(key) > 1)


def _is_site(key: str, names: frozenset[str]) -> bool:
    """Say whether a part of a title is a name of the site."""
    if key in names:
        return True
    return any(
        len(n) > _SITE_SHORT and (key.startswith(n) or key.endswith(n)) and len(key) <= len(n) + _SITE_EXTRA
        for n in names
    )


def split_kicker(clues: Clues, box: int) -> tuple[str, str]:
    """Cut a heading into the kicker that stands inside it and the rest.

    Args:
        clues: The page.
        box: The heading.

    Returns:
        The kicker, or "", and the rest.
    """
    page = clues.page
    first, last = page.boxes.first[box], page.boxes.last[box]
    block = page.blocks[first]
    key = page.boxes.key[block.box] if block.box != box else ""
    if last - first > 1 and (clues.speaks_of(key, "kicker") or _marked(clues, block.marks, box)):
        return block.text, " ".join(b.text for b in page.blocks[first + 1 : last])
    for mark in block.marks:
        if mark.own != box and 0 < mark.end < len(block.text) and mark.last == first and mark.start == 0:
            if clues.speaks_of(mark.key, "kicker"):
                rest = [block.text[mark.end :].lstrip(" :|–—-"), *(b.text for b in page.blocks[first + 1 : last])]
                return block.text[: mark.end].strip(), " ".join(rest).strip()
            break
    return "", page.text_in(box)


def _marked(clues: Clues, marks: list[Mark], box: int) -> bool:
    """Say whether one of the marks at the front of a heading is a kicker's."""
    return any(clues.speaks_of(m.key, "kicker") for m in marks if m.own != box and m.start == 0)


def _headings(clues: Clues, tag: str, names: frozenset[str]) -> list[Heading]:
    """Return the headings of one tag that may be the headline."""
    found = []
    for box in clues.headings(tag)[:_MOST_HEADINGS]:
        key = clues.page.boxes.key[box]
        text = strip_site(clues.page.text_in(box), names)
        text_key = same_key(text) if len(text) <= _LONGEST else ""
        if text_key and not _is_site(text_key, names) and not any(w in key for w in _LOGO):
            found.append(Heading(text, text_key, box, tag))
    return found


def strip_site(text: str, names: frozenset[str], *, sections: bool = False) -> str:
    """Take the site's name off the ends of a title.

    Args:
        text: The title as given.
        names: Keys of the site's names.
        sections: Whether a short part left at the end goes too.

    Returns:
        The title; unchanged where nothing else would be left.
    """
    parts = _BREAK.split(text)
    if len(parts) == 1:
        return text
    while len(parts) > 1 and _is_site(same_key(parts[-1]), names):
        del parts[-2:]
    while len(parts) > 1 and _is_site(same_key(parts[0]), names):
        del parts[:2]
    while sections and len(parts) > 1 and parts[-2].strip() != ":":
        if len(parts[-1].split()) > _SECTION_WORDS or len("".join(parts[:-2])) < 2 * len(parts[-1]):
            break
        del parts[-2:]
    if sections and len(parts) > 1 and all(p.strip() in _STRONG for p in parts[1::2]):
        return max(parts[::2], key=len)
    return "".join(parts) or text


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
    return len(heading.key) > _FEW_LETTERS and heading.key == same_key(_BREAK.split(text, maxsplit=1)[0])


def _overlap(a: str, b: str) -> float:
    """Return the share of words that two titles have in common."""
    x, y = set(_WORD.findall(a.casefold())), set(_WORD.findall(b.casefold()))
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
    found = []
    known: dict[tuple[str, bool], tuple[str, str, str, str]] = {}
    for origin, locator, raw, confidence in _anchors(clues):
        sections = locator == "title" and origin == "element"
        if (raw, sections) not in known:
            folded = plain(raw)
            text = strip_site(folded, names, sections=sections)
            raw_key = same_key(folded)
            known[raw, sections] = folded, raw_key, text, raw_key if text == folded else same_key(text)
        folded, raw_key, text, key = known[raw, sections]
        found.append(_Anchor(origin, locator, folded, raw_key, text, key, confidence))
    return found


def _confidence(heading: Heading, anchors: list[_Anchor], *, lone: bool) -> float:
    """Say how sure a first-level heading is."""
    many = len(heading.text.split()) > _FEW_WORDS or (is_cjk(heading.text) and len(heading.key) > _FEW_LETTERS)
    if not anchors or (lone and many):
        return _RELATED_H1
    related = max(_overlap(heading.text, a.raw) for a in anchors)
    if related >= _RELATED and len(heading.text.split()) > 1:
        return _RELATED_H1 if lone else _LONE_H1
    return _STRANGE_H1 if lone else _STRANGE_H1 / 2


def _without_kicker(clues: Clues, heading: Heading, anchors: list[_Anchor]) -> Heading:
    """Take off what stands before the headline in its own heading."""
    official = [a for a in anchors if a.confidence >= _TAG_CONFIDENCE]
    if any(a.key == heading.key and "|" not in a.text for a in official if a.locator != "title"):
        return heading
    kicker, rest = split_kicker(clues, heading.box)
    if kicker and rest:
        return heading._replace(text=rest, key=same_key(rest))
    for a in official:
        tail = a.key and heading.key.endswith(a.key) and a.key != heading.key
        if tail and len(a.key) >= _PARTIAL * len(heading.key) and len(a.text.split()) > 1:
            return heading._replace(text=a.text, key=a.key)
    return heading


def _lone(headings: list[Heading], anchors: list[_Anchor]) -> bool:
    """Say whether one heading alone may be the headline."""
    if len(headings) < 2:  # noqa: PLR2004
        return True
    return sum(any(_overlap(h.text, a.raw) >= _RELATED for a in anchors) for h in headings) == 1


def _slogans(headings: list[Heading], lower: list[Heading], anchors: list[_Anchor]) -> set[str]:
    """Return keys of headings that close the title element as the site's name does."""
    tag = next((a for a in anchors if a.origin == "element"), None)
    parts = [same_key(p) for p in _BREAK.split(tag.raw)[::2]] if tag else []
    if len(parts) < 2:  # noqa: PLR2004
        return set()
    first = {h.key for h in lower if h.key == parts[0] and len(h.key) > _FEW_LETTERS}
    return {h.key for h in headings if first and h.key == parts[-1]}


def _shown(heading: Heading, anchors: list[_Anchor]) -> str:
    """Prefer the spelling of the page's head where a heading was put together."""
    text = heading.text
    if _GLUED.search(text):
        return next((a.text for a in anchors if a.key == heading.key), text)
    return text


def _candidates(clues: Clues, names: frozenset[str]) -> Iterator[Candidate[str]]:
    """Yield headlines: headings first, then what the head of the page says."""
    anchors = _cleaned(clues, names)
    headings = [_without_kicker(clues, h, anchors) for h in _headings(clues, "h1", names)]
    lone = _lone(headings, anchors)
    matching = [h for h in headings if any(_within(h, a.raw, a.raw_key, names) for a in anchors)]
    if not matching or not any(h.key == a.key for h in matching for a in anchors):
        others = [h for tag in ("h2", "h3") for h in _headings(clues, tag, names)]
        if slogans := _slogans(headings, others, anchors):
            headings = [h for h in headings if h.key not in slogans]
            matching = [h for h in matching if h.key not in slogans]
        if not matching:
            matching = [h for h in others if len(h.text.split()) > 1 and any(_within(h, a.raw, a.raw_key, names) for a in anchors)][:1]
            headings += matching
    for h in headings:
        related = not lone or len(headings) == 1 or any(_overlap(h.text, a.raw) >= _RELATED for a in anchors)
        confidence = _confidence(h, anchors, lone=lone and related) if h.tag == "h1" else _OTHER_HEADING
        yield Candidate(_shown(h, anchors), "element", h.tag, h.text, confidence, h.key)
    for a in anchors:
        twin = next((h for h in matching if _within(h, a.raw, a.raw_key, names)), None)
        text, key = (_shown(twin, anchors), twin.key) if twin else (a.text, a.key)
        yield Candidate(text, a.origin, a.locator, a.raw, a.confidence, key, _veto(a, key, names, anchors))


def _veto(anchor: _Anchor, key: str, names: frozenset[str], anchors: list[_Anchor]) -> str | None:
    """Say what speaks against a title from outside of the text."""
    if not key:
        return "title-empty"
    if _is_site(key, names):
        return "title-is-site-name"
    if len(anchor.text) > _LONGEST:
        return "title-too-long"
    if anchor.text.startswith(("http://", "https://")):
        return "title-is-address"
    if anchor.text.endswith(_CUT_OFF) and any(len(a.key) > len(key) and a.key.startswith(key[:-1]) for a in anchors):
        return "title-cut-off"
    return None


def find_title(clues: Clues) -> Finding[str]:
    """Find the headline.

    Args:
        clues: The page.

    Returns:
        The headline as shown, where a heading of the page agrees with what its
        head says; else the best of both, without the site's name.
    """
    found = clues.memo.get("title")
    if not isinstance(found, Finding):
        found = decide("title", _candidates(clues, site_keys(clues)))
        clues.memo["title"] = found
    return cast("Finding[str]", found)


def headline_block(clues: Clues) -> int | None:
    """Return the index of the block where the headline stands, or None."""
    if "headline" not in clues.memo:
        clues.memo["headline"] = _headline_block(clues)
    return cast("int | None", clues.memo["headline"])


def _headline_block(clues: Clues) -> int | None:
    key = same_key(find_title(clues).value or "")
    if not key:
        return None
    page, partial = clues.page, None
    for tag in ("h1", "h2", "h3"):
        for box in clues.headings(tag)[:_MOST_HEADINGS]:
            shown = same_key(page.text_in(box))
            if shown == key:
                return page.boxes.first[box]
            if partial is None and len(key) > _FEW_LETTERS and (key in shown or shown in key) and len(shown) > _FEW_LETTERS:
                partial = page.boxes.first[box]
    if partial is not None:
        return partial
    length = len(find_title(clues).value or "")
    for index, block in enumerate(page.blocks):
        if abs(len(block.text) - length) < _SITE_EXTRA and same_key(block.text) == key:
            return index
    return None
