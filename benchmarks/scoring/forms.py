"""Labels and findings brought into one form that can be compared.

A code turns every string of a form into what is compared: itself, or its digest where
the labels are published as digests only.
"""

from collections.abc import Callable, Mapping
from hashlib import sha256
from urllib.parse import urlsplit

import attrs

from benchmarks.records import (
    Record,
    items_of,
    text_of,
    texts_of,
)
from benchmarks.scoring.moments import when
from benchmarks.scoring.words import fold, folded_words

Code = Callable[[str], str]


def plain(text: str) -> str:
    """A string as it is."""
    return text


def hashed(text: str) -> str:
    """A string's digest; an empty one stays empty."""
    return sha256(text.encode()).hexdigest()[:12] if text else text


def url_key(url: str) -> str:
    """An address without scheme, ``www.``, query, fragment and last slash."""
    parts = urlsplit(url)
    return parts.netloc.removeprefix("www.").lower() + parts.path.rstrip("/")


@attrs.frozen
class ItemForm:
    """A headline item."""

    url: str
    title: str
    category: str
    block: str
    published: str
    optional: bool = False

    @classmethod
    def of(cls, item: Record, code: Code) -> "ItemForm":
        """The form of an item with its block's name."""
        date = item.get("published")
        printed = text_of(date, "raw") if isinstance(date, Mapping) else date or ""
        return cls(
            url=code(url_key(text_of(item, "url"))),
            title=code(fold(text_of(item, "title"))),
            category=code(fold(text_of(item, "category"))),
            block=code(fold(text_of(item, "block"))),
            published=code(fold(str(printed))),
            optional=bool(item.get("optional")),
        )

    @classmethod
    def read(cls, form: Record) -> "ItemForm":
        """A form as it was written."""
        names = ("url", "title", "category", "block", "published")
        values = {name: text_of(form, name) for name in names}
        return cls(**values, optional=bool(form.get("optional")))


@attrs.frozen
class CreditForm:
    """A picture's credit and caption, as sorted words, and the whole caption."""

    credit: tuple[str, ...]
    caption: tuple[str, ...]
    exact: str
    optional: bool = False

    @classmethod
    def of(cls, image: Record, code: Code) -> "CreditForm":
        """The form of a picture."""
        return cls(
            credit=_coded_words(text_of(image, "credit"), code),
            caption=_coded_words(text_of(image, "caption"), code),
            exact=code(fold(text_of(image, "caption"))),
            optional=bool(image.get("optional")),
        )

    @classmethod
    def read(cls, form: Record) -> "CreditForm":
        """A form as it was written."""
        return cls(
            credit=texts_of(form, "credit"),
            caption=texts_of(form, "caption"),
            exact=text_of(form, "exact"),
            optional=bool(form.get("optional")),
        )


def _coded_words(text: str, code: Code) -> tuple[str, ...]:
    return tuple(sorted(code(word) for word in folded_words(text)))


@attrs.frozen
class ExtrasForm:
    """Extras of an article: the value first, then others that are accepted."""

    place: tuple[str, ...]
    agency: tuple[str, ...]
    section: tuple[str, ...]
    kicker: tuple[str, ...]
    dek: tuple[str, ...]
    authors: tuple[tuple[str, ...], ...]
    published: tuple[str, ...]
    modified: tuple[str, ...]

    @classmethod
    def of(cls, page: Record, code: Code) -> "ExtrasForm":
        """The form of a page's extras."""
        datelines = (page.get("dateline"), *items_of(page, "dateline_alt"))
        agencies = (
            *(texts_of(page, "agency") or ("",)),
            *texts_of(page, "agency_alt"),
        )
        names = (texts_of(page, "authors"), *_alternatives(page, "authors_alt"))
        return cls(
            place=tuple(code(fold(_place(d))) for d in datelines),
            agency=tuple(code(fold(name)) for name in agencies),
            section=_accepted(page, "section", code),
            kicker=_accepted(page, "kicker", code),
            dek=_accepted(page, "dek", code),
            authors=tuple(tuple(sorted(code(fold(n)) for n in x)) for x in names),
            published=_moments(page, "published"),
            modified=_moments(page, "modified"),
        )

    @classmethod
    def read(cls, form: Record) -> "ExtrasForm":
        """A form as it was written."""
        names = (tuple(x) for x in items_of(form, "authors") if isinstance(x, list))
        return cls(
            place=texts_of(form, "place"),
            agency=texts_of(form, "agency"),
            section=texts_of(form, "section"),
            kicker=texts_of(form, "kicker"),
            dek=texts_of(form, "dek"),
            authors=tuple(names),
            published=texts_of(form, "published"),
            modified=texts_of(form, "modified"),
        )


def _place(dateline: object) -> str:
    return text_of(dateline, "place") if isinstance(dateline, Mapping) else ""


def _accepted(page: Record, field: str, code: Code) -> tuple[str, ...]:
    values = (text_of(page, field), *texts_of(page, f"{field}_alt"))
    return tuple(code(fold(value)) for value in values)


def _moments(page: Record, field: str) -> tuple[str, ...]:
    values = (text_of(page, field), *texts_of(page, f"{field}_alt"))
    return tuple(value for value in values if when(value))


def _alternatives(page: Record, field: str) -> tuple[tuple[str, ...], ...]:
    """Lists of names: a flat list is one alternative, a list of lists several."""
    values = items_of(page, field)
    if all(isinstance(value, list) for value in values):
        return tuple(tuple(map(str, v)) for v in values if isinstance(v, list))
    return (tuple(map(str, values)),)
