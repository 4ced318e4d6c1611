"""From a page that was read to an `Article`.

The stages live in `extract_markup` (HTML) and `extract_lines` (plain text).
Here stands what they have in common: which stages a caller asked for, in which
order they run, and how their values become an article.
"""

from collections.abc import Collection, Sequence
from typing import Final, Protocol, cast

from articlekit.extract_markup import MarkupStages
from articlekit.fields.status import find_status
from articlekit.model import Access, Article, ArticleKind, Block, Evidence, Status
from articlekit.model.article import FIELD_NAMES
from articlekit.model.blocks import running_text
from articlekit.profiles.guide import Guide
from articlekit.reading.deadline import Deadline
from articlekit.reading.page import Page

# Computed in this order: what needs no body, the body, what needs it.
ORDER: Final = (
    "canonical_url", "site_name", "title", "kicker", "dek", "byline", "authors",
    "agencies", "published", "modified", "section", "tags", "body", "language",
    "dateline", "kind", "access", "truncated", "images", "headlines", "quotes",
)  # fmt: skip
_ALWAYS: Final = frozenset(("url", "warnings", "evidence"))
_TELL_STATUS: Final = ("body", "kind", "truncated", "access")
_VIEWS: Final = {"text": "body", "image_credits": "images"}
_EVERYTHING: Final = frozenset((*ORDER, "status"))


class Stages(Protocol):
    """A page on its way to an article: an attribute for each name in `ORDER`."""

    @property
    def evidence(self) -> Sequence[Evidence]:
        """What was found out so far about where values came from."""
        ...


def wanted_fields(fields: Collection[str] | None) -> frozenset[str]:
    """Return the names of the stages to run.

    Args:
        fields: Names of attributes of `Article`, or None for all.

    Raises:
        ValueError: A name is no attribute of `Article`.
    """
    if fields is None:
        return _EVERYTHING
    if isinstance(fields, str):
        message = f"fields is a collection of names, not the string {fields!r}"
        raise ValueError(message)  # noqa: TRY004 - as for an unknown name
    names = frozenset(_VIEWS.get(name, name) for name in fields)
    if unknown := sorted(names - frozenset(FIELD_NAMES)):
        message = f"Article has no field {unknown[0]!r}"
        raise ValueError(message)
    return names - _ALWAYS


def extract(
    page: Page, guide: Guide, *, wanted: frozenset[str], deadline: Deadline
) -> Article:
    """Make an article of *page*.

    Args:
        page: The page.
        guide: What the caller and the profile of its source know of it.
        wanted: Names of the stages to run, see `wanted_fields`.
        deadline: The clock that is running.

    Returns:
        The article; what is not wanted holds None or ().

    Raises:
        LimitError: The time is over.
    """
    stages = _stages(page, guide, deadline)
    values = {name: getattr(stages, name) for name in ORDER if name in wanted}
    telling = {
        name: getattr(stages, name)
        for name in _TELL_STATUS
        if name in values or "status" in wanted
    }
    status, found = _status(page, telling)
    evidence = tuple(e for e in stages.evidence if e.field in wanted)
    guided, warnings = guide.report()
    if page.structured.was_read and page.structured.broken:
        page.warnings.append("json-ld-broken")
    return Article(
        url=guide.hints.url,
        status=status,
        warnings=tuple(sorted({*page.warnings, *warnings})),
        evidence=(*evidence, *found, *guided),
        **values,
    )


def _stages(page: Page, guide: Guide, deadline: Deadline) -> Stages:
    if page.kind == "html":
        return MarkupStages(page, guide, deadline)
    # Few callers have text pages, and their rooms take long to import.
    from articlekit.extract_lines import LineStages

    return LineStages(page, guide, deadline)


def _status(
    page: Page, values: dict[str, object]
) -> tuple[Status, tuple[Evidence, ...]]:
    """Say what became of the parse, as far as it went.

    Where the status was not asked for, only what was computed anyway counts.
    """
    if "body" not in values:
        return (Status.OK if page.blocks else Status.EMPTY), ()
    body = cast("tuple[Block, ...]", values["body"])
    return find_status(
        page,
        "\n".join(filter(None, map(running_text, body))),
        kind=cast("ArticleKind | None", values.get("kind")),
        truncated=cast("bool | None", values.get("truncated")),
        access=cast("Access | None", values.get("access")),
    )
