"""The stages of reading a plain-text page, each computed once when needed."""

from functools import cached_property
from typing import TypeVar, cast

from articlekit.body.lines import body_blocks
from articlekit.fields.access import find_truncated
from articlekit.fields.authors import Credits, parse_byline
from articlekit.fields.clues import Clues
from articlekit.fields.contest import Candidate, Finding, Judged
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
from articlekit.pictures.lines import line_images, stated_images
from articlekit.profiles.findings import (
    dateline_finding,
    moment_finding,
    names_finding,
    text_finding,
)
from articlekit.profiles.guide import Guide
from articlekit.reading.deadline import Deadline
from articlekit.reading.page import Page
from articlekit.text.bylines import read_byline

T = TypeVar("T")


def _only(value: tuple[T, ...]) -> list[Judged[tuple[T, ...]]]:
    """Return the one candidate of a field that lines state once."""
    found = Candidate(value, "text", "byline", ", ".join(map(str, value)), 0.8)
    return [(found, value, None)] if value else []


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
        return self.guide.lines(choose_lines(self.page))

    @cached_property
    def _fields(self) -> LineFields:
        return read_lines(self._roles, self.hints, self.page.record)

    def _take(self, finding: Finding[T]) -> T | None:
        self._found += finding.evidence
        return finding.value

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Where the fields stand."""
        rules = self.guide.rules
        own = (e for e in self._fields.evidence if e.field not in rules)
        return (*own, *self._found)

    def _text(self, name: str) -> str | None:
        """Return a field of one text, with what the profile says of it."""
        if name not in self.guide.rules:
            return cast("str | None", getattr(self._fields, name, None))
        return self._take(self.guide.text(name, text_finding(self._fields, name)))

    def _moment(self, name: str) -> Moment | None:
        """Return a date, with what the profile says of it."""
        if name not in self.guide.rules:
            return cast("Moment | None", getattr(self._fields, name))
        return self._take(self.guide.moment(name, moment_finding(self._fields, name)))

    @cached_property
    def title(self) -> str | None:
        """Headline."""
        return self._text("title")

    @cached_property
    def kicker(self) -> str | None:
        """Line above the headline."""
        return self._text("kicker")

    @cached_property
    def dek(self) -> str | None:
        """Standfirst."""
        return self._text("dek")

    @cached_property
    def _credits(self) -> Credits:
        """Byline, authors and agencies, with what the profile says of them."""
        byline = text_finding(self._fields, "byline")
        authors = parse_byline(byline.value or "", language=self.hints.language)
        found = Finding(authors or None, judged=_only(authors))
        named = read_byline(byline.value or "", self.hints.language)[1]
        dateline = self.dateline.agency if self.dateline else None
        wired = [*named, *([dateline] if dateline else [])]
        wires: tuple[str, ...] = tuple(dict.fromkeys(wired))
        agencies = Finding(wires or None, judged=_only(wires))
        return self.guide.credits(Credits(found, byline, agencies))

    @cached_property
    def byline(self) -> str | None:
        """The line that names the authors."""
        finding = self._credits.byline
        return self._take(finding) if "byline" in self.guide.rules else finding.value

    @cached_property
    def authors(self) -> tuple[Author, ...]:
        """Who wrote it."""
        return self._take(self._credits.authors) or ()

    @cached_property
    def published(self) -> Moment | None:
        """When it was first published."""
        return self._moment("published")

    @cached_property
    def modified(self) -> Moment | None:
        """When it was last changed."""
        return self._moment("modified")

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
        found = line_images(self._roles, language=self.hints.language)
        found += stated_images(self.page.record, language=self.hints.language)
        return self.guide.line_images(found)

    @cached_property
    def headlines(self) -> tuple[HeadlineItem, ...]:
        """Other stories."""
        self.deadline.check()
        found = line_headlines(self._roles, self.hints)
        return self.guide.line_stories(found, self._roles)

    @cached_property
    def language(self) -> str | None:
        """Language of the text."""
        return self._take(find_language(self._clues, self.text))

    @cached_property
    def dateline(self) -> Dateline | None:
        """Place, agency and date that open the text."""
        paragraphs = [b.text for b in self.body if isinstance(b, Paragraph)]
        found = find_dateline(self._clues, paragraphs)
        stated = self._fields.dateline
        if found.value or stated is None:
            return self._take(self.guide.dateline(found))
        if "dateline" not in self.guide.rules:
            return stated
        found = dateline_finding(self._fields)
        return self._take(self.guide.dateline(found))

    @cached_property
    def agencies(self) -> tuple[str, ...]:
        """The wire services that byline and dateline name."""
        return self._take(self._credits.agencies) or ()

    @cached_property
    def truncated(self) -> bool | None:
        """Whether the page holds only a part of the text."""
        return self._take(find_truncated(self._clues, self.text))

    @cached_property
    def kind(self) -> ArticleKind | None:
        """What the page is."""
        if "kind" in self.guide.rules and (
            stated := self._take(self.guide.kind(Finding()))
        ):
            return stated
        if self.text:
            return ArticleKind.ARTICLE
        return ArticleKind.LISTING if self.headlines else ArticleKind.OTHER

    # A text page says these by labels only; a profile may.

    @cached_property
    def canonical_url(self) -> str | None:
        """Address that a label names, or a rule of the profile finds."""
        if "canonical_url" not in self.guide.rules:
            return self._fields.canonical_url
        finding = text_finding(self._fields, "canonical_url")
        return self._take(self.guide.address(finding))

    @cached_property
    def site_name(self) -> str | None:
        """Name of the site that a label or a rule of the profile finds."""
        return self._text("site_name")

    @cached_property
    def section(self) -> str | None:
        """Section that a label names, or a rule of the profile finds."""
        return self._text("section")

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """Keywords that a label lists, or rules of the profile find."""
        if "tags" not in self.guide.rules:
            return self._fields.tags
        finding = names_finding(self._fields, "tags")
        return self._take(self.guide.names("tags", finding)) or ()

    @cached_property
    def access(self) -> Access | None:
        """What a rule of the profile says of it."""
        return self._take(self.guide.access(Finding())) or Access.UNKNOWN

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Who said what."""
        from articlekit.quotes import find_quotes

        self.deadline.check()
        return find_quotes(
            self.text,
            language=self.hints.language or self.language,
            extra_verbs=self.guide.speech_verbs,
            extra_titles=self.guide.titles,
        )
