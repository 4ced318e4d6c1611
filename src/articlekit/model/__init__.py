"""Frozen values: what a page is turned into."""

from articlekit.model.article import Access, Article, ArticleKind, Status
from articlekit.model.blocks import (
    Block,
    BlockQuote,
    Embed,
    Figure,
    Heading,
    Link,
    ListBlock,
    LiveEntry,
    Note,
    NoteKind,
    Paragraph,
    Table,
)
from articlekit.model.evidence import Evidence
from articlekit.model.headline import HeadlineItem, HeadlineList, ListKind
from articlekit.model.image import CreditStatus, Image, ImageCredit, ImageKind
from articlekit.model.moment import Moment, Precision, Zone
from articlekit.model.people import Author, AuthorKind, Dateline
from articlekit.model.quote import Quote, QuoteKind
from articlekit.model.spans import Mention, Span

__all__ = [
    "Access",
    "Article",
    "ArticleKind",
    "Author",
    "AuthorKind",
    "Block",
    "BlockQuote",
    "CreditStatus",
    "Dateline",
    "Embed",
    "Evidence",
    "Figure",
    "Heading",
    "HeadlineItem",
    "HeadlineList",
    "Image",
    "ImageCredit",
    "ImageKind",
    "Link",
    "ListBlock",
    "ListKind",
    "LiveEntry",
    "Mention",
    "Moment",
    "Note",
    "NoteKind",
    "Paragraph",
    "Precision",
    "Quote",
    "QuoteKind",
    "Span",
    "Status",
    "Table",
    "Zone",
]
