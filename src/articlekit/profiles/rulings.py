"""What the rules of a field yield, and how it joins what is found without them."""

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar, cast

import attrs

from articlekit.fields.contest import Candidate, Finding
from articlekit.model import Author, AuthorKind, Evidence, Moment
from articlekit.profiles.guide import ORIGIN
from articlekit.text.names import is_organisation
from articlekit.text.spaces import same_key

T = TypeVar("T")

VETOED: Final = "vetoed-by-profile"
SURE, ADDED = 1.0, 0.5


@attrs.frozen
class Ruling:
    """What the rules of one field yield on a page.

    Attributes:
        own: What the first rule that finds anything yields, rule and values.
        added: What rules in `add` yield.
        vetoed: Keys of the texts that rules in `veto` yield.
        alone: Whether a rule in `only` says that nothing else counts.
    """

    own: tuple[tuple[str, object], ...] = ()
    added: tuple[tuple[str, object], ...] = ()
    vetoed: frozenset[str] = frozenset()
    alone: bool = False


def key_of(value: object) -> str:
    """Return what a veto compares."""
    if isinstance(value, Author):
        return same_key(value.name)
    if isinstance(value, Moment):
        return same_key(value.raw)
    return same_key(str(value))


def meaning_of(value: object) -> object:
    """Return what makes two values of a field the same."""
    return value.value if isinstance(value, Moment) else value


def generic(finding: Finding[T], ruling: Ruling) -> Iterator[Candidate[T]]:
    """Yield the candidates that were found without the rules."""
    for candidate, key, code in finding.judged:
        alone = VETOED if ruling.alone else None
        named = VETOED if ruling.vetoed & {key_of(candidate.value)} else None
        yield candidate._replace(key=key, veto=code or alone or named)


def barred(found: list[Candidate[T]], ruling: Ruling) -> Iterator[Candidate[T]]:
    """Yield candidates of rules, vetoed where another rule says so."""
    for candidate in found:
        named = VETOED if key_of(candidate.value) in ruling.vetoed else None
        yield candidate._replace(veto=named)


def name_of(value: object) -> str:
    """Return how evidence shows a value of a field of many."""
    return value.name if isinstance(value, Author) else str(value)


def keys_of(values: Iterable[object]) -> frozenset[str]:
    """Return the keys of *values*: what makes two lists the same."""
    return frozenset(map(key_of, values))


def unvetoed(values: Iterable[T], vetoed: frozenset[str]) -> tuple[T, ...]:
    """Return *values* without those vetoed, each once."""
    unique = {key: v for v in values if (key := key_of(v)) not in vetoed}
    return tuple(unique.values())


def filtered(
    finding: Finding[tuple[T, ...]], ruling: Ruling
) -> Iterator[Candidate[tuple[T, ...]]]:
    """Yield what is left of the candidates once the vetoed values are out."""
    for candidate, _, code in finding.judged:
        kept = unvetoed(candidate.value, ruling.vetoed)
        lost = VETOED if ruling.alone or not kept else None
        value = kept or candidate.value
        yield candidate._replace(value=value, key=keys_of(value), veto=code or lost)


def with_added(
    field: str, finding: Finding[tuple[T, ...]], ruling: Ruling
) -> Finding[tuple[T, ...]]:
    """Put the values of rules in `add` behind the others."""
    known = finding.value or ()
    taken = keys_of(known)
    new = [(w, cast("T", v)) for w, v in ruling.added if key_of(v) not in ruling.vetoed]
    more = [(words, v) for words, v in new if key_of(v) not in taken]
    if not more:
        return finding
    evidence = (Evidence(field, ORIGIN, words, name_of(v), ADDED) for words, v in more)
    return attrs.evolve(
        finding,
        value=unvetoed((*known, *(v for _, v in more)), frozenset()),
        evidence=(*finding.evidence, *evidence),
    )


def named(name: str, language: str | None) -> Author:
    """Return the author that a rule names in words that are no usual name."""
    firm = is_organisation(name, language)
    return Author(name, AuthorKind.ORGANISATION if firm else AuthorKind.PERSON)


def enriched(
    finding: Finding[tuple[Author, ...]], others: list[Author]
) -> Finding[tuple[Author, ...]]:
    """Give authors that rules name the role and address known without them."""
    roles: dict[str, str] = {}
    urls: dict[str, str] = {}
    for other in others:
        key = same_key(other.name)
        if other.role:
            roles.setdefault(key, other.role)
        if other.url:
            urls.setdefault(key, other.url)
    authors = tuple(
        attrs.evolve(
            author,
            role=author.role or roles.get(same_key(author.name)),
            url=author.url or urls.get(same_key(author.name)),
        )
        for author in finding.value or ()
    )
    return attrs.evolve(finding, value=authors or None)
