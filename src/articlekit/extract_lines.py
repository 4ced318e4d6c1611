"""The stages of reading a plain-text page, each computed once when needed."""

from functools import cached_property

from articlekit.body.lines import body_blocks
from articlekit.fields.authors import parse_byline
from articlekit.fields.line_roles import LineRoles, choose_lines
from articlekit.fields.lines import LineFields, read_lines
from articlekit.headlines.lines import line_headlines
from articlekit.model import (
    Author,
    Block,
    Evidence,
    HeadlineItem,
    Image,
    Moment,
    Quote,
)
from articlekit.model.blocks import running_text
from articlekit.pictures.lines import line_images
from articlekit.quotes import find_quotes
from articlekit.reading.deadline import Deadline
from articlekit.reading.page import Page
from articlekit.rules.hints import Hints


class LineStages:
    """A plain-text page on its way to an `Article`."""

    def __init__(self, page: Page, hints: Hints, deadline: Deadline) -> None:
        """Begin with a page that was read."""
        self.page = page
        self.hints = hints
        self.deadline = deadline

    @cached_property
    def _roles(self) -> LineRoles:
        self.deadline.check()
        return choose_lines(self.page)

    @cached_property
    def _fields(self) -> LineFields:
        return read_lines(self._roles, self.hints)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Where the fields stand."""
        return self._fields.evidence

    @property
    def title(self) -> str | None:
        """Headline."""
        return self._fields.title

    @property
    def kicker(self) -> str | None:
        """Line above the headline."""
        return self._fields.kicker

    @property
    def dek(self) -> str | None:
        """Standfirst."""
        return self._fields.dek

    @property
    def byline(self) -> str | None:
        """The line that names the authors."""
        return self._fields.byline

    @cached_property
    def authors(self) -> tuple[Author, ...]:
        """Who wrote it."""
        return parse_byline(self.byline or "", language=self.hints.language)

    @property
    def published(self) -> Moment | None:
        """When it was first published."""
        return self._fields.published

    @property
    def modified(self) -> Moment | None:
        """When it was last changed."""
        return self._fields.modified

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """Typed blocks."""
        return body_blocks(self._roles)

    @cached_property
    def text(self) -> str:
        """The running text."""
        return "\n".join(filter(None, map(running_text, self.body)))

    @cached_property
    def images(self) -> tuple[Image, ...]:
        """The pictures that lines tell of."""
        return line_images(self._roles, language=self.hints.language)

    @cached_property
    def headlines(self) -> tuple[HeadlineItem, ...]:
        """Other stories."""
        self.deadline.check()
        return line_headlines(self._roles, self.hints)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Who said what."""
        self.deadline.check()
        return find_quotes(self.text, language=self.hints.language)
