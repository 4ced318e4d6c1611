"""Who wrote the article: authors, the printed byline, agencies."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple, cast

import attrs

from articlekit.fields.clues import Clues, plain
from articlekit.fields.contest import Candidate, Finding, decide
from articlekit.fields.dateline import find_dateline
from articlekit.fields.section import find_section
from articlekit.fields.title import find_title, headline_block, site_keys
from articlekit.model import Author, AuthorKind
from articlekit.reading.page import Mark, TextBlock
from articlekit.text.agencies import agency_name, is_agency
from articlekit.text.bylines import has_byline_label, is_other_credit, label_kinds, people_of, read_byline
from articlekit.text.datelines import is_wire
from articlekit.text.names import every, is_cjk, is_full_name, is_organisation
from articlekit.text.spaces import same_key
from articlekit.text.urls import absolute

_METAS: Final = (
    ("parsely-author", 0.5),
    ("sailthru.author", 0.45),
    ("byl", 0.5),
    ("author", 0.42),
    ("article:author_name", 0.45),
    ("article:author", 0.42),
    ("dc.creator", 0.4),
    ("dcterms.creator", 0.4),
    ("citation_author", 0.5),
    ("cxenseparse:author", 0.45),
    ("og:article:author", 0.4),
    ("creator", 0.3),
    ("twitter:data1", 0.3),
)
_LABEL_METAS: Final = {"twitter:data1": "twitter:label1"}
_LD_CONFIDENCE, _PROP_CONFIDENCE, _SHOWN, _FAR, _TEXT = 0.72, 0.55, 0.74, 0.4, 0.6
_BEFORE, _AFTER, _CLUSTER = 8, 14, 4
_FARTHEST, _PROSE = 60, 180
_MOST_BLOCKS = 300
_CLOSE, _BARE, _NAME_WORDS = 6, 0.35, 4
_LONGEST, _LONGEST_MARK, _MOST_NAMES = 160, 80, 12
_BAD_BOX: Final = ("comment", "related", "teaser", "recommend", "sidebar", "footer", "most-", "popular", "newsletter", "caption", "credit", "editors-pick", "trending", "card-")
_BAD_KEY: Final = ("authority", "authoriz", "authoris", "photo", "image", "credit", "date", "time", "title", "share", "social", "comment", "bio", "description", "role", "position", "job", "avatar", "follow", "signatures", "signature-")
_GENERIC: Final = frozenset(
    "admin administrator redaktion editor staff webmaster superuser user unknown guest author autor anonymous anonym root redaktionsteam team newsdesk webredaktion"
    " editorial redaccion redazione redacao redactie redakcja authors editors newsroom none null undefined na all news home more subscribe login share follow".split()
)
_ADDRESS: Final = re.compile(r"https?:|www\.|@|/")
_SOURCE_LINE: Final = re.compile(r"(?:来源|來源|출처|[Ss]ource|Quelle|Fuente|Fonte|Kaynak|Источник|Źródło)\s?[:：]\s?([^\s|:：,，]{1,30}(?:\s[^\s|:：,，]{1,20}){0,2})")
_SHORT_DATE: Final = 60
_DATE_LINE: Final = re.compile(r"\d{4}|\d{1,2}[.:/]\d{1,2}")
_SENTENCE: Final = re.compile(r"\w{3,}\.(?:\s|$)")
_USERNAME: Final = re.compile(r"[\w.\-]{3,24}(?:\s[\w.\-]{1,20}){0,2}")


class Credits(NamedTuple):
    """Who a text is credited to."""

    authors: Finding[tuple[Author, ...]]
    byline: Finding[str]
    agencies: Finding[tuple[str, ...]]


class _Source(NamedTuple):
    """Authors that one source names."""

    authors: tuple[Author, ...]
    agencies: tuple[str, ...]
    origin: str
    locator: str
    raw: str
    confidence: float


def parse_byline(text: str, *, language: str | None = None) -> tuple[Author, ...]:
    """Read the people that a byline names.

    Args:
        text: The byline as printed, labels, roles and agencies included.
        language: BCP 47 tag of the page, or None.

    Returns:
        The people in order, each once, without labels, roles, agencies, codes
        and addresses; their roles stand in `Author.role`. Organisations are
        left out: `read_byline` gives them and the agencies too.
    """
    return people_of(text, language)


# Structured data


def _people(clues: Clues, value: object, depth: int = 0) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield (name, address, role) of what JSON-LD gives as author."""
    if isinstance(value, str):
        if not _ADDRESS.match(value):
            yield plain(value), None, None
    elif isinstance(value, list) and depth < 3:  # noqa: PLR2004
        for item in cast("list[object]", value)[:_MOST_NAMES]:
            yield from _people(clues, item, depth + 1)
    elif isinstance(value, Mapping) and depth < 3:  # noqa: PLR2004
        node = cast("Mapping[str, object]", value)
        name = node.get("name")
        if name is None and isinstance(node.get("@id"), str):
            target = _by_id(clues).get(cast("str", node["@id"]))
            node, name = (target, target.get("name")) if target else (node, None)
        url, role = node.get("url"), node.get("jobTitle")
        for text, _, _ in _people(clues, name, depth + 1):
            yield text, url if isinstance(url, str) else None, role if isinstance(role, str) else None


def _by_id(clues: Clues) -> dict[str, dict[str, object]]:
    """Return the JSON-LD nodes that have a name, by their identifier."""
    found = clues.memo.get("ids")
    if not isinstance(found, dict):
        found = {n["@id"]: n for n in clues.page.structured.nodes if isinstance(n.get("@id"), str) and "name" in n}
        clues.memo["ids"] = found
    return cast("dict[str, dict[str, object]]", found)


def _read(raw: str, language: str | None) -> tuple[tuple[Author, ...], tuple[str, ...]]:
    """Read a name that stands alone: a byline, or the name of a user."""
    authors, agencies = read_byline(raw, language)
    if not authors and not agencies and _USERNAME.fullmatch(raw) and not _ADDRESS.search(raw) and not raw.isdigit():
        return (Author(raw),), ()
    return authors, agencies


def _from_ld(clues: Clues) -> Iterator[_Source]:
    """Yield the authors that the JSON-LD names."""
    for field, confidence in (("author", _LD_CONFIDENCE), ("creator", 0.4)):
        if field not in clues.article:
            continue
        authors: list[Author] = []
        agencies: list[str] = []
        raws = []
        for name, url, role in _people(clues, clues.article[field]):
            people, wires = _read(name, clues.language)
            raws.append(name)
            agencies += wires
            alone = len(people) == 1
            for person in people:
                authors.append(attrs.evolve(person, role=person.role or (role if alone else None), url=url if alone else None))
        yield _Source(tuple(authors), tuple(agencies), "json-ld", field, "; ".join(raws), confidence)


def _from_metas(clues: Clues) -> Iterator[_Source]:
    """Yield the authors that meta elements name."""
    for name, confidence in _METAS:
        values = clues.page.metas.get(name)
        if not values:
            continue
        label = _LABEL_METAS.get(name)
        if label and not any(w in same_key(clues.page.meta(label) or "") for w in ("by", "von", "par", "por", "author", "autor", "автор")):
            continue
        raws = list(dict.fromkeys(plain(v) for v in values[:_MOST_NAMES] if v and not _ADDRESS.match(v)))
        read = [_read(raw, clues.language) for raw in raws if len(raw) <= _LONGEST]
        authors = tuple(a for people, _ in read for a in people)
        agencies = tuple(a for _, wires in read for a in wires)
        if raws:
            yield _Source(authors, agencies, "meta", name, "; ".join(raws), confidence)


def _from_props(clues: Clues) -> Iterator[_Source]:
    """Yield the authors that microdata names outside of other items."""
    found, seen = [], set[str]()
    for mark in clues.props.get("author", ())[:6]:
        inner = [m for m in clues.props.get("name", ()) if _inside(m, mark)]
        raw = mark.attrs.get("content") or (_text(clues, inner[0]) if inner else "") or _text(clues, mark)
        raw = plain(raw)
        if raw and len(raw) <= _LONGEST_MARK and raw not in seen and not is_other_credit(raw, clues.language):
            seen.add(raw)
            found.append(raw)
    if found:
        read = [_read(raw, clues.language) for raw in found[:3]]
        authors = tuple(a for people, _ in read for a in people)
        yield _Source(authors, tuple(w for _, wires in read for w in wires), "microdata", "author", "; ".join(found), _PROP_CONFIDENCE)


def _text(clues: Clues, mark: Mark) -> str:
    """Return what a mark says: its content, else its text."""
    return mark.attrs.get("content") or clues.page.text_of(mark)


def _inside(inner: Mark, outer: Mark) -> bool:
    """Say whether one mark stands inside another."""
    return inner is not outer and (outer.first, outer.start) <= (inner.first, inner.start) and (inner.last, inner.end) <= (outer.last, outer.end)


# Printed bylines


def _author_marks(clues: Clues, block: TextBlock) -> list[Mark]:
    """Return the marks of a block that hold names of authors."""
    found = []
    for mark in block.marks:
        if mark.own >= 0 or mark.first != mark.last or mark.end <= mark.start:
            continue
        if "author" in mark.attrs.get("rel", "") or "/author" in mark.attrs.get("href", "") or "/autor" in mark.attrs.get("href", ""):
            found.append(mark)
        elif clues.speaks_of(mark.key, "author") and not any(w in mark.key for w in _BAD_KEY):
            found.append(mark)
    outer = {(m.start, m.end): m for m in reversed(found)}
    return [m for m in found if m in outer.values() and not any(_inside(o, m) for o in outer.values())]


def _is_bad(clues: Clues, block: TextBlock) -> bool:
    """Say whether a block stands in a box of other stories, comments and the like.

    A box that holds the headline too is the article's own, whatever its name.
    """
    boxes = clues.page.boxes
    head = headline_block(clues)
    for box in boxes.around(block.box):
        if head is not None and boxes.first[box] <= head < boxes.last[box]:
            return False
        if any(w in boxes.key[box] for w in _BAD_BOX):
            return True
    return False


def _speaks(clues: Clues, block: TextBlock) -> bool:
    """Say whether the boxes around a block speak of authors."""
    keys, box = clues.page.boxes.key, block.box
    for _ in range(3):
        if box < 0:
            return False
        key = keys[box]
        if clues.speaks_of(key, "author") and not any(w in key for w in _BAD_KEY):
            return True
        box = clues.page.boxes.parent[box]
    return False


class _Line(NamedTuple):
    """A byline that one block holds; *sure* where markup or a label says so."""

    raw: str
    authors: tuple[Author, ...]
    agencies: tuple[str, ...]
    sure: bool
    labelled: bool = False


def _printed(clues: Clues, index: int) -> _Line | None:
    """Read the byline that one block holds, if it holds one."""
    block = clues.page.blocks[index]
    if len(block.text) > _LONGEST:
        return None
    labelled, other = label_kinds(block.text, clues.language)
    if other:
        return None
    marks = _author_marks(clues, block) if block.marks else []
    spoken = bool(marks) or _speaks(clues, block)
    if not (labelled or spoken):
        return _bare(clues, index)
    if _is_bad(clues, block):
        return None
    if not labelled and not marks and _SENTENCE.search(block.text):
        return None
    authors, agencies = read_byline(block.text, clues.language)
    if marks:
        authors, agencies = _marked(clues, marks, authors, agencies)
    elif not labelled:
        authors = tuple(a for a in authors if " " in a.name or is_cjk(a.name))
    return _Line(block.text, authors, agencies, sure=True, labelled=labelled) if authors or agencies else None


def _marked(
    clues: Clues, marks: list[Mark], authors: tuple[Author, ...], agencies: tuple[str, ...]
) -> tuple[tuple[Author, ...], tuple[str, ...]]:
    """Prefer the names that marks hold to those read from the whole line."""
    base = clues.hints.url or clues.page.base
    named: list[Author] = []
    for mark in marks:
        text = clues.page.text_of(mark)
        people, wires = _read(text, clues.language) if " " not in text else read_byline(text, clues.language)
        agencies = tuple(dict.fromkeys([*agencies, *wires]))
        url = absolute(base, mark.attrs.get("href")) if len(people) == 1 else None
        named += [attrs.evolve(a, url=url) for a in people if a.name.casefold() not in every("noise")]
    full = [a for a in authors if " " in a.name or is_cjk(a.name)]
    if len(full) > len(named) or not named:
        return tuple(full) or authors, agencies
    roles = {a.name: a.role for a in authors}
    return tuple(attrs.evolve(a, role=a.role or roles.get(a.name)) for a in named), agencies


def _bare(clues: Clues, index: int) -> _Line | None:
    """Read a line right below the headline that is a name, alone or with a date."""
    block = clues.page.blocks[index]
    text = block.text
    if len(text) > _LONGEST_MARK or block.tag in {"figcaption", "li", "h1", "h2", "h3"} or " " not in text and not is_cjk(text):
        return None
    dated = any(map(str.isdigit, text)) or _dated_neighbour(clues, index)
    if not dated or (text.isascii() and text[:1].islower()):
        return None
    authors, agencies = read_byline(text, clues.language)
    if is_cjk(text) and not any(map(str.isdigit, text)):
        return None
    full = authors and all(is_full_name(a.name) and len(a.name.split()) <= _NAME_WORDS for a in authors)
    if not full or not dated or (not any(map(str.isdigit, text)) and sum(len(a.name) for a in authors) < 0.7 * len(text)):
        return None
    if _is_bad(clues, block) or block.link_chars > len(authors[0].name) * 2:
        return None
    return _Line(text, authors, agencies, sure=False)


def _dated_neighbour(clues: Clues, index: int) -> bool:
    """Say whether the line before or behind a block is a date."""
    blocks = clues.page.blocks
    lines = [b.text for b in blocks[max(0, index - 1) : index + 2] if b is not blocks[index]]
    return any(len(line) <= _SHORT_DATE and _DATE_LINE.search(line) for line in lines)


def _prose_from(blocks: list[TextBlock], head: int) -> int:
    """Return the index behind which a byline is looked for no further."""
    last = min(len(blocks), head + _FARTHEST)
    long = (i for i in range(head + 1, last) if len(blocks[i].text) > _PROSE and 2 * blocks[i].link_chars < len(blocks[i].text))
    first = next(long, head)
    return max(min(len(blocks), head + _AFTER), min(first + 2, last))


def _from_text(clues: Clues) -> Iterator[_Source]:
    """Yield the bylines that are printed: near the headline, else anywhere."""
    head = headline_block(clues)
    blocks = clues.page.blocks
    order: list[int] = []
    if head is not None:
        order = [*range(head + 1, _prose_from(blocks, head)), *range(head - 1, max(-1, head - _BEFORE), -1)]
    else:
        order = [i for i, b in enumerate(blocks[:_MOST_BLOCKS]) if has_byline_label(b.text[:_LONGEST_MARK], clues.language)]
    lines = {i: line for i in order if (line := _printed(clues, i))}
    sure = [i for i in order if i in lines and lines[i].sure]
    if sure:
        yield _joined(clues, lines, sure, _SHOWN)
        return
    bare = [i for i in order if i in lines and head is not None and head < i <= head + _CLOSE]
    if bare:
        dated = any(map(str.isdigit, lines[bare[0]].raw))
        yield _joined(clues, lines, bare[:1], _TEXT if dated else _BARE)
    rest = [*dict.fromkeys([*(m.first for m in clues.marks("author")), *(clues.page.boxes.first[b] for b in clues.boxes("author"))])]
    later = sorted(i for i in rest if i < len(blocks) and i not in lines and (head is None or i > head))[:40]
    for index in later:
        if not _is_bad(clues, blocks[index]) and (line := _printed(clues, index)) and line.sure:
            yield _joined(clues, {index: line}, [index], _FAR)
            return


def _joined(clues: Clues, lines: dict[int, _Line], order: list[int], confidence: float) -> _Source:
    """Join the first line of *order* and those of the same kind beside it."""
    first = order[0]
    blocks, keys = clues.page.blocks, clues.page.boxes.key
    like = keys[blocks[first].box], blocks[first].tag
    same = [i for i in order if (keys[blocks[i].box], blocks[i].tag) == like]
    near = [lines[first]]
    near += [lines[i] for i in same if i != first and abs(i - first) <= _CLUSTER and not lines[first].labelled]
    if not any(a.kind is AuthorKind.PERSON for a in lines[first].authors):
        near += [lines[i] for i in order if i not in same and abs(i - first) <= _CLUSTER]
    authors: dict[str, Author] = {}
    for line in near:
        for author in line.authors:
            authors.setdefault(same_key(author.name), author)
    agencies = dict.fromkeys(name for line in near for name in line.agencies)
    raw = "\n".join(line.raw for line in near[:3])
    return _Source(tuple(authors.values()), tuple(agencies), "text", f"block {first}", raw, confidence)


# The contest


def _veto(clues: Clues, author: Author, sites: frozenset[str], title: str) -> str | None:
    """Say what speaks against one author."""
    key = same_key(author.name)
    if not key or key in _GENERIC:
        return "author-is-generic"
    if key in sites or any(len(s) > 4 and (key.startswith(s) or key.endswith(s)) and len(key) < len(s) + 12 and (is_organisation(author.name, clues.language) or len(key) < len(s) + 4) for s in sites):  # noqa: PLR2004
        return "author-is-site-name"
    if is_agency(author.name):
        return "author-is-agency"
    if author.kind is AuthorKind.ORGANISATION:
        return "author-is-organisation"
    if len(key) > 4 and key in title:  # noqa: PLR2004
        return "author-in-headline"
    if any(same_key(e.raw) == key for e in find_section(clues).evidence):
        return "author-is-section"
    return None


def _is_username(name: str) -> bool:
    """Say whether a name is one that only a machine gives."""
    return " " not in name and not is_cjk(name) and (name.islower() or any(map(str.isdigit, name)) or name.isupper())


def _candidates(clues: Clues, sources: list[_Source]) -> Iterator[Candidate[tuple[Author, ...]]]:
    """Turn sources into candidates: what is left of each after the vetoes."""
    sites = site_keys(clues)
    title = same_key(find_title(clues).value or "")
    printed: frozenset[str] = frozenset()
    for source in sources:
        judged = [(a, _veto(clues, a, sites, title)) for a in source.authors]
        kept = tuple(a for a, code in judged if code is None or (code == "author-in-headline" and source.origin == "json-ld"))
        codes = [code for _, code in judged if code]
        code = None if kept else (codes[0] if codes else "author-not-named")
        key = frozenset(same_key(a.name) for a in kept)
        if source.origin == "text" and source.confidence == _SHOWN:
            printed = key
        elif key and (key < printed or key > printed > frozenset()):
            # Data names fewer or more people than the byline does: the same text.
            key = printed
        doubt = 0.5 if kept and all(_is_username(a.name) for a in kept) else 1.0
        yield Candidate(kept, source.origin, source.locator, source.raw, source.confidence * doubt, key, code)


def _enriched(authors: tuple[Author, ...], sources: list[_Source]) -> tuple[Author, ...]:
    """Give the authors taken what other sources know of them."""
    known: dict[str, Author] = {}
    for source in sources:
        for author in source.authors:
            old = known.get(key := same_key(author.name))
            known[key] = attrs.evolve(old, role=old.role or author.role, url=old.url or author.url) if old else author
    return tuple(attrs.evolve(a, role=known[same_key(a.name)].role, url=known[same_key(a.name)].url) for a in authors)


def _credited(clues: Clues) -> Iterator[_Source]:
    """Yield the agencies of the dateline, and of a line that names the source."""
    found = find_dateline(clues).value
    if found and found.agency:
        yield _Source((), (found.agency,), "text", "dateline", found.raw, 0.6)
    head = headline_block(clues)
    for name in ("source", "news.source", "news_source", "dc.source", "provider"):
        raw = clues.page.meta(name)
        if raw and is_wire(plain(raw)):
            yield _Source((), (plain(raw),), "meta", name, raw, 0.5)
    if head is None:
        return
    for index in range(max(0, head - 3), min(len(clues.page.blocks), head + _AFTER)):
        text = clues.page.blocks[index].text
        if len(text) <= _SHORT_DATE and is_agency(text) and is_wire(text):
            yield _Source((), (text,), "text", f"block {index}", text, 0.4)
        elif len(text) <= _LONGEST and (":" in text or "：" in text) and (match := _SOURCE_LINE.search(text)) and is_wire(match[1].strip()):
            yield _Source((), (match[1].strip(),), "text", f"block {index}", text, 0.5)


def _agencies(clues: Clues, sources: list[_Source]) -> Finding[tuple[str, ...]]:
    """Collect the agencies of all sources, each once."""
    found: dict[str, str] = {}
    entries = []
    for source in [*sources, *_credited(clues)]:
        wires = tuple(name for name in source.agencies if is_wire(name))
        for name in wires:
            found.setdefault(agency_name(name) or name.casefold(), name)
        if wires:
            entries.append(Candidate(wires, source.origin, source.locator, source.raw, source.confidence, "agencies"))
    finding = decide("agencies", entries)
    return attrs.evolve(finding, value=tuple(found.values()) or None)


def find_authors(clues: Clues) -> Credits:
    """Find authors, byline and agencies.

    Args:
        clues: The page.

    Returns:
        The authors in order of the byline: people, and organisations only where
        they are neither the site nor a desk nor an agency; the byline as
        printed; the agencies credited in byline or data.
    """
    printed = list(_from_text(clues))
    sources = [*printed, *_from_ld(clues), *_from_props(clues), *_from_metas(clues)]
    authors = decide("authors", _candidates(clues, sources))
    if authors.value:
        authors = attrs.evolve(authors, value=_enriched(authors.value, sources))
    lines = [Candidate(s.raw, s.origin, s.locator, s.raw, s.confidence) for s in printed]
    return Credits(authors, decide("byline", lines), _agencies(clues, sources))
