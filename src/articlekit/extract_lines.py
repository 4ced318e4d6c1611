"""The stages of reading a plain-text page, each computed once when needed."""

from functools import cached_property
from typing import TypeVar

from articlekit.body.lines import body_blocks
from articlekit.fields.access import find_truncated
from articlekit.fields.authors import parse_byline
from articlekit.fields.clues import Clues
from articlekit.fields.contest import Finding
from articlekit.fields.dateline import find_dateline
from articlekit.fields.language import find_language
from articlekit.fields.line_roles import LineRoles, choose_lines
from articlekit.fields.lines import LineFields, read_lines
from articlekit.headlines.lines import line_headlines
from articlekit.model import (
    Access,
    ArticleKind,
    Author,
    Block,
    Dateline,
    Evidence,
    HeadlineItem,
    Image,
    Moment,
    Paragraph,
    Quote,
)
from articlekit.model.blocks import running_text
from articlekit.pictures.lines import line_images
from articlekit.profiles.guide import Guide
from articlekit.quotes import find_quotes
from articlekit.reading.deadline import Deadline
from articlekit.reading.page import Page
from articlekit.text.bylines import read_byline

T = TypeVar("T")


class LineStages:
    """A plain-text page on its way to an `Article`."""

    def __init__(self, page: Page, guide: Guide, deadline: Deadline) -> None:
        """Begin with a page that was read, and what its source's profile says."""
        self.page = page
        self.guide = guide
        self.hints = hints = guide.hints
        self.deadline = deadline
        self._clues = Clues(page, hints)
        self._found: list[Evidence] = []

    @cached_property
    def _roles(self) -> LineRoles:
        self.deadline.check()
        return choose_lines(self.page)

    @cached_property
    def _fields(self) -> LineFields:
        return read_lines(self._roles, self.hints)

    def _take(self, finding: Finding[T]) -> T | None:
        self._found += finding.evidence
        return finding.value

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Where the fields stand."""
        return (*self._fields.evidence, *self._found)

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
    def language(self) -> str | None:
        """Language of the text."""
        return self._take(find_language(self._clues, self.text))

    @cached_property
    def dateline(self) -> Dateline | None:
        """Place, agency and date that open the text."""
        paragraphs = [b.text for b in self.body if isinstance(b, Paragraph)]
        return self._take(find_dateline(self._clues, paragraphs))

    @cached_property
    def agencies(self) -> tuple[str, ...]:
        """The wire services that byline and dateline name."""
        named = read_byline(self.byline or "", self.hints.language)[1]
        dateline = self.dateline.agency if self.dateline else None
        return tuple(dict.fromkeys([*named, *([dateline] if dateline else [])]))

    @cached_property
    def truncated(self) -> bool | None:
        """Whether the page holds only a part of the text."""
        return self._take(find_truncated(self._clues, self.text))

    @cached_property
    def kind(self) -> ArticleKind | None:
        """What the page is."""
        if self.text:
            return ArticleKind.ARTICLE
        return ArticleKind.LISTING if self.headlines else ArticleKind.OTHER

    # A text page says nothing of these.
    canonical_url = None
    site_name = None
    section = None
    tags = ()
    access = Access.UNKNOWN

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Who said what."""
        self.deadline.check()
        return find_quotes(self.text, language=self.hints.language or self.language)
