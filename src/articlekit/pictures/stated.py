"""What a page's structured data says of its pictures."""

from collections.abc import Iterator, Mapping
from typing import Final, cast

from articlekit.model.image import ImageCredit
from articlekit.pictures.addresses import picture_key
from articlekit.pictures.credits import parse_credit
from articlekit.reading.page import Page
from articlekit.reading.structured import types_of

# Not "author", which is the article's as often as the picture's.
_CREDITS: Final = ("creditText", "creator", "copyrightHolder", "copyrightNotice")
_PARTS: Final = ("image", "associatedMedia", "primaryImageOfPage")
_LONGEST: Final = 200
_MOST: Final = 100


def _objects(value: object) -> Iterator[Mapping[str, object]]:
    """Yield the objects of one value or of a list of them."""
    items = cast("list[object]", value) if isinstance(value, list) else [value]
    for item in items:
        if isinstance(item, dict):
            yield cast("Mapping[str, object]", item)


def _pictures(page: Page) -> Iterator[Mapping[str, object]]:
    for node in page.structured.nodes[:_MOST]:
        if "imageobject" in types_of(node):
            yield node
        for part in _PARTS:
            yield from _objects(node.get(part))


def _name(value: object) -> str | None:
    """Return the text of a credit field, which may be a person or a body."""
    if isinstance(value, str):
        return value
    return next(
        (n for o in _objects(value) if isinstance(n := o.get("name"), str)), None
    )


def _credit(node: Mapping[str, object]) -> str | None:
    """Return the credit that the object of a picture states."""
    names = (_name(node[field]) for field in _CREDITS if node.get(field))
    found = next((n for n in names if n and n.strip()), None)
    return found if found and len(found) <= _LONGEST else None


def stated_credits(page: Page, language: str | None) -> dict[str, ImageCredit]:
    """Return the credits that JSON-LD states, by key of the picture's address.

    Args:
        page: The page.
        language: BCP 47 tag of the page, if known.
    """
    scripts = page.structured.ld_scripts
    if not any(field in script for script in scripts for field in _CREDITS):
        return {}
    found: dict[str, ImageCredit] = {}
    for node in _pictures(page):
        url, said = node.get("url") or node.get("contentUrl"), _credit(node)
        if said and isinstance(url, str):
            found.setdefault(picture_key(url), parse_credit(said, language=language))
    return found
