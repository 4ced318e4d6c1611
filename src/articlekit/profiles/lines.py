"""What the rules of a profile say of the lines of a plain-text page."""

from typing import Final

import attrs

from articlekit.fields.line_marks import Run
from articlekit.fields.line_roles import LineRoles, Role
from articlekit.model import Image
from articlekit.profiles.blocks import blocks_of
from articlekit.profiles.pictures import by_patterns
from articlekit.profiles.rulebook import Rulebook
from articlekit.rules.patterns import LONGEST_TEXT
from articlekit.rules.profile import CREDIT_FIELDS
from articlekit.rules.values import Regex

_BODY: Final = (Role.BODY, Role.HEADING)
_NAMED: Final = {"caption": Role.CAPTION, "credit": Role.CREDIT}
_FIELDS: Final = ("body", "keep", "drop", *CREDIT_FIELDS)


def guided_lines(guide: Rulebook, found: LineRoles) -> LineRoles:
    """Return the roles of lines as the rules of a profile have them.

    Args:
        guide: The rules and their page.
        found: The roles that were found without them.

    Returns:
        The roles; *found* itself where no rule is about lines.
    """
    if guide.rules.keys().isdisjoint(_FIELDS):
        return found
    body = blocks_of(guide, "body", noted="body")
    keep = blocks_of(guide, "keep", noted="body")
    drop = blocks_of(guide, "drop", noted="body")
    roles: list[Role] = []
    for run, role in zip(found.runs, found.roles, strict=True):
        own = set(range(run.first, run.last))
        if body:
            role = _body_role(role, inside=bool(own & body))
        if own & (keep | drop):
            role = _body_role(role, inside=not own & drop)
        roles.append(_picture_role(guide, run) or role)
    return attrs.evolve(found, roles=tuple(roles))


def _body_role(role: Role, *, inside: bool) -> Role:
    if inside:
        return role if role in _BODY else Role.BODY
    return Role.OTHER if role in (*_BODY, Role.ALSO_READ) else role


def _picture_role(guide: Rulebook, run: Run) -> Role | None:
    """Return the role of a line that a pattern for captions or credits matches."""
    for field, role in _NAMED.items():
        for rule in guide.rules.get(field, ()):
            if isinstance(rule, Regex) and rule.compiled.search(
                run.text[:LONGEST_TEXT]
            ):
                return role
    return None


def guided_images(guide: Rulebook, images: tuple[Image, ...]) -> tuple[Image, ...]:
    """Return the pictures of a text page with what patterns find in their lines."""
    if guide.rules.keys().isdisjoint(CREDIT_FIELDS):
        return images
    return tuple(by_patterns(guide, image) for image in images)
