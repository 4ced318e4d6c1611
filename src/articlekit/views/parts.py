"""What the views share: clean text, safe addresses, linked text, printed moments."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from articlekit.model import Article, Author, Image, ImageCredit, Link, Moment

# Controls (but tab and newline), lone surrogates, and marks that turn the direction
# of what follows: none is text, and each can deceive whoever reads the view.
_UNWANTED: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
_SPACES: Final = re.compile(r"\s+")
_WEB: Final = re.compile(r"https?://[^\s/?#\\]", re.IGNORECASE)
_MAIL: Final = re.compile(r"mailto:[^\s\\]", re.IGNORECASE)
_BAD_IN_URL: Final = re.compile("[\x00-\x20\x7f-\xa0\u2028\u2029]")


def clean(text: str) -> str:
    """Return *text* without control characters, surrogates and direction marks."""
    return _UNWANTED.sub("", text)


def one_line(text: str) -> str:
    """Return *text* clean and with every run of white space as one space."""
    return _SPACES.sub(" ", clean(text)).strip()


def safe_url(url: str | None, *, mail: bool = True) -> str | None:
    """Return *url* if following it does no harm, else None.

    Args:
        url: An address from a page, or None.
        mail: Whether a mail address is fine, too.
    """
    if url is None or _UNWANTED.search(url) or _BAD_IN_URL.search(url):
        return None
    if _WEB.match(url) or (mail and _MAIL.match(url)):
        return url
    return None


def linked_pieces(
    text: str, links: Iterable[Link], *, start: int = 0
) -> Iterator[tuple[str, str | None]]:
    """Cut *text* at its links.

    Args:
        text: The text, or a part of a longer one.
        links: Links as ranges of the longer one. Those that reach over an end of
            *text*, overlap one before, or have no safe address are left out.
        start: Where in the longer one *text* begins.

    Yields:
        Pieces in order, each with its address or None; joined they are *text*.
    """
    done = 0
    for link in sorted(links, key=lambda each: each.span):
        first, last = link.span.start - start, link.span.end - start
        url = safe_url(link.url)
        if url is None or first < done or not first < last <= len(text):
            continue
        yield text[done:first], None
        yield text[first:last], url
        done = last
    yield text[done:], None


def printed_moment(moment: Moment | None) -> str | None:
    """Return a moment for readers: its value, else how it was printed, or None."""
    if moment is None:
        return None
    if moment.value is None:
        return one_line(moment.raw) or None
    if isinstance(moment.value, datetime):
        return moment.value.isoformat(" ", "minutes")
    return moment.value.isoformat()


def iso_date(moment: Moment | None) -> str | None:
    """Return a moment for machines, in ISO form, or None where it was not read."""
    if moment is None or moment.value is None:
        return None
    return moment.value.isoformat()


def byline(article: Article) -> str | None:
    """Return the byline as printed, else the names of the authors, or None."""
    names = ", ".join(filter(None, map(_name, article.authors)))
    return one_line(article.byline or "") or names or None


def credit_text(credit: ImageCredit | None) -> str | None:
    """Return a credit for readers, or None."""
    return (one_line(credit.text) or None) if credit else None


def caption_text(image: Image) -> str | None:
    """Return caption and credit in one line, the credit in brackets, or None."""
    caption, credit = one_line(image.caption or ""), credit_text(image.credit)
    if credit and credit not in caption:
        return f"{caption} ({credit})".strip()
    return caption or None


def _name(author: Author) -> str:
    return one_line(author.name)
