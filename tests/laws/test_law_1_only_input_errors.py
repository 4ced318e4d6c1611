"""Law 1: `parse` raises nothing but `InputError` on any bytes or str."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlekit
from articlekit.errors import InputError
from articlekit.model import Article, HeadlineList
from articlekit.testing import strategies

_ANY_TEXT = st.text(st.characters())  # lone surrogates too
_PAGES = strategies.html_pages() | strategies.text_pages() | _ANY_TEXT
_BROKEN_URLS = st.sampled_from(
    ("http://[bad", "https://[::1", "http://a.example:99999999/x", "//x", "/x", "https://",
     "https://a.example/%zz%ff", "https://a.example/\udcff", "HTTP://A.EXAMPLE\\x", " ")
)  # fmt: skip
_CODECS = st.sampled_from(("utf-8", "utf-16", "latin-1", "cp1251", "shift_jis"))


def _check(run: Callable[[], object], expected: type) -> None:
    """Run it; it gives the expected type or an `InputError`."""
    try:
        made = run()
    except InputError:
        return
    assert isinstance(made, expected)


@given(_PAGES)
def test_any_text(page: str) -> None:
    """Any str is parsed or refused, whichever way it is read."""
    _check(lambda: articlekit.parse(page), Article)
    _check(lambda: articlekit.parse_html(page), Article)
    _check(lambda: articlekit.parse_text(page), Article)
    _check(lambda: articlekit.parse_headlines(page), HeadlineList)


@given(st.binary())
def test_any_bytes(page: bytes) -> None:
    """Any bytes are parsed or refused."""
    _check(lambda: articlekit.parse(page), Article)


@given(_PAGES, _CODECS, st.data())
def test_mutated_bytes(page: str, codec: str, data: st.DataObject) -> None:
    """Pages of any encoding, with bytes cut and changed, are parsed or refused."""
    good = page.encode(codec, "replace")
    broken = data.draw(strategies.mutations(good))
    _check(lambda: articlekit.parse(broken), Article)


@given(
    strategies.article_pages(),
    st.none() | strategies.urls() | _BROKEN_URLS | _ANY_TEXT,
    st.none() | _ANY_TEXT,
)
def test_any_address_and_content_type(
    made: tuple[str, strategies.Facts], url: str | None, content_type: str | None
) -> None:
    """The hints that come from the network may be broken, too."""
    page = made[0].encode()
    _check(lambda: articlekit.parse(page, url=url, content_type=content_type), Article)


@given(_PAGES | strategies.captions() | strategies.words())
def test_any_text_for_the_small_ones(text: str) -> None:
    """`find_quotes`, `parse_credit` and `parse_byline` take any str."""
    for run in (
        articlekit.find_quotes,
        articlekit.parse_credit,
        articlekit.parse_byline,
    ):
        _check(lambda run=run: run(text), object)  # type: ignore[misc]  # bound early


@pytest.mark.parametrize("source", [None, 3, ["<p>x</p>"], object()])
def test_what_is_no_page_is_a_type_error(source: object) -> None:
    """Neither str nor bytes is the caller's mistake."""
    with pytest.raises(TypeError):
        articlekit.parse(source)  # type: ignore[arg-type]  # the mistake itself
