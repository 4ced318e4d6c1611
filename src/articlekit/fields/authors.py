"""Who wrote the article: authors, the printed byline, agencies."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from articlekit.fields.agencies import find_agencies
from articlekit.fields.author_data import (
    GENERIC,
    Source,
    from_ld,
    from_metas,
    from_props,
    is_desk,
    labelled_desks,
    stated_authors,
)
from articlekit.fields.author_ends import signed_off
from articlekit.fields.author_lines import SEEN, SHOWN, printed_bylines
from articlekit.fields.clues import Clues
from articlekit.fields.contest import Candidate, Finding, decide
from articlekit.fields.section import BY_LINK, find_section
from articlekit.fields.site import site_keys
from articlekit.fields.title import find_title, is_news
from articlekit.model import Author, AuthorKind
from articlekit.text.agencies import is_agency
from articlekit.text.bylines import has_byline_label, people_of
from articlekit.text.names import is_cjk, is_organisation
from articlekit.text.spaces import same_key

_SHOWN_ORIGINS: Final = frozenset(("text", "microdata"))
_NOBODY: Final = frozenset(
    ("author-is-generic", "author-is-site-name", "author-is-section")
)
_INITIAL, _MOST_LOOKED_FOR = 2, 3


class Credits(NamedTuple):
    """Who a text is credited to."""

    authors: Finding[tuple[Author, ...]]
    byline: Finding[str]
    agencies: Finding[tuple[str, ...]]


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


class _Known(NamedTuple):
    """What an author must not be: keys of the site, the section, the headline."""

    sites: frozenset[str]
    sections: frozenset[str]
    title: str
    language: str | None


def _is_site(name: str, key: str, known: _Known) -> bool:
    """Say whether a name is the site's, or that of one of its desks."""
    if key in known.sites:
        return True
    for site in known.sites:
        if len(site) > 4 and (key.startswith(site) or key.endswith(site)):
            more = len(key) - len(site)
            if more < 4 or (more < 12 and is_organisation(name, known.language)):
                return True
    return False


def _veto(author: Author, known: _Known) -> str | None:
    """Say what speaks against one author."""
    key = same_key(author.name)
    if not key or key in GENERIC:
        return "author-is-generic"
    if _is_site(author.name, key, known):
        return "author-is-site-name"
    if is_agency(author.name):
        return "author-is-agency"
    if author.kind is AuthorKind.ORGANISATION:
        return "author-is-organisation"
    if key in known.sections:
        return "author-is-section"
    return "author-in-headline" if len(key) > 4 and key in known.title else None


def _is_username(name: str) -> bool:
    """Say whether a name is one that only a machine gives."""
    return (
        " " not in name
        and not is_cjk(name)
        and (name.islower() or any(map(str.isdigit, name)) or name.isupper())
    )


def _known(clues: Clues) -> _Known:
    """Collect what an author must not be."""
    sections = (
        same_key(e.raw) for e in find_section(clues).evidence if e.locator != BY_LINK
    )
    title = same_key(find_title(clues).value or "")
    return _Known(site_keys(clues), frozenset(sections), title, clues.language)


def _decided(
    clues: Clues, sources: list[Source], known: _Known
) -> Finding[tuple[Author, ...]]:
    """Decide who the authors are: people, else an organisation that is named so."""
    candidates = list(_candidates(sources, known))
    if not is_news(clues) and not any(
        c.veto is None and c.origin in _SHOWN_ORIGINS for c in candidates
    ):
        candidates = [_unless_hidden(clues, c) for c in candidates]
    if all(candidate.veto for candidate in candidates):
        signed = list(signed_off(clues))
        sources += signed
        candidates += _candidates(signed, known)
    if all(candidate.veto for candidate in candidates):
        candidates += _organisations(clues, sources, known)
    return decide("authors", candidates)


def _unless_hidden(
    clues: Clues, candidate: Candidate[tuple[Author, ...]]
) -> Candidate[tuple[Author, ...]]:
    """Veto people whom readers do not see: most are the accounts that posted a page.

    The data of news name authors; those of other pages come from the system that
    holds them.
    """
    if candidate.veto is None and not any(
        _is_shown(clues, author.name) for author in candidate.value[:_MOST_LOOKED_FOR]
    ):
        return candidate._replace(veto="author-not-shown")
    return candidate


def _is_shown(clues: Clues, name: str) -> bool:
    """Say whether the words of a name stand together in a text of the page."""
    words = [word for word in name.casefold().split() if len(word) > _INITIAL]
    return any(all(word in text for word in words) for text in clues.folded_texts)


def _organisations(
    clues: Clues, sources: list[Source], known: _Known
) -> Iterator[Candidate[tuple[Author, ...]]]:
    """Yield the site or a desk where a labelled byline, or JSON-LD, calls it author.

    The site's own name counts where it stands behind a label, or where the JSON-LD
    says that an organisation wrote the text; many pages name it for want of people.
    """
    labelled = [
        s for s in sources if s.origin == "text" and s.confidence == SHOWN and s.authors
    ]
    found = [(source, True) for source in labelled_desks(clues, labelled)]
    for source, called in (*found, *stated_authors(clues)):
        name = source.authors[0].name
        key = same_key(name)
        own = _is_site(name, key, known)
        if is_desk(key) or is_agency(name):
            continue
        if (own and called) or (not own and is_organisation(name, known.language)):
            yield Candidate(
                source.authors,
                source.origin,
                source.locator,
                source.raw,
                source.confidence,
                frozenset((key,)),
            )


def _candidates(
    sources: list[Source], known: _Known
) -> Iterator[Candidate[tuple[Author, ...]]]:
    """Turn sources into candidates: what is left of each after the vetoes."""
    printed: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    labelled = False
    for source in sources:
        judged = [(a, _veto(a, known)) for a in source.authors]
        kept = tuple(
            a
            for a, code in judged
            if code is None
            or (code == "author-in-headline" and source.origin == "json-ld")
        )
        codes = [code for _, code in judged if code]
        code = None if kept else (codes[0] if codes else "author-not-named")
        key = frozenset(same_key(a.name) for a in kept)
        if source.origin == "text" and source.confidence >= SEEN:
            printed, labelled = key, source.confidence == SHOWN
        elif key and (key < printed or (labelled and key > printed > frozenset())):
            # Data name fewer people than the byline does, or helpers too.
            key = printed
        users = bool(kept) and all(_is_username(a.name) for a in kept)
        if source.origin == "text":
            shown |= key
        elif users and not key <= shown:
            code = "author-is-username"
        yield Candidate(
            kept,
            source.origin,
            source.locator,
            source.raw,
            source.confidence * (0.5 if users else 1.0),
            key,
            code,
        )


def _enriched(authors: tuple[Author, ...], sources: list[Source]) -> tuple[Author, ...]:
    """Give the authors taken what other sources know of them."""
    known: dict[str, Author] = {}
    for source in sources:
        for author in source.authors:
            old = known.get(key := same_key(author.name))
            known[key] = _joined(old, author) if old else author
    return tuple(_joined(a, known.get(same_key(a.name), a)) for a in authors)


def _joined(author: Author, other: Author) -> Author:
    """Give an author what he lacks and another source knows."""
    role, url = author.role or other.role, author.url or other.url
    return Author(author.name, author.kind, role, url)


def _names_somebody(source: Source, known: _Known) -> bool:
    """Say whether a line is a byline, not a date beside the name of site or section."""
    if source.agencies or source.confidence == SHOWN:
        return True
    if not any(map(str.isdigit, source.raw)):
        return True
    if has_byline_label(source.raw, known.language):
        return True
    return any(_veto(author, known) not in _NOBODY for author in source.authors)


def find_authors(clues: Clues) -> Credits:
    """Find authors, byline and agencies.

    Args:
        clues: The page.

    Returns:
        The authors in order of the byline: people, and organisations only where
        they are neither the site nor a desk nor an agency; the byline as
        printed; the agencies credited in byline or data.
    """
    printed = list(printed_bylines(clues))
    sources = [*printed, *from_ld(clues), *from_props(clues), *from_metas(clues)]
    known = _known(clues)
    authors = _decided(clues, sources, known)
    if authors.value:
        value = _enriched(authors.value, sources)
        authors = Finding(value, authors.evidence, authors.confidence, authors.judged)
    lines = [
        Candidate(s.raw, s.origin, s.locator, s.raw, s.confidence)
        for s in printed
        if _names_somebody(s, known)
    ]
    return Credits(authors, decide("byline", lines), find_agencies(clues, sources))
