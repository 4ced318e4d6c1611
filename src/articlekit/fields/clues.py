"""What several fields ask of a page, looked up once.

The columns of a page hold a thousand boxes; a field needs ten of them. `Clues`
finds those whose class words matter, the headings and the main object of the
structured data, each on first use.
"""

import html
from collections.abc import Iterator, Mapping
from typing import Final, Literal, cast

import attrs

from articlekit.model import Author, Dateline
from articlekit.reading.page import HIDDEN, Mark, Page
from articlekit.reading.structured import types_of
from articlekit.rules.hints import NO_HINTS, Hints
from articlekit.text.once import once
from articlekit.text.spaces import fold_spaces, same_key
from articlekit.text.urls import host_of, page_key

Topic = Literal["author", "date", "kicker", "dek", "section", "title"]

# Parts of class words and the like that say what an element is for.
_WORDS: Final[dict[Topic, tuple[str, ...]]] = {
    "author": (
        "author", "byline", "by-line", "autor", "writer", "journalist", "contributor",
        "creator", "reporter", "redact", "redakt", "verfasser", "auteur", "skribent",
        "forfatter", "kirjoittaja", "penulis", "muhabir", "signature", "firma", "vcard",
        "autheur", "szerzo", "avtor", "wartawan", "editor",
    ),
    "date": (
        "date", "time", "publi", "datum", "fecha", "posted", "pubdate", "dato ", "data ",
        "stand ", "modified", "byline", "meta ", "-meta", "_meta", "info ", "tarih", "fechas", "updated",
    ),
    "kicker": (
        "kicker", "overline", "eyebrow", "dachzeile", "roofline", "topline", "volanta",
        "antetitulo", "catchline", "supertitle", "overtitle", "toptitle", "pretitle",
        "pre-title", "spitzmarke", "ueberzeile", "trumpet", "occhiello", "surtitre", "surtitle",
        "-prefix", "prefix-", "label", "h1small", "smalltitle", "preheadline", "pre-headline", "headline-prefix", "cintillo", "vignette", "overheadline", "headline-top",
    ),
    "dek": (
        "dek ", "deck", "standfirst", "subtitle", "sub-title", "sub_title", "subhead", "sub-head", "subheadline",
        "lead", "lede", "summary", "intro", "vorspann", "chapo", "excerpt", "bajada",
        "abstract", "sapo", "ingress", "strapline", "underline", "entradilla", "sottotitolo",
        "copete", "manchet", "perex", "description", "subdeck", "sous-titre", "headline2", "-dek", "summery", "subline", "teaser-text", "sumario", "spot", "gancho", "zajawka", "subtitulo", "preamble",
    ),
    "section": (
        "breadcrumb", "section", "categor", "rubri", "channel", "ressort", "crumb",
        "rubryk", "rovat", "kategori", "sezione", "seccion",
    ),
    "title": ("headline", "title"),
}  # fmt: skip
_LAST_NAME = 200
_TIMES: Final = frozenset(("time", "abbr"))


def plain(text: str) -> str:
    """Fold white space and read entities that were escaped twice."""
    return fold_spaces(html.unescape(text) if "&" in text else text)


def strings(value: object) -> Iterator[str]:
    """Yield the strings that a JSON-LD value names: itself, or names of objects.

    Args:
        value: A string, an object with a name, or a list of these.
    """
    if isinstance(value, str):
        if text := plain(value):
            yield text
    elif isinstance(value, Mapping):
        yield from strings(cast("Mapping[str, object]", value).get("name"))
    elif isinstance(value, list):
        for item in cast("list[object]", value)[:_LAST_NAME]:
            yield from strings(item)


def first_string(value: object) -> str | None:
    """Return the first string of `strings`, or None."""
    return next(strings(value), None)


def has_any(key: str, words: tuple[str, ...]) -> bool:
    """Say whether *key* holds one of *words*; a plain loop beats `any` here."""
    for word in words:  # noqa: SIM110 - see above
        if word in key:
            return True
    return False


def _positions(tags: list[str], tag: str) -> list[int]:
    """Return the indexes of *tag*; a list finds an item faster than a loop does."""
    found: list[int] = []
    at = -1
    try:
        while True:
            at = tags.index(tag, at + 1)
            found.append(at)
    except ValueError:
        return found


def _keys_with(words: tuple[str, ...], lines: str) -> set[str]:
    """Return the lines that hold one of *words*."""
    found: set[str] = set()
    for word in words:
        at = lines.find(word)
        while at >= 0:
            end = lines.find("\n", at)
            end = len(lines) if end < 0 else end
            found.add(lines[lines.rfind("\n", 0, at) + 1 : end])
            at = lines.find(word, end)
    return found


@attrs.define(eq=False, slots=False)
class Clues:
    """A page with the lookups that fields share.

    Attributes:
        page: The page.
        hints: What the caller knows.
        memo: Findings that other fields ask for again.
    """

    page: Page
    hints: Hints = NO_HINTS
    memo: dict[str, object] = attrs.field(factory=dict[str, object], repr=False)

    @once
    def address(self) -> str | None:
        """The page's own address: the hint, else the canonical link."""
        return self.hints.url or self.page.url or self.canonical

    @once
    def canonical(self) -> str | None:
        """The canonical link as written."""
        links = (
            link.href
            for link in self.page.head_links
            if "canonical" in link.rel.split()
        )
        return next(links, None) or self.page.meta("og:url")

    @once
    def language(self) -> str | None:
        """The declared language, not checked against the text."""
        page = self.page
        found = (
            self.hints.language
            or page.language
            or page.meta("og:locale", "content-language", "language")
        )
        return found.strip().replace("_", "-") if found else None

    @once
    def host(self) -> str:
        """The host without "www.", or ""."""
        return host_of(self.address)

    @once
    def article(self) -> Mapping[str, object]:
        """The main article of the JSON-LD; empty where there is none."""
        nodes = self.page.structured.articles
        if len(nodes) < 2:
            return nodes[0] if nodes else {}
        return max(nodes, key=self._fitness)

    def _fitness(self, node: Mapping[str, object]) -> float:
        """Say how well a JSON-LD article fits the page."""
        score = 0.0
        key = page_key(self.address) if self.address else None
        for name in ("url", "mainEntityOfPage", "@id"):
            value = node.get(name)
            value = (
                cast("Mapping[str, object]", value).get("@id")
                if isinstance(value, Mapping)
                else value
            )
            if isinstance(value, str) and key and page_key(value) == key:
                score += 4
        headline = first_string(node.get("headline"))
        if headline and same_key(headline) in same_key(self.page.title_tag or ""):
            score += 3
        score += "datePublished" in node
        return (
            score
            + ("headline" in node)
            + ("articleBody" in node)
            - ("liveblogposting" in types_of(node)) * 0.5
        )

    @once
    def _speaking(self) -> dict[tuple[str, Topic], bool]:
        return {}

    @once
    def _found(self) -> dict[Topic, tuple[list[int], list[Mark]]]:
        return {}

    def speaks_of(self, key: str, topic: Topic) -> bool:
        """Say whether one set of class words speaks of *topic*."""
        if not key:
            return False
        known = self._speaking.get((key, topic))
        if known is None:
            known = has_any(key, _WORDS[topic])
            self._speaking[key, topic] = known
        return known

    def _look_up(self, topic: Topic) -> tuple[list[int], list[Mark]]:
        if topic not in self._found:
            page, words = self.page, _WORDS[topic]
            keys = _keys_with(words, self.box_keys)
            boxes = [b for b, key in enumerate(page.boxes.key) if key in keys]
            keys = _keys_with(words, self._mark_keys)
            marks = [mark for mark in page.marks if mark.key in keys and mark.own < 0]
            self._found[topic] = boxes, marks
        return self._found[topic]

    @once
    def box_keys(self) -> str:
        """The class words of all boxes, each set of words once, one a line."""
        return "\n".join(set(self.page.boxes.key))

    @once
    def folded_texts(self) -> list[str]:
        """The texts of all blocks, case folded."""
        return [block.text.casefold() for block in self.page.blocks]

    @once
    def datelines(self) -> dict[str, Dateline | None]:
        """What paragraphs that may open with a dateline were read as."""
        return {}

    @once
    def bylines(self) -> dict[str, tuple[tuple[Author, ...], tuple[str, ...]]]:
        """What lines that may be bylines were read as, see `read_line`."""
        return {}

    @once
    def _mark_keys(self) -> str:
        return "\n".join({mark.key for mark in self.page.marks})

    def boxes(self, topic: Topic) -> list[int]:
        """Return the boxes whose class words speak of *topic*, in order."""
        return self._look_up(topic)[0]

    def marks(self, topic: Topic) -> list[Mark]:
        """Return the inline marks whose class words speak of *topic*, in order."""
        return self._look_up(topic)[1]

    def headings(self, tag: str) -> list[int]:
        """Return the boxes of one tag that hold text, in order."""
        found = self._headings.get(tag)
        if found is None:
            boxes = self.page.boxes
            found = [
                b for b in _positions(boxes.tag, tag) if boxes.first[b] < boxes.last[b]
            ]
            self._headings[tag] = found
        return found

    @once
    def _headings(self) -> dict[str, list[int]]:
        return {}

    def is_hidden(self, box: int) -> bool:
        """Say whether the page hides *box*."""
        key = self.page.boxes.key
        return any(HIDDEN in key[b] for b in self.page.boxes.around(box))

    @once
    def props(self) -> dict[str, list[Mark]]:
        """Microdata and RDFa marks by the name of their property."""
        props: dict[str, list[Mark]] = {}
        for mark in self.page.props:
            name = mark.attrs.get("itemprop") or mark.attrs.get("property")
            if name or "itemprop" in mark.attrs or "property" in mark.attrs:
                key = (name or "").rpartition(":")[2].lower()
                props.setdefault(key, []).append(mark)
        return props

    @once
    def _sorted_marks(self) -> tuple[list[Mark], list[Mark]]:
        """Times and links to tags, found in one pass."""
        times: list[Mark] = []
        tags: list[Mark] = []
        for mark in self.page.marks:
            tag = mark.tag
            if tag == "a":
                if " tag " in mark.key:
                    tags.append(mark)
            elif tag in _TIMES:
                times.append(mark)
        return times, tags

    @property
    def times(self) -> list[Mark]:
        """Time elements, and abbreviations, in order."""
        return self._sorted_marks[0]

    @property
    def tag_links(self) -> list[Mark]:
        """Links whose key holds the word "tag", in order."""
        return self._sorted_marks[1]
