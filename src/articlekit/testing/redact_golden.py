"""A golden page that may be published: page, address and expected fields alike."""

from collections.abc import Mapping
from typing import Final, cast

import attrs

from articlekit.testing.golden import GoldenPage
from articlekit.testing.redact import redact_page
from articlekit.testing.redact_words import Redactor

# Values for machines, by the key that they stand under.
_MACHINE_KEYS: Final = frozenset(
    "published modified language kind access status type zone precision value"
    " block_kind badges $matches $count $approx within".split()
)
_ADDRESS_KEYS: Final = frozenset("url canonical_url thumbnail next_url".split())


def redact_golden(page: GoldenPage, redactor: Redactor) -> GoldenPage:
    """Return *page* with its prose replaced, and what is expected of it as well.

    The same words become the same, so what the page gave before it still gives, but
    for values that hang on a word's meaning; `GoldenPage.differences` tells.
    A pattern of `matches` stays as it is.

    Args:
        page: A golden page.
        redactor: Replaces words.
    """
    url = page.meta.url
    known = attrs.evolve(
        page.meta,
        url=redactor.url(url) if url else None,
        content_type=_in_utf8(page.meta.content_type),
    )
    return attrs.evolve(
        page,
        content=redact_page(page.content, redactor).encode(),
        expected=cast("Mapping[str, object]", _redacted(page.expected, "", redactor)),
        meta=known,
    )


def _in_utf8(content_type: str | None) -> str | None:
    kind = (content_type or "").partition(";")[0].strip()
    return f"{kind}; charset=utf-8" if kind else None


def _redacted(value: object, key: str, redactor: Redactor) -> object:
    if isinstance(value, Mapping):
        form = cast("Mapping[str, object]", value)
        return {name: _redacted(each, name, redactor) for name, each in form.items()}
    if isinstance(value, list):
        items = cast("list[object]", value)
        return [_redacted(each, key, redactor) for each in items]
    if not isinstance(value, str) or key in _MACHINE_KEYS:
        return value
    return redactor.url(value) if key in _ADDRESS_KEYS else redactor.text(value)
