"""The stages of reading an HTML page, each computed once and only when needed.

A stage asks for the stages that it needs, so a field asked for alone goes
through exactly the work that the whole parse does for it.
"""

from functools import cached_property
from typing import TypeVar

from articlekit.body.assembly import Body, assemble
from articlekit.body.scoring import score_blocks
from articlekit.body.select import select_blocks
from articlekit.body.stated import stated_body
from articlekit.fields.clues import Clues
from articlekit.fields.contest import Finding
from articlekit.fields.site import find_canonical_url, find_site_name
from articlekit.fields.title import find_title
from articlekit.model import Block, Evidence, Quote
from articlekit.model.blocks import running_text
from articlekit.quotes import find_quotes
from articlekit.reading.deadline import Deadline
from articlekit.reading.page import Page
from articlekit.rules.hints import Hints

T = TypeVar("T")


class MarkupStages:
    """An HTML page on its way to an `Article`."""

    def __init__(self, page: Page, hints: Hints, deadline: Deadline) -> None:
        """Begin with a page that was read."""
        self.page = page
        self.hints = hints
        self.deadline = deadline
        self.clues = Clues(page, hints)
        self.evidence: list[Evidence] = []

    def _take(self, finding: Finding[T]) -> T | None:
        """Keep the evidence of *finding* and return its value."""
        self.evidence += finding.evidence
        return finding.value

    # Fields that need no body

    @cached_property
    def title(self) -> str | None:
        """Headline."""
        return self._take(find_title(self.clues))

    @cached_property
    def site_name(self) -> str | None:
        """Name of the site."""
        return self._take(find_site_name(self.clues))

    @cached_property
    def canonical_url(self) -> str | None:
        """Address that the page names as its own."""
        return self._take(find_canonical_url(self.clues))

    # The body

    @cached_property
    def chosen(self) -> Body:
        """The body before pictures are set into it."""
        self.deadline.check()
        page = self.page
        scores = score_blocks(page, title=self.title, stated=stated_body(page))
        return assemble(page, select_blocks(page, scores))

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """Typed blocks."""
        return self.chosen.blocks

    @cached_property
    def text(self) -> str:
        """The running text."""
        return "\n".join(filter(None, map(running_text, self.body)))

    # What needs the body

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Who said what."""
        self.deadline.check()
        return find_quotes(self.text, language=self.hints.language)
