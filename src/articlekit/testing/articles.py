"""Strategies for blocks and whole articles."""

import attrs
from hypothesis import strategies as st

from articlekit.model import (
    Access,
    Article,
    ArticleKind,
    Author,
    AuthorKind,
    Block,
    BlockQuote,
    Dateline,
    Embed,
    Evidence,
    Figure,
    Heading,
    Link,
    ListBlock,
    LiveEntry,
    Note,
    NoteKind,
    Paragraph,
    Status,
    Table,
)
from articlekit.model.blocks import EntryBlock
from articlekit.testing.prose import LANGUAGES
from articlekit.testing.values import (
    confidences,
    images,
    moments,
    quotes_in,
    ranked_headlines,
    spans,
    tuples_of,
    urls,
    words,
)


def blocks(*, images: int = 0, entries: bool = True) -> st.SearchStrategy[Block]:
    """Return blocks of a body.

    Args:
        images: How many pictures the article has; without any there is no
            `Figure`.
        entries: Whether entries of live blogs are among them.
    """
    plain = _entry_blocks(images)
    if not entries:
        return plain
    live = st.builds(
        LiveEntry, st.none() | moments(), tuples_of(plain, most=3), line=_lines()
    )
    return plain | live


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Return whole articles whose parts agree.

    Every `Figure` points at a picture and that picture back at its first, quotes
    slice out of `text`, headlines are ranked in order. The words may be hostile.
    """
    pictures = draw(tuples_of(images(), most=3))
    body = draw(tuples_of(blocks(images=len(pictures)), most=6))
    places = {
        block.image: place
        for place, block in reversed(list(enumerate(body)))
        if isinstance(block, Figure)
    }
    bare = draw(_bare_articles())
    article = attrs.evolve(
        bare,
        body=body,
        images=tuple(
            attrs.evolve(image, block=places.get(index))
            for index, image in enumerate(pictures)
        ),
        headlines=draw(ranked_headlines()),
    )
    return attrs.evolve(article, quotes=draw(quotes_in(article.text)))


def _bare_articles() -> st.SearchStrategy[Article]:
    """Return articles without body, pictures, quotes and headlines."""
    maybe = st.none() | words()
    authors = st.builds(
        Author,
        words(),
        kind=st.sampled_from(AuthorKind),
        role=maybe,
        url=st.none() | urls(),
    )
    return st.builds(
        Article,
        url=st.none() | urls(),
        canonical_url=st.none() | urls(),
        site_name=maybe,
        language=st.none() | st.sampled_from((*LANGUAGES, "pt-BR", "zh-Hant")),
        kind=st.none() | st.sampled_from(ArticleKind),
        status=st.sampled_from(Status),
        warnings=tuples_of(st.sampled_from(("json-ld-broken", "language-conflict"))),
        title=maybe,
        kicker=maybe,
        dek=maybe,
        byline=maybe,
        authors=tuples_of(authors),
        agencies=tuples_of(words()),
        dateline=st.none() | st.builds(Dateline, maybe, maybe, maybe, raw=words()),
        published=st.none() | moments(),
        modified=st.none() | moments(),
        section=maybe,
        tags=tuples_of(words()),
        access=st.none() | st.sampled_from(Access),
        truncated=st.none() | st.booleans(),
        evidence=tuples_of(_evidence()),
    )


def _evidence() -> st.SearchStrategy[Evidence]:
    return st.builds(
        Evidence,
        st.sampled_from(("title", "published", "authors")),
        st.sampled_from(("json-ld", "meta", "element")),
        locator=words(),
        raw=words(),
        confidence=confidences(),
        rejected=st.none() | st.sampled_from(("outranked", "date-in-future")),
    )


@st.composite
def _with_links(draw: st.DrawFn, block: Block) -> Block:
    if not block.text:
        return block
    linked = st.builds(Link, urls(), spans(block.text))
    return attrs.evolve(block, links=draw(tuples_of(linked)))


def _entry_blocks(images: int) -> st.SearchStrategy[EntryBlock]:
    linked = st.one_of(
        st.builds(Paragraph, words(), line=_lines()),
        st.builds(Heading, words(), level=st.integers(1, 6), line=_lines()),
        _list_blocks(),
        st.builds(BlockQuote, words(), pull=st.booleans(), cite=st.none() | urls()),
        st.builds(Table, tuples_of(tuples_of(words(), least=1), least=1)),
        st.builds(Note, words(), kind=st.sampled_from(NoteKind)),
    ).flatmap(_with_links)
    embeds = st.builds(
        Embed,
        st.sampled_from(("video", "audio", "tweet", "map", "other")),
        url=st.none() | urls(),
        text=st.just("") | words(),
    )
    figures = st.builds(Figure, st.integers(0, images - 1)) if images else st.nothing()
    return linked | embeds | figures  # type: ignore[return-value]  # links keep the class


@st.composite
def _list_blocks(draw: st.DrawFn) -> ListBlock:
    items = draw(tuples_of(words(), least=1))
    levels = st.tuples(*(st.integers(0, 2) for _ in items)) | st.just(())
    return ListBlock(items, ordered=draw(st.booleans()), levels=draw(levels))


def _lines() -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(1, 10_000)
