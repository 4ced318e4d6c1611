"""Who wrote an article, and where from."""

from enum import StrEnum

import attrs


class AuthorKind(StrEnum):
    """What an author is."""

    PERSON = "person"
    ORGANISATION = "organisation"


@attrs.frozen
class Author:
    """Somebody who wrote the article.

    Attributes:
        name: The name, without label, role and agency.
        kind: Person or organisation.
        role: Role or desk as printed beside the name, or None.
        url: Absolute address of the author's page, or None.
    """

    name: str
    kind: AuthorKind = AuthorKind.PERSON
    role: str | None = None
    url: str | None = None


@attrs.frozen
class Dateline:
    """The place, and often agency and date, that opens a news text.

    Attributes:
        place: The place as printed, or None.
        agency: The agency as printed, or None.
        date: The date as printed, or None.
        raw: The whole dateline as printed, without the mark that ends it.
    """

    place: str | None = None
    agency: str | None = None
    date: str | None = None
    raw: str = ""
