"""An article as JSON-LD of schema.org."""

from typing import Final

from articlekit.model import Access, Article, ArticleKind, Author, AuthorKind, Image
from articlekit.views.parts import credit_text, iso_date, safe_url

_TYPES: Final = {
    ArticleKind.LIVE_BLOG: "LiveBlogPosting",
    ArticleKind.GALLERY: "MediaGallery",
    ArticleKind.LISTING: "CollectionPage",
}
_FREE: Final = {Access.FREE: True, Access.METERED: False, Access.PAID: False}

_Data = dict[str, object]


def schema_org(article: Article) -> dict[str, object]:
    """Write an article as a `NewsArticle` of schema.org.

    Args:
        article: The article. A live blog becomes a `LiveBlogPosting`, a gallery a
            `MediaGallery`, a list of stories a `CollectionPage`.

    Returns:
        A new dict of plain values, ready for `json.dumps`; what the article lacks
        is left out. Who sets it into a page must escape "<" in the JSON.
    """
    url = article.canonical_url or article.url
    kind = "NewsArticle" if article.kind is None else _TYPES.get(article.kind)
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": kind or "NewsArticle",
            "url": safe_url(url, mail=False),
            "headline": article.title,
            "alternativeHeadline": article.kicker,
            "description": article.dek,
            "inLanguage": article.language,
            "datePublished": iso_date(article.published),
            "dateModified": iso_date(article.modified),
            "author": [_author(author) for author in article.authors],
            "sourceOrganization": [_organisation(name) for name in article.agencies],
            "publisher": _organisation(article.site_name),
            "dateline": article.dateline.raw if article.dateline else None,
            "articleSection": article.section,
            "keywords": list(article.tags),
            "isAccessibleForFree": _FREE.get(article.access or Access.UNKNOWN),
            "image": [_image(image) for image in article.images],
            "articleBody": article.text,
        }
    )


def _author(author: Author) -> _Data:
    person = author.kind is AuthorKind.PERSON
    return _filled(
        {
            "@type": "Person" if person else "Organization",
            "name": author.name,
            "jobTitle": author.role if person else None,
            "url": safe_url(author.url, mail=False),
        }
    )


def _organisation(name: str | None) -> _Data | None:
    return {"@type": "Organization", "name": name} if name else None


def _image(image: Image) -> _Data:
    credit = image.credit
    return _filled(
        {
            "@type": "ImageObject",
            "contentUrl": safe_url(image.url, mail=False),
            "caption": image.caption,
            "description": image.alt,
            "creditText": credit_text(credit),
            "creator": [
                {"@type": "Person", "name": name}
                for name in (credit.photographers if credit else ())
            ],
            "width": image.width,
            "height": image.height,
        }
    )


def _filled(data: _Data) -> _Data:
    """Leave out what holds nothing; False stays, since it says something."""
    return {key: value for key, value in data.items() if value not in (None, "", [])}
