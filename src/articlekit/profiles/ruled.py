"""What the profile of a page's source says about its fields.

Each rule becomes candidates in the contest of its field: those of a plain rule
win it, added ones join it, and what `veto` yields cannot win. So the evidence
tells of rules as of anything else.
"""

from collections.abc import Callable, Collection, Hashable, Iterator
from datetime import date
from typing import Final, TypeVar, cast

import attrs

from articlekit.fields.authors import Credits
from articlekit.fields.contest import Candidate, Finding, decide
from articlekit.fields.line_roles import LineRoles
from articlekit.model import (
    Access,
    ArticleKind,
    Author,
    Dateline,
    Evidence,
    HeadlineItem,
    Image,
    Moment,
)
from articlekit.pictures.images import Found
from articlekit.profiles.blocks import guided_body
from articlekit.profiles.guide import ORIGIN, Trouble
from articlekit.profiles.lines import guided_images, guided_lines
from articlekit.profiles.pictures import guided_pictures
from articlekit.profiles.rulebook import Rulebook
from articlekit.profiles.rulings import (
    ADDED,
    SURE,
    Ruling,
    barred,
    enriched,
    filtered,
    generic,
    key_of,
    keys_of,
    meaning_of,
    name_of,
    named,
    unvetoed,
    with_added,
)
from articlekit.profiles.stories import guided_line_stories, guided_stories
from articlekit.profiles.view import RULE_FAILED, View
from articlekit.rules.modes import Add, Only, Veto
from articlekit.rules.profile import bare
from articlekit.rules.values import Rule
from articlekit.rules.writing import written
from articlekit.text.bylines import read_byline
from articlekit.text.datelines import read_dateline
from articlekit.text.dates import read_moment
from articlekit.text.spaces import fold_spaces
from articlekit.text.urls import absolute, page_base

T = TypeVar("T")

_UNREADABLE: Final = "date-unreadable"


class RuleGuide(Rulebook):
    """The rules for one page, and what they yield."""

    # What rules yield

    def values(self, field: str, rule: object) -> tuple[object, ...]:
        """Return what a rule yields: texts, or the values of a function."""
        view = self.view
        before = len(view.trouble)
        if callable(rule):
            found = view.foreign(cast("Callable[[View], object]", rule), view)
        else:
            found = view.texts(cast("Rule", rule))
        self.trouble += ((field, trouble) for trouble in view.trouble[before:])
        del view.trouble[before:]
        return found

    def wrong(self, field: str, rule: str, reason: str, code: str) -> None:
        """Note that a rule yielded what the field cannot hold."""
        self.trouble.append((field, Trouble(rule, code, reason)))

    def ruling(
        self, field: str, read: Callable[[str, object], object | None]
    ) -> Ruling:
        """Run the rules of a field.

        Args:
            field: Name of the field.
            read: Makes a value of the field from what a rule (its words come
                first) yields; None where it cannot.
        """
        own: list[tuple[str, object]] = []
        added: list[tuple[str, object]] = []
        vetoed: set[str] = set()
        alone = False
        for rule in self.rules.get(field, ()):
            inner, words = bare(rule), written(rule)
            if isinstance(rule, Veto):
                for value in self.values(field, inner):
                    vetoed.update(self._keys_of(field, value))
                continue
            alone = alone or isinstance(rule, Only)
            if own and not isinstance(rule, Add):
                continue
            read_ones = (read(words, value) for value in self.values(field, inner))
            found = [(words, value) for value in read_ones if value is not None]
            if isinstance(rule, Add):
                added += found
            else:
                own += found
        own = [(w, v) for w, v in own if not self._keys_of(field, v) & vetoed]
        return Ruling(tuple(own), tuple(added), frozenset(vetoed), alone)

    def _keys_of(self, field: str, value: object) -> set[str]:
        """Return what a veto compares: of a byline also the names in it."""
        keys = {key_of(value)}
        if field == "authors" and isinstance(value, str):
            people, _ = read_byline(value, self.hints.language)
            keys.update(map(key_of, people))
        return keys

    # Fields of one value

    def _one(
        self,
        field: str,
        finding: Finding[T],
        read: Callable[[str, object], T | None],
    ) -> Finding[T]:
        """Hold the contest of a field again, with what the rules yield."""
        if field not in self.rules:
            return finding
        ruling = self.ruling(field, read)
        own = [self._candidate(finding, c, SURE) for c in ruling.own[:1]]
        added = [self._candidate(finding, c, ADDED) for c in ruling.added]
        found = generic(finding, ruling)
        return decide(field, [*barred(own, ruling), *found, *barred(added, ruling)])

    def _candidate(
        self, finding: Finding[T], found: tuple[str, object], confidence: float
    ) -> Candidate[T]:
        words, value = found
        typed = cast("T", value)
        raw = typed.raw if isinstance(typed, Moment | Dateline) else str(typed)
        same = (
            key
            for c, key, _ in finding.judged
            if meaning_of(c.value) == meaning_of(typed)
        )
        key = next(same, cast("Hashable", typed))
        return Candidate(typed, ORIGIN, words, raw, confidence, key)

    def text(self, field: str, finding: Finding[str]) -> Finding[str]:
        """Let the rules of a field of one text join its contest."""
        return self._one(field, finding, lambda rule, v: self._str(field, rule, v))

    def _str(self, field: str, rule: str, value: object) -> str | None:
        if isinstance(value, str):
            return fold_spaces(value) or None
        self.wrong(field, rule, f"returned {type(value).__name__}", "rule-wrong-type")
        return None

    def address(self, finding: Finding[str]) -> Finding[str]:
        """Let rules join the contest of `canonical_url`."""
        if "canonical_url" not in self.rules:
            return finding
        page = self.view.page
        base = page_base(page.url, page.base)
        field = "canonical_url"
        return self._one(
            field, finding, lambda rule, v: absolute(base, self._str(field, rule, v))
        )

    def dateline(self, finding: Finding[Dateline]) -> Finding[Dateline]:
        """Let rules join the contest of `dateline`."""

        def read(rule: str, value: object) -> Dateline | None:
            text = self._str("dateline", rule, value)
            if text is None:
                return None
            found = read_dateline(f"{text} – ", language=self.hints.language)
            return found or Dateline(place=text, raw=text)

        return self._one("dateline", finding, read)

    def kind(self, finding: Finding[ArticleKind]) -> Finding[ArticleKind]:
        """Let rules join the contest of `kind`."""
        return self._one("kind", finding, lambda r, v: self._member(ArticleKind, r, v))

    def access(self, finding: Finding[Access]) -> Finding[Access]:
        """Let rules join the contest of `access`."""
        return self._one("access", finding, lambda r, v: self._member(Access, r, v))

    def _member(self, kinds: Callable[[str], T], rule: str, value: object) -> T | None:
        text = self._str("kind", rule, value)
        try:
            return kinds(text) if text else None
        except ValueError as error:
            self.wrong("kind", rule, str(error), "rule-wrong-type")
            return None

    def moment(self, field: str, finding: Finding[Moment]) -> Finding[Moment]:
        """Let rules join the contest of a date."""
        return self._one(field, finding, lambda rule, v: self._moment(field, rule, v))

    def _moment(self, field: str, rule: str, value: object) -> Moment | None:
        if isinstance(value, Moment):
            return value
        raw = value.isoformat() if isinstance(value, date) else value
        text = self._str(field, rule, raw)
        if text is None:
            return None
        hints = self.hints
        found = read_moment(
            text, language=hints.language, timezone=hints.timezone, now=hints.now
        )
        if found.value is None:
            lost = Evidence(field, ORIGIN, rule, text, SURE, _UNREADABLE)
            self.evidence.append(lost)
            return None
        return found

    # Fields of many values

    def _many(
        self,
        field: str,
        finding: Finding[tuple[T, ...]],
        ruling: Ruling,
    ) -> Finding[tuple[T, ...]]:
        """Hold the contest of a field of many values again."""
        own: list[Candidate[tuple[T, ...]]] = []
        if kept := unvetoed((cast("T", v) for _, v in ruling.own), ruling.vetoed):
            words = ruling.own[0][0]
            raw = ", ".join(name_of(v) for v in kept)
            own = [Candidate(kept, ORIGIN, words, raw, SURE, keys_of(kept))]
        if ruling.vetoed or ruling.alone:
            rest = list(filtered(finding, ruling))
        else:
            rest = [
                c._replace(key=keys_of(c.value), veto=v) for c, _, v in finding.judged
            ]
        decided = (
            finding
            if not (own or ruling.vetoed or ruling.alone)
            else decide(field, [*own, *rest])
        )
        return with_added(field, decided, ruling)

    def names(
        self, field: str, finding: Finding[tuple[str, ...]]
    ) -> Finding[tuple[str, ...]]:
        """Let rules join the contest of `tags` or `agencies`."""
        if field not in self.rules:
            return finding
        ruling = self.ruling(field, lambda rule, v: self._str(field, rule, v))
        return self._many(field, finding, ruling)

    def credits(self, found: Credits) -> Credits:
        """Let rules join the contests of byline, authors and agencies."""
        if self.rules.keys().isdisjoint(("byline", "authors", "agencies")):
            return found
        byline = self.text("byline", found.byline)
        ruling, agencies = self._people(byline)
        wires = self.names("agencies", found.agencies)
        if agencies and "agencies" not in self.rules:
            added = tuple((ORIGIN, name) for name in agencies)
            wires = with_added("agencies", wires, Ruling(added=added))
        if ruling == Ruling():
            return Credits(found.authors, byline, wires)
        authors = self._many("authors", found.authors, ruling)
        others = [a for c, _, _ in found.authors.judged for a in c.value]
        return Credits(enriched(authors, others), byline, wires)

    def _author(self, rule: str, value: object) -> str | Author | None:
        if isinstance(value, Author):
            return value
        return self._str("authors", rule, value)

    def _people(self, byline: Finding[str]) -> tuple[Ruling, list[str]]:
        """Read the authors that rules yield, and the agencies among them."""
        agencies: list[str] = []

        def read(value: object) -> Iterator[Author]:
            if isinstance(value, Author):
                yield value
            elif isinstance(value, str):
                people, wires = read_byline(value, self.hints.language)
                agencies.extend(wires)
                if people or wires:
                    yield from people
                else:
                    yield named(value, self.hints.language)

        if "authors" in self.rules:
            ruling = self.ruling("authors", self._author)
        else:
            own = byline.evidence[:1] if byline.value else ()
            stated = [e for e in own if e.origin == ORIGIN]
            ruling = Ruling(own=tuple((e.locator, byline.value) for e in stated))
        people = attrs.evolve(
            ruling,
            own=tuple((words, a) for words, v in ruling.own for a in read(v)),
            added=tuple((words, a) for words, v in ruling.added for a in read(v)),
        )
        # A rule that yields a wire service alone says that nobody is named.
        if ruling.own and not people.own:
            people = attrs.evolve(people, alone=True)
        return people, agencies

    def report(self) -> tuple[tuple[Evidence, ...], tuple[str, ...]]:
        """Return what went wrong, with selectors too."""
        for expression, reason in self.view.tree.failed.items():
            self.wrong("profile", expression, reason, RULE_FAILED)
        return super().report()

    # Blocks, pictures, lines: in rooms of their own

    def body(
        self, chosen: list[int], tidy: Callable[[list[int]], list[int]]
    ) -> list[int]:
        """Return the body's blocks as `body`, `keep` and `drop` have them."""
        return guided_body(self, chosen, tidy)

    def pictures(self, found: tuple[Found, ...]) -> tuple[Found, ...]:
        """Return the pictures as `images`, `drop`, `caption` and `credit` have them."""
        return guided_pictures(self, found)

    def lines(self, found: LineRoles) -> LineRoles:
        """Return the roles of lines as the rules have them."""
        return guided_lines(self, found)

    def line_images(self, found: tuple[Image, ...]) -> tuple[Image, ...]:
        """Return the pictures of a text page with what patterns find."""
        return guided_images(self, found)

    def stories(
        self, found: tuple[HeadlineItem, ...], body: Collection[int]
    ) -> tuple[HeadlineItem, ...]:
        """Return the other stories of an HTML page as `headlines` has them."""
        return guided_stories(self, found, body)

    def line_stories(
        self, found: tuple[HeadlineItem, ...], roles: LineRoles
    ) -> tuple[HeadlineItem, ...]:
        """Return the other stories of a text page as `headlines` has them."""
        return guided_line_stories(self, found, roles)
