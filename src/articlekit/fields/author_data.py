"""Authors that the data of a page name: JSON-LD, meta elements, microdata."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple, cast

from articlekit.fields.clues import Clues, plain
from articlekit.model import Author, AuthorKind
from articlekit.reading.page import Mark
from articlekit.reading.structured import types_of
from articlekit.text.byline_pieces import undated
from articlekit.text.byline_words import date_words, match_label, words_of
from articlekit.text.bylines import is_label, is_other_credit, read_byline
from articlekit.text.lexicons import primary
from articlekit.text.names import every, is_cjk, is_organisation, starts_high
from articlekit.text.spaces import same_key

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
LONGEST_LINE, LONGEST_NAME = 160, 80
_MOST_NAMES: Final = 12
_LD_CONFIDENCE, _PROP_CONFIDENCE = 0.72, 0.55
GENERIC: Final = frozenset(
    "admin administrator redaktion editor staff webmaster superuser user unknown guest author autor anonymous anonym root redaktionsteam team newsdesk webredaktion"
    " editorial redaccion redacción redação rédaction larédaction redazione redacao redactie redakcja authors editors newsroom none null undefined na all news home more subscribe login share follow".split()
)
_ADDRESS: Final = re.compile(r"https?:|www\.|@|/")
# A news organisation is the publisher, who is named there for want of an author.
_ORGANISATIONS: Final = frozenset(("organization", "corporation"))
_DESK: Final = ("editorial", "redaktion", "staff", "news", "report", "team", "desk")
_DESK_WORDS, _SHORTEST_NAME = 5, 3
_CAPTIONS: Final = frozenset(("figcaption", "figure"))
_CONTACT: Final = re.compile(r"^(?:www\.|[@/])|https?:|@[\w-]+\.\w")
_LETTERS: Final = re.compile(r"[^\W\d_]{3}")
_USERNAME: Final = re.compile(r"[\w.\-]{3,24}(?:\s[\w.\-]{1,20}){0,2}")


class Source(NamedTuple):
    """Authors that one source names."""

    authors: tuple[Author, ...]
    agencies: tuple[str, ...]
    origin: str
    locator: str
    raw: str
    confidence: float


def _people(
    clues: Clues, value: object, depth: int = 0
) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield (name, address, role) of what JSON-LD gives as author."""
    if isinstance(value, str):
        if not _ADDRESS.match(value):
            yield plain(value), None, None
    elif isinstance(value, list) and depth < 3:
        for item in cast("list[object]", value)[:_MOST_NAMES]:
            yield from _people(clues, item, depth + 1)
    elif isinstance(value, Mapping) and depth < 3:
        node = cast("Mapping[str, object]", value)
        name = node.get("name")
        if name is None and isinstance(node.get("@id"), str):
            target = _by_id(clues).get(cast("str", node["@id"]))
            node, name = (target, target.get("name")) if target else (node, None)
        url, role = node.get("url"), node.get("jobTitle")
        for text, _, _ in _people(clues, name, depth + 1):
            yield (
                text,
                url if isinstance(url, str) else None,
                role if isinstance(role, str) else None,
            )


def _by_id(clues: Clues) -> dict[str, dict[str, object]]:
    """Return the JSON-LD nodes that have a name, by their identifier."""
    found = clues.memo.get("ids")
    if not isinstance(found, dict):
        found = {
            n["@id"]: n
            for n in clues.page.structured.nodes
            if isinstance(n.get("@id"), str) and "name" in n
        }
        clues.memo["ids"] = found
    return cast("dict[str, dict[str, object]]", found)


def _may_be_user(raw: str, language: str | None) -> bool:
    """Say whether a text may be the name of a user: one word, or a few."""
    if not _USERNAME.fullmatch(raw) or _ADDRESS.search(raw):
        return False
    folded = raw.casefold()
    if folded in date_words() or folded in every("noise") or folded in GENERIC:
        return False
    return bool(_LETTERS.search(raw)) and not is_label(raw, language)


def read_line(clues: Clues, text: str) -> tuple[tuple[Author, ...], tuple[str, ...]]:
    """Read a line as a byline; data, links and text of a page give the same ones."""
    known = clues.bylines.get(text)
    if known is None:
        known = clues.bylines[text] = read_byline(text, clues.language)
    return known


def read_name(clues: Clues, raw: str) -> tuple[tuple[Author, ...], tuple[str, ...]]:
    """Read a name that stands alone: a byline, or the name of a user."""
    authors, agencies = read_line(clues, raw)
    if not authors and not agencies and _may_be_user(raw, clues.language):
        desk = is_organisation(raw, clues.language)
        kind = AuthorKind.ORGANISATION if desk else AuthorKind.PERSON
        return (Author(raw, kind),), ()
    return authors, agencies


def from_ld(clues: Clues) -> Iterator[Source]:
    """Yield the authors that the JSON-LD names."""
    for field, confidence in (("author", _LD_CONFIDENCE), ("creator", 0.4)):
        if field not in clues.article:
            continue
        authors: list[Author] = []
        agencies: list[str] = []
        raws: list[str] = []
        for name, url, role in _people(clues, clues.article[field]):
            people, wires = read_name(clues, name)
            raws.append(name)
            agencies += wires
            alone = len(people) == 1
            known = (role, url) if alone else (None, None)
            authors += [
                Author(a.name, a.kind, a.role or known[0], known[1]) for a in people
            ]
        yield Source(
            tuple(authors),
            tuple(agencies),
            "json-ld",
            field,
            "; ".join(raws),
            confidence,
        )


def stated_authors(clues: Clues) -> Iterator[tuple[Source, bool]]:
    """Yield the authors of the JSON-LD as organisations, named as they are.

    Yields:
        The source, and whether the JSON-LD itself calls it an organisation.
    """
    value = clues.article.get("author")
    nodes = cast("list[object]", value) if isinstance(value, list) else [value]
    for node in nodes[:_MOST_NAMES]:
        called = _is_organisation(node)
        for name, url, _ in _people(clues, node):
            author = Author(name, AuthorKind.ORGANISATION, None, url)
            found = Source((author,), (), "json-ld", "author", name, _LD_CONFIDENCE)
            yield found, called


def _is_organisation(node: object) -> bool:
    """Say whether the JSON-LD calls an author an organisation."""
    if not isinstance(node, Mapping):
        return False
    return bool(types_of(cast("Mapping[str, object]", node)) & _ORGANISATIONS)


def labelled_desks(clues: Clues, sources: list[Source]) -> Iterator[Source]:
    """Yield the names behind labels as they stand: "By Harbour Post Staff"."""
    words = words_of(primary(clues.language))
    for source in sources:
        label = match_label(source.raw, words)
        name = undated(source.raw[label.end() :], words) if label else ""
        short = len(name) <= LONGEST_NAME and len(name.split()) <= _DESK_WORDS
        if short and starts_high(name) and "." not in name:
            author = Author(name, AuthorKind.ORGANISATION)
            yield source._replace(authors=(author,))


def is_desk(key: str) -> bool:
    """Say whether a name is that of any desk: "Editorial Staff"."""
    for word in _DESK:
        key = key.replace(word, "")
    return key in GENERIC or len(key) < _SHORTEST_NAME


def _worth_naming(people: tuple[Author, ...]) -> tuple[Author, ...]:
    """Drop single words from a list of several: "Elm Ltd, Berlin, Germany"."""
    if len(people) < 2:
        return people
    return tuple(a for a in people if " " in a.name or is_cjk(a.name))


def from_metas(clues: Clues) -> Iterator[Source]:
    """Yield the authors that meta elements name."""
    for name, confidence in _METAS:
        values = clues.page.metas.get(name)
        if not values:
            continue
        label = _LABEL_METAS.get(name)
        if label and not any(
            w in same_key(clues.page.meta(label) or "")
            for w in ("by", "von", "par", "por", "author", "autor", "автор")
        ):
            continue
        raws = list(
            dict.fromkeys(
                plain(v) for v in values[:_MOST_NAMES] if v and not _CONTACT.search(v)
            )
        )
        read = [read_name(clues, raw) for raw in raws if len(raw) <= LONGEST_LINE]
        authors = tuple(a for people, _ in read for a in _worth_naming(people))
        agencies = tuple(a for _, wires in read for a in wires)
        if raws:
            yield Source(authors, agencies, "meta", name, "; ".join(raws), confidence)


def from_props(clues: Clues) -> Iterator[Source]:
    """Yield the authors that microdata names outside of other items."""
    found: list[str] = []
    seen = set[str]()
    for mark in clues.props.get("author", ())[:6]:
        if _in_caption(clues, mark):
            continue
        inner = [m for m in clues.props.get("name", ()) if inside(m, mark)]
        raw = (
            mark.attrs.get("content")
            or (_text(clues, inner[0]) if inner else "")
            or _text(clues, mark)
        )
        raw = plain(raw)
        if (
            raw
            and len(raw) <= LONGEST_NAME
            and raw not in seen
            and not is_other_credit(raw, clues.language)
        ):
            seen.add(raw)
            found.append(raw)
    if found:
        read = [read_name(clues, raw) for raw in found[:3]]
        authors = tuple(a for people, _ in read for a in people)
        yield Source(
            authors,
            tuple(w for _, wires in read for w in wires),
            "microdata",
            "author",
            "; ".join(found),
            _PROP_CONFIDENCE,
        )


def _in_caption(clues: Clues, mark: Mark) -> bool:
    """Say whether a mark stands in the caption of a picture."""
    return clues.page.boxes.find(mark.box, _CAPTIONS) >= 0


def _text(clues: Clues, mark: Mark) -> str:
    """Return what a mark says: its content, else its text."""
    return mark.attrs.get("content") or clues.page.text_of(mark)


def inside(inner: Mark, outer: Mark) -> bool:
    """Say whether one mark stands inside another."""
    return (
        inner is not outer
        and (outer.first, outer.start) <= (inner.first, inner.start)
        and (inner.last, inner.end) <= (outer.last, outer.end)
    )
