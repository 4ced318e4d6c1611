"""The pictures of a text page: the lines that stood under or around them."""

from collections.abc import Iterator

import attrs

from articlekit.fields.line_roles import LineRoles, Role
from articlekit.model.image import Image
from articlekit.pictures.captions import split_caption

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
    if role is Role.ALT:
        return Image(None, alt=text)
    caption, credit = split_caption(text, language=language)
    return Image(None, caption=caption, credit=credit)


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
