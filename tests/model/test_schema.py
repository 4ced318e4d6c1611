"""The JSON Schema that ships with the package."""

import jsonschema
import pytest
from hypothesis import given

from articlekit.model import Article, HeadlineList
from articlekit.model.schema import build_schema, load_schema
from articlekit.testing import strategies

_SHIPPED = load_schema()
_CHECK = jsonschema.Draft202012Validator(_SHIPPED)
_CHECK_LIST = jsonschema.Draft202012Validator(
    {**_SHIPPED, "$ref": "#/$defs/HeadlineList"}
)


def test_shipped_schema_is_up_to_date() -> None:
    """The file is what the classes give; if not, run `articlekit.model.schema`."""
    assert build_schema() == _SHIPPED


def test_schema_is_a_schema_and_names_its_version() -> None:
    """The schema is valid by its own draft, and its address ends in the version."""
    jsonschema.Draft202012Validator.check_schema(_SHIPPED)
    assert "urn:articlekit:article:1" == _SHIPPED["$id"]


@given(strategies.articles())
def test_every_article_fits_the_schema(article: Article) -> None:
    """Whatever an article holds, its dict validates."""
    _CHECK.validate(article.to_dict())


@given(strategies.headline_lists())
def test_every_headline_list_fits_its_part(headlines: HeadlineList) -> None:
    """The schema also describes the lists of front pages."""
    _CHECK_LIST.validate(headlines.to_dict())


@pytest.mark.parametrize(
    "change",
    [
        {"title": 3},
        {"extra": None},
        {"schema": "0"},
        {"status": "fine"},
        {"body": [{"type": "poem", "text": "x"}]},
        {"published": {"value": "yesterday"}},
    ],
)
def test_schema_refuses_what_reading_refuses(change: dict[str, object]) -> None:
    """The schema is as strict as `from_dict`."""
    wrong = Article().to_dict() | change
    assert not _CHECK.is_valid(wrong)
    with pytest.raises(ValueError, match="@"):
        Article.from_dict(wrong)


def test_every_key_is_described() -> None:
    """Each property has a description, so that the schema can be read alone."""
    for name, made in _SHIPPED["$defs"].items():  # type: ignore[attr-defined]
        for key, value in made["properties"].items():
            assert value.get("description") or key == "type", (name, key)
