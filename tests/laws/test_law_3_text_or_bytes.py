"""Law 3: `parse(text) == parse(text.encode(e))` for the encoding e it declares."""

import pytest
from hypothesis import assume, given, reject
from hypothesis import strategies as st

import articlekit
from articlekit.errors import InputError
from articlekit.testing import strategies

# Declared name and Python's codec for what browsers read under that name, with
# languages whose papers use it.
_ENCODINGS = (
    ("utf-8", "utf-8", ("en", "de", "fr", "es", "ru", "hi", "ja", "ar")),
    ("windows-1252", "cp1252", ("en", "de", "fr", "es")),
    ("iso-8859-1", "cp1252", ("en", "de", "fr", "es")),
    ("windows-1251", "cp1251", ("ru",)),
    ("koi8-r", "koi8_r", ("ru",)),
    ("iso-8859-5", "iso8859_5", ("ru",)),
    ("windows-1256", "cp1256", ("ar",)),
    ("shift_jis", "cp932", ("ja",)),
    ("euc-jp", "euc_jp", ("ja",)),
    ("iso-2022-jp", "iso2022_jp", ("ja",)),
    ("gb18030", "gb18030", ("ja", "ru", "en")),
)


def _encoded(text: str, codec: str) -> bytes:
    """Return *text* as bytes; give the example up where *codec* cannot hold it."""
    try:
        return text.encode(codec)
    except UnicodeEncodeError:
        assume(condition=False)
        raise


@pytest.mark.parametrize(("name", "codec", "languages"), _ENCODINGS)
@given(data=st.data())
def test_declared_encoding(
    name: str, codec: str, languages: tuple[str, ...], data: st.DataObject
) -> None:
    """Bytes in the declared encoding give what the text gives."""
    pages = strategies.article_pages(languages=languages, charset=name)
    page, _ = data.draw(pages)
    kept = page.encode(codec, "ignore").decode(codec)  # « » lack in some tables
    assert articlekit.parse(kept) == articlekit.parse(_encoded(kept, codec))


@given(strategies.html_pages())
def test_any_page_in_utf_8(page: str) -> None:
    """Soup that says it is UTF-8 gives the same as text and as bytes."""
    assume("charset" not in page.lower().replace('<meta charset="utf-8">', ""))
    marked = '<meta charset="utf-8">' + page
    encoded = _encoded(marked, "utf-8")
    try:
        expected = articlekit.parse_html(marked)
    except InputError:
        reject()
    assert expected == articlekit.parse_html(encoded)


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig", "utf-32"])
@given(made=strategies.article_pages())
def test_byte_order_mark(codec: str, made: tuple[str, strategies.Facts]) -> None:
    """Bytes with a byte order mark give what the text gives."""
    page, _ = made
    assert articlekit.parse(page) == articlekit.parse(page.encode(codec))


@given(strategies.article_pages(form="text"))
def test_plain_text(made: tuple[str, strategies.Facts]) -> None:
    """Plain text, which declares nothing, is UTF-8."""
    page, _ = made
    assert articlekit.parse(page) == articlekit.parse(page.encode())
