"""The stages of reading an HTML page, each computed once and only when needed.

A stage asks for the stages that it needs, so a field asked for alone goes
through exactly the work that the whole parse does for it.
"""

from typing import TypeVar

from articlekit.body.assembly import Body, assemble
from articlekit.body.embeds import find_embeds
from articlekit.body.ends import without_head, without_tail
from articlekit.body.figures import set_in
from articlekit.body.live import Entry, blocks_of, find_entries, wanted_entry
from articlekit.body.notes import find_notes
from articlekit.body.pulls import find_pulls
from articlekit.body.scoring import score_blocks
from articlekit.body.select import select_blocks
from articlekit.body.stated import rescued, stated_body
from articlekit.fields.access import find_access, find_truncated
from articlekit.fields.authors import Credits, find_authors
from articlekit.fields.clues import Clues
from articlekit.fields.contest import Finding
from articlekit.fields.dateline import find_dateline
from articlekit.fields.dates import find_dates
from articlekit.fields.deks import find_dek, find_kicker
from articlekit.fields.kind import find_kind
from articlekit.fields.language import find_language
from articlekit.fields.section import find_section
from articlekit.fields.site import find_canonical_url, find_site_name
from articlekit.fields.tags import find_tags
from articlekit.fields.title import find_title, shown_title
from articlekit.headlines.find import find_headlines
from articlekit.headlines.inline import inline_blocks
from articlekit.headlines.listing import is_listing, read_list
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
from articlekit.pictures.images import Found, find_images
from articlekit.profiles.guide import Guide
from articlekit.reading.deadline import Deadline
from articlekit.reading.page import Page
from articlekit.text.once import once
from articlekit.text.urls import absolute

T = TypeVar("T")


def own_address(page: Page) -> str | None:
    """Return the address that the page names as its own, or None."""
    rels = (link.href for link in page.head_links if link.rel == "canonical")
    return absolute(None, next(rels, None) or page.meta("og:url"))


class MarkupStages:
    """An HTML page on its way to an `Article`."""

    def __init__(self, page: Page, guide: Guide, deadline: Deadline) -> None:
        """Begin with a page that was read, and what its source's profile says."""
        self.page = page
        self.guide = guide
        self.hints = hints = guide.hints
        self.deadline = deadline
        if page.url is None and page.base is None:
            page.base = own_address(page)
        self.clues = Clues(page, hints)
        self.evidence: list[Evidence] = []

    def _take(self, finding: Finding[T]) -> T | None:
        """Keep the evidence of *finding* and return its value."""
        self.evidence += finding.evidence
        return finding.value

    # Fields that need no body

    @once
    def title(self) -> str | None:
        """Headline."""
        return self._take(self.guide.text("title", find_title(self.clues)))

    @once
    def site_name(self) -> str | None:
        """Name of the site."""
        return self._take(self.guide.text("site_name", find_site_name(self.clues)))

    @once
    def canonical_url(self) -> str | None:
        """Address that the page names as its own."""
        return self._take(self.guide.address(find_canonical_url(self.clues)))

    @once
    def _credits(self) -> Credits:
        return self.guide.credits(find_authors(self.clues))

    @once
    def authors(self) -> tuple[Author, ...]:
        """Who wrote it."""
        return self._take(self._credits.authors) or ()

    @once
    def byline(self) -> str | None:
        """The line that names them."""
        return self._take(self._credits.byline)

    @once
    def agencies(self) -> tuple[str, ...]:
        """The wire services credited for the text."""
        return self._take(self._credits.agencies) or ()

    @once
    def _dates(self) -> tuple[Finding[Moment], Finding[Moment]]:
        return find_dates(self.clues)

    @once
    def published(self) -> Moment | None:
        """When it was first published."""
        return self._take(self.guide.moment("published", self._dates[0]))

    @once
    def modified(self) -> Moment | None:
        """When it was last changed."""
        return self._take(self.guide.moment("modified", self._dates[1]))

    @once
    def kicker(self) -> str | None:
        """Line above the headline."""
        return self._take(self.guide.text("kicker", find_kicker(self.clues)))

    @once
    def dek(self) -> str | None:
        """Standfirst."""
        return self._take(self.guide.text("dek", find_dek(self.clues)))

    @once
    def section(self) -> str | None:
        """Section or category."""
        return self._take(self.guide.text("section", find_section(self.clues)))

    @once
    def tags(self) -> tuple[str, ...]:
        """Keywords."""
        return self._take(self.guide.names("tags", find_tags(self.clues))) or ()

    # The body and its pictures

    @once
    def _chosen(self) -> list[int]:
        """The blocks that look like the body."""
        self.deadline.check()
        page = self.page
        scores = score_blocks(page, title=self._shown_title, stated=self._stated)
        language = self.hints.language or page.language
        return self.guide.body(
            select_blocks(page, scores, title=self._shown_title),
            lambda chosen: without_tail(
                page,
                without_head(page, chosen, self._head, language),
                [author.name for author in self.authors],
            ),
        )

    @once
    def _live(self) -> tuple[Entry, ...]:
        """The entries of a live blog."""
        return find_entries(self.page, self._chosen, self.hints)

    @once
    def _entries(self) -> tuple[Entry, ...]:
        """Those of them that the caller wants: all, or the one of the address."""
        wanted = wanted_entry(self.page, self._live)
        return self._live if wanted is None else (wanted,)

    @once
    def _selected(self) -> list[int]:
        """The blocks of the body, of the entry that the address points at."""
        if not self._entries:
            return self._chosen
        return blocks_of(self.page, self._chosen, self._entries)

    @property
    def _head(self) -> tuple[str | None, ...]:
        """What stands above the text in fields of its own, as printed."""
        names = (author.name for author in self.authors)
        moments = (self.published, self.modified)
        dates = (moment.raw for moment in moments if moment and moment.value)
        titles = self.title, self._shown_title
        return (*titles, self.dek, self.kicker, self.byline, *names, *dates)

    @once
    def _shown_title(self) -> str | None:
        """The headline that readers see, where that is not the title itself."""
        own = self.title == find_title(self.clues).value
        return shown_title(self.clues) if own else self.title

    @once
    def _pictures(self) -> tuple[Found, ...]:
        self.deadline.check()
        language = self.hints.language or self.page.language
        authors = [author.name for author in self.authors]
        found = find_images(
            self.page,
            body=self._selected,
            language=language,
            authors=authors,
            title=self._shown_title,
        )
        return self.guide.pictures(found)

    @once
    def _assembled(self) -> Body:
        """The body without the captions of its pictures and "also read" lines."""
        page, body = self.page, self._selected
        left = {index for found in self._pictures for index in found.blocks}
        left |= inline_blocks(page, body, self.hints.language or page.language)
        kept = [index for index in body if index not in left]
        notes = find_notes(page, kept)
        shown = assemble(
            page,
            sorted({*kept, *notes}),
            notes=notes,
            pulls=find_pulls(page, kept),
            entries=self._entries,
        )
        return rescued(page, shown, self._stated, self.hints)

    @once
    def _stated(self) -> str:
        """The text that the page's data give as its body."""
        return stated_body(self.page)

    @once
    def _illustrated(self) -> tuple[tuple[Block, ...], tuple[Image, ...]]:
        images = [(found.image, found.at) for found in self._pictures]
        embeds = list(find_embeds(self.page, self._assembled.chosen))
        return set_in(self._assembled, images, embeds)

    @once
    def body(self) -> tuple[Block, ...]:
        """Typed blocks."""
        return self._illustrated[0]

    @once
    def images(self) -> tuple[Image, ...]:
        """The article's pictures."""
        return self._illustrated[1]

    @once
    def text(self) -> str:
        """The running text."""
        return "\n".join(filter(None, map(running_text, self.body)))

    # What needs the body

    @once
    def language(self) -> str | None:
        """Language of the text."""
        return self._take(find_language(self.clues, self.text))

    @once
    def dateline(self) -> Dateline | None:
        """Place, agency and date that open the text."""
        paragraphs = [b.text for b in self.body if isinstance(b, Paragraph)]
        found = find_dateline(self.clues, paragraphs)
        return self._take(self.guide.dateline(found))

    @once
    def access(self) -> Access | None:
        """Who may read the whole text."""
        return self._take(self.guide.access(find_access(self.clues)))

    @once
    def truncated(self) -> bool | None:
        """Whether the page holds only a part of the text."""
        return self._take(find_truncated(self.clues, self.text))

    @once
    def kind(self) -> ArticleKind | None:
        """What the page is."""
        known = "kind" in self.guide.rules
        if not known and is_listing(self.page, self._assembled.chosen, self._stories):
            found = Evidence("kind", "model", "listing", str(len(self._stories)))
            self.evidence.append(found)
            return ArticleKind.LISTING
        finding = find_kind(
            self.clues,
            self.text,
            entries=max(len(self._live), len(self._assembled.entries)),
            stories=len(self._stories),
            pictures=len(self.images),
            dated=self._dates[0].value is not None,
        )
        return self._take(self.guide.kind(finding))

    @once
    def _stories(self) -> tuple[HeadlineItem, ...]:
        self.deadline.check()
        body = self._assembled.chosen
        found = find_headlines(self.page, body=body, hints=self.hints)
        return self.guide.stories(found, body)

    @once
    def headlines(self) -> tuple[HeadlineItem, ...]:
        """Other stories."""
        if self.kind is ArticleKind.LISTING:
            return read_list(self.page, self.hints).items
        return self._stories

    @once
    def quotes(self) -> tuple[Quote, ...]:
        """Who said what."""
        # A large room, which those who ask for other fields need not import.
        from articlekit.quotes import find_quotes, stated_quotes

        self.deadline.check()
        return find_quotes(
            self.text,
            language=self.hints.language or self.language,
            extra_verbs=self.guide.speech_verbs,
            extra_titles=self.guide.titles,
            stated=stated_quotes(self.page, self._assembled.chosen, self.body),
        )
