"""An article as JSON-LD."""

import json
from datetime import date

import pytest
from hypothesis import given

from articlekit.model import (
    Access,
    Article,
    ArticleKind,
    Author,
    AuthorKind,
    Dateline,
    Image,
    ImageCredit,
    Moment,
    Paragraph,
)
from articlekit.testing import strategies
from articlekit.views import schema_org


def test_article_becomes_a_news_article() -> None:
    """Every part has its property; what is missing is left out."""
    article = Article(
        url="https://news.example/1?x",
        canonical_url="https://news.example/1",
        site_name="Courier",
        language="en",
        title="Ferry returns",
        authors=(
            Author("Nora Whitcombe", role="Reporter", url="https://news.example/n"),
            Author("Courier staff", AuthorKind.ORGANISATION),
        ),
        agencies=("AP",),
        dateline=Dateline("Penmoor", raw="PENMOOR"),
        published=Moment(date(2024, 5, 1)),
        access=Access.PAID,
        tags=("sea",),
        images=(
            Image(
                "https://news.example/1.jpg",
                caption="The ferry",
                credit=ImageCredit("Photo: A B", "A B", ("A B",)),
                width=10,
            ),
        ),
        body=(Paragraph("It sails."),),
    )
    assert schema_org(article) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "url": "https://news.example/1",
        "headline": "Ferry returns",
        "inLanguage": "en",
        "datePublished": "2024-05-01",
        "author": [
            {
                "@type": "Person",
                "name": "Nora Whitcombe",
                "jobTitle": "Reporter",
                "url": "https://news.example/n",
            },
            {"@type": "Organization", "name": "Courier staff"},
        ],
        "sourceOrganization": [{"@type": "Organization", "name": "AP"}],
        "publisher": {"@type": "Organization", "name": "Courier"},
        "dateline": "PENMOOR",
        "keywords": ["sea"],
        "isAccessibleForFree": False,
        "image": [
            {
                "@type": "ImageObject",
                "contentUrl": "https://news.example/1.jpg",
                "caption": "The ferry",
                "creditText": "A B",
                "creator": [{"@type": "Person", "name": "A B"}],
                "width": 10,
            }
        ],
        "articleBody": "It sails.",
    }


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (None, "NewsArticle"),
        (ArticleKind.ARTICLE, "NewsArticle"),
        (ArticleKind.LIVE_BLOG, "LiveBlogPosting"),
        (ArticleKind.LISTING, "CollectionPage"),
    ],
)
def test_kind_gives_the_type(kind: ArticleKind | None, name: str) -> None:
    """What the page is decides the type."""
    assert name == schema_org(Article(kind=kind))["@type"]


def test_unknown_access_is_not_claimed() -> None:
    """Only a known access is written down."""
    assert "isAccessibleForFree" not in schema_org(Article(access=Access.UNKNOWN))
    assert schema_org(Article(access=Access.FREE))["isAccessibleForFree"] is True


@given(strategies.articles())
def test_every_article_gives_json(article: Article) -> None:
    """Whatever an article holds, the result can be written as JSON."""
    made = schema_org(article)
    assert made == json.loads(json.dumps(made))
