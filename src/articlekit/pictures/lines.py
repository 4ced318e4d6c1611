"""The pictures of a text page: the lines that stood under or around them."""

import re
from collections.abc import Iterator
from typing import Final

import attrs

from articlekit.fields.line_roles import LineRoles, Role
from articlekit.model.image import Image
from articlekit.pictures.captions import split_caption
from articlekit.reading.stated import Record
from articlekit.text.late import late

_GRAPHIC: Final = late(
    r"(?:photos?|photographs?|fotos?|images?|pictures?|drawings?|maps?|graphics?|charts?"
    r"|illustrations?|abbildung|grafik|bild)(?:\s?[:;,]|\s(?=photos?:))\s*",
    re.IGNORECASE,
)
_ROLES = (Role.ALT, Role.CAPTION, Role.CREDIT)


def line_images(roles: LineRoles, *, language: str | None = None) -> tuple[Image, ...]:
    """Make the pictures that a text page's lines tell of.

    Args:
        roles: What `choose_lines` found.
        language: BCP 47 tag of the page, if known.

    Returns:
        Pictures in order, without addresses. The first is the lead picture
        where it stands above the body.
    """
    start, _ = roles.body_range
    found: list[Image] = []
    for at, image in _groups(roles, language):
        found.append(attrs.evolve(image, is_lead=not found and at < start))
    return tuple(found)


def stated_images(
    record: Record | None, *, language: str | None = None
) -> tuple[Image, ...]:
    """Make the pictures that an archive's export describes under a label.

    Args:
        record: What the page states of itself, or None.
        language: BCP 47 tag of the page, if known.

    Returns:
        Pictures in order, without addresses; none is the lead picture.
    """
    stated = record.fields.get("graphic", ()) if record else ()
    texts = (_GRAPHIC.sub("", said.text) for said in stated)
    return tuple(_part(text, Role.CAPTION, language) for text in texts if text)


def _groups(roles: LineRoles, language: str | None) -> Iterator[tuple[int, Image]]:
    """Yield index and picture for each group of picture lines."""
    last, image, first = -2, None, 0
    for at, run in roles.of(*_ROLES):
        part = _part(run.text, roles.roles[at], language)
        if image and at == last + 1 and _fits(image, part):
            image = _merged(image, part)
        else:
            if image:
                yield first, image
            image, first = part, at
        last = at
    if image:
        yield first, image


def _part(text: str, role: Role, language: str | None) -> Image:
    """Read one line that belongs to a picture."""
    text = _once(text)
    if role is Role.ALT:
        return Image(None, alt=text)
    caption, credit = split_caption(text, language=language)
    return Image(None, caption=caption, credit=credit)


def _once(text: str) -> str:
    """Return what a picture's text and its caption say alike but once."""
    words = text.split(" ")
    half = len(words) // 2
    first, second = " ".join(words[:half]), " ".join(words[half:])
    alike = first.casefold().rstrip(".") == second.casefold().rstrip(".")
    return second if alike and half > 1 else text


def _fits(image: Image, part: Image) -> bool:
    """Return whether *part* adds what *image* lacks."""
    names = ("alt", "caption", "credit")
    return not any(getattr(image, name) and getattr(part, name) for name in names)


def _merged(image: Image, part: Image) -> Image:
    return Image(
        None,
        alt=image.alt or part.alt,
        caption=image.caption or part.caption,
        credit=image.credit or part.credit,
    )
