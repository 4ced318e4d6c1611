"""What is done with each page of a batch, in whatever process."""

import re
from typing import Final, cast

import attrs

from articlekit.api import Profiles, parse
from articlekit.batch.process import Tell, Work
from articlekit.batch.values import (
    BatchPage,
    Failed,
    FailureKind,
    Key,
    Parsed,
    Result,
)
from articlekit.errors import InputError, LimitError
from articlekit.model import Article, Evidence
from articlekit.rules import Limits
from articlekit.text.foreign import Failure, attempt

STOPPED: Final = "profile-stopped"
"""Warning of a page that hung or crashed with profiles, and was read without."""

_CAPITAL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
# What a process reads before its first page, so that no page pays for imports.
_SAMPLE: Final = "<h1>First page</h1><p>“We begin,” said Ada Quill on Monday.</p>"


@attrs.frozen
class Numbered:
    """A page in its place.

    Attributes:
        number: Where it stands in the batch, from 0.
        page: The page, or why there is none.
        lost: What became of the process that read it with profiles; it is read
            without them now. None at the first time.
    """

    number: int
    page: BatchPage | Failed
    lost: str | None = None

    @property
    def key(self) -> Key:
        """What the caller knows it by."""
        return self.number if self.page.key is None else self.page.key


@attrs.frozen
class Reading:
    """How the pages of a batch are parsed.

    Attributes:
        profiles: As for `articlekit.parse`.
        fields: As for `articlekit.parse`.
        limits: As for `articlekit.parse`.
    """

    profiles: Profiles
    fields: tuple[str, ...] | None
    limits: Limits

    def work(self) -> Work:
        """Load what the first page would load; return what a process does."""
        parse(_SAMPLE, profiles=self.profiles, fields=self.fields)
        return self.read_all

    def read_all(self, pages: object, tell: Tell) -> None:
        """Tell the result of each page as it is ready."""
        for each in cast("tuple[Numbered, ...]", pages):
            unsent = attempt(tell, self.read(each))
            if isinstance(unsent, Failure):  # an article that cannot travel
                tell(failed(each.key, unsent.error))

    def read(self, numbered: Numbered) -> Result:
        """Return the result of a page; whatever happens, it is one."""
        if isinstance(numbered.page, Failed):
            return attrs.evolve(numbered.page, key=numbered.key)
        is_again = numbered.lost is not None
        reading = attrs.evolve(self, profiles=()) if is_again else self
        found = attempt(reading.parse, numbered.page)
        if isinstance(found, Failure):
            return failed(numbered.key, found.error)
        return Parsed(numbered.key, _warned(found, numbered.lost))

    def parse(self, page: BatchPage) -> Article:
        """Parse a page.

        Raises:
            InputError: It cannot be read.
            ValueError: What is said about it is wrong.
        """
        return parse(
            page.source,
            url=page.url,
            content_type=page.content_type,
            language=page.language,
            timezone=page.timezone,
            now=page.now,
            profiles=self.profiles,
            fields=self.fields,
            limits=self.limits,
        )


def _warned(article: Article, lost: str | None) -> Article:
    """Return *article* with the warning that its profile was stopped, if it was."""
    if lost is None:
        return article
    told = Evidence("profile", "profile", "", lost, 0.0, STOPPED)
    return attrs.evolve(
        article,
        warnings=tuple(sorted({*article.warnings, STOPPED})),
        evidence=(*article.evidence, told),
    )


def failed(key: Key, error: BaseException) -> Failed:
    """Return *error* as the result of a page."""
    name = type(error).__name__
    if not isinstance(error, InputError):
        code = _CAPITAL.sub("-", name).lower()
        return Failed(key, FailureKind.ERROR, code, f"{name}: {error}")
    code = _CAPITAL.sub("-", name.removesuffix("Error")).lower()
    if isinstance(error, LimitError):
        code = f"{code}-{error.limit.replace('_', '-')}"
    return Failed(key, FailureKind.INPUT, code, str(error))
