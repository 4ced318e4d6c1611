"""Prose in several languages to build pages from; written for this purpose."""

import json
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

import attrs

from articlekit.model.dicts import from_dict

LANGUAGES: Final = ("en", "de", "fr", "es", "ru", "hi", "ja", "ar")


@attrs.frozen(kw_only=True)
class Prose:
    """What a newspaper of one language is made of.

    Attributes:
        language: BCP 47 tag.
        by: Byline with `{}` for the name.
        dates: Printed date with `{day}`, `{month}`, `{number}` and `{year}`.
        related: Heading of a list of other stories.
        credit: Picture credit with `{}` for the name.
        months: Names of the months as they stand in a date.
        names: Names of authors.
        titles: Headlines, no two alike.
        sentences: Sentences of stories, no two alike; some hold quotations.
    """

    language: str
    by: str
    dates: str
    related: str
    credit: str
    months: tuple[str, ...]
    names: tuple[str, ...]
    titles: tuple[str, ...]
    sentences: tuple[str, ...]

    def print_date(self, day: date) -> str:
        """Print *day* as a paper of this language does."""
        return self.dates.format(
            day=day.day,
            month=self.months[day.month - 1],
            number=day.month,
            year=day.year,
        )


@cache
def load_prose(language: str) -> Prose:
    """Return the prose of *language*, one of `LANGUAGES`.

    Raises:
        KeyError: There is none in *language*.
    """
    text = files("articlekit.testing").joinpath("prose.json").read_text("utf-8")
    return from_dict(Prose, {"language": language, **json.loads(text)[language]})
