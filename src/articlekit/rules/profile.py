"""What is known of one source."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Final, TypeAlias, cast

import attrs

from articlekit.errors import RuleError
from articlekit.model import Author, Moment
from articlekit.rules.blocks import Between, BlockRule, Lines, StoryBlock
from articlekit.rules.conditions import Has, Lacks, PageTest, UrlMatches
from articlekit.rules.modes import Add, Only, Veto
from articlekit.rules.selectors import Css, XPath
from articlekit.rules.values import (
    Const,
    FirstOf,
    Join,
    JsonLd,
    Meta,
    Microdata,
    Regex,
    Rule,
    SavedPage,
    Soup,
    State,
    TextAfter,
)
from articlekit.rules.writing import written
from articlekit.text.tags import check_language
from articlekit.text.zones import named_zone

AuthorFunction: TypeAlias = Callable[
    [SavedPage], str | Author | Iterable[str | Author] | None
]
"""A function that returns bylines or authors."""
MomentFunction: TypeAlias = Callable[[SavedPage], str | date | Moment | None]
"""A function that returns a date as printed or as a value."""

TextField: TypeAlias = Rule | Add[Rule] | Only[Rule] | Veto[Rule]
AuthorField: TypeAlias = (
    TextField | AuthorFunction | Add[AuthorFunction] | Only[AuthorFunction]
)
MomentField: TypeAlias = (
    TextField | MomentFunction | Add[MomentFunction] | Only[MomentFunction]
)
CreditField: TypeAlias = Css | XPath | Regex
HeadlineField: TypeAlias = StoryBlock | Add[StoryBlock] | Veto[BlockRule]

TextRules: TypeAlias = TextField | tuple[TextField, ...]
"""Rules of a field of texts: one, or several of which the first that finds wins."""
AuthorRules: TypeAlias = AuthorField | tuple[AuthorField, ...]
"""Rules that yield bylines or authors."""
MomentRules: TypeAlias = MomentField | tuple[MomentField, ...]
"""Rules that yield dates."""
BlockRules: TypeAlias = BlockRule | tuple[BlockRule, ...]
"""Rules that select blocks; several select what any of them does."""
CreditRules: TypeAlias = CreditField | tuple[CreditField, ...]
"""Rules for captions and credits of pictures."""
HeadlineRules: TypeAlias = HeadlineField | tuple[HeadlineField, ...]
"""Rules for lists of other stories."""

_HOST: Final = re.compile(r"(?:\*\.)?[^\s/:@*A-Z]{1,253}")
_TEXT_KINDS: Final = (
    Css, XPath, Meta, JsonLd, Microdata, State, Regex, TextAfter, Soup, Const,
    FirstOf, Join,
)  # fmt: skip
_BLOCK_KINDS: Final = (Css, XPath, Lines, Between)
_CREDIT_KINDS: Final = (Css, XPath, Regex)

TEXT_FIELDS: Final = (
    "title", "kicker", "dek", "byline", "authors", "agencies", "dateline", "published",
    "modified", "section", "tags", "site_name", "canonical_url", "kind", "access",
)  # fmt: skip
"""Fields of a profile whose rules yield texts (or authors, or dates)."""
BLOCK_FIELDS: Final = ("body", "keep", "drop", "images")
"""Fields of a profile whose rules select blocks or pictures."""
CREDIT_FIELDS: Final = ("caption", "credit")
"""Fields of a profile whose rules find captions and credits."""
RULE_FIELDS: Final = (*TEXT_FIELDS, *BLOCK_FIELDS, *CREDIT_FIELDS, "headlines")
"""All fields of a profile that hold rules."""


def _each(rules: object) -> tuple[object, ...]:
    """Return what a field holds as a tuple; empty for None."""
    if isinstance(rules, tuple):
        return cast("tuple[object, ...]", rules)
    return () if rules is None else (rules,)


def _shown(value: object) -> str:
    """Return what a field holds, rules as their authors write them."""
    if isinstance(value, str):
        return repr(value)
    if isinstance(value, tuple):
        shown = map(_shown, cast("tuple[object, ...]", value))
        return f"({', '.join(shown)},)"
    return written(value)


def bare(rule: object) -> object:
    """Return the rule that `add`, `only` or `veto` holds, any other as it is."""
    if isinstance(rule, Add | Only | Veto):
        return cast("Add[object] | Only[object] | Veto[object]", rule).rule
    return rule


def _fits(name: str, rule: object) -> bool:
    """Return whether *rule* may stand in the field *name*; types say it, too."""
    inner, barred = bare(rule), isinstance(rule, Veto)
    if name == "headlines":
        return isinstance(inner, _BLOCK_KINDS if barred else StoryBlock)
    if name in BLOCK_FIELDS:
        return isinstance(rule, _BLOCK_KINDS)
    if name in CREDIT_FIELDS:
        return isinstance(rule, _CREDIT_KINDS)
    return isinstance(inner, _TEXT_KINDS) or callable(inner)


@attrs.frozen(kw_only=True, repr=False)
class FieldRules:
    """Rules by the field of the article that they are for.

    A field takes one rule or a tuple of them. Without a word a rule overrides:
    the first that yields anything gives the value. `add`, `only` and `veto` say
    otherwise. A field without rules is found as on any other page.

    Attributes:
        language: BCP 47 tag of the pages, where they state none or a wrong one.
        timezone: IANA name or offset of the zone of times without one.
        title: Headline.
        kicker: Line above the headline.
        dek: Standfirst.
        byline: Line that names the authors, as printed. The authors are read from
            it where `authors` has no rule.
        authors: Bylines or names, read as `parse_byline` does; where that finds no
            name, the text is one.
        agencies: Names of wire services.
        dateline: Place, agency and date that open the text.
        published: When it was first published, read in the profile's language
            and timezone.
        modified: When it was last changed.
        section: Section or category.
        tags: Keywords.
        site_name: Name of the site.
        canonical_url: Address that the page names as its own.
        kind: A value of `ArticleKind`, e.g. from `const("video")`.
        access: A value of `Access`.
        body: Blocks that are the body; nothing else is.
        keep: Blocks that belong to the body, too.
        drop: Blocks that never belong to the body; their pictures do not either.
        images: Elements that are, or hold, the article's pictures; no others are.
        caption: Elements that hold a picture's caption; or a pattern for captions
            whose group `caption` (or first group) is what should be left.
        credit: Elements that hold a picture's credit; or a pattern whose group
            `credit` (or first group) is the credit in a caption. On a plain-text
            page, a pattern for lines.
        headlines: Lists of other stories: `story_block` says which blocks are one,
            `veto` which hold none.
        speech_verbs: Words of saying that mark a quote, beside those known.
        titles: Titles and ranks that stand before names, beside those known.
    """

    language: str | None = None
    timezone: str | None = None
    title: TextRules | None = None
    kicker: TextRules | None = None
    dek: TextRules | None = None
    byline: TextRules | None = None
    authors: AuthorRules | None = None
    agencies: TextRules | None = None
    dateline: TextRules | None = None
    published: MomentRules | None = None
    modified: MomentRules | None = None
    section: TextRules | None = None
    tags: TextRules | None = None
    site_name: TextRules | None = None
    canonical_url: TextRules | None = None
    kind: TextRules | None = None
    access: TextRules | None = None
    body: BlockRules | None = None
    keep: BlockRules | None = None
    drop: BlockRules | None = None
    images: BlockRules | None = None
    caption: CreditRules | None = None
    credit: CreditRules | None = None
    headlines: HeadlineRules | None = None
    speech_verbs: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Return what is said, its name first; nothing of the rest."""
        shared = {field.name for field in attrs.fields(FieldRules)}
        names = [field.name for field in attrs.fields(type(self))]
        values = (
            (name, cast("object", getattr(self, name)))
            for name in sorted(names, key=shared.__contains__)
        )
        said = [f"{n}={_shown(v)}" for n, v in values if v not in {None, ()}]
        return f"{type(self).__name__}({', '.join(said)})"

    def rules(self, name: str) -> tuple[object, ...]:
        """Return the rules of the field *name*, in order; empty without any."""
        return _each(cast("object", getattr(self, name)))

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields that have rules, in the order of `RULE_FIELDS`."""
        return tuple(name for name in RULE_FIELDS if getattr(self, name) is not None)

    def _check(self, name: str) -> None:
        """Check that each rule may stand where it stands, and the facts."""
        if self.timezone is not None and named_zone(self.timezone) is None:
            raise RuleError(name, f"timezone={self.timezone!r}", "no known time zone")
        try:
            check_language(self.language)
        except ValueError as error:
            raise RuleError(name, f"language={self.language!r}", str(error)) from error
        for field in self.fields:
            for at, rule in enumerate(self.rules(field)):
                if not _fits(field, rule):
                    reason = f"{written(rule)} is no rule for this field"
                    raise RuleError(name, f"{field}[{at}]", reason)


@attrs.frozen(kw_only=True, repr=False)
class Layout(FieldRules):
    """One of the forms that a source's pages have.

    Its rules go before those of the profile that it stands in.

    Attributes:
        name: Name of the layout, unique in its profile.
        matches: Tests of the page, all of which must hold.
    """

    name: str
    matches: PageTest | tuple[PageTest, ...]

    @property
    def tests(self) -> tuple[PageTest, ...]:
        """The tests as a tuple."""
        return cast("tuple[PageTest, ...]", _each(self.matches))

    def __attrs_post_init__(self) -> None:
        """Check tests and rules."""
        for test in self.tests:
            if not (isinstance(test, Has | Lacks | UrlMatches) or callable(test)):
                raise RuleError(self.name, "matches", f"{test!r} is no test of a page")
        self._check(self.name)


def _hosts(hosts: Iterable[str]) -> tuple[str, ...]:
    return tuple(hosts)


def _check_hosts(profile: "Profile", _: object, hosts: tuple[str, ...]) -> None:
    for host in hosts:
        if not _HOST.fullmatch(host) or host.startswith("www."):
            reason = "a host is lower case, without scheme, port and 'www.'"
            raise RuleError(profile.name, f"hosts={host!r}", reason)


@attrs.frozen(kw_only=True, repr=False)
class Profile(FieldRules):
    """What is known of one source; name and hosts are enough.

    Beside the attributes below it takes the rules of `FieldRules`, as keywords.

    Attributes:
        name: Name of the profile, unique in a registry.
        hosts: Hosts of the source, lower case, without "www."; ``*.example.com``
            stands for all hosts below example.com, and not for itself.
        layouts: Forms that its pages have, tried in order; the first whose tests
            hold is taken. Where none does, only the profile's own rules count.
        replaces: Names of profiles that this one is used instead of.

    Raises:
        RuleError: A host is not written as a host, a rule stands where it cannot,
            two layouts have one name, or language or zone is not known.
    """

    name: str
    hosts: tuple[str, ...] = attrs.field(converter=_hosts, validator=_check_hosts)
    layouts: tuple[Layout, ...] = ()
    replaces: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Check what the fields' own checks cannot see."""
        self._check(self.name)
        names = [layout.name for layout in self.layouts]
        if twice := next((n for n in names if names.count(n) > 1), None):
            raise RuleError(self.name, "layouts", f"two are named {twice!r}")
