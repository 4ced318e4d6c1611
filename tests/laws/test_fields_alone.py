"""A field asked for alone has exactly the value that the whole parse gives."""

import attrs
import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

import articlekit
from articlekit.errors import InputError
from articlekit.model import Article, Status
from articlekit.testing import strategies

_URL = "https://courier.example/1"
_FIELDS = tuple(
    field.name
    for field in attrs.fields(Article)
    if field.name not in {"url", "warnings", "evidence"}  # they tell of the parse
)
_PAGES = strategies.html_pages() | strategies.text_pages()


@given(_PAGES, st.sets(st.sampled_from(_FIELDS), min_size=1, max_size=3))
def test_some_fields_of_any_page(page: str, fields: set[str]) -> None:
    """Asking for less changes nothing in what was asked for."""
    try:
        whole = articlekit.parse(page, url=_URL)
    except InputError:
        reject()
    part = articlekit.parse(page, url=_URL, fields=fields)
    for name in fields:
        assert getattr(whole, name) == getattr(part, name), name


@given(strategies.article_pages(), st.sampled_from(_FIELDS))
def test_what_was_not_asked_for_is_empty(
    made: tuple[str, strategies.Facts], name: str
) -> None:
    """The other fields hold None or (), as if the page lacked them."""
    part = articlekit.parse(made[0], url=_URL, fields=(name,))
    for other in _FIELDS:
        if other not in {name, "status"}:
            assert getattr(part, other) in {None, ()}


def test_status_of_a_front_page() -> None:
    """What kind of page it is shows whatever is asked for."""
    items = "".join(
        f'<li><h3><a href="/local/story-{place}123456">Ferry number {place} sails again'
        " and what it means for the islands</a></h3></li>"
        for place in range(40)
    )
    page = f"<html lang=en><title>Courier</title><body><ul>{items}</ul></body></html>"
    whole = articlekit.parse(page, url="https://courier.example/")
    part = articlekit.parse(page, url="https://courier.example/", fields=("status",))
    assert Status.NOT_ARTICLE is whole.status
    assert whole.status is part.status


@pytest.mark.parametrize("fields", [("titel",), ("title", "texts"), "title"])
def test_unknown_field_is_a_value_error(fields: tuple[str, ...]) -> None:
    """A name that is no field is the caller's mistake."""
    with pytest.raises(ValueError, match=r"titel|texts|t"):
        articlekit.parse("<p>x</p>", fields=fields)
