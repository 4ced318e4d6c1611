"""Law 5: `from_dict(to_dict(a)) == a`; the dict fits the schema; `pickle` too."""

import pickle

import jsonschema
from hypothesis import given, reject

import articlekit
from articlekit.errors import InputError
from articlekit.model import Article
from articlekit.model.schema import load_schema
from articlekit.testing import strategies

_CHECK = jsonschema.Draft202012Validator(load_schema())


def _read(page: str) -> Article:
    """Parse HTML, or give the example up where its page is refused."""
    try:
        return articlekit.parse_html(page, url="https://courier.example/1")
    except InputError:
        reject()


def _check(article: Article) -> None:
    made = article.to_dict()
    _CHECK.validate(made)
    assert article == Article.from_dict(made)
    assert article == Article.from_json(article.to_json())
    again = pickle.loads(pickle.dumps(article))
    assert article == again
    assert hash(article) == hash(again)
    assert article.evidence == again.evidence


@given(strategies.articles())
def test_any_article(article: Article) -> None:
    """Whatever an article is made of, it comes back."""
    _check(article)


@given(strategies.html_pages())
def test_article_of_any_html(page: str) -> None:
    """What was read from a page, however broken, comes back."""
    _check(_read(page))


@given(strategies.article_pages(form="text"))
def test_article_of_text(made: tuple[str, strategies.Facts]) -> None:
    """What was read from plain text comes back."""
    _check(articlekit.parse_text(made[0]))
