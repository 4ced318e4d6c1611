"""Has a site changed? What its fresh pages give against what they used to give.

A site seldom breaks all at once: JSON-LD loses a field, a class is renamed on half of
the pages, a wall goes up. So each field's share of pages that have it is compared with
a baseline, together with where the value comes from, whether it still differs from
page to page, and for each page that lost it a reason.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from statistics import median
from typing import Final, cast

import attrs

from articlekit.api import Profiles, parse
from articlekit.batch.values import BatchPage
from articlekit.errors import InputError
from articlekit.model import Article, Status

FIELDS: Final = (
    "title",
    "kicker",
    "dek",
    "byline",
    "authors",
    "published",
    "modified",
    "section",
    "tags",
    "language",
    "images",
    "headlines",
    "text",
)
"""The fields that are watched."""

# Reasons of a page as a whole.
UNREADABLE: Final = "unreadable"
RULE_FAILED: Final = "rule-failed"
# Reasons of a field; beside them "json-ld-gone", "meta-gone", ... by usual origin.
NOT_FOUND: Final = "rule-found-nothing"
MISSING: Final = "missing"
SAME: Final = "same-everywhere"
SHORT: Final = "text-short"

# A share that falls by less is noise, whatever the number of pages.
_LEAST_FALL: Final = 0.1
# Standard errors that a fall must exceed.
_SURE: Final = 2.0
# A field that so few pages of the baseline have is not missed on a page.
_USUAL: Final = 0.5
_FEW_PAGES: Final = 4
_HALF: Final = 0.5
# Their values differ from page to page on any site.
_DISTINCT: Final = ("title", "dek", "text")


@attrs.frozen
class Seen:
    """What one page gave.

    Attributes:
        name: The page.
        filled: Value of each watched field that has one, shortened to a text.
        origins: Where each value came from.
        trouble: Why the whole page gives little, or None.
    """

    name: str
    filled: Mapping[str, str]
    origins: Mapping[str, str]
    trouble: str | None


@attrs.frozen
class Rates:
    """What a number of pages gave.

    Attributes:
        pages: How many there were.
        filled: On how many a field had a value.
        origins: How often it came from where.
        distinct: How many different values it had.
        length: Median length of the text, in characters.
    """

    pages: int
    filled: Mapping[str, int]
    origins: Mapping[str, Mapping[str, int]]
    distinct: Mapping[str, int]
    length: float

    def share(self, field: str) -> float:
        """Return the share of pages that have *field*."""
        return self.filled.get(field, 0) / self.pages if self.pages else 0.0

    def origin(self, field: str) -> str | None:
        """Return where *field* mostly comes from."""
        found = self.origins.get(field)
        return max(found, key=lambda name: found[name]) if found else None

    def to_json(self) -> str:
        """Return the rates as JSON, to be a baseline."""
        return json.dumps(attrs.asdict(self), indent=2, sort_keys=True) + "\n"

    @classmethod
    def from_json(cls, text: str) -> "Rates":
        """Read what `to_json` wrote.

        Raises:
            ValueError: *text* is something else.
        """
        data: object = json.loads(text)
        names = {field.name for field in attrs.fields(cls)}
        if not isinstance(data, dict) or set(cast("dict[str, object]", data)) != names:
            raise ValueError("it is no baseline of `articlekit profile drift`")
        return cls(**data)  # pyright: ignore[reportUnknownArgumentType] - as we wrote it


@attrs.frozen
class FieldDrift:
    """How one field changed.

    Attributes:
        field: Its name.
        before: Share of pages that had it.
        now: Share that have it.
        origin_before: Where it mostly came from.
        origin_now: Where it mostly comes from.
        reasons: Codes, with the number of pages each explains.
        examples: Pages that lost it, at most three.
        has_drifted: Whether that is more than noise.
    """

    field: str
    before: float
    now: float
    origin_before: str | None
    origin_now: str | None
    reasons: Mapping[str, int]
    examples: tuple[str, ...]
    has_drifted: bool


@attrs.frozen
class Drift:
    """Fresh pages against a baseline.

    Attributes:
        baseline: What was.
        now: What is.
        pages: The fresh pages.
    """

    baseline: Rates
    now: Rates
    pages: tuple[Seen, ...]

    @cached_property
    def fields(self) -> tuple[FieldDrift, ...]:
        """Each field that any page has or had, in the order of `FIELDS`."""
        return tuple(
            self._of(field)
            for field in FIELDS
            if self.baseline.filled.get(field) or self.now.filled.get(field)
        )

    def _of(self, field: str) -> FieldDrift:
        reasons: Counter[str] = Counter()
        examples: list[str] = []
        for page in self.pages:
            if reason := self._reason(page, field):
                reasons[reason] += 1
                examples.append(page.name)
        whole = tuple(_of_all(field, self.baseline, self.now))
        reasons.update(dict.fromkeys(whole, self.now.filled.get(field, 0)))
        return FieldDrift(
            field,
            before=self.baseline.share(field),
            now=self.now.share(field),
            origin_before=self.baseline.origin(field),
            origin_now=self.now.origin(field),
            reasons=dict(reasons.most_common()),
            examples=tuple(examples[:3]),
            has_drifted=bool(whole) or _has_fallen(field, self.baseline, self.now),
        )

    def _reason(self, page: Seen, field: str) -> str | None:
        """Say why *page* lacks a field that most pages had, or None."""
        if field in page.filled or self.baseline.share(field) < _USUAL:
            return None
        if page.trouble:
            return page.trouble
        usual = self.baseline.origin(field)
        if usual == "profile":
            return NOT_FOUND
        return f"{usual}-gone" if usual else MISSING


def watch(page: BatchPage, profiles: Profiles = None) -> Seen:
    """Parse *page* and note what it gave."""
    try:
        article = parse(
            page.source,
            url=page.url,
            content_type=page.content_type,
            profiles=profiles,
        )
    except InputError:
        return Seen(str(page.key), {}, {}, UNREADABLE)
    filled = {name: made for name in FIELDS if (made := _brief(article, name))}
    origins = dict(_origins(article, filled))
    return Seen(str(page.key), filled, origins, _trouble(article))


def rates_of(pages: Iterable[Seen]) -> Rates:
    """Return what a number of pages gave, all in all."""
    seen = tuple(pages)
    origins = {
        field: dict(
            Counter(page.origins[field] for page in seen if field in page.origins)
        )
        for field in FIELDS
    }
    values = {
        field: [page.filled[field] for page in seen if field in page.filled]
        for field in FIELDS
    }
    return Rates(
        pages=len(seen),
        filled={field: len(some) for field, some in values.items() if some},
        origins={field: found for field, found in origins.items() if found},
        distinct={field: len(set(values[field])) for field in _DISTINCT},
        length=float(median(map(len, values["text"]))) if values["text"] else 0.0,
    )


def drift(
    pages: Iterable[BatchPage], baseline: Rates, profiles: Profiles = None
) -> Drift:
    """Compare fresh *pages* with a *baseline*.

    Args:
        pages: Fresh pages of the site.
        baseline: What pages gave before, from `rates_of`.
        profiles: As for `articlekit.parse`.
    """
    seen = tuple(watch(page, profiles) for page in pages)
    return Drift(baseline, rates_of(seen), seen)


def _brief(article: Article, name: str) -> str:
    value: object = getattr(article, name)
    return value if isinstance(value, str) else repr(value) if value else ""


def _origins(article: Article, filled: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield where each field's value came from, for fields that say so."""
    for field in filled:
        found = article.why("body" if field == "text" else field)
        if found and found[0].rejected is None:
            yield field, found[0].origin


def _trouble(article: Article) -> str | None:
    """Name what is wrong with the page as a whole, if anything is."""
    if article.status in (Status.BLOCKED, Status.EMPTY, Status.NOT_ARTICLE):
        return article.status.value
    codes = (w for w in article.warnings if w == RULE_FAILED or w[:8] == "profile-")
    return next(codes, None)


def _has_fallen(field: str, baseline: Rates, now: Rates) -> bool:
    """Say whether a share fell by more than so few pages do by chance."""
    before, after = baseline.share(field), now.share(field)
    if not (baseline.pages and now.pages) or before - after < _LEAST_FALL:
        return False
    filled = baseline.filled.get(field, 0) + now.filled.get(field, 0)
    pooled = filled / (baseline.pages + now.pages)
    spread = pooled * (1 - pooled) * (1 / baseline.pages + 1 / now.pages)
    return bool(before - after > _SURE * spread**0.5)


def _of_all(field: str, baseline: Rates, now: Rates) -> Iterator[str]:
    """Yield what is wrong with values that are there."""
    if field in _DISTINCT and _is_alike(field, now) and not _is_alike(field, baseline):
        yield SAME
    if field == "text" and 0 < now.length < baseline.length * _HALF:
        yield SHORT


def _is_alike(field: str, rates: Rates) -> bool:
    """Say whether half of the pages that have a field have it from each other."""
    filled = rates.filled.get(field, 0)
    return filled >= _FEW_PAGES and rates.distinct.get(field, 0) <= filled * _HALF
