"""Strategies for values of the model."""

from datetime import date, datetime, timedelta, timezone
from itertools import pairwise
from typing import TypeVar

import attrs
from hypothesis import strategies as st

from articlekit.model import (
    CreditStatus,
    HeadlineItem,
    HeadlineList,
    Image,
    ImageCredit,
    ImageKind,
    ListKind,
    Mention,
    Moment,
    Precision,
    Quote,
    QuoteKind,
    Span,
    Zone,
)
from articlekit.testing.prose import LANGUAGES, load_prose

# What an attacker writes where a newsroom writes words or an address.
_HOSTILE_WORDS = (
    "<script>alert(1)</script>",
    "</p><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' style='x:expression(1)",
    "<!--",
    "]]>",
    "&lt;b&gt; &amp;amp; &#0;",
    "[a](javascript:alert(1))",
    "`code` *b* _i_ # h\n> q",
    "\x1b[31mred\x1b[0m\x07",
    "\u202egnp.exe",
)
_HOSTILE_URLS = (
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "//example.com/x",
    "https://example.com/?q=\"><script>alert('1')</script>",
    "https://example.com/a b)(c",
    "file:///etc/passwd",
)
_T = TypeVar("_T")

_DAYS = st.dates(date(1990, 1, 1), date(2035, 12, 31))

LINE_BREAKS = frozenset("\r\n\v\f\x85\u2028\u2029")
"""Each of these ends a paragraph in a text of any kind."""


def words() -> st.SearchStrategy[str]:
    """Return one line of text: prose, hostile markup, or any characters at all."""
    return st.one_of(
        st.sampled_from(LANGUAGES).flatmap(
            lambda language: st.sampled_from(load_prose(language).sentences)
        ),
        st.sampled_from(_HOSTILE_WORDS),
        st.text(min_size=1, max_size=40),
    )


def urls(*, hostile: bool = True) -> st.SearchStrategy[str]:
    """Return addresses.

    Args:
        hostile: Whether those of foreign schemes and broken form are among them.
    """
    good = st.builds(
        "https://{}.example/{}".format,
        st.sampled_from(("news", "www.daily", "xn--bcher-kva")),
        st.from_regex(r"[a-z0-9-]{1,12}(/[a-z0-9-]{1,12})?", fullmatch=True),
    )
    return good | st.sampled_from(_HOSTILE_URLS) if hostile else good


def moments() -> st.SearchStrategy[Moment]:
    """Return moments whose precision and zone fit their value."""
    clock = st.datetimes(datetime(1990, 1, 1), datetime(2035, 12, 31))
    exact = st.sampled_from((Precision.MINUTE, Precision.SECOND))
    return st.one_of(
        st.builds(Moment, st.none(), raw=words()),
        st.builds(Moment, _DAYS, raw=words()),
        st.builds(Moment, clock, precision=exact, raw=words()),
        st.builds(
            Moment,
            st.builds(_in_zone, clock, _zones()),
            precision=exact,
            zone=st.sampled_from((Zone.KNOWN, Zone.ASSUMED)),
            raw=words(),
        ),
    )


@st.composite
def spans(draw: st.DrawFn, within: str, *, empty: bool = False) -> Span:
    """Return a range of *within*.

    Args:
        draw: Given by Hypothesis.
        within: The text; must not be empty unless *empty* is set.
        empty: Whether the range may be empty.
    """
    least = 0 if empty else 1
    start = draw(st.integers(0, len(within) - least))
    return Span(start, draw(st.integers(start + least, len(within))))


@st.composite
def quotes_in(draw: st.DrawFn, text: str) -> tuple[Quote, ...]:
    """Return quotes of *text*: in order, apart from each other, slicing exactly.

    Args:
        draw: Given by Hypothesis.
        text: Running text; an empty one gives no quotes.
    """
    cuts = draw(
        st.lists(st.integers(0, len(text)), max_size=12, unique=True).map(sorted)
    )
    pieces = [Span(a, b) for a, b in pairwise(cuts)][::2]
    quotes: list[Quote] = []
    while pieces:
        count = draw(st.integers(1, 2))
        parts, pieces = tuple(pieces[:count]), pieces[count:]
        quotes.append(draw(_quotes_of(text, parts)))
    return tuple(quotes)


def captions() -> st.SearchStrategy[str]:
    """Return captions as printed, with and without a credit, in several languages."""
    return st.sampled_from(LANGUAGES).flatmap(_captions_in)


def image_credits() -> st.SearchStrategy[ImageCredit]:
    """Return credits of pictures."""
    return st.builds(
        ImageCredit,
        words(),
        words(),
        photographers=tuples_of(words()),
        agencies=tuples_of(words()),
        via=tuples_of(words()),
        status=st.sampled_from(CreditStatus),
        kind=st.sampled_from(ImageKind),
        license=st.none() | words(),
        year=st.none() | st.integers(1840, 2100),
        confidence=confidences(),
    )


def images() -> st.SearchStrategy[Image]:
    """Return pictures without a place in a body."""
    return st.builds(
        Image,
        st.none() | urls(),
        alt=st.none() | words(),
        caption=st.none() | words(),
        credit=st.none() | image_credits(),
        is_lead=st.booleans(),
        width=st.none() | st.integers(1, 10_000),
        height=st.none() | st.integers(1, 10_000),
    )


def headline_items() -> st.SearchStrategy[HeadlineItem]:
    """Return other stories of a page; their ranks are those of a single item."""
    maybe = st.none() | words()
    return st.builds(
        HeadlineItem,
        words(),
        url=st.none() | urls(),
        category=maybe,
        kicker=maybe,
        published=st.none() | moments(),
        summary=maybe,
        authors=tuples_of(words()),
        thumbnail=st.none() | urls(),
        badges=tuples_of(st.sampled_from(("live", "video", "premium", "sponsored"))),
        block=maybe,
        block_kind=st.sampled_from(ListKind),
    )


def headline_lists() -> st.SearchStrategy[HeadlineList]:
    """Return the stories of a front page, ranked in order."""
    return st.builds(
        HeadlineList,
        url=st.none() | urls(),
        title=st.none() | words(),
        items=ranked_headlines(),
        next_url=st.none() | urls(),
        feeds=tuples_of(urls()),
        warnings=tuples_of(st.just("empty-list")),
    )


def ranked_headlines() -> st.SearchStrategy[tuple[HeadlineItem, ...]]:
    """Return some headline items, ranked in order."""
    return st.lists(headline_items(), max_size=3).map(
        lambda items: tuple(
            attrs.evolve(item, rank=place, block_rank=place)
            for place, item in enumerate(items, 1)
        )
    )


@st.composite
def _quotes_of(draw: st.DrawFn, text: str, parts: tuple[Span, ...]) -> Quote:
    said = parts[0].of(text)
    for before, part in pairwise(parts):
        between = text[before.end : part.start]
        parted = not LINE_BREAKS.isdisjoint(between)
        said += ("\n" if parted else " ") + part.of(text)
    named = draw(st.none() | spans(text))
    return Quote(
        parts,
        said,
        kind=draw(st.sampled_from(QuoteKind)),
        speaker=Mention(named.of(text), named) if named else None,
        source=draw(st.none() | words()),
        cue=draw(st.none() | st.just("said")),
        confidence=draw(confidences()),
    )


def _captions_in(language: str) -> st.SearchStrategy[str]:
    prose = load_prose(language)
    credit = st.sampled_from(prose.names).map(prose.credit.format)
    agency = st.sampled_from(("AP", "Reuters", "dpa", "AFP via Getty Images"))
    sentence = st.sampled_from(prose.sentences)
    return st.one_of(
        sentence,
        credit,
        st.builds("{} {}".format, sentence, credit),
        st.builds("{} ({}/{})".format, sentence, st.sampled_from(prose.names), agency),
        st.builds("{} | {}".format, sentence, agency),
        words(),
    )


def tuples_of(
    items: st.SearchStrategy[_T], *, least: int = 0, most: int = 2
) -> st.SearchStrategy[tuple[_T, ...]]:
    """Return tuples of *least* to *most* of *items*."""
    return st.lists(items, min_size=least, max_size=max(least, most)).map(tuple)


def _in_zone(naive: datetime, zone: timezone) -> datetime:
    return naive.replace(tzinfo=zone)


def _zones() -> st.SearchStrategy[timezone]:
    minutes = st.integers(-12 * 4, 14 * 4).map(lambda quarter: quarter * 15)
    return minutes.map(lambda some: timezone(timedelta(minutes=some)))


def confidences() -> st.SearchStrategy[float]:
    """Return numbers from 0 to 1."""
    return st.floats(0, 1)
